/** A session of an assistant is its caller's with the rights that it began with: any change of these ends it. */
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { noteSignIn } from "../../../src/http/auth/accounts.ts";
import { createToken } from "../../../src/http/auth/tokens.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { connectMcp } from "../../support/mcp.ts";
import { MCP_HEADERS, initializeMessage } from "../../support/mcp-endpoint.ts";
import { type OidcProvider, openOidcProvider } from "../../support/oidc-provider.ts";
import { proposalFor } from "../../support/story.ts";
import { type Walk, startWalk } from "../../support/walk.ts";

const READ = {
  jsonrpc: "2.0",
  id: 1,
  method: "tools/call",
  params: { name: "list_cases", arguments: {} },
};
/** Long enough to be asked in. */
const NO_ANSWER_MS = 15_000;
const RECRUITER = { kind: "role", role: "recruiter", teams: null, requisitions: null };

describeOneDatabase("postgres", "a session of an assistant", (open) => {
  let walk: Walk;
  let provider: OidcProvider;
  beforeAll(async () => {
    provider = await openOidcProvider();
    walk = await startWalk(open, {
      env: {
        MCP_APPROVALS: "on",
        OIDC_ISSUER: provider.issuer,
        OIDC_GROUPS: "talent=recruiter",
      },
    });
  });
  afterAll(async () => {
    await walk.close();
    await provider[Symbol.asyncDispose]();
  });

  const set = async (email: string, access: object): Promise<void> => {
    const { status } = await walk.api.send("PUT", "/api/accounts", { email, set: access });
    expect(status).toBe(200);
  };
  /** Shape: an assistant's token of theirs, who is a recruiter. */
  const assistantOf = async (email: string): Promise<string> => {
    const person = { issuer: provider.issuer, subject: email, email, displayName: null };
    const { id } = await noteSignIn(
      { ...person, byGroups: null },
      {
        ...walk.running.deps,
        groupsHoldDays: 30,
      },
    );
    await set(email, RECRUITER);
    return await createToken(
      {
        name: email,
        role: "recruiter",
        email,
        kind: "token",
        validFor: Temporal.Duration.from({ hours: 24 }),
        accountId: id,
        assistant: { label: "a", scopes: ["mcp:read", "mcp:propose", "mcp:approve"] },
      },
      walk.running.deps,
    );
  };
  const send = async (token: string, body: object, session?: string): Promise<Response> => {
    const response = await fetch(`${walk.url}/mcp`, {
      method: "POST",
      headers: {
        ...MCP_HEADERS,
        authorization: `Bearer ${token}`,
        ...(session !== undefined && { "mcp-session-id": session }),
      },
      body: JSON.stringify(body),
    });
    await response.text();
    return response;
  };
  const begin = async (token: string): Promise<string> =>
    (await send(token, initializeMessage())).headers.get("mcp-session-id") ?? "";

  it.each<[string, object]>([
    ["role", { ...RECRUITER, role: "admin" }],
    ["teams", { ...RECRUITER, teams: ["Nowhere"] }],
    ["requisitions", { ...RECRUITER, requisitions: ["REQ-none"] }],
  ])("ends with a change of its person's %s", async (what, access) => {
    const email = `${what}@company.test`;
    const token = await assistantOf(email);
    const session = await begin(token);
    expect((await send(token, READ, session)).status).toBe(200);
    await set(email, access);
    expect((await send(token, READ, session)).status).toBe(404);
    expect((await send(token, READ, await begin(token))).status).toBe(200);
  });

  it.each<[string, object]>([
    ["taken away", { kind: "none" }],
    ["changed", { ...RECRUITER, teams: ["Nowhere"] }],
  ])(
    "ends with its open stream at once where access is %s, before anything is asked in it",
    async (what, access) => {
      const email = `${what.replace(" ", ".")}@company.test`;
      const token = await assistantOf(email);
      const stream = await fetch(`${walk.url}/mcp`, {
        headers: {
          ...MCP_HEADERS,
          authorization: `Bearer ${token}`,
          "mcp-session-id": await begin(token),
        },
      });
      expect(stream.status).toBe(200);
      await set(email, access);
      // An open one has no end.
      expect(await stream.text()).not.toContain("result");
    },
  );

  it("ends with a change of the reach that was set by hand for who comes by the identity provider", async () => {
    const email = "provided@company.test";
    await noteSignIn(
      { issuer: provider.issuer, subject: "u-7", email, displayName: null, byGroups: null },
      { ...walk.running.deps, groupsHoldDays: 30 },
    );
    const token = await provider.sign({
      sub: "u-7",
      aud: `${walk.url}/mcp`,
      groups: ["talent"],
      email,
      scope: "mcp:read",
    });
    const session = await begin(token);
    expect((await send(token, READ, session)).status).toBe(200);
    await set(email, { ...RECRUITER, teams: ["Nowhere"] });
    expect((await send(token, READ, session)).status).toBe(404);
  });

  const approve = async (
    token: string,
    proposal: ProposalDetail,
    meanwhile: () => Promise<void>,
    patienceMs = 240_000,
  ) => {
    let asked = 0;
    const { client } = await connectMcp(walk.url, {
      token,
      capabilities: { elicitation: { form: {} } },
      prepare: (one) =>
        one.setRequestHandler(ElicitRequestSchema, async () => {
          asked += 1;
          await meanwhile();
          return { action: "accept", content: {} };
        }),
    });
    const patience = { timeout: patienceMs };
    const called = client
      .callTool(
        { name: "approve_proposal", arguments: { proposalId: proposal.id } },
        undefined,
        patience,
      )
      .catch((thrown: unknown) => thrown);
    await called;
    await client.close().catch(() => undefined);
    return { asked, status: (await walk.api.proposal(proposal.id)).status };
  };

  it("approves nothing once its person may no more, though they were asked while they might", async () => {
    const email = "asked@company.test";
    const token = await assistantOf(email);
    const proposal = await proposalFor(walk, walk.nextCandidate());
    const late = await approve(
      token,
      proposal,
      async () => await set(email, { ...RECRUITER, teams: ["Nowhere"] }),
      // No answer comes by a stream that has ended.
      NO_ANSWER_MS,
    );
    expect(late).toEqual({ asked: 1, status: "waiting" });
    await set(email, RECRUITER);
    const { status } = await approve(token, proposal, async () => await Promise.resolve());
    expect(status).not.toBe("waiting");
  });
});
