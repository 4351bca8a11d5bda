import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { SCHEMA_FILE, dumpSchema } from "../../../src/db/schema-dump.ts";
import { describeEachDatabase } from "../../support/database.ts";

describeEachDatabase("The committed schema", (open) => {
  test("is what the migrations make (else: node src/db/schema-dump.ts --write)", async () => {
    const database = await open();
    expect(await dumpSchema(database)).toBe(await readFile(SCHEMA_FILE, "utf8"));
  });

  test("has an index by candidate wherever a table names one", async () => {
    const database = await open();
    const tables = await database.query<{ table: string; isIndexed: boolean }>(
      `select c.relname as "table", exists (
         select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum) as "isIndexed"
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where a.attname = 'candidate' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       order by 1`,
    );
    expect(tables.map(({ table }) => table)).toContain("cases");
    expect(tables.filter(({ isIndexed }) => !isIndexed)).toEqual([]);
  });
});
