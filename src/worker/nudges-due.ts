/** Duties towards whoever waits for feedback: works out when each interviewer is reminded of a form that they owe, by their own hours
 * and their calendar as it is then, and has it done when the time has come, by an event of the opportunity. */
import type { Logger } from "pino";
import type { CalendarReader } from "../calendar/port.ts";
import { getCase } from "../cases/cases.ts";
import { askForNudge, setNextNudge } from "../cases/feedback-nudges.ts";
import { type MirroredForm, listFormsToNudge } from "../cases/feedback-owed.ts";
import type { Database } from "../db/port.ts";
import { bestMatch } from "../domain/plan-match.ts";
import type { NoNudge } from "../feedback/no-nudge.ts";
import { nextNudge } from "../feedback/nudge-times.ts";
import { feedbackRulesOf } from "../feedback/rules.ts";
import type { AcceptDeps } from "../intake/accept.ts";
import type { LeverReader } from "../lever/port.ts";
import { readWorkingTime } from "../people/working-time.ts";
import type { PlanReader } from "../plans/reader.ts";
import { isPaused } from "../policy/store.ts";

export interface NudgesDueDeps extends AcceptDeps {
  database: Database;
  log: Logger;
  lever: Pick<LeverReader, "listUsers">;
  calendar: Pick<CalendarReader, "readBusy">;
  plans: Pick<PlanReader, "all">;
  companyZone: string;
}

/** Each costs a look into a calendar. */
const MOST_A_ROUND = 20;
/** What a plan says is looked at again after this. */
const WHILE_SILENT = { hours: 6 };
const WHILE_UNREAD = { minutes: 30 };

/** One round; safe in any number of processes. None while the kill switch is on: what cannot leave would be counted. A form of which it cannot be worked out does not keep the others waiting. */
export const askForNudges = async (deps: NudgesDueDeps): Promise<void> => {
  if (await isPaused(deps.database)) return;
  const now = deps.clock.now();
  for (const form of await listFormsToNudge(deps.database, { now, limit: MOST_A_ROUND })) {
    try {
      await workOut(form, deps);
    } catch (thrown) {
      deps.log.warn(
        { err: thrown, opportunityId: form.opportunityId },
        "when to remind of a form could not be worked out; tried again later",
      );
      await keepSilent(form, { why: "unread", after: WHILE_UNREAD }, deps);
    }
  }
};

const workOut = async (form: MirroredForm, deps: NudgesDueDeps): Promise<void> => {
  const { database, clock, lever, plans } = deps;
  const case_ = form.caseId === null ? null : await getCase(database, form.caseId);
  const plan = case_ && bestMatch(await plans.all(), case_);
  const { reminders, firstAfter, mostReminders } = feedbackRulesOf(plan);
  if (reminders !== "ours") {
    const why = reminders === "lever" ? "plan_lever" : "plan_off";
    return await keepSilent(form, { why, after: WHILE_SILENT }, deps);
  }
  const person = (await lever.listUsers()).find(({ id }) => id === form.userId);
  if (!person) return await keepSilent(form, { why: "unknown_person", after: WHILE_SILENT }, deps);
  const works = await readWorkingTime(person, { rules: plan?.rules ?? {} }, deps);
  const now = clock.now();
  const time = nextNudge(
    { endsAt: form.endsAt, lastAt: form.nudgedAt },
    { firstAfter, works, now },
  );
  if (!time) return await keepSilent(form, { why: "no_hours", after: WHILE_SILENT }, deps);
  await database.transaction(async (tx) => {
    if (Temporal.Instant.compare(time.at, now) > 0) {
      await setNextNudge(tx, { form, nextAt: time.at, why: null });
      return;
    }
    const { zone } = works.hours;
    await askForNudge(tx, { form, time, most: mostReminders, zone }, deps);
  });
};

const keepSilent = async (
  form: MirroredForm,
  { why, after }: { why: NoNudge; after: Temporal.DurationLike },
  { database, clock }: NudgesDueDeps,
): Promise<void> => {
  const nextAt = clock.now().add(after);
  await database.transaction(async (tx) => await setNextNudge(tx, { form, nextAt, why }));
};
