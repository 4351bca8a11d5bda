import type { OwedFormItem } from "../../../src/http/api/feedback-schemas.ts";
import { When } from "../parts/when.tsx";

const WHY: Record<NonNullable<OwedFormItem["reminders"]["silence"]>, string> = {
  lever: "Lever itself reminds",
  plan_lever: "The plan leaves reminders to Lever",
  plan_off: "The plan has nobody reminded",
  no_case: "Not coordinated here: nobody is reminded",
  closed: "No case is open: nobody is reminded",
  told: "Not reminded any more: the recruiter and the hiring manager were told",
  unknown_person: "Lever does not know them: nobody is reminded",
  no_hours: "No working hours are known: nobody is reminded",
  unread: "When they work could not be read: tried again soon",
};

/** How far reminding of a form is, and why none comes. Nothing of one that is not owed. */
export const Reminders = ({ form: { status, reminders } }: { form: OwedFormItem }) => {
  if (status !== "owed") return null;
  const { sent, lastAt, nextAt, silence } = reminders;
  return (
    <span className="quiet small">
      {sent > 0 && lastAt !== null && (
        <>
          {sent === 1 ? "Reminded once" : `Reminded ${sent} times`}, last{" "}
          <When iso={lastAt} isRelative />.{" "}
        </>
      )}
      {silence !== null && `${WHY[silence]}.`}
      {nextAt !== null && (
        <>
          {sent === 0 ? "First reminder" : "Next"} <When iso={nextAt} />.
        </>
      )}
    </span>
  );
};
