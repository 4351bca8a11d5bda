/** What stands in a database, read without the keys. */
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import type { Walk } from "./walk.ts";

/** Every row of every table, ours and others', as text: bytes are written in hex. */
export const everyRow = async (walk: Walk): Promise<{ table: string; row: string }[]> => {
  const { database } = walk.running.deps;
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const rows: { table: string; row: string }[] = [];
  for (const { name } of tables) {
    const found = await database.query<{ row: string }>(
      `select to_jsonb(one)::text as row from ${name} one`,
    );
    rows.push(...found.map(({ row }) => ({ table: name, row })));
  }
  return rows;
};

/** Tables in which something of the candidate can be read. */
export const leaksOf = (
  rows: readonly { table: string; row: string }[],
  { payload: { candidate } }: ProposalDetail,
): string[] => {
  const [first = "", ...rest] = candidate.name.split(" ");
  const words = [candidate.name, candidate.email, `Hello ${first}`, rest.join(" ")];
  const forms = words.flatMap((word) => [
    word.toLowerCase(),
    Buffer.from(word).toString("hex"),
    Buffer.from(word).toString("base64").slice(0, -4),
  ]);
  return rows
    .filter(({ row }) => forms.some((form) => row.toLowerCase().includes(form.toLowerCase())))
    .map(({ table }) => table);
};
