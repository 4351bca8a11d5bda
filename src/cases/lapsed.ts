/** What was proposed once a round was over, or an interview was missed, and expired, since nobody decided on it in time. Nothing proposes the same by itself again, so
 * people are told until somebody asks for it anew. Worked out from the proposals as they are: whatever comes after it ends it. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { namesInWords } from "../domain/names-in-words.ts";
import type { LapsedRow } from "../today/compose.ts";
import { isEvaluativeOn } from "../policy/decide.ts";
import { readPolicy } from "../policy/store.ts";
import { CANDIDATE_MISSED, type ToldProblem } from "./problems.ts";

type Reads = Database | Queryable;

export interface LapsedQuery {
  /** Lever user; null: everybody's. */
  recruiterId: string | null;
  /** Null: all. */
  caseIds: readonly string[] | null;
  most: number;
}

/** The longest expired first: of open cases of candidates who are still there and not for few, and of what is evaluative none while that is off. A move is one
 * only while the rule that asked for it holds, a mail to who did not come only while that is said. */
export const listLapsed = async (
  reads: Reads,
  { recruiterId, caseIds, most }: LapsedQuery,
): Promise<LapsedRow[]> => {
  const isEvaluative = isEvaluativeOn((await readPolicy(reads)).policy);
  return await reads.query<LapsedRow & Row>(
    `select c.id as "caseId", p.kind, p.expires_at as "expiredAt" from cases c
     join proposals p on p.case_id = c.id and p.kind in ('post_synthesis', 'move_stage', 'book_debrief', 'invite_again')
       and p.status = 'expired' and ($4 or p.kind in ('book_debrief', 'invite_again'))
     where c.closed_at is null and c.in_lever = 'active' and not c.is_confidential
       and ($1::text is null or c.recruiter_id = $1) and ($2::text[] is null or c.id = any($2))
       and not exists (select from proposals n where n.case_id = p.case_id and n.kind = p.kind
         and (n.created_at, n.id) > (p.created_at, p.id))
       and (p.kind <> 'invite_again' or c.problems @> '[{"code": "${CANDIDATE_MISSED}"}]')
       and (p.kind <> 'move_stage' or exists (select from stage_rules s where s.case_id = c.id and s.holds))
     order by p.expires_at, p.id limit $3`,
    [recruiterId, caseIds === null ? null : [...caseIds], most, isEvaluative],
  );
};

const WHAT: Record<LapsedRow["kind"], string> = {
  post_synthesis: "the synthesis of the feedback",
  move_stage: "the move to another stage",
  book_debrief: "the debrief",
  invite_again: "the mail that offers the candidate another time",
};

/** What is said on a case of its own ones; null when it has none. */
export const problemOfLapsed = (lapsed: readonly LapsedRow[]): ToldProblem | null => {
  const what = lapsed.map(({ kind }) => WHAT[kind]);
  if (what.length === 0) return null;
  const message = `Nobody decided in time on ${namesInWords(what)}, so nothing came of it. If it is still wanted, propose it again on the page of the case.`;
  return { code: "expired", message, isOfBooking: false };
};
