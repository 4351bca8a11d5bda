/** The figures, where a token is set. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOneDatabase } from "../../support/database.ts";
import { type Walk, startWalk } from "../../support/walk.ts";

const TOKEN = "a-token-of-some-length";

describeOneDatabase("embedded", "figures with a token", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open, { env: { METRICS_TOKEN: TOKEN } });
  });
  afterAll(async () => {
    await walk.close();
  });

  const ask = async (authorization?: string, address = "/metrics") =>
    await fetch(`${walk.url}${address}`, {
      ...(authorization !== undefined && { headers: { authorization } }),
    });

  it("are read by who sends it", async () => {
    const answer = await ask(`Bearer ${TOKEN}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("convene_age_seconds");
  });

  it.each([
    ["nothing", undefined],
    ["another one", "Bearer another-token-of-length"],
    ["its beginning", `Bearer ${TOKEN.slice(0, -1)}`],
    ["it and more", `Bearer ${TOKEN}x`],
    ["it in another scheme", `Basic ${TOKEN}`],
  ])("are not read by who sends %s", async (_, authorization) => {
    const answer = await ask(authorization);
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
    const text = await answer.text();
    expect(text).not.toContain("convene_");
    expect(text).not.toContain(TOKEN);
  });

  it("are not read by a token of the dashboard, nor by their own in the address", async () => {
    const session = walk.running.deps.config.adminToken?.reveal() ?? "no-admin";
    expect((await ask(`Bearer ${session}`)).status).toBe(401);
    expect((await ask(undefined, `/metrics?access_token=${TOKEN}`)).status).toBe(401);
  });
});
