import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";

/** Columns by which a row is about a candidate. */
const ABOUT =
  /^ {2}(?:\w*text_id|case_id|case_ids|opportunity_id|opportunity_ids|candidate|run_id|proposal_id) /m;

/** Tables that keep their rows, and why. */
const KEPT: Record<string, string> = {
  approval_messages:
    "ids, whom of the team it was told, and where: what it said is taken out of Slack",
  asked_absences: "ids, and whether somebody of the team was away",
  approvals: "ids, a digest, and who of the team agreed",
  candidate_keys: "the key goes by `texts.erase`",
  comparisons: "numbers, enums and an id",
  decisions: "ids and enums; the reason's text goes with the texts",
  erasures: "ids, enums and counts: the certificate",
  ledger: "ids and digests: the chain stays whole",
  plain_request_replies: "Slack's address for an answer, sealed for the asker",
  proposal_openings: "ids, and who of the team had it before them when",
  register_entries:
    "what the company must be able to show of a breach or a request, sealed by a key of its own",
  streams: "the order and fence of a candidacy must never begin again",
  texts: "they go by `texts.erase`",
};

it("every table that is about a candidate has its line in an erasure, or a reason to stay", async () => {
  const read = async (path: string): Promise<string> =>
    await readFile(new URL(`../../../src/${path}`, import.meta.url), "utf8");
  const schema = await read("db/schema.sql");
  const erasing = (await read("cases/purge.ts")) + (await read("cases/erase-candidate.ts"));
  const tables = [...schema.matchAll(/^create table (\w+) \(\n([\s\S]*?)\n\);/gm)];
  const about = tables.filter(([, , body = ""]) => ABOUT.test(body)).map(([, name = ""]) => name);
  expect(about.length).toBeGreaterThan(25);
  const changes = (name: string): boolean =>
    new RegExp(`(?:delete from|update) ${name}\\b`).test(erasing);
  expect(about.filter((name) => !changes(name) && !(name in KEPT))).toEqual([]);
  expect(Object.keys(KEPT).filter((name) => !about.includes(name))).toEqual([]);
});
