/** Whom a request may name: candidates of open cases that are not for few eyes, and everybody who interviews. */
import type { Database, Queryable, Row } from "../db/port.ts";
import { unlessForbidden } from "../lever/access.ts";
import type { LeverReader } from "../lever/port.ts";
import type { Texts } from "../privacy/texts.ts";
import type { Directory, KnownCase } from "../requests/understanding.ts";

/** So many open cases are known by name; the newest. */
const MOST_CASES = 5_000;

type CaseRow = Omit<KnownCase, "name"> & { nameTextId: string } & Row;

/** Shape: one whose candidate was erased, or is confidential, is not in it. */
export const readDirectory = async (
  reads: Database | Queryable,
  { texts, lever }: { texts: Pick<Texts, "openMany">; lever: Pick<LeverReader, "listUsers"> },
): Promise<Directory> => {
  const [rows, users] = await Promise.all([
    reads.query<CaseRow>(
      `select id as "caseId", name_text_id as "nameTextId", posting_id as "postingId",
         posting_title as "postingTitle", stage_name as "stageName" from cases
       where closed_at is null and not is_confidential and in_lever = 'active' and name_text_id is not null
       order by created_at desc, id limit $1`,
      [MOST_CASES],
    ),
    unlessForbidden(async () => await lever.listUsers()),
  ]);
  const names = await texts.openMany(
    reads,
    rows.map(({ nameTextId }) => nameTextId),
  );
  return {
    cases: rows.flatMap(({ caseId, nameTextId, postingId, postingTitle, stageName }) => {
      const name = names.get(nameTextId);
      return name === undefined ? [] : [{ caseId, name, postingId, postingTitle, stageName }];
    }),
    users: users
      .filter(({ deactivated }) => !deactivated)
      .map(({ id, name, email }) => ({ userId: id, name, email })),
  };
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
