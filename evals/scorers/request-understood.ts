/** Whether a request in plain words was understood as it was meant. */
import { type Directory, PROPOSING, type Understanding } from "../../src/requests/understanding.ts";
import { windowsOfWhen } from "../../src/requests/when.ts";
import type { Scorer } from "../task.ts";

/** A request and the world in which it is asked. */
export interface RequestInput {
  text: string;
  directory: Directory;
  now: Temporal.Instant;
  zone: string;
}

/** What is meant. `when` in the words of the grammar of time. */
export type RequestTarget =
  | { is: "intent"; intent: string; slots: Record<string, string> }
  | { is: "asks" }
  | { is: "cannot" };

const slotsInWords = (slots: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(slots)
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");

const targetInWords = (target: RequestTarget): string =>
  target.is === "intent" ? `${target.intent} ${slotsInWords(target.slots)}`.trim() : target.is;

/** The understanding in the words of a target. */
const inWords = (found: Understanding, { now, zone }: RequestInput): string => {
  if (found.is !== "intent") return found.is;
  // Both are held against what is booked, and are no time to be looked at.
  const { when, leaves: _leaves, isOther: _isOther, ...slots } = found.slots;
  const words =
    when === undefined
      ? {}
      : { when: windowsOfWhen(when, { now, zone, durationMinutes: 60 }).words };
  return `${found.intent} ${slotsInWords({ ...slots, ...words })}`.trim();
};

type RequestScorer = Scorer<RequestInput, Understanding, RequestTarget>;

/** Right when intent and slots are those of the target; or when it asks, or says no, where that is right. */
export const understoodAsMeant: RequestScorer = {
  name: "understood",
  score: (found, { input, target }) => {
    const [answer, wanted] = [inWords(found, input), targetInWords(target)];
    const isSame = answer === wanted;
    return {
      value: isSame ? 1 : 0,
      answer,
      explanation: isSame ? "as meant" : `“${input.text.slice(0, 80)}” should give ${wanted}`,
    };
  },
};

/** Right unless something would be proposed that nobody asked for. What is asked about although it was clear is no wrong action. */
export const nothingUnasked: RequestScorer = {
  name: "no_wrong_action",
  score: (found, { input, target }) => {
    const answer = inWords(found, input);
    const isAction = found.is === "intent" && PROPOSING.has(found.intent);
    const isRight = !isAction || answer === targetInWords(target);
    return {
      value: isRight ? 1 : 0,
      answer,
      explanation: isRight
        ? "nothing unasked"
        : `“${input.text.slice(0, 80)}” asks for ${targetInWords(target)}`,
    };
  },
};
