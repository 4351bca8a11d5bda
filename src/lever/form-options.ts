/** The options of the fields of forms that were handed in. */
import { AppError } from "../domain/errors.ts";
import type { LeverReader, SubmittedFeedback } from "./port.ts";

/** The options of a form's field, by its index. */
export type OptionsOf = (form: SubmittedFeedback, index: number) => string[];

/** A form that was handed in may not say the options of its fields: its template does, where it still has the same fields. Errors: those of
 * Lever. */
export const readFormOptions = async (
  forms: readonly SubmittedFeedback[],
  lever: Pick<LeverReader, "getFeedbackTemplate">,
): Promise<OptionsOf> => {
  const isSilent = (answer: SubmittedFeedback["answers"][number]): boolean =>
    SCALED.has(answer.kind) && answer.options.length === 0;
  const wanted = new Set(
    forms.flatMap(({ templateId, answers }) =>
      templateId !== null && answers.some(isSilent) ? [templateId] : [],
    ),
  );
  const fields = new Map<string, { text: string; options: { text: string }[] }[]>();
  for (const id of wanted) fields.set(id, await fieldsOf(id, lever));
  return ({ templateId, answers }, index) => {
    const answer = answers[index];
    if (!answer || !isSilent(answer)) return answer?.options ?? [];
    const field = fields.get(templateId ?? "")?.[index];
    const isSame = field?.text === answer.question.quoted;
    return isSame ? field.options.map(({ text }) => text) : [];
  };
};

const SCALED: ReadonlySet<string> = new Set(["score-system", "dropdown", "multiple-choice"]);

/** A template that is gone has none. */
const fieldsOf = async (id: string, lever: Pick<LeverReader, "getFeedbackTemplate">) => {
  try {
    return (await lever.getFeedbackTemplate(id)).fields;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "lever_not_found") return [];
    throw thrown;
  }
};
