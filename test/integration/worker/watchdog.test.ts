/** A web process without workers: nothing goes on, and readiness has to say what. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { describeEachDatabase } from "../../support/database.ts";
import { deliverAsLever } from "../../support/deliveries.ts";
import { type Walk, startWalk } from "../../support/walk.ts";

const Ready = z.object({ ready: z.boolean(), checks: z.record(z.string(), z.boolean()) });

describeEachDatabase("readiness", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { roles: { web: true, work: false } });
  });
  afterAll(async () => await walk.close());

  /** What cannot go on, by its name. */
  const failing = async (): Promise<string[]> => {
    const response = await fetch(`${walk.url}/readyz`);
    const { ready, checks } = Ready.parse(await response.json());
    const names = Object.keys(checks).filter((name) => checks[name] === false);
    expect([response.status, ready]).toEqual(names.length === 0 ? [200, true] : [503, false]);
    return names;
  };
  const query = async (text: string, values: unknown[] = []) =>
    await walk.running.deps.database.query(text, values);

  it("is there while all is well", async () => {
    expect(await failing()).toEqual([]);
  });

  it("is lost when an event waits for two minutes and nobody works on it, and is told by age", async () => {
    const opportunityId = walk.nextCandidate();
    const { status } = await deliverAsLever(walk.url, {
      triggeredAt: walk.company.clock.now().epochMilliseconds,
      secret: walk.webhookSecret,
      data: { opportunityId, toStageId: walk.cast.stages.phoneScreen },
    });
    expect(status).toBe(200);
    await walk.company.controls.advance(1);
    expect(await failing()).toEqual([]);
    await walk.company.controls.advance(2);
    expect(await failing()).toEqual(["inbox"]);
    const metrics = await (await fetch(`${walk.url}/metrics`)).text();
    expect(metrics).toMatch(/^convene_age_seconds\{[^}]*"inbox"[^}]*\} 180$/m);
  });

  it("is there again once somebody works on it, and lost when that takes longer than anything may", async () => {
    await query("update streams set lease_until = now() + interval '1 hour', lease_owner = 'test'");
    await query("update inbox set begun = 1, begun_at = now() - interval '9 minutes'");
    expect(await failing()).toEqual([]);
    await query("update inbox set begun_at = now() - interval '11 minutes'");
    expect(await failing()).toEqual(["leases"]);
    await query("update inbox set status = 'handled'");
    expect(await failing()).toEqual([]);
  });

  it("is lost when nobody finds out what became of an effect, but not while everything is paused", async () => {
    await walk.running.deps.database.transaction(async (tx) => {
      await tx.query("set local session_replication_role = replica");
      await tx.query(
        `insert into effects (id, proposal_id, proposal_digest, step, kind, label, audience, status, started_at)
         values ('ef_1', 'pr_1', 'digest', 0, 'lever_note', 'Leave a note', 'internal', 'unknown', $1)`,
        [walk.company.clock.now().subtract({ minutes: 16 }).toString()],
      );
    });
    expect(await failing()).toEqual(["effects"]);
    await walk.api.send("POST", "/api/pause");
    expect(await failing()).toEqual([]);
    await walk.api.send("POST", "/api/resume");
    await query("delete from effects");
    expect(await failing()).toEqual([]);
  });

  it("is lost when a list of Lever's changes stands still for a quarter of an hour, also while paused", async () => {
    const now = walk.company.clock.now();
    await query(
      `insert into lever_watermarks (list, begun_at, read_until)
       values ('updated', $1, $1), ('deleted', $1, $2)`,
      [now.subtract({ hours: 1 }).toString(), now.toString()],
    );
    expect(await failing()).toEqual(["catchUp"]);
    await walk.api.send("POST", "/api/pause");
    expect(await failing()).toEqual(["catchUp"]);
    await walk.api.send("POST", "/api/resume");
    await query("update lever_watermarks set read_until = $1", [
      now.subtract({ minutes: 15 }).toString(),
    ]);
    expect(await failing()).toEqual([]);
    await query("delete from lever_watermarks");
  });

  it("is lost when a calendar channel has ended", async () => {
    const now = walk.company.clock.now();
    await query(
      "insert into calendar_watches (mailbox, channel_id, channel_expires_at) values ('a@acme.test', 'c1', $1)",
      [now.add({ hours: 1 }).toString()],
    );
    expect(await failing()).toEqual([]);
    await walk.company.controls.advance(61);
    expect(await failing()).toEqual(["channels"]);
  });
});
