/** Every route and tool, as each says of itself: made from the published document and the list of tools, so that a new one is walked
 * without a word here. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Need, ROLES, type Role, type Thing, mayAccess } from "../../../src/domain/access.ts";
import { createToken, listTokens, revokeTokenById } from "../../../src/http/auth/tokens.ts";
import { TOOLS } from "../../../tools/index.ts";
import { callTool } from "../../../tools/define-tool.ts";
import { type Api, type Answer, openApi } from "../../support/api.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { proposalFor, untilProposal } from "../../support/story.ts";
import { ADMIN_TOKEN, type Walk, startWalk } from "../../support/walk.ts";
import {
  NOTHING,
  type Sent,
  type Walked,
  addressOf,
  isChange,
  nameOf,
  odd,
  sendNothing,
  tokenFor,
  walkedOf,
} from "../../support/walked-routes.ts";

/** Bodies and queries that are read, of routes that name a thing: its id has to be what they fail on. */
const BODIES: Record<string, (id: string) => unknown> = {
  "PUT /api/cases/{id}/attendance": () => ({
    sessionId: "s",
    startsAt: "2026-11-25T10:00:00Z",
    attended: true,
  }),
  "POST /api/cases/{id}/briefs": () => ({}),
  "POST /api/cases/{id}/look": () => ({}),
  "POST /api/effects/{id}/checked": () => ({ arrived: true }),
  "POST /api/proposals/{id}/preview": () => ({ payload: { startsAt: "2026-11-25T10:00:00Z" } }),
  "POST /api/proposals/{id}/decision": () => ({ decision: "reject", digest: "d" }),
  "POST /api/questions-from-candidates/{id}/answer": () => ({ text: "Yes." }),
  "POST /api/questions-from-candidates/{id}/try-answer": () => ({
    text: "Yes.",
    addToGuide: { guideId: "gd_1", title: "Dogs" },
  }),
  "POST /api/plans/try": (opportunityId) => ({ opportunityId, source: "id: a" }),
};

