import { describe, expect, test } from "vitest";
import type { ScoredSlot, ScoreTerm } from "../../../src/domain/proposal.ts";
import { DEFAULT_WEIGHTS } from "../../../src/scheduling/defaults.ts";
import { findSlots } from "../../../src/scheduling/find-slots.ts";
import type { SlotPerson, SlotRequest } from "../../../src/scheduling/types.ts";
import { allHours, at, block, person, request, seat } from "../../support/slot-requests.ts";

const INES = "ines@acme.test";
const JONAS = "jonas@acme.test";
const MEI = "mei@acme.test";
const TUESDAY = Temporal.PlainDate.from("2026-11-24");

const slotAt = (start: string, changes: Partial<SlotRequest> = {}): ScoredSlot => {
  const result = findSlots(request({ ...changes, requiredStart: at(start) }));
  if (result.kind === "none") throw new Error(result.blockers.map(({ words }) => words).join(" "));
  const [slot] = result.slots;
  if (!slot) throw new Error("no slot");
  return slot;
};

const termAt = (
  name: keyof typeof DEFAULT_WEIGHTS,
  start: string,
  changes: Partial<SlotRequest> = {},
): ScoreTerm | undefined => slotAt(start, changes).terms.find((term) => term.name === name);

describe("attendance", () => {
  test("is best when key evaluators keep an hour to either end of their hours", () => {
    for (const start of ["2026-11-24T10:00:00Z", "2026-11-24T15:00:00Z"]) {
      expect(termAt("attendance", start)).toMatchObject({
        value: 1,
        words: "Ines (hiring manager) can attend well inside working hours",
      });
    }
  });

  test("falls towards the edges of the working day", () => {
    expect(termAt("attendance", "2026-11-24T09:00:00Z")?.value).toBe(0);
    expect(termAt("attendance", "2026-11-24T09:15:00Z")?.value).toBe(0.25);
    expect(termAt("attendance", "2026-11-24T15:30:00Z")).toMatchObject({
      value: 0.5,
      words: "Tuesday 15:30 (UTC) is 30 minutes from the edge of Ines's working hours",
    });
  });

  test.each(["tentative", "unaccepted", "focus"] as const)(
    "is worst when a key evaluator has something %s at that time",
    (kind) => {
      const blocks = [block(kind, "2026-11-24T12:30:00Z", "2026-11-24T13:30:00Z")];
      const people = { [INES]: person(INES, { blocks }) };
      expect(termAt("attendance", "2026-11-24T13:00:00Z", { people })).toMatchObject({
        value: 0,
        words: "Ines (hiring manager) has something else planned on Tuesday 13:00 (UTC)",
      });
      expect(termAt("attendance", "2026-11-24T13:30:00Z", { people })?.value).toBe(1);
    },
  );

  test("knows no edge at midnight for somebody who works through", () => {
    const people = { [INES]: person(INES, { hours: allHours("UTC") }) };
    for (const start of ["2026-11-24T00:00:00Z", "2026-11-27T23:00:00Z"]) {
      expect(termAt("attendance", start, { people })?.value).toBe(1);
    }
  });

  test("looks at key evaluators alone and is left out when there is none", () => {
    const people = { [INES]: person(INES), [JONAS]: person(JONAS, { zone: "Europe/Berlin" }) };
    const places = [seat(INES), seat(JONAS)];
    expect(termAt("attendance", "2026-11-24T09:00:00Z", { people, places })).toBeUndefined();
    const keyed = [seat(INES), seat(JONAS, { key: true, label: "recruiter" })];
    expect(termAt("attendance", "2026-11-24T09:00:00Z", { people, places: keyed })).toMatchObject({
      value: 1,
      words: "Jonas (recruiter) can attend well inside working hours",
    });
  });
});

describe("focus_kept", () => {
  const blocks = [block("focus", "2026-11-24T14:30:00Z", "2026-11-24T16:30:00Z")];
  const people = {
    [INES]: person(INES, { zone: "Europe/Lisbon", blocks }),
    [JONAS]: person(JONAS),
  };
  const places = [seat(INES), seat(JONAS)];

  test("is the share of the panel whose focus time stays whole, and says whose does not", () => {
    expect(termAt("focus_kept", "2026-11-24T15:00:00Z", { people, places })).toMatchObject({
      value: 0.5,
      words: "Tuesday 15:00 (Lisbon time) is within Ines's focus time",
    });
    expect(termAt("focus_kept", "2026-11-24T14:00:00Z", { people, places })?.words).toBe(
      "Tuesday 14:00 (Lisbon time) runs into Ines's focus time",
    );
  });

  test("is best next to focus time", () => {
    expect(termAt("focus_kept", "2026-11-24T13:30:00Z", { people, places })).toMatchObject({
      value: 1,
      words: "nobody's focus time is taken",
    });
  });
});

