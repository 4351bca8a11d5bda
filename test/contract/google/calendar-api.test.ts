import type { calendar_v3 } from "@googleapis/calendar";
import { SignJWT, generateKeyPair } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import {
  CALENDAR_SCOPE,
  type Claims,
  type CompanyGoogle,
  openCompanyGoogle,
} from "../../support/company-google.ts";
import { openGoogleSchemas } from "../../support/google-schemas.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const unknownTo = openGoogleSchemas();

let company: CompanyGoogle;
let organizer: string;
let guest: string;

beforeAll(async () => {
  company = await openCompanyGoogle(now);
  [organizer = "", guest = ""] = company.people.map(({ email }) => email);
});
afterAll(async () => await company[Symbol.asyncDispose]());

const event = (fields: calendar_v3.Schema$Event = {}): calendar_v3.Schema$Event => ({
  summary: "Interview",
  start: { dateTime: "2026-11-24T15:00:00Z", timeZone: "Europe/Lisbon" },
  end: { dateTime: "2026-11-24T15:45:00Z", timeZone: "Europe/Lisbon" },
  attendees: [{ email: guest, displayName: "A guest" }],
  ...fields,
});

describe("the token endpoint", () => {
  it("gives a bearer token for a person of the domain", async () => {
    const response = await company.exchange(await company.assertion({ sub: organizer }));
    expect(response.status).toBe(200);
    const Token = z.strictObject({
      access_token: z.string().min(20),
      expires_in: z.literal(3600),
      token_type: z.literal("Bearer"),
    });
    expect(Token.safeParse(await response.json()).success).toBe(true);
  });

  it("takes assertions signed by real time while the company's clock stands elsewhere", async () => {
    const real = Math.floor(Temporal.Now.instant().epochMilliseconds / 1000);
    expect(
      (await company.exchange(await company.assertion({ sub: organizer, iat: real }))).status,
    ).toBe(200);
  });

  it.each([
    ["a person that is not there", { sub: "nobody@elsewhere.test" }, 400, "invalid_grant"],
    ["another service account", { iss: "other@sandbox.test" }, 400, "invalid_grant"],
    ["another audience", { aud: "https://oauth2.googleapis.com/token" }, 400, "invalid_grant"],
    ["a time long ago", { iat: 1_000_000_000 }, 400, "invalid_grant"],
    ["a life of a day", { lifetime: 86_400 }, 400, "invalid_grant"],
    ["no scope", { scope: "" }, 400, "invalid_scope"],
    [
      "a scope that was not delegated",
      { scope: `${CALENDAR_SCOPE} https://mail.google.com/` },
      401,
      "unauthorized_client",
    ],
  ] as [string, Claims, number, string][])("refuses %s", async (_name, claims, status, error) => {
    const response = await company.exchange(await company.assertion({ sub: organizer, ...claims }));
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error, error_description: expect.any(String) });
  });

  it("refuses another key, another algorithm, rubbish and another grant", async () => {
    const { privateKey } = await generateKeyPair("RS256", { extractable: true });
    const foreign = await new SignJWT({ scope: CALENDAR_SCOPE })
      .setProtectedHeader({ alg: "RS256" })
      .sign(privateKey);
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${foreign.split(".")[1]}.`;
    for (const signed of [foreign, unsigned, "rubbish", ""]) {
      expect(await (await company.exchange(signed)).json()).toMatchObject({
        error: "invalid_grant",
      });
    }
    const other = await company.exchange(await company.assertion({ sub: organizer }), "password");
    expect(await other.json()).toMatchObject({ error: "unsupported_grant_type" });
  });

  it("gives tokens that end", async () => {
    const { api, options } = await company.clientOf(organizer);
    expect((await api.settings.get({ setting: "timezone" }, options)).status).toBe(200);
    company.clock.advance({ minutes: 61 });
    const late = await api.settings.get({ setting: "timezone" }, options);
    company.clock.set(now);
    expect(late.status).toBe(401);
  });
});

describe("answers hold to the schemas of Google's client", () => {
  it("the check itself finds a key that Google does not have, and a wrong type", () => {
    expect(unknownTo("Event", { id: "x", colour: "red", sequence: "1" })).toEqual([
      "Event.colour: unknown",
      "Event.sequence: not number",
    ]);
    expect(unknownTo("Events", { items: [{ creator: { mail: "x" } }] })).toEqual([
      "Events.items[0].creator.mail: unknown",
    ]);
  });

  it("events.insert, get, patch, list and delete", async () => {
    const { api, options } = await company.clientOf(organizer);
    const id = "contractevent1";
    const inserted = await api.events.insert(
      {
        calendarId: "primary",
        conferenceDataVersion: 1,
        sendUpdates: "all",
        requestBody: event({
          id,
          extendedProperties: { private: { conveneEffect: "ef_1" } },
          conferenceData: {
            createRequest: { requestId: "ef_1", conferenceSolutionKey: { type: "hangoutsMeet" } },
          },
        }),
      },
      options,
    );
    expect(inserted.status).toBe(200);
    expect(unknownTo("Event", inserted.data)).toEqual([]);
    expect(inserted.data).toMatchObject({
      id,
      kind: "calendar#event",
      status: "confirmed",
      organizer: { email: organizer, self: true },
      attendees: [{ email: guest, displayName: "A guest", responseStatus: "needsAction" }],
      extendedProperties: { private: { conveneEffect: "ef_1" } },
      start: { dateTime: "2026-11-24T15:00:00+00:00", timeZone: "Europe/Lisbon" },
    });
    expect(inserted.data.hangoutLink).toBe(inserted.data.conferenceData?.entryPoints?.[0]?.uri);
    const got = await api.events.get({ calendarId: organizer, eventId: id }, options);
    expect(got.data).toEqual(inserted.data);
    const patched = await api.events.patch(
      { calendarId: "primary", eventId: id, requestBody: { summary: "Moved" } },
      options,
    );
    expect(unknownTo("Event", patched.data)).toEqual([]);
    expect(patched.data).toMatchObject({ summary: "Moved", hangoutLink: got.data.hangoutLink });
    expect(patched.data.etag).not.toBe(got.data.etag);
    const listed = await api.events.list(
      { calendarId: "primary", privateExtendedProperty: ["conveneEffect=ef_1"] },
      options,
    );
    expect(unknownTo("Events", listed.data)).toEqual([]);
    expect(listed.data.items).toEqual([patched.data]);
    const deleted = await api.events.delete({ calendarId: "primary", eventId: id }, options);
    expect(deleted.status).toBe(204);
  });

  it("all events of a week, of every kind", async () => {
    const types = new Set<string>();
    for (const { email } of company.people) {
      const { api, options } = await company.clientOf(email);
      const { data } = await api.events.list(
        { calendarId: "primary", timeMin: now.toString(), singleEvents: true, maxResults: 2500 },
        options,
      );
      expect(unknownTo("Events", data)).toEqual([]);
      for (const { eventType } of data.items ?? []) types.add(eventType ?? "");
    }
    expect([...types].toSorted()).toEqual([
      "default",
      "focusTime",
      "outOfOffice",
      "workingLocation",
    ]);
  });

  it("freebusy.query, calendars.get and the time zone", async () => {
    const { api, options } = await company.clientOf(organizer);
    const { data } = await api.freebusy.query(
      {
        requestBody: {
          timeMin: "2026-11-23T00:00:00Z",
          timeMax: "2026-11-30T00:00:00Z",
          items: [{ id: guest }, { id: "nobody@elsewhere.test" }],
        },
      },
      options,
    );
    expect(unknownTo("FreeBusyResponse", data)).toEqual([]);
    expect(data.calendars?.[guest]?.busy?.length).toBeGreaterThan(5);
    expect(data.calendars?.["nobody@elsewhere.test"]?.errors).toEqual([
      { domain: "global", reason: "notFound" },
    ]);
    const one = await api.calendars.get({ calendarId: "primary" }, options);
    expect(unknownTo("Calendar", one.data)).toEqual([]);
    const zone = await api.settings.get({ setting: "timezone" }, options);
    expect(unknownTo("Setting", zone.data)).toEqual([]);
    expect(zone.data.value).toBe(one.data.timeZone);
  });
});
