/** How Google tells that a calendar has changed: watch channels, sync tokens; and how it limits who asks. */
import type { calendar_v3 } from "@googleapis/calendar";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CompanyGoogle, openCompanyGoogle } from "../../support/company-google.ts";
import { openGoogleSchemas } from "../../support/google-schemas.ts";
import { type LoopbackServer, openLoopbackServer } from "../../support/loopback-server.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const unknownTo = openGoogleSchemas();

let company: CompanyGoogle;
let receiver: LoopbackServer;
let organizer: string;
let guest: string;
let asOrganizer: Awaited<ReturnType<CompanyGoogle["clientOf"]>>;
beforeAll(async () => {
  company = await openCompanyGoogle(now);
  receiver = await openLoopbackServer(() => ({}));
  [organizer = "", guest = ""] = company.people.map(({ email }) => email);
  asOrganizer = await company.clientOf(organizer);
});
afterAll(async () => {
  await company.google.channels.close();
  await company[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

const insert = async (fields: calendar_v3.Schema$Event = {}): Promise<string> => {
  const { data } = await asOrganizer.api.events.insert(
    {
      calendarId: organizer,
      requestBody: {
        summary: "Interview",
        start: { dateTime: "2026-11-24T15:00:00Z" },
        end: { dateTime: "2026-11-24T15:45:00Z" },
        attendees: [{ email: guest }],
        ...fields,
      },
    },
    asOrganizer.options,
  );
  return data.id ?? "";
};
const list = async (params: calendar_v3.Params$Resource$Events$List) =>
  await asOrganizer.api.events.list({ calendarId: organizer, ...params }, asOrganizer.options);
/** Everything, page by page. */
const fullSync = async (): Promise<string> => {
  let pageToken: string | undefined;
  for (;;) {
    const { data } = await list({ maxResults: 7, ...(pageToken && { pageToken }) });
    if (data.nextSyncToken) return data.nextSyncToken;
    pageToken = data.nextPageToken ?? undefined;
  }
};
const watch = async (id: string, body: calendar_v3.Schema$Channel = {}) =>
  await asOrganizer.api.events.watch(
    {
      calendarId: organizer,
      requestBody: {
        id,
        type: "web_hook",
        address: `${receiver.url}/${id}`,
        token: "a token of the test",
        ...body,
      },
    },
    asOrganizer.options,
  );
/** The messages that a channel got while something was done. */
const messagesTo = async (id: string, act: () => unknown) => {
  await company.google.channels.idle();
  const before = receiver.received.length;
  await act();
  await company.google.channels.idle();
  return receiver.received.slice(before).filter(({ path }) => path === `/${id}`);
};

describe("a watch channel", () => {
  it("is told of at once, with a state of sync, and of each change after that without saying what", async () => {
    const opened = await messagesTo("c1", async () => {
      const { data, status } = await watch("c1");
      expect(status).toBe(200);
      expect(unknownTo("Channel", data)).toEqual([]);
      expect(data).toMatchObject({ kind: "api#channel", id: "c1", token: "a token of the test" });
      expect(Number(data.expiration)).toBe(now.add({ hours: 168 }).epochMilliseconds);
    });
    expect(opened.map(({ headers }) => headers["x-goog-resource-state"])).toEqual(["sync"]);
    const [changed] = await messagesTo("c1", insert);
    expect(changed?.body).toBe("");
    expect(changed?.headers).toMatchObject({
      "x-goog-channel-id": "c1",
      "x-goog-channel-token": "a token of the test",
      "x-goog-resource-state": "exists",
      "x-goog-message-number": "2",
      "x-goog-channel-expiration": "Mon, 30 Nov 2026 09:00:00 GMT",
    });
    expect(changed?.headers["x-goog-resource-uri"]).toContain(encodeURIComponent(organizer));
  });

  it("hears of an answer, a move and a removal by other people's hands", async () => {
    await watch("c2");
    const id = await insert();
    const acts = [
      () => company.google.respond(id, guest, "declined"),
      () => company.google.move(id, organizer, Temporal.Instant.from("2026-11-25T10:00:00Z")),
      () => company.google.remove(id, organizer),
    ];
    for (const act of acts) expect(await messagesTo("c2", act)).toHaveLength(1);
  });

  it("ends when it is stopped, when its time is over, and cannot be opened twice", async () => {
    const { data } = await watch("c3");
    expect((await watch("c3")).status).toBe(400);
    const stopped = await asOrganizer.api.channels.stop(
      { requestBody: { id: "c3", resourceId: data.resourceId ?? "" } },
      asOrganizer.options,
    );
    expect(stopped.status).toBe(204);
    expect(await messagesTo("c3", insert)).toEqual([]);
    await watch("c4", { params: { ttl: "60" } });
    expect(await messagesTo("c4", insert)).toHaveLength(1);
    company.clock.advance({ seconds: 61 });
    expect(await messagesTo("c4", insert)).toEqual([]);
    expect(company.google.channels.list().map(({ id }) => id)).not.toContain("c4");
    company.clock.set(now);
  });

  it("refuses an address that is none", async () => {
    const { status, data } = await watch("c5", { address: "nowhere" });
    expect(status).toBe(400);
    expect(data).toMatchObject({ error: { errors: [{ reason: "invalid" }] } });
  });
});

describe("a sync token", () => {
  it("brings what has changed since, removals too, and nothing else", async () => {
    const kept = await insert({ summary: "kept" });
    const gone = await insert({ summary: "gone" });
    const from = await fullSync();
    expect((await list({ syncToken: from })).data.items).toEqual([]);
    company.google.respond(kept, guest, "declined");
    company.google.remove(gone, organizer);
    const { data } = await list({ syncToken: from });
    expect(unknownTo("Events", data)).toEqual([]);
    const changed = new Map(data.items?.map((item) => [item.id, item]));
    expect(new Set(changed.keys())).toEqual(new Set([kept, gone]));
    expect(changed.get(gone)?.status).toBe("cancelled");
    expect(changed.get(kept)?.attendees).toMatchObject([{ responseStatus: "declined" }]);
    expect((await list({ syncToken: data.nextSyncToken ?? "" })).data.items).toEqual([]);
  });

  it("misses nothing that changes while the pages are turned", async () => {
    const first = (await list({ maxResults: 1 })).data;
    const id = await insert({ summary: "meanwhile" });
    let pageToken = first.nextPageToken ?? "";
    let syncToken: string | null | undefined;
    while (!syncToken) {
      const { data } = await list({ maxResults: 250, pageToken });
      syncToken = data.nextSyncToken;
      pageToken = data.nextPageToken ?? "";
    }
    const { data } = await list({ syncToken });
    expect(data.items?.map((item) => item.id)).toContain(id);
  });

  it.each([
    [
      "that Google has thrown away",
      async () => {
        const syncToken = await fullSync();
        company.google.syncTokens.expireAll();
        return await list({ syncToken });
      },
    ],
    [
      "that is too old",
      async () => {
        company.clock.set(now.subtract({ hours: 24 * 30 }));
        const syncToken = await fullSync();
        company.clock.set(now);
        return await list({ syncToken });
      },
    ],
    [
      "of somebody else",
      async () => {
        const asGuest = await company.clientOf(guest);
        const { data } = await asGuest.api.events.list({ calendarId: guest }, asGuest.options);
        return await list({ syncToken: data.nextSyncToken ?? "" });
      },
    ],
    ["that is none", async () => await list({ syncToken: "nonsense" })],
  ])("%s is answered 410: all over again", async (_, use) => {
    const answer = await use();
    expect(answer.status).toBe(410);
    expect(answer.data).toMatchObject({
      error: { errors: [{ domain: "calendar", reason: "fullSyncRequired" }] },
    });
  });

  it("takes no filter that could hide a change", async () => {
    const syncToken = await fullSync();
    expect((await list({ syncToken, timeMin: now.toString() })).status).toBe(400);
  });
});

describe("limits and faults of single calendars", () => {
  it("a user's quota and the project's are refused by their own words", async () => {
    company.google.quota.set({ perMinute: 3, perMinutePerUser: 2 });
    const statuses = [await list({}), await list({}), await list({})];
    company.google.quota.set({ perMinute: 1, perMinutePerUser: 2 });
    const all = [await list({}), await list({})];
    company.google.quota.set(null);
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 403]);
    expect(statuses[2]?.data).toMatchObject({
      error: { errors: [{ domain: "usageLimits", reason: "userRateLimitExceeded" }] },
    });
    expect(all[1]?.data).toMatchObject({ error: { errors: [{ reason: "rateLimitExceeded" }] } });
  });

  it("free/busy tells of one calendar's fault and of the others' times", async () => {
    company.google.calendarErrors.set(guest, "internalError");
    const { data } = await asOrganizer.api.freebusy.query(
      {
        requestBody: {
          timeMin: now.toString(),
          timeMax: now.add({ hours: 48 }).toString(),
          items: [{ id: organizer }, { id: guest }],
        },
      },
      asOrganizer.options,
    );
    company.google.calendarErrors.clear();
    expect(unknownTo("FreeBusyResponse", data)).toEqual([]);
    expect(data.calendars?.[guest]).toEqual({
      errors: [{ domain: "global", reason: "internalError" }],
      busy: [],
    });
    expect(data.calendars?.[organizer]?.busy?.length).toBeGreaterThan(0);
  });
});
