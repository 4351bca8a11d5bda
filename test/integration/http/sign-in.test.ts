/** People sign in at an identity provider: what they may then, until when, and every way in which somebody could come in who should not. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Session } from "../../../src/http/api/session-schemas.ts";
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
import { type OidcProvider, openOidcProvider } from "../../support/oidc-provider.ts";
import { ADMIN_TOKEN, type Walk, startWalk } from "../../support/walk.ts";

const person = (name: string, ...groups: string[]) => ({
  subject: name,
  name: name.toUpperCase(),
  email: `${name}@house.test`,
  jobTitle: "",
  isDeactivated: name === "left",
  groups,
});

const PEOPLE = [
  person("ada", "talent"),
  person("root", "talent", "bosses"),
  person("lead", "leads-data", "leads-platform"),
  person("guest"),
  person("left", "talent"),
  person("rita", "talent"),
  person("sam", "talent"),
  person("tom", "talent"),
];

describeOneDatabase("postgres", "signing in at an identity provider", (open) => {
  let walk: Walk;
  let provider: OidcProvider;
  let url: string;
  beforeAll(async () => {
    provider = await openOidcProvider(PEOPLE);
    walk = await startWalk(open, {
      env: {
        TRUSTED_PROXIES: "1",
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: provider.application.clientId,
        OIDC_CLIENT_SECRET: provider.application.clientSecret,
        OIDC_GROUPS:
          "talent=recruiter,bosses=admin,leads-data=hiring_manager@Data,leads-platform=hiring_manager@Platform",
      },
    });
    url = walk.url;
  });
  afterAll(async () => {
    await walk.close();
    await provider[Symbol.asyncDispose]();
  });
  beforeEach(() => {
    provider.setMischief(null);
  });

  const whoIs = async (jar: Jar): Promise<Session | number> => {
    const answer = await jar.fetch(`${url}/api/session`);
    return answer.status === 200 ? Session.parse(await answer.json()) : answer.status;
  };
  const signedIn = async (who: string): Promise<Jar> => {
    const jar = openJar();
    expect((await signInAs(jar, { url, person: who })).status).toBe(303);
    return jar;
  };
  /** The words of a page that lets nobody in. */
  const refusal = async (jar: Jar, response: Response): Promise<string> => {
    const text = await response.text();
    expect(response.status).toBeGreaterThanOrEqual(400);
    // Nothing of what was sent comes back.
    expect(text).not.toMatch(/eyJ|code=|state=/);
    expect(await whoIs(jar)).toBe(401);
    return text;
  };
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
    expect(await whoIs(jar)).toMatchObject({
      name: "ada@house.test",
      role: "recruiter",
      teams: null,
    });
    expect(await whoIs(await signedIn("root"))).toMatchObject({ role: "admin" });
    const lead = await whoIs(await signedIn("lead"));
    expect(lead).toMatchObject({ role: "hiring_manager", teams: ["Data", "Platform"] });
  });

  it("says plainly to whoever has no group that they have no access, and lets an admin give it", async () => {
    const jar = openJar();
    const first = await signInAs(jar, { url, person: "guest" });
    expect(await refusal(jar, first)).toMatch(
      /no access yet.*guest@house\.test.*Ask an administrator/s,
    );
    await put(walk.api, "guest@house.test", {
      kind: "role",
      role: "auditor",
      teams: null,
      requisitions: null,
    });
    expect((await signInAs(jar, { url, person: "guest" })).status).toBe(303);
    expect(await whoIs(jar)).toMatchObject({ role: "auditor" });
    const { rows } = {
      rows: (await walk.api.ledger()).filter(({ type }) => type === "access.set"),
    };
    expect(rows[0]).toMatchObject({ actor: "admin", data: { set: "role", role: "auditor" } });
  });

  it("holds a session to what its person may from the next request on, with the tokens made in it", async () => {
    const jar = await signedIn("rita");
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
    expect(await whoIs(jar)).toMatchObject({ teams: ["Nowhere"] });
    await put(walk.api, "rita@house.test", { kind: "none" });
    expect(await whoIs(jar)).toBe(401);
    expect(await byAssistant()).toBe(401);
    const again = await signInAs(jar, { url, person: "rita" });
    expect(await refusal(jar, again)).toMatch(/no access yet/);
    await put(walk.api, "rita@house.test", { kind: "groups" });
    expect(await whoIs(await signedIn("rita"))).toMatchObject({ role: "recruiter", teams: null });
  });

  it("ends an open stream at once with its session", async () => {
    const jar = await signedIn("sam");
    const stream = await jar.fetch(`${url}/api/stream`);
    const reader = stream.body?.getReader();
    await reader?.read();
    await put(walk.api, "sam@house.test", { kind: "none" });
    const until = AbortSignal.timeout(10_000);
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
    expect(await whoIs(fixed)).toBe(401);
    const planted = openJar();
    planted.cookies.set("convene_session", "cv_planted");
    await signInAs(planted, { url, person: "ada" });
    expect(planted.cookies.get("convene_session")).not.toBe("cv_planted");
  });

  it("signs out here and at the provider, which is shown the token that it gave", async () => {
    const jar = await signedIn("ada");
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
    expect(await whoIs(jar)).toBe(401);
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
    const jar = await signedIn("ada");
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
    expect(await refusal(coming, await coming.fetch(back))).toMatch(
      /Something that this page needs|does not answer/,
    );
    provider.isUp = true;
  });

  it("lists one's own sessions, ends them one by one and everywhere else, and nobody else's", async () => {
    const first = await signedIn("tom");
    const second = await signedIn("tom");
    const third = await signedIn("tom");
    const listed = async (jar: Jar) =>
      (
        (await (await jar.fetch(`${url}/api/sign-ins`)).json()) as {
          items: { id: string; name: string; isThis: boolean; device: string }[];
        }
      ).items;
    const items = await listed(first);
    expect(items.map(({ name }) => name)).toEqual(Array(3).fill("tom@house.test"));
    expect(items.filter(({ isThis }) => isThis)).toHaveLength(1);
    const other = await signedIn("ada");
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
    expect(await whoIs(second)).toBe(401);
    const others = await first.fetch(`${url}/api/sign-ins/end-others`, {
      method: "POST",
      headers: await changeHeaders(first, url),
    });
    expect(await others.json()).toEqual({ ended: 1 });
    expect(await whoIs(third)).toBe(401);
    expect(await whoIs(first)).toMatchObject({ name: "tom@house.test" });
    const everybody = openApi(url, ADMIN_TOKEN);
    expect(
      (await everybody.send("POST", "/api/sign-ins/end-all", { name: "tom@house.test" })).body,
    ).toEqual({ ended: 1 });
    expect(await whoIs(first)).toBe(401);
  });

  it("ends a session that asks for nothing for four hours, also with an open page, and any after twelve", async () => {
    const idle = await signedIn("ada");
    const used = await signedIn("ada");
    for (let hours = 0; hours < 11; hours += 1) {
      await walk.company.controls.advance(60);
      expect(await whoIs(used)).toMatchObject({ name: "ada@house.test" });
    }
    expect(await whoIs(idle)).toBe(401);
    await walk.company.controls.advance(61);
    expect(await whoIs(used)).toBe(401);
  });

  describe("lets nobody in", () => {
    it("whom the provider does not let in, or who does not go on there", async () => {
      for (const who of ["left", ""]) {
        const jar = openJar();
        const answer = await signInAs(jar, { url, person: who });
        expect(await refusal(jar, answer)).toMatch(/did not let you in/);
      }
    });

    it("with another state, none, or that of another browser", async () => {
      provider.setMischief({ state: "x".repeat(43) });
      const jar = openJar();
      expect(await refusal(jar, await signInAs(jar, { url, person: "ada" }))).toMatch(
        /This sign-in is over/,
      );
      provider.setMischief(null);
      const victim = openJar();
      const attackers = await chooseAt(openJar(), { url, person: "root" });
      expect(await refusal(victim, await victim.fetch(attackers))).toMatch(/This sign-in is over/);
      await chooseAt(victim, { url, person: "ada" });
      expect(await refusal(victim, await victim.fetch(attackers))).toMatch(/This sign-in is over/);
      const bare = openJar();
      expect(await refusal(bare, await bare.fetch(`${url}/auth/callback`))).toMatch(/is over/);
    });

    it("with a code or a state that was used", async () => {
      const jar = openJar();
      const back = await chooseAt(jar, { url, person: "ada" });
      const secret = jar.cookies.get("convene_sign_in") ?? "";
      expect((await jar.fetch(back)).status).toBe(303);
      const thief = openJar();
      thief.cookies.set("convene_sign_in", secret);
      expect(await refusal(thief, await thief.fetch(back))).toMatch(/This sign-in is over/);
      // The code of the former in an attempt of one's own: the verifier is another one.
      const own = openJar();
      const mine = new URL(await chooseAt(own, { url, person: "guest" }));
      const theirs = new URL(await chooseAt(openJar(), { url, person: "root" }));
      mine.searchParams.set("code", theirs.searchParams.get("code") ?? "");
      expect(await refusal(own, await own.fetch(mine.href))).toMatch(/does not hold/);
    });

    it("ten minutes after it was begun", async () => {
      const jar = openJar();
      const back = await chooseAt(jar, { url, person: "ada" });
      await walk.company.controls.advance(11);
      expect(await refusal(jar, await jar.fetch(back))).toMatch(/This sign-in is over/);
    });

    it.each([
      ["of another nonce", { claims: { nonce: "another" } }],
      ["of another issuer", { claims: { iss: "https://evil.test" } }],
      ["for another application", { claims: { aud: "another" } }],
      ["for several, and not ours to use", { claims: { aud: ["another"], azp: "another" } }],
      ["that is over", { claims: { exp: 1_000_000_000 } }],
      ["that another key has signed", { isForeign: true }],
      ["that nobody has signed", { isUnsigned: true }],
    ])("with a token %s", async (_, mischief) => {
      provider.setMischief(mischief);
      const jar = openJar();
      expect(await refusal(jar, await signInAs(jar, { url, person: "root" }))).toMatch(
        /does not hold/,
      );
    });

    it("without an address that the provider has confirmed", async () => {
      for (const claims of [{ email_verified: false }, { email: "" }]) {
        provider.setMischief({ claims });
        const jar = openJar();
        expect(await refusal(jar, await signInAs(jar, { url, person: "root" }))).toMatch(
          /no confirmed mail address/,
        );
      }
    });

    it("under the address of somebody who has signed in before", async () => {
      await signedIn("ada");
      provider.setMischief({ claims: { sub: "somebody-new", email: "ADA@house.test" } });
      const jar = openJar();
      expect(await refusal(jar, await signInAs(jar, { url, person: "root" }))).toMatch(
        /somebody else’s/,
      );
    });

    it("from an answer that names another issuer (RFC 9207)", async () => {
      const jar = openJar();
      const back = new URL(await chooseAt(jar, { url, person: "ada" }));
      back.searchParams.set("iss", "https://evil.test");
      expect(await refusal(jar, await jar.fetch(back.href))).toMatch(/does not hold/);
    });
  });

  it.each([
    "//evil.test",
    "/\\evil.test",
    "\\evil.test",
    "https://evil.test/",
    "/\t/evil.test",
    "javascript:alert(1)",
    "/.//evil.test",
    "/auth/sign-in",
  ])("never sends anybody on to %s", async (to) => {
    const back = await signInAs(openJar(), { url, person: "ada", to });
    expect([back.status, back.headers.get("location")]).toEqual([303, "/"]);
  });
});