describe("invitations_kept", () => {
  test("is the share of the panel with nothing tentative or unanswered, and says which it is", () => {
    const people = {
      [INES]: person(INES, {
        blocks: [block("tentative", "2026-11-24T11:00:00Z", "2026-11-24T11:30:00Z")],
      }),
      [JONAS]: person(JONAS, {
        blocks: [block("unaccepted", "2026-11-24T11:45:00Z", "2026-11-24T14:00:00Z")],
      }),
    };
    const places = [seat(INES), seat(JONAS)];
    const termOf = (start: string) => termAt("invitations_kept", start, { people, places });
    expect(termOf("2026-11-24T11:00:00Z")).toMatchObject({
      value: 0,
      words:
        "Ines has a tentative meeting on Tuesday 11:00 (UTC) and Jonas has an unanswered invitation on Tuesday 11:00 (UTC)",
    });
    expect(termOf("2026-11-24T11:30:00Z")).toMatchObject({
      value: 0.5,
      words: "Jonas has an unanswered invitation on Tuesday 11:30 (UTC)",
    });
    expect(termOf("2026-11-24T14:00:00Z")).toMatchObject({
      value: 1,
      words: "no tentative meeting or unanswered invitation stands against it",
    });
  });
});

describe("load_balance", () => {
  const pool = { label: "pool seniors", key: false, choices: [INES, JONAS] };
  const wednesday = at("2026-11-25T10:00:00Z");

  test("takes a quarter for each interview more than the least busy of the pool", () => {
    const people = {
      [INES]: person(INES, {
        blocks: [block("busy", "2026-11-24T09:00:00Z", "2026-11-24T17:00:00Z")],
        interviews: [],
      }),
      [JONAS]: person(JONAS, { interviews: [wednesday, at("2026-11-26T10:00:00Z")] }),
    };
    const termOf = (start: string) => termAt("load_balance", start, { people, places: [pool] });
    expect(termOf("2026-11-24T11:00:00Z")).toMatchObject({
      value: 0.5,
      words: "Jonas has 2 interviews that week already, 2 more than the least busy of pool seniors",
    });
    expect(termOf("2026-11-27T11:00:00Z")).toMatchObject({
      value: 1,
      words: "nobody who could be asked has fewer interviews that week than Ines (0)",
    });
  });

  test("counts the local week of the slot alone, and a reservation once", () => {
    const reservations = [
      { email: JONAS, start: wednesday, end: wednesday.add({ hours: 1 }) },
      { email: JONAS, start: at("2026-11-26T12:00:00Z"), end: at("2026-11-26T13:00:00Z") },
    ];
    const before = [at("2026-11-22T23:00:00Z"), at("2026-11-30T00:00:00Z")];
    const people = {
      [INES]: person(INES, { interviews: [wednesday, ...before] }),
      [JONAS]: person(JONAS, { interviews: [wednesday, ...before] }),
    };
    const slot = slotAt("2026-11-24T11:00:00Z", { people, places: [pool], reservations });
    expect(slot.panel).toEqual([{ place: 0, email: INES }]);
    expect(slot.terms.find(({ name }) => name === "load_balance")?.words).toBe(
      "nobody who could be asked has fewer interviews that week than Ines (1)",
    );
    const others = { [INES]: person(INES, { optedOut: true }), [MEI]: person(MEI) };
    const withMei = slotAt("2026-11-24T11:00:00Z", {
      people: { ...people, ...others, [MEI]: person(MEI, { interviews: [], optedOut: true }) },
      places: [{ ...pool, choices: [JONAS, MEI] }],
      reservations,
    });
    expect(withMei.terms.map(({ name }) => name)).not.toContain("load_balance");
  });

  test("takes off what is owed to a fair share, and says how somebody stands", () => {
    const people = {
      [INES]: person(INES, { interviews: [wednesday], owed: 2.5 }),
      [JONAS]: person(JONAS, { owed: -0.2 }),
    };
    const start = "2026-11-24T11:00:00Z";
    const slot = slotAt(start, { people, places: [pool] });
    expect(slot.panel).toEqual([{ place: 0, email: INES }]);
    expect(slot.terms.find(({ name }) => name === "load_balance")).toMatchObject({
      value: 1,
      words:
        "Ines has interviewed least of pool seniors lately, 2.5 behind a fair share; nobody who could be asked has fewer interviews that week, shares still owed counted in, than Ines (1)",
    });
    const busy = [block("busy", "2026-11-24T09:00:00Z", "2026-11-24T17:00:00Z")];
    const away = {
      ...people,
      [INES]: person(INES, { blocks: busy, interviews: [wednesday], owed: 2.5 }),
    };
    expect(termAt("load_balance", start, { people: away, places: [pool] })).toMatchObject({
      value: 0.575,
      words:
        "Jonas has 0 interviews that week already and is 0.2 ahead of a fair share, in all 1.7 more than the least busy of pool seniors",
    });
  });

  test("never falls below nothing, and concerns places with a choice alone", () => {
    const many = Array.from({ length: 9 }, (_, hour) => wednesday.add({ hours: hour }));
    const people = {
      [INES]: person(INES, { interviews: many }),
      [JONAS]: person(JONAS, {
        blocks: [block("out_of_office", "2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z")],
      }),
    };
    const start = "2026-11-24T11:00:00Z";
    expect(termAt("load_balance", start, { people, places: [pool] })?.value).toBe(0);
    expect(termAt("load_balance", start, { people, places: [seat(INES)] })).toBeUndefined();
  });
});

