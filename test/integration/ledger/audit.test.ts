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
import { findUnlikeRecord } from "../../../src/ledger/records.ts";
import { recordAedt } from "../../../src/policy/aedt-records.ts";
import { FIRST_POLICY, changePolicy } from "../../../src/policy/store.ts";
import { createToken } from "../../../src/http/auth/tokens.ts";
import { parseKeyring } from "../../../src/privacy/keyring.ts";
import { listKeyUses, rewrapKeys } from "../../../src/privacy/rewrap.ts";
import { createSigner } from "../../../src/worker/sign-ledger.ts";
import { decideProposal } from "../../../src/cases/decide-proposal.ts";
import { aBooking } from "../../support/booking.ts";
import { openDesk } from "../../support/waiting-proposal.ts";
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
  /** Of a worker that has just started, unless another is said. */
  const sign = async (worker = started()): Promise<void> => {
    clock.advance({ minutes: 6 });
    await worker();
  };
  const started = () => createSigner({ database, keyring, clock, log, trail: openTrail(folder) });
  const audit = async (where: string | null = folder, keys = keyring) =>
    await auditLedger({ database, keyring: keys, trail: openTrail(where), clock });
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
    expect((await audit(null)).firstBroken).toEqual({
      seq: 6,
      kind: "removed",
      what: "removed: its checkpoints end with 1, and 2 was signed",
    });
    await database.query("delete from settings where name = 'ledger_mark'");
    expect((await audit(null)).firstBroken?.what).toContain("the mark of its last checkpoint");
    const [mark] = [{ n: 1, signature: "x", mac: "0".repeat(64) }];
    await database.query(
      "insert into settings (name, value, updated_at) values ('ledger_mark', $1, now())",
      [JSON.stringify(mark)],
    );
    expect((await audit(null)).firstBroken?.what).toContain("is not ours");
    const known = (await audit()).firstBroken;
    expect(known?.kind).toBe("removed");
  });

  it("shows that it was written anew, and since when", async () => {
    await build();
    await rewrite(7);
    expect(await audit(null)).toMatchObject({ firstBroken: { seq: 6, kind: "rewritten" } });
    await database.query("delete from ledger_checkpoints");
    expect(await audit(null)).toMatchObject({ firstBroken: { seq: 1, kind: "removed" } });
    // Nor is anything signed on top of it, by whichever worker.
    await append(1);
    await sign();
    expect(await audit(null)).toMatchObject({ ok: false, checkpoints: 0 });
    await database.query("delete from settings where name in ('ledger_key', 'ledger_mark')");
    expect(await audit()).toMatchObject({ firstBroken: { seq: 6, kind: "rewritten" } });
  });

  it("is not signed further by a worker that has seen it otherwise", async () => {
    const worker = started();
    await append(5);
    await sign(worker);
    await rewrite(3);
    await database.query("delete from ledger_checkpoints");
    await database.query("delete from settings where name in ('ledger_key', 'ledger_mark')");
    await append(1);
    await sign(worker);
    expect(await audit(null)).toMatchObject({ checkpoints: 0 });
  });

  it("is not signed further where its last place is not what the chain has", async () => {
    await append(5);
    await sign();
    await rewrite(3);
    await append(1);
    await sign();
    expect(await audit(null)).toMatchObject({ ok: false, checkpoints: 1 });
  });

  it("gets its mark where an earlier Convene has signed it, and no mark over what is not ours", async () => {
    await build();
    const unmark = async () =>
      await database.query("delete from settings where name = 'ledger_mark'");
    await unmark();
    expect((await audit(null)).ok).toBe(false);
    await sign();
    expect(await audit(null)).toMatchObject({ ok: true, checkpoints: 3 });
    await unmark();
    await database.query("update ledger_checkpoints set signature = 'x' where n = 2");
    await sign();
    expect((await audit(null)).ok).toBe(false);
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

  it("shows a decision of which its entry tells otherwise", async () => {
    await using desk = await openDesk(database, clock);
    const { id, digest } = await desk.propose(aBooking());
    await decideProposal(
      {
        proposalId: id,
        digest,
        decision: "reject",
        reason: "No.",
        by: "Omar",
        role: "admin",
        via: "dashboard",
      },
      desk.deps,
    );
    expect(await audit(null)).toMatchObject({ ok: true });
    for (const [column, other] of [
      ["decided_by", "Eve"],
      ["decision", "approve"],
      ["via", "slack"],
      ["on_behalf_of", "Eve"],
      ["digest", "0".repeat(64)],
      ["basis", '{"policyVersion": 9, "rule": 1, "mode": null, "overruledBy": null}'],
    ] as const) {
      const [row] = await database.query<{ was: string | null }>(
        `select ${column} as was from decisions where proposal_id = $1`,
        [id],
      );
      const change = async (value: string | null) =>
        await database.query(`update decisions set ${column} = $2 where proposal_id = $1`, [
          id,
          value,
        ]);
      await change(other);
      expect((await audit(null)).firstBroken).toMatchObject({
        kind: "changed",
        what: `changed: the decision on ${id} is not what this entry says of it`,
      });
      await change(row?.was ?? null);
    }
    expect(await audit(null)).toMatchObject({ ok: true });
  });

  it("shows records that gates act on, forged, changed or gone, and whole again once they are put back", async () => {
    await using desk = await openDesk(database, clock);
    const { id } = await desk.propose(aBooking());
    const by = { by: "Omar", correlationId: "co" };
    const policy = { ...FIRST_POLICY, defaultMode: "silent" as const };
    await changePolicy(database, clock, { policy, basedOn: 0, ...by });
    await changePolicy(database, clock, { policy: FIRST_POLICY, basedOn: 1, ...by });
    const record = { kind: "notice", postingId: null, feature: null, isClassed: null } as const;
    const recordId = await recordAedt(
      { ...record, dated: "2026-11-02", note: "On the careers page.", by: "Omar" },
      desk.deps,
    );
    await createToken(
      { name: "a program", role: "auditor", kind: "token", validFor: null },
      desk.deps,
    );
    const data = { effectId: "ef_1", proposalId: id, kind: "send_mail" };
    await database.query(
      `insert into effects (id, proposal_id, proposal_digest, step, kind, label, audience, status)
       values ('ef_1', $1, 'd', 0, 'send_mail', 'a mail', 'candidate', 'done')`,
      [id],
    );
    await database.transaction(async (tx) => {
      const of = { type: "effect.done", actor: "convene", correlationId: "co" };
      await appendLedger(tx, { ...of, data, at: clock.now() });
    });
    expect(await audit(null)).toMatchObject({ ok: true });
    const forgeries: [string, string][] = [
      [
        `update policies set policy = jsonb_set(policy, '{expireHours}', '700') where version = 1`,
        "changed: version 1 of the policy",
      ],
      [`update policies set created_by = 'Eve' where version = 2`, "changed: version 2"],
      [`delete from policies where version = 2`, "changed: version 2 of the policy, of which"],
      [
        `insert into policies select 3, policy, created_by, created_at from policies where version = 1`,
        "cut: version 3 of the policy has no entry",
      ],
      [
        `insert into aedt_records (id, kind, dated, first_day, note, recorded_by, recorded_at)
         values ('aedt_forged', 'notice', '2020-01-01', '2020-01-16', 'x', 'Omar', now())`,
        "cut: the record for New York City aedt_forged has no entry",
      ],
      [
        `update aedt_records set first_day = '2026-11-03'`,
        `changed: the record for New York City ${recordId}`,
      ],
      [`delete from aedt_records`, `changed: the record for New York City ${recordId}, of which`],
      [
        `update aedt_records set withdrawn_by = 'Eve', withdrawn_at = now()`,
        `cut: the withdrawal of ${recordId} has no entry`,
      ],
      [`update proposals set digest = 'x'`, `changed: the proposal ${id}`],
      [`update proposals set status = 'approved'`, `changed: the status of the proposal ${id}`],
      [`delete from effects`, "changed: the effect ef_1, of which this entry tells, is gone"],
      [`update effects set status = 'planned'`, "changed: the effect ef_1 is not what"],
      [`update api_tokens set role = 'admin'`, "changed: the role of the token"],
    ];
    for (const [sql, what] of forgeries) {
      const undone = new Error("undone");
      let said: string | undefined;
      await database
        .transaction(async (tx) => {
          await tx.query(sql);
          said = (await findUnlikeRecord(tx, 100))?.what;
          throw undone;
        })
        .catch((thrown: unknown) => {
          if (thrown !== undone) throw thrown;
        });
      expect([sql, said]).toEqual([sql, expect.stringContaining(what)]);
    }
    expect(await audit(null)).toMatchObject({ ok: true });
  });

  it("shows that nothing of it is signed, once it is older than a first place would be", async () => {
    await append(3);
    expect(await audit(null)).toMatchObject({ ok: true, checkpoints: 0 });
    clock.advance({ minutes: 11 });
    const { ok, firstBroken } = await audit(null);
    expect([ok, firstBroken?.what]).toEqual([
      false,
      expect.stringContaining("no place of it is signed"),
    ]);
    await sign();
    expect((await audit(null)).ok).toBe(true);
  });

  it("is signed to its last entry where a worker ends", async () => {
    const worker = started();
    await append(2);
    await sign(worker);
    await append(3);
    await worker();
    expect(await audit(null)).toMatchObject({ checkpoints: 1 });
    await worker(true);
    expect(await audit(null)).toMatchObject({ ok: true, checkpoints: 2 });
    await cutTo(4);
    expect((await audit(null)).firstBroken?.kind).toBe("cut");
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
