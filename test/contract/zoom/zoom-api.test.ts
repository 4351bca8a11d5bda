import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type CompanyZoom,
  MeetingList,
  WholeMeeting,
  ZoomError,
  ZoomToken,
  openCompanyZoom,
} from "../../support/company-zoom.ts";

const NOW = Temporal.Instant.from("2026-11-23T09:00:00Z");
let company: CompanyZoom;
let host: string;
beforeAll(async () => {
  company = await openCompanyZoom(NOW);
  host = company.hosts[0] ?? "";
});
afterAll(async () => await company[Symbol.asyncDispose]());

const path = (user: string) => `/users/${encodeURIComponent(user)}/meetings`;
const asked = {
  topic: "Technical Panel",
  type: 2,
  agenda: "Booked for ef_1",
  start_time: "2026-11-24T15:00:00Z",
  duration: 45,
  timezone: "Europe/Lisbon",
  settings: { join_before_host: true, waiting_room: false },
};
const create = async (fields: object = {}, user = host) =>
  await company.ask("POST", path(user), { body: { ...asked, ...fields } });
const made = async (fields: object = {}, user = host) =>
  WholeMeeting.parse((await create(fields, user)).body);
const list = async (query = "", user = host) =>
  MeetingList.parse((await company.ask("GET", `${path(user)}${query}`)).body);

describe("the token endpoint of the company's Zoom", () => {
  it("gives a token for an hour to the app, and to nobody else", async () => {
    const given = await company.exchange();
    expect(given.status).toBe(200);
    expect(ZoomToken.parse(given.body).scope.split(" ")).toContain("meeting:write:meeting:admin");
    expect(await company.exchange({ secret: "another" })).toEqual({
      status: 400,
      body: { reason: "Invalid client_id or client_secret", error: "invalid_client" },
    });
    expect(await company.exchange({ query: { grant_type: "client_credentials" } })).toEqual({
      status: 400,
      body: { reason: "unsupported grant type", error: "unsupported_grant_type" },
    });
    expect((await company.exchange({ query: { account_id: "another" } })).status).toBe(400);
  });

  it("ends a token after its hour", async () => {
    const { access_token: token } = ZoomToken.parse((await company.exchange()).body);
    expect((await company.ask("GET", path(host), { token })).status).toBe(200);
    company.clock.advance({ minutes: 61 });
    const late = await company.ask("GET", path(host), { token });
    company.clock.set(NOW);
    expect(late.status).toBe(401);
    expect(ZoomError.parse(late.body)).toEqual({ code: 124, message: "Access token is expired." });
  });
});

describe("a meeting of the company's Zoom", () => {
  it("is made, read, changed and deleted in the shapes that Zoom documents", async () => {
    const answer = await create();
    expect(answer.status).toBe(201);
    const meeting = WholeMeeting.parse(answer.body);
    expect(meeting).toMatchObject({ ...asked, host_email: host, status: "waiting" });
    const at = `/meetings/${meeting.id}`;
    expect((await company.ask("GET", at)).body).toEqual(meeting);
    const change = await company.ask("PATCH", at, { body: { topic: "Moved", duration: 60 } });
    expect(change).toEqual({ status: 204, body: undefined });
    expect((await company.ask("GET", at)).body).toEqual({
      ...meeting,
      topic: "Moved",
      duration: 60,
    });
    expect((await company.ask("DELETE", at)).status).toBe(204);
    const gone = await company.ask("GET", at);
    expect(gone.status).toBe(404);
    expect(ZoomError.parse(gone.body).code).toBe(3001);
    expect((await company.ask("DELETE", at)).status).toBe(404);
    const kinds = company.journal.list({ service: "zoom" }).map(({ kind }) => kind);
    expect(kinds).toEqual(["meeting.created", "meeting.changed", "meeting.deleted"]);
  });

  it("is made a second time when it is asked for a second time: nothing makes two requests one", async () => {
    expect((await made()).id).not.toBe((await made()).id);
  });

  it("takes a local time with its zone", async () => {
    expect(
      (await made({ start_time: "2026-11-24T15:00:00", timezone: "Asia/Kolkata" })).start_time,
    ).toBe("2026-11-24T09:30:00Z");
  });

  it("shows the beginning of its agenda in lists, which come in pages", async () => {
    const other = company.hosts[1] ?? "";
    for (let i = 0; i < 5; i += 1) await made({ agenda: `${i} ${"x".repeat(400)}` }, other);
    const first = await list("?page_size=3", other);
    const second = await list(`?page_size=3&next_page_token=${first.next_page_token}`, other);
    expect(first).toMatchObject({ page_size: 3, total_records: 5 });
    expect([first.meetings.length, second.meetings.length]).toEqual([3, 2]);
    expect(second.next_page_token).toBe("");
    expect(second.meetings[1]?.agenda).toBe(`4 ${"x".repeat(248)}`);
    company.clock.advance({ hours: 48 });
    const { access_token: token } = ZoomToken.parse((await company.exchange()).body);
    const upcoming = await company.ask("GET", `${path(other)}?type=upcoming`, { token });
    company.clock.set(NOW);
    expect(MeetingList.parse(upcoming.body).meetings).toEqual([]);
  });

  it.each<[string, () => Promise<{ status: number; body: unknown }>, number, number]>([
    ["a stranger", async () => await create({}, "nobody@elsewhere.test"), 404, 1001],
    [
      "an unknown meeting",
      async () => await company.ask("GET", "/meetings/85746065432"),
      404,
      3001,
    ],
    ["an id that is none", async () => await company.ask("GET", "/meetings/x"), 400, 300],
    ["a time that is none", async () => await create({ start_time: "tomorrow" }), 400, 300],
    ["a zone that is none", async () => await create({ timezone: "Mars/Olympus" }), 400, 300],
    ["a long agenda", async () => await create({ agenda: "x".repeat(2_001) }), 400, 300],
    [
      "a page too long",
      async () => await company.ask("GET", `${path(host)}?page_size=301`),
      400,
      300,
    ],
    ["a wrong token", async () => await company.ask("GET", path(host), { token: "x" }), 401, 124],
  ])("is refused to %s as Zoom refuses it", async (_, ask, status, code) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(ZoomError.parse(answer.body).code).toBe(code);
  });

  it("is refused where the app has no scope for it", async () => {
    company.zoom.scopes.delete("meeting:write:meeting:admin");
    const answer = await create();
    company.zoom.scopes.add("meeting:write:meeting:admin");
    expect(answer.status).toBe(400);
    expect(ZoomError.parse(answer.body)).toMatchObject({
      code: 4711,
      message: expect.stringContaining("meeting:write:meeting:admin") as unknown,
    });
  });

  it("is refused beyond the limit of a day, which ends with the day", async () => {
    await using limited = await openCompanyZoom(NOW, 2);
    const user = limited.hosts[0] ?? "";
    const statuses: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      statuses.push((await limited.ask("POST", path(user), { body: asked })).status);
    }
    expect(statuses).toEqual([201, 201, 429]);
    limited.clock.advance({ hours: 24 });
    const { access_token: token } = ZoomToken.parse((await limited.exchange()).body);
    expect((await limited.ask("POST", path(user), { body: asked, token })).status).toBe(201);
  });
});
