/** Who wants people instead of software, as it was said and ended, each in the ledger, whether they pressed it themselves or somebody notes it
 * for them. What waited is taken off the table at once. Leaving the assistant of the chat is less (`chat.ts`): then no software answers there. */
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { LEFT_TO_PEOPLE, type OptOutWho } from "../domain/opt-out.ts";
import type { Ids } from "../identifiers.ts";
import { appendLedger } from "../ledger/append.ts";
import { conflict } from "./asked-case.ts";
import { setCase } from "./cases.ts";
import type { CaseId } from "../domain/ids.ts";
import { type ProposalDeps, lockWaiting } from "./proposals.ts";
import { supersedeWaiting } from "./supersede.ts";

export interface OptOutRecord {
  id: string;
  who: OptOutWho;
  /** The contact of a candidate, or a user of Lever. */
  subject: string;
  /** Who noted it; `BY_CANDIDATE`: they pressed it on their own page. */
  saidBy: string;
  at: Temporal.Instant;
}

export interface OptOutDeps extends ProposalDeps {
  database: Database;
  ids: Ids;
}

interface NewOptOut {
  who: OptOutWho;
  subject: string;
  by: string;
}

/** Who said it, where a candidate did so on their own page. */
export const BY_CANDIDATE = "candidate";

export const LEFT = "left_to_people";

/** Whether the candidate pressed it themselves. */
export const isByCandidate = ({ who, saidBy }: Pick<OptOutRecord, "who" | "saidBy">): boolean =>
  who === "candidate" && saidBy === BY_CANDIDATE;

/** Those that stand, newest first. */
export const listOptOuts = async (reads: Database | Queryable): Promise<OptOutRecord[]> =>
  await reads.query<OptOutRecord & Row>(
    `select id, who, subject, said_by as "saidBy", at from opt_outs where ended_at is null
     order by at desc, id desc`,
  );

/** Which of those who may leave a whole case to people have done so; null: none. */
export const leftToPeople = async (
  reads: Database | Queryable,
  { candidate, hiringManagerId }: { candidate: string; hiringManagerId: string | null },
): Promise<keyof typeof LEFT_TO_PEOPLE | null> => {
  const [found] = await reads.query<{ who: keyof typeof LEFT_TO_PEOPLE }>(
    `select who from opt_outs where ended_at is null
       and ((who = 'candidate' and subject = $1) or (who = 'hiring_manager' and subject = $2))
     order by who limit 1`,
    [candidate, hiringManagerId],
  );
  return found?.who ?? null;
};

/** That a case is left to people, in words; null: it is not. Also of one that is booked, or closed. */
export const leftInWords = async (
  reads: Database | Queryable,
  caseId: CaseId,
): Promise<string | null> => {
  const [found] = await reads.query<{ candidate: string; hiringManagerId: string | null }>(
    `select candidate, hiring_manager_id as "hiringManagerId" from cases where id = $1`,
    [caseId],
  );
  const left = found ? await leftToPeople(reads, found) : null;
  return left === null ? null : LEFT_TO_PEOPLE[left];
};

/** Nothing is made of it, so that whoever asks is told at once. Errors: `conflict` for a case that is left to people. */
export const refuseLeft = async (tx: Tx, caseId: CaseId): Promise<void> => {
  const left = await leftInWords(tx, caseId);
  if (left !== null) throw conflict(`${left} ${BY_HAND}`);
};

/** Records it, and leaves the open cases to people. Shape: its id. Errors: `conflict` when it stands already. */
export const optOut = async (said: NewOptOut, deps: OptOutDeps): Promise<string> =>
  await deps.database.transaction(async (tx) => {
    const id = await keepOptOut(tx, said, deps);
    if (id === null) throw conflict("They have opted out already.");
    return id;
  });

