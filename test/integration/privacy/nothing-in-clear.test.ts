import { afterAll, beforeAll, expect, it } from "vitest";
import { describeEachDatabase } from "../../support/database.ts";
import { proposalFor, untilProposal } from "../../support/story.ts";
import { type Walk, startWalk } from "../../support/walk.ts";

describeEachDatabase("after a booking, the whole database", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => {
    await walk.close();
  });

  /** Every row of every table, ours and others', as text: bytes are written in hex. */
  const everyRow = async (): Promise<{ table: string; row: string }[]> => {
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

  it("says nothing about the candidate that could be read without the keys", async () => {
    const opportunityId = walk.nextCandidate();
    const waiting = await proposalFor(walk, opportunityId);
    await walk.api.approve(waiting);
    await untilProposal(walk, waiting, "done");
    const { candidate } = waiting.payload;
    const [first = "", ...rest] = candidate.name.split(" ");
    const words = [candidate.name, candidate.email, `Hello ${first}`, rest.join(" ")];
    const forms = words.flatMap((word) => [
      word.toLowerCase(),
      Buffer.from(word).toString("hex"),
      Buffer.from(word).toString("base64").slice(0, -4),
    ]);
    const rows = await everyRow();
    const tables = new Set(rows.map(({ table }) => table));
    expect([...tables]).toEqual(
      expect.arrayContaining(["public.texts", "public.ledger", "langgraph.checkpoint_blobs"]),
    );
    const leaks = rows.filter(({ row }) =>
      forms.some((form) => row.toLowerCase().includes(form.toLowerCase())),
    );
    expect(leaks.map(({ table }) => table)).toEqual([]);
  });

  it("would show a name that somebody stored in clear", async () => {
    await walk.running.deps.database.query(
      "update cases set next_step = 'Write to Ada Quill' where id = (select id from cases limit 1)",
    );
    const rows = await everyRow();
    expect(rows.filter(({ row }) => row.includes("Ada Quill")).map(({ table }) => table)).toEqual([
      "public.cases",
    ]);
  });
});
