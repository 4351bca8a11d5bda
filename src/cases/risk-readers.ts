/** Who may be told how likely a candidate stays away: who coordinates, and nobody who is to judge them. */
import type { Logger } from "pino";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { OpportunityId, PostingId, UserId } from "../domain/ids.ts";
import type { BookInterview } from "../domain/proposal.ts";
import type { Opportunity, Posting } from "../lever/port.ts";
import type { Texts } from "../privacy/texts.ts";
import { readBooking } from "./confirmation.ts";
import type { BookedRisk } from "./day-rows.ts";

type Owned = Pick<Opportunity, "ownerId">;
type Opened = Pick<Posting, "ownerId" | "hiringManagerId">;

/** Lever, as far as it says who answers for a candidacy. */
export interface OwnersReader {
  getOpportunity(id: OpportunityId): Promise<Owned>;
  getPosting(id: PostingId): Promise<Opened>;
}

/** Lever users, the first one first: the opportunity's owner, else its posting's. Never the posting's hiring manager nor anybody of a panel,
 * whatever else they are; nobody stands in for them. */
export const riskReadersOf = ({
  opportunity,
  posting,
  sessions,
}: {
  opportunity: Owned;
  posting: Opened;
  sessions: BookInterview["sessions"];
}): UserId[] => {
  const judging = new Set<UserId | null>([
    posting.hiringManagerId,
    ...sessions.flatMap(({ panel, trainees = [] }) =>
      [...panel, ...trainees].map(({ userId }) => userId),
    ),
  ]);
  const owners = [opportunity.ownerId, posting.ownerId].filter((id) => id !== null);
  return [...new Set(owners)].filter((id) => !judging.has(id));
};

/** The same of a booking, as Lever has it now. Errors: Lever's. */
export const readRiskReaders = async (
  { opportunityId, postingId, sessions }: BookInterview,
  lever: OwnersReader,
): Promise<UserId[]> => {
  const opportunity = await lever.getOpportunity(opportunityId);
  const posting = await lever.getPosting(postingId);
  return riskReadersOf({ opportunity, posting, sessions });
};

export interface ToldDeps {
  database: Database;
  texts: Texts;
  lever: OwnersReader;
  log: Logger;
}

/** Those of which somebody may be told. What cannot be read is told to nobody. Errors: Lever's that pass. */
export const risksToldTo = async (
  userId: UserId,
  risks: readonly BookedRisk[],
  deps: ToldDeps,
): Promise<BookedRisk[]> => {
  const told = new Set<string>();
  for (const proposalId of new Set(risks.map((risk) => risk.proposalId))) {
    const booked = await readBooking(proposalId, deps);
    if (booked && (await mayBeTold(userId, booked.payload, deps))) told.add(proposalId);
  }
  return risks.filter(({ proposalId }) => told.has(proposalId));
};

const mayBeTold = async (
  userId: UserId,
  payload: BookInterview,
  { lever, log }: ToldDeps,
): Promise<boolean> => {
  try {
    return (await readRiskReaders(payload, lever)).includes(userId);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.retryable) throw thrown;
    log.warn({ err: thrown }, "who may be told of a risk cannot be read in Lever: nobody is");
    return false;
  }
};
