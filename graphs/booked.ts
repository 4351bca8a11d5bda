/** What is booked of a run's case, as specialists and nodes are given it. */
import { listStandingBookings } from "../src/cases/bookings.ts";
import { getProposal, openProposal } from "../src/cases/proposals.ts";
import type { CaseRecord } from "../src/cases/records.ts";
import type { Booked } from "../agents/scheduling/booked.ts";
import type { RunDeps } from "./deps.ts";

type Context = Awaited<ReturnType<typeof openProposal>>["context"];

/** The latest booking of the case that stands, and what was seen beside it. Shape: null when nothing is booked. */
export const readBooked = async (
  case_: Pick<CaseRecord, "id" | "opportunityId">,
  { database, clock, texts }: RunDeps,
): Promise<{ booked: Booked; context: Context } | null> => {
  const standing = await listStandingBookings(database, case_.opportunityId, clock.now());
  const ours = standing.findLast(({ caseId }) => caseId === case_.id);
  const proposal = ours && (await getProposal(database, ours.proposalId));
  if (!proposal) return null;
  const { proposalId, events, panelId, interviewIds } = ours;
  const { payload, context } = await openProposal(database, proposal, texts);
  return { booked: { proposalId, events, panelId, interviewIds, payload }, context };
};
