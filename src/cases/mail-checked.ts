/** A person has found out whether a message arrived of which nobody could tell: their word comes in as an event, in the order
 * of its opportunity, and what it says is done there. */
import type { Asker } from "../domain/decision-channel.ts";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { type AcceptDeps, acceptEvent } from "../intake/accept.ts";
import { appendLedger } from "../ledger/append.ts";
import { conflict } from "./asked-case.ts";
import { KINDS_OF_BOOKINGS } from "./booking-kinds.ts";
import { getCase } from "./cases.ts";
import { lockStream } from "./lease.ts";

/** Kind of that event. */
export const MAIL_CHECKED = "mail_checked";

interface CheckedMail extends Asker {
  effectId: string;
  arrived: boolean;
}

interface Parked {
  proposalId: string;
  caseId: string;
  attempt: number;
  isCheckable: boolean;
  isOvertaken: boolean;
}

/** Of an undone booking a cancellation went after the mail, or is the person's to write. */
const PARKED = `select e.proposal_id as "proposalId", p.case_id as "caseId", e.attempt,
    e.status = 'parked' and e.error ->> 'code' = 'outcome_unknown' and p.status = 'done' as "isCheckable",
    exists (select from proposals q where q.case_id = p.case_id and q.created_at > p.created_at
      and (q.kind in (${KINDS_OF_BOOKINGS}) or (q.kind = p.kind and q.session_id = p.session_id))
      and q.status in ('approved', 'performing', 'done')) as "isOvertaken"
  from effects e join proposals p on p.id = e.proposal_id where e.id = $1`;

/** Takes their word. Errors: `not_found`; `conflict` when nothing is to be found out any more, somebody was faster, or what
 * did not arrive is not to be sent any more. */
export const acceptChecked = async (
  { effectId, arrived, by, via }: CheckedMail,
  deps: AcceptDeps & { database: Database },
): Promise<{ eventId: string }> =>
  await deps.database.transaction(async (tx) => {
    const [seen] = await tx.query<{ caseId: string }>(
      `select p.case_id as "caseId" from effects e join proposals p on p.id = e.proposal_id where e.id = $1`,
      [effectId],
    );
    const case_ = seen && (await getCase(tx, seen.caseId));
    if (!case_) {
      throw new AppError({ code: "not_found", fault: "caller", message: "There is no such step." });
    }
    const { opportunityId } = case_;
    await lockStream(tx, opportunityId);
    const [parked] = await tx.query<Parked & Record<string, unknown>>(PARKED, [effectId]);
    if (!parked?.isCheckable)
      throw conflict("Nothing is to be found out about this step any more.");
    if (!arrived && (parked.isOvertaken || case_.closedAt !== null || case_.inLever !== "active")) {
      throw conflict(
        "What this message said holds no more: the case has ended, or something newer was booked or cancelled. It is not sent again; write to its reader yourself, and say then that it arrived.",
      );
    }
    const deliveryKey = `checked:${effectId}:${parked.attempt}`;
    const said = await tx.query("select from inbox where delivery_key = $1", [deliveryKey]);
    if (said.length > 0) throw conflict("Somebody has said already whether it arrived.");
    const { proposalId, caseId } = parked;
    const correlationId = deps.ids.next("co");
    const data = { effectId, proposalId, arrived };
    const event = { source: "person" as const, kind: MAIL_CHECKED, deliveryKey, opportunityId };
    const { eventId } = await acceptEvent(
      tx,
      { ...event, data: { ...data, caseId, by, via }, correlationId },
      deps,
    );
    await appendLedger(tx, {
      type: "effect.checked",
      actor: by,
      caseId,
      correlationId,
      data,
      at: deps.clock.now(),
    });
    return { eventId };
  });
