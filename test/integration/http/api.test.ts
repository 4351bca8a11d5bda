import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { LedgerItem, page } from "../../../src/http/api/schemas.ts";
import { readAnchors } from "../../../src/ledger/anchors.ts";
import { listCheckpoints } from "../../../src/ledger/checkpoints.ts";
import { openApi, problemOf } from "../../support/api.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { post } from "../../support/deliveries.ts";
import { proposalFor } from "../../support/story.ts";
import { ADMIN_TOKEN, type Walk, startWalk } from "../../support/walk.ts";

const Document = z.looseObject({
  openapi: z.string(),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({ operationId: z.string(), security: z.array(z.unknown()).optional() }),
    ),
  ),
});

describeEachDatabase("the API", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => {
    await walk.close();
  });

  const readDocument = async () => {
    const { status, body } = await openApi(walk.url, null).send("GET", "/api/openapi.json");
    expect(status).toBe(200);
    return Document.parse(body);
  };

  it("is described by a valid OpenAPI 3.1 document that anybody may read", async () => {
    const document = await readDocument();
    expect(document.openapi).toBe("3.1.0");
    const verdict = await new Validator().validate(document);
    expect(verdict).toEqual({ valid: true });
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("names every promised route", async () => {
    const { paths } = await readDocument();
    const names = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(names).toEqual(
      expect.arrayContaining([
        "get /api/cases",
        "get /api/cases/{id}",
        "delete /api/cases/{id}/link",
        "get /api/runs/{id}",
        "get /api/people",
        "get /api/feedback/owed",
        "get /api/today",
        "put /api/people/{id}/daily-digest",
        "get /api/insights",
        "get /api/insights.csv",
        "get /api/people/{id}/preferences",
        "put /api/people/{id}/preferences",
        "post /api/people/{id}/link",
        "get /api/proposals",
        "get /api/proposals/{id}",
        "post /api/proposals/{id}/decision",
        "get /api/ledger",
        "get /api/ledger/verify",
        "get /api/ledger/checkpoints",
        "get /api/events",
        "post /api/events/{id}/retry",
        "get /api/status",
        "get /api/policy",
        "put /api/policy",
        "post /api/pause",
        "post /api/resume",
        "get /api/session",
        "post /api/session",
        "delete /api/session",
      ]),
    );
  });

  it("has behind every route that it names a door, and a lock on all that are not called open", async () => {
    const { paths } = await readDocument();
    const statuses = new Map<string, number>();
    const isOpen = new Set<string>();
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, { security }] of Object.entries(methods)) {
        const address = path.replaceAll(/\{\w+\}/g, "x");
        const { status } = await openApi(walk.url, null).send(method.toUpperCase(), address);
        statuses.set(`${method} ${path}`, status);
        if (security !== undefined) isOpen.add(`${method} ${path}`);
      }
    }
    const unlocked = [...statuses].filter(([name, status]) => status !== 401 && !isOpen.has(name));
    expect(unlocked).toEqual([]);
    expect([...statuses].filter(([, status]) => status === 404)).toEqual([]);
  });

  it.each(["cases", "runs", "proposals"])("answers 404 for %s that are not there", async (what) => {
    const answer = await walk.api.send("GET", `/api/${what}/nothing-like-it`);
    expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(problemOf(answer)).toMatchObject({ status: 404, code: "not_found" });
  });

  it("answers 404 for an address that it does not have, and for a decision on nothing", async () => {
    expect((await walk.api.send("GET", "/api/nowhere")).status).toBe(404);
    const answer = await walk.api.decide("nothing", { decision: "approve", digest: "x" });
    expect([answer.status, problemOf(answer).code]).toEqual([404, "not_found"]);
    const retry = await walk.api.send("POST", "/api/events/nothing/retry");
    expect(retry.status).toBe(404);
  });

  it("names each fault of a body by its path", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const answer = await walk.api.send("POST", `/api/proposals/${waiting.id}/decision`, {
      decision: "perhaps",
      extra: true,
    });
    expect(answer.status).toBe(400);
    expect(problemOf(answer).faults?.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["decision", "digest"]),
    );
    // An edit of another kind, also where it is only looked at.
    const payload = { questions: [], quotesOut: [], remark: null };
    const decided = { decision: "edit", digest: waiting.digest, payload };
    for (const [door, body] of Object.entries({ preview: { payload }, decision: decided })) {
      const odd = await walk.api.send("POST", `/api/proposals/${waiting.id}/${door}`, body);
      expect(problemOf(odd)).toMatchObject({
        status: 400,
        code: "input_invalid",
        detail: "This change is for another kind of proposal.",
        faults: [{ path: "payload", message: expect.stringContaining("quotesOut") }],
      });
    }
  });

  it("refuses a body that is not JSON, and one that is too large", async () => {
    const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
    const broken = await post(`${walk.url}/api/proposals/x/decision`, "{", headers);
    expect([broken.status, problemOf(broken).code]).toEqual([400, "input_invalid"]);
    const word = await post(`${walk.url}/api/proposals/x/decision`, '"x"', headers);
    expect([word.status, problemOf(word).detail]).toEqual([
      400,
      "The body is not a JSON object, as it has to be: {…}.",
    ]);
    const large = JSON.stringify({ reason: "x".repeat(300_000) });
    const answer = await post(`${walk.url}/api/proposals/x/decision`, large, headers);
    expect([answer.status, problemOf(answer).code]).toEqual([413, "payload_too_large"]);
    expect(problemOf(answer).detail).toContain("at most 262144 bytes");
  });

  it("gives the ledger page by page, without a gap and without repeating itself", async () => {
    for (let hours = 1; hours <= 205; hours += 1) {
      const policy = (await walk.api.send("GET", "/api/policy")).body as object;
      await walk.api.send("PUT", "/api/policy", { ...policy, expireHours: hours });
    }
    const seqs: number[] = [];
    let after: string | undefined;
    do {
      const query = after === undefined ? "" : `?after=${after}`;
      const answer = await walk.api.send("GET", `/api/ledger${query}`);
      const { items, next } = page(LedgerItem).parse(answer.body);
      seqs.push(...items.map(({ seq }) => seq));
      after = next;
    } while (after !== undefined);
    const { entries } = await walk.api.verifyLedger();
    expect(entries).toBeGreaterThan(205);
    expect(seqs).toEqual(Array.from({ length: entries }, (_, index) => entries - index));
    await walk.api.setMode("assisted");
  });

  it("holds the ledger against a hash that was kept, and gives its signed places as lines", async () => {
    const { head } = await walk.api.verifyLedger();
    const since = async (hash: string) =>
      await walk.api.send("GET", `/api/ledger/verify?since=${hash}`);
    expect((await since(head.toUpperCase())).body).toMatchObject({ ok: true });
    expect((await since("ab".repeat(32))).body).toMatchObject({
      ok: false,
      firstBroken: { kind: "cut", what: expect.stringContaining("that was kept") as unknown },
    });
    expect((await since("zz")).status).toBe(400);
    const response = await fetch(`${walk.url}/api/ledger/checkpoints`, {
      headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
    });
    const places = readAnchors(await response.text()).checkpoints;
    expect([response.status, response.headers.get("content-type")]).toEqual([
      200,
      expect.stringContaining("application/x-ndjson"),
    ]);
    expect(places).toEqual(await listCheckpoints(walk.running.deps.database));
  });

  it("gives the events page by page, also those of one moment", async () => {
    for (let n = 0; n < 60; n += 1) {
      await walk.running.deps.database.query(
        `insert into inbox (id, source, kind, delivery_key, data, status, correlation_id, received_at)
         values ($1, 'lever', 'many', $1, '{}', 'ignored', 'co', $2)`,
        [`ev_many_${n}`, walk.company.clock.now().toString()],
      );
    }
    const first = await walk.api.send("GET", "/api/events?status=ignored");
    const { items, next } = first.body as { items: { id: string }[]; next: string };
    const second = await walk.api.send(
      "GET",
      `/api/events?status=ignored&after=${encodeURIComponent(next)}`,
    );
    const rest = second.body as { items: { id: string }[]; next?: string };
    expect(items).toHaveLength(50);
    expect(rest.next).toBeUndefined();
    const ids = [...items, ...rest.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(60);
  });

  it("answers whether it lives, whether it can work, and with figures for Prometheus", async () => {
    expect(await walk.api.send("GET", "/healthz")).toMatchObject({
      status: 200,
      body: { alive: true },
    });
    expect(await walk.api.send("GET", "/readyz")).toMatchObject({
      status: 200,
      body: {
        ready: true,
        checks: { accepting: true, database: true, ticking: true, watching: true, pruning: true },
      },
    });
    const metrics = await openApi(walk.url, null).send("GET", "/metrics");
    expect(metrics.status).toBe(200);
    expect(metrics.body).toMatch(/^convene_proposals\{status="waiting"\} 1$/m);
    expect(metrics.body).toMatch(
      /^convene_intake_events_total\{door="lever",outcome="accepted"\} \d+$/m,
    );
    expect(metrics.body).toMatch(/^convene_intake_seconds_count\{door="lever"\} \d+$/m);
  });

  it("lets no browser guess, frame or cache what it answers", async () => {
    const { headers } = await walk.api.send("GET", "/api/cases");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toMatch(/frame-ancestors 'none'/);
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("shows all the others when what is stored of one proposal was damaged", async () => {
    const [proposal] = await walk.api.proposals("waiting");
    await walk.running.deps.database.query(
      "update proposals set digest = 'damaged' where id = $1",
      [proposal?.id],
    );
    const found = await walk.api.proposals("all");
    expect(found.find(({ id }) => id === proposal?.id)).toMatchObject({
      isReadable: false,
      summary: expect.stringMatching(/changed or damaged.*Reject it/) as unknown,
    });
    expect((await walk.api.send("GET", `/api/proposals/${proposal?.id}`)).status).toBe(500);
    const { body } = await walk.api.decide(proposal?.id ?? "", {
      decision: "approve",
      digest: "damaged",
    });
    expect(body).toMatchObject({ code: "crypto_failed" });
    expect((await walk.api.send("GET", `/api/cases/${proposal?.caseId}`)).status).toBe(200);
  });
});
