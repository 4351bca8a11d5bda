/** Forms that are owed, put in groups, and their words. */
import type { OwedFormItem } from "../../../src/http/api/feedback-schemas.ts";

export type Grouping = "time" | "person" | "case";

export interface FormGroup {
  key: string;
  title: string;
  forms: OwedFormItem[];
}

/** In the order of the forms: whoever has waited longest for comes first. */
export const groupForms = (forms: readonly OwedFormItem[], by: Grouping): FormGroup[] => {
  const groups = new Map<string, FormGroup>();
  for (const form of forms) {
    const { key, title } = groupOf(form, by);
    const group = groups.get(key) ?? { key, title, forms: [] };
    group.forms.push(form);
    groups.set(key, group);
  }
  return [...groups.values()];
};

const groupOf = (form: OwedFormItem, by: Grouping): Pick<FormGroup, "key" | "title"> => {
  if (by === "person") return { key: form.person.id, title: whoOwes(form) };
  if (by === "case") return { key: form.caseId ?? "", title: form.candidateName ?? "No case" };
  return form.isOverdue
    ? { key: "overdue", title: "Overdue" }
    : { key: "owed", title: "Since yesterday" };
};

/** Whose form it is. */
export const whoOwes = ({ person }: OwedFormItem): string =>
  person.name ?? "Somebody whom Lever does not know";

/** For its badge. */
export const statusOfForm = ({ status, isOverdue }: OwedFormItem): string =>
  isOverdue ? "overdue" : status;
