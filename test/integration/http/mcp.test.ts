import { request } from "node:http";
import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TOOLS } from "../../../tools/index.ts";
import { createToken } from "../../../src/http/auth/tokens.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { linkInMail, openLink, sendForm } from "../../support/candidate-page.ts";
import { connectMcp } from "../../support/mcp.ts";
import {
  ONE_BOOKING,
  changesDuring,
  proposalFor,
  untilProposal,
  waitingProposal,
} from "../../support/story.ts";
import { ADMIN_TOKEN, type Walk, startWalk } from "../../support/walk.ts";
import { TEAMS } from "../../../sandbox/worlds/names.ts";

describeEachDatabase("the tools over MCP", (open) => {
  let walk: Walk;
  let client: Client;
  let opportunityId: string;
  beforeAll(async () => {
    walk = await startWalk(open);
    opportunityId = walk.nextCandidate("phoneScreen");
    client = await connect(ADMIN_TOKEN);
  });
  afterAll(async () => {
    await client.close();
    await walk.close();
  });

  const connect = async (token: string, toolsets = "all"): Promise<Client> =>
    (await connectMcp(walk.url, { token, toolsets })).client;
  const call = async (name: string, input: Record<string, unknown>, by = client) => {
    const result = await by.callTool({ name, arguments: input });
    const [content] = result.content as { text: string }[];
    return {
      isError: result.isError === true,
      text: content?.text ?? "",
      output: (result.structuredContent ?? result._meta?.["convene/failure"]) as Record<
        string,
        unknown
      >,
    };
  };

  it("are listed in a fixed order, and say which of them only read", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual(
      TOOLS.map(({ name, effect }) => [name, effect === "read"]),
    );
    expect(tools.every(({ annotations }) => annotations?.destructiveHint === false)).toBe(true);
    expect(tools.every(({ outputSchema, description }) => outputSchema && description)).toBe(true);
  });

  it("are a dozen unless a client names others, and one that is left out says how to have it", async () => {
    const usual = await connect(ADMIN_TOKEN, "default");
    try {
      const { tools } = await usual.listTools();
      expect(tools).toHaveLength(12);
      await expect(usual.callTool({ name: "get_plan", arguments: {} })).rejects.toThrow(
        "X-MCP-Toolsets",
      );
    } finally {
      await usual.close();
    }
    await expect(connect(ADMIN_TOKEN, "defaults")).rejects.toThrow("default, records, plans, all");
  });

  it("say in a few lines what their answer holds", async () => {
    const { text } = await call("find_slots", { opportunityId });
    const [zone, sessions, one, itineraries, best] = text.split("\n");
    expect([zone, sessions, one]).toEqual([
      expect.stringMatching(/^candidate zone: \w+\//),
      "sessions: 1",
      "- id: phone-screen · name: Phone Screen · duration minutes: 45",
    ]);
    expect([itineraries, best]).toEqual([
      "itineraries: 5",
      expect.stringMatching(/^- sessions: \w+ \d+ \w+ 2026, \d\d:\d\d–\d\d:\d\d \(\w+ time\)/),
    ]);
    expect(text).not.toMatch(/\dT\d/);
    expect(text.length).toBeLessThan(1_800);
  });

  it("read a resume with its facts, the text labelled as somebody else's", async () => {
    const { output, isError } = await call("get_resume", { opportunityId });
    expect(isError).toBe(false);
    const { documents, jobs } = output as { documents: object[]; jobs: object[] };
    expect(documents).toMatchObject([{ text: { writtenBy: "candidate_or_third_party" } }]);
    expect(jobs.length).toBeGreaterThan(0);
  });

  it("find times without booking any", async () => {
    const changes = await changesDuring(walk, async () => {
      const { output, isError } = await call("find_slots", { opportunityId });
      expect(isError).toBe(false);
      expect(output).toMatchObject({
        sessions: [{ name: "Phone Screen", durationMinutes: 45 }],
        blockers: [],
        relaxations: [],
      });
      expect(output["itineraries"]).toHaveLength(5);
    });
    expect(changes).toEqual({});
    expect(await walk.api.caseOf(opportunityId)).toBeNull();
  });

  it("are asked in plain words, and ask back", async () => {
    const changes = await changesDuring(walk, async () => {
      const waiting = await call("propose_request", { text: "what waits for me?" });
      expect(waiting.output).toMatchObject({ kind: "answer", proposals: [], choices: [] });
      const refused = await call("propose_request", { text: "reject everybody" });
      expect(refused.output).toMatchObject({ kind: "cannot", proposals: [] });
      const asked = await call("propose_request", { text: "cancel Zebulon" });
      expect(asked.output).toMatchObject({ kind: "asks", proposals: [] });
    });
    expect(changes).toEqual({});
  });

  it("open a case with what is next, where the very time that was asked for cannot be had", async () => {
    const { output } = await call("propose_interview", {
      opportunityId,
      startsAt: "2020-01-01T10:00:00Z",
    });
    expect(output).toMatchObject({ proposals: [], note: expect.stringContaining("No time fits") });
    expect(await walk.api.caseOf(opportunityId)).toMatchObject({
      status: "open",
      nextStep: expect.stringContaining("Ask for another time"),
      problems: [],
    });
  });

  it("propose through the same gate as everybody: a person approves, and only then is it booked", async () => {
    let proposalId = "";
    const asked = await changesDuring(walk, async () => {
      const { output } = await call("propose_interview", { opportunityId });
      const [proposal] = output["proposals"] as { id: string; status: string }[];
      expect(proposal?.status).toBe("waiting");
      proposalId = proposal?.id ?? "";
    });
    expect(asked).toEqual({});
    const { body } = await walk.api.send("GET", "/api/ledger?type=run.started");
    const [run] = (body as { items: { data: object }[] }).items;
    const by = { eventKind: "interview_requested", askedBy: "admin", via: "assistant" };
    expect(run?.data).toMatchObject(by);
    const listed = (await call("list_proposals", {})).output["proposals"];
    expect(listed).toEqual(expect.arrayContaining([expect.objectContaining({ id: proposalId })]));
    const { cases } = (await call("list_cases", { status: "waiting" })).output as {
      cases: { opportunityId: string }[];
    };
    expect(cases.map((case_) => case_.opportunityId)).toContain(opportunityId);
    const booked = await changesDuring(walk, async () => {
      const proposal = await walk.api.proposal(proposalId);
      await walk.api.approve(proposal);
      await untilProposal(walk, proposal, "done");
    });
    expect(booked).toEqual(ONE_BOOKING);
  });

  it("leave a case as it stands for a time that cannot be had, and say why", async () => {
    const asked = walk.nextCandidate();
    await proposalFor(walk, asked);
    const before = await walk.api.caseOf(asked);
    expect(before?.status).toBe("waiting");
    for (const startsAt of ["2020-01-01T10:00:00Z", "2026-11-28T03:00:00Z"]) {
      const { output } = await call("propose_interview", { opportunityId: asked, startsAt });
      expect(output).toMatchObject({
        proposals: [],
        note: expect.stringContaining("No time fits everybody."),
      });
      const { status, nextStep, problems, proposals } = (await walk.api.caseOf(asked)) ?? {};
      expect({ status, nextStep, problems }).toEqual({
        status: "waiting",
        nextStep: before?.nextStep,
        problems: [],
      });
      expect(proposals).toEqual(before?.proposals);
    }
  });

  it("find no time that the candidate asked away from, and say so", async () => {
    const screened = walk.nextCandidate("phoneScreen");
    const booked = await proposalFor(walk, screened);
    await walk.api.approve(booked);
    await untilProposal(walk, booked, "done");
    const { startsAt = "" } = booked.payload.sessions[0] ?? {};
    const link = await linkInMail(walk, booked.payload.candidate.email);
    await sendForm(await openLink(link), "/move", { reason: "An exam." });
    await waitingProposal(walk, screened);
    const { output } = await call("find_slots", { opportunityId: screened });
    const { itineraries, findings } = output as unknown as {
      itineraries: { sessions: { startsAt: string }[] }[];
      findings: string[];
    };
    const hoursAway = itineraries.map(({ sessions: [first] }) =>
      Math.abs(
        Temporal.Instant.from(startsAt)
          .until(Temporal.Instant.from(first?.startsAt ?? ""))
          .total("hours"),
      ),
    );
    expect(findings).toContainEqual(
      expect.stringMatching(/^The candidate asked for another time than .* within 2 hours of it/),
    );
    expect(hoursAway.length).toBeGreaterThan(0);
    expect(Math.min(...hoursAway)).toBeGreaterThan(2);
    // Whoever names a time means it.
    const near = Temporal.Instant.from(startsAt).add({ hours: 1 }).toString();
    const named = await call("find_slots", { opportunityId: screened, startsAt: near });
    expect(named.output["findings"]).toEqual([]);
  });

  it("mark what somebody outside wrote as such", async () => {
    const { output } = await call("get_opportunity", { opportunityId: walk.cast.ada });
    expect(JSON.stringify(output["name"])).toContain("candidate_or_third_party");
  });

  it("answer what cannot be done as a failed call that says why", async () => {
    const { isError, output, text } = await call("get_opportunity", { opportunityId: "nobody" });
    expect(isError).toBe(true);
    expect(text).toBe(output["message"]);
    expect(output).toMatchObject({ code: "lever_not_found", retryable: false });
    expect(text).toContain("list_cases tells the opportunityId");
  });

  it("read the calendars of nobody but the company's own people", async () => {
    const answer = await call("check_availability", {
      emails: [walk.world.people[0]?.email ?? "", "stranger@elsewhere.test"],
      from: "2026-11-23T00:00:00Z",
      to: "2026-11-24T00:00:00Z",
    });
    expect(answer).toMatchObject({ isError: true, output: { code: "input_invalid" } });
    expect(JSON.stringify(answer.output)).toContain("stranger@elsewhere.test");
  });

  it("tell nothing of a confidential opportunity", async () => {
    const hidden = walk.cast.confidential;
    const { isError, output } = await call("get_opportunity", { opportunityId: hidden });
    const { name, email } = walk.world.opportunities.find(({ id }) => id === hidden) ?? {};
    expect(isError).toBe(true);
    expect(output["code"]).toBe("forbidden");
    expect(JSON.stringify(output)).not.toContain(name);
    expect(JSON.stringify(output)).not.toContain(email);
  });

  it("name a time that is none once", async () => {
    const emails = [walk.world.people[0]?.email ?? ""];
    const to = "2026-11-24T00:00:00Z";
    const { isError, text } = await call("check_availability", { emails, from: "tomorrow", to });
    expect(isError).toBe(true);
    expect(text.split("\n").slice(1)).toEqual([
      "- from: must be a time such as 2026-11-24T15:00:00Z",
    ]);
  });

  it("read no more than sixty days of anybody's calendar", async () => {
    const emails = [walk.world.people[0]?.email ?? ""];
    const ask = async (from: string, to: string) =>
      await call("check_availability", { emails, from, to });
    const whole = await ask("2026-11-23T00:00:00Z", "2027-01-22T00:00:00Z");
    expect(whole.isError).toBe(false);
    for (const to of ["2027-01-23T00:00:00Z", "2026-11-23T00:00:00Z", "2026-11-01T00:00:00Z"]) {
      expect(await ask("2026-11-23T00:00:00Z", to)).toMatchObject({
        isError: true,
        output: { code: "input_invalid" },
      });
    }
  });

  it.each([
    ["get_opportunity", { opportunityId: "a\0b" }],
    ["get_case", { caseId: "case_\0" }],
  ])("refuse what nothing can be called: %s", async (name, input) => {
    const result = await client.callTool({ name, arguments: input });
    expect(result.isError).toBe(true);
    expect(JSON.stringify(result.content)).toContain("character");
  });

  it.each([
    [
      "list_cases",
      { stauts: "waiting" },
      "stauts: is no field of it: it takes status, limit, after",
    ],
    ["get_case", { id: "case_1" }, "id: is no field of it: it takes caseId\n- caseId:"],
    ["get_feedback", { opportunity: "o" }, "is no field of it: it takes opportunityId\n"],
    ["get_case", { ["__proto__x"]: 1, caseId: "case_1" }, "__proto__x: is no field"],
  ])("refuse a field that %s does not have, and say which it has", async (name, input, said) => {
    const { isError, text } = await call(name, input);
    expect([isError, text]).toEqual([true, expect.stringContaining(said)]);
  });

  it("propose nothing for a time under a name that is none", async () => {
    const before = await walk.api.events();
    const { isError, text } = await call("propose_interview", {
      opportunityId: walk.nextCandidate(),
      startAt: "2026-11-25T10:00:00Z",
    });
    expect([isError, text]).toEqual([true, expect.stringContaining("startAt: is no field of it")]);
    expect(await walk.api.events()).toEqual(before);
  });

  it.each([
    ["list_cases", "cases"],
    ["list_proposals", "proposals"],
  ])("give page by page with %s, and refuse a page that was never given", async (name, list) => {
    await proposalFor(walk, walk.nextCandidate());
    const whole = await call(name, {});
    const ids = (output: Record<string, unknown>) =>
      (output[list] as { id: string }[]).map(({ id }) => id);
    const paged: string[] = [];
    let next: unknown;
    do {
      const { output } = await call(name, { limit: 1, ...(next ? { after: next } : {}) });
      paged.push(...ids(output));
      next = output["next"];
    } while (next !== undefined);
    expect(paged.length).toBeGreaterThan(1);
    expect(paged).toEqual(ids(whole.output));
    for (const after of ["garbage", "", "2026-01-01T00:00:00Z", "x|y|z"]) {
      expect(await call(name, { after })).toMatchObject({
        isError: true,
        output: { code: "input_invalid" },
      });
    }
  });

  it("let a hiring manager read, but not propose, and an auditor read of no candidate", async () => {
    const token = await createToken(
      {
        name: "a manager",
        role: "hiring_manager",
        teams: [...TEAMS],
        kind: "token",
        validFor: Temporal.Duration.from({ hours: 1 }),
      },
      walk.running.deps,
    );
    const manager = await connect(token);
    try {
      expect((await call("list_cases", {}, manager)).isError).toBe(false);
      const refused = await call("propose_interview", { opportunityId: walk.cast.ada }, manager);
      expect(refused).toMatchObject({ isError: true, output: { code: "forbidden" } });
      expect(await walk.api.caseOf(walk.cast.ada)).toBeNull();
      const validFor = Temporal.Duration.from({ hours: 1 });
      const auditor = await connect(
        await createToken(
          { name: "b", role: "auditor", kind: "token", validFor },
          walk.running.deps,
        ),
      );
      const closed = await call("list_cases", {}, auditor);
      expect(closed).toMatchObject({ isError: true, output: { code: "forbidden" } });
      await auditor.close();
    } finally {
      await manager.close();
    }
  });

  it("are closed without a token, under a foreign name, and to another site's page", async () => {
    const initialize = {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
    };
    const bearer = { authorization: `Bearer ${ADMIN_TOKEN}` };
    expect(await statusOf("POST", initialize)).toBe(401);
    expect(await statusOf("POST", { ...initialize, ...bearer, host: "evil.test" })).toBe(403);
    expect(await statusOf("POST", { ...initialize, ...bearer, origin: "https://evil.test" })).toBe(
      403,
    );
    expect(await statusOf("POST", { ...initialize, ...bearer })).toBe(200);
  });

  const INITIALIZE = JSON.stringify({
    jsonrpc: "2.0",
    id: 1,
    method: "initialize",
    params: {
      protocolVersion: "2025-06-18",
      capabilities: {},
      clientInfo: { name: "a test", version: "1.0.0" },
    },
  });

  /** With headers that fetch would not let through. */
  const statusOf = async (method: string, headers: Record<string, string>): Promise<number> =>
    await new Promise((resolve, reject) => {
      const asked = request(`${walk.url}/mcp`, { method, headers });
      asked.once("error", reject);
      asked.once("response", (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      asked.end(method === "POST" ? INITIALIZE : undefined);
    });
});
