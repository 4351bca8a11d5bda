/** Somebody of the panel, or a coordinator, says whether a candidate came, or corrects it. */
import type { Database, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { MISSED_IN_WORDS, type MissedReason, isNotTheCandidates } from "../domain/missed-reason.ts";
import type { AcceptDeps } from "../intake/accept.ts";
import { appendLedger } from "../ledger/append.ts";
import { MOST_OF_A_KIND, tooMany } from "./answers.ts";
import { lockCase } from "./asked-case.ts";
import {
  type AttendanceKey,
  type AttendanceRow,
  findAttendance,
  isLastSaidMissed,
  listAttendances,
} from "./attendances.ts";
import { getCase, setCase } from "./cases.ts";
import { lookAgainAtFeedback } from "./feedback-owed.ts";
import { endInvitation, stepAfterMissed } from "./invitation.ts";
import type { ProposalDeps } from "./proposals.ts";
import {
  CANDIDATE_MISSED,
  bookingProblems,
  endProblems,
  problemOf,
  setProblem,
} from "./problems.ts";
import type { CaseRecord } from "./records.ts";
import { askOfVisit, takeTimeAgain } from "./settle-missed.ts";
import { supersedeMessages } from "./supersede.ts";

interface Said extends AttendanceKey {
  /** Null: it is not known after all. */
  attended: boolean | null;
  /** Why it was missed, if they know; only of what was missed. */
  reason?: MissedReason | null;
  by: string;
  /** Lever user whose link it was said by, which has no role: by each not without an end. */
  linkOf?: string;
}

/** Somebody says whether the candidate came, and if not, why; or corrects it. The same said again is nothing new. Errors: `not_found`;
 * `conflict` for an interview that has not begun; `input_invalid` for a reason of what was not missed; `rate_limited` by a link. */
export const sayAttendance = async (
  said: Said,
  deps: AcceptDeps & ProposalDeps & { database: Database },
): Promise<void> => {
  const reason = said.reason ?? null;
  if (reason !== null && said.attended !== false) throw reasonWithoutMiss();
  await deps.database.transaction(async (tx) => {
    const case_ = await lockCase(tx, said.caseId);
    const row = await findAttendance(tx, said);
    if (!row) throw noSuchInterview();
    const now = deps.clock.now();
    if (Temporal.Instant.compare(row.startsAt, now) > 0) throw notBegun();
    const isSame = row.attended === said.attended && row.saidAt !== null;
    if (isSame && row.reason === reason) return;
    if ((await countSaidByLink(tx, said)) >= MOST_OF_A_KIND) throw tooMany();
    // Only the reason is told otherwise: that it was missed holds as it did.
    const kept = isSame ? row : { saidAt: now, settledAt: null };
    await keepSaid(tx, { ...said, reason, saidAt: kept.saidAt ?? now, settledAt: kept.settledAt });
    const correlationId = deps.ids.next("co");
    await (said.attended === false
      ? tellMissed(tx, { said, case_, correlationId, now, isSame }, deps)
      : takeBackMissed(tx, { row, case_, correlationId, now }, deps));
    // Of an interview that was missed no form is owed.
    await lookAgainAtFeedback(tx, { opportunityId: case_.opportunityId, now, atOnce: true });
    await tx.query("select pg_notify('convene', $1)", [
      JSON.stringify({ topic: "cases", caseId: said.caseId }),
    ]);
    await appendLedger(tx, {
      type: "attendance.said",
      actor: said.by,
      caseId: said.caseId,
      correlationId,
      data: {
        sessionId: said.sessionId,
        startsAt: said.startsAt.toString(),
        attended: said.attended,
        reason,
        ...(said.linkOf !== undefined && { linkOf: said.linkOf }),
      },
      at: now,
    });
  });
};

const keepSaid = async (
  tx: Tx,
  said: Said & { reason: MissedReason | null; saidAt: Temporal.Instant } & Pick<
      AttendanceRow,
      "settledAt"
    >,
): Promise<void> => {
  const { caseId, sessionId, startsAt, attended, by, saidAt, reason, settledAt } = said;
  await tx.query(
    `update attendances set attended = $4, said_by = $5, said_at = $6, reason = $7, settled_at = $8
     where case_id = $1 and session_id = $2 and starts_at = $3`,
    [
      caseId,
      sessionId,
      startsAt.toString(),
      attended,
      by,
      saidAt.toString(),
      reason,
      settledAt?.toString() ?? null,
    ],
  );
};

/** How often it was said of this interview by the same link. */
const countSaidByLink = async (
  tx: Tx,
  { caseId, sessionId, startsAt, linkOf }: Said,
): Promise<number> => {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from ledger where case_id = $1 and type = 'attendance.said' and data @> $2
       and data ->> 'linkOf' = $3`,
    [caseId, JSON.stringify({ sessionId, startsAt: startsAt.toString() }), linkOf ?? null],
  );
  return row?.n ?? 0;
};

/** The case is for a person at once; what else comes of it waits until it holds. */
const tellMissed = async (
  tx: Tx,
  { said, case_, correlationId, now, isSame }: Missed,
  deps: AcceptDeps & ProposalDeps,
): Promise<void> => {
  await tellCase(tx, { said, case_ }, deps);
  if (!isSame) return;
  const because = "Why the interview was missed is told otherwise by now.";
  const about = { caseId: case_.id, exceptRun: null, because, correlationId, sessionId: null };
  // Without one that waits the candidate has been asked, is not asked yet, or a person wanted it otherwise.
  if ((await supersedeMessages(tx, { ...about, kind: "invite_again" }, deps)) === 0) return;
  await askOfVisit(tx, { case_, correlationId, now }, deps);
};

const tellCase = async (
  tx: Tx,
  { said, case_ }: Pick<Missed, "said" | "case_">,
  deps: AcceptDeps,
): Promise<void> => {
  if (case_.closedAt !== null) return;
  const problem = { code: CANDIDATE_MISSED, message: missedInWords(said) };
  await setProblem(tx, { caseId: case_.id, problem }, deps.clock);
  const nextStep = await stepAfterMissed(tx, case_.id, deps.clock.now());
  await setCase(
    tx,
    { id: case_.id, status: "blocked", nextStep, problems: case_.problems },
    deps.clock,
  );
};

const missedInWords = ({ by, reason = null }: Said): string => {
  const what = isNotTheCandidates(reason)
    ? "The interview did not take place"
    : "The candidate did not come";
  const why =
    reason === null
      ? "."
      : `: ${MISSED_IN_WORDS[reason].replace(/^[A-Z]/, (first) => first.toLowerCase())}.`;
  return `${what}, as ${by} says${why}`;
};

interface Telling {
  case_: CaseRecord;
  now: Temporal.Instant;
  correlationId: string;
}

interface Missed extends Telling {
  said: Said;
  /** Only the reason is another one than was said before. */
  isSame: boolean;
}

interface TakenBack extends Telling {
  /** What was known of it before. */
  row: AttendanceRow;
}

/** It was said before that the candidate did not come, and it is not so. */
const takeBackMissed = async (
  tx: Tx,
  { row, case_: before, correlationId, now }: TakenBack,
  deps: AcceptDeps & ProposalDeps,
): Promise<void> => {
  await takeTimeAgain(tx, row);
  const { id: caseId } = before;
  const because = "It is said otherwise by now which interviews the candidate has come to.";
  const about = { caseId, exceptRun: null, because, correlationId, sessionId: null };
  const taken = await supersedeMessages(tx, { ...about, kind: "invite_again" }, deps);
  // Of the others of the visit they may still be asked, also if this one kept that back.
  const keptBack = row.attended === false && row.settledAt === null;
  if (taken > 0 || keptBack) await askOfVisit(tx, { case_: before, correlationId, now }, deps);
  if (isLastSaidMissed(await listAttendances(tx, caseId), now)) return;
  const case_ = await getCase(tx, caseId);
  if (!case_ || !problemOf(case_, CANDIDATE_MISSED)) return;
  await endProblems(tx, { caseId, codes: new Set([CANDIDATE_MISSED]) }, deps.clock);
  await endInvitation(tx, caseId, deps.clock);
  // Whatever else it waits for, it waits for still.
  if (case_.status !== "blocked" || bookingProblems(case_).length > 0) return;
  const nextStep = "The interview has taken place.";
  await setCase(tx, { id: caseId, status: "booked", nextStep }, deps.clock);
};

const noSuchInterview = (): AppError =>
  new AppError({
    code: "not_found",
    fault: "caller",
    message: "There is no such interview at this time.",
  });

const reasonWithoutMiss = (): AppError =>
  new AppError({
    code: "input_invalid",
    fault: "caller",
    message: "`reason` says why an interview was missed: leave it out, or say `attended: false`.",
  });

const notBegun = (): AppError =>
  new AppError({
    code: "conflict",
    fault: "caller",
    message: "This interview has not begun: nobody can have come to it, or missed it.",
  });
