/** Whether candidates come to their interviews: how it stands in a case, and what a coordinator says. */
import { z } from "zod";
import { type HelpOutcome, compareGroups, groupsOf, isHeldOut } from "../../attendance/hold-out.ts";
import { LEAST_MISSED, LEAST_ROWS } from "../../attendance/train.ts";
import { type AttendanceRow, interviewIdOf, listAttendances } from "../../cases/attendances.ts";
import { sayAttendance } from "../../cases/say-attendance.ts";
import { settlesAt } from "../../cases/settle-missed.ts";
import { type OpenedBooking, openBooked } from "../../cases/confirmation.ts";
import { refuseWhileOff } from "../../cases/evaluative.ts";
import { NO_SHOW_OFF } from "../../cases/no-show-told.ts";
import {
  type NoShowRisk,
  countHistory,
  lastLearntAt,
  listRisks,
  readHelpOutcomes,
  readModel,
} from "../../cases/no-show-risks.ts";
import type { ProposalDeps } from "../../cases/proposals.ts";
import type { Database } from "../../db/port.ts";
import type { BookInterview } from "../../domain/proposal.ts";
import { riskWords } from "../../domain/risk-words.ts";
import type { AcceptDeps } from "../../intake/accept.ts";
import { type Principal, mayDecide } from "../auth/principal.ts";
import { AttendanceItem, AttendanceModelView, AttendanceSaid } from "./attendance-schemas.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

export interface AttendanceRouteDeps extends AcceptDeps, ProposalDeps {
  database: Database;
}

/** What a coordinator says, or corrects. */
export const attendanceRoute = (deps: AttendanceRouteDeps): AnyRoute =>
  defineRoute({
    method: "put",
    path: "/api/cases/{id}/attendance",
    summary: "Say, or correct, whether the candidate came to an interview that has begun",
    access: "decide",
    about: { thing: "case", in: "id" },
    params: z.object({ id: z.string() }),
    body: AttendanceSaid,
    answer: z.object({ items: z.array(AttendanceItem) }),
    handler: async ({ params: { id: caseId }, body, principal }) => {
      const { sessionId, attended, reason = null } = body;
      const startsAt = Temporal.Instant.from(body.startsAt);
      const by = principal?.name ?? "nobody";
      await sayAttendance({ caseId, sessionId, startsAt, attended, reason, by }, deps);
      return { items: await viewAttendance(caseId, principal, deps) };
    },
  });

/** What risks are told by, and whether help helps. */
export const attendanceModelRoute = ({ database }: AttendanceRouteDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/api/attendance/model",
    summary: "The no-show model in force with its card, and whether help helps",
    access: "decide",
    about: "nobody",
    answer: AttendanceModelView,
    handler: async () => {
      await refuseWhileOff(database, NO_SHOW_OFF);
      const { version, card } = await readModel(database);
      return {
        version,
        learntAt: (await lastLearntAt(database))?.toString() ?? null,
        card,
        history: {
          ...(await countHistory(database)),
          needed: { interviews: LEAST_ROWS, missed: LEAST_MISSED },
        },
        effect: effectOf(await readHelpOutcomes(database)),
      };
    },
  });

const effectOf = (outcomes: readonly HelpOutcome[]): AttendanceModelView["effect"] => {
  const groups = groupsOf(outcomes);
  const effect = compareGroups(groups);
  return {
    ...groups,
    fewer: effect?.fewer ?? null,
    inWords: effect?.inWords ?? "Nothing can be told yet: one of the two groups is empty.",
  };
};

/** Every time of every interview of a case, in the order of time. */
export const viewAttendance = async (
  caseId: string,
  principal: Principal | null,
  deps: AttendanceRouteDeps,
): Promise<AttendanceItem[]> => {
  const now = deps.clock.now();
  const risks = mayDecide(principal) ? await listRisks(deps.database, caseId) : [];
  const items: AttendanceItem[] = [];
  const bookings = new Map<string, OpenedBooking | null>();
  for (const row of await listAttendances(deps.database, caseId)) {
    const { proposalId, sessionId } = row;
    const known = bookings.get(proposalId) ?? (await openBooked(proposalId, deps));
    bookings.set(proposalId, known);
    items.push({
      sessionId,
      name: known ? nameIn(known.payload, sessionId) : sessionId,
      startsAt: row.startsAt.toString(),
      endsAt: row.endsAt.toString(),
      hasBegun: Temporal.Instant.compare(row.startsAt, now) <= 0,
      isConfirmed: known ? known.confirmedAt !== null : false,
      attended: row.attended,
      reason: row.reason,
      saidBy: row.saidBy,
      saidAt: row.saidAt?.toString() ?? null,
      settlesAt: settlingAt(row),
      risk: riskOf(row, risks),
    });
  }
  return items;
};

const settlingAt = (row: AttendanceRow): string | null =>
  row.attended === false && row.saidAt !== null && row.settledAt === null
    ? settlesAt(row, row.saidAt).toString()
    : null;

const riskOf = (
  { caseId, sessionId, startsAt }: AttendanceRow,
  risks: readonly NoShowRisk[],
): AttendanceItem["risk"] => {
  const found = risks.find(
    (each) => each.sessionId === sessionId && each.startsAt.equals(startsAt),
  );
  if (!found) return null;
  const { risk, reasons, modelVersion } = found;
  const interviewId = interviewIdOf({ caseId, sessionId, startsAt });
  return {
    risk,
    reasons,
    words: riskWords(found),
    modelVersion,
    isHeldOut: isHeldOut(interviewId),
  };
};

const nameIn = ({ sessions }: BookInterview, id: string): string =>
  sessions.find(({ sessionId }) => sessionId === id)?.name ?? id;
