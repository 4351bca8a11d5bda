import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type Company, startCompany } from "../../../sandbox/company.ts";
import { googleEventId } from "../../../src/calendar/google-event-id.ts";
import { clientStateOf } from "../../../src/calendar/microsoft-watcher.ts";
import { type LoopbackServer, openLoopbackServer } from "../../support/loopback-server.ts";
import { openMicrosoftClient } from "../../support/microsoft-client.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const WEEK_SECONDS = 7 * 86_400;

let company: Company;
let listener: LoopbackServer;
let organizer: string;
let guest: { email: string; name: string };
let events = 0;

beforeAll(async () => {
  company = await startCompany({ startsAt: now, clock: "frozen", microsoft: true });
  const [first, second] = company.world.people.filter(
    ({ mailbox, calendar, deactivatedAtMs }) =>
      mailbox === "microsoft" && calendar === "ok" && deactivatedAtMs === null,
  );
  if (!first || !second) throw new Error("the world has too few people");
  organizer = first.email;
  guest = { email: second.email, name: second.name };
  listener = await openLoopbackServer(({ query }) => {
    const token = query.get("validationToken");
    return token === null
      ? { status: 202 }
      : { body: token, headers: { "content-type": "text/plain" } };
  });
});
afterAll(async () => {
  await company.close();
  await listener[Symbol.asyncDispose]();
});
afterEach(() => company.clock.set(now));

const open = () =>
  openMicrosoftClient({
    graphUrl: company.microsoftGraphUrl,
    loginUrl: company.microsoftLoginUrl,
    application: company.microsoftApplication,
    clock: company.clock,
  });

const make = async (effectId: string) =>
  await open().writer.createEvent(organizer, {
    id: googleEventId(effectId, 1),
    effectId,
    title: `Interview ${effectId}`,
    description: "Agenda",
    startsAt: Temporal.Instant.from("2026-11-26T15:00:00Z"),
    endsAt: Temporal.Instant.from("2026-11-26T15:45:00Z"),
    zone: "Europe/Lisbon",
    guests: [guest],
    video: "none",
  });

const copyOf = (effectId: string, email: string) => {
  const found = company.microsoft.store
    .list(email)
    .find(({ event }) => event.subject === `Interview ${effectId}`);
  if (!found) throw new Error("the event is not there");
  return found;
};

describe("a channel", () => {
  const channel = { id: "8f0c", token: "a token of ours", lifeSeconds: WEEK_SECONDS };

  it("is a subscription that brings back what proves a message, and can be closed twice", async () => {
    const { watcher } = open();
    const address = `${listener.url}/webhooks/microsoft`;
    const { resourceId, expiresAt } = await watcher.openChannel(organizer, { ...channel, address });
    expect(now.until(expiresAt).total("minutes")).toBe(10_070);
    await make("ef_told");
    await company.microsoft.subscriptions.idle();
    const bodies = listener.received
      .filter(({ query }) => !query.has("validationToken"))
      .map(({ body }) => z.object({ value: z.array(z.unknown()) }).parse(JSON.parse(body)));
    expect(bodies[0]?.value).toMatchObject([
      { subscriptionId: resourceId, clientState: clientStateOf(channel) },
    ]);
    await watcher.closeChannel(organizer, { id: channel.id, resourceId });
    await watcher.closeChannel(organizer, { id: channel.id, resourceId });
    expect(company.microsoft.subscriptions.list()).toEqual([]);
  });

  it("is given a longer life as it is, and none when it is gone", async () => {
    const { watcher } = open();
    const address = `${listener.url}/webhooks/microsoft`;
    const { resourceId } = await watcher.openChannel(organizer, { ...channel, address });
    company.clock.advance({ hours: 24 * 4 });
    const longer = { resourceId, lifeSeconds: WEEK_SECONDS };
    const extended = await watcher.extendChannel(organizer, longer);
    expect(
      company.clock
        .now()
        .until(extended?.expiresAt ?? now)
        .total("minutes"),
    ).toBe(10_070);
    expect(company.microsoft.subscriptions.list().map(({ id }) => id)).toEqual([resourceId]);
    company.clock.advance({ hours: 24 * 8 });
    expect(await watcher.extendChannel(organizer, longer)).toBeNull();
  });

  it("is refused, for good, when nobody listens at its address", async () => {
    const { watcher } = open();
    const address = `${company.url}/nowhere`;
    await expect(watcher.openChannel(organizer, { ...channel, address })).rejects.toMatchObject({
      code: "calendar_rejected",
      retryable: false,
    });
  });
});

