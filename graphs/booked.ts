/** What is booked of a run's case, as specialists and nodes are given it. */
import { listStandingBookings } from "../src/cases/bookings.ts";
import { fencedTransaction } from "../src/cases/lease.ts";
import { isUnreadable, openBooking } from "../src/cases/open-proposal.ts";
import { setProblem } from "../src/cases/problems.ts";
import { getProposal, listBegunChanges } from "../src/cases/proposals.ts";
import type { CaseRecord, ProposalRecord } from "../src/cases/records.ts";
import { AppError } from "../src/domain/errors.ts";
import type { BookInterview } from "../src/domain/proposal.ts";
import { appendLedger } from "../src/ledger/append.ts";
import type { Booked } from "../agents/scheduling/booked.ts";
import { refusedIn } from "../agents/scheduling/refusals.ts";
import type { RunDeps } from "./deps.ts";

type Opened = Awaited<ReturnType<typeof openBooking>>;

/** What a person does about a booking that cannot be read. */
export const BOOKING_UNREADABLE =
  "What is stored of the booked interview cannot be read: it was changed or damaged in the database, or erased. It can be neither checked, changed nor cancelled from here. Change or cancel it by hand, in the calendar and in Lever, and write to the candidate; or put the database back from your backup.";

/** The latest booking of the case that stands, and what was seen beside it. An earlier change of it that cannot be read tells
 * nothing, which is said on the case. Shape: null when nothing is booked. Errors: `booking_unreadable`. */
export const readBooked = async (
  case_: Pick<CaseRecord, "id" | "opportunityId">,
  deps: RunDeps,
): Promise<{ booked: Booked; context: Opened["context"] } | null> => {
  const { database, clock } = deps;
  const standing = await listStandingBookings(database, case_.opportunityId, clock.now());
  const ours = standing.findLast(({ caseId }) => caseId === case_.id);
  const proposal = ours && (await getProposal(database, ours.proposalId));
  if (!proposal) return null;
  const { proposalId, events, panelId, interviewIds, meetings } = ours;
  const { payload, context } = await openStanding(proposal, deps);
  const refused = refusedIn(await readChanges(case_.id, deps));
  const booked = { proposalId, events, panelId, interviewIds, meetings, payload, refused };
  return { booked, context };
};

/** What stands, opened. Errors: `booking_unreadable`. */
export const openStanding = async (proposal: ProposalRecord, deps: RunDeps): Promise<Opened> => {
  const opened = await openOrNull(proposal, deps);
  if (opened) return opened;
  throw new AppError({
    code: "booking_unreadable",
    fault: "caller",
    message: BOOKING_UNREADABLE,
    data: { proposalId: proposal.id },
  });
};

/** Those that can be read. */
const readChanges = async (caseId: CaseRecord["id"], deps: RunDeps): Promise<BookInterview[]> => {
  const changes: BookInterview[] = [];
  for (const change of await listBegunChanges(deps.database, caseId)) {
    const opened = await openOrNull(change, deps);
    if (opened) changes.push(opened.payload);
    else await tellUnread(change, deps);
  }
  return changes;
};

const openOrNull = async (
  proposal: ProposalRecord,
  { database, texts }: RunDeps,
): Promise<Opened | null> => {
  try {
    return await openBooking(database, proposal, texts);
  } catch (thrown) {
    if (isUnreadable(thrown)) return null;
    throw thrown;
  }
};

/** Code of the problem that an earlier change cannot be read. It is told until the next decision. */
export const CHANGE_UNREADABLE = "change_unreadable";

const WORDS =
  "An earlier change of this booking cannot be read any more: it was changed or damaged in the database, or erased. Who declined which time then is not known, so look whether somebody would be asked for such a time again before you decide on what is proposed.";

/** Says it once, beside whatever else is the case's problem. */
const tellUnread = async (
  { id: proposalId, caseId, digest }: ProposalRecord,
  { database, lease, clock }: RunDeps,
): Promise<void> => {
  await fencedTransaction(database, lease, async (tx) => {
    const told = await tx.query(
      "select from ledger where case_id = $1 and type = 'booking.unread' and data ->> 'proposalId' = $2",
      [caseId, proposalId],
    );
    if (told.length > 0) return;
    const problem = { code: CHANGE_UNREADABLE, message: WORDS };
    await setProblem(tx, { caseId, problem }, clock);
    await appendLedger(tx, {
      type: "booking.unread",
      actor: "convene",
      caseId,
      correlationId: `unread ${proposalId}`,
      data: { proposalId, digest },
      at: clock.now(),
    });
  });
};
