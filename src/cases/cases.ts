/** Cases: one opportunity being coordinated at one stage. */
import { pageStart } from "../db/page.ts";
import type { Database, Queryable, Row, Tx } from "../db/port.ts";
import type { Scope } from "../domain/access.ts";
import { CaseId } from "../domain/ids.ts";
import type { ContactId, OpportunityId, StageId } from "../domain/ids.ts";
import { type Jurisdiction, jurisdictionsOf } from "../domain/jurisdiction.ts";
import type { ModeName } from "../domain/policy.ts";
import { type Quoted, cleanName } from "../domain/quoted.ts";
import type { Clock } from "../domain/time.ts";
import type { Ids } from "../identifiers.ts";
import { appendLedger } from "../ledger/append.ts";
import type { Opportunity, Posting, Stage } from "../lever/port.ts";
import { reopenErased } from "../privacy/erasures.ts";
import type { Texts } from "../privacy/texts.ts";
import { lookAtFeedbackSoon } from "./feedback-owed.ts";
import { lockProblems, withBooking } from "./problems.ts";
import { scopeValues, withinReach } from "./reach.ts";
import type { CaseRecord, CaseStatus, InLever, Problem } from "./records.ts";

export interface CaseDeps {
  clock: Clock;
  ids: Ids;
  texts: Texts;
}

/** What Lever says now, read for this event. */
export interface CaseFacts {
  opportunity: Opportunity;
  stage: Stage;
  posting: Posting | null;
}

type Reads = Database | Queryable;

const CASE = `select id, opportunity_id as "opportunityId", stage_id as "stageId", stage_name as "stageName",
  posting_id as "postingId", posting_title as "postingTitle", team, requisitions, jurisdictions, candidate, name_text_id as "nameTextId",
  lever_url as "leverUrl", in_lever as "inLever", is_confidential as "isConfidential", links_ended as "linksEnded",
  status, mode, next_step as "nextStep", problems, created_at as "createdAt",
  updated_at as "updatedAt", closed_at as "closedAt", erased_at as "erasedAt" from cases`;

/** One case, or null. */
export const getCase = async (reads: Reads, id: string): Promise<CaseRecord | null> => {
  const [found] = await reads.query<CaseRecord & Row>(`${CASE} where id = $1`, [id]);
  return found ?? null;
};

/** The open case of an opportunity at a stage, or null. */
export const findOpenCase = async (
  reads: Reads,
  opportunityId: OpportunityId,
  stageId: StageId,
): Promise<CaseRecord | null> => {
  const [found] = await reads.query<CaseRecord & Row>(
    `${CASE} where opportunity_id = $1 and stage_id = $2 and closed_at is null`,
    [opportunityId, stageId],
  );
  return found ?? null;
};

/** Whether the opportunity ever had a case. */
export const hadCase = async (reads: Reads, opportunityId: OpportunityId): Promise<boolean> => {
  const found = await reads.query("select from cases where opportunity_id = $1 limit 1", [
    opportunityId,
  ]);
  return found.length > 0;
};

/** The person of an opportunity that ever had a case, or null. */
export const findCandidate = async (
  reads: Reads,
  opportunityId: OpportunityId,
): Promise<ContactId | null> => {
  const [found] = await reads.query<{ candidate: ContactId }>(
    "select candidate from cases where opportunity_id = $1 order by created_at desc limit 1",
    [opportunityId],
  );
  return found?.candidate ?? null;
};

/** Every open case of an opportunity, oldest first. */
export const listOpenCases = async (
  reads: Reads,
  opportunityId: OpportunityId,
): Promise<CaseRecord[]> =>
  await reads.query<CaseRecord & Row>(
    `${CASE} where opportunity_id = $1 and closed_at is null order by created_at`,
    [opportunityId],
  );

export interface CaseQuery {
  status?: CaseStatus | undefined;
  /** `next` of the page before, by `updatedAt`. */
  after?: string | undefined;
  /** Absent: of everywhere. */
  scope?: Scope | undefined;
  limit: number;
}

/** Cases, latest change first. */
export const listCases = async (reads: Reads, query: CaseQuery): Promise<CaseRecord[]> => {
  const [afterAt, afterId] = pageStart(query.after);
  return await reads.query<CaseRecord & Row>(
    `${CASE} where ($1::text is null or status = $1)
       and ($2::timestamptz is null or (updated_at, id) < ($2::timestamptz, $3::text))
       and id in (select c.id from cases c where ${withinReach(5, 6)})
     order by updated_at desc, id desc limit $4`,
    [query.status ?? null, afterAt, afterId, query.limit, ...scopeValues(query.scope)],
  );
};

export interface CaseOpening {
  facts: CaseFacts;
  mode: ModeName;
  correlationId: string;
}

