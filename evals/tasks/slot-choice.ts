/** Slots on seeded worlds: does the engine choose what trying everything would choose. */
import { findSlots } from "../../src/scheduling/find-slots.ts";
import type { SlotRequest, SlotResult } from "../../src/scheduling/types.ts";
import { bestList, bestSlot, saysWhyNot } from "../scorers/best-slot.ts";
import { bestSlotsByForce, type OracleSlot } from "../scorers/slot-oracle.ts";
import { defineTask, type Sample, type Solver, type Task } from "../task.ts";
import { slotWorld } from "../worlds/slot-world.ts";

const WORLDS = 60;

const worldSample = (seed: number): Sample<SlotRequest, OracleSlot[]> => {
  const input = slotWorld(seed);
  const target = bestSlotsByForce(input);
  return { id: `world-${seed}`, seed, input, target, tags: tagsOf(input, target) };
};

const tagsOf = (request: SlotRequest, target: OracleSlot[]): string[] => [
  request.places.length === 1 ? "one person" : `panel of ${request.places.length}`,
  target.length === 0 ? "nothing fits" : "something fits",
  ...(request.candidate.windows ? ["candidate's windows"] : []),
];

/** The task, for the product's engine or for another solver. */
export const createSlotChoiceTask = (
  solver: Solver<SlotRequest, SlotResult> = findSlots,
  worlds = WORLDS,
): Task =>
  defineTask({
    name: "slot-choice",
    about: "The slots offered are the best there are, or it is said why there is none.",
    samples: async () =>
      await Promise.resolve(Array.from({ length: worlds }, (_, nth) => worldSample(nth + 1))),
    solver,
    scorers: [bestSlot, bestList, saysWhyNot],
  });

const HURRY = {
  attendance: 0,
  focus_kept: 0,
  invitations_kept: 0,
  load_balance: 0,
  candidate_comfort: 0,
  earliness: 1,
};

/** Wrong on purpose: takes the first time that is free, scored rightly, and says nothing when there is none. */
export const firstFit: Solver<SlotRequest, SlotResult> = (request) => {
  const earliest = findSlots({ ...request, weights: HURRY, top: 1 });
  if (earliest.kind === "none") return { ...earliest, blockers: [] };
  const requiredStart = Temporal.Instant.from(earliest.slots[0]?.startsAt ?? "");
  return findSlots({ ...request, requiredStart });
};
