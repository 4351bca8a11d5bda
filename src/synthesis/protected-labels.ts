/** Rows and fields of a form that ask for what nobody is judged by: health, age, likeness, what somebody is. */
import type { LabelCheck, LabelFinding } from "../language/checker/check-label.ts";
import type { PanelForm } from "./form.ts";

/** One of them. */
export interface ProtectedLabel extends LabelFinding {
  label: string;
}

/** Those with an answer, each label once. */
export const protectedLabels = (
  { answers }: PanelForm,
  checkLabel: LabelCheck,
): ProtectedLabel[] => {
  const answered = answers.flatMap(({ question, answer, rows }) => {
    if (rows.length === 0) return answer === "" ? [] : [question];
    const inRows = rows.filter(({ score, comment }) => score !== null || comment !== "");
    return inRows.map(({ label }) => label);
  });
  return [...new Set(answered)].flatMap((label) => {
    const found = checkLabel(label);
    return found === null ? [] : [{ label, ...found }];
  });
};
