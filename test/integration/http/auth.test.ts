import { request } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROLES, type Role } from "../../../src/domain/access.ts";
import { createToken, listTokens, revokeTokenById } from "../../../src/http/auth/tokens.ts";
import { type Answer, openApi, problemOf } from "../../support/api.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { proposalFor } from "../../support/story.ts";
import { ADMIN_TOKEN, type Walk, startWalk } from "../../support/walk.ts";

describeEachDatabase("the API's doors", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => {
    await walk.close();
  });

  const tokenOf = async (role: Role, hours = 1): Promise<string> =>
    await createToken(
      { name: `a ${role}`, role, kind: "token", validFor: Temporal.Duration.from({ hours }) },
      walk.running.deps,
    );
  const codeOf = (answer: Answer) => [answer.status, problemOf(answer).code];

  it.each(["/api/cases", "/api/proposals", "/api/ledger", "/api/status", "/api/stream"])(
    "%s is closed without a token, and with a wrong one",
    async (path) => {
      const without = await openApi(walk.url, null).send("GET", path);
      expect(codeOf(without)).toEqual([401, "unauthorized"]);
      expect(without.headers.get("www-authenticate")).toBe("Bearer");
      expect(without.headers.get("content-type")).toMatch(/^application\/problem\+json/);
      const wrong = await openApi(walk.url, `${ADMIN_TOKEN}x`).send("GET", path);
      expect(codeOf(wrong)).toEqual([401, "unauthorized"]);
    },
  );

  it("a token in the address opens nothing", async () => {
    const answer = await openApi(walk.url, null).send("GET", `/api/cases?token=${ADMIN_TOKEN}`);
    expect(answer.status).toBe(401);
  });

  it("every role may do what its work needs, and no more", async () => {
    const { id, digest } = await proposalFor(walk, walk.nextCandidate());
    const policy = (await walk.api.send("GET", "/api/policy")).body;
    const statuses: Record<string, number[]> = {};
    for (const role of ROLES) {
      const api = openApi(walk.url, await tokenOf(role));
      statuses[role] = [
        (await api.send("GET", "/api/cases")).status,
        // A digest that fits nothing: whoever may decide comes as far as the conflict.
        (await api.decide(id, { decision: "approve", digest: `${digest}0` })).status,
        (await api.send("PUT", "/api/policy", { ...(policy as object), version: -1 })).status,
      ];
    }
    expect(statuses).toEqual({
      admin: [200, 409, 400],
      recruiter: [200, 409, 403],
      auditor: [403, 403, 403],
      hiring_manager: [200, 403, 403],
      interviewer: [403, 403, 403],
    });
    expect(await walk.api.proposal(id)).toMatchObject({ status: "waiting" });
  });

  it("an auditor reads who has what and can change none of it, and nobody else but an admin does", async () => {
    const apiOf = async (role: Role) => openApi(walk.url, await tokenOf(role));
    const access = { role: "recruiter", teams: null, requisitions: null };
    const set = { email: "ines@company.test", set: { kind: "role", ...access } };
    expect((await walk.api.send("PUT", "/api/accounts", set)).status).toBe(200);
    const auditor = await apiOf("auditor");
    const accounts = await auditor.send("GET", "/api/accounts");
    expect(accounts.body).toMatchObject({
      items: [{ email: "ines@company.test", access, setBy: "admin" }],
    });
    const signIns = await auditor.send("GET", "/api/sign-ins");
    const { items } = signIns.body as { items: { id: string; role: string; isOwn: boolean }[] };
    const other = items.find(({ role, isOwn }) => role === "auditor" && !isOwn) ?? items.at(-1);
    expect(new Set(items.map(({ isOwn }) => isOwn))).toEqual(new Set([true, false]));
    expect(JSON.stringify(signIns.body)).not.toMatch(/cv_|hash|secret/i);
    const end = await auditor.send("DELETE", `/api/sign-ins/${other?.id ?? ""}`);
    expect(end.status).toBe(404);
    expect((await auditor.send("PUT", "/api/accounts", set)).status).toBe(403);
    const recruiter = await apiOf("recruiter");
    expect((await recruiter.send("GET", "/api/accounts")).status).toBe(403);
    const seen = await recruiter.send("GET", "/api/sign-ins");
    expect(seen.body).toMatchObject({ items: [{ isOwn: true, role: "recruiter" }] });
  });

  it("a token ends when its time is up", async () => {
    const api = openApi(walk.url, await tokenOf("recruiter", 1));
    expect((await api.send("GET", "/api/cases")).status).toBe(200);
    await walk.company.controls.advance(61);
    expect((await api.send("GET", "/api/cases")).status).toBe(401);
  });

  it("no token is kept that could be read from the database", async () => {
    const token = await tokenOf("recruiter");
    const rows = await walk.running.deps.database.query<{ row: string }>(
      "select to_jsonb(api_tokens)::text as row from api_tokens",
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ row }) => row.includes(token.slice(3)))).toBe(false);
  });

  it("a session is for this site alone: a change needs the header that another site cannot send", async () => {
    const { cookie, change } = await signIn({ token: ADMIN_TOKEN });
    expect((await ask("GET", "/api/session", { cookie })).body).toEqual({
      name: "admin",
      displayName: null,
      role: "admin",
      teams: null,
      requisitions: null,
      csrf: change["x-convene-csrf"],
    });
    const forged = await ask("POST", "/api/pause", { cookie });
    expect(codeOf(forged)).toEqual([403, "forbidden"]);
    expect((await walk.api.status()).paused).toBe(false);
    const own = await ask("POST", "/api/pause", { cookie, ...change });
    expect(own.status).toBe(200);
    await walk.api.send("POST", "/api/resume");
  });

  it("a session's cookie is out of reach for scripts, and ends with signing out", async () => {
    const { cookie, attributes, change } = await signIn({ token: ADMIN_TOKEN });
    expect(attributes).toMatch(/HttpOnly/);
    expect(attributes).toMatch(/SameSite=Lax/);
    await ask("DELETE", "/api/session", { cookie, ...change });
    expect((await ask("GET", "/api/session", { cookie })).status).toBe(401);
  });

  it("a session ends with the token that opened it", async () => {
    const deps = walk.running.deps;
    const validFor = Temporal.Duration.from({ hours: 1 });
    const token = await createToken(
      { name: "a leaver", role: "recruiter", kind: "token", validFor },
      deps,
    );
    const { cookie } = await signIn({ token });
    expect((await ask("GET", "/api/cases", { cookie })).status).toBe(200);
    const record = (await listTokens(deps)).find(({ name }) => name === "a leaver");
    expect(await revokeTokenById(record?.id ?? "", deps)).toBe(true);
    expect((await ask("GET", "/api/cases", { cookie })).status).toBe(401);
    const short = await signIn({ token: await tokenOf("recruiter", 1) });
    await walk.company.controls.advance(61);
    expect((await ask("GET", "/api/cases", { cookie: short.cookie })).status).toBe(401);
  });

  it("a session cannot open another one that outlives it", async () => {
    const { cookie } = await signIn({ token: ADMIN_TOKEN });
    const secret = cookie.split("=")[1] ?? "";
    const answer = await ask("POST", "/api/session", { "x-convene-csrf": "1" }, { token: secret });
    expect(answer.status).toBe(401);
  });

  it("whoever may sign in may sign out, whatever their role", async () => {
    const { cookie, change } = await signIn({ token: await tokenOf("interviewer") });
    const out = await ask("DELETE", "/api/session", { cookie, ...change });
    expect(out.status).toBe(200);
    expect((await ask("GET", "/api/session", { cookie })).status).toBe(401);
  });

  it("a wrong token signs nobody in", async () => {
    const answer = await ask("POST", "/api/session", { "x-convene-csrf": "1" }, { token: "wrong" });
    expect(codeOf(answer)).toEqual([401, "unauthorized"]);
  });

  it("in a sandbox one signs in without a token, from this machine under its own name alone", async () => {
    const own = await ask("POST", "/api/session", { "x-convene-csrf": "1" }, {});
    expect(own).toMatchObject({ status: 200, body: { name: "Sandbox recruiter" } });
    const rebound = await ask(
      "POST",
      "/api/session",
      { "x-convene-csrf": "1", host: "evil.test" },
      {},
    );
    expect(codeOf(rebound)).toEqual([401, "unauthorized"]);
    const withoutHeader = await ask("POST", "/api/session", {}, {});
    expect(codeOf(withoutHeader)).toEqual([403, "forbidden"]);
  });

  const signIn = async (
    body: object,
  ): Promise<{ cookie: string; attributes: string; change: Record<string, string> }> => {
    const answer = await ask("POST", "/api/session", { "x-convene-csrf": "1" }, body);
    expect(answer.status).toBe(200);
    const attributes = answer.headers.get("set-cookie") ?? "";
    const { csrf } = answer.body as { csrf: string };
    return {
      cookie: attributes.split(";")[0] ?? "",
      attributes,
      change: { origin: walk.url, "x-convene-csrf": csrf },
    };
  };

  /** A request with headers that fetch would not let through. */
  const ask = async (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<Answer> =>
    await new Promise((resolve, reject) => {
      const asked = request(`${walk.url}${path}`, {
        method,
        headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
      });
      asked.once("error", reject);
      asked.once("response", (response) => {
        text(response).then((answer) => {
          resolve({
            status: response.statusCode ?? 0,
            headers: new Headers(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
            ),
            body: answer === "" ? null : (JSON.parse(answer) as unknown),
          });
        }, reject);
      });
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
});
