import { expect, it } from "vitest";
import { createManualClock } from "../../../src/clock.ts";
import type { Policy } from "../../../src/domain/policy.ts";
import { listLedger } from "../../../src/ledger/list.ts";
import { FIRST_POLICY, changePolicy, readPolicy } from "../../../src/policy/store.ts";
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
});
