/** Our mirror of who owes which feedback form, and when it is looked at next. Lever sends no word of feedback, so it is read
 * again and again; the mirror holds what the last look saw. */
import { pageStart } from "../db/page.ts";
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import { effectOfLink } from "../domain/panel-link.ts";
import type { NoNudge } from "../feedback/no-nudge.ts";
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

/** Whoever interviews in what was just made owes nothing yet: several words of the same booking are one look. */
const PAUSE = { minutes: 10 };

/** Has the feedback of an opportunity looked at soon. */
export const lookAtFeedbackSoon = async (
  tx: Tx,
  { opportunityId, now }: { opportunityId: string; now: Temporal.Instant },
): Promise<void> => {
  await tx.query(
    `insert into feedback_looks (opportunity_id, next_at) values ($1, $2)
     on conflict (opportunity_id) do update
       set next_at = least(feedback_looks.next_at, excluded.next_at), claimed_until = null`,
    [opportunityId, now.add(PAUSE).toString()],
  );
};

/** The same of one that is looked at already; of another one nothing is known. `atOnce`: what is owed is otherwise now. */
export const lookAgainAtFeedback = async (
  reads: Reads,
  {
    opportunityId,
    now,
    atOnce = false,
  }: { opportunityId: string; now: Temporal.Instant; atOnce?: boolean },
): Promise<void> => {
  await reads.query(
    `update feedback_looks set next_at = least(next_at, $2), claimed_until = null
     where opportunity_id = $1`,
    [opportunityId, (atOnce ? now : now.add(PAUSE)).toString()],
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
  const before = await statesOf(tx, opportunityId);
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
  if ((await statesOf(tx, opportunityId)) === before) return;
  await tx.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "feedback" })]);
};

/** What whoever looks at the mirror sees of it. */
const statesOf = async (tx: Tx, opportunityId: string): Promise<string> => {
  const [row] = await tx.query<{ states: string | null }>(
    `select string_agg(interview_id || user_id || status || ends_at::text, ' ' order by interview_id, user_id) as states
     from feedback_owed where opportunity_id = $1`,
    [opportunityId],
  );
  return row?.states ?? "";
};

interface Mirrored {
  opportunityId: string;
  form: OwedForm;
  caseId: string | null;
}

/** An interview that is moved is another one: of it nobody was reminded yet. */
const anewWhenMoved = [
  "nudges = case when f.ends_at = excluded.ends_at then f.nudges else 0 end",
  ...["nudged_at", "nudge_next_at", "nudge_why", "told_at"].map(
    (name) => `${name} = case when f.ends_at = excluded.ends_at then f.${name} end`,
  ),
].join(", ");

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
       ${anewWhenMoved},
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
  /** Of the interview and of its writer. */
  id: string;
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
  /** The case in which it is reminded of: its own while that is open, else the candidate's latest that is. Null: none is. */
  hostId: string | null;
  /** So many reminders reached its writer, and when the last one did. */
  remindedCount: number;
  remindedAt: Temporal.Instant | null;
  /** So many were asked for. */
  nudges: number;
  nudgedAt: Temporal.Instant | null;
  /** Null: not worked out yet, or over. */
  nudgeNextAt: Temporal.Instant | null;
  /** Why none is sent, as of the last time that it was worked out. */
  nudgeWhy: NoNudge | null;
  /** When whoever coordinates was to be told. */
  toldAt: Temporal.Instant | null;
}

/** Of the reminders of one form `l` that reached its writer since the interview. */
const ofReminders = (what: string): string =>
  `select ${what} from proposals p join effects e on e.proposal_id = p.id
   where p.kind = 'nudge_feedback' and p.session_id = l.interview_id || ':' || l.user_id
     and e.session = l.user_id and e.status = 'done' and p.created_at >= l.ends_at`;

