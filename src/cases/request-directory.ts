/** Whom a request may name: candidates of open cases that are not for few eyes, and everybody who interviews. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { unlessForbidden } from "../lever/access.ts";
import type { LeverReader } from "../lever/port.ts";
import type { PlanReader } from "../plans/reader.ts";
import type { Texts } from "../privacy/texts.ts";
import type { NamedCase, NamedDirectory } from "../requests/naming.ts";

/** So many cases are known by name: the newest. */
const MOST_CASES = 10_000;

type CaseRow = Omit<NamedCase, "name"> & { nameTextId: string } & Row;

interface DirectoryDeps {
  texts: Pick<Texts, "openMany">;
  lever: Pick<LeverReader, "listUsers" | "listStages">;
  plans: Pick<PlanReader, "all">;
}

/** Shape: without anybody who was erased, is confidential, or whose case is closed. */
export const readDirectory = async (
  reads: Database | Queryable,
  { texts, lever, plans }: DirectoryDeps,
): Promise<NamedDirectory> => {
  const [rows, users, listed, planned] = await Promise.all([
    reads.query<CaseRow>(
      `select id as "caseId", name_text_id as "nameTextId", posting_id as "postingId",
         posting_title as "postingTitle", stage_name as "stageName", candidate from cases
       where name_text_id is not null and closed_at is null and not is_confidential and in_lever = 'active'
       order by created_at desc, id limit $1`,
      [MOST_CASES],
    ),
    unlessForbidden(async () => await lever.listUsers()),
    unlessForbidden(async () => await lever.listStages()),
    plans.all(),
  ]);
  const names = await texts.openMany(
    reads,
    rows.map(({ nameTextId }) => nameTextId),
  );
  const cases = rows.flatMap(({ nameTextId, ...known }): NamedCase[] => {
    const name = names.get(nameTextId);
    return name === undefined ? [] : [{ ...known, name }];
  });
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
  return { cases, users: known, stages };
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
