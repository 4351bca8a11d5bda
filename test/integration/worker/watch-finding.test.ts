/** Channels of calendars in which times are only found: few in a round, not tried again and again, closed when nobody asks. */
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Company, startCompany } from "../../../sandbox/company.ts";
import { keepReadings } from "../../../src/calendar/kept-readings.ts";
import type { Database } from "../../../src/db/port.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { createLog } from "../../../src/log.ts";
import { watchCalendars } from "../../../src/worker/watch-calendars.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { openGoogleClient } from "../../support/google-client.ts";
import { type LoopbackServer, openLoopbackServer } from "../../support/loopback-server.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const WATCH = "/events/watch$";

let company: Company;
let listener: LoopbackServer;
let emails: string[];

beforeAll(async () => {
  company = await startCompany({ startsAt: now, clock: "frozen" });
  listener = await openLoopbackServer(() => ({ status: 204 }));
  emails = company.world.people
    .filter(({ calendar, deactivatedAtMs }) => calendar === "ok" && deactivatedAtMs === null)
    .map(({ email }) => email)
    .slice(0, 12);
});
afterAll(async () => {
  await company.close();
  await listener[Symbol.asyncDispose]();
});
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

const askAbout = async (database: Database, people: string[]): Promise<void> => {
  const { reader } = google();
  const finder = keepReadings({ reader, database, clock: company.clock });
  await finder.readBusy(people, now, now.add({ hours: 24 }));
};

const watch = async (database: Database, channelAddress: string | null = listener.url) =>
  await watchCalendars({
    database,
    clock: company.clock,
    ids: randomIds,
    queue: { sendAll: async () => {} },
    log: createLog({ level: "silent" }),
    watcher: google().watcher,
    channelAddress,
  });

const openChannels = () =>
  company.google.channels
    .list()
    .filter(
      ({ expiresAt }) =>
        Temporal.Instant.compare(Temporal.Instant.from(expiresAt), company.clock.now()) > 0,
    )
    .map(({ email }) => email)
    .toSorted();

describeEachDatabase("calendars in which times are found", (open) => {
  it("have a channel, ten more a round, until nobody has asked for a day", async () => {
    const database = await open();
    await askAbout(database, emails);
    await watch(database);
    expect(openChannels()).toHaveLength(10);
    await watch(database);
    expect(openChannels()).toEqual(emails.toSorted());
    company.clock.advance({ hours: 25 });
    await watch(database);
    expect(openChannels()).toEqual([]);
    expect(await database.query("select 1 from calendar_watches")).toEqual([]);
  });

  it("have none where nobody could send us a message", async () => {
    const database = await open();
    await askAbout(database, emails.slice(0, 1));
    await watch(database, null);
    expect(openChannels()).toEqual([]);
  });

  it("whose channel is refused are not asked again in every round", async () => {
    const database = await open();
    const { id } = company.faults.add({
      service: "google",
      kind: "status",
      status: 403,
      times: null,
      path: WATCH,
    });
    const tries = () => company.faults.list().find((one) => one.id === id)?.met;
    await askAbout(database, emails.slice(0, 1));
    for (let round = 0; round < 3; round += 1) await watch(database);
    expect(tries()).toBe(1);
    company.clock.advance({ minutes: 15 });
    await watch(database);
    expect(tries()).toBe(2);
  });
});
