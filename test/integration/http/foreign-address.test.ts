/** Whoever brings an access token with somebody else's address does not become that person, and the ledger keeps that they came. */
import type { JWTPayload } from "jose";
import { afterAll, beforeAll, expect, it } from "vitest";
import { noteSignIn } from "../../../src/http/auth/accounts.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { MCP_HEADERS, initializeMessage } from "../../support/mcp-endpoint.ts";
import { type OidcProvider, openOidcProvider } from "../../support/oidc-provider.ts";
import { proposalFor } from "../../support/story.ts";
import { type Walk, startWalk } from "../../support/walk.ts";

const ADA = "ada@house.test";
const call = (name: string, input: object = {}) => ({
  jsonrpc: "2.0",
  id: 1,
  method: "tools/call",
  params: { name, arguments: input },
});

describeOneDatabase("postgres", "an access token with the address of an account", (open) => {
  let walk: Walk;
  let provider: OidcProvider;
  beforeAll(async () => {
    provider = await openOidcProvider();
    walk = await startWalk(open, {
      env: { MCP_APPROVALS: "on", OIDC_ISSUER: provider.issuer, OIDC_GROUPS: "talent=recruiter" },
    });
    await signIn({ subject: "u-ada", email: ADA });
  });
  afterAll(async () => {
    await walk.close();
    await provider[Symbol.asyncDispose]();
  });

  const signIn = async (person: { subject: string; email: string }) =>
    await noteSignIn(
      {
        ...person,
        issuer: provider.issuer,
        displayName: null,
        byGroups: { role: "recruiter", teams: null },
      },
      { ...walk.running.deps, groupsHoldDays: 30 },
    );
  const tokenOf = async (claims: JWTPayload): Promise<string> =>
    await provider.sign({
      aud: `${walk.url}/mcp`,
      groups: ["talent"],
      scope: "mcp:read mcp:propose mcp:approve",
      email_verified: true,
      ...claims,
    });
  const send = async (token: string, body: object, session?: string) => {
    const response = await fetch(`${walk.url}/mcp`, {
      method: "POST",
      headers: {
        ...MCP_HEADERS,
        authorization: `Bearer ${token}`,
        ...(session !== undefined && { "mcp-session-id": session }),
      },
      body: JSON.stringify(body),
    });
    return { response, status: response.status, text: await response.text() };
  };
  const refusals = async () =>
    (await walk.api.ledger()).filter(({ type }) => type === "access.refused");
  const askedBy = async (): Promise<unknown[]> =>
    await walk.running.deps.database.query("select asked_by as by from plain_requests");
  const PROPOSE = call("propose_request", { text: "what waits for me?" });

  it("opens nothing for somebody unknown, says so once an hour in the ledger, and not in their name", async () => {
    const proposal = await proposalFor(walk, walk.nextCandidate());
    for (const email of [ADA, "ADA@House.test", "ada\u200B@house.test"]) {
      const foreign = await tokenOf({ sub: "u-eve", email });
      for (const body of [
        initializeMessage(),
        call("list_cases"),
        PROPOSE,
        call("approve_proposal", { proposalId: proposal.id }),
      ]) {
        const { status, text } = await send(foreign, body);
        expect([status, text]).toEqual([403, expect.stringContaining("somebody else’s here")]);
      }
    }
    expect(await askedBy()).toEqual([]);
    expect((await walk.api.proposal(proposal.id)).status).toBe("waiting");
    expect(await refusals()).toMatchObject([
      { actor: "nobody", data: { by: "access token", subject: "u-eve" } },
    ]);
    await walk.company.controls.advance(61);
    await send(await tokenOf({ sub: "u-eve", email: ADA }), PROPOSE);
    expect(await refusals()).toHaveLength(2);
    expect(JSON.stringify(await refusals())).not.toContain("house.test");
    // Whose address it is comes in as ever.
    expect((await send(await tokenOf({ sub: "u-ada", email: ADA }), PROPOSE)).status).toBe(200);
    expect(await askedBy()).toEqual([{ by: ADA }]);
  });

  it("is still its holder's where that is known, whatever address it says", async () => {
    await signIn({ subject: "u-bob", email: "bob@house.test" });
    expect((await send(await tokenOf({ sub: "u-bob", email: ADA }), PROPOSE)).status).toBe(200);
    expect(await askedBy()).toEqual([{ by: ADA }, { by: "bob@house.test" }]);
  });

  it("ends the session of whoever had the address before it was an account's", async () => {
    const early = await tokenOf({ sub: "u-mallory", email: "cleo@house.test" });
    const begun = await send(early, initializeMessage());
    const session = begun.response.headers.get("mcp-session-id") ?? "";
    expect((await send(early, call("list_cases"), session)).status).toBe(200);
    await signIn({ subject: "u-cleo", email: "cleo@house.test" });
    expect((await send(early, call("list_cases"), session)).status).toBe(403);
  });

  it("opens nothing for an address that was set by hand, until its owner has signed in", async () => {
    const email = "dora@house.test";
    const put = await walk.api.send("PUT", "/api/accounts", { email, set: { kind: "none" } });
    expect(put.status).toBe(200);
    const token = await tokenOf({ sub: "u-dora", email });
    const { status, text } = await send(token, call("list_cases"));
    expect([status, text]).toEqual([403, expect.stringContaining("Sign in to the dashboard once")]);
    await signIn({ subject: "u-dora", email });
    // What was set by hand outranks the groups.
    expect((await send(token, call("list_cases"))).status).toBe(403);
    await walk.api.send("PUT", "/api/accounts", { email, set: { kind: "groups" } });
    expect((await send(token, call("list_cases"))).status).toBe(200);
  });
});
