/** Our mirror of who owes which feedback form, and when it is looked at next. Lever sends no word of feedback, so it is read
 * again and again; the mirror holds what the last look saw. */
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { effectOfLink } from "../domain/panel-link.ts";
import type { OwedForm } from "../feedback/owed.ts";
import type { Panel } from "../lever/port.ts";

type Reads = Database | Queryable;

/** Candidacies that go on, and that are not for few eyes. `l` is whatever has an opportunity's id. */
const IS_LIVE = `exists (select from cases c where c.opportunity_id = l.opportunity_id
  and c.in_lever = 'active' and not c.is_confidential)`;

/** How long one process has a look to itself. Units: seconds. */
const CLAIM_SECONDS = 120;

/** A look that is to be taken now, for whoever holds it. */
export interface ClaimedLook {
  opportunityId: string;
  claimedUntil: Temporal.Instant;
  /** Whether a case of the opportunity is open. */
  isOpen: boolean;
}

/** Has the feedback of an opportunity looked at soon. */
export const lookAtFeedbackSoon = async (
  tx: Tx,
  { opportunityId, now }: { opportunityId: string; now: Temporal.Instant },
): Promise<void> => {
  await tx.query(
    `insert into feedback_looks (opportunity_id, next_at) values ($1, $2)
     on conflict (opportunity_id) do update set next_at = excluded.next_at, claimed_until = null`,
    [opportunityId, now.toString()],
  );
};

/** The same of one that is looked at already; of another one nothing is known. */
export const lookAgainAtFeedback = async (
  reads: Reads,
  { opportunityId, now }: { opportunityId: string; now: Temporal.Instant },
): Promise<void> => {
  await reads.query(
    "update feedback_looks set next_at = $2, claimed_until = null where opportunity_id = $1",
    [opportunityId, now.toString()],
  );
};

/** Takes the looks whose time has come, the oldest first, so that nobody else takes them meanwhile. */
export const claimLooks = async (
  database: Database,
  { now, limit }: { now: Temporal.Instant; limit: number },
): Promise<ClaimedLook[]> =>
  await database.query<ClaimedLook & Row>(
    `update feedback_looks f set claimed_until = now() + make_interval(secs => $3)
     from (select l.opportunity_id from feedback_looks l
       where l.next_at <= $1 and (l.claimed_until is null or l.claimed_until < now()) and ${IS_LIVE}
       order by l.next_at limit $2 for update skip locked) due
     where f.opportunity_id = due.opportunity_id
     returning f.opportunity_id as "opportunityId", f.claimed_until as "claimedUntil",
       exists (select from cases c where c.opportunity_id = f.opportunity_id and c.closed_at is null) as "isOpen"`,
    [now.toString(), limit, CLAIM_SECONDS],
  );

interface EndOfLook {
  look: ClaimedLook;
  now: Temporal.Instant;
  /** Null: not before something happens. */
  nextAt: Temporal.Instant | null;
  /** Code of what kept it from its end; null: nothing did. */
  fault: string | null;
}

/** Ends a look. Shape: false when somebody has asked for another one meanwhile: what this one saw is old. */
export const endLook = async (
  tx: Tx,
  { look, now, nextAt, fault }: EndOfLook,
): Promise<boolean> => {
  const rows = await tx.query(
    `update feedback_looks set next_at = $3, looked_at = $4, fault = $5, claimed_until = null
     where opportunity_id = $1 and claimed_until = $2 returning 1`,
    [
      look.opportunityId,
      look.claimedUntil.toString(),
      nextAt?.toString() ?? null,
      now.toString(),
      fault,
    ],
  );
  return rows.length > 0;
};

