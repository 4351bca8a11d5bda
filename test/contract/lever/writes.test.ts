import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CompanyLever, openCompanyLever } from "../../support/company-lever.ts";
import { Interview, Opportunity, Panel, Refusal, one, page } from "../../support/lever-schemas.ts";

let lever: CompanyLever;
/** Path of the opportunity, and the query that names who writes. */
let path: string;
let by: string;
let people: string[];

beforeAll(async () => {
  lever = await openCompanyLever();
  const { world } = lever.company;
  path = `/opportunities/${world.cast.ada}`;
  by = `perform_as=${lever.opportunity(world.cast.ada).ownerId}`;
  people = world.people.slice(0, 3).map(({ userId }) => userId);
});
afterAll(async () => {
  await lever[Symbol.asyncDispose]();
});
beforeEach(async () => {
  for (const { id } of await panels()) await lever.ask("DELETE", `${path}/panels/${id}?${by}`);
});

const START = Temporal.Instant.from("2026-12-01T10:00:00Z").epochMilliseconds;
const HOUR = 3_600_000;

const slot = (change: object = {}) => ({
  subject: "System design",
  note: "Focus: data",
  date: START,
  duration: 60,
  location: "https://meet.test/abc",
  feedbackTemplate: lever.company.world.feedbackTemplates[1]?.id,
  feedbackReminder: "once",
  interviewers: [{ id: people[0] }],
  ...change,
});
const body = (change: object = {}) => ({
  timezone: "Europe/Berlin",
  note: "Booked",
  externalUrl: "https://convene.test/cases/1",
  interviews: [slot(), slot({ date: START + 2 * HOUR, duration: 45 })],
  ...change,
});

const panels = async () => page(Panel).parse((await lever.ask("GET", `${path}/panels`)).body).data;
const interviews = async () =>
  page(Interview).parse((await lever.ask("GET", `${path}/interviews`)).body).data;
const makePanel = async (change: object = {}) => {
  const answer = await lever.ask("POST", `${path}/panels?${by}`, body(change));
  expect(answer.status).toBe(201);
  return one(Panel).parse(answer.body).data;
};
const refuse = async (method: string, target: string, sent?: unknown) => {
  const answer = await lever.ask(method, target, sent);
  expect(answer.status).toBe(400);
  return Refusal.parse(answer.body);
};

describe("a new panel", () => {
  it("has its times computed, its defaults filled in, and stands in the list", async () => {
    const panel = await makePanel();
    const { applicationId, stageId, ownerId } = lever.opportunity(lever.company.world.cast.ada);
    expect(panel).toMatchObject({
      start: START,
      end: START + 2 * HOUR + 45 * 60_000,
      timezone: "Europe/Berlin",
      feedbackReminder: "daily",
      applications: [applicationId],
      stage: stageId,
      user: ownerId,
      externallyManaged: true,
      canceledAt: null,
    });
    expect(panel.interviews[0]?.interviewers).toMatchObject([
      { id: people[0], responseStatus: "needsAction", feedbackTemplate: null },
    ]);
    expect(await panels()).toEqual([panel]);
    const found = await interviews();
    expect(found.map((item) => item.panel)).toEqual([panel.id, panel.id]);
    expect(found[0]).toMatchObject({ timezone: "Europe/Berlin", gcalEventUrl: null });
  });

  it("asked for twice is there twice: nothing recognises a repeated write", async () => {
    const [first, second] = [await makePanel(), await makePanel()];
    expect(first.id).not.toBe(second.id);
    expect(await panels()).toHaveLength(2);
  });

  it("takes no-feedback as the form when none is named", async () => {
    const { feedbackTemplate: _, ...bare } = slot();
    const panel = await makePanel({ interviews: [bare] });
    expect(panel.interviews[0]?.feedbackTemplate).toBe("no-feedback");
  });

  it("of an archived candidacy has no applications", async () => {
    const archived = `/opportunities/${lever.company.world.cast.archived}`;
    const answer = await lever.ask("POST", `${archived}/panels?${by}`, body());
    expect(one(Panel).parse(answer.body).data.applications).toEqual([]);
  });

  it.each<[string, object]>([
    ["/timezone", { timezone: undefined }],
    ["/interviews", { interviews: [] }],
    ["/applications", { applications: [] }],
    ["/feedbackReminder", { feedbackReminder: "hourly" }],
    ["/externalUrl", { externalUrl: 5 }],
  ])("is refused for what stands at %s", async (pointer, change) => {
    const { message } = await refuse("POST", `${path}/panels?${by}`, body(change));
    expect(message).toContain(pointer);
    expect(await panels()).toEqual([]);
  });

  it.each<[string, object]>([
    ["/interviewers", { interviewers: [] }],
    ["/interviewers", { interviewers: [{ id: "nobody" }] }],
    ["/interviewers", { interviewers: [{ email: "somebody@elsewhere.test" }] }],
    ["/date", { date: "tomorrow" }],
    ["/duration", { duration: 0 }],
  ])("is refused for what its interview has at %s", async (pointer, change) => {
    const sent = body({ interviews: [slot(), slot(change)] });
    const { message } = await refuse("POST", `${path}/panels?${by}`, sent);
    expect(message).toContain(pointer);
    expect(await panels()).toEqual([]);
  });
});

