/** A person's change to a synthesis that waits: other words for the debrief's questions, quotes left out, a remark of their own.
 * Figures, names, quotes and forms are taken from what was made, so that nobody can change them. */
import { AppError } from "../../src/domain/errors.ts";
import { cleanLine } from "../../src/domain/quoted.ts";
import type { DebriefQuestion, PostSynthesis, SynthesisEdit } from "../../src/domain/synthesis.ts";
import { faultOfEditedQuestion, faultOfRemark } from "./edit-checks.ts";

interface Editing {
  /** As it was made, before anybody edited it. */
  made: PostSynthesis;
  /** As it waits. */
  present: PostSynthesis;
  candidateName: string;
  by: string;
}

/** The synthesis after the edit. Errors: `input_invalid` with each fault of what was written. */
export const applySynthesisEdit = (edit: SynthesisEdit, editing: Editing): PostSynthesis => {
  const { made, present, by } = editing;
  const faults = [...faultsOfIds(edit, made), ...faultsOfWords(edit, editing)];
  if (faults.length > 0) throw unusable(faults);
  const before = present.edited?.remark ?? null;
  const remark =
    edit.remark === null
      ? null
      : { text: edit.remark, by: before?.text === edit.remark ? before.by : by };
  const out = new Set(edit.quotesOut);
  const edited: PostSynthesis = {
    ...made,
    questions: questionsOf(edit, made),
    quotes: made.quotes.filter(({ id }) => !out.has(id)),
    edited: {
      by: [...new Set([...(present.edited?.by ?? []), by])].slice(0, 20),
      quotesOut: made.quotes.flatMap(({ id }) => (out.has(id) ? [id] : [])),
      remark,
    },
  };
  if (saidIn(edited) === saidIn(present)) {
    throw unusable([{ path: "payload", message: "Nothing is otherwise than it was." }]);
  }
  return edited;
};

interface Fault {
  path: string;
  message: string;
}

const unusable = (faults: Fault[]): AppError =>
  new AppError({
    code: "input_invalid",
    fault: "caller",
    message: "The synthesis cannot be left like this.",
    data: { faults },
  });

const saidIn = ({ questions, quotes, edited }: PostSynthesis): string =>
  JSON.stringify([
    questions.map(({ id, text }) => [id, text]),
    quotes.map(({ id }) => id),
    edited?.remark?.text ?? null,
  ]);

const faultsOfIds = ({ questions, quotesOut }: SynthesisEdit, made: PostSynthesis): Fault[] => {
  const known = new Set(made.questions.map(({ id }) => id));
  const quotes = new Set(made.quotes.map(({ id }) => id));
  const ids = questions.map(({ id }) => id);
  return [
    ...ids.flatMap((id, index) =>
      id === null || (known.has(id) && ids.indexOf(id) === index)
        ? []
        : [{ path: `payload.questions.${index}.id`, message: "There is no such question." }],
    ),
    ...quotesOut.flatMap((id, index) =>
      quotes.has(id)
        ? []
        : [{ path: `payload.quotesOut.${index}`, message: "There is no such quote." }],
    ),
  ];
};

const faultsOfWords = (
  { questions, remark }: SynthesisEdit,
  { made, candidateName }: Editing,
): Fault[] => {
  const drafted = new Map(made.questions.map(({ id, text }) => [id, text]));
  return [
    ...questions.flatMap(({ id, text }, index) => {
      const before = id === null ? null : (drafted.get(id) ?? null);
      const message = faultOfEditedQuestion(text, { drafted: before, candidateName });
      return message === null ? [] : [{ path: `payload.questions.${index}.text`, message }];
    }),
    ...(remark === null ? [] : [faultOfRemark(remark, candidateName)]).flatMap((message) =>
      message === null ? [] : [{ path: "payload.remark", message }],
    ),
  ];
};

/** A new one gets an id that none had. */
const questionsOf = ({ questions }: SynthesisEdit, made: PostSynthesis): DebriefQuestion[] => {
  const drafted = new Map(made.questions.map((question) => [question.id, question]));
  let last = Math.max(0, ...made.questions.map(({ id }) => Number(id.slice("open-".length))));
  return questions.map(({ id, text }) => {
    const before = id === null ? undefined : drafted.get(id);
    if (before?.text === text) return before;
    return {
      id: before?.id ?? `open-${(last += 1)}`,
      text: cleanLine(text, 600),
      wordedBy: "person" as const,
    };
  });
};