/** Makes the mirror what a look saw: what is not there any more goes. */
export const mirrorOwed = async (
  tx: Tx,
  { opportunityId, forms }: { opportunityId: string; forms: readonly OwedForm[] },
): Promise<void> => {
  const panels = new Set(forms.map(({ panel }) => panel));
  const cases = new Map<string, string | null>();
  for (const panel of panels) cases.set(panel.id, await caseOf(tx, opportunityId, panel));
  await tx.query(
    `delete from feedback_owed where opportunity_id = $1
       and (interview_id, user_id) not in (select * from unnest($2::text[], $3::text[]))`,
    [opportunityId, forms.map((form) => form.interviewId), forms.map((form) => form.userId)],
  );
  for (const form of forms) {
    await putForm(tx, { opportunityId, form, caseId: cases.get(form.panel.id) ?? null });
  }
};

interface Mirrored {
  opportunityId: string;
  form: OwedForm;
  caseId: string | null;
}

/** The session is known by its time, as it was booked: one candidate's interviews never begin together. */
const putForm = async (tx: Tx, { opportunityId, form, caseId }: Mirrored): Promise<void> => {
  await tx.query(
    `insert into feedback_owed as f (opportunity_id, interview_id, user_id, panel_id, case_id, session_id,
       template_id, starts_at, ends_at, lever_reminds, status, excuse, handed_in_at)
     values ($1, $2, $3, $4, $5::text,
       (select session_id from briefs where case_id = $5::text and starts_at = $7::timestamptz),
       $6, $7::timestamptz, $8, $9, $10, $11, $12)
     on conflict (interview_id, user_id) do update set panel_id = excluded.panel_id,
       case_id = excluded.case_id, session_id = excluded.session_id, template_id = excluded.template_id,
       starts_at = excluded.starts_at, ends_at = excluded.ends_at, lever_reminds = excluded.lever_reminds,
       status = excluded.status, excuse = excluded.excuse, handed_in_at = excluded.handed_in_at`,
    [
      opportunityId,
      form.interviewId,
      form.userId,
      form.panel.id,
      caseId,
      form.templateId,
      form.startsAt.toString(),
      form.endsAt.toString(),
      form.leverReminds,
      form.status,
      form.excuse,
      form.handedInAt?.toString() ?? null,
    ],
  );
};

/** Of ours the case that booked it; of another one the last case at its stage, or, where Lever does not say the stage, the
 * last of all. Null: Convene coordinates nothing there. */
const caseOf = async (tx: Tx, opportunityId: string, panel: Panel): Promise<string | null> => {
  const [found] = await tx.query<{ id: string }>(
    `select c.id from cases c where c.opportunity_id = $1 and (
         c.id = (select p.case_id from effects e join proposals p on p.id = e.proposal_id where e.id = $2)
         or $3::text is null or c.stage_id = $3)
     order by c.id = (select p.case_id from effects e join proposals p on p.id = e.proposal_id where e.id = $2)
       desc nulls last, c.created_at desc limit 1`,
    [opportunityId, effectOfLink(panel.externalUrl), panel.stageId],
  );
  return found?.id ?? null;
};

/** A form as the mirror has it. */
export interface MirroredForm {
  opportunityId: string;
  interviewId: string;
  userId: string;
  panelId: string;
  caseId: string | null;
  sessionId: string | null;
  templateId: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  leverReminds: boolean;
  status: OwedForm["status"];
  excuse: OwedForm["excuse"];
  handedInAt: Temporal.Instant | null;
}

const FORM = `select l.opportunity_id as "opportunityId", l.interview_id as "interviewId", l.user_id as "userId",
  l.panel_id as "panelId", l.case_id as "caseId", l.session_id as "sessionId", l.template_id as "templateId",
  l.starts_at as "startsAt", l.ends_at as "endsAt", l.lever_reminds as "leverReminds", l.status, l.excuse,
  l.handed_in_at as "handedInAt" from feedback_owed l`;

/** The forms of one case, in the order of time. */
export const listFormsOfCase = async (reads: Reads, caseId: string): Promise<MirroredForm[]> =>
  await reads.query<MirroredForm & Row>(
    `${FORM} where l.case_id = $1 order by l.ends_at, l.interview_id, l.user_id`,
    [caseId],
  );
