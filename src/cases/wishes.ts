/** What candidates wish of their booking: to have it at another time, or not at all. A wish counts until what carried it is
 * done, or a person has seen to it. */
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import type { Texts } from "../privacy/texts.ts";
import { type AnswerDeps, getAnswer, listAnswers, openAnswer, settleAnswer } from "./answers.ts";
import { KINDS_OF_BOOKINGS } from "./booking-kinds.ts";
import { getCase, setCase } from "./cases.ts";
import { bookingProblems, endProblems, problemOf } from "./problems.ts";
import type { CaseId } from "../domain/ids.ts";

type Reads = Database | Queryable;

/** One that nobody has answered. */
export interface Wish {
  answerId: string;
  kind: "wants_move" | "wants_cancel";
  /** The event that tells of it. */
  eventId: string;
  saidAt: Temporal.Instant;
  /** Whether its event has been handled, so that what is proposed since carries it. */
  isHeard: boolean;
  /** Whether a person has rejected a proposal that carried it. */
  isRejected: boolean;
}

/** Whether a proposal `p` carries the wish of the event `i`: it was made for it, or for one that came after it. */
const CARRIES = `exists (select from runs r join inbox e on e.id = r.event_id
  where r.id = p.run_id and e.opportunity_id = i.opportunity_id and e.seq >= i.seq)`;

/** The wishes of a case, oldest first. */
export const listWishes = async (reads: Reads, caseId: string): Promise<Wish[]> =>
  await reads.query<Wish & Row>(
    `select a.id as "answerId", a.kind, i.id as "eventId", a.said_at as "saidAt",
       i.status <> 'waiting' as "isHeard",
       exists (select from proposals p
         where p.case_id = a.case_id and p.kind in ('change_booking', 'cancel_booking')
           and p.status = 'rejected' and ${CARRIES}) as "isRejected"
     from candidate_answers a join inbox i on i.delivery_key = 'candidate:' || a.id
     where a.case_id = $1 and a.kind in ('wants_move', 'wants_cancel')
       and a.said_at is not null and a.settled_at is null
     order by a.said_at, a.seq`,
    [caseId],
  );

/** What the candidate wished last, as long as no person has said no to it: whatever is proposed of the booking carries it. */
export const findWaitingWish = async (reads: Reads, caseId: string): Promise<Wish | null> => {
  const wish = (await listWishes(reads, caseId)).findLast(({ isHeard }) => isHeard);
  return wish && !wish.isRejected ? wish : null;
};

/** What a candidate wrote with a wish for another time. Shape: JSON. */
export interface MoveWords {
  words: string;
  saidAt: string;
  /** In which they read their page then; null: that was not kept. */
  zone: string | null;
  /** Whether they have marked or written since, or with it, when they could, and said yes to how it was understood. */
  isToldSince: boolean;
}

/** Those of the wish that nobody has answered. Shape: null when they wrote nothing. */
export const readMoveWords = async (
  reads: Reads,
  caseId: string,
  texts: Texts,
): Promise<MoveWords | null> => {
  const wishes = await listWishes(reads, caseId);
  const wish = wishes.findLast(({ kind, isRejected }) => kind === "wants_move" && !isRejected);
  const answer = wish && (await getAnswer(reads, wish.answerId));
  if (!answer) return null;
  const said = await openAnswer(reads, { textId: answer.textId, kind: "wants_move" }, texts);
  if (said === null || said.reason.trim() === "") return null;
  const { saidAt } = wish;
  const told = (await listAnswers(reads, caseId)).findLast(({ kind }) => kind === "availability");
  const isToldSince = told?.saidAt != null && Temporal.Instant.compare(told.saidAt, saidAt) >= 0;
  const zone = said.zone ?? null;
  return { words: said.reason, saidAt: saidAt.toString(), zone, isToldSince };
};

