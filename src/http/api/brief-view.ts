/** When the briefs of a case go out, and what became of them. */
import { listBriefRows } from "../../cases/briefs.ts";
import { isUnreadable, openBooking } from "../../cases/open-proposal.ts";
import { getProposal } from "../../cases/proposals.ts";
import type { ProposalRecord } from "../../cases/records.ts";
import type { Database } from "../../db/port.ts";
import type { EffectRecord } from "../../effects/effects.ts";
import { notSentOf } from "../../effects/not-sent.ts";
import type { Clock } from "../../domain/time.ts";
import type { Texts } from "../../privacy/texts.ts";
import type { BriefItem } from "./brief-schemas.ts";

/** One for each booked session. `proposals`: of the case, newest first; `effects`: of all of them. */
export const viewBriefs = async (
  caseId: string,
  {
    proposals,
    effects,
  }: { proposals: readonly ProposalRecord[]; effects: readonly EffectRecord[] },
  deps: { database: Database; texts: Texts; clock: Clock },
): Promise<BriefItem[]> => {
  const rows = await listBriefRows(deps.database, caseId);
  const [first] = rows;
  const names = first ? await namesOf(first.proposalId, deps) : {};
  const notSent = ({ id, status }: ProposalRecord) =>
    notSentOf(
      status,
      effects.filter(({ proposalId }) => proposalId === id),
    );
  return rows.map(({ sessionId, startsAt, dueAt }) => {
    const newest = proposals.find(
      (each) => each.kind === "send_brief" && each.sessionId === sessionId,
    );
    return {
      sessionId,
      name: names[sessionId] ?? sessionId,
      startsAt: startsAt.toString(),
      hasBegun: Temporal.Instant.compare(startsAt, deps.clock.now()) <= 0,
      dueAt: dueAt.toString(),
      proposalId: newest?.id ?? null,
      status: newest?.status ?? null,
      notSent: newest ? notSent(newest) : null,
    };
  });
};

/** Names of sessions by their ids; none when they were erased. */
const namesOf = async (
  proposalId: string,
  { database, texts }: { database: Database; texts: Texts },
): Promise<Record<string, string>> => {
  const proposal = await getProposal(database, proposalId);
  if (!proposal) return {};
  try {
    const { payload } = await openBooking(database, proposal, texts);
    return Object.fromEntries(payload.sessions.map(({ sessionId, name }) => [sessionId, name]));
  } catch (thrown) {
    if (isUnreadable(thrown)) return {};
    throw thrown;
  }
};