describe("perform_as", () => {
  it("is demanded of every write to the schedule, and must be somebody", async () => {
    const panel = await makePanel();
    const interview = panel.interviews[0]?.id ?? "";
    for (const [method, target, sent] of [
      ["POST", `${path}/panels`, body()],
      ["PUT", `${path}/panels/${panel.id}`, body()],
      ["DELETE", `${path}/panels/${panel.id}`],
      ["POST", `${path}/interviews`, slot({ panel: panel.id })],
      ["PUT", `${path}/interviews/${interview}`, slot({ panel: panel.id })],
      ["DELETE", `${path}/interviews/${interview}`],
    ] as const) {
      const { message } = await refuse(method, target, sent);
      expect(message).toBe("Missing required parameter: perform_as");
      await refuse(method, `${target}?perform_as=nobody`, sent);
    }
    expect(await panels()).toEqual([panel]);
  });

  it("can be left out of a stage change; given, it is in the history", async () => {
    const { stages, withoutEmail } = lever.company.world.cast;
    const target = `/opportunities/${withoutEmail}`;
    await lever.ask("PUT", `${target}/stage`, { stage: stages.onsite });
    await lever.ask("PUT", `${target}/stage?${by}`, { stage: stages.phoneScreen });
    await refuse("PUT", `${target}/stage?perform_as=nobody`, { stage: stages.onsite });
    const { body: read } = await lever.ask("GET", target);
    const { stageChanges } = one(Opportunity).parse(read).data;
    expect(stageChanges.slice(1)).toMatchObject([
      { toStageId: stages.onsite },
      { toStageId: stages.phoneScreen, userId: lever.opportunity(withoutEmail).ownerId },
    ]);
    expect(stageChanges[1]).not.toHaveProperty("userId");
  });
});

describe("a replaced interview", () => {
  it("loses what the body leaves out, its form included, and keeps its id and panel", async () => {
    const panel = await makePanel();
    const before = (await interviews())[0];
    const answer = await lever.ask("PUT", `${path}/interviews/${before?.id ?? ""}?${by}`, {
      date: START + HOUR,
      duration: 30,
      interviewers: [{ id: people[1] }],
    });
    expect(answer.status).toBe(200);
    expect(one(Interview).parse(answer.body).data).toMatchObject({
      id: before?.id,
      panel: panel.id,
      createdAt: before?.createdAt,
      subject: null,
      note: null,
      location: null,
      feedbackTemplate: null,
      feedbackReminder: "daily",
      date: START + HOUR,
      interviewers: [{ id: people[1] }],
    });
    expect((await panels())[0]?.start).toBe(START + HOUR);
  });
});