/** What was done of a case: its cancellation answers every wish, its change the wish for another time that it carried. */
export const settleWishesOf = async (
  tx: Tx,
  proposalId: string,
  deps: Pick<AnswerDeps, "clock" | "ids">,
): Promise<void> => {
  const [done] = await tx.query<{ caseId: string; kind: string }>(
    `select case_id as "caseId", kind from proposals where id = $1`,
    [proposalId],
  );
  if (done?.kind !== "change_booking" && done?.kind !== "cancel_booking") return;
  const carried = await tx.query<{ answerId: string }>(
    `select a.id as "answerId" from proposals p
       join candidate_answers a on a.case_id = p.case_id
       join inbox i on i.delivery_key = 'candidate:' || a.id
     where p.id = $1 and ${CARRIES}`,
    [proposalId],
  );
  const ids = new Set(carried.map(({ answerId }) => answerId));
  for (const { answerId, kind, isRejected } of await listWishes(tx, done.caseId)) {
    const isMade = kind === "wants_move" && !isRejected && ids.has(answerId);
    if (done.kind === "cancel_booking" || isMade) {
      await settleAnswer(tx, { answerId, by: "convene" }, deps);
    }
  }
};

/** Code of the problem that a candidate waits for an answer. */
const UNANSWERED = "wish_unanswered";
/** Code of the problem that nothing fits. */
export const NOTHING_FITS = "no_slot";

const WORDS = {
  wants_move: "The candidate asked for another time, and the interview stands as it was booked.",
  wants_cancel: "The candidate asked to cancel, and the interview stands as it was booked.",
} as const;

/** Says on a case that its candidate waits for an answer, when nothing is booked otherwise and nothing waits that would be
 * one. Shape: the words, or null. */
export const tellUnanswered = async (
  tx: Tx,
  caseId: CaseId,
  deps: Pick<AnswerDeps, "clock">,
): Promise<string | null> => {
  const [stands] = await tx.query(STANDS_AS_IT_IS, [caseId, deps.clock.now().toString()]);
  const wish = stands && (await listWishes(tx, caseId)).findLast(({ isHeard }) => isHeard);
  const case_ = wish && (await getCase(tx, caseId));
  if (!wish || !case_) return null;
  const message = `${WORDS[wish.kind]} Nobody has answered them yet.`;
  if (problemOf(case_, UNANSWERED)?.message === message) return null;
  const others = bookingProblems(case_).filter(({ code }) => code !== UNANSWERED);
  const nextStep =
    others.length > 0
      ? case_.nextStep
      : "Answer the candidate, and mark what they asked for as seen to.";
  await setCase(
    tx,
    {
      id: caseId,
      status: "blocked",
      nextStep,
      problems: [...others, { code: UNANSWERED, message }],
      isSearched: true,
    },
    deps.clock,
  );
  return message;
};

const STANDS_AS_IT_IS = `select 1 as ok from cases c
  where c.id = $1 and c.status in ('booked', 'blocked')
    and not exists (select from proposals p where p.case_id = c.id
      and p.status in ('waiting', 'approved', 'performing'))
    and exists (select from proposals p join reservations r on r.proposal_id = p.id
      where p.case_id = c.id and p.kind in (${KINDS_OF_BOOKINGS}) and r.effect_id is not null and r.released_at is null
        and upper(r.during) > $2)`;

/** Takes it back once a person has seen to what was said, also where nothing has fitted for it. */
export const endUnanswered = async (
  tx: Tx,
  caseId: string,
  deps: Pick<AnswerDeps, "clock">,
): Promise<void> => {
  const case_ = await getCase(tx, caseId);
  if (!case_ || (await listWishes(tx, caseId)).length > 0) return;
  const others = bookingProblems(case_).filter(({ code }) => code !== UNANSWERED);
  if (others.some(({ code }) => code !== NOTHING_FITS)) {
    await endProblems(tx, { caseId, codes: new Set([UNANSWERED]) }, deps.clock);
    return;
  }
  const isOver =
    others.length === 0 ? problemOf(case_, UNANSWERED) : await isBooked(tx, caseId, deps);
  if (!isOver) return;
  const nextStep = "The interview stands as booked.";
  await setCase(tx, { id: case_.id, status: "booked", nextStep }, deps.clock);
};

/** Whether something of a case is booked that is still to end. */
const isBooked = async (
  tx: Tx,
  caseId: string,
  { clock }: Pick<AnswerDeps, "clock">,
): Promise<boolean> => {
  const rows = await tx.query(
    `select from proposals p join reservations r on r.proposal_id = p.id
     where p.case_id = $1 and p.kind in (${KINDS_OF_BOOKINGS}) and r.effect_id is not null and r.released_at is null
       and upper(r.during) > $2 limit 1`,
    [caseId, clock.now().toString()],
  );
  return rows.length > 0;
};
