/** What is kept of a candidacy that has become confidential since: shown to nobody, and approved by nobody. */
import type { Database, Queryable } from "../db/port.ts";
import type { Texts } from "../privacy/texts.ts";
import { isUnreadable, openAlert } from "./open-proposal.ts";
import type { CaseRecord, ProposalRecord } from "./records.ts";

/** Whether a proposal tells of a candidate whom Lever shows to few. A word to the recruiter that was proposed of a confidential one
 * names nobody. */
export const isKeptToFew = async (
  reads: Database | Queryable,
  { proposal, case_ }: { proposal: ProposalRecord; case_: CaseRecord },
  texts: Texts,
): Promise<boolean> => {
  if (!case_.isConfidential) return false;
  if (proposal.kind !== "alert_recruiter") return true;
  try {
    return (await openAlert(reads, proposal, texts)).payload.candidateName !== null;
  } catch (thrown) {
    if (isUnreadable(thrown)) return true;
    throw thrown;
  }
};