/** Opens the case of an opportunity's present stage, or brings its labels up to date. */
export const openCase = async (
  tx: Tx,
  opening: CaseOpening,
  deps: CaseDeps,
): Promise<CaseRecord> => {
  const { opportunity, stage, posting } = opening.facts;
  await reopenErased(tx, opportunity.contactId, deps.clock);
  const nameTextId = await sealName(tx, shownName(opportunity), deps);
  const labels = [
    stage.text,
    posting?.id ?? null,
    ...postingLabels(posting),
    nameTextId,
    opportunity.url,
    opening.mode,
    opportunity.confidential,
    deps.clock.now().toString(),
    recruiterIdOf(opening.facts),
    posting?.hiringManagerId ?? null,
    posting && !posting.confidential ? posting.requisitionCodes : [],
    placesOf(posting),
    posting?.country ?? null,
  ];
  const standing = await findOpenCase(tx, opportunity.id, stage.id);
  if (standing) {
    await tx.query(
      `update cases set stage_name = $2, posting_id = $3, posting_title = $4, team = $5, name_text_id = $6,
         lever_url = $7, mode = $8, is_confidential = $9, updated_at = $10, recruiter_id = $11,
         hiring_manager_id = $12, requisitions = $13, jurisdictions = $14, country = $15, version = version + 1
       where id = $1
         and (stage_name, posting_id, posting_title, team, name_text_id, lever_url, mode, is_confidential, recruiter_id,
           hiring_manager_id, requisitions, jurisdictions, country)
         is distinct from ($2, $3, $4, $5, $6, $7, $8, $9, $11, $12, $13::text[], $14::text[], $15)`,
      [standing.id, ...labels],
    );
    return { ...standing, mode: opening.mode, jurisdictions: placesOf(posting) };
  }
  const id = await insertCase(tx, { opening, labels }, deps);
  await lookAtFeedbackSoon(tx, { opportunityId: opportunity.id, now: deps.clock.now() });
  const opened = await getCase(tx, id);
  if (!opened) throw new Error("a case that was just opened is not there");
  return opened;
};

/** Who answers for a case: the opportunity's owner, else the posting's, else its hiring manager. */
export const recruiterIdOf = ({
  opportunity,
  posting,
}: Pick<CaseFacts, "opportunity" | "posting">): string | null =>
  opportunity.ownerId ?? posting?.ownerId ?? posting?.hiringManagerId ?? null;

/** Whether an open case of an opportunity says that somebody else answers for it. */
export const isAnsweredOtherwise = async (
  reads: Reads,
  { opportunityId, recruiterId }: Answered,
): Promise<boolean> => {
  const found = await reads.query(
    `select from cases where opportunity_id = $1 and closed_at is null
       and recruiter_id is distinct from $2 limit 1`,
    [opportunityId, recruiterId],
  );
  return found.length > 0;
};

/** Keeps who answers for the open cases of an opportunity. */
export const setRecruiter = async (
  tx: Tx,
  { opportunityId, recruiterId }: Answered,
): Promise<void> => {
  await tx.query(
    "update cases set recruiter_id = $2 where opportunity_id = $1 and closed_at is null",
    [opportunityId, recruiterId],
  );
};

interface Answered {
  opportunityId: OpportunityId;
  recruiterId: string | null;
}

/** A confidential candidacy is for few eyes: its cases show that there is one, not whose. */
const sealName = async (
  tx: Tx,
  { id, contactId, name }: { id: OpportunityId; contactId: ContactId; name: Quoted | null },
  { texts }: CaseDeps,
): Promise<string> =>
  await texts.seal(tx, {
    candidate: contactId,
    kind: "candidate_name",
    text: name === null ? "Confidential candidate" : cleanName(name),
    id: `tx_name_${id}`,
  });

const shownName = (opportunity: Opportunity) => ({
  id: opportunity.id,
  contactId: opportunity.contactId,
  name: opportunity.confidential ? null : opportunity.name,
});

/** Whether a case says otherwise than Lever does about who may see it. */
export const isSeenOtherwise = async (reads: Reads, opportunity: Opportunity): Promise<boolean> => {
  const found = await reads.query(
    "select from cases where opportunity_id = $1 and is_confidential <> $2 limit 1",
    [opportunity.id, opportunity.confidential],
  );
  return found.length > 0;
};

/** Keeps whether an opportunity is confidential in all its cases, those that have ended too, and takes its name and its posting's
 * from them or gives them back. */
export const setConfidential = async (
  tx: Tx,
  { opportunity, posting }: Pick<CaseFacts, "opportunity" | "posting">,
  deps: CaseDeps,
): Promise<void> => {
  await sealName(tx, shownName(opportunity), deps);
  await tx.query(
    `update cases set is_confidential = $2, version = version + 1,
       posting_title = case when posting_id = $3 then $4 else posting_title end,
       team = case when posting_id = $3 then $5 else team end
     where opportunity_id = $1`,
    [opportunity.id, opportunity.confidential, posting?.id ?? null, ...postingLabels(posting)],
  );
};

