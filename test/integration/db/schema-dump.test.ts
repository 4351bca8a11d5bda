import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { SCHEMA_FILE, dumpSchema } from "../../../src/db/schema-dump.ts";
import { describeEachDatabase } from "../../support/database.ts";

describeEachDatabase("The committed schema", (open) => {
  test("is what the migrations make (else: node src/db/schema-dump.ts --write)", async () => {
    const database = await open();
    expect(await dumpSchema(database)).toBe(await readFile(SCHEMA_FILE, "utf8"));
  });
});
