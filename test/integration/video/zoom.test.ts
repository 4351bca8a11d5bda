import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Company, startCompany } from "../../../sandbox/company.ts";
import { createManualClock } from "../../../src/clock.ts";
import { AppError } from "../../../src/domain/errors.ts";
import { createZoom } from "../../../src/video/zoom.ts";
import { type Reply, openLoopbackServer } from "../../support/loopback-server.ts";

let company: Company;
let host: string;
beforeAll(async () => {
  company = await startCompany({
    startsAt: Temporal.Instant.from("2026-11-23T09:00:00Z"),
    clock: "frozen",
    rateLimit: "off",
  });
  host = company.world.people[0]?.email ?? "";
});
afterAll(async () => await company.close());
afterEach(() => {
  company.faults.clear();
  company.zoom.strangers.clear();
});

const open = (mayWrite?: () => Promise<void>) =>
  createZoom({
    apiUrl: company.zoomApiUrl,
    loginUrl: company.zoomLoginUrl,
    app: company.zoomApp,
    clock: company.clock,
    timeoutMs: 1_500,
    ...(mayWrite && { mayWrite }),
  });
const meetingOf = (effectId: string) => ({
  effectId,
  topic: "Technical Panel with Lumen Harbor",
  startsAt: Temporal.Instant.from("2026-11-24T15:00:00Z"),
  durationMinutes: 75,
  zone: "Asia/Kolkata",
});
const made = (effectId: string) =>
  company.journal
    .list({ kind: "meeting.created" })
    .filter(({ ids }) => ids["agenda"]?.startsWith(effectId));
const fault = async (work: Promise<unknown>): Promise<AppError> => {
  const thrown: unknown = await work.catch((error: unknown) => error);
  if (thrown instanceof AppError) return thrown;
  throw new Error("it did not fail as it should");
};

