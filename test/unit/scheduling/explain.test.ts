import { describe, expect, test } from "vitest";
import { findSlots } from "../../../src/scheduling/find-slots.ts";
import type { SlotBlocker, SlotRequest } from "../../../src/scheduling/types.ts";
import {
  at,
  between,
  block,
  person,
  request,
  seat,
  unreadable,
} from "../../support/slot-requests.ts";

const INES = "ines@acme.test";
const JONAS = "jonas@acme.test";
const MEI = "mei@acme.test";

const WEEK = ["24", "25", "26", "27"];

/** Busy from one clock time to another on each of four days. */
const daily = (kind: Parameters<typeof block>[0], from: string, to: string) =>
  WEEK.map((day) => block(kind, `2026-11-${day}T${from}:00Z`, `2026-11-${day}T${to}:00Z`));

const blockersOf = (changes: Partial<SlotRequest>): SlotBlocker[] => {
  const result = findSlots(request(changes));
  if (result.kind === "slots") throw new Error(`found ${result.slots[0]?.startsAt}`);
  return result.blockers;
};

const wordsOf = (changes: Partial<SlotRequest>): string[] =>
  blockersOf(changes).map(({ words }) => words);

describe("when nothing fits, the answer says", () => {
  test("that a calendar cannot be read and nobody else can take the place", () => {
    const people = { [INES]: unreadable(INES, "not_found") };
    expect(blockersOf({ people })).toEqual([
      {
        what: "calendar_unreadable",
        email: INES,
        words:
          'The calendar of Ines cannot be read: the calendar service does not know this address. Nobody else can take the place "hiring manager".',
      },
    ]);
  });

  test("for each person and day who is missing when all others can", () => {
    const people = {
      [INES]: person(INES, {
        blocks: [
          block("out_of_office", "2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z"),
          block("busy", "2026-11-25T09:00:00Z", "2026-11-25T17:00:00Z"),
        ],
        maxPerWeek: 1,
        interviews: [at("2026-11-27T08:00:00Z")],
      }),
      [JONAS]: person(JONAS),
    };
    const horizon = between("2026-11-24T00:00:00Z", "2026-11-27T00:00:00Z");
    expect(blockersOf({ people, horizon, places: [seat(INES), seat(JONAS)] })).toEqual([
      {
        what: "out_of_office",
        email: INES,
        day: "2026-11-24",
        words: "On Tuesday 24 November the others can, but Ines is out of office.",
      },
      {
        what: "busy",
        email: INES,
        day: "2026-11-25",
        words: "On Wednesday 25 November the others can, but Ines is busy.",
      },
      {
        what: "week_limit",
        email: INES,
        day: "2026-11-26",
        words:
          "On Thursday 26 November the others can, but Ines has reached the limit of 1 interview a week.",
      },
    ]);
  });

  test("once what holds on every working day, leaving out days on which nobody works", () => {
    const away = between("2026-11-24T00:00:00Z", "2026-12-05T00:00:00Z");
    const people = {
      [INES]: person(INES, { blocks: [{ kind: "out_of_office", ...away }] }),
      [JONAS]: person(JONAS),
    };
    expect(blockersOf({ people, horizon: away, places: [seat(INES), seat(JONAS)] })).toEqual([
      {
        what: "out_of_office",
        email: INES,
        words: "On every working day the others can, but Ines is out of office.",
      },
    ]);
  });

  test("each person who stands alone against the others, with up to two reasons", () => {
    const people = {
      [INES]: person(INES, { blocks: daily("busy", "12:00", "17:00"), bufferMinutes: 30 }),
      [JONAS]: person(JONAS, { blocks: daily("busy", "09:00", "12:30") }),
    };
    const horizon = between("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z");
    expect(wordsOf({ people, horizon, places: [seat(INES), seat(JONAS)] })).toEqual([
      "On Tuesday 24 November the others can, but Ines is busy.",
      "On Tuesday 24 November the others can, but Jonas is busy.",
    ]);
  });

  test("who has no time at all when several are away", () => {
    const people = {
      [INES]: person(INES, { blocks: daily("busy", "09:00", "17:00") }),
      [JONAS]: person(JONAS, {
        blocks: daily("busy", "10:00", "16:00"),
        bufferMinutes: 15,
      }),
      [MEI]: person(MEI),
    };
    const places = [seat(INES), seat(JONAS), seat(MEI)];
    expect(wordsOf({ people, places })).toEqual([
      "On every working day there is no time for Ines, who is busy.",
      "On every working day there is no time for Jonas, who is busy or needs a buffer of 15 minutes.",
    ]);
  });

  test("that everybody has time but never at once", () => {
    const people = {
      [INES]: person(INES, { blocks: daily("busy", "09:00", "14:00") }),
      [JONAS]: person(JONAS, { blocks: daily("busy", "12:00", "17:00") }),
      [MEI]: person(MEI, {
        blocks: [...daily("busy", "09:00", "11:30"), ...daily("busy", "14:30", "17:00")],
      }),
    };
    const places = [seat(INES), seat(JONAS), seat(MEI)];
    expect(blockersOf({ people, places })).toEqual([
      {
        what: "no_overlap",
        words:
          "On every working day each place has somebody who can at some time, but never all at once.",
      },
    ]);
  });

  test("that the places need more people than there are", () => {
    const pool = { label: "pool seniors", key: false, choices: [INES, JONAS] };
    const people = { [INES]: person(INES), [JONAS]: unreadable(JONAS) };
    expect(blockersOf({ people, places: [pool, pool] })).toEqual([
      {
        what: "too_few_people",
        words:
          "The places (pool seniors) need 2 different people, and those who can be asked do not fill them all.",
      },
    ]);
  });

  test("that on a day only one of a pool is there for two places", () => {
    const pool = { label: "pool seniors", key: false, choices: [INES, JONAS] };
    const people = {
      [INES]: person(INES, { blocks: daily("out_of_office", "00:00", "23:59") }),
      [JONAS]: person(JONAS),
    };
    expect(blockersOf({ people, places: [pool, pool] })).toEqual([
      {
        what: "too_few_people",
        words:
          "On every working day each place has somebody who can, but never different people for all of them.",
      },
    ]);
  });

  test("that notice, horizon or the candidate's times leave no start", () => {
    expect(blockersOf({ minimumNoticeMinutes: 6 * 24 * 60 })).toEqual([
      {
        what: "minimum_notice",
        words: "The minimum notice of 6 days reaches beyond the end of the horizon.",
      },
    ]);
    const short = between("2026-11-24T10:00:00Z", "2026-11-24T10:59:00Z");
    expect(blockersOf({ horizon: short })[0]?.what).toBe("horizon");
    const windows = [between("2026-11-24T10:00:00Z", "2026-11-24T10:59:00Z")];
    expect(blockersOf({ candidate: { zone: "UTC", windows } })).toEqual([
      {
        what: "candidate_windows",
        words: "None of the times that the candidate gave is as long as the interview: 1 hour.",
      },
    ]);
    const ofWindows = (given: typeof windows, more: Parameters<typeof blockersOf>[0] = {}) =>
      blockersOf({ candidate: { zone: "UTC", windows: given }, ...more })[0]?.words;
    expect(ofWindows([])).toBe("Nothing is left of the times that the candidate gave.");
    const monday = [between("2026-11-24T08:00:00Z", "2026-11-24T12:00:00Z")];
    expect(ofWindows(monday, { minimumNoticeMinutes: 2 * 24 * 60 })).toBe(
      "None of the times that the candidate gave leaves 1 hour after the minimum notice of 2 days.",
    );
    expect(ofWindows([between("2027-03-01T08:00:00Z", "2027-03-01T12:00:00Z")])).toMatch(
      /^None of the times that the candidate gave leaves 1 hour until .*, the last day in which times are looked for\.$/,
    );
    const off = [between("2026-11-24T10:10:00Z", "2026-11-24T11:10:00Z")];
    const asked = { zone: "UTC", windows: off, windowsOf: "team" as const };
    expect(blockersOf({ candidate: asked })[0]?.words).toBe(
      "None of the times that were asked for has a start at which an interview may begin: every 15 minutes of the clock.",
    );
  });

  test("what stands against the one start that was asked for", () => {
    const people = {
      [INES]: person(INES, { blocks: daily("busy", "15:00", "16:00"), zone: "Europe/Lisbon" }),
      [JONAS]: person(JONAS, { blocks: daily("tentative", "15:00", "16:00") }),
    };
    const places = [seat(INES), seat(JONAS)];
    const candidate = { zone: "Europe/Lisbon" };
    const ask = (start: string) =>
      blockersOf({ people, places, candidate, requiredStart: at(start) });
    expect(ask("2026-11-24T14:30:00Z")).toEqual([
      {
        what: "busy",
        email: INES,
        day: "2026-11-24",
        words: "On Tuesday 24 November at 14:30 (Lisbon time) the others can, but Ines is busy.",
      },
    ]);
    expect(ask("2026-11-24T17:30:00Z").map(({ what, email }) => ({ what, email }))).toEqual([
      { what: "outside_hours", email: INES },
      { what: "outside_hours", email: JONAS },
    ]);
    expect(ask("2026-11-23T08:30:00Z")[0]?.what).toBe("horizon");
    expect(ask("2026-11-22T08:30:00Z")[0]).toMatchObject({
      what: "horizon",
      words: "That time is past.",
    });
  });
});

test("a pause that begins to matter is said even when there are slots", () => {
  const people = { [INES]: person(INES, { pausedUntil: at("2026-11-26T00:00:00Z") }) };
  expect(findSlots(request({ people }))).toMatchObject({
    kind: "slots",
    findings: [
      {
        kind: "paused",
        email: INES,
        words: "Ines takes no interviews before Thursday 26 November.",
      },
    ],
  });
});
