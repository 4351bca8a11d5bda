/** Whom a request may name: candidates of open cases that are not for few eyes, and everybody who interviews. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { unlessForbidden } from "../lever/access.ts";
import type { LeverReader, Posting } from "../lever/port.ts";
import type { InterviewPlan } from "../domain/plan.ts";
import type { PlanReader } from "../plans/reader.ts";
import type { Texts } from "../privacy/texts.ts";
import type { NamedCase, NamedDirectory } from "../requests/naming.ts";
import type { KnownPosting } from "../requests/understanding.ts";

/** So many cases are known by name: the newest. */
const MOST_CASES = 10_000;

type CaseRow = Omit<NamedCase, "name"> & { nameTextId: string } & Row;

interface DirectoryDeps {
  texts: Pick<Texts, "openMany">;
  lever: Pick<LeverReader, "listUsers" | "listStages" | "listPostings">;
  plans: Pick<PlanReader, "all">;
}

const CASE = `select id as "caseId", name_text_id as "nameTextId", posting_id as "postingId",
  posting_title as "postingTitle", stage_name as "stageName", candidate from cases`;

const IS_OPEN = "closed_at is null and in_lever = 'active'";
/** Of each candidacy the open ones first, then the newest. */
const CASES_BY_PLACE = `with placed as (
  select one.*, ${IS_OPEN} as "isOpen",
    row_number() over (partition by opportunity_id order by ${IS_OPEN} desc, created_at desc, "caseId" desc) as place
  from (select id as "caseId", name_text_id as "nameTextId", posting_id as "postingId", posting_title as "postingTitle",
    stage_name as "stageName", candidate, opportunity_id, created_at, closed_at, in_lever, is_confidential from cases) one)`;

/** Shape: without anybody who was erased, is confidential, or whose case is closed. */
export const readDirectory = async (
  reads: Database | Queryable,
  { texts, lever, plans }: DirectoryDeps,
): Promise<NamedDirectory> => {
  const [rows, users, listed, published, planned] = await Promise.all([
    reads.query<CaseRow>(
      `${CASE} where name_text_id is not null and closed_at is null and not is_confidential and in_lever = 'active'
       order by created_at desc, id limit $1`,
      [MOST_CASES],
    ),
    unlessForbidden(async () => await lever.listUsers()),
    unlessForbidden(async () => await lever.listStages()),
    unlessForbidden(async () => await lever.listPostings()),
    plans.all(),
  ]);
  const postings = await readPostings(reads, { published, planned });
  const known = users
    .filter(({ deactivated }) => !deactivated)
    .map(({ id, name, email }) => ({ userId: id, name, email }));
  const stages = [
    ...new Set([
      ...listed.map(({ text }) => text),
      ...rows.map(({ stageName }) => stageName),
      ...planned.flatMap(({ sessions }) => sessions.map(({ name }) => name)),
    ]),
  ];
  return { cases: await named(rows, { reads, texts }), users: known, postings, stages };
};

/** Of each candidacy that is not in `readDirectory` its last case, and the one in sight. Shape: without anybody who was erased or is confidential. */
export const readPast = async (
  reads: Database | Queryable,
  { inSight, texts }: { inSight: string | null; texts: DirectoryDeps["texts"] },
): Promise<NamedCase[]> => {
  const rows = await reads.query<CaseRow>(
    `${CASES_BY_PLACE} select "caseId", "nameTextId", "postingId", "postingTitle", "stageName", candidate from placed
     where (place = 1 or "caseId" = $1) and not "isOpen" and "nameTextId" is not null and not is_confidential
       and in_lever <> 'gone' order by created_at desc, "caseId" limit $2`,
    [inSight, MOST_CASES],
  );
  return await named(rows, { reads, texts });
};

const named = async (
  rows: readonly CaseRow[],
  { reads, texts }: { reads: Database | Queryable; texts: DirectoryDeps["texts"] },
): Promise<NamedCase[]> => {
  const names = await texts.openMany(
    reads,
    rows.map(({ nameTextId }) => nameTextId),
  );
  return rows.flatMap(({ nameTextId, ...known }): NamedCase[] => {
    const name = names.get(nameTextId);
    return name === undefined ? [] : [{ ...known, name }];
  });
};

/** Roles of all cases, closed ones too, those that Lever has published, and those that plans are for. None of confidential cases alone. */
const readPostings = async (
  reads: Database | Queryable,
  {
    published,
    planned,
  }: {
    published: readonly Pick<Posting, "id" | "title">[];
    planned: readonly Pick<InterviewPlan, "match">[];
  },
): Promise<KnownPosting[]> => {
  const rows = await reads.query<{ postingId: string; title: string }>(
    `select distinct on (posting_id) posting_id as "postingId", posting_title as title from cases
     where posting_id is not null and not is_confidential order by posting_id, created_at desc`,
  );
  const titles = new Set([...rows, ...published].map(({ title }) => title));
  // A plan may name a posting by its id as well; an id is no title.
  const ofPlans = planned
    .flatMap(({ match }) => match.postings ?? [])
    .filter((text) => !titles.has(text));
  const known = new Map<string, KnownPosting>([
    ...ofPlans.map((text) => [text, { postingId: text, title: text, hasCases: false }] as const),
    ...published.map(({ id, title }) => [id, { postingId: id, title, hasCases: false }] as const),
    ...rows.map((row) => [row.postingId, { ...row, hasCases: true }] as const),
  ]);
  return [...known.values()].filter(({ title }) => title !== "");
};

/** All candidacies for some postings, those with closed cases too. */
export const opportunitiesOf = async (
  reads: Database | Queryable,
  postingIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await reads.query<{ opportunityId: string }>(
    `select distinct opportunity_id as "opportunityId" from cases where posting_id = any($1) and not is_confidential`,
    [[...postingIds]],
  );
  return new Set(rows.map(({ opportunityId }) => opportunityId));
};

/** What the stages of cases are called. */
export const stageNamesOf = async (
  reads: Database | Queryable,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await reads.query<{ id: string; name: string }>(
    "select id, stage_name as name from cases where id = any($1)",
    [[...caseIds]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** Open cases in whose booked interviews to come somebody sits, by their address. */
export const casesWith = async (
  reads: Database | Queryable,
  { email, now }: { email: string; now: Temporal.Instant },
): Promise<string[]> => {
  const rows = await reads.query<{ caseId: string }>(
    `select distinct c.id as "caseId" from reservations r
       join proposals p on p.id = r.proposal_id join cases c on c.id = p.case_id
     where r.person = $1 and r.released_at is null and r.effect_id is not null and lower(r.during) > $2
       and c.closed_at is null and not c.is_confidential and p.kind <> 'book_debrief' order by 1`,
    [email, now.toString()],
  );
  return rows.map(({ caseId }) => caseId);
};
