import type { ScoredSlot } from "../../src/domain/proposal.ts";
import type { SlotRequest, SlotResult } from "../../src/scheduling/types.ts";
import type { Scorer } from "../task.ts";
import type { OracleSlot } from "./slot-oracle.ts";

/** Points that may be lost by showing four digits. */
const SHOWN = 0.0002;

const sameSlot = (slot: ScoredSlot | undefined, wanted: OracleSlot | undefined): boolean =>
  slot !== undefined &&
  wanted !== undefined &&
  slot.startsAt === wanted.startsAt &&
  slot.panel.map(({ email }) => email).join(" ") === wanted.panel.join(" ") &&
  Math.abs(slot.score - wanted.score) < SHOWN;

const inWords = (slot: ScoredSlot | OracleSlot | undefined): string =>
  slot
    ? `${slot.startsAt} ${slot.panel.map((seat) => (typeof seat === "string" ? seat : seat.email)).join(", ")} ${slot.score.toFixed(3)}`
    : "none";

const slotsOf = (result: SlotResult): ScoredSlot[] => (result.kind === "slots" ? result.slots : []);

type SlotScorer = Scorer<SlotRequest, SlotResult, OracleSlot[]>;

/** Right when the first slot is the best there is: start, people and score; or there is none and that is what was said. */
export const bestSlot: SlotScorer = {
  name: "best_slot",
  score: (result, { target }) => {
    const [first] = slotsOf(result);
    const [wanted] = target;
    const right = first || wanted ? sameSlot(first, wanted) : true;
    return {
      value: right ? 1 : 0,
      answer: inWords(first),
      explanation: right ? "the best there is" : `the best is ${inWords(wanted)}`,
    };
  },
};

/** The share of the offered slots that are the best ones in their order. */
export const bestList: SlotScorer = {
  name: "best_list",
  score: (result, { target }) => {
    const slots = slotsOf(result);
    const length = Math.max(slots.length, target.length);
    if (length === 0) return { unscored: "there is no slot" };
    const right = target.filter((wanted, index) => sameSlot(slots[index], wanted)).length;
    return {
      value: right / length,
      answer: `${slots.length} slots`,
      explanation: `${right} of ${length} are in their place`,
    };
  },
};

/** Right when it is said why nothing fits, with sentences. Unscored when something does. */
export const saysWhyNot: SlotScorer = {
  name: "says_why_not",
  score: (result, { target }) => {
    if (target.length > 0) return { unscored: "there are slots" };
    const words = result.kind === "none" ? result.blockers.map((blocker) => blocker.words) : [];
    const right = words.length > 0 && words.every((sentence) => /\S.*\.$/.test(sentence));
    return {
      value: right ? 1 : 0,
      answer: words[0] ?? "nothing",
      explanation: right ? "blockers are named" : "nothing is named that stands in the way",
    };
  },
};
