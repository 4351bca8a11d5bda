import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createToken } from "../../../src/http/auth/tokens.ts";
import { problemOf } from "../../support/api.ts";
import { describeEachDatabase, describePostgres } from "../../support/database.ts";
import { MCP_HEADERS, initializeMessage } from "../../support/mcp-endpoint.ts";
import { ADMIN_TOKEN, type Walk, startWalk } from "../../support/walk.ts";

const DEEP = `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`;

describeEachDatabase("what nobody sane sends", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => {
    await walk.close();
  });

  it.each([
    ["/api/cases?after=garbage"],
    ["/api/cases?after=2026-01-01T00:00:00Z"],
    ["/api/cases?after=+275760-01-01T00:00:00Z|case_1"],
    ["/api/events?after=%00%7C%00"],
    ["/api/events?after=2026-01-01T00:00:00Z%7C%00"],
    ["/api/proposals?after=x|y|z"],
    ...["cases", "proposals", "events"].flatMap((list) =>
      [
        "2026-01-01T00Z",
        "2026-01-01T00:00:00,5Z",
        "+002026-01-01T00:00Z",
        "2026-01-01T00:00Z[u-ca=japanese]",
        "2026-01-01T00:00:00-00:00:00.5",
      ].map((at) => [`/api/${list}?after=${encodeURIComponent(`${at}|a`)}`]),
    ),
    ["/api/ledger?after=99999999999999999999999"],
    ["/api/ledger?caseId=%00"],
    ["/api/cases/%00"],
    ["/api/runs/%00"],
    ["/api/proposals/a%00b"],
    ["/api/cases?status=open&status=waiting"],
    [`/api/cases?after=${"1".repeat(300)}`],
    [`/api/ledger/verify?hash=${"a".repeat(64)}`],
    [`/api/ledger/verify?sinc=${"a".repeat(64)}`],
    ["/api/ledger?until=2026-01-01"],
    ["/api/ledger?actor[]=x"],
    ["/api/status?x=1"],
  ])("is refused in an address: %s", async (path) => {
    const answer = await walk.api.send("GET", path);
    expect(answer.status).toBe(400);
    expect(problemOf(answer).code).toBe("input_invalid");
  });

  it("says which parameters there are to whoever sends another", async () => {
    const answer = await walk.api.send("GET", "/api/ledger/verify?sinc=x");
    expect(JSON.stringify(answer.body)).toContain("is no parameter of it: it takes since");
  });

  it.each([
    ["POST", "/webhooks/nope"],
    ["PUT", "/webhooks/lever/candidateStageChange"],
    ["GET", "/webhooks/lever/candidateStageChange"],
    ["GET", "/.well-known/oauth-protected-resource/mcp"],
    ["GET", "/.well-known/oauth-authorization-server"],
    ["GET", "/.env"],
    ["GET", "/%2Eenv"],
    ["GET", "/nope.js"],
    ["GET", "/package.json"],
    ["GET", "/cases/.git/config"],
    ["POST", "/"],
    ["DELETE", "/cases"],
  ])("finds nothing: %s %s", async (method, path) => {
    const answer = await walk.api.send(method, path);
    expect(answer.status).toBe(404);
    expect(problemOf(answer).code).toBe("not_found");
  });

  it.each([
    ["a reason with U+0000", { decision: "reject", digest: "d", reason: "a\0b" }, "reason"],
    ["a field of its own", { decision: "approve", digest: "d", to: "x@evil.test" }, ""],
    [
      "an approval that wants another time",
      { decision: "approve", digest: "d", payload: { startsAt: "2026-11-26T11:15:00Z" } },
      "payload",
    ],
    ["an edit of nothing", { decision: "edit", digest: "d" }, "payload"],
    [
      "a control character in a subject",
      { decision: "edit", digest: "d", payload: { texts: { mailSubject: "bell\u0007" } } },
      "payload.texts.mailSubject",
    ],
    ["another recipient", { decision: "edit", digest: "d", payload: { candidate: {} } }, "payload"],
    ["another panel", { decision: "edit", digest: "d", payload: { panel: [] } }, "payload"],
    [
      "a time without its zone",
      { decision: "edit", digest: "d", payload: { startsAt: "2026-11-25T10:00" } },
      "payload.startsAt",
    ],
  ])("is refused in a decision: %s", async (_, body, path) => {
    const answer = await walk.api.send("POST", "/api/proposals/pr_1/decision", body);
    expect(answer.status).toBe(400);
    expect(problemOf(answer).faults?.map((fault) => fault.path)).toContain(path || "body");
  });

  it.each([
    ["no JSON", "{", { "content-type": "application/json" }, 400],
    ["JSON without end", DEEP, { "content-type": "application/json" }, 400],
    [
      "megabytes",
      JSON.stringify("x".repeat(2_000_000)),
      { "content-type": "application/json" },
      413,
    ],
    ["no gzip", "plain", { "content-type": "application/json", "content-encoding": "gzip" }, 400],
    ["text", "decision=approve", { "content-type": "text/plain" }, 400],
  ])("is refused as a body: %s", async (_, body, headers, status) => {
    const response = await fetch(`${walk.url}/api/proposals/pr_1/decision`, {
      method: "POST",
      headers: { ...headers, authorization: `Bearer ${walk.config.adminToken?.reveal() ?? ""}` },
      body,
    });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
  });

  it.each([
    ["/../package.json"],
    ["/..%2fpackage.json"],
    ["/assets/..%2f..%2f..%2fpackage.json"],
    ["/.built-from"],
    ["/%5c..%5cpackage.json"],
  ])("gets the dashboard or nothing, and no file of ours: %s", async (path) => {
    const response = await fetch(`${walk.url}${path}`);
    const text = await response.text();
    expect(text).not.toContain('"dependencies"');
    expect(text).not.toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ["x-forwarded-for", "203.0.113.9"],
    ["forwarded", "for=203.0.113.9"],
    ["via", "1.1 tunnel"],
    ["x-real-ip", "203.0.113.9"],
    ["x-forwarded-proto", "https"],
    ["x-forwarded-server", "tunnel.example.com"],
    ["cf-connecting-ip", "203.0.113.9"],
    ["true-client-ip", "203.0.113.9"],
  ])("does not sign in without a token when a proxy passed it on: %s", async (name, value) => {
    const ask = async (headers: Record<string, string>) =>
      await fetch(`${walk.url}/api/session`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-convene-csrf": "1", ...headers },
        body: "{}",
      });
    expect((await ask({ [name]: value })).status).toBe(401);
    expect((await ask({})).status).toBe(200);
  });

  it.each<[string, RequestInit]>([
    ["text", { headers: { "content-type": "text/plain" }, body: '{"token":"x"}' }],
    ["a form", { body: new URLSearchParams({ token: "x" }) }],
    ["of no type", { body: new Blob(['{"token":"x"}']) }],
  ])("does not sign in without a token because the one sent was %s", async (_, init) => {
    const headers = new Headers(init.headers);
    headers.set("x-convene-csrf", "1");
    const answer = await fetch(`${walk.url}/api/session`, { ...init, method: "POST", headers });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ detail: "Send the body as application/json." });
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  it.each([
    ["token", "anything"],
    ["ACCESS_TOKEN", "anything"],
    ["q", `cv_${"a".repeat(43)}`],
    ["q", "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1LTEifQ.c2lnbmF0dXJl"],
  ])("is a secret in an address, as %s, also beside a good header", async (name, secret) => {
    for (const path of ["/api/cases", "/api/stream", "/mcp"]) {
      const answer = await walk.api.send("GET", `${path}?${name}=${secret}`);
      expect([path, answer.status]).toEqual([path, 401]);
      expect(problemOf(answer).detail).toContain("revoke it");
      expect(JSON.stringify(answer.body)).not.toContain(secret);
    }
  });

  it.each(["/mcp", "/auth/callback?code=c&state=s", "/auth/sign-in", "/api/cases", "/c/nothing"])(
    "is a whole address with a host that is none, for %s",
    async (path) => {
      const { hostname, port, host } = new URL(walk.url);
      const whole = request({ hostname, port, path: `http://x:99999${path}`, headers: { host } });
      whole.end();
      const [answer] = (await once(whole, "response")) as [IncomingMessage];
      answer.resume();
      expect(answer.statusCode).toBeLessThan(500);
    },
  );

  it.each([
    ["its own word", "abc-123/x", /^abc-123\/x$/],
    ["a new one for none", undefined, /^co_[0-9a-f]{32}$/],
    ["a new one for words", "two words", /^co_/],
    ["a new one for what is no ASCII", "caf\u00e9", /^co_/],
    ["a new one for a long one", "x".repeat(101), /^co_/],
  ])("is answered with an id of the request, %s", async (_, given, id) => {
    const headers = given === undefined ? {} : { "x-request-id": given };
    const answer = await fetch(`${walk.url}/api/cases`, { headers });
    expect(await answer.json()).toMatchObject({
      correlationId: expect.stringMatching(id) as unknown,
    });
  });

  it("leaves nothing behind and the ledger whole", async () => {
    expect(await walk.api.cases()).toEqual([]);
    expect(await walk.api.events()).toEqual([]);
    expect((await walk.api.verifyLedger()).ok).toBe(true);
  });
});

