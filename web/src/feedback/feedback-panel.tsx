import type { CaseDetail } from "../../../src/http/api/schemas.ts";
import type { OwedFormItem } from "../../../src/http/api/feedback-schemas.ts";
import { useOwedForms } from "../api/queries.ts";
import { StatusBadge } from "../parts/badge.tsx";
import { ProblemNote } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";
import { Reminders } from "./reminders.tsx";
import { statusOfForm, whoOwes } from "./owed-forms.ts";

/** Who of a case's interviewers has handed in their form. Nothing while no interview is over. */
export const FeedbackPanel = ({ case_ }: { case_: CaseDetail }) => {
  const query = useOwedForms({ status: "any", caseId: case_.id });
  if (query.error) return <ProblemNote error={query.error} />;
  const forms = query.data?.items ?? [];
  if (forms.length === 0) return null;
  return (
    <section className="panel briefs" aria-labelledby="feedback-forms">
      <h2 id="feedback-forms">Feedback</h2>
      <ul>
        {forms.map((form) => (
          <li key={form.id}>
            <div>
              <p className="strong">{whoOwes(form)}</p>
              <p className="quiet small">
                {form.form ?? "Feedback form"} · interview of <When iso={form.startsAt} />
              </p>
              <Reminders form={form} />
              {form.excuse !== null && <p className="quiet small">{EXCUSES[form.excuse]}</p>}
            </div>
            <StatusBadge status={statusOfForm(form)} />
            <span className="quiet small">
              <When iso={form.handedInAt ?? form.endsAt} isRelative />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const EXCUSES: Record<NonNullable<OwedFormItem["excuse"]>, string> = {
  deactivated: "Deactivated in Lever, so it is not waited for.",
  missed: "The candidate did not come, so nothing is to be handed in.",
  made_up: "The candidate did not come, and another interview came instead.",
  too_long: "Not handed in within 30 days, so it is not waited for any more.",
};