describe("a replaced panel", () => {
  it("keeps interviews named by id, drops those left out, adds those without id", async () => {
    const panel = await makePanel();
    const [kept, dropped] = panel.interviews;
    const answer = await lever.ask("PUT", `${path}/panels/${panel.id}?${by}`, {
      timezone: "Asia/Tokyo",
      interviews: [
        slot({ id: kept?.id, duration: 90 }),
        slot({ subject: "Added", date: START + 5 * HOUR }),
      ],
    });
    const after = one(Panel).parse(answer.body).data;
    expect(after).toMatchObject({
      id: panel.id,
      timezone: "Asia/Tokyo",
      note: null,
      externalUrl: null,
      end: START + 6 * HOUR,
    });
    const ids = after.interviews.map(({ id }) => id);
    expect(ids[0]).toBe(kept?.id);
    expect(ids).not.toContain(dropped?.id);
    expect(after.interviews[1]?.subject).toBe("Added");
    expect(await panels()).toEqual([after]);
  });
});

describe("the end of an interview", () => {
  it("leaves the panel standing while another is in it; the last takes it along", async () => {
    const panel = await makePanel();
    const [first, second] = panel.interviews.map(({ id }) => `${path}/interviews/${id}?${by}`);
    expect((await lever.ask("DELETE", first ?? "")).status).toBe(204);
    expect(await panels()).toMatchObject([{ id: panel.id, start: START + 2 * HOUR }]);
    expect((await lever.ask("DELETE", second ?? "")).status).toBe(204);
    expect(await panels()).toEqual([]);
    expect((await lever.ask("GET", `${path}/panels/${panel.id}`)).status).toBe(404);
  });

  it("an interview can be added to a panel again", async () => {
    const panel = await makePanel({ interviews: [slot()] });
    const sent = slot({ panel: panel.id, date: START + 4 * HOUR });
    const answer = await lever.ask("POST", `${path}/interviews?${by}`, sent);
    expect(answer.status).toBe(201);
    expect((await panels())[0]).toMatchObject({ start: START, end: START + 5 * HOUR });
    await refuse("POST", `${path}/interviews?${by}`, slot({ panel: "another" }));
  });
});

describe("panels that others made", () => {
  const panelMadeBy = (url: string | null) => {
    const all = [...lever.company.lever.state.panels.values()];
    const found = all.find(({ externalUrl }) => externalUrl === url);
    if (!found) throw new Error("nobody else made a panel");
    return found;
  };

  it("in Lever itself cannot be changed by API, nor added to", async () => {
    const panel = panelMadeBy(null);
    const target = `/opportunities/${panel.opportunityId}`;
    const interview = panel.interviews[0]?.id ?? "";
    const before = (await lever.ask("GET", `${target}/panels`)).body;
    await refuse("PUT", `${target}/panels/${panel.id}?${by}`, body());
    await refuse("DELETE", `${target}/panels/${panel.id}?${by}`);
    await refuse("POST", `${target}/interviews?${by}`, slot({ panel: panel.id }));
    await refuse("PUT", `${target}/interviews/${interview}?${by}`, slot());
    await refuse("DELETE", `${target}/interviews/${interview}?${by}`);
    expect((await lever.ask("GET", `${target}/panels`)).body).toEqual(before);
  });

  it("of another integration look like ours, and can be changed", async () => {
    const panel = panelMadeBy("https://other-tool.test/bookings/1");
    const target = `/opportunities/${panel.opportunityId}/panels/${panel.id}?${by}`;
    expect((await lever.ask("PUT", target, body())).status).toBe(200);
  });
});

