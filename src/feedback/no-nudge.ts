/** Why nobody is reminded of a form that is owed: pure. */

/** What is written down when it was worked out. plan_lever, plan_off: the plan says so. unknown_person: Lever does not know them.
 * no_hours: they work at no time that is known. unread: their calendar, or Lever, does not answer. */
export type NoNudge = "plan_lever" | "plan_off" | "unknown_person" | "no_hours" | "unread";

/** All that can be told. lever: Lever reminds of it. no_case: Convene coordinates nothing at its stage. closed: nor for the candidate any
 * more. told: all reminders have gone, and whoever coordinates was told. */
export type NudgeSilence = NoNudge | "lever" | "no_case" | "closed" | "told";

interface Owed {
  status: string;
  leverReminds: boolean;
  caseId: string | null;
  hostId: string | null;
  toldAt: Temporal.Instant | null;
  nudgeWhy: NoNudge | null;
}

/** Null: they are reminded, or owe nothing. What Lever and our cases say now comes before what was worked out. */
export const silenceOf = (form: Owed): NudgeSilence | null => {
  if (form.status !== "owed") return null;
  if (form.leverReminds) return "lever";
  if (form.caseId === null) return "no_case";
  if (form.hostId === null) return "closed";
  return form.toldAt === null ? form.nudgeWhy : "told";
};
