/** People sign in at an identity provider: what they may then, and until when. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { createToken, findPrincipal } from "../../../src/http/auth/tokens.ts";
import { type Api, openApi } from "../../support/api.ts";
import {
  type Jar,
  changeHeaders,
  chooseAt,
  openJar,
  signInAs,
  signInWith,
} from "../../support/browser-session.ts";
import { describeOneDatabase } from "../../support/database.ts";
import type { OidcProvider } from "../../support/oidc-provider.ts";
import { type SignInWalk, startSignInWalk } from "../../support/sign-in-walk.ts";
import { ADMIN_TOKEN, type Walk } from "../../support/walk.ts";

describeOneDatabase("postgres", "signing in at an identity provider", (open) => {
  let at: SignInWalk;
  let walk: Walk;
  let provider: OidcProvider;
  let url: string;
  beforeAll(async () => {
    at = await startSignInWalk(open);
    ({ walk, provider, url } = at);
  });
  afterAll(async () => {
    await at.close();
  });

  const put = async (api: Api, email: string, set: object): Promise<void> => {
    expect((await api.send("PUT", "/api/accounts", { email, set })).status).toBe(200);
  };

  it("lets somebody in as their groups say, and back to the page where they were", async () => {
    const jar = openJar();
    const back = await signInAs(jar, { url, person: "ada", to: "/cases?mine=1#top" });
    expect([back.status, back.headers.get("location")]).toEqual([303, "/cases?mine=1#top"]);
    const [cookie = ""] = back.headers
      .getSetCookie()
      .filter((one) => one.startsWith("convene_session="));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Path=\//);
    expect(await at.whoIs(jar)).toMatchObject({
      name: "ada@house.test",
      role: "recruiter",
      teams: null,
    });
    expect(await at.whoIs(await at.signedIn("root"))).toMatchObject({ role: "admin" });
    const lead = await at.whoIs(await at.signedIn("lead"));
    expect(lead).toMatchObject({ role: "hiring_manager", teams: ["Data", "Platform"] });
  });

  it("says plainly to whoever has no group that they have no access, and lets an admin give it", async () => {
    const jar = openJar();
    const first = await signInAs(jar, { url, person: "guest" });
    expect(await at.refusal(jar, first)).toMatch(
      /no access yet.*guest@house\.test.*Ask an administrator/s,
    );
    await put(walk.api, "guest@house.test", {
      kind: "role",
      role: "auditor",
      teams: null,
      requisitions: null,
    });
    expect((await signInAs(jar, { url, person: "guest" })).status).toBe(303);
    expect(await at.whoIs(jar)).toMatchObject({ role: "auditor" });
    const { rows } = {
      rows: (await walk.api.ledger()).filter(({ type }) => type === "access.set"),
    };
    expect(rows[0]).toMatchObject({ actor: "admin", data: { set: "role", role: "auditor" } });
  });

  it("holds a session to what its person may from the next request on, with the tokens made in it", async () => {
    const jar = await at.signedIn("rita");
    const made = await jar.fetch(`${url}/api/assistant-tokens`, {
      method: "POST",
      headers: { ...(await changeHeaders(jar, url)), "content-type": "application/json" },
      body: JSON.stringify({ label: "mine", scopes: ["mcp:read"], days: 1 }),
    });
    const { secret } = (await made.json()) as { secret: string };
    const byAssistant = async (): Promise<number> => {
      const response = await fetch(`${url}/mcp`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${secret}`,
          "content-type": "application/json",
          accept: "application/json, text/event-stream",
        },
        body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" }),
      });
      await response.text();
      return response.status;
    };
    expect(await byAssistant()).toBe(200);
    expect((await jar.fetch(`${url}/api/proposals`)).status).toBe(200);
    const nowhere = { kind: "role", role: "recruiter", teams: ["Nowhere"], requisitions: null };
    await put(walk.api, "rita@house.test", nowhere);
    expect(await at.whoIs(jar)).toMatchObject({ teams: ["Nowhere"] });
    await put(walk.api, "rita@house.test", { kind: "none" });
    expect(await at.whoIs(jar)).toBe(401);
    expect(await byAssistant()).toBe(401);
    const again = await signInAs(jar, { url, person: "rita" });
    expect(await at.refusal(jar, again)).toMatch(/no access yet/);
    await put(walk.api, "rita@house.test", { kind: "groups" });
    expect(await at.whoIs(await at.signedIn("rita"))).toMatchObject({
      role: "recruiter",
      teams: null,
    });
  });

  it("ends an open stream at once with its session", async () => {
    const jar = await at.signedIn("sam");
    const stream = await jar.fetch(`${url}/api/stream`);
    const reader = stream.body?.getReader();
    await reader?.read();
    await put(walk.api, "sam@house.test", { kind: "none" });
    const until = AbortSignal.timeout(300_000);
    let isDone = false;
    while (!isDone && !until.aborted) isDone = (await reader?.read())?.done ?? true;
    expect(isDone).toBe(true);
    expect(until.aborted).toBe(false);
  });

  it("takes no session that was there before, and ends it", async () => {
    const jar = openJar();
    await signInWith(jar, url, ADMIN_TOKEN);
    const before = jar.cookies.get("convene_session") ?? "";
    await signInAs(jar, { url, person: "ada" });
    const after = jar.cookies.get("convene_session") ?? "";
    expect(after).not.toBe(before);
    const fixed = openJar();
    fixed.cookies.set("convene_session", before);
    expect(await at.whoIs(fixed)).toBe(401);
    const planted = openJar();
    planted.cookies.set("convene_session", "cv_planted");
    await signInAs(planted, { url, person: "ada" });
    expect(planted.cookies.get("convene_session")).not.toBe("cv_planted");
  });

  it("signs out here and at the provider, which is shown the token that it gave", async () => {
    const jar = await at.signedIn("ada");
    const [row] = await walk.running.deps.database.query<{ hint: string }>(
      "select sign_out_hint as hint from api_tokens where sign_out_hint is not null order by created_at desc limit 1",
    );
    expect(row?.hint).not.toContain("eyJ");
    const out = await jar.fetch(`${url}/api/session`, {
      method: "DELETE",
      headers: await changeHeaders(jar, url),
    });
    const { goOnAt } = (await out.json()) as { goOnAt: string };
    expect(new URL(goOnAt).searchParams.get("id_token_hint")).toMatch(/^eyJ/);
    expect(await at.whoIs(jar)).toBe(401);
    const there = await fetch(goOnAt, { redirect: "manual" });
    expect([there.status, there.headers.get("location")]).toEqual([303, `${url}/`]);
    const byToken = openJar();
    await signInWith(byToken, url, ADMIN_TOKEN);
    const gone = await byToken.fetch(`${url}/api/session`, {
      method: "DELETE",
      headers: await changeHeaders(byToken, url),
    });
    expect(await gone.json()).toEqual({ signedOut: true, goOnAt: null });
  });

  it("signs out also while the provider is away, and nobody in", async () => {
    const jar = await at.signedIn("ada");
    const address = await chooseAt(openJar(), { url, person: "ada" });
    expect(address).toContain("/auth/callback");
    const coming = openJar();
    const back = await chooseAt(coming, { url, person: "ada" });
    provider.isUp = false;
    const out = await jar.fetch(`${url}/api/session`, {
      method: "DELETE",
      headers: await changeHeaders(jar, url),
    });
    expect(out.status).toBe(200);
    expect(await at.refusal(coming, await coming.fetch(back))).toMatch(
      /Something that this page needs|does not answer/,
    );
    provider.isUp = true;
  });

  it("lists one's own sessions, ends them one by one and everywhere else, and nobody else's", async () => {
    const first = await at.signedIn("tom");
    const second = await at.signedIn("tom");
    const third = await at.signedIn("tom");
    const listed = async (jar: Jar) =>
      (
        (await (await jar.fetch(`${url}/api/sign-ins`)).json()) as {
          items: { id: string; name: string; isThis: boolean; device: string }[];
        }
      ).items;
    const items = await listed(first);
    expect(items.map(({ name }) => name)).toEqual(Array(3).fill("tom@house.test"));
    expect(items.filter(({ isThis }) => isThis)).toHaveLength(1);
    const other = await at.signedIn("ada");
    const headers = await changeHeaders(other, url);
    const foreign = await other.fetch(`${url}/api/sign-ins/${items[0]?.id ?? ""}`, {
      method: "DELETE",
      headers,
    });
    expect(foreign.status).toBe(404);
    const id = (await listed(second)).find(({ isThis }) => isThis)?.id ?? "";
    const ended = await first.fetch(`${url}/api/sign-ins/${id}`, {
      method: "DELETE",
      headers: await changeHeaders(first, url),
    });
    expect(ended.status).toBe(200);
    expect(await at.whoIs(second)).toBe(401);
    const others = await first.fetch(`${url}/api/sign-ins/end-others`, {
      method: "POST",
      headers: await changeHeaders(first, url),
    });
    expect(await others.json()).toEqual({ ended: 1 });
    expect(await at.whoIs(third)).toBe(401);
    expect(await at.whoIs(first)).toMatchObject({ name: "tom@house.test" });
    const everybody = openApi(url, ADMIN_TOKEN);
    const own = items.find(({ isThis }) => isThis)?.id;
    expect((await everybody.send("POST", "/api/sign-ins/end-all", { id: own })).body).toEqual({
      ended: 1,
    });
    expect(await at.whoIs(first)).toBe(401);
  });

  it("ends a session that asks for nothing for four hours, also with an open page, and any after twelve", async () => {
    const idle = await at.signedIn("ada");
    const used = await at.signedIn("ada");
    for (let hours = 0; hours < 11; hours += 1) {
      await walk.company.controls.advance(60);
      expect(await at.whoIs(used)).toMatchObject({ name: "ada@house.test" });
    }
    expect(await at.whoIs(idle)).toBe(401);
    await walk.company.controls.advance(61);
    expect(await at.whoIs(used)).toBe(401);
  });

  it("changes a session's secret each hour, and takes the former one for a minute more", async () => {
    const jar = await at.signedIn("ada");
    const former = openJar();
    former.cookies.set("convene_session", jar.cookies.get("convene_session") ?? "");
    const word = await changeHeaders(jar, url);
    expect(jar.cookies.get("convene_session")).toBe(former.cookies.get("convene_session"));
    await walk.company.controls.advance(60);
    const renewed = await changeHeaders(jar, url);
    expect(jar.cookies.get("convene_session")).not.toBe(former.cookies.get("convene_session"));
    expect(renewed["x-convene-csrf"]).not.toBe(word["x-convene-csrf"]);
    expect(await at.whoIs(former)).toMatchObject({ name: "ada@house.test" });
    await walk.company.controls.advance(2);
    expect(await at.whoIs(former)).toBe(401);
    const out = await jar.fetch(`${url}/api/session`, { method: "DELETE", headers: renewed });
    // What the provider wants to see goes on with it.
    const { goOnAt } = (await out.json()) as { goOnAt: string };
    expect(new URL(goOnAt).searchParams.get("id_token_hint")).toMatch(/^eyJ/);
  });

  it("opens no session for whom access is taken away just then", async () => {
    const { database, clock, ids } = walk.running.deps;
    await put(walk.api, "late@house.test", { kind: "none" });
    const [account] = await database.query<{ id: string }>(
      "select id from accounts where email = 'late@house.test'",
    );
    const token = {
      name: "late@house.test",
      role: "admin",
      kind: "session",
      validFor: Temporal.Duration.from({ hours: 1 }),
      accountId: account?.id ?? "",
    } as const;
    const secret = await createToken(token, { database, clock, ids });
    expect(await findPrincipal({ secret }, { database, clock, ids })).toBeNull();
  });
});
