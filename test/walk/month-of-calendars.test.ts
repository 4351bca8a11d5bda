/** Thirty days of the company's clock: no channel ends, what nobody was told of is found within a quarter of an hour, and
 * what Google forgets is read anew, once. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { watchCalendars } from "../../src/worker/watch-calendars.ts";
import { readAges } from "../../src/worker/watchdog.ts";
import { describeOneDatabase } from "../support/database.ts";
import {
  ONE_BOOKING,
  changesDuring,
  proposalFor,
  untilProposal,
  waitingProposal,
} from "../support/story.ts";
import { approved, eventIdOf } from "../support/declined.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { type Walk, startWalk } from "../support/walk.ts";
import { firstSession } from "../support/booking.ts";

const DAYS = 30;
/** Hours between two looks at the channels. */
const STEP_HOURS = 6;

const Channels = z.object({
  channels: z.array(z.object({ id: z.string(), email: z.string(), expiresAt: z.string() })),
});

describeOneDatabase("postgres", "thirty days of watched calendars", (open) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk(open);
  });
  afterAll(async () => await walk.close());

  const control = async (path: string, body: object) => await walk.eyes.control("POST", path, body);
  const watch = async () => {
    const { deps } = walk.running;
    const { watcher } = deps.services.calendar;
    await watchCalendars({ ...deps, watcher, channelAddress: `${walk.url}/webhooks/google` });
  };
  const openChannels = async (email: string) => {
    const { channels } = Channels.parse(await walk.eyes.control("GET", "/google"));
    const now = walk.company.clock.now();
    return channels.filter(
      (channel) =>
        channel.email === email &&
        Temporal.Instant.compare(Temporal.Instant.from(channel.expiresAt), now) > 0,
    );
  };

  /** Its organiser moves it in Google, and a person follows: so there is something to watch for the whole month. */
  const movedFarAway = async (booked: ProposalDetail): Promise<ProposalDetail> => {
    const { organizer: email, startsAt } = firstSession(booked.payload);
    const start = Temporal.Instant.from(startsAt).add({ hours: 24 * (DAYS + 5) });
    await watch();
    const eventId = eventIdOf(booked, 0);
    await control("/calendar/move", { eventId, email, start: start.toString() });
    return await approved(walk, await waitingProposal(walk, booked.payload.opportunityId));
  };

  it("keep a channel open all the time, find each drift in time, and double nothing", async () => {
    const waiting = await proposalFor(walk, walk.nextCandidate());
    const bookingChanges = await changesDuring(walk, async () => {
      await walk.api.approve(waiting);
      await untilProposal(walk, waiting, "done");
    });
    expect(bookingChanges).toEqual(ONE_BOOKING);
    const booked = await movedFarAway(await walk.api.proposal(waiting.id));
    const { organizer: email, endsAt } = firstSession(booked.payload);
    const eventId = eventIdOf(booked, 0);
    const { database } = walk.running.deps;
    await watch();
    await control("/google", { silentChannels: true });
    const drifts = new Set([3, 11, 19, 27]);
    const changes = await changesDuring(walk, async () => {
      for (let hour = 0; hour < DAYS * 24; hour += STEP_HOURS) {
        await control("/clock", { advanceMinutes: STEP_HOURS * 60 });
        await watch();
        // Two, while the new one is open already and the old one not yet closed.
        expect([hour, (await openChannels(email)).length > 0]).toEqual([hour, true]);
        expect((await readAges(database, walk.company.clock)).channels).toBeLessThan(0);
        const day = hour / 24;
        if (!drifts.delete(day)) continue;
        // Google has forgotten how far we read, and tells nobody that the event moved.
        if (day > 10) await control("/google", { expireSyncTokens: true });
        const before = await toldOf(booked.caseId);
        const start = Temporal.Instant.from(endsAt).add({ hours: day });
        await control("/calendar/move", { eventId, email, start: start.toString() });
        await control("/clock", { advanceMinutes: 15 });
        await watch();
        await walk.waitFor("the drift to be told", async () => {
          return (await toldOf(booked.caseId)) > before;
        });
        expect(await toldOf(booked.caseId)).toBe(before + 1);
      }
    });
    expect(drifts).toEqual(new Set());
    await walk.waitFor("one channel", async () => (await openChannels(email)).length === 1);
    // The moves are the recruiters' own; we changed nothing.
    expect(changes).toEqual({ "event.patched": 4 });
  });

  const toldOf = async (caseId: string): Promise<number> =>
    (await walk.api.ledger(caseId)).filter(({ type }) => type === "booking.changed").length;
});
