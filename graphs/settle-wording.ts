/** What becomes of a model's answer: checked by code, put into the draft as far as it may stand, and told by one word. */
import type { Specialist } from "../agents/specialist.ts";
import { isJsonObject } from "../src/domain/json-object.ts";
import type { FinalDraft } from "./papers.ts";

/** The draft to propose. fallback: nothing of what the model said stands in it. `faults`: why not, without its words. */
export const settleWording = <Draft, Wording>(
  { wording: { of, put }, verify }: Pick<Specialist<never, Draft, Wording>, "wording" | "verify">,
  draft: Draft,
  answer: Wording | null,
): { final: FinalDraft<Draft>; faults: string[] } => {
  const faults = answer === null ? ["no answer"] : verify(answer, draft);
  if (answer === null || faults.length > 0)
    return { final: { draft, refined: "fallback" }, faults };
  const drafted = of(draft);
  if (isPartOf(answer, drafted)) return { final: { draft, refined: "draft" }, faults: [] };
  const worded = put(draft, answer);
  return JSON.stringify(of(worded)) === JSON.stringify(drafted)
    ? { final: { draft: worded, refined: "fallback" }, faults: ["nothing of it may stand"] }
    : { final: { draft: worded, refined: "model" }, faults: [] };
};

/** Whether it says nothing that the other one does not; what was only shown need not be said again. */
const isPartOf = (part: unknown, whole: unknown): boolean => {
  if (Array.isArray(part)) {
    return (
      Array.isArray(whole) &&
      part.length === whole.length &&
      part.every((item, index) => isPartOf(item, whole[index]))
    );
  }
  if (!isJsonObject(part)) return part === whole;
  return (
    isJsonObject(whole) && Object.entries(part).every(([name, item]) => isPartOf(item, whole[name]))
  );
};

/** Whether there is anything to word: texts in fields, or items of lists, which are named by `id` or `key`. */
export const isAnythingToWord = (wording: unknown): boolean => {
  if (!isJsonObject(wording)) return false;
  const lists = Object.values(wording).filter(Array.isArray);
  return lists.length === 0 || lists.some((items) => items.some(isItemToWord));
};

const isItemToWord = (item: unknown): boolean =>
  isJsonObject(item) && ("id" in item || "key" in item || isAnythingToWord(item));
