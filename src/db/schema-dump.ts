/** Our tables as text, from the catalogs of a migrated database: committed as `schema.sql`, so that a review sees what a
 * migration did. `node src/db/schema-dump.ts --write` makes it anew. Same text from every PostgreSQL since 15. */
import { writeFile } from "node:fs/promises";
import { migrate } from "./migrate.ts";
import { openDatabase } from "./open.ts";
import type { Database } from "./port.ts";

/** Where the text is kept. */
export const SCHEMA_FILE = new URL("./schema.sql", import.meta.url);

const HEADER = "-- Made by src/db/schema-dump.ts from the migrations; do not edit.\n";

const COLUMNS = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull as "isRequired", pg_get_expr(d.adbin, d.adrelid) as "defaultsTo", a.attidentity as identity
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  order by c.relname collate "C", a.attnum`;

// Since 18, "not null" is a constraint too: the columns say it already.
const CONSTRAINTS = `
  select c.relname as "table", n.conname as name, pg_get_constraintdef(n.oid) as definition
  from pg_constraint n join pg_class c on c.oid = n.conrelid
  where c.relnamespace = 'public'::regnamespace and n.contype <> 'n'
  order by c.relname collate "C", n.conname collate "C"`;

const INDEXES = `
  select c.relname as "table", pg_get_indexdef(i.indexrelid) as definition
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
  where c.relnamespace = 'public'::regnamespace
    and not exists (select 1 from pg_constraint n where n.conindid = i.indexrelid and n.contype in ('p', 'u', 'x'))
  order by c.relname collate "C", x.relname collate "C"`;

interface Column extends Record<string, unknown> {
  table: string;
  name: string;
  type: string;
  isRequired: boolean;
  defaultsTo: string | null;
  identity: "" | "a" | "d";
}

interface Named extends Record<string, unknown> {
  table: string;
  name: string;
  definition: string;
}

/** The text for a migrated database. */
export const dumpSchema = async (database: Database): Promise<string> => {
  const columns = await database.query<Column>(COLUMNS);
  const constraints = await database.query<Named>(CONSTRAINTS);
  const indexes = await database.query<Named>(INDEXES);
  const tables = [...new Set(columns.map(({ table }) => table))];
  const of = <Part extends { table: string }>(parts: Part[], table: string) =>
    parts.filter((part) => part.table === table);
  const texts = tables.map((table) => {
    const lines = [
      ...of(columns, table).map(toColumn),
      ...of(constraints, table).map(({ name, definition }) => `constraint ${name} ${definition}`),
    ];
    const ends = of(indexes, table).map(({ definition }) => `${definition};\n`);
    return `create table ${table} (\n  ${lines.join(",\n  ")}\n);\n${ends.join("")}`;
  });
  return [HEADER, ...texts].join("\n");
};

const toColumn = ({ name, type, isRequired, defaultsTo, identity }: Column): string => {
  const words = [name, type];
  if (isRequired) words.push("not null");
  if (defaultsTo !== null) words.push(`default ${defaultsTo}`);
  if (identity !== "")
    words.push(`generated ${identity === "a" ? "always" : "by default"} as identity`);
  return words.join(" ");
};

if (import.meta.main && process.argv.includes("--write")) {
  const database = await openDatabase({ dataDir: "memory" });
  await migrate(database);
  await writeFile(SCHEMA_FILE, await dumpSchema(database));
  await database.close();
}
