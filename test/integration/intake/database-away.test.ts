import { expect, it } from "vitest";
import { problemOf } from "../../support/api.ts";
import { describeEachDatabase, describePostgres } from "../../support/database.ts";
import { deliverAsAutomation, deliverAsLever } from "../../support/deliveries.ts";
import { type DroppingProxy, openDroppingProxy } from "../../support/dropping-proxy.ts";
import { AUTOMATION_SECRET, MONDAY, startWalk } from "../../support/walk.ts";

const WEB_ALONE = { web: true, work: false };

describeEachDatabase("a front door without its database", (open) => {
  it("asks to come again later, and never says that it has taken anything", async () => {
    const walk = await startWalk(open, { roles: WEB_ALONE });
    try {
      await walk.running.deps.database.close();
      const lever = await deliverAsLever(walk.url, {
        data: { opportunityId: "somebody" },
        triggeredAt: MONDAY.epochMilliseconds,
        secret: walk.webhookSecret,
      });
      const automation = await deliverAsAutomation(walk.url, {
        body: { event: "stage_change", data: { opportunity_id: "somebody" } },
        secret: AUTOMATION_SECRET,
        timestamp: MONDAY.epochMilliseconds / 1000,
      });
      for (const answer of [lever, automation]) {
        expect([answer.status, problemOf(answer).code]).toEqual([503, "database_unavailable"]);
        expect(answer.headers.get("retry-after")).toBe("5");
      }
    } finally {
      // The product cannot close what is closed already, and says so.
      await expect(walk.close()).rejects.toThrow("more than once");
    }
  });
});

describePostgres("a delivery while the server's answers are lost", (open) => {
  it("is refused until it is surely kept, and is then kept once", async () => {
    const proxies: DroppingProxy[] = [];
    const walk = await startWalk(open, {
      roles: WEB_ALONE,
      databaseThrough: async (url) => {
        const proxy = await openDroppingProxy(Number(new URL(url).port));
        proxies.push(proxy);
        const through = new URL(url);
        through.port = String(proxy.port);
        return through.href;
      },
    });
    const [proxy] = proxies;
    if (!proxy) throw new Error("there is no server behind a proxy");
    const deliver = async () =>
      await deliverAsLever(walk.url, {
        id: "the-one-delivery",
        token: "the-one-delivery's-token",
        data: { opportunityId: "somebody" },
        triggeredAt: MONDAY.epochMilliseconds,
        secret: walk.webhookSecret,
      });
    try {
      proxy.dropAnswersTo(/commit/i);
      expect((await deliver()).status).toBe(503);
      proxy.dropAnswersTo(/[^]/);
      expect((await deliver()).status).toBe(503);
      expect((await walk.api.send("GET", "/healthz")).status).toBe(200);
      expect(await walk.api.send("GET", "/readyz")).toMatchObject({
        status: 503,
        body: { ready: false, checks: { database: false } },
      });
      proxy.letPass();
      // The commit went through although nobody was told: Lever's next try is the same delivery.
      expect(await deliver()).toMatchObject({ status: 200, body: { duplicate: true } });
      const rows = await walk.running.deps.database.query<{ seq: number }>(
        "select seq from inbox where opportunity_id = 'somebody'",
      );
      expect(rows).toEqual([{ seq: 1 }]);
      expect((await walk.api.send("GET", "/readyz")).status).toBe(200);
    } finally {
      await walk.close();
      await proxy[Symbol.asyncDispose]();
    }
  });
});