/** The same within a transaction, of which nothing else may have reached the ledger before. Shape: null when it stands already. */
export const keepOptOut = async (
  tx: Tx,
  { who, subject, by }: NewOptOut,
  deps: Omit<OptOutDeps, "database">,
): Promise<string | null> => {
  const id = deps.ids.next("out");
  const at = deps.clock.now();
  const made = await tx.query(
    `insert into opt_outs (id, who, subject, said_by, at) values ($1, $2, $3, $4, $5)
     on conflict (who, subject) where ended_at is null do nothing returning id`,
    [id, who, subject, by, at.toString()],
  );
  if (made.length === 0) return null;
  if (who !== "interviewer") await leave(tx, { who, subject, correlationId: id }, deps);
  await appendLedger(tx, {
    type: "opt_out.said",
    actor: by,
    correlationId: id,
    data: { optOutId: id, who },
    at,
  });
  return id;
};

/** When a candidate opted out, by whoever noted it; null: they have not, or it has ended. */
export const candidateLeftAt = async (
  reads: Database | Queryable,
  candidate: string,
): Promise<Temporal.Instant | null> => {
  const [found] = await reads.query<{ at: Temporal.Instant }>(
    "select at from opt_outs where ended_at is null and who = 'candidate' and subject = $1",
    [candidate],
  );
  return found?.at ?? null;
};

const leave = async (
  tx: Tx,
  { who, subject, correlationId }: { who: LeavesAll; subject: string; correlationId: string },
  deps: ProposalDeps,
): Promise<void> => {
  const because = LEFT_TO_PEOPLE[who];
  const cases = await openCasesOf(tx, { who, subject });
  // Whoever decides locks a proposal and then the ledger: all of them before the first entry.
  for (const { id } of cases) await lockWaiting(tx, { caseId: id, exceptRun: null });
  for (const { id, status } of cases) {
    await supersedeWaiting(tx, { caseId: id, exceptRun: null, because, correlationId }, deps);
    if (status === "booked") continue;
    const problems = [{ code: LEFT, message: because }];
    await setCase(tx, { id, status: "blocked", nextStep: BY_HAND, problems }, deps.clock);
  }
};

type LeavesAll = keyof typeof LEFT_TO_PEOPLE;

/** Open cases that it leaves to people; none of an interviewer's. */
const openCasesOf = async (tx: Tx, { who, subject }: { who: OptOutWho; subject: string }) =>
  await tx.query<{ id: CaseId; status: string; isLeft: boolean }>(
    `select id, status, problems @> '[{"code": "${LEFT}"}]' as "isLeft" from cases
     where closed_at is null and case $1 when 'candidate' then candidate = $2
       when 'hiring_manager' then hiring_manager_id = $2 else false end
     order by id`,
    [who, subject],
  );

/** What is left to do where software does nothing. */
export const BY_HAND = "A person arranges this by hand, in Lever.";

const BEGIN_AGAIN = "Move the stage again, or ask for another proposal.";

const THEIR_OWN =
  "The candidate asked for people instead of software on their own page. End it only when they have told you that they want software again; then send candidateAgrees: true.";

/** Ends it; its cases may be begun again. Errors: `not_found` when it does not stand; `conflict` when the candidate pressed it, and nobody says
 * that they agree. */
export const endOptOut = async (
  { id, by, candidateAgrees }: { id: string; by: string; candidateAgrees: boolean },
  { database, clock }: OptOutDeps,
): Promise<void> =>
  await database.transaction(async (tx) => {
    const at = clock.now();
    const [ended] = await tx.query<{ who: OptOutWho; subject: string; saidBy: string }>(
      `update opt_outs set ended_by = $2, ended_at = $3 where id = $1 and ended_at is null
       returning who, subject, said_by as "saidBy"`,
      [id, by, at.toString()],
    );
    if (!ended) {
      throw new AppError({
        code: "not_found",
        fault: "caller",
        message: "There is no such opt-out, or it has ended.",
      });
    }
    const isTheirOwn = isByCandidate(ended);
    if (isTheirOwn && !candidateAgrees) throw conflict(THEIR_OWN);
    for (const case_ of await openCasesOf(tx, ended)) {
      if (!case_.isLeft) continue;
      await setCase(tx, { id: case_.id, status: "open", nextStep: BEGIN_AGAIN }, clock);
    }
    await appendLedger(tx, {
      type: "opt_out.ended",
      actor: by,
      correlationId: id,
      data: { optOutId: id, who: ended.who, ...(isTheirOwn && { candidateAgrees }) },
      at,
    });
  });
