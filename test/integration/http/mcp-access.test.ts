/** Who comes in over MCP, with which token, and for what. */
import { ADMIN } from "../../../src/domain/administrator.ts";
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { type JWTPayload, SignJWT, generateKeyPair } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AssistantTokenList, MadeToken } from "../../../src/http/api/assistant-routes.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import type { Role } from "../../../src/domain/access.ts";
import { createToken, findPrincipal } from "../../../src/http/auth/tokens.ts";
import { type Api, openApi, problemOf } from "../../support/api.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { connectMcp } from "../../support/mcp.ts";
import { INITIALIZE, MCP_HEADERS } from "../../support/mcp-endpoint.ts";
import { type OidcProvider, openOidcProvider } from "../../support/oidc-provider.ts";
import { changesDuring, proposalFor, untilProposal } from "../../support/story.ts";
import { ADMIN_TOKEN, type Walk, startWalk } from "../../support/walk.ts";

describeOneDatabase("postgres", "the doors of MCP", (open) => {
  let walk: Walk;
  let provider: OidcProvider;
  let metadataUrl: string;
  beforeAll(async () => {
    provider = await openOidcProvider();
    walk = await startWalk(open, {
      env: {
        MCP_APPROVALS: "on",
        OIDC_ISSUER: provider.issuer,
        OIDC_GROUPS: "talent=recruiter, finance=auditor",
      },
    });
    metadataUrl = `${walk.url}/.well-known/oauth-protected-resource/mcp`;
  });
  afterAll(async () => {
    await walk.close();
    await provider[Symbol.asyncDispose]();
  });

  const call = (name: string, input: object = {}) => ({
    jsonrpc: "2.0",
    id: 1,
    method: "tools/call",
    params: { name, arguments: input },
  });
  const READ = call("list_cases");
  const PROPOSE = call("propose_request", { text: "what waits for me?" });
  const send = async (token: string | null, body: object = READ) => {
    const response = await fetch(`${walk.url}/mcp`, {
      method: "POST",
      headers: { ...MCP_HEADERS, ...(token !== null && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    return {
      status: response.status,
      challenge: response.headers.get("www-authenticate"),
      text: await response.text(),
    };
  };
  const statusOf = async (token: string, body: object = READ): Promise<number> =>
    (await send(token, body)).status;

  it("say to whoever has no good token how to get one", async () => {
    const none = await send(null);
    expect(none).toMatchObject({
      status: 401,
      challenge: `Bearer resource_metadata="${metadataUrl}"`,
    });
    const wrong = await send("cv_wrong");
    expect(wrong).toMatchObject({
      status: 401,
      challenge: `Bearer error="invalid_token", resource_metadata="${metadataUrl}"`,
    });
    const metadata = await fetch(metadataUrl);
    expect(await metadata.json()).toEqual({
      resource: `${walk.url}/mcp`,
      authorization_servers: [provider.issuer],
      scopes_supported: ["mcp:read", "mcp:propose", "mcp:approve"],
      bearer_methods_supported: ["header"],
      resource_name: "Convene",
    });
  });

  describe("an access token of the identity provider", () => {
    const GOOD = (): JWTPayload => ({
      aud: `${walk.url}/mcp`,
      groups: ["staff", "talent"],
      email: "talent@company.test",
      scope: "openid mcp:read mcp:propose",
    });

    it("opens the door for what it was made for, as the person that it names", async () => {
      const token = await provider.sign(GOOD());
      expect(await statusOf(token)).toBe(200);
      expect(await statusOf(token, PROPOSE)).toBe(200);
      const asked = await walk.running.deps.database.query(
        'select asked_by as "by", may_propose as "mayPropose" from plain_requests',
      );
      expect(asked).toEqual([{ by: "talent@company.test", mayPropose: true }]);
      const few = await send(await provider.sign({ ...GOOD(), scope: "mcp:read" }), PROPOSE);
      expect(few).toMatchObject({
        status: 403,
        challenge: `Bearer error="insufficient_scope", scope="mcp:read mcp:propose", resource_metadata="${metadataUrl}"`,
      });
    });

    it("opens nothing else: neither the API nor a session", async () => {
      const token = await provider.sign(GOOD());
      expect((await openApi(walk.url, token).send("GET", "/api/cases")).status).toBe(401);
    });

    it.each<[string, JWTPayload]>([
      ["made for another server", { aud: "https://elsewhere.test/mcp" }],
      ["made for this server, but not for MCP", { aud: "PUBLIC" }],
      ["made for nobody", { aud: [] }],
      ["of another issuer", { iss: "https://evil.test" }],
      ["of yesterday", { exp: 1_700_000_000 }],
      ["of tomorrow", { nbf: 4_000_000_000 }],
      ["of nobody", { sub: "" }],
    ])("is refused when it is %s", async (_, claims) => {
      const { sub, ...others } = { ...GOOD(), ...claims };
      const aud = others.aud === "PUBLIC" ? walk.url : others.aud;
      const token = await provider.sign({
        ...others,
        ...(aud !== undefined && { aud }),
        ...(claims.sub === "" ? { sub: undefined } : {}),
        ...(sub && { sub }),
      } as JWTPayload);
      expect(await send(token)).toMatchObject({
        status: 401,
        challenge: expect.stringContaining("invalid_token") as unknown,
      });
    });

    it("is refused when another key, or a shared secret, has signed it, or nobody has", async () => {
      const { privateKey } = await generateKeyPair("ES256");
      expect(await statusOf(await provider.sign(GOOD(), { key: privateKey }))).toBe(401);
      const shared = new TextEncoder().encode("a secret that is long enough for it");
      const byBoth = await new SignJWT({ iss: provider.issuer, sub: "u-1", ...GOOD() })
        .setProtectedHeader({ alg: "HS256", kid: "k1" })
        .setExpirationTime("5m")
        .sign(shared);
      expect(await statusOf(byBoth)).toBe(401);
      const [, body = ""] = (await provider.sign(GOOD())).split(".");
      const none = Buffer.from('{"alg":"none"}').toString("base64url");
      expect(await statusOf(`${none}.${body}.`)).toBe(401);
      expect(await statusOf(`${none}.${body}.AA`)).toBe(401);
    });

    it("lets its holder do what their role may, and none without a role", async () => {
      const auditor = await provider.sign({ ...GOOD(), groups: ["finance"] });
      const refused = await send(auditor, call("propose_brief", { opportunityId: "x" }));
      expect(refused.text).toContain("needs a caller who may propose");
      const nobody = await send(await provider.sign({ ...GOOD(), groups: ["staff", "recruiter"] }));
      expect(nobody).toMatchObject({ status: 403 });
      expect(nobody.text).toContain("groups");
    });

    it("goes on in the session of its former one, and another person's or a lesser one does not", async () => {
      const begin = { jsonrpc: "2.0", id: 0, method: "initialize", params: INITIALIZE };
      const sessionOf = async (claims: JWTPayload, session?: string) =>
        await fetch(`${walk.url}/mcp`, {
          method: "POST",
          headers: {
            ...MCP_HEADERS,
            authorization: `Bearer ${await provider.sign({ ...GOOD(), ...claims })}`,
            ...(session !== undefined && { "mcp-session-id": session }),
          },
          body: JSON.stringify(session === undefined ? begin : READ),
        });
      const first = await sessionOf({});
      await first.text();
      const session = first.headers.get("mcp-session-id") ?? "";
      expect((await sessionOf({ jti: "a newer one" }, session)).status).toBe(200);
      for (const claims of [{ sub: "u-2" }, { scope: "mcp:read" }, { groups: ["finance"] }]) {
        expect((await sessionOf(claims, session)).status).toBe(404);
      }
    });
  });

  describe("approving", () => {
    const tokenFor = async (scope: string, groups = ["talent"]): Promise<string> =>
      await provider.sign({
        aud: `${walk.url}/mcp`,
        groups,
        email: "talent@company.test",
        scope,
      });
    const ALL = "mcp:read mcp:propose mcp:approve";
    /** With a person who answers so, or with nobody whom the client could ask. */
    const approve = async (
      proposal: ProposalDetail,
      answer: (() => Promise<"accept" | "decline">) | null,
    ) => {
      const asked: string[] = [];
      const { client } = await connectMcp(walk.url, {
        token: await tokenFor(ALL),
        capabilities: answer ? { elicitation: { form: {} } } : {},
        ...(answer && {
          prepare: (one) =>
            one.setRequestHandler(ElicitRequestSchema, async ({ params }) => {
              asked.push(params.message);
              return { action: await answer(), content: {} };
            }),
        }),
      });
      const result = await client.callTool({
        name: "approve_proposal",
        arguments: { proposalId: proposal.id },
      });
      await client.close();
      const { status } = await walk.api.proposal(proposal.id);
      return { asked, isError: result.isError ?? false, status, said: JSON.stringify(result) };
    };

    it("is for whoever has its scope and a role that decides, and for nobody else", async () => {
      const list = { jsonrpc: "2.0", id: 1, method: "tools/list" };
      const tools = async (token: string) => (await send(token, list)).text;
      expect(await tools(await tokenFor(ALL))).toContain("approve_proposal");
      expect(await tools(await tokenFor("mcp:read mcp:propose"))).not.toContain("approve_proposal");
      expect(await tools(await tokenFor(ALL, ["finance"]))).not.toContain("approve_proposal");
      expect(await tools(ADMIN_TOKEN)).not.toContain("approve_proposal");
      const asked = call("approve_proposal", { proposalId: "pr_1" });
      const refused = await send(await tokenFor("mcp:read mcp:propose"), asked);
      expect(refused).toMatchObject({
        status: 403,
        challenge: expect.stringContaining("mcp:approve") as unknown,
      });
      expect((await send(ADMIN_TOKEN, asked)).status).toBe(403);
    });

    it("asks nobody for what policy asks of somebody else, and says of whom", async () => {
      const proposal = await proposalFor(walk, walk.nextCandidate());
      const put = async (rules: object[]) => {
        const { body } = await walk.api.send("GET", "/api/policy");
        return await walk.api.send("PUT", "/api/policy", { ...(body as object), rules });
      };
      expect((await put([{ answer: { do: "ask", people: [ADMIN] } }])).status).toBe(200);
      const refused = await approve(proposal, async () => await Promise.resolve("accept"));
      expect(refused).toMatchObject({ isError: true, asked: [], status: "waiting" });
      expect(refused.said).toContain(`This waits for ${ADMIN}: a rule of the policy asks for`);
      await put([]);
    });

    it("takes a person's yes to what was shown to them, and nothing less", async () => {
      const proposal = await proposalFor(walk, walk.nextCandidate());
      const changes = await changesDuring(walk, async () => {
        const nobody = await approve(proposal, null);
        expect(nobody).toMatchObject({ isError: true, status: "waiting" });
        const no = await approve(proposal, async () => await Promise.resolve("decline"));
        expect(no).toMatchObject({ isError: true, status: "waiting" });
      });
      expect(changes).toEqual({});
      const yes = await approve(proposal, async () => await Promise.resolve("accept"));
      expect(yes.isError).toBe(false);
      const { rendered, payload, risk } = proposal;
      for (const shown of [
        "Book Phone Screen",
        `${payload.candidate.name}: Phone Screen (`,
        `Risk: ${risk}.`,
        rendered.whenCandidate,
        rendered.mail.text,
        rendered.leverNote,
      ])
        expect(yes.asked).toEqual([expect.stringContaining(shown)]);
      await untilProposal(walk, proposal, "done");
      const again = await approve(proposal, async () => await Promise.resolve("accept"));
      expect(again).toMatchObject({ isError: true, asked: [] });
      const decided = (await walk.api.ledger()).filter(
        ({ actor }) => actor === "talent@company.test",
      );
      expect(JSON.stringify(decided)).toContain(proposal.id);
    });

    it("is of no use for what is evaluative, or when somebody has decided while the person was asked", async () => {
      const proposal = await proposalFor(walk, walk.nextCandidate());
      const { digest, id } = proposal;
      const classed = async (name: string) =>
        await walk.running.deps.database.query("update proposals set class = $2 where id = $1", [
          id,
          name,
        ]);
      const yes = async () => await Promise.resolve("accept" as const);
      await classed("evaluative");
      expect(await approve(proposal, yes)).toMatchObject({ status: "waiting", asked: [] });
      await classed("logistics");
      const late = await approve(proposal, async () => {
        await walk.api.decide(proposal.id, { decision: "reject", digest, reason: "No." });
        return "accept";
      });
      expect(late).toMatchObject({ isError: true, status: "rejected" });
      expect(late.said).toContain("already_decided");
    });
  });

  describe("a token that somebody makes for their assistant", () => {
    const signedIn = async (role: Role, name: string): Promise<[Api, string]> => {
      const secret = await createToken(
        { name, role, kind: "token", validFor: Temporal.Duration.from({ hours: 48 }) },
        walk.running.deps,
      );
      return [openApi(walk.url, secret), secret];
    };
    const makeFor = async (
      api: Api,
      body: object = { label: "My assistant", scopes: ["mcp:read", "mcp:propose"], days: 1 },
    ) => await api.send("POST", "/api/assistant-tokens", body);
    const secretOf = async (api: Api, body?: object): Promise<string> =>
      MadeToken.parse((await makeFor(api, body)).body).secret;
    const listOf = async (api: Api) =>
      AssistantTokenList.parse((await api.send("GET", "/api/assistant-tokens")).body).items;

    it("opens MCP for what it was made for, and nothing else", async () => {
      const [ada] = await signedIn("recruiter", "Ada");
      const whole = await secretOf(ada);
      expect([await statusOf(whole), await statusOf(whole, PROPOSE)]).toEqual([200, 200]);
      const few = await secretOf(ada, { label: "Reads", scopes: ["mcp:read"], days: 1 });
      expect([await statusOf(few), await statusOf(few, PROPOSE)]).toEqual([200, 403]);
      for (const path of ["/api/cases", "/api/assistant-tokens", "/api/stream"]) {
        expect((await openApi(walk.url, whole).send("GET", path)).status).toBe(401);
      }
      const session = await openApi(walk.url, null).send("POST", "/api/session", { token: whole });
      expect(session.status).toBeGreaterThanOrEqual(400);
    });

    it("is seen and ended by its owner and by an admin, and by nobody else", async () => {
      const [bob] = await signedIn("recruiter", "Bob");
      const [eve] = await signedIn("recruiter", "Eve");
      const secret = await secretOf(bob, { label: "Bob's", scopes: ["mcp:read"], days: 1 });
      const [mine] = await listOf(bob);
      expect(mine).toMatchObject({ name: "Bob", label: "Bob's", scopes: ["mcp:read"] });
      expect(await listOf(eve)).toEqual([]);
      expect(JSON.stringify(await listOf(walk.api))).toContain(mine?.id);
      const path = `/api/assistant-tokens/${mine?.id}`;
      expect((await eve.send("DELETE", path)).status).toBe(404);
      expect(await statusOf(secret)).toBe(200);
      expect((await bob.send("DELETE", path)).status).toBe(200);
      expect(await statusOf(secret)).toBe(401);
      const ledger = JSON.stringify(await walk.api.ledger());
      expect(ledger).toContain("token.revoked");
      expect(ledger).not.toContain(secret);
    });

    it("ends when its time is up, and with what its owner was signed in with", async () => {
      const [, own] = await signedIn("recruiter", "Cyd");
      const session = await createToken(
        {
          name: "Cyd",
          role: "recruiter",
          kind: "session",
          validFor: Temporal.Duration.from({ hours: 12 }),
          openedWith: own,
        },
        walk.running.deps,
      );
      const secret = await createToken(
        {
          name: "Cyd",
          role: "recruiter",
          kind: "token",
          validFor: Temporal.Duration.from({ hours: 30 }),
          assistant: { label: "a", scopes: ["mcp:read"] },
          openedWith: session,
        },
        walk.running.deps,
      );
      await walk.company.controls.advance(13 * 60);
      // The session is over, what it was opened with is not.
      expect(await findPrincipal({ secret: session }, walk.running.deps)).toBeNull();
      expect(await statusOf(secret)).toBe(200);
      await walk.running.deps.database.query(
        "update api_tokens set revoked_at = now() where name = 'Cyd' and kind = 'token' and scopes is null",
      );
      expect(await statusOf(secret)).toBe(401);
      const [dan] = await signedIn("recruiter", "Dan");
      const short = await secretOf(dan);
      expect(await statusOf(short)).toBe(200);
      await walk.company.controls.advance(25 * 60);
      expect(await statusOf(short)).toBe(401);
    });

    it("has no more than its owner's role may, and is made by whoever may read", async () => {
      const [auditor] = await signedIn("auditor", "Aud");
      expect((await makeFor(auditor)).status).toBe(403);
      const reads = { label: "Reads", scopes: ["mcp:read"], days: 1 };
      expect(await statusOf(await secretOf(auditor, reads))).toBe(200);
      const [interviewer] = await signedIn("interviewer", "Int");
      expect((await makeFor(interviewer, reads)).status).toBe(403);
      for (const body of [
        { ...reads, days: 0 },
        { ...reads, days: 366 },
        { ...reads, scopes: [] },
        { ...reads, scopes: ["mcp:everything"] },
        { ...reads, label: " " },
        { ...reads, label: "two\nlines" },
      ]) {
        expect(problemOf(await makeFor(auditor, body)).status).toBe(400);
      }
    });
  });
});
