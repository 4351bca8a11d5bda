import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Company, startCompany } from "../../../sandbox/company.ts";
import { OpportunityId, PostingId, StageId, UserId } from "../../../src/domain/ids.ts";
import type { NewPanel } from "../../../src/lever/port.ts";
import { createMemoryRateBucket } from "../../../src/lever/rate-bucket.ts";
import { verifyLeverSignature } from "../../../src/lever/webhooks.ts";
import { openLeverClient } from "../../support/lever-client.ts";
import { openLoopbackServer } from "../../support/loopback-server.ts";

let company: Company;
const open = () =>
  openLeverClient(company.leverUrl, { auth: { apiKey: company.leverApiKey }, maxAttempts: 1 });

beforeAll(async () => {
  company = await startCompany({ rateLimit: "off", clock: "frozen", webhookRetryDelaysMs: [] });
});

afterAll(async () => {
  await company.close();
});

const opportunityOf = (id: string) => {
  const found = company.world.opportunities.find((one) => one.id === id);
  if (found === undefined) throw new Error("the cast is not in the world");
  return found;
};

describe("the company's opportunities", () => {
  it("are read with the posting and the zone of their application", async () => {
    const ada = opportunityOf(company.world.cast.ada);
    const read = await open().reader.getOpportunity(OpportunityId.parse(ada.id));
    expect(read).toMatchObject({
      id: ada.id,
      contactId: ada.contactId,
      name: { quoted: ada.name },
      emails: [ada.email],
      stageId: ada.stageId,
      postingId: ada.postingId,
      applicationIds: [ada.applicationId],
      ownerId: ada.ownerId,
      followerIds: [ada.ownerId, ...ada.followerIds],
      archivedAt: null,
      contactAllowed: true,
      applicationZone: ada.applicationZone,
    });
  });

  it.each<[keyof Company["world"]["cast"], object]>([
    ["contactForbidden", { contactAllowed: false }],
    ["withoutEmail", { emails: [] }],
    ["withoutZone", { applicationZone: null }],
    ["anonymized", { isAnonymized: true, postingId: null }],
    ["confidential", { confidential: true }],
  ])("tell what is special: %s", async (name, expected) => {
    const id = OpportunityId.parse(company.world.cast[name]);
    expect(await open().reader.getOpportunity(id)).toMatchObject(expected);
  });

  it("tell since when they are archived", async () => {
    const archived = opportunityOf(company.world.cast.archived);
    const read = await open().reader.getOpportunity(OpportunityId.parse(archived.id));
    expect(read.archivedAt?.epochMilliseconds).toBe(archived.archived?.archivedAtMs);
  });

  it("that do not exist are lever_not_found", async () => {
    await expect(open().reader.getOpportunity(OpportunityId.parse("nobody"))).rejects.toMatchObject(
      { code: "lever_not_found" },
    );
  });
});

describe("the company's directory", () => {
  it("gives stages, postings, users and feedback templates", async () => {
    const { reader } = open();
    const { world } = company;
    expect(await reader.listStages()).toEqual(world.stages.map(({ id, text }) => ({ id, text })));
    const stage = StageId.parse(world.cast.stages.phoneScreen);
    expect((await reader.getStage(stage)).id).toBe(stage);
    const [posting] = world.postings;
    expect(await reader.getPosting(PostingId.parse(posting?.id))).toMatchObject({
      title: posting?.title,
      team: posting?.team,
      location: posting?.location,
      country: posting?.country,
      ownerId: posting?.ownerId,
      hiringManagerId: posting?.hiringManagerId,
    });
    const templates = await reader.listFeedbackTemplates();
    expect(templates.map(({ id }) => id)).toEqual(
      expect.arrayContaining(world.feedbackTemplates.map(({ id }) => id)),
    );
    const [, form] = world.feedbackTemplates;
    expect(templates.find(({ id }) => id === form?.id)?.ratings).toEqual([
      "Rating",
      "Writing software",
      "Communication",
      "Working with others",
    ]);
    expect(await reader.getFeedbackTemplate(form?.id ?? "")).toEqual({
      ...form,
      fields: [
        {
          type: "score-system",
          text: "Rating",
          options: ["4 - Strong Hire", "3 - Hire", "2 - No Hire", "1 - Strong No Hire"].map(
            (text) => ({ text }),
          ),
        },
        { type: "textarea", text: "What did you see?", options: [] },
        { type: "scorecard", text: "Scorecard", options: [] },
      ],
    });
    const shown = world.postings.filter(({ confidential }) => confidential !== true);
    expect((await reader.listPostings()).map(({ id }) => id)).toEqual(shown.map(({ id }) => id));
  });

  it("finds everybody by address, those who left as well", async () => {
    const { reader } = open();
    for (const person of company.world.people) {
      const found = await reader.findUserByEmail(person.email);
      expect(found).toEqual({
        id: person.userId,
        name: person.name,
        email: person.email,
        username: person.username,
        createdAt: Temporal.Instant.fromEpochMilliseconds(company.world.startsAtMs),
        deactivated: person.deactivatedAtMs !== null,
      });
      expect(await reader.getUser(UserId.parse(person.userId))).toEqual(found);
    }
    expect(company.world.people.some((person) => person.deactivatedAtMs !== null)).toBe(true);
    expect(await reader.findUserByEmail("nobody@elsewhere.test")).toBeNull();
  });
});