describe("answers to writes on a candidacy", () => {
  it("come back without the person, whom only a new read gives", async () => {
    const id = lever.company.world.cast.withoutZone;
    const { name, email } = lever.opportunity(id);
    const { stages } = lever.company.world.cast;
    const reason = lever.company.world.archiveReasons[1]?.id;
    for (const [method, target, sent] of [
      ["PUT", "stage", { stage: stages.onsite }],
      ["PUT", "archived", { reason }],
      ["PUT", "archived", { reason: null }],
      ["POST", "addTags", { tags: ["fast"] }],
    ] as const) {
      const answer = await lever.ask(method, `/opportunities/${id}/${target}?${by}`, sent);
      expect(one(Opportunity).parse(answer.body).data).toMatchObject({
        id,
        name: "",
        headline: "",
        emails: [],
        phones: [],
        links: [],
      });
    }
    const { body: read } = await lever.ask("GET", `/opportunities/${id}`);
    expect(one(Opportunity).parse(read).data).toMatchObject({
      name,
      emails: [email],
      stage: stages.onsite,
      archived: null,
      tags: ["fast"],
    });
  });

  it("a stage change of an archived candidacy succeeds and leaves it archived", async () => {
    const { archived, stages } = lever.company.world.cast;
    const target = `/opportunities/${archived}`;
    expect((await lever.ask("PUT", `${target}/stage`, { stage: stages.onsite })).status).toBe(200);
    const { body: read } = await lever.ask("GET", target);
    const { archived: still, stage } = one(Opportunity).parse(read).data;
    expect(still).not.toBeNull();
    expect(stage).toBe(stages.onsite);
  });

  it("archiving can clear the interviews to come", async () => {
    const reason = lever.company.world.archiveReasons[1]?.id;
    await makePanel();
    await lever.ask("PUT", `${path}/archived`, { reason });
    expect(await panels()).toHaveLength(1);
    await lever.ask("PUT", `${path}/archived`, { reason, cleanInterviews: true });
    expect(await panels()).toEqual([]);
    await lever.ask("PUT", `${path}/archived`, { reason: null });
  });

  it.each([
    ["stage", { stage: "nowhere" }],
    ["stage", {}],
    ["archived", { reason: "no such reason" }],
    ["archived", {}],
  ])("an unknown %s is refused", async (target, sent) => {
    expect(await refuse("PUT", `${path}/${target}`, sent)).toHaveProperty("code");
  });
});

describe("the documentation's way of wrapping", () => {
  it("wraps creates and updates twice, reads once", async () => {
    const Twice = one(one(Panel));
    await lever.control("POST", "/control/lever", { doubleWrap: true });
    const created = await lever.ask("POST", `${path}/panels?${by}`, body());
    const { id } = Twice.parse(created.body).data.data;
    const updated = await lever.ask("PUT", `${path}/panels/${id}?${by}`, body());
    expect(Twice.parse(updated.body).data.data.id).toBe(id);
    one(Panel).parse((await lever.ask("GET", `${path}/panels/${id}`)).body);
    await lever.control("POST", "/control/lever", { doubleWrap: false });
  });
});

describe("the journal of changes", () => {
  it("names each write once, with the request that asked for it, and no read", async () => {
    const before = lever.company.journal.list().length;
    const panel = await makePanel();
    const interview = panel.interviews[0]?.id ?? "";
    await panels();
    await lever.ask("PUT", `${path}/interviews/${interview}?${by}`, slot());
    await lever.ask("DELETE", `${path}/interviews/${interview}?${by}`);
    await lever.ask("DELETE", `${path}/panels/${panel.id}?${by}`);
    const entries = lever.company.journal.list().slice(before);
    expect(entries.map(({ method, kind }) => [method, kind])).toEqual([
      ["POST", "panel.created"],
      ["PUT", "interview.replaced"],
      ["DELETE", "interview.deleted"],
      ["DELETE", "panel.deleted"],
    ]);
    expect(entries[3]).toMatchObject({
      service: "lever",
      path: `/lever/v1${path}/panels/${panel.id}`,
      ids: { panelId: panel.id },
    });
  });
});
