import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { problemOf } from "../support/api.ts";
import { describeOneDatabase } from "../support/database.ts";
import { deliverAsLever } from "../support/deliveries.ts";
import { changesDuring, proposalFor, settled, waitingProposal } from "../support/story.ts";
import { MONDAY, type Walk, startWalk } from "../support/walk.ts";

describeOneDatabase("embedded", "facts that stand in the way", (open) => {
  let walk: Walk;
  let plans: string;
  beforeAll(async () => {
    plans = await mkdtemp(join(tmpdir(), "convene-plans-"));
    await cp("plans", plans, { recursive: true });
    walk = await startWalk(open, { env: { PLANS_DIR: plans } });
  });
  afterAll(async () => {
    await walk.close();
    await rm(plans, { recursive: true, force: true });
  });

  const deliver = async (data: Record<string, string>): Promise<string> => {
    const answer = await deliverAsLever(walk.url, {
      data,
      triggeredAt: MONDAY.epochMilliseconds,
      secret: walk.webhookSecret,
    });
    expect(answer.status).toBe(200);
    return (answer.body as { eventId: string }).eventId;
  };
  const untilEvent = async (eventId: string, status: string) =>
    await walk.waitFor(`an event that is ${status}`, async () => {
      const found = (await walk.api.events()).find(({ id }) => id === eventId);
      return found?.status === status && found;
    });
  const untilBlocked = async (opportunityId: string, code: string) =>
    await walk.waitFor(`a case that is blocked by ${code}`, async () => {
      const case_ = await walk.api.caseOf(opportunityId);
      return case_?.problem?.code === code && case_;
    });

  it("an opportunity that Lever does not know fails the event, which is seen and can be run again", async () => {
    const eventId = await deliver({ opportunityId: "00000000-0000-4000-8000-000000000000" });
    const failed = await untilEvent(eventId, "failed");
    expect(failed).toMatchObject({ attempts: 1, error: { code: "lever_not_found" } });
    expect((await walk.api.status()).failed).toBeGreaterThan(0);
    const again = await walk.api.send("POST", `/api/events/${eventId}/retry`);
    expect(again).toMatchObject({ status: 200, body: { id: eventId } });
    expect(await untilEvent(eventId, "failed")).toMatchObject({ attempts: 1 });
    const types = (await walk.api.ledger()).map(({ type }) => type);
    expect(types.filter((type) => type === "event.failed")).toHaveLength(2);
    expect(types.filter((type) => type === "event.retried")).toHaveLength(1);
  });

  it("an event that has not failed is not run again", async () => {
    const eventId = await deliver({ opportunityId: walk.nextCandidate() });
    await untilEvent(eventId, "handled");
    const answer = await walk.api.send("POST", `/api/events/${eventId}/retry`);
    expect([answer.status, problemOf(answer).code]).toEqual([409, "conflict"]);
  });

  it("a stage that Lever does not know fails the event", async () => {
    const eventId = await deliver({
      opportunityId: walk.nextCandidate(),
      toStageId: "no-such-stage",
    });
    expect(await untilEvent(eventId, "failed")).toMatchObject({
      error: { code: "lever_not_found" },
    });
  });

  it("an archived opportunity is left alone, and the event says why", async () => {
    const eventId = await deliver({ opportunityId: walk.cast.archived });
    expect(await untilEvent(eventId, "handled")).toMatchObject({
      note: "The opportunity is archived in Lever.",
    });
    expect(await walk.api.caseOf(walk.cast.archived)).toBeNull();
  });

  it("a stage without a plan is left alone, and the event says why", async () => {
    const opportunityId = walk.nextCandidate();
    await walk.moveStage(opportunityId, "offer");
    const event = await walk.waitFor("the event", async () =>
      (await walk.api.events("handled")).find((one) => one.opportunityId === opportunityId),
    );
    expect(event.note).toBe("No interview plan matches this stage: nothing to coordinate.");
    expect(await walk.api.caseOf(opportunityId)).toBeNull();
  });

  it.each([
    ["contactForbidden", "contact_not_allowed", /must not be contacted/],
    ["withoutEmail", "contact_without_address", /no e-mail address/],
    ["confidential", "forbidden", /confidential in Lever/],
  ] as const)(
    "a candidate %s blocks the case, and nobody is written to",
    async (who, code, words) => {
      const opportunityId = walk.cast[who];
      const changes = await changesDuring(walk, async () => {
        await walk.moveStage(opportunityId, "phoneScreen");
        const case_ = await untilBlocked(opportunityId, code);
        expect(case_).toMatchObject({ status: "blocked", proposals: [] });
        expect(case_.problem?.message).toMatch(words);
        await settled(walk, opportunityId);
      });
      expect(changes).toEqual({});
    },
  );

  it("a confidential candidacy shows that it is there, not whose it is", async () => {
    const { name } = walk.world.opportunities.find(({ id }) => id === walk.cast.confidential) ?? {};
    const case_ = await walk.api.caseOf(walk.cast.confidential);
    expect(case_?.candidateName).toBe("Confidential candidate");
    expect(JSON.stringify(case_)).not.toContain(name);
  });

  it.each([["ada@localhost"], ["a b@mail.candidates.test"], ["ada@mail..test"], ["ada"]])(
    "an address that no mail can be sent to blocks the case, and every list can still be read: %s",
    async (email) => {
      const opportunityId = walk.nextCandidate();
      await walk.eyes.control("POST", `/opportunities/${opportunityId}/contact`, { email });
      await walk.moveStage(opportunityId, "phoneScreen");
      const case_ = await untilBlocked(opportunityId, "contact_without_address");
      expect(case_.problem?.message).not.toContain(email);
      expect(await walk.api.proposals("all")).toBeInstanceOf(Array);
      expect(await walk.api.cases()).toBeInstanceOf(Array);
    },
  );

  it("an address that Lever has at last is used when the stage moves again", async () => {
    const opportunityId = walk.cast.withoutEmail;
    await walk.moveStage(opportunityId, "phoneScreen");
    await untilBlocked(opportunityId, "contact_without_address");
    await walk.eyes.control("POST", `/opportunities/${opportunityId}/contact`, {
      email: "found@mail.candidates.test",
    });
    await settled(walk, opportunityId);
    await walk.moveStage(opportunityId, "phoneScreen");
    await walk.waitFor("the case to be unblocked", async () => {
      return (await walk.api.caseOf(opportunityId))?.status === "waiting";
    });
    const waiting = await waitingProposal(walk, opportunityId);
    expect(waiting.payload.candidate.email).toBe("found@mail.candidates.test");
  });

  it("a candidate without a zone is proposed for in the company's, with a warning", async () => {
    const waiting = await proposalFor(walk, walk.cast.withoutZone);
    expect(waiting).toMatchObject({
      warnings: 1,
      payload: { candidate: { zoneSource: "company", zone: walk.company.zone } },
    });
    const [warning] = waiting.evidence.filter(({ kind }) => kind === "warning");
    expect(warning?.what).toMatch(/time zone is not known/);
  });

  it("a panelist unknown to Google blocks the case, and the words name the calendar's owner", async () => {
    const opportunityId = walk.cast.unknownPanelist;
    const posting = walk.world.postings.find(({ team }) => team === "Customer Success");
    const unknown = walk.world.people.find(({ userId }) => userId === posting?.hiringManagerId);
    await walk.moveStage(opportunityId, "phoneScreen");
    const case_ = await untilBlocked(opportunityId, "no_slot");
    expect(case_.problem?.message).toContain(unknown?.name);
    const sentences = case_.problem?.message.split(/(?<=\.) /) ?? [];
    expect(sentences.some((words) => words.includes("calendar"))).toBe(true);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it("a plan file with faults leaves the last good plans in force, and readiness says so", async () => {
    const file = join(plans, "mistake.yaml");
    await writeFile(file, "plans:\n  - id: x\n    match: {stages: [Offer]}\n    sessions: 5\n");
    const ready = await walk.api.send("GET", "/readyz");
    expect(ready).toMatchObject({ status: 200, body: { ready: true } });
    expect((ready.body as { planFaults: number }).planFaults).toBeGreaterThan(0);
    await proposalFor(walk, walk.nextCandidate());
    await rm(file);
    expect(await walk.api.send("GET", "/readyz")).toMatchObject({ body: { planFaults: 0 } });
  });

  it("a plan that is added is in force without a restart", async () => {
    const file = join(plans, "offer.yaml");
    await writeFile(
      file,
      `plans:
  - id: offer-talk
    match: { stages: [Offer] }
    sessions:
      - id: offer-talk
        name: Offer talk
        durationMinutes: 30
        format: phone
        places:
          - role: hiring_manager
`,
    );
    const opportunityId = walk.nextCandidate();
    await walk.moveStage(opportunityId, "offer");
    const waiting = await waitingProposal(walk, opportunityId);
    expect(waiting.payload).toMatchObject({
      planId: "offer-talk",
      sessions: [{ durationMinutes: 30, video: "none" }],
    });
    await rm(file);
  });

  it("a candidacy of a posting that Lever keeps to few is kept to few", async () => {
    const opportunityId = walk.nextCandidate();
    const { name, postingId } =
      walk.world.opportunities.find(({ id }) => id === opportunityId) ?? {};
    const { title } = walk.world.postings.find(({ id }) => id === postingId) ?? {};
    await walk.eyes.control("POST", `/confidential/${postingId}`);
    await walk.eyes.control("POST", "/clock", { advanceMinutes: 6 });
    const changes = await changesDuring(walk, async () => {
      await walk.moveStage(opportunityId, "phoneScreen");
      const case_ = await untilBlocked(opportunityId, "forbidden");
      for (const secret of [name, title]) expect(JSON.stringify(case_)).not.toContain(secret);
      await settled(walk, opportunityId);
    });
    expect(changes).toEqual({});
  });
});
