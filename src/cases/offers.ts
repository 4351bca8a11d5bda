/** Times that were offered to a candidate: whether they stand, what was chosen, and what became of it. An offer that was
 * performed stands until its `expires_at`, and so long its times are held. */
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { digestOf } from "../digest.ts";
import { spanOf } from "../domain/itinerary.ts";
import { bookingAt, choosable } from "../domain/offer.ts";
import type { BookInterview, BookedSession, ProposalStatus } from "../domain/proposal.ts";
import type { Texts } from "../privacy/texts.ts";
import { type AnswerRecord, getAnswer, listAnswers, openAnswer } from "./answers.ts";
import { openBooking } from "./open-proposal.ts";
import { getProposal } from "./proposals.ts";
import { getDecision } from "./decisions.ts";
import type { ProposalRecord } from "./records.ts";

type Reads = Database | Queryable;

/** An offer as it stands. */
export interface OpenOffer {
  proposal: ProposalRecord;
  payload: BookInterview;
  /** What may still be chosen, earliest first. */
  times: BookedSession[][];
  /** pending: a choice is being booked. lost: the last one could not be. none: nothing was chosen yet. */
  choice: "none" | "pending" | "lost";
}

/** The offer of a case that stands. Shape: null when there is none, or its candidate was erased. */
export const findOpenOffer = async (
  reads: Reads,
  { caseId, now }: { caseId: string; now: Temporal.Instant },
  texts: Texts,
): Promise<OpenOffer | null> => {
  const [found] = await reads.query<{ id: string }>(
    `select id from proposals where case_id = $1 and kind = 'offer_times' and status = 'done'
       and expires_at > $2 and payload_text_id is not null order by created_at desc, id limit 1`,
    [caseId, now.toString()],
  );
  const proposal = found ? await getProposal(reads, found.id) : null;
  if (!proposal) return null;
  const { payload } = await openBooking(reads, proposal, texts);
  const picks = (await listAnswers(reads, caseId)).filter(
    ({ kind, proposalId }) => kind === "picked" && proposalId === proposal.id,
  );
  const lost: Temporal.Instant[] = [];
  let choice: OpenOffer["choice"] = "none";
  for (const pick of picks) {
    const isLost = await cameToNothing(reads, pick);
    choice = isLost ? "lost" : "pending";
    if (!isLost) continue;
    const body = await openAnswer(reads, { textId: pick.textId, kind: "picked" }, texts);
    if (body) lost.push(Temporal.Instant.from(body.startsAt));
  }
  return { proposal, payload, choice, times: choosable(payload, { now, lost }) };
};

/** Statuses in which a booking comes to nothing. */
const NOTHING: ReadonlySet<ProposalStatus> = new Set([
  "failed",
  "rejected",
  "expired",
  "superseded",
  "observed",
]);

/** Whether nothing comes of a choice any more: its event was handled, and no booking of its run is under way or done. */
const cameToNothing = async (reads: Reads, { id }: AnswerRecord): Promise<boolean> => {
  const rows = await reads.query<{ eventStatus: string; status: ProposalStatus | null } & Row>(
    `select i.status as "eventStatus", p.status from inbox i left join runs r on r.event_id = i.id
       left join proposals p on p.run_id = r.id and p.kind = 'book_interview'
     where i.delivery_key = 'candidate:' || $1`,
    [id],
  );
  return rows.every(({ eventStatus, status }) =>
    status === null ? eventStatus !== "waiting" : NOTHING.has(status),
  );
};

/** The choice that an event carries, or null. */
export const getPickOf = async (reads: Reads, eventId: string): Promise<AnswerRecord | null> => {
  const [row] = await reads.query<{ answerId: string | null }>(
    `select data ->> 'answerId' as "answerId" from inbox where id = $1`,
    [eventId],
  );
  const answer = row?.answerId ? await getAnswer(reads, row.answerId) : null;
  return answer?.kind === "picked" ? answer : null;
};

/** Who approved the offer that a booking was chosen from, where that offer named this very booking. Shape: null when the
 * booking comes of no offer, or a person has not approved it. */
export const approvedWithOffer = async (
  tx: Tx,
  booking: Pick<ProposalRecord, "previousId" | "digest" | "kind">,
  texts: Texts,
): Promise<string | null> => {
  const offer = booking.previousId === null ? null : await getProposal(tx, booking.previousId);
  if (offer?.kind !== "offer_times" || offer.status !== "done") return null;
  const decision = await getDecision(tx, offer.id);
  if (decision?.decision !== "approve" || decision.digest !== offer.digest) return null;
  const { payload } = await openBooking(tx, offer, texts);
  const named = (payload.offer?.times ?? []).some((sessions) => {
    const each = bookingAt(payload, spanOf(sessions).startsAt);
    return each !== null && digestOf(each) === booking.digest;
  });
  return named ? decision.decidedBy : null;
};

/** An offer that was sent is good until then: so long its times are held. */
export const openOffer = async (
  tx: Tx,
  { id, until }: { id: string; until: string },
): Promise<void> => {
  await tx.query("update proposals set expires_at = $2 where id = $1", [id, until]);
  await tx.query(
    `update reservations set held_until = $2
     where proposal_id = $1 and effect_id is null and released_at is null`,
    [id, until],
  );
};