describe("candidate_comfort", () => {
  const people = { [INES]: person(INES, { zone: "UTC", hours: allHours("UTC") }) };
  const newYork = { zone: "America/New_York" };
  const termOf = (start: string, candidate: SlotRequest["candidate"] = newYork) =>
    termAt("candidate_comfort", start, { people, candidate });

  test("is best inside the candidate's hours, in the candidate's zone", () => {
    expect(termOf("2026-11-24T14:00:00Z")).toMatchObject({
      value: 1,
      words: "Tuesday 09:00 (New York time) suits the candidate's day",
    });
    expect(termOf("2026-11-24T22:00:00Z")?.value).toBe(1);
  });

  test("falls with each minute outside, to nothing at four hours", () => {
    expect(termOf("2026-11-24T13:00:00Z")).toMatchObject({
      value: 0.75,
      words: "Tuesday 08:00 (New York time) is 1 hour outside the candidate's hours",
    });
    expect(termOf("2026-11-24T23:30:00Z")?.value).toBe(0.625);
    expect(termOf("2026-11-24T09:00:00Z")?.value).toBe(0);
    expect(termOf("2026-11-24T08:00:00Z")?.value).toBe(0);
  });

  test("is at most half over lunch, and nothing on a day off", () => {
    const candidate = { ...newYork, lunch: { startMinute: 750, endMinute: 810 } };
    expect(termOf("2026-11-24T17:00:00Z", candidate)).toMatchObject({
      value: 0.5,
      words: "Tuesday 12:00 (New York time) is over the candidate's lunch",
    });
    expect(termOf("2026-11-24T16:30:00Z", candidate)?.value).toBe(1);
    expect(termOf("2026-11-24T18:30:00Z", candidate)?.value).toBe(1);
    const sunday = { ...newYork, comfortDays: [7] as const };
    expect(termOf("2026-11-24T16:30:00Z", sunday)).toMatchObject({
      value: 0,
      words: "Tuesday 11:30 (New York time) is on a day off for the candidate",
    });
  });
});

