/** What people have changed of a synthesis since it was made, as a diff. */
import type { PostSynthesis } from "../domain/synthesis.ts";

/** One change. Shape: `before` null: it was put in; `after` null: it was left out. */
export interface SynthesisChange {
  part: "question" | "quote" | "remark";
  before: string | null;
  after: string | null;
}

type Edited = Pick<PostSynthesis, "questions" | "quotes" | "edited">;

/** Questions first, then quotes, then the remark. Shape: empty when nothing is otherwise. `made`: or any version before. */
export const editsSince = (made: Edited, present: Edited): SynthesisChange[] => {
  const now = new Map(present.questions.map(({ id, text }) => [id, text]));
  const before = new Map(made.questions.map(({ id, text }) => [id, text]));
  const kept = new Set(present.quotes.map(({ id }) => id));
  const had = new Set(made.quotes.map(({ id }) => id));
  return [
    ...made.questions.flatMap(({ id, text }): SynthesisChange[] => {
      const after = now.get(id) ?? null;
      return after === text ? [] : [{ part: "question", before: text, after }];
    }),
    ...present.questions.flatMap(({ id, text }): SynthesisChange[] =>
      before.has(id) ? [] : [{ part: "question", before: null, after: text }],
    ),
    ...made.quotes.flatMap(({ id, text }): SynthesisChange[] =>
      kept.has(id) ? [] : [{ part: "quote", before: text, after: null }],
    ),
    ...present.quotes.flatMap(({ id, text }): SynthesisChange[] =>
      had.has(id) ? [] : [{ part: "quote", before: null, after: text }],
    ),
    ...remarkChange(made, present),
  ];
};

const remarkChange = (made: Edited, present: Edited): SynthesisChange[] => {
  const before = made.edited?.remark?.text ?? null;
  const after = present.edited?.remark?.text ?? null;
  return before === after ? [] : [{ part: "remark", before, after }];
};

const COUNTED: Record<SynthesisChange["part"], [one: string, many: string]> = {
  question: ["question", "questions"],
  quote: ["quote left out", "quotes left out"],
  remark: ["remark", "remarks"],
};

/** How much was changed, without a word of it: for where texts are not kept. */
export const editsInWords = (changes: readonly SynthesisChange[]): string => {
  const counts = (["question", "quote", "remark"] as const).flatMap((part) => {
    const count = changes.filter((change) => change.part === part).length;
    const [one, many] = COUNTED[part];
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return counts.length === 0 ? "Back to what was made." : `Edited: ${counts.join(", ")}.`;
};
