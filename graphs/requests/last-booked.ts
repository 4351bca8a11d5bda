/** What was booked last for a case, whether or not it still is. */
import { listProposals } from "../../src/cases/proposals.ts";
import { isUnreadable, openBooking } from "../../src/cases/open-proposal.ts";
import type { CaseRecord, ProposalRecord } from "../../src/cases/records.ts";
import { namesInWords } from "../../src/domain/names-in-words.ts";
import type { BookInterview } from "../../src/domain/proposal.ts";
import type { RunDeps } from "../deps.ts";

export interface LastBooked {
  payload: BookInterview;
  isCancelled: boolean;
}

/** Shape: null where nothing was booked, or it cannot be read any more. */
export const readLastBooked = async (
  { id: caseId }: Pick<CaseRecord, "id">,
  { database, texts }: RunDeps,
): Promise<LastBooked | null> => {
  const all = await listProposals(database, { caseId, isOfBooking: true, limit: 20 });
  // What is offered is not booked before the candidate has chosen.
  const done = all.filter(({ kind, status }) => status === "done" && kind !== "offer_times");
  const [newest] = done;
  const isAtOnce = ({ createdAt }: ProposalRecord): boolean =>
    newest !== undefined && Temporal.Instant.compare(createdAt, newest.createdAt) === 0;
  const last = done.find((each) => each.kind === "cancel_booking" && isAtOnce(each)) ?? newest;
  if (!last) return null;
  try {
    const { payload } = await openBooking(database, last, texts);
    return { payload, isCancelled: last.kind === "cancel_booking" };
  } catch (thrown) {
    if (isUnreadable(thrown)) return null;
    throw thrown;
  }
};

/** What is booked, by its names. */
export const sessionsInWords = ({ sessions }: Pick<BookInterview, "sessions">): string =>
  namesInWords([...new Set(sessions.map(({ name }) => `“${name}”`))]);