/** Takes what is kept of an opportunity out of sight: Lever does not show it to us any more. */
export const hideCases = async (
  tx: Tx,
  opportunityId: OpportunityId,
  deps: CaseDeps,
): Promise<void> => {
  const hidden = await tx.query<{ candidate: ContactId }>(
    `update cases set is_confidential = true, version = version + 1
     where opportunity_id = $1 and not is_confidential returning candidate`,
    [opportunityId],
  );
  const [first] = hidden;
  if (first)
    await sealName(tx, { id: opportunityId, contactId: first.candidate, name: null }, deps);
};

/** Without a posting nobody knows where it is. */
const placesOf = (posting: CaseFacts["posting"]): Jurisdiction[] | null =>
  posting && jurisdictionsOf(posting);

/** Title and team. */
const postingLabels = (posting: CaseFacts["posting"]): [string, string | null] => {
  if (!posting) return ["no posting", null];
  return posting.confidential ? ["Confidential posting", null] : [posting.title, posting.team];
};

/** The next step of a case before any run of it has come to its end. */
export const JUST_OPENED = "Looking for a time.";

const insertCase = async (
  tx: Tx,
  { opening, labels }: { opening: CaseOpening; labels: unknown[] },
  deps: CaseDeps,
): Promise<CaseId> => {
  const { opportunity, stage } = opening.facts;
  const id = CaseId.parse(deps.ids.next("case"));
  await tx.query(
    `insert into cases (id, stage_name, posting_id, posting_title, team, name_text_id, lever_url, mode,
       is_confidential, created_at, updated_at, recruiter_id, hiring_manager_id, requisitions, jurisdictions, country, opportunity_id, stage_id,
       candidate, status, next_step)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $13, $14, $15, $16, $17, $18, 'open', $19)`,
    [id, ...labels, opportunity.id, stage.id, opportunity.contactId, JUST_OPENED],
  );
  await appendLedger(tx, {
    type: "case.opened",
    actor: "convene",
    caseId: id,
    correlationId: opening.correlationId,
    data: { opportunityId: opportunity.id, stageId: stage.id, mode: opening.mode },
    at: deps.clock.now(),
  });
  return id;
};

interface Standing {
  opportunityId: OpportunityId;
  inLever: InLever;
}

/** Whether a case of an opportunity, open or closed, has it otherwise in Lever. */
export const standsOtherwise = async (
  reads: Database | Queryable,
  { opportunityId, inLever }: Standing,
): Promise<boolean> => {
  const [found] = await reads.query(
    "select from cases where opportunity_id = $1 and in_lever <> $2 limit 1",
    [opportunityId, inLever],
  );
  return found !== undefined;
};

/** Keeps how an opportunity stands in Lever, in all of its cases: of one that is closed it is still told, and its forms are still owed. */
export const setInLever = async (
  tx: Tx,
  { opportunityId, inLever }: Standing,
  clock: Clock,
): Promise<void> => {
  await tx.query(
    `update cases set in_lever = $2, updated_at = $3, version = version + 1
     where opportunity_id = $1 and in_lever <> $2`,
    [opportunityId, inLever, clock.now().toString()],
  );
};

export interface CaseChange {
  id: CaseId;
  status: CaseStatus;
  nextStep: string;
  /** Of the booking; absent: none. What stands beside it stays, until the case is closed. */
  problems?: readonly Problem[];
  /** Whether what nothing has fitted for is still looked for. Absent: that search ends. */
  isSearched?: boolean;
}

/** Sets where a case stands; `closed` ends it, and one that has ended stays as it is. */
export const setCase = async (tx: Tx, change: CaseChange, clock: Clock): Promise<void> => {
  const { id } = change;
  const before = (await lockProblems(tx, id)) ?? [];
  const problems = change.status === "closed" ? [] : withBooking(before, change.problems ?? []);
  const now = clock.now().toString();
  await tx.query(
    `with ended as (
       update searches set ended_at = $5 where case_id = $1 and ended_at is null and not $6::boolean)
     update cases set status = $2, next_step = $3, problems = $4, updated_at = $5, version = version + 1,
       closed_at = case when $2 = 'closed' then $5::timestamptz else closed_at end
     where id = $1 and closed_at is null`,
    [id, change.status, change.nextStep, JSON.stringify(problems), now, change.isSearched === true],
  );
  await tx.query("select pg_notify('convene', $1)", [
    JSON.stringify({ topic: "cases", caseId: id }),
  ]);
};
