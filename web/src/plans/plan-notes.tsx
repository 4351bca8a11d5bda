import { IconInfoCircle } from "@tabler/icons-react";
import type { PlanCheck } from "../../../src/http/api/plan-schemas.ts";
import { useLeverNames } from "../api/queries.ts";

/** What to know of a plan that is no fault. */
export const PlanNotes = ({ notes, plan }: { notes: string[]; plan: PlanCheck["plan"] }) => {
  const names = useLeverNames().data;
  const all = [...notes, ...strangeNames(plan, names)];
  if (all.length === 0) return null;
  return (
    <ul className="plan-notes" aria-label="Good to know">
      {all.map((note) => (
        <li key={note}>
          <IconInfoCircle size={15} aria-hidden />
          <span>{note}</span>
        </li>
      ))}
    </ul>
  );
};

interface Names {
  stages: string[];
  forms: string[];
}

/** Names that Lever does not have. An id is no name, and a list that may not be read has none. */
const strangeNames = (plan: PlanCheck["plan"], names: Names | undefined): string[] => {
  if (!plan || !names) return [];
  const strange = (given: string[], known: string[], what: string): string[] =>
    known.length === 0
      ? []
      : given
          .filter((name) => !known.includes(name) && !/^[0-9a-f-]{20,}$/.test(name))
          .map((name) => `Lever has no ${what} called “${name}” now.`);
  const forms = plan.sessions.flatMap(({ feedbackTemplate }) => feedbackTemplate ?? []);
  return [
    ...strange(plan.match.stages, names.stages, "stage"),
    ...strange(forms, names.forms, "feedback form"),
  ];
};
