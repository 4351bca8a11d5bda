/** What is done for whoever may stay away, where the plan says from which risk on: never of the share that shows whether help helps. */
import type { Logger } from "pino";
import { isHeldOut } from "../attendance/hold-out.ts";
import { isAbove } from "../attendance/is-above.ts";
import type { CalendarReader } from "../calendar/port.ts";
import { interviewIdOf } from "../cases/attendances.ts";
import {
  type Helped,
  findCandidateHelp,
  keepHelpDue,
  planCandidateHelp,
  planWord,
  visitHelpOf,
} from "../cases/no-show-help.ts";
import { type ToScore, listRisks } from "../cases/no-show-risks.ts";
import { listReminderRows } from "../cases/reminders.ts";
import { type OwnersReader, readRiskReaders } from "../cases/risk-readers.ts";
import type { Database, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { InterviewPlan } from "../domain/plan.ts";
import type { BookInterview } from "../domain/proposal.ts";
import type { Clock } from "../domain/time.ts";
import { type NudgeTime, type WorkingTime, nextWorkingTime } from "../feedback/nudge-times.ts";
import type { LeverReader } from "../lever/port.ts";
import { readWorkingTime } from "../people/working-time.ts";

export interface HelpDeps {
  database: Database;
  clock: Clock;
  log: Logger;
  lever: Pick<LeverReader, "listUsers"> & OwnersReader;
  calendar: Pick<CalendarReader, "readBusy">;
  companyZone: string;
}

/** Later than this the recruiter can do nothing any more. Units: hours before the start. */
const WORD_LEAST_HOURS = 1;

/** When the recruiter is told: now, or when they work next, and soon enough before the interview. Null: at no such time. */
export const wordTime = (
  startsAt: Temporal.Instant,
  { works, now }: { works: WorkingTime; now: Temporal.Instant },
): NudgeTime | null => {
  const latest = startsAt.subtract({ hours: WORD_LEAST_HOURS });
  const next = nextWorkingTime(now, works);
  if (!next || Temporal.Instant.compare(next.at, latest) >= 0) return null;
  return Temporal.Instant.compare(next.until, latest) > 0 ? { ...next, until: latest } : next;
};

/** What is to be written down of the help for one interview, in the transaction that keeps its risk. */
export interface HelpFound {
  /** Whether nobody can tell the recruiter but the page of the day. */
  isOnToday: boolean;
  keep(tx: Tx): Promise<void>;
}

interface Told {
  booking: { payload: BookInterview; plan: InterviewPlan | null } | null;
  risk: number;
}

/** Looks for it anew each time that the risk is told: the recruiter's day may be another one by now. The candidate's reminder is looked for
 * once. */
export const findHelp = async (
  interview: ToScore,
  { booking, risk }: Told,
  deps: HelpDeps,
): Promise<HelpFound> => {
  if (!booking) return NO_HELP;
  const above = booking.plan?.reminders?.helpAbovePercent;
  const isDue = above !== undefined && isAbove(risk, above);
  const wasDue = interview.helpDueAt !== null;
  if (!isDue && !wasDue) return NO_HELP;
  const isOut = isHeldOut(interviewIdOf(interview));
  if (isOut && wasDue) return NO_HELP;
  const helped: Helped = { ...interview, ...booking };
  const now = deps.clock.now();
  const rows = await listReminderRows(deps.database, interview.caseId);
  // Asked of the others of its visit alone.
  const isAlone = booking.payload.sessions.length === 1;
  const risks = isAlone ? [] : await listRisks(deps.database, interview.caseId);
  const visit = visitHelpOf(helped, { percent: above ?? null, rows, risks });
  const mayTell = (isDue || visit.isOtherDue) && !visit.isTold;
  const word = mayTell ? await findWord({ ...interview, ...visit }, booking, deps) : null;
  const reminder = wasDue ? null : await findCandidateHelp(deps.database, helped, { rows, now });
  return {
    isOnToday: isDue && mayTell && !isOut && word === null,
    keep: async (tx) => {
      const isTimely = word !== null || reminder !== null;
      if (!wasDue) await keepHelpDue(tx, interview, { isTimely, now });
      if (isOut) return;
      await planWord(tx, helped, word);
      if (reminder) await planCandidateHelp(tx, helped, reminder);
    },
  };
};

const NO_HELP: HelpFound = { isOnToday: false, keep: async () => await Promise.resolve() };

/** Null also while it cannot be worked out: that is tried again with the next risk. */
const findWord = async (
  { caseId, startsAt }: ToScore,
  { payload, plan }: NonNullable<Told["booking"]>,
  deps: HelpDeps,
): Promise<NudgeTime | null> => {
  try {
    const readers = await readRiskReaders(payload, deps.lever);
    const active = (await deps.lever.listUsers()).filter(({ deactivated }) => !deactivated);
    const [person] = readers.flatMap((reader) => active.filter(({ id }) => id === reader));
    if (!person) return null;
    const works = await readWorkingTime(person, { rules: plan?.rules ?? {} }, deps);
    return wordTime(startsAt, { works, now: deps.clock.now() });
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    deps.log.warn(
      { err: thrown, caseId },
      "when to tell the recruiter of a risk could not be worked out; tried again within an hour",
    );
    return null;
  }
};