describe("a meeting at Zoom", () => {
  it("is made as asked, found by its effect, and gone when it was deleted, twice over", async () => {
    const { reader, writer } = open();
    const meeting = await writer.createMeeting(host, meetingOf("ef_made"));
    expect(meeting).toMatchObject({
      id: expect.stringMatching(/^\d{11}$/) as unknown,
      topic: "Technical Panel with Lumen Harbor",
      durationMinutes: 75,
      joinUrl: expect.stringMatching(/^https:\/\/lumenharbor\.zoom\.test\/j\/\d+\?pwd=/) as unknown,
    });
    expect(meeting.startsAt.toString()).toBe("2026-11-24T15:00:00Z");
    expect(company.zoom.meetings.get(Number(meeting.id))).toMatchObject({
      zone: "Asia/Kolkata",
      settings: { join_before_host: true, waiting_room: false },
    });
    expect(await reader.findMeetings(host, "ef_made")).toEqual([meeting]);
    expect(await reader.findMeetings(host, "ef_mad")).toEqual([]);
    await writer.deleteMeeting(meeting.id);
    await writer.deleteMeeting(meeting.id);
    expect(await reader.findMeetings(host, "ef_made")).toEqual([]);
  });

  it("is moved as the same meeting, and says from then on which effect made it so", async () => {
    const { reader, writer } = open();
    const meeting = await writer.createMeeting(host, meetingOf("ef_before"));
    const startsAt = Temporal.Instant.from("2026-11-25T10:00:00Z");
    const time = { startsAt, durationMinutes: 45, zone: "Europe/Lisbon" };
    await writer.updateMeeting({ id: meeting.id, effectId: "ef_after", ...time });
    const moved = { ...meeting, startsAt, durationMinutes: 45, effectId: "ef_after" };
    expect(await reader.getMeeting(meeting.id)).toEqual(moved);
    expect(await reader.findMeetings(host, "ef_before")).toEqual([]);
    await writer.deleteMeeting(meeting.id);
    expect(await reader.getMeeting(meeting.id)).toBeNull();
    const late = writer.updateMeeting({ id: meeting.id, effectId: "ef_late", ...time });
    expect((await fault(late)).code).toBe("video_not_found");
  });

  it("is not known to be moved when the answer is lost, and read then", async () => {
    const { reader, writer } = open();
    const { id, ...meeting } = await writer.createMeeting(host, meetingOf("ef_moving"));
    company.faults.add({
      service: "zoom",
      kind: "drop_after",
      method: "PATCH",
      path: "/meetings/",
    });
    const moving = writer.updateMeeting({ id, ...meeting, effectId: "ef_moved", zone: "UTC" });
    expect((await fault(moving)).code).toBe("outcome_unknown");
    expect((await reader.getMeeting(id))?.effectId).toBe("ef_moved");
  });

  it("is somebody's who has an account: a yes is kept for an hour, a no is asked for again", async () => {
    const { reader } = open();
    expect(await reader.hasAccount(host)).toBe(true);
    company.zoom.strangers.add(host);
    expect(await reader.hasAccount(host)).toBe(true);
    company.clock.advance({ minutes: 61 });
    expect(await reader.hasAccount(host)).toBe(false);
    company.zoom.strangers.clear();
    expect(await reader.hasAccount(host)).toBe(true);
  });

  it("is found behind hundreds of others, and so is a second one of the same effect", async () => {
    const { reader, writer } = open();
    const first = await writer.createMeeting(host, meetingOf("ef_first"));
    for (let i = 0; i < 310; i += 1) company.zoom.plan(host, { topic: "Stand-up", agenda: `${i}` });
    const second = await writer.createMeeting(host, meetingOf("ef_first"));
    const found = await reader.findMeetings(host, "ef_first");
    expect(found.map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it("is asked for with one token, until it ends or Zoom takes it no longer", async () => {
    const { reader, writer } = open();
    const tokens = company.zoom.tokensGiven();
    await writer.createMeeting(host, meetingOf("ef_token"));
    await Promise.all([reader.look(), reader.findMeetings(host, "ef_token")]);
    expect(company.zoom.tokensGiven() - tokens).toBe(1);
    company.zoom.expireTokens();
    await writer.createMeeting(host, meetingOf("ef_token_again"));
    expect(made("ef_token_again")).toHaveLength(1);
    expect(company.zoom.tokensGiven() - tokens).toBe(2);
    company.clock.advance({ minutes: 56 });
    await reader.look();
    expect(company.zoom.tokensGiven() - tokens).toBe(3);
  });

  it.each(["drop_after", "hang_after", "malformed"] as const)(
    "is unknown when the answer is lost (%s), and found then",
    async (kind) => {
      const { reader, writer } = open();
      company.faults.add({ service: "zoom", kind, method: "POST", path: "/meetings$" });
      const id = `ef_${kind}`;
      expect((await fault(writer.createMeeting(host, meetingOf(id)))).code).toBe("outcome_unknown");
      expect(await reader.findMeetings(host, id)).toHaveLength(1);
      expect(made(id)).toHaveLength(1);
    },
  );

  it("is sent once, whatever comes back", async () => {
    const { writer } = open();
    company.faults.add({
      service: "zoom",
      kind: "status",
      status: 503,
      method: "POST",
      path: "/meetings$",
    });
    const error = await fault(writer.createMeeting(host, meetingOf("ef_once")));
    expect(error.code).toBe("outcome_unknown");
    expect(made("ef_once")).toEqual([]);
  });

  it("is not made for somebody who has no account, who has no meetings either", async () => {
    const { reader, writer } = open();
    company.zoom.strangers.add(host);
    const error = await fault(writer.createMeeting(host, meetingOf("ef_stranger")));
    expect(error).toMatchObject({ code: "video_rejected", retryable: false });
    expect(error.message).toContain("the host has no active account there");
    expect(`${error.message} ${JSON.stringify(error.data)}`).not.toContain(host);
    expect(await reader.findMeetings(host, "ef_stranger")).toEqual([]);
  });

  it("is kept back by whoever may keep it back", async () => {
    const { writer } = open(async () => await Promise.reject(new Error("paused")));
    await expect(writer.createMeeting(host, meetingOf("ef_paused"))).rejects.toThrow("paused");
    expect(made("ef_paused")).toEqual([]);
  });

  it("says which scope is missing, and that it is certain", async () => {
    const { writer } = open();
    company.zoom.scopes.delete("meeting:write:meeting:admin");
    const error = await fault(writer.createMeeting(host, meetingOf("ef_scope")));
    company.zoom.scopes.add("meeting:write:meeting:admin");
    expect(error).toMatchObject({ code: "video_denied", retryable: false });
    expect(error.message).toContain("docs/zoom-setup.md");
  });
});

describe("what Zoom does wrong", () => {
  it.each<[string, Reply, object]>([
    [
      "429",
      { status: 429, body: { code: 429 }, headers: { "retry-after": "7" } },
      { code: "video_rate_limited", retryable: true, data: { retryAfterMs: 7_000 } },
    ],
    [
      "429 until a time",
      { status: 429, body: { code: 429 }, headers: { "retry-after": "2026-11-23T09:05:00Z" } },
      { code: "video_rate_limited", data: { retryAfterMs: 300_000 } },
    ],
    [
      "a fault of its own",
      { status: 500, body: {} },
      { code: "video_unavailable", retryable: true },
    ],
    [
      "a page that is none",
      { status: 200, body: { meetings: 1 } },
      { code: "video_bad_answer", retryable: false },
    ],
    [
      "an endless list",
      { status: 200, body: { meetings: [], next_page_token: "again" } },
      { code: "video_bad_answer" },
    ],
    ["a forbidden account", { status: 403, body: { code: 200 } }, { code: "video_denied" }],
  ])("is told of a read: %s", async (_, reply, expected) => {
    await using server = await openLoopbackServer(({ path }) =>
      path === "/oauth/token" ? { body: { access_token: "token", expires_in: 3600 } } : reply,
    );
    const { reader } = createZoom({
      apiUrl: `${server.url}/v2`,
      loginUrl: server.url,
      app: { accountId: "a", clientId: "c", clientSecret: "s" },
      clock: createManualClock(Temporal.Instant.from("2026-11-23T09:00:00Z")),
    });
    expect(await fault(reader.findMeetings("host@example.com", "ef_1"))).toMatchObject(expected);
  });

  it.each([
    ["an id that leads elsewhere", { id: ".." }],
    ["no id", { id: "" }],
    ["a link with a password for its host", { join_url: "https://u:p@zoom.example/j/1" }],
    ["a link that ends its attribute", { join_url: 'https://zoom.example/j/1"><script>' }],
    ["a length of no minutes", { duration: -1 }],
  ])("a new meeting with %s is no answer, and nobody knows what was done", async (_, changes) => {
    const meeting = {
      id: 1,
      topic: "t",
      agenda: "ef_1 · booked by Convene",
      start_time: "2026-11-24T10:00:00Z",
      duration: 30,
      join_url: "https://zoom.example/j/1",
      ...changes,
    };
    await using server = await openLoopbackServer(({ path }) =>
      path === "/oauth/token"
        ? { body: { access_token: "token", expires_in: 3600 } }
        : { status: 201, body: meeting },
    );
    const { writer } = createZoom({
      apiUrl: `${server.url}/v2`,
      loginUrl: server.url,
      app: { accountId: "a", clientId: "c", clientSecret: "s" },
      clock: createManualClock(Temporal.Instant.from("2026-11-23T09:00:00Z")),
    });
    const refused = await fault(writer.createMeeting("host@example.com", meetingOf("ef_1")));
    expect(refused).toMatchObject({ code: "outcome_unknown" });
  });

  it("is certain before a token was had, and while nobody listens", async () => {
    const usual = { apiUrl: company.zoomApiUrl, clock: company.clock, app: company.zoomApp };
    const wrong = createZoom({
      ...usual,
      loginUrl: company.zoomLoginUrl,
      app: { ...company.zoomApp, clientSecret: "another" },
    });
    const denied = await fault(wrong.writer.createMeeting(host, meetingOf("ef_denied")));
    expect(denied).toMatchObject({ code: "video_denied", retryable: false });
    const away = createZoom({ ...usual, loginUrl: "http://127.0.0.1:9" });
    const unavailable = await fault(away.writer.createMeeting(host, meetingOf("ef_away")));
    expect(unavailable).toMatchObject({ code: "video_unavailable", retryable: true });
    expect(unavailable.message).not.toContain(company.zoomApp.clientSecret);
  });
});
