/** Whether candidates come to their interviews: how it stands in a case, and what a coordinator says. */
import { z } from "zod";
import { type AttendanceRow, listAttendances, sayAttendance } from "../../cases/attendances.ts";
import { confirmedAt } from "../../cases/confirmation.ts";
import { isUnreadable, openBooking } from "../../cases/open-proposal.ts";
import { type ProposalDeps, getProposal } from "../../cases/proposals.ts";
import type { Database } from "../../db/port.ts";
import type { BookInterview } from "../../domain/proposal.ts";
import type { AcceptDeps } from "../../intake/accept.ts";
import { AttendanceItem, AttendanceSaid } from "./attendance-schemas.ts";
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
    params: z.object({ id: z.string() }),
    body: AttendanceSaid,
    answer: z.object({ items: z.array(AttendanceItem) }),
    handler: async ({ params: { id: caseId }, body, principal }) => {
      const { sessionId, attended } = body;
      const startsAt = Temporal.Instant.from(body.startsAt);
      const by = principal?.name ?? "nobody";
      await sayAttendance({ caseId, sessionId, startsAt, attended, by }, deps);
      return { items: await viewAttendance(caseId, deps) };
    },
  });

/** Every time of every interview of a case, in the order of time. */
export const viewAttendance = async (
  caseId: string,
  deps: AttendanceRouteDeps,
): Promise<AttendanceItem[]> => {
  const now = deps.clock.now();
  const items: AttendanceItem[] = [];
  for (const row of await listAttendances(deps.database, caseId)) {
    const known = await factsOf(row, deps);
    items.push({
      sessionId: row.sessionId,
      name: known?.name ?? row.sessionId,
      startsAt: row.startsAt.toString(),
      endsAt: row.endsAt.toString(),
      hasBegun: Temporal.Instant.compare(row.startsAt, now) <= 0,
      isConfirmed: known?.isConfirmed ?? false,
      attended: row.attended,
      saidBy: row.saidBy,
      saidAt: row.saidAt?.toString() ?? null,
    });
  }
  return items;
};

/** Null when it was erased. */
const factsOf = async (
  { proposalId, sessionId }: AttendanceRow,
  { database, texts }: AttendanceRouteDeps,
): Promise<{ name: string; isConfirmed: boolean } | null> => {
  const proposal = await getProposal(database, proposalId);
  if (!proposal) return null;
  try {
    const { payload } = await openBooking(database, proposal, texts);
    const isConfirmed = (await confirmedAt(proposal, payload, { database, texts })) !== null;
    return { name: nameIn(payload, sessionId), isConfirmed };
  } catch (thrown) {
    if (isUnreadable(thrown)) return null;
    throw thrown;
  }
};

const nameIn = ({ sessions }: BookInterview, id: string): string =>
  sessions.find(({ sessionId }) => sessionId === id)?.name ?? id;
