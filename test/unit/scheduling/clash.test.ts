import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brokenByDay, fitsBut } from "../../../evals/scorers/clash-oracle.ts";
import { LEAST_NOTICE_MINUTES } from "../../../src/scheduling/defaults.ts";
import { findSlots } from "../../../src/scheduling/find-slots.ts";
import type {
  RuleClash,
  SlotPerson,
  SlotPlace,
  SlotRelaxation,
  SlotRequest,
} from "../../../src/scheduling/types.ts";
import {
  anyRequest,
  at,
  between,
  block,
  person,
  request,
  seat,
} from "../../support/slot-requests.ts";

const INES = "ines@acme.test";
const JONAS = "jonas@acme.test";

interface Why {
  clashes: RuleClash[];
  relaxations: SlotRelaxation[];
}

const whyNot = (asked: SlotRequest): Why => {
  const result = findSlots(asked);
  return result.kind === "none" ? result : { clashes: [], relaxations: [] };
};

const TUESDAY = {
  horizon: between("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z"),
  places: [seat(INES), seat(JONAS)],
};

const wordsOf = (changes: Partial<SlotRequest>): { clashes: string[]; relaxations: string[] } => {
  const { clashes, relaxations } = whyNot(request({ ...TUESDAY, ...changes }));
  return {
    clashes: clashes.map(({ words }) => words),
    relaxations: relaxations.map(({ words }) => words),
  };
};

const busy = (from: string, to: string, kind: "busy" | "working_elsewhere" = "busy") =>
  block(kind, `2026-11-24T${from}:00Z`, `2026-11-24T${to}:00Z`);

describe("when nothing fits, it is said", () => {
  test("which few rules clash, and what would have to give, the cheapest first", () => {
    const people = {
      [INES]: person(INES, {
        blocks: [busy("09:00", "12:00"), busy("13:30", "17:00")],
        bufferMinutes: 30,
      }),
      [JONAS]: person(JONAS, { maxPerDay: 9 }),
    };
    expect(wordsOf({ people })).toEqual({
      clashes: [
        "On Tuesday 24 November no time is left since Ines is outside working hours, Ines is busy and Ines needs a buffer of 30 minutes.",
      ],
      relaxations: [
        "Without Ines's buffer of 30 minutes it fits at 3 times, best on Tuesday 24 November at 12:00 (UTC).",
        "If Ines may be replaced it fits at 29 times, best on Tuesday 24 November at 09:00 (UTC).",
      ],
    });
  });

  test("what is bent for one person before what is bent for all", () => {
    const blocks = [busy("09:00", "10:30"), busy("12:00", "17:00")];
    const both = { blocks, bufferMinutes: 30 };
    const { relaxations } = wordsOf({
      people: { [INES]: person(INES, both), [JONAS]: person(JONAS, both) },
    });
    expect(relaxations).toEqual([
      "Without anybody's buffer it fits at 3 times, best on Tuesday 24 November at 10:30 (UTC).",
    ]);
  });

  test("that less notice, video, another interview, an hour more or less would do", () => {
    const people = { [INES]: person(INES), [JONAS]: person(JONAS) };
    const now = at("2026-11-24T08:00:00Z");
    expect(wordsOf({ people, now, minimumNoticeMinutes: 600 }).relaxations[0]).toBe(
      "With less notice it fits at 25 times, best on Tuesday 24 November at 10:00 (UTC).",
    );
    const elsewhere = person(INES, { blocks: [busy("00:00", "23:00", "working_elsewhere")] });
    const onsite = { session: { id: "s", durationMinutes: 60, format: "onsite" as const } };
    expect(wordsOf({ ...onsite, people: { ...people, [INES]: elsewhere } }).relaxations[0]).toMatch(
      /^By video instead of on site it fits at 29 times/,
    );
    const full = person(INES, { maxPerDay: 1, interviews: [at("2026-11-24T09:00:00Z")] });
    const limited = whyNot(request({ ...TUESDAY, people: { ...people, [INES]: full } }));
    expect(limited.clashes.map(({ rules }) => rules)).toEqual([
      [
        {
          what: "day_limit",
          email: INES,
          words: "Ines has reached the limit of 1 interview a day",
        },
      ],
    ]);
    expect(limited.relaxations[0]).toMatchObject({ what: "limit", email: INES, more: 29 });
    const early = person(INES, { blocks: [busy("09:45", "17:00")] });
    expect(wordsOf({ people: { ...people, [INES]: early } }).relaxations).toEqual([
      "With 45 minutes it fits on Tuesday 24 November at 09:00 (UTC).",
      "If Ines may be replaced it fits at 29 times, best on Tuesday 24 November at 09:00 (UTC).",
      "Up to an hour outside of everybody's working hours it fits at 5 times, best on Tuesday 24 November at 17:00 (UTC).",
    ]);
    const off = person(INES, { pausedUntil: at("2026-12-01T00:00:00Z") });
    expect(wordsOf({ people: { ...people, [INES]: off } }).relaxations.at(-1)).toMatch(
      /^If Ines takes interviews again already it fits at 29 times/,
    );
    const windows = [between("2026-11-24T20:00:00Z", "2026-11-24T21:00:00Z")];
    expect(wordsOf({ people, candidate: { zone: "UTC", windows } }).relaxations.at(-1)).toMatch(
      /^Outside of the times that the candidate gave it fits at 29 times/,
    );
  });

  test("days with the same clash are named together, those on which nobody works not at all", () => {
    const off = ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30"];
    const daysOff = off.map((date) => ({ date: Temporal.PlainDate.from(date) }));
    const people = {
      [INES]: person(INES, { pausedUntil: at("2026-12-05T00:00:00Z") }),
      [JONAS]: person(JONAS, { daysOff }),
    };
    const horizon = between("2026-11-24T00:00:00Z", "2026-12-01T00:00:00Z");
    const { clashes } = whyNot(request({ ...TUESDAY, horizon, people }));
    const paused = clashes.find(({ rules }) => rules.some(({ what }) => what === "paused"));
    expect(clashes.map(({ rules }) => rules.map(({ words }) => words))).toEqual([
      ["Ines takes no interviews yet"],
    ]);
    expect(paused?.days).toHaveLength(7);
    expect(paused?.words).toMatch(
      /^On Tuesday 24 November, Wednesday 25 November, Thursday 26 November and 4 more no time/,
    );
  });
});