describe("panel_comfort", () => {
  const comfort = { startMinute: 10 * 60, endMinute: 16 * 60 };
  const lunch = { startMinute: 12 * 60, endMinute: 13 * 60 };
  const inNewYork = person(JONAS, { zone: "America/New_York", comfort, lunch });
  const people = { [INES]: person(INES), [JONAS]: { ...inNewYork, hours: allHours("UTC") } };
  const places = [seat(INES), seat(JONAS)];
  const travels = (hours: SlotPerson["hours"]): Record<string, SlotPerson> => ({
    ...people,
    [JONAS]: {
      ...people[JONAS],
      stays: [{ from: TUESDAY, until: TUESDAY, hours }],
    },
  });

  test("is the mean over those who say what suits, each in their own zone, and left out when nobody does", () => {
    expect(termAt("panel_comfort", "2026-11-24T11:00:00Z", { people, places })).toMatchObject({
      value: 1,
      words: "it suits everybody's own day",
    });
    expect(termAt("panel_comfort", "2026-11-24T09:00:00Z", { people, places })).toMatchObject({
      value: 0.75,
      words: "Tuesday 09:00 (UTC) is 1 hour outside the hours that suit Jonas",
    });
    expect(termAt("panel_comfort", "2026-11-24T12:30:00Z", { people, places })).toMatchObject({
      value: 0.5,
      words: "Tuesday 12:30 (UTC) is over Jonas's lunch",
    });
    const plain = { ...people, [JONAS]: person(JONAS) };
    expect(termAt("panel_comfort", "2026-11-24T11:00:00Z", { people: plain, places })).toBe(
      undefined,
    );
  });

  test("goes by the clock around somebody who travels", () => {
    const there = travels(allHours("Asia/Tokyo"));
    expect(
      termAt("panel_comfort", "2026-11-24T09:00:00Z", { people: there, places }),
    ).toMatchObject({
      value: 0.25,
      words: "Tuesday 18:00 (Tokyo time) is 3 hours outside the hours that suit Jonas",
    });
  });
});

describe("earliness", () => {
  test("falls evenly from the first possible minute to the last", () => {
    const changes = {
      people: { [INES]: person(INES, { hours: allHours("UTC") }) },
      minimumNoticeMinutes: 24 * 60,
    };
    expect(termAt("earliness", "2026-11-24T08:00:00Z", changes)).toMatchObject({
      value: 1,
      words: "it is 1 day from now",
    });
    // 87 hours lie between the first start and the last; 29 are a third.
    expect(termAt("earliness", "2026-11-25T13:00:00Z", changes)).toMatchObject({
      value: 0.666,
      words: "it is 2 days 5 hours from now",
    });
    expect(termAt("earliness", "2026-11-27T23:00:00Z", changes)?.value).toBe(0);
  });
});

describe("the score", () => {
  const comfort = { startMinute: 10 * 60, endMinute: 16 * 60 };
  const people = { [INES]: person(INES, { comfort }), [JONAS]: person(JONAS) };
  const places = [seat(INES, { key: true }), { label: "pool", key: false, choices: [INES, JONAS] }];

  test("is the sum of the terms' points, and their weights are 100", () => {
    const slot = slotAt("2026-11-24T09:15:00Z", { people, places });
    const sum = (field: "points" | "weight") =>
      slot.terms.reduce((total, term) => total + term[field], 0);
    expect(sum("weight")).toBeCloseTo(100, 3);
    expect(sum("points")).toBeCloseTo(slot.score, 3);
    for (const term of slot.terms) expect(term.points).toBeCloseTo(term.weight * term.value, 2);
    expect(slot.terms.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(DEFAULT_WEIGHTS).toSorted(),
    );
  });

  test("follows the weights that are given, and leaves out what weighs nothing", () => {
    const weights = {
      attendance: 0,
      focus_kept: 0,
      invitations_kept: 0,
      load_balance: 0,
      panel_comfort: 0,
      candidate_comfort: 1,
      earliness: 3,
    };
    const slot = slotAt("2026-11-24T09:00:00Z", { people, places, weights });
    expect(slot.terms.map(({ name, weight }) => [name, weight])).toEqual([
      ["candidate_comfort", 25],
      ["earliness", 75],
    ]);
    const nothing = { ...weights, candidate_comfort: 0, earliness: 0 };
    expect(slotAt("2026-11-24T09:00:00Z", { people, places, weights: nothing })).toMatchObject({
      score: 0,
      terms: [],
    });
  });

  test("is the same for a start whether it is found or asked for", () => {
    const found = findSlots(request({ people, places, top: 20 }));
    if (found.kind === "none") throw new Error("nothing found");
    expect(found.slots).toHaveLength(20);
    for (const slot of found.slots) {
      expect(slotAt(slot.startsAt, { people, places })).toEqual(slot);
    }
  });
});
