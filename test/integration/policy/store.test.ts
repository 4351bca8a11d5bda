import { expect, it } from "vitest";
import { createManualClock } from "../../../src/clock.ts";
import type { Policy } from "../../../src/domain/policy.ts";
import { listLedger } from "../../../src/ledger/list.ts";
import { FIRST_POLICY, changePolicy, readPolicy } from "../../../src/policy/store.ts";
import {
  exportPolicies,
  getPolicyVersion,
  listPolicyVersions,
} from "../../../src/policy/versions.ts";
import { describeOneDatabase } from "../../support/database.ts";

describeOneDatabase("postgres", "the policy", (open) => {
  const clock = createManualClock(Temporal.Instant.from("2026-11-23T10:00:00Z"));
  const by = { by: "Omar", correlationId: "co" };
  const rulesOf = (kinds: string[]): Policy["rules"] => [{ kinds, mode: "silent" }];

  it("takes no rule for a kind that does not exist, and keeps one from before", async () => {
    const database = await open();
    const change = async (rules: Policy["rules"], basedOn: number) =>
      await changePolicy(database, clock, { policy: { ...FIRST_POLICY, rules }, basedOn, ...by });
    for (const kind of ["explode", "cancel-booking"]) {
      await expect(change(rulesOf(["move_stage", kind]), 0)).rejects.toMatchObject({
        code: "input_invalid",
        message: expect.stringMatching(
          new RegExp(
            `^Rule 1 names ${kind}, and there is no such kind\\. There are: book_interview,`,
          ),
        ),
        data: { faults: [{ path: "rules.0.kinds" }] },
      });
    }
    expect((await readPolicy(database)).version).toBe(0);
    await change(rulesOf(["cancel_booking", "remind_candidate", "note_chat"]), 0);
    await database.query(
      `update policies set policy = jsonb_set(policy, '{rules,0,kinds}', '["explode"]')`,
    );
    expect((await readPolicy(database)).policy.rules).toEqual(rulesOf(["explode"]));
    await change([...rulesOf(["explode"]), ...rulesOf(["move_stage"])], 1);
    await expect(change(rulesOf(["implode"]), 2)).rejects.toMatchObject({ code: "input_invalid" });
  });

  it("has the digest of each version in its entry", async () => {
    const database = await open();
    const set = async (expireHours: number, basedOn: number) =>
      await changePolicy(database, clock, {
        policy: { ...FIRST_POLICY, expireHours },
        basedOn,
        ...by,
      });
    await set(24, 0);
    await set(48, 1);
    const [one, two] = await listLedger(database, { limit: 2 });
    expect(one?.data["digest"]).toMatch(/^[0-9a-f]{64}$/);
    expect(two?.data["digest"]).not.toBe(one?.data["digest"]);
  });

  it("is kept in all its versions, each with who, when and what it changed, and exported line by line", async () => {
    const database = await open();
    const set = async (policy: Partial<Policy>, basedOn: number) =>
      await changePolicy(database, clock, {
        policy: { ...FIRST_POLICY, ...policy },
        basedOn,
        ...by,
      });
    await set({ expireHours: 24 }, 0);
    await set({ expireHours: 24, rules: rulesOf(["note_chat"]) }, 1);
    const [two, one, zero] = await listPolicyVersions(database, { limit: 20 });
    expect(two).toMatchObject({
      version: 2,
      by: "Omar",
      at: clock.now(),
      differences: [{ what: "Rule 1", before: null, after: "what Note the chat: silent mode" }],
    });
    expect(one?.differences).toEqual([
      { what: "How long a decision waits", before: "48 hours", after: "24 hours" },
    ]);
    expect(zero).toMatchObject({ version: 0, by: null, differences: [] });
    expect(await getPolicyVersion(database, 2)).toEqual(two);
    expect(await getPolicyVersion(database, 3)).toBeNull();
    const [entry] = await listLedger(database, { limit: 1, order: "newest first" });
    expect(entry?.data["digest"]).toBe(two?.digest);
    const first = await listPolicyVersions(database, { limit: 1 });
    const rest = await listPolicyVersions(database, { before: first[0]?.version ?? 0, limit: 1 });
    expect([...first, ...rest].map(({ version }) => version)).toEqual([2, 1]);
    expect(await listPolicyVersions(database, { before: 0, limit: 2 })).toEqual([]);
    const begun = await exportPolicies(database, { after: 0, limit: 1 });
    const ended = await exportPolicies(database, { after: begun.next ?? 9, limit: 5 });
    const lines = `${begun.text}${ended.text}`.trim().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { version: number }).version)).toEqual([
      0, 1, 2,
    ]);
    expect(ended.next).toBeNull();
  });
});