/** Whose bodies are large, and fail on their shape first: of what is there as of what is not. */
const FAIL_ON_SHAPE = new Set([
  "PUT /api/postings/{postingId}/questions",
  "PUT /api/postings/{postingId}/questions/level",
]);
describeOneDatabase("embedded", "who may do what", (open) => {
  let walk: Walk;
  let routes: Walked[];
  let closed: Walked[];
  beforeAll(async () => {
    // Each route with three tokens that are none: as many as one address may not send.
    walk = await startWalk(open, { guessesPerMinute: 1_000 });
    routes = walkedOf((await walk.api.send("GET", "/api/openapi.json")).body);
    closed = routes.filter(({ access }) => access !== "public");
  });
  afterAll(async () => {
    await walk.close();
  });

  const hour = Temporal.Duration.from({ hours: 1 });
  const token = async (role: Role, teams: string[] | null = null): Promise<string> =>
    await tokenFor(walk, role, teams);
  const send = async (route: Walked, headers: Sent, body?: string): Promise<Answer> =>
    await sendNothing(walk, route, { headers, body });
  const as = (secret: string) => ({ authorization: `Bearer ${secret}` });

  it("is said by every route, and more than seventy are walked", () => {
    expect(routes.length).toBeGreaterThan(70);
    expect(routes.filter(({ access }) => access === "public").map(nameOf)).toEqual([
      "GET /api/session",
      "POST /api/session",
      "DELETE /api/session",
      "GET /api/session/ways",
    ]);
  });

  it("is nothing without a token, or with one that is wrong, over or revoked", async () => {
    const over = await createToken(
      { name: "over", role: "admin", kind: "token", validFor: Temporal.Duration.from("PT1S") },
      walk.running.deps,
    );
    const revoked = await token("admin");
    const { id = "" } =
      (await listTokens(walk.running.deps)).find(({ name }) => name === "a admin") ?? {};
    expect(await revokeTokenById(id, walk.running.deps)).toBe(true);
    await walk.company.controls.advance(1);
    for (const headers of [{}, as(`${ADMIN_TOKEN}x`), as(over), as(revoked)]) {
      expect(
        await odd(
          closed,
          async (route) => await send(route, headers),
          (is) => is === 401,
        ),
      ).toEqual({});
    }
  });

  it.each(ROLES)("is for the role %s what each route says", async (role) => {
    const headers = as(await token(role, role === "hiring_manager" ? ["Engineering"] : null));
    const isFine = (status: number, route: Walked): boolean => {
      const may = mayAccess({ role }, route.access as Need);
      if (!may) return status === 403;
      if (role === "hiring_manager" && route.about === "everybody") return status === 403;
      return status !== 401 && status !== 403 && status < 500;
    };
    expect(await odd(closed, async (route) => await send(route, headers), isFine)).toEqual({});
  });

  it("is no body that is large or of another type", async () => {
    const withBody = closed.filter(({ hasBody }) => hasBody);
    expect(
      await odd(
        withBody,
        async (route) => await send(route, as(ADMIN_TOKEN)),
        (is) => is === 400,
      ),
    ).toEqual({});
    const json = { ...as(ADMIN_TOKEN), "content-type": "application/json" };
    const large = JSON.stringify("x".repeat(600_000));
    expect(
      await odd(
        withBody,
        async (route) => await send(route, json, large),
        (is) => is === 413,
      ),
    ).toEqual({});
    expect(
      await odd(
        withBody,
        async (route) => await send(route, json, "[]"),
        (is) => is === 400,
      ),
    ).toEqual({});
  });

  it.each([
    ["POST", "/mcp", 401],
    ["GET", "/api/stream", 401],
    // What Lever signs stands in the body: without it there is nothing to check.
    ["POST", "/webhooks/lever/candidateStageChange", 400],
    ["POST", "/webhooks/automation", 401],
    ["POST", "/webhooks/slack/command", 401],
    ["GET", "/c/nothing", 404],
    ["POST", "/c/nothing/chat/messages", 404],
    ["GET", "/me/nothing", 404],
    ["GET", "/brief/r/nothing", 404],
    ["GET", "/reminders/nothing", 404],
    ["GET", "/arrived/nothing", 404],
    ["GET", "/auth/nothing", 404],
    ["GET", "/auth/callback?code=c&state=s", 410],
  ])("is nothing without a signature, a link or a token: %s %s", async (method, path, status) => {
    const response = await fetch(`${walk.url}${path}`, {
      method,
      ...(method === "POST" && {
        headers: { "content-type": "application/json" },
        body: "{}",
      }),
    });
    await response.text();
    expect(response.status).toBe(status);
  });

  /** What is there, of each kind, of a candidate of whichever team. */
  const things = async (): Promise<Record<Thing, string>> => {
    const { database } = walk.running.deps;
    const opportunity = walk.nextCandidate();
    const proposal = await proposalFor(walk, opportunity);
    await walk.api.approve(proposal);
    await untilProposal(walk, proposal, "done");
    const case_ = await walk.api.case(proposal.caseId);
    const at = walk.running.deps.clock.now().toString();
    await database.query(
      "insert into candidate_answers (id, case_id, kind, made_at, said_at) values ('an_1', $1, 'wants_person', $2, $2)",
      [case_.id, at],
    );
    await database.query("insert into chats (case_id) values ($1)", [case_.id]);
    await database.query(
      "insert into chat_messages (id, case_id, speaker, at) values ('ms_1', $1, 'candidate', $2)",
      [case_.id, at],
    );
    await database.query(
      "insert into candidate_questions (id, case_id, message_id, asked_at) values ('qu_1', $1, 'ms_1', $2)",
      [case_.id, at],
    );
    const [posting] = await database.query<{ id: string }>(
      "select posting_id as id from cases where id = $1",
      [case_.id],
    );
    return {
      case: case_.id,
      opportunity,
      proposal: proposal.id,
      run: case_.runs[0]?.id ?? "",
      effect: case_.effects[0]?.id ?? "",
      event: case_.events[0]?.id ?? "",
      answer: "an_1",
      question: "qu_1",
      posting: posting?.id ?? "",
    };
  };

  it("ends at a scope: what is of a foreign team is as if it were not there, in ids, lists, counts and tools", async () => {
    const real = await things();
    const { deps } = walk.running;
    const [of] = await deps.database.query<{ team: string }>(
      "select team from cases where id = $1",
      [real.case],
    );
    const foreign = openApi(walk.url, await token("recruiter", ["a team of its own"]));
    const own = openApi(walk.url, await token("recruiter", [of?.team ?? ""]));
    const answers = async (api: Api, route: Walked, id: string): Promise<unknown[]> => {
      const { status, body } = await api.send(
        route.method,
        addressOf(route, id),
        route.hasBody ? (BODIES[nameOf(route)]?.(id) ?? {}) : undefined,
      );
      return [status, { ...(body as object), instance: null, correlationId: null }];
    };
    const named = closed.flatMap((route) =>
      typeof route.about === "object" && mayAccess({ role: "recruiter" }, route.access as Need)
        ? [{ route, id: real[route.about.thing] }]
        : [],
    );
    for (const { route, id } of named) {
      const there = await answers(foreign, route, id);
      expect([nameOf(route), ...there]).toEqual([
        nameOf(route),
        ...(await answers(foreign, route, NOTHING)),
      ]);
      const expected = FAIL_ON_SHAPE.has(nameOf(route)) ? 400 : 404;
      expect([nameOf(route), there[0]]).toEqual([nameOf(route), expected]);
    }
    for (const { route, id } of named.filter((one) => !isChange(one.route))) {
      expect([nameOf(route), (await answers(own, route, id))[0]]).toEqual([nameOf(route), 200]);
    }
    for (const route of closed.filter((one) => one.about === "listed" && !isChange(one))) {
      expect((await foreign.send("GET", addressOf(route, ""))).body).toEqual({ items: [] });
    }
    const several = async (id: string): Promise<unknown> => {
      const seen = [{ id, digest: "0" }];
      const { body } = await foreign.send("POST", "/api/proposals/approvals", { seen });
      return (body as { items: { code: string; why: string }[] }).items.map(({ code, why }) => [
        code,
        why,
      ]);
    };
    expect(await several(real.proposal)).toEqual(await several(NOTHING));
    expect(closed.filter((one) => one.about === "listed" && isChange(one)).map(nameOf)).toEqual([
      "POST /api/proposals/approvals",
    ]);
    const ofAll = closed.filter(({ about, hasBody }) => about === "everybody" && !hasBody);
    for (const route of ofAll) {
      expect([nameOf(route), (await answers(foreign, route, NOTHING))[0]]).toEqual([
        nameOf(route),
        403,
      ]);
    }
    expect((await foreign.cases()).length).toBe(0);
    expect((await own.cases()).map(({ id }) => id)).toContain(real.case);
    await deps.database.query("update cases set requisitions = '{R-1}' where id = $1", [real.case]);
    const byCode = await createToken(
      { name: "m", role: "hiring_manager", requisitions: ["R-1"], kind: "token", validFor: hour },
      deps,
    );
    expect((await openApi(walk.url, byCode).cases()).map(({ id }) => id)).toEqual([real.case]);
    const nowhere = openApi(walk.url, await token("hiring_manager"));
    expect(await nowhere.cases()).toEqual([]);
    await expectTools(real);
  });

  const expectTools = async (real: Record<Thing, string>): Promise<void> => {
    const signal = new AbortController().signal;
    const call = async (
      tool: (typeof TOOLS)[number],
      role: Role,
      input: Record<string, unknown>,
    ) => {
      const caller = {
        kind: "mcp" as const,
        name: "a test",
        role,
        scope: { teams: ["a team of its own"], requisitions: [] },
        mayPropose: true,
      };
      try {
        return await callTool(tool, input, { ...walk.running.deps.tools, caller, signal });
      } catch (thrown) {
        const { code, message } = thrown as { code: string; message: string };
        return { code, message };
      }
    };
    for (const tool of TOOLS) {
      for (const role of ROLES) {
        const isRefused = (await call(tool, role, {}))["code"] === "forbidden";
        expect([tool.name, role, isRefused]).toEqual([
          tool.name,
          role,
          !mayAccess({ role }, tool.access),
        ]);
      }
      const { about } = tool;
      if (typeof about !== "object") continue;
      const of = async (id: string) =>
        await call(tool, "recruiter", {
          [about.in]: id,
          ...("planId" in tool.input.shape && { planId: "p" }),
        });
      const there = await of(real[about.thing]);
      expect([tool.name, there]).toEqual([tool.name, await of(NOTHING)]);
      expect([tool.name, there["code"]]).toEqual([tool.name, "not_found"]);
    }
    const listed = TOOLS.filter(({ about }) => about === "listed");
    for (const tool of listed) {
      expect(Object.values(await call(tool, "recruiter", {}))).toEqual([[]]);
    }
  };
});