/** Of one form `l`. */
const FORM = `l.interview_id || ':' || l.user_id as id, l.opportunity_id as "opportunityId",
  l.interview_id as "interviewId", l.user_id as "userId", l.panel_id as "panelId", l.case_id as "caseId",
  l.session_id as "sessionId", l.template_id as "templateId", l.starts_at as "startsAt", l.ends_at as "endsAt",
  l.lever_reminds as "leverReminds", l.status, l.excuse, l.handed_in_at as "handedInAt",
  (select c.id from cases c where c.opportunity_id = l.opportunity_id and c.closed_at is null
     order by c.id = l.case_id desc, c.created_at desc limit 1) as "hostId",
  (${ofReminders("count(*)::int")}) as "remindedCount", (${ofReminders("max(e.finished_at)")}) as "remindedAt",
  l.nudges, l.nudged_at as "nudgedAt", l.nudge_next_at as "nudgeNextAt", l.nudge_why as "nudgeWhy", l.told_at as "toldAt"`;

export interface FormQuery {
  status?: OwedForm["status"] | undefined;
  caseId?: string | undefined;
  opportunityId?: string | undefined;
  userId?: string | undefined;
  /** Of those whose interviews ended until then. */
  endedBy?: Temporal.Instant | undefined;
  /** The same from then on, and before then. */
  endedFrom?: Temporal.Instant | undefined;
  endedBefore?: Temporal.Instant | undefined;
  /** `next` of the page before, by `endsAt`. */
  after?: string | undefined;
  limit: number;
}

/** Forms of candidacies that go on and are not for few eyes, the longest ago first. */
export const listForms = async (reads: Reads, query: FormQuery): Promise<MirroredForm[]> => {
  const [afterAt, afterId] = pageStart(query.after);
  return await reads.query<MirroredForm & Row>(
    `select * from (select ${FORM}
     from feedback_owed l where ($1::text is null or l.status = $1) and ($2::text is null or l.case_id = $2)
       and ($8::text is null or l.opportunity_id = $8) and ($3::text is null or l.user_id = $3) and ($4::timestamptz is null or l.ends_at <= $4)
       and ($9::timestamptz is null or l.ends_at >= $9) and ($10::timestamptz is null or l.ends_at < $10) and ${IS_LIVE}) f
     where $5::timestamptz is null or (f."endsAt", f.id) > ($5::timestamptz, $6::text)
     order by f."endsAt", f.id limit $7`,
    [
      query.status ?? null,
      query.caseId ?? null,
      query.userId ?? null,
      query.endedBy?.toString() ?? null,
      afterAt,
      afterId,
      query.limit,
      query.opportunityId ?? null,
      query.endedFrom?.toString() ?? null,
      query.endedBefore?.toString() ?? null,
    ],
  );
};

/** One of them, also of a candidacy that is over; null when it is not owed, nor was. */
export const getForm = async (
  reads: Reads,
  { interviewId, userId }: Pick<MirroredForm, "interviewId" | "userId">,
): Promise<MirroredForm | null> => {
  const [found] = await reads.query<MirroredForm & Row>(
    `select ${FORM} from feedback_owed l where l.interview_id = $1 and l.user_id = $2`,
    [interviewId, userId],
  );
  return found ?? null;
};

/** Forms that somebody is to be reminded of now, or of which it is to be worked out when: the longest due first. */
export const listFormsToNudge = async (
  reads: Reads,
  { now, limit }: { now: Temporal.Instant; limit: number },
): Promise<MirroredForm[]> =>
  await reads.query<MirroredForm & Row>(
    `select * from (select ${FORM} from feedback_owed l
       where l.status = 'owed' and not l.lever_reminds and l.case_id is not null and l.told_at is null
         and (l.nudge_next_at is null or l.nudge_next_at <= $1) and ${IS_LIVE}) f
     where f."hostId" is not null order by f."nudgeNextAt" nulls first, f."endsAt", f.id limit $2`,
    [now.toString(), limit],
  );

/** Of how many such candidacies the last look did not come to its end. */
export const countUnread = async (reads: Reads): Promise<number> => {
  const [row] = await reads.query<{ count: number }>(
    `select count(*)::int as count from feedback_looks l where l.fault is not null and ${IS_LIVE}`,
  );
  return row?.count ?? 0;
};