describe("changes", () => {
  it("are at first all of ours, then what has changed since, then what is gone", async () => {
    const { watcher } = open();
    const read = async (token: string | null) => {
      const changes = await watcher.readChanges(organizer, token);
      if (changes === "expired") throw new Error("the token has expired");
      return { ids: changes.events.map(({ effectId }) => effectId), ...changes };
    };
    await make("ef_stays");
    await make("ef_goes");
    const first = await read(null);
    expect(first.ids).toEqual(expect.arrayContaining(["ef_stays", "ef_goes"]));
    const quiet = await read(first.syncToken);
    expect(quiet.ids).toEqual([]);

    const invitation = copyOf("ef_stays", guest.email);
    company.microsoft.respond(invitation.id, guest.email, "declined");
    const answered = await read(quiet.syncToken);
    expect(answered.ids).toEqual(["ef_stays"]);
    const event = await open().reader.getEvent(organizer, googleEventId("ef_stays", 1));
    expect(answered.events[0]?.etag).toBe(event?.etag);
    expect(event?.guests).toEqual([{ email: guest.email, answer: "declined" }]);

    company.microsoft.remove(copyOf("ef_goes", organizer).id, organizer);
    const gone = await read(answered.syncToken);
    expect(gone.ids).toEqual(["ef_goes"]);
    expect((await read(gone.syncToken)).ids).toEqual([]);
    // What had been read once brings the same again when it is read again.
    expect((await read(answered.syncToken)).ids).toEqual(["ef_goes"]);
  });

  it("tell what stands when something has gone that no reading has ever seen", async () => {
    const { watcher } = open();
    await make("ef_seen");
    const first = await watcher.readChanges(organizer, null);
    if (first === "expired") throw new Error("the first reading has no token to expire");
    expect(first.standing).toContain("ef_seen");
    await make("ef_between");
    company.microsoft.remove(copyOf("ef_between", organizer).id, organizer);
    const next = await watcher.readChanges(organizer, first.syncToken);
    if (next === "expired") throw new Error("the link is still good");
    expect(next.events).toEqual([]);
    expect(next.standing).toContain("ef_seen");
    expect(next.standing).not.toContain("ef_between");
    // What it has seen goes by its name: that needs no list of what stands.
    company.microsoft.remove(copyOf("ef_seen", organizer).id, organizer);
    const seen = await watcher.readChanges(organizer, next.syncToken);
    expect(seen).toMatchObject({ events: [{ effectId: "ef_seen", etag: "gone" }], standing: null });
  });

  it("to what is not ours are not told", async () => {
    const { watcher } = open();
    const first = await watcher.readChanges(guest.email, null);
    if (first === "expired") throw new Error("the first reading has no token to expire");
    expect(first.events).toEqual([]);
    await make("ef_elsewhere");
    const second = await watcher.readChanges(guest.email, first.syncToken);
    expect(second).toMatchObject({ events: [] });
  });

  it.each([
    ["Graph has thrown the link away", () => company.microsoft.deltaTokens.expireAll()],
    ["the view nears its end", () => company.clock.advance({ hours: 24 * 186 })],
  ])("are all of ours again when %s, and what has gone meanwhile", async (_name, happen) => {
    const { watcher } = open();
    const suffix = company.clock.now().add({ hours: events }).epochMilliseconds;
    events += 1;
    const [stays, goes] = [`ef_stays_${suffix}`, `ef_goes_${suffix}`];
    await make(stays);
    await make(goes);
    const first = await watcher.readChanges(organizer, null);
    if (first === "expired") throw new Error("the first reading has no token to expire");
    company.microsoft.remove(copyOf(goes, organizer).id, organizer);
    happen();
    const anew = await watcher.readChanges(organizer, first.syncToken);
    if (anew === "expired") throw new Error("the view was not begun anew");
    expect(anew.events.find(({ effectId }) => effectId === goes)).toEqual({
      effectId: goes,
      etag: "gone",
    });
    const next = await watcher.readChanges(organizer, anew.syncToken);
    expect(next).toMatchObject({ events: [], isChanged: false });
  });

  it("are all read again when the token is of another service", async () => {
    const { watcher } = open();
    expect(await watcher.readChanges(organizer, "a token of another service")).toBe("expired");
  });
});
