/** Documents, prompts and completion, by role and by how far the caller's reach goes: each that the server lists is walked, so that a new
 * one is walked without a word here. */
import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Role, ROLES, mayAccess } from "../../../src/domain/access.ts";
import { putExampleGuides } from "../../../src/guides/examples.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { createToken } from "../../../src/http/auth/tokens.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { connectMcp } from "../../support/mcp.ts";
import { proposalFor, untilProposal } from "../../support/story.ts";
import { ADMIN_TOKEN, type Walk, startWalk } from "../../support/walk.ts";

describeOneDatabase("embedded", "the reach of an assistant", (open) => {
  let walk: Walk;
  let booked: ProposalDetail;
  let waiting: ProposalDetail;
  let team: string;
  const clients: Client[] = [];
  beforeAll(async () => {
    walk = await startWalk(open);
    await putExampleGuides(walk.running.deps);
    booked = await proposalFor(walk, walk.nextCandidate());
    await walk.api.approve(booked);
    await untilProposal(walk, booked, "done");
    waiting = await proposalFor(walk, walk.nextCandidate());
    const [of] = await walk.running.deps.database.query<{ team: string }>(
      "select team from cases where id = $1",
      [booked.caseId],
    );
    team = of?.team ?? "";
    await walk.running.deps.database.query("update cases set team = $1", [team]);
  });
  afterAll(async () => {
    for (const client of clients) await client.close();
    await walk.close();
  });

  const as = async (role: Role, teams: string[] | null = null): Promise<Client> => {
    const validFor = Temporal.Duration.from({ hours: 24 * 30 });
    const token = await createToken(
      { name: `a ${role}`, role, teams, kind: "token", validFor },
      walk.running.deps,
    );
    return await connected(token);
  };
  const connected = async (token: string): Promise<Client> => {
    const { client } = await connectMcp(walk.url, { token });
    clients.push(client);
    return client;
  };
  const templates = async (client: Client): Promise<string[]> =>
    (await client.listResourceTemplates()).resourceTemplates.map(({ uriTemplate }) => uriTemplate);
  /** What stands there, or why nothing does. */
  const readBy = async (client: Client, uri: string): Promise<unknown> => {
    try {
      return (await client.readResource({ uri })).contents;
    } catch (thrown) {
      return (thrown as Error).message.replaceAll(uri, "…");
    }
  };
  const promptBy = async (client: Client, name: string, caseId: string): Promise<unknown> => {
    try {
      return (await client.getPrompt({ name, arguments: { caseId } })).messages;
    } catch (thrown) {
      return (thrown as Error).message;
    }
  };
  const completedBy = async (client: Client, uri: string): Promise<string[]> => {
    const name = /\{(\w+)\}/.exec(uri)?.[1] ?? "";
    const argument = { name, value: "" };
    return (await client.complete({ ref: { type: "ref/resource", uri }, argument })).completion
      .values;
  };
  /** Ids by the variable that they stand for. */
  const ids = (): Record<string, string> => ({
    caseId: booked.caseId,
    proposalId: booked.id,
    opportunityId: booked.payload.opportunityId,
    planId: "phone-screen",
    guideId: "any",
  });
  const uriOf = (template: string): string =>
    template.replace(/\{(\w+)\}/, (_, name: string) => ids()[name] ?? "");
  const OF_NOBODY = /\{(?:planId|guideId)\}/;

  const ADMITTED = ROLES.filter((role) => mayAccess({ role }, "settings"));

  it("is nothing for the other roles: the door is closed", async () => {
    for (const role of ROLES.filter((one) => !ADMITTED.includes(one))) {
      await expect(as(role)).rejects.toThrow('"code":"forbidden"');
    }
  });

  it("ends at whose interviews it shows, also for calendars, and leaves find_slots all that it needs", async () => {
    const busyOf = async (client: Client, email: string): Promise<boolean> => {
      const when = { from: "2026-11-23T00:00:00Z", to: "2026-11-24T00:00:00Z" };
      const input = { emails: [email], ...when };
      const answer = await client.callTool({ name: "check_availability", arguments: input });
      return answer.isError !== true;
    };
    const [taking] = await walk.running.deps.database.query<{ person: string }>(
      `select r.person from reservations r join proposals p on p.id = r.proposal_id
       where p.case_id = $1 limit 1`,
      [booked.caseId],
    );
    const interviewer = taking?.person ?? "";
    const nowhere = await as("hiring_manager", ["Nowhere"]);
    const within = await as("hiring_manager", [team]);
    expect(await busyOf(nowhere, interviewer)).toBe(false);
    expect(await busyOf(within, interviewer)).toBe(true);
    const idle = await walk.running.deps.database.query<{ person: string }>(
      "select distinct person from reservations",
    );
    const all = (await walk.running.deps.tools.lever.listUsers()).filter(
      ({ deactivated, email }) => !deactivated && !idle.some(({ person }) => person === email),
    );
    expect(await busyOf(within, all[0]?.email ?? "")).toBe(false);
    expect(await busyOf(await as("recruiter"), all[0]?.email ?? "")).toBe(true);
    const slots = await within.callTool({
      name: "find_slots",
      arguments: { opportunityId: waiting.payload.opportunityId },
    });
    expect(JSON.stringify(slots.content)).not.toContain("within your reach");
  });

  it.each(ADMITTED)("is for the role %s what the table of access says", async (role) => {
    const client = await as(role, role === "hiring_manager" ? [team] : null);
    const all = await templates(await connected(ADMIN_TOKEN));
    const mayRead = mayAccess({ role }, "read");
    expect(await templates(client)).toEqual(
      mayRead ? all : all.filter((uri) => OF_NOBODY.test(uri)),
    );
    expect((await client.listPrompts()).prompts.length > 0).toBe(mayRead);
    const shown = JSON.stringify((await client.listResources()).resources);
    expect(shown.includes(booked.caseId)).toBe(mayRead);
    for (const uri of all.filter((one) => !OF_NOBODY.test(one))) {
      expect([uri, (await completedBy(client, uri)).length > 0]).toEqual([uri, mayRead]);
      const found = await readBy(client, uriOf(uri));
      expect([uri, String(found).includes("needs another role")]).toEqual([uri, !mayRead]);
    }
    const debrief = await promptBy(client, "debrief", booked.caseId);
    expect(String(debrief).includes("needs another role")).toBe(!mayRead);
  });

  it("ends at a foreign team: what is there is answered like what is not", async () => {
    const foreign = await as("recruiter", ["a team of its own"]);
    for (const uri of (await templates(foreign)).filter((one) => !OF_NOBODY.test(one))) {
      const nothing = await readBy(foreign, uri.replace(/\{\w+\}/, "nothing_1"));
      expect([uri, await readBy(foreign, uriOf(uri))]).toEqual([uri, nothing]);
      expect(String(nothing)).toContain("no such resource");
      expect(await completedBy(foreign, uri)).toEqual([]);
    }
    const shown = (await foreign.listResources()).resources.map(({ uri }) => uri.split("/")[2]);
    expect(new Set(shown)).toEqual(new Set(["plans", "guides"]));
    expect(await promptBy(foreign, "debrief", booked.caseId)).toEqual(
      await promptBy(foreign, "debrief", "nothing_1"),
    );
    await onTheDayBefore();
    for (const { name } of (await foreign.listPrompts()).prompts.filter(
      (one) => one.name !== "debrief",
    )) {
      const told = JSON.stringify(await promptBy(foreign, name, ""));
      for (const { caseId, payload } of [booked, waiting]) {
        expect([name, told.includes(caseId), told.includes(payload.candidate.name)]).toEqual([
          name,
          false,
          false,
        ]);
      }
    }
  });

  it("holds what is of the own team", async () => {
    const own = await as("hiring_manager", [team]);
    await onTheDayBefore();
    expect(JSON.stringify(await promptBy(own, "prepare_tomorrow", ""))).toContain(booked.caseId);
    expect(JSON.stringify(await promptBy(own, "what_waits_for_me", ""))).toContain(waiting.id);
    expect(JSON.stringify(await promptBy(own, "debrief", booked.caseId))).toContain("forms");
  });

  const onTheDayBefore = async (): Promise<void> => {
    const { company } = walk.running.deps;
    const startsAt = Temporal.Instant.from(booked.payload.sessions[0]?.startsAt ?? "");
    const to = startsAt.toZonedDateTimeISO(company.zone).subtract({ days: 1 }).toInstant();
    await walk.eyes.control("POST", "/clock", { set: to.toString() });
  };
});