describePostgres("guessing tokens", (open) => {
  const guess = async (walk: Walk, from: string): Promise<number> => {
    const response = await fetch(`${walk.url}/api/session`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-convene-csrf": "1",
        "x-forwarded-for": from,
      },
      body: '{"token":"a guess"}',
    });
    return response.status;
  };
  const guesses = async (walk: Walk, from: (n: number) => string): Promise<Set<number>> => {
    const statuses = new Set<number>();
    for (let n = 0; n < 35; n += 1) statuses.add(await guess(walk, from(n)));
    return statuses;
  };

  it("is slowed down, whatever address the guesser claims to come from", async () => {
    const walk = await startWalk(open);
    try {
      expect(await guesses(walk, (n) => `203.0.113.${n}`)).toEqual(new Set([401, 429]));
    } finally {
      await walk.close();
    }
  });

  it("behind a trusted proxy is counted by the caller, so that one cannot lock out another", async () => {
    const walk = await startWalk(open, { env: { TRUSTED_PROXIES: "1" } });
    try {
      expect(await guesses(walk, () => "203.0.113.1")).toEqual(new Set([401, 429]));
      expect(await guess(walk, "203.0.113.2")).toBe(401);
    } finally {
      await walk.close();
    }
  });

  const FOR_METRICS = "the-word-of-the-metrics";
  /** Asks at a door with a token, as from an address. */
  const knock = async (walk: Walk, [method, path]: Door, { token, from }: Knock) => {
    const response = await fetch(`${walk.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        "x-forwarded-for": from,
        ...(method === "POST" && MCP_HEADERS),
      },
      ...(method === "POST" && { body: JSON.stringify(initializeMessage()) }),
    });
    await response.body?.cancel();
    return { status: response.status, waits: Number(response.headers.get("retry-after")) };
  };

  it("is slowed down at every door that takes one, and nobody whose token is right is", async () => {
    const walk = await startWalk(open, {
      env: { TRUSTED_PROXIES: "1", METRICS_TOKEN: FOR_METRICS },
      guessesPerMinute: 5,
    });
    const told = await createToken(
      {
        name: "told",
        role: "recruiter",
        kind: "token",
        validFor: Temporal.Duration.from({ hours: 1 }),
      },
      walk.running.deps,
    );
    const right = { [ADMIN_TOKEN]: 200, [told]: 200 };
    const doors: [Door, Record<string, number>][] = [
      [["GET", "/api/cases"], right],
      [["GET", "/api/session"], right],
      [["GET", "/api/stream"], right],
      [["POST", "/mcp"], right],
      [["GET", "/metrics"], { [FOR_METRICS]: 200 }],
    ];
    const all = async (from: string, door: Door, tokens: readonly string[]) => {
      const answers = [];
      for (const token of tokens) answers.push(await knock(walk, door, { token, from }));
      return answers;
    };
    const wrong = Array.from({ length: 8 }, (_, n) => `a-guess-${n}`);
    try {
      for (const [n, [door, good]] of doors.entries()) {
        const from = `203.0.113.${n}`;
        const tokens = [...Object.keys(good), ...wrong, ...Object.keys(good)];
        const answers = await all(from, door, tokens);
        const fine = Object.values(good);
        // Who has come in from there still comes in.
        expect(answers.map(({ status }) => status)).toEqual([
          ...fine,
          401,
          401,
          401,
          401,
          401,
          429,
          429,
          429,
          ...fine,
        ]);
        const [refused] = answers.filter(({ status }) => status === 429);
        expect(refused?.waits).toBeGreaterThan(0);
        expect(refused?.waits).toBeLessThanOrEqual(60);
      }
      // Whoever is slowed down does not learn that one of their guesses was right; what cannot be guessed comes in.
      const elsewhere = await all(
        "203.0.113.50",
        ["GET", "/api/cases"],
        [...wrong, ADMIN_TOKEN, told],
      );
      expect(elsewhere.slice(-2).map(({ status }) => status)).toEqual([429, 200]);
    } finally {
      await walk.close();
    }
  });
});

type Door = [method: "GET" | "POST", path: string];
interface Knock {
  token: string;
  from: string;
}
