/** Tells how likely the candidates of interviews to come stay away, again each hour and after they confirmed, and learns by night from what
 * became of others. Evaluative: nothing of it is done, and nothing of it is left, while an admin has not switched that on. */
import { type AttendanceFacts, factsOfTime, withConsent } from "../attendance/features.ts";
import { confirmedByNow, confirmedByThen, factsMoment } from "../attendance/horizon.ts";
import type { AttendanceModel } from "../attendance/model.ts";
import { predict } from "../attendance/predict.ts";
import { hasEnough, trainModel } from "../attendance/train.ts";
import { type OpenedBooking, openBooked } from "../cases/confirmation.ts";
import {
  type ToScore,
  forgetRisks,
  keepModel,
  keepRisk,
  listToScore,
  priorModel,
  readHistory,
  readModel,
} from "../cases/no-show-risks.ts";
import type { Database } from "../db/port.ts";
import type { Clock } from "../domain/time.ts";
import { kindOf } from "../plans/interview-kinds.ts";
import type { PlanReader } from "../plans/reader.ts";
import { isEvaluativeOn } from "../policy/decide.ts";
import { readPolicy } from "../policy/store.ts";
import type { Texts } from "../privacy/texts.ts";
import { type HelpDeps, findHelp } from "./attendance-help.ts";
import { lastNight } from "./nightly.ts";

export interface RiskDeps extends HelpDeps {
  database: Database;
  clock: Clock;
  texts: Texts;
  plans: Pick<PlanReader, "get">;
  companyZone: string;
}

const STALE_AFTER = Temporal.Duration.from({ hours: 1 });
const MOST_A_ROUND = 20;

/** One round; safe to run in many processes at once: told twice, a risk is the same. */
export const tellRisks = async (deps: RiskDeps): Promise<void> => {
  const { database, clock } = deps;
  if (!isEvaluativeOn((await readPolicy(database)).policy)) {
    await forgetRisks(database, { begunBy: null });
    return;
  }
  await learnByNight(deps);
  const now = clock.now();
  await forgetRisks(database, { begunBy: now });
  const staleBefore = now.subtract(STALE_AFTER);
  const due = await listToScore(database, { now, staleBefore, limit: MOST_A_ROUND });
  const model = due.length > 0 ? await readModel(database) : null;
  for (const interview of due) if (model) await tellOne(interview, model, deps);
};

const NIGHTLY_AT = Temporal.PlainTime.from("03:30");
const LEARNT = "attendance_learnt";
/** More of them change nothing, and cost time. */
const MOST_ROWS = 20_000;

/** Once a night, in one process. Without enough history of one's own the prior stands. */
const learnByNight = async ({ database, clock, companyZone }: RiskDeps): Promise<void> => {
  const now = clock.now();
  const latest = lastNight(now, { zone: companyZone, at: NIGHTLY_AT });
  const claimed = await database.query(
    `insert into settings (name, value, updated_at) values ($1, '{}', $2)
     on conflict (name) do update set updated_at = excluded.updated_at where settings.updated_at < $3
     returning 1`,
    [LEARNT, now.toString(), latest.toString()],
  );
  if (claimed.length === 0) return;
  const rows = await readHistory(database, MOST_ROWS);
  const model = hasEnough(rows) ? trainModel(rows) : priorModel();
  await database.transaction(async (tx) => await keepModel(tx, model, now));
};

const tellOne = async (
  interview: ToScore,
  model: AttendanceModel,
  deps: RiskDeps,
): Promise<void> => {
  const { database, clock } = deps;
  const opened = await openBooked(interview.proposalId, deps);
  const now = clock.now();
  const confirmedAt = opened?.confirmedAt ?? null;
  const known = factsOf(interview, opened);
  const isKnown = Temporal.Instant.compare(factsMoment(interview), now) <= 0;
  const toLearnFrom =
    opened && isKnown ? { ...known, confirmed: confirmedByThen(interview, confirmedAt) } : null;
  const confirmed = opened && confirmedByNow(interview, { confirmedAt, now });
  const { risk, reasons } = predict(model, { ...known, confirmed });
  const plan = opened ? await deps.plans.get(opened.payload.planId) : null;
  const booking = opened && { payload: opened.payload, plan };
  const help = await findHelp(interview, { booking, risk }, deps);
  await database.transaction(async (tx) => {
    await keepRisk(tx, {
      ...interview,
      risk,
      reasons: reasons.map(({ says }) => says),
      modelVersion: model.version,
      toldAt: now,
      facts: toLearnFrom,
      isOnToday: help.isOnToday,
    });
    await help.keep(tx);
  });
};

/** What is known of the interview alone, but for whether it is confirmed. Nobody has been asked for consent to more. */
const factsOf = (interview: ToScore, booked: OpenedBooking | null): AttendanceFacts => {
  const { sessionId, stageName, moves, attendedBefore, missedBefore } = interview;
  const candidate = booked?.payload.candidate;
  const session = booked?.payload.sessions.find((each) => each.sessionId === sessionId);
  const zone = candidate && candidate.zoneSource !== "company" ? candidate.zone : null;
  return withConsent(
    {
      ...factsOfTime({ ...interview, zone }),
      confirmed: null,
      pageOpened: null,
      chatUsed: null,
      reschedules: moves,
      stageKind: kindOf(stageName)?.id ?? null,
      format: session?.format ?? null,
      attendedBefore,
      missedBefore,
    },
    false,
  );
};
