/** Proposals to leave a synthesis, as they are kept: the last one, the one that waits, and what an edited one was made as. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { PROPOSAL, getProposal } from "./proposals.ts";
import type { ProposalRecord } from "./records.ts";

type Reads = Database | Queryable;

/** The proposal that a chain of edits began with: as it was made. Itself when nobody has edited it. */
export const madeOf = async (reads: Reads, proposal: ProposalRecord): Promise<ProposalRecord> => {
  let made = proposal;
  while (made.previousId !== null) {
    const before = await getProposal(reads, made.previousId);
    if (!before) return made;
    made = before;
  }
  return made;
};

/** A case's newest synthesis that can still be read: the one that was left in Lever, or the one that waits for a person. */
export const newestSynthesis = async (
  reads: Reads,
  { caseId, status }: { caseId: string; status: "done" | "waiting" },
): Promise<ProposalRecord | null> => {
  const [found] = await reads.query<ProposalRecord & Row>(
    `${PROPOSAL} where case_id = $1 and kind = 'post_synthesis' and status = $2
       and payload_text_id is not null
     order by created_at desc, id desc limit 1`,
    [caseId, status],
  );
  return found ?? null;
};

/** The one that waited before another one took its place, as it was last; null: none did since one was left in Lever. `made`: that
 * other one, before anybody edited it. */
export const overtakenBy = async (
  reads: Reads,
  { caseId, id, runId, createdAt }: ProposalRecord,
): Promise<ProposalRecord | null> => {
  const [found] = await reads.query<ProposalRecord & Row>(
    `${PROPOSAL} where case_id = $1 and kind = 'post_synthesis' and status = 'superseded' and id <> $2 and run_id <> $3
       and created_at <= $4 and replaced_by is null and payload_text_id is not null
       and created_at > coalesce((select max(d.created_at) from proposals d
         where d.case_id = $1 and d.kind = 'post_synthesis' and d.status = 'done' and d.created_at < $4), '-infinity')
     order by created_at desc, id desc limit 1`,
    [caseId, id, runId, createdAt.toString()],
  );
  return found ?? null;
};
