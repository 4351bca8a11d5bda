/** Whether a candidate has said that they will be there: at what is booked, as they were told of it last. */
import type { Database, Queryable } from "../db/port.ts";
import type { BookInterview } from "../domain/proposal.ts";
import type { Texts } from "../privacy/texts.ts";
import { listAnswers } from "./answers.ts";
import { isUnreadable, openBooking } from "./open-proposal.ts";
import { getProposal } from "./proposals.ts";
import type { ProposalRecord } from "./records.ts";

interface Deps {
  database: Database | Queryable;
  texts: Texts;
}

interface Opened {
  proposal: ProposalRecord;
  payload: BookInterview;
}

/** When they said so; null: they have not, or of a booking that is another one by now. */
export const confirmedAt = async (
  proposal: ProposalRecord,
  payload: BookInterview,
  deps: Deps,
): Promise<Temporal.Instant | null> => {
  const told = await listTold(proposal, payload, deps);
  const answers = await listAnswers(deps.database, proposal.caseId);
  const said = answers.findLast(
    ({ kind, proposalId }) => kind === "confirmed" && told.includes(proposalId),
  );
  return said?.saidAt ?? null;
};

/** A booking, and when its candidate said that they will be there; null: they have not. */
export interface OpenedBooking {
  payload: BookInterview;
  confirmedAt: Temporal.Instant | null;
}

/** A booking as it is kept. Null when it was erased, or cannot be read. */
export const readBooking = async (proposalId: string, deps: Deps): Promise<Opened | null> => {
  const proposal = await getProposal(deps.database, proposalId);
  return proposal && (await openOrNull(proposal, deps));
};

/** The same, and whether it is confirmed. */
export const openBooked = async (proposalId: string, deps: Deps): Promise<OpenedBooking | null> => {
  const opened = await readBooking(proposalId, deps);
  if (!opened) return null;
  const { payload } = opened;
  return { payload, confirmedAt: await confirmedAt(opened.proposal, payload, deps) };
};

/** The booking that the candidate was written to of last, and the changes since of which they need not know. Shape: ids. */
const listTold = async (
  { id, audience }: ProposalRecord,
  { change }: BookInterview,
  deps: Deps,
): Promise<(string | null)[]> => {
  const former =
    change && audience === "internal" ? await getProposal(deps.database, change.of) : null;
  const opened = former && (await openOrNull(former, deps));
  return opened ? [id, ...(await listTold(opened.proposal, opened.payload, deps))] : [id];
};

/** A booking and those that it changed, the newest first, as far back as they can be read. */
export const listBefore = async (proposal: ProposalRecord, deps: Deps): Promise<Opened[]> => {
  const opened = await openOrNull(proposal, deps);
  if (!opened) return [];
  const { change } = opened.payload;
  const former = change ? await getProposal(deps.database, change.of) : null;
  return [opened, ...(former ? await listBefore(former, deps) : [])];
};

const openOrNull = async (
  proposal: ProposalRecord,
  { database, texts }: Deps,
): Promise<Opened | null> => {
  try {
    return { proposal, payload: (await openBooking(database, proposal, texts)).payload };
  } catch (thrown) {
    if (isUnreadable(thrown)) return null;
    throw thrown;
  }
};
