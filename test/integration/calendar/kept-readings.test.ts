/** Readings that are kept to find times in: how long, what drops them, and that nothing told is ever lost. */
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Company, startCompany } from "../../../sandbox/company.ts";
import { googleEventId } from "../../../src/calendar/google-event-id.ts";
import { KEPT_MINUTES, keepReadings, readAfresh } from "../../../src/calendar/kept-readings.ts";
import type { CalendarReader } from "../../../src/calendar/port.ts";
import { listAsked } from "../../../src/calendar/versions.ts";
import { openDatabase } from "../../../src/db/open.ts";
import type { Database } from "../../../src/db/port.ts";
import { digestOf } from "../../../src/digest.ts";
import { receiveGoogle } from "../../../src/intake/google.ts";
import { describeEachDatabase, describePostgres } from "../../support/database.ts";
import { openGoogleClient } from "../../support/google-client.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const from = now;
const to = now.add({ hours: 24 * 5 });
const CHANNEL = { channelId: "channel-1", token: "a token of ours" };

let company: Company;
let ada: string;
let grace: string;
let events = 0;

beforeAll(async () => {
  company = await startCompany({ startsAt: now, clock: "frozen" });
  const [one, other] = company.world.people.filter(
    ({ calendar, deactivatedAtMs }) => calendar === "ok" && deactivatedAtMs === null,
  );
  if (!one || !other) throw new Error("the world has too few people");
  [ada, grace] = [one.email, other.email];
});
afterAll(async () => await company.close());
afterEach(() => {
  company.faults.clear();
  company.clock.set(now);
});

const google = () =>
  openGoogleClient({
    baseUrl: company.googleUrl,
    serviceAccount: company.googleServiceAccount,
    clock: company.clock,
  });

const finderOn = (database: Database, reader: CalendarReader = google().reader) =>
  keepReadings({ reader, database, clock: company.clock });

/** Somebody puts something into a calendar. Shape: its id, by which a reading that is young enough knows it. */
const putEvent = async (email: string): Promise<string> => {
  events += 1;
  const effectId = `ef_kept_${events}`;
  const startsAt = Temporal.Instant.from("2026-11-25T20:00:00Z");
  const event = await google().writer.createEvent(email, {
    id: googleEventId(effectId, 1),
    effectId,
    title: "Something",
    description: "",
    startsAt,
    endsAt: startsAt.add({ minutes: 30 }),
    zone: "Europe/Lisbon",
    guests: [],
    video: "none",
  });
  return event.id;
};

const sees = async (reader: CalendarReader, email: string, eventId: string): Promise<boolean> => {
  const [reading] = await reader.readBusy([email], from, to);
  if (!reading?.readable) throw new Error("the calendar cannot be read");
  return reading.blocks.some((block) => block.eventId === eventId);
};

const openChannel = async (database: Database, minutes = 7 * 24 * 60): Promise<void> => {
  await database.query(
    `insert into calendar_watches (mailbox, channel_id, channel_token_hash, channel_opened_at, channel_expires_at)
     values ($1, $2, $3, $4, $5)`,
    [
      ada,
      CHANNEL.channelId,
      digestOf(CHANNEL.token),
      now.toString(),
      now.add({ minutes }).toString(),
    ],
  );
};
const tell = async (database: Database): Promise<void> =>
  await receiveGoogle({ ...CHANNEL, state: "exists" }, { database });