describe("on any request for which nothing fits", () => {
  test("the rules that clash leave no time, and any one less leaves some", () => {
    fc.assert(
      fc.property(anyRequest, (asked) => {
        const { clashes } = whyNot(asked);
        if (clashes.length === 0) return;
        const days = brokenByDay(asked);
        for (const { days: named, rules } of clashes) {
          for (const day of named) {
            const slots = days.get(day) ?? [];
            expect(fitsBut(slots, rules)).toBe(false);
            const without = rules.map((rule) => rules.filter((other) => other !== rule));
            expect(without.map((rest) => fitsBut(slots, rest))).toEqual(rules.map(() => true));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test("asking for what would have to give finds what was said", () => {
    fc.assert(
      fc.property(anyRequest, (asked) => {
        for (const relaxation of whyNot(asked).relaxations) {
          const bent = bend(asked, relaxation);
          if (!bent) continue;
          const result = findSlots({ ...bent, top: 50 });
          const starts = result.kind === "slots" ? result.slots.map((slot) => slot.startsAt) : [];
          expect(starts[0]).toBe(relaxation.best);
          expect(starts).toHaveLength(Math.min(50, relaxation.more));
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** The request in which that one thing has given; undefined for what a request cannot say so. */
const bend = (asked: SlotRequest, { what, email }: SlotRelaxation): SlotRequest | undefined => {
  const forPeople = (to: (each: SlotPerson) => SlotPerson): SlotRequest => ({
    ...asked,
    people: Object.fromEntries(
      Object.entries(asked.people).map(([address, each]) => [
        address,
        email === undefined || email === address ? to(each) : each,
      ]),
    ),
  });
  switch (what) {
    case "buffer":
      return forPeople((each) => ({ ...each, bufferMinutes: 0 }));
    case "limit":
      return forPeople(({ maxPerDay: _day, maxPerWeek: _week, ...each }) => each);
    case "paused":
      return forPeople(({ pausedUntil: _until, ...each }) => each);
    case "notice":
      return { ...asked, minimumNoticeMinutes: LEAST_NOTICE_MINUTES };
    case "format":
      return { ...asked, session: { ...asked.session, format: "video" } };
    case "duration":
      return {
        ...asked,
        session: { ...asked.session, durationMinutes: asked.session.durationMinutes - 15 },
      };
    case "candidate_windows": {
      const { windows: _windows, ...candidate } = asked.candidate;
      return { ...asked, candidate };
    }
    case "person": {
      const isTheirs = ({ choices }: SlotPlace): boolean =>
        choices.every((choice) => choice === email);
      const places = asked.places.filter((place) => !isTheirs(place));
      return places.length === asked.places.length - 1 ? { ...asked, places } : undefined;
    }
    default:
      return undefined;
  }
};
