/** A request that tells, asks or thinks about what could be done, and asks for nothing: it is asked back, with what it may come to as a choice.
 * Pure. */
import { asks } from "./asking.ts";
import { isUnsure } from "./mood.ts";
import type { Settling } from "./resolve.ts";
import { settle } from "./settle.ts";
import type { Choice, Intent, Understanding } from "./understanding.ts";

/** Whether it is wanted. */
export const askWhetherWanted = (intent: Intent, settling: Settling): Understanding => {
  const { text, masked } = settling.reading;
  if (intent === "replace") return askWhetherToReplace(settling);
  if (!isUnsure(masked)) return TOLD;
  const without = text.replaceAll(/,?\s*\b(?:maybe|perhaps|possibly)\b,?/giu, " ").trim();
  const said = without
    .replaceAll(/\s+/gu, " ")
    .replace(/^(?:we|i)(?: (?:can|could|should|may|might))? /iu, "");
  return asks("did_you_mean", IF_SURE, [{ label: said, text: said }]);
};

const IF_SURE =
  "That is only thought about, so nothing is proposed. If you want it proposed, say so:";

/** Who could is nobody's to say before it is searched for. */
const askWhetherToReplace = (settling: Settling): Understanding => {
  const found = settle("replace", settling);
  if (found.is !== "intent") return TOLD;
  const { users, cases } = settling.directory;
  const { userId, caseId, when = "" } = found.slots;
  const person = users.find((user) => user.userId === userId);
  const candidate = cases.find((known) => known.caseId === caseId);
  if (!person) return TOLD;
  const of = candidate ? ` for ${candidate.name}` : "";
  const text =
    `Find a replacement for ${person.name}${of} ${when.replace(/[\s?!.]+$/u, "")}`.trim();
  const choice: Choice = { label: text, text, ...(candidate && { caseId: candidate.caseId }) };
  return asks("did_you_mean", WHETHER_TO_REPLACE, [choice]);
};

const WHETHER_TO_REPLACE =
  "Who could take the place is found by the interview plan, calendars and shares, and comes as a proposal. It was not asked for so far: is somebody to be looked for?";

const TOLD: Understanding = {
  is: "asks",
  asked: "did_you_mean",
  question:
    "That tells or asks something; it does not say what is to be done, so nothing is proposed. If you want it done, say it as a request, such as: move (candidate) to (when). To know how it stands, ask for the status.",
  choices: [],
};