describeEachDatabase("what was read of a calendar", (open) => {
  it.each([
    ["a channel tells", true, KEPT_MINUTES.told],
    ["nobody tells", false, KEPT_MINUTES.untold],
  ])("where %s is kept no longer than it is said to be", async (_name, hasChannel, minutes) => {
    const database = await open();
    if (hasChannel) await openChannel(database);
    const finder = finderOn(database);
    const [first] = await finder.readBusy([ada], from, to);
    const eventId = await putEvent(ada);
    company.clock.set(now.add({ minutes }).subtract({ seconds: 1 }));
    expect(await sees(finder, ada, eventId)).toBe(false);
    const [kept] = await finder.readBusy([ada], from, to);
    // Pages say from when it is.
    expect(kept?.readAt.toString()).toBe(now.toString());
    expect(kept).toEqual(first);
    company.clock.set(now.add({ minutes }));
    expect(await sees(finder, ada, eventId)).toBe(true);
  });

  it("is kept no longer than the channel lives that was open when it was read", async () => {
    const database = await open();
    await openChannel(database, 6);
    const finder = finderOn(database);
    await finder.readBusy([ada], from, to);
    const eventId = await putEvent(ada);
    company.clock.set(now.add({ minutes: 5 }));
    expect(await sees(finder, ada, eventId)).toBe(false);
    company.clock.set(now.add({ minutes: 6 }));
    expect(await sees(finder, ada, eventId)).toBe(true);
  });

  it("is dropped at once by a message of its channel, and not by one that only says that it is open", async () => {
    const database = await open();
    await openChannel(database);
    const finder = finderOn(database);
    await finder.readBusy([ada, grace], from, to);
    const [ofAda, ofGrace] = [await putEvent(ada), await putEvent(grace)];
    await receiveGoogle({ ...CHANNEL, state: "sync" }, { database });
    expect(await sees(finder, ada, ofAda)).toBe(false);
    await tell(database);
    expect(await sees(finder, ada, ofAda)).toBe(true);
    // Nobody said anything of another's.
    expect(await sees(finder, grace, ofGrace)).toBe(false);
  });

  it("is not kept when the message came while it was read", async () => {
    const database = await open();
    await openChannel(database);
    const begun = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const { reader } = google();
    let isFirst = true;
    const slow: CalendarReader = {
      ...reader,
      readBusy: async (...asked) => {
        const readings = await reader.readBusy(...asked);
        if (!isFirst) return readings;
        isFirst = false;
        begun.resolve();
        await go.promise;
        return readings;
      },
    };
    const finder = finderOn(database, slow);
    const reading = finder.readBusy([ada], from, to);
    await begun.promise;
    const eventId = await putEvent(ada);
    await tell(database);
    go.resolve();
    await reading;
    expect(await sees(finder, ada, eventId)).toBe(true);
  });

  it("is dropped when somebody reads afresh, as before a booking", async () => {
    const database = await open();
    const finder = finderOn(database);
    await finder.readBusy([ada], from, to);
    const eventId = await putEvent(ada);
    const fresh = readAfresh({ reader: google().reader, database });
    expect(await sees(fresh, ada, eventId)).toBe(true);
    expect(await sees(finder, ada, eventId)).toBe(true);
  });

  it("is not kept when it could not be read", async () => {
    const database = await open();
    const finder = finderOn(database);
    // Nobody else is asked for, so that a service that is away is an error.
    const away = company.faults.add({
      service: "google",
      kind: "status",
      status: 503,
      times: null,
    });
    await expect(finder.readBusy([ada], from, to)).rejects.toMatchObject({ retryable: true });
    company.faults.remove(away.id);
    await finder.readBusy([ada], from, to);
    company.faults.add({ service: "google", kind: "status", status: 503, times: null });
    // With somebody who is known it is a person who cannot be read.
    expect(await finder.readBusy([ada, grace], from, to)).toMatchObject([
      { email: ada, readable: true },
      { email: grace, readable: false, reason: "unavailable" },
    ]);
    company.faults.clear();
    expect(await finder.readBusy([grace], from, to)).toMatchObject([{ readable: true }]);
  });

  it("serves each span inside the days that were read, cut to it, and no other", async () => {
    const database = await open();
    const finder = finderOn(database);
    const { reader } = google();
    await finder.readBusy([ada], from, to);
    const requests = company.faults.add({
      service: "google",
      kind: "slow",
      delayMs: 0,
      times: null,
    });
    const met = () => company.faults.list().find(({ id }) => id === requests.id)?.met ?? 0;
    company.clock.set(now.add({ seconds: 90 }));
    const inner = [from.add({ hours: 25 }), to.subtract({ hours: 20 })] as const;
    const [cut] = await finder.readBusy([ada], ...inner);
    expect(met()).toBe(0);
    const [asked] = await reader.readBusy([ada], ...inner);
    expect(cut).toEqual({ ...asked, readAt: now });
    const before = met();
    await finder.readBusy([ada], from, to.add({ hours: 24 }));
    expect(met()).toBeGreaterThan(before);
  });

  it("notes who was asked about, for a channel", async () => {
    const database = await open();
    await finderOn(database).readBusy([grace, ada.toUpperCase()], from, to);
    expect(await listAsked(database, now)).toEqual([ada, grace].toSorted());
    expect(await listAsked(database, now.add({ hours: 25 }))).toEqual([]);
  });
});

describePostgres("what another process read of a calendar", (open) => {
  it("is dropped there too, whichever process the message came to", async () => {
    const database = await open();
    const url = database.url ?? "";
    const other = await openDatabase({ url });
    try {
      await openChannel(database);
      const [here, there] = [finderOn(database), finderOn(other)];
      await here.readBusy([ada], from, to);
      await there.readBusy([ada], from, to);
      const eventId = await putEvent(ada);
      expect([await sees(here, ada, eventId), await sees(there, ada, eventId)]).toEqual([
        false,
        false,
      ]);
      await tell(database);
      expect([await sees(here, ada, eventId), await sees(there, ada, eventId)]).toEqual([
        true,
        true,
      ]);
    } finally {
      await other.close();
    }
  });
});