describe.each([
  ["wrapped once, as recorded", false],
  ["wrapped twice, as documented", true],
])("the company's schedule, with answers %s", (_, doubleWrap) => {
  let opportunity: OpportunityId;
  let performAs: UserId;
  let newPanel: NewPanel;

  beforeAll(() => {
    company.lever.setDoubleWrap(doubleWrap);
    const ada = opportunityOf(company.world.cast.ada);
    opportunity = OpportunityId.parse(ada.id);
    performAs = UserId.parse(ada.ownerId);
    newPanel = {
      timezone: "Europe/Lisbon",
      externalUrl: `https://convene.example.test/cases/c?effect=${String(doubleWrap)}`,
      note: "Booked by Convene.",
      feedbackReminder: "daily",
      applicationIds: [],
      interviews: [
        {
          subject: "Phone screen",
          note: "",
          location: "https://meet.example.test/abc",
          startsAt: Temporal.Instant.from("2027-01-12T10:00:00Z"),
          durationMinutes: 45,
          feedbackTemplateId: company.world.feedbackTemplates[0]?.id ?? null,
          interviewers: [{ userId: performAs, feedbackTemplateId: null }],
        },
      ],
    };
  });

  afterAll(() => {
    company.lever.setDoubleWrap(false);
  });

  it("takes a panel, shows it with our link, and takes it back", async () => {
    const { reader, writer } = open();
    const before = await reader.listPanels(opportunity);
    const made = await writer.createPanel(opportunity, performAs, newPanel);
    expect(made).toMatchObject({
      externallyManaged: true,
      externalUrl: newPanel.externalUrl,
      canceledAt: null,
    });
    const [interview] = made.interviews;
    expect(interview).toMatchObject({
      subject: "Phone screen",
      durationMinutes: 45,
      location: "https://meet.example.test/abc",
      interviewers: [{ userId: performAs }],
    });
    expect(interview?.startsAt.toString()).toBe("2027-01-12T10:00:00Z");
    expect(await reader.listPanels(opportunity)).toContainEqual(made);
    await writer.deletePanel(opportunity, performAs, made.id);
    expect(await reader.listPanels(opportunity)).toEqual(before);
    await expect(writer.deletePanel(opportunity, performAs, made.id)).rejects.toMatchObject({
      code: "lever_not_found",
    });
  });

  it("takes a note, shows it as quoted text, and takes it back", async () => {
    const { reader, writer } = open();
    const { id } = await writer.createNote(opportunity, performAs, {
      text: "Booked.\nReference e1",
      isSecret: false,
    });
    const note = (await reader.listNotes(opportunity)).find((one) => one.id === id);
    expect(note?.text.quoted).toBe("Booked.\nReference e1");
    await writer.deleteNote(opportunity, id);
    expect((await reader.listNotes(opportunity)).map((one) => one.id)).not.toContain(id);
  });

  it("refuses a write in the name of nobody, and then nothing was made", async () => {
    const { reader, writer } = open();
    const before = await reader.listPanels(opportunity);
    await expect(
      writer.createPanel(opportunity, UserId.parse("nobody"), newPanel),
    ).rejects.toMatchObject({ code: "lever_rejected", retryable: false });
    expect(await reader.listPanels(opportunity)).toEqual(before);
  });
});

describe("the company's door", () => {
  it("does not open to another key", async () => {
    const { reader } = openLeverClient(company.leverUrl);
    await expect(reader.listStages()).rejects.toMatchObject({ code: "lever_denied" });
  });

  it("is never run into by a client whose bucket is smaller than Lever's", async () => {
    // By as much as a busy machine may let requests arrive together that left one after the other.
    company.lever.setLimit({ perSecond: 20, burst: 10 });
    let sleeps = 0;
    const { reader } = openLeverClient(company.leverUrl, {
      auth: { apiKey: company.leverApiKey },
      maxAttempts: 1,
      bucket: createMemoryRateBucket(
        {
          now: () => performance.now(),
          sleep: async (milliseconds) => {
            sleeps += 1;
            await delay(milliseconds);
          },
        },
        { perSecond: 15, burst: 4 },
      ),
    });
    const stages = await Promise.all(
      Array.from({ length: 30 }, async () => await reader.listStages()),
    );
    expect(stages).toHaveLength(30);
    expect(sleeps).toBeGreaterThan(10);
    company.lever.setLimit(null);
  });

  it("signs its deliveries so that we know them", async () => {
    const delivered = Promise.withResolvers<string>();
    await using server = await openLoopbackServer(({ body }) => {
      delivered.resolve(body);
      return {};
    });
    const registered = await fetch(`${company.leverUrl}/webhooks`, {
      method: "POST",
      headers: {
        authorization: `Basic ${btoa(`${company.leverApiKey}:`)}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ event: "candidateStageChange", url: `${server.url}/hook` }),
    });
    const answer = (await registered.json()) as {
      data: { configuration: { signatureToken: string } };
    };
    const key = answer.data.configuration.signatureToken;
    company.lever.moveStage(company.world.cast.ada, company.world.cast.stages.phoneScreen);
    const body = JSON.parse(await delivered.promise) as {
      token: string;
      triggeredAt: number;
      signature: string;
    };
    expect(verifyLeverSignature({ ...body, keys: [key] })).toBe(true);
    expect(verifyLeverSignature({ ...body, keys: [`${key.slice(0, -1)}x`] })).toBe(false);
  });

  it("saw nobody ask for protected data", () => {
    expect(company.journal.list().filter(({ kind }) => kind === "violation")).toEqual([]);
  });
});
