import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slotRequestOf } from "../../../evals/scorers/loop-oracle.ts";
import {
  bestTraineesByForce,
  judgeTrainees,
  type WatchedSession,
} from "../../../evals/scorers/training-oracle.ts";
import { findItineraries } from "../../../src/scheduling/find-itineraries.ts";
import { findSlots } from "../../../src/scheduling/find-slots.ts";
import type { LoopRequest, LoopSession } from "../../../src/scheduling/loop-types.ts";
import type {
  FoundSlot,
  SlotBlocker,
  SlotRequest,
  SlotResult,
  TrainingSeat,
} from "../../../src/scheduling/types.ts";
import { anyLoop } from "../../support/loop-requests.ts";
import { anyRequest, at, block, person, request, seat } from "../../support/slot-requests.ts";

const INES = "ines@acme.test";
const JONAS = "jonas@acme.test";
const MEI = "mei@acme.test";
const START = "2026-11-24T10:00:00Z";

const shadow = (...choices: string[]): TrainingSeat => ({
  label: "shadow of Ines",
  kind: "shadow",
  choices,
});

const firstOf = (changes: Partial<SlotRequest>): FoundSlot => {
  const result = findSlots(request(changes));
  const [slot] = result.kind === "slots" ? result.slots : [];
  if (!slot) throw new Error("no slot");
  return slot;
};

describe("a training seat", () => {
  const people = { [INES]: person(INES), [JONAS]: person(JONAS), [MEI]: person(MEI) };
  const asked = { people, requiredStart: at(START) };

  test("is taken by who can, and says what they do", () => {
    const reverse = { label: "leads", kind: "reverse_shadow" as const, choices: [JONAS, MEI] };
    const { training, panel } = firstOf({ ...asked, training: [shadow(JONAS, MEI), reverse] });
    expect(panel).toEqual([{ place: 0, email: INES }]);
    expect(training).toEqual([
      { seat: 0, kind: "shadow", email: JONAS, words: "Jonas sits in (shadow of Ines)." },
      { seat: 1, kind: "reverse_shadow", email: MEI, words: "Mei leads and is watched (leads)." },
    ]);
    expect(firstOf(asked)).not.toHaveProperty("training");
  });

  test("stays empty rather than keep a slot away, and says why", () => {
    const away = [block("busy", "2026-11-24T09:00:00Z", "2026-11-24T17:00:00Z")];
    const busy = {
      ...people,
      [JONAS]: person(JONAS, { blocks: away }),
      [MEI]: person(MEI, { optedOut: true }),
    };
    const { training } = firstOf({ ...asked, people: busy, training: [shadow(INES, JONAS, MEI)] });
    expect(training).toEqual([
      {
        seat: 0,
        kind: "shadow",
        words:
          "Nobody sits in (shadow of Ines): Mei takes no interviews, Ines is needed on the panel or sits in elsewhere and Jonas is busy.",
      },
    ]);
  });

  test("goes to whose own time suffers least, and is never counted in the score", () => {
    const tentative = [block("tentative", START, "2026-11-24T11:00:00Z")];
    const some = { ...people, [JONAS]: person(JONAS, { blocks: tentative }) };
    const slot = firstOf({ ...asked, people: some, training: [shadow(JONAS, MEI)] });
    expect(slot.training).toMatchObject([{ email: MEI }]);
    const only = firstOf({ ...asked, people: some, training: [shadow(JONAS)] });
    expect(only.training).toMatchObject([{ email: JONAS }]);
    expect([slot.score, only.score]).toEqual([firstOf(asked).score, firstOf(asked).score]);
  });

  test("keeps who sat in it when a loop is repaired", () => {
    const session: LoopSession = {
      id: "one",
      name: "One",
      durationMinutes: 60,
      places: [seat(INES)],
      training: [shadow(JONAS, MEI)],
    };
    const { session: _one, places: _places, ...around } = request({ people });
    const loop: LoopRequest = {
      ...around,
      sessions: [session],
      previous: [{ sessionId: "one", startsAt: at(START), panel: [INES], training: [MEI] }],
    };
    const result = findItineraries(loop);
    if (result.kind === "none") throw new Error("nothing fits");
    expect(result.itineraries[0]?.sessions[0]).toMatchObject({
      startsAt: START,
      training: [{ seat: 0, email: MEI }],
    });
  });

  test("is refused when it names a stranger, or when there are too many", () => {
    expect(() => firstOf({ training: [shadow("who@acme.test")] })).toThrow(
      /training\[0\]\.choices names who@acme\.test/,
    );
    const six = Array.from({ length: 6 }, () => shadow(INES));
    expect(() => firstOf({ training: six })).toThrow(/training must not be more than 5/);
  });
});

const slotsOf = (result: SlotResult): FoundSlot[] => (result.kind === "slots" ? result.slots : []);

const blockersOf = (result: SlotResult): SlotBlocker[] =>
  result.kind === "none" ? result.blockers : [];

const plain = ({ training: _training, ...slot }: FoundSlot): FoundSlot => slot;

describe("on any request", () => {
  test("training seats change no slot, and are filled as trying everything would", () => {
    fc.assert(
      fc.property(anyRequest, ({ training = [], ...without }) => {
        const result = findSlots({ ...without, training });
        const bare = findSlots(without);
        expect(slotsOf(result).map(plain)).toEqual(slotsOf(bare));
        expect(blockersOf(result)).toEqual(blockersOf(bare));
        for (const { startsAt, panel, training: seated = [] } of slotsOf(result)) {
          const watched = [{ request: without, training, startsAt }];
          const taken = new Set(panel.map(({ email }) => email));
          const trainees = [seated.map(({ email }) => email)];
          const { broken, ...judged } = judgeTrainees(watched, taken, trainees);
          expect(broken).toEqual([]);
          const best = bestTraineesByForce(watched, taken);
          expect(judged.filled).toBe(best.filled);
          expect(judged.worth).toBeCloseTo(best.worth, 6);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("those of a loop are filled together, nobody twice", () => {
    fc.assert(
      fc.property(anyLoop, (loop) => {
        const result = findItineraries(loop);
        if (result.kind === "none") return;
        for (const { sessions } of result.itineraries) {
          const inOrder = loop.sessions.map((asked) => ({
            asked,
            placed: sessions.find(({ sessionId }) => sessionId === asked.id),
          }));
          const watched = inOrder.map(({ asked, placed }): WatchedSession => {
            const { places: _places, ...alone } = slotRequestOf(asked, loop);
            const weights = loop.weights ?? {};
            return {
              request: { ...alone, weights },
              training: asked.training ?? [],
              startsAt: placed?.startsAt ?? "",
            };
          });
          const taken = new Set(sessions.flatMap(({ panel }) => panel.map(({ email }) => email)));
          const trainees = inOrder.map(({ placed }) =>
            (placed?.training ?? []).map(({ email }) => email),
          );
          const { broken, ...judged } = judgeTrainees(watched, taken, trainees);
          expect(broken).toEqual([]);
          const best = bestTraineesByForce(watched, taken);
          expect(judged.filled).toBe(best.filled);
          expect(judged.worth).toBeCloseTo(best.worth, 6);
        }
      }),
      { numRuns: 60 },
    );
  });
});
