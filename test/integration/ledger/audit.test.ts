import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { createLog } from "../../../src/log.ts";
import { appendLedger } from "../../../src/ledger/append.ts";
import { auditLedger } from "../../../src/ledger/audit.ts";
import { keepCheckpoint } from "../../../src/ledger/checkpoints.ts";
import { FIRST_HASH, hashOf } from "../../../src/ledger/entry.ts";
import { exportLedger } from "../../../src/ledger/export.ts";
import { listLedger } from "../../../src/ledger/list.ts";
import { openTrail } from "../../../src/ledger/trail.ts";
import { parseKeyring } from "../../../src/privacy/keyring.ts";
import { listKeyUses, rewrapKeys } from "../../../src/privacy/rewrap.ts";
import { signLedger } from "../../../src/worker/sign-ledger.ts";
import { describeOneDatabase } from "../../support/database.ts";

const newKey = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const [old, fresh] = [newKey("old"), newKey("fresh")];

describeOneDatabase("postgres", "a ledger that is signed", (open) => {
  let database: Database;
  let folder: string;
  const clock = createManualClock(Temporal.Instant.from("2026-11-23T10:00:00Z"));
  const log = createLog({ level: "silent" });
  const keyring = parseKeyring(old);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-trail-"));
    database = await open();
  });
  afterEach(async () => await rm(folder, { recursive: true, force: true }));

  const append = async (count: number): Promise<void> => {
    await database.transaction(async (tx) => {
      for (let n = 1; n <= count; n += 1) {
        const what = { type: "case.opened", actor: "convene", correlationId: "co", data: { n } };
        await appendLedger(tx, { ...what, at: clock.now() });
      }
    });
  };
  const sign = async (): Promise<void> => {
    clock.advance({ minutes: 6 });
    const trail = openTrail(folder);
    await signLedger({ database, keyring, clock, log, trail });
  };
  const audit = async (where: string | null = folder, keys = keyring) =>
    await auditLedger({ database, keyring: keys, trail: openTrail(where) });
  /** The end goes, and the head with it: the chain is whole in itself. */
  const cutTo = async (seq: number): Promise<void> => {
    await database.query("delete from ledger where seq > $1", [seq]);
    await database.query(
      "update ledger_head set seq = $1, hash = (select hash from ledger where seq = $1)",
      [seq],
    );
  };
  /** By whoever knows how the chain is made: one entry is another, and all after it is made anew. */
  const rewrite = async (from: number): Promise<void> => {
    let prevHash = FIRST_HASH;
    for (const entry of await listLedger(database, { limit: 1_000 })) {
      const anew = { ...entry, prevHash, ...(entry.seq === from && { actor: "nobody" }) };
      prevHash = hashOf(anew);
      await database.query(
        "update ledger set actor = $2, prev_hash = $3, hash = $4 where seq = $1",
        [entry.seq, anew.actor, anew.prevHash, prevHash],
      );
    }
    await database.query("update ledger_head set hash = $1", [prevHash]);
  };
  const build = async (): Promise<void> => {
    await append(5);
    await sign();
    await append(5);
    await sign();
    await append(2);
  };

  it("gets a place now and then, once, when there is anything new", async () => {
    await append(3);
    await Promise.all([sign(), sign()]);
    const deps = { database, keyring, clock };
    expect(await keepCheckpoint(deps)).toBeNull();
    await append(1);
    expect(await keepCheckpoint(deps)).toBeNull();
    await append(500);
    expect(await keepCheckpoint(deps)).toMatchObject({ n: 2, seq: 504 });
    expect(await audit()).toMatchObject({ ok: true, entries: 504, checkpoints: 2, outside: 1 });
    const text = await readFile(join(folder, "ledger-checkpoints.jsonl"), "utf8");
    expect(JSON.parse(text)).toMatchObject({ n: 1, seq: 3 });
  });

  it("shows a cut end, although head and chain fit together", async () => {
    await build();
    await cutTo(8);
    const told = { ok: false, firstBroken: { seq: 9, kind: "cut" } };
    expect(await audit(null)).toMatchObject(told);
    // Whoever takes the signed place away as well is told by the one beside the database.
    await database.query("delete from ledger_checkpoints where seq > 8");
    expect(await audit(null)).toMatchObject({ ok: true });
    expect(await audit()).toMatchObject(told);
  });

  it("shows that it was written anew, and since when", async () => {
    await build();
    await rewrite(7);
    expect(await audit(null)).toMatchObject({ firstBroken: { seq: 6, kind: "rewritten" } });
    await database.query("delete from ledger_checkpoints");
    expect(await audit()).toMatchObject({ firstBroken: { seq: 6, kind: "rewritten" } });
  });

  it("shows places that are not ours, or were taken out", async () => {
    await build();
    await database.query("update ledger_checkpoints set seq = 9 where n = 2");
    expect(await audit(null)).toMatchObject({ firstBroken: { seq: 9, kind: "changed" } });
    await database.query("update ledger_checkpoints set seq = 10 where n = 2");
    expect((await audit(null)).ok).toBe(true);
    await database.query("delete from settings where name = 'ledger_key'");
    expect((await audit(null)).firstBroken?.what).toContain("does not have our signature");
    await database.query("delete from ledger_checkpoints where n = 1");
    expect((await audit(null)).firstBroken?.what).toContain("checkpoint 1 is not there");
  });

  it("shows an end that was cut since the last place, by a record that has no entry", async () => {
    await append(2);
    await database.query(
      `insert into erasures (id, candidate, opportunity_ids, cause, reason, asked_by, asked_at, erased_at)
       values ('er_1', 'c', '{}', 'person', 'other', 'somebody', now(), now())`,
    );
    const { firstBroken } = await audit(null);
    expect(firstBroken).toEqual({
      seq: 3,
      kind: "cut",
      what: "cut: the erasure er_1 has no entry",
    });
  });

  it("is signed by the same key after the master key was changed, half-way too", async () => {
    await build();
    const both = parseKeyring(`${fresh},${old}`);
    expect(await audit(null, both)).toMatchObject({ ok: true, checkpoints: 2 });
    await expect(audit(null, parseKeyring(fresh))).rejects.toMatchObject({ code: "crypto_failed" });
    await rewrapKeys(database, both);
    expect(await listKeyUses(database)).toMatchObject([{ masterKeyId: "fresh", ledgerKey: true }]);
    expect(await audit(null, parseKeyring(fresh))).toMatchObject({ ok: true, checkpoints: 2 });
  });

  it("is exported line by line, page by page, each with all that its hash is over", async () => {
    await append(7);
    let text = "";
    for (let after: number | null = 0; after !== null;) {
      const page: { text: string; next: number | null } = await exportLedger(database, {
        after,
        limit: 3,
      });
      text += page.text;
      after = page.next;
    }
    const lines = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, string>);
    expect(lines.length).toBe(7);
    let prevHash = FIRST_HASH;
    for (const { at = "", ...line } of lines) {
      const entry = { ...line, at: Temporal.Instant.from(at) } as unknown as Parameters<
        typeof hashOf
      >[0];
      expect([line["prevHash"], hashOf(entry)]).toEqual([prevHash, line["hash"]]);
      prevHash = line["hash"] ?? "";
    }
  });
});
