/** A believable week of a hiring team, from a seed: who works where, what fills their days, who is asked for what. */
import type { BusyBlock, BusyKind, WorkingHours } from "../../src/domain/calendar.ts";
import { businessHorizon } from "../../src/scheduling/horizon.ts";
import type { Interval, SlotPerson, SlotPlace, SlotRequest } from "../../src/scheduling/types.ts";
import { createRandom, type Random } from "./random.ts";

const ZONES = [
  "Europe/Lisbon",
  "Europe/Berlin",
  "America/New_York",
  "America/Los_Angeles",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
] as const;

/** Some of the weeks have a change of clocks in them. */
const WEEKS = [
  "2026-03-05T15:00:00Z",
  "2026-03-26T09:30:00Z",
  "2026-04-02T00:00:00Z",
  "2026-10-01T07:10:00Z",
  "2026-10-22T12:00:00Z",
  "2026-10-29T16:45:00Z",
  "2026-11-24T08:20:00Z",
] as const;

interface World {
  random: Random;
  now: Temporal.Instant;
  horizon: Interval;
}

/** The request of one session in the world of the seed. */
export const slotWorld = (seed: number): SlotRequest => {
  const random = createRandom(seed);
  const now = Temporal.Instant.from(random.pick(WEEKS));
  const home = random.pick(ZONES);
  const world = { random, now, horizon: businessHorizon(now, random.whole(3, 5), home) };
  const emails = Array.from({ length: random.whole(4, 7) }, (_, nth) => `person${nth}@acme.test`);
  // Most of a team lives in one zone.
  const zoneOf = () => (random.chance(0.8) ? home : random.pick(ZONES));
  const people = Object.fromEntries(
    emails.map((email) => [email, personOf(email, zoneOf(), world)]),
  );
  return {
    session: {
      id: `session-${seed}`,
      durationMinutes: random.pick([30, 45, 60, 60, 90]),
      format: random.pick(["video", "video", "video", "onsite"]),
    },
    places: placesOf(emails, random),
    people,
    reservations: reservationsOf(emails, world),
    candidate: {
      zone: random.chance(0.7) ? home : random.pick(ZONES),
      lunch: { startMinute: 750, endMinute: 810 },
      ...(random.chance(0.2) && { windows: windowsOf(world) }),
    },
    horizon: world.horizon,
    now,
    minimumNoticeMinutes: random.pick([120, 1440, 1440]),
    gridMinutes: random.pick([15, 15, 30]),
  };
};

const placesOf = (emails: string[], random: Random): SlotPlace[] => {
  const [manager = "", ...others] = emails;
  const seats = random.whole(0, 2);
  const choices = others.slice(0, random.whole(Math.max(1, seats), others.length));
  const pool = { label: "pool seniors", key: false, choices };
  return [
    { label: "hiring manager", key: true, choices: [manager] },
    ...Array.from({ length: seats }, () => pool),
  ];
};

const personOf = (email: string, zone: string, world: World): SlotPerson => {
  const { random, now, horizon } = world;
  const start = random.pick([480, 540, 540, 600]);
  const range = [{ startMinute: start, endMinute: start + 480 }];
  const hours: WorkingHours = { zone, days: { 1: range, 2: range, 3: range, 4: range, 5: range } };
  const readable = random.chance(0.97);
  return {
    name: email.split("@")[0] ?? email,
    hours,
    bufferMinutes: random.pick([0, 0, 5, 15]),
    maxPerDay: random.whole(1, 3),
    maxPerWeek: random.whole(3, 8),
    interviews: Array.from({ length: random.whole(0, 3) }, () => momentIn(horizon, random)),
    ...(random.chance(0.05) && { pausedUntil: momentIn(horizon, random) }),
    reading: readable
      ? {
          email,
          readable,
          zone,
          blocks: daysOf(world, zone).flatMap(dayBlocks(world)),
          readAt: now,
        }
      : { email, readable, reason: random.pick(["denied", "not_found"]), readAt: now },
  };
};

const momentIn = ({ start, end }: Interval, random: Random): Temporal.Instant => {
  const minutes = Math.floor(start.until(end).total("minutes"));
  return start.add({ minutes: random.whole(0, minutes) });
};

/** The midnights of the zone in the horizon. */
const daysOf = ({ horizon }: World, zone: string): Temporal.ZonedDateTime[] => {
  const days: Temporal.ZonedDateTime[] = [];
  let day = horizon.start.toZonedDateTimeISO(zone).startOfDay();
  for (; Temporal.Instant.compare(day.toInstant(), horizon.end) < 0; day = day.add({ days: 1 })) {
    days.push(day);
  }
  return days;
};

/** What fills a day: now and then all of it, else focus time and meetings of all kinds. */
const dayBlocks =
  ({ random }: World) =>
  (day: Temporal.ZonedDateTime): BusyBlock[] => {
    const block = (kind: BusyKind, fromMinute: number, minutes: number): BusyBlock => {
      const start = day.add({ minutes: fromMinute }).toInstant();
      return { kind, start, end: start.add({ minutes }) };
    };
    if (random.chance(0.05)) return [block("out_of_office", 0, 1440)];
    const focus = random.chance(0.3) ? [block("focus", 540, random.pick([90, 120, 180]))] : [];
    const elsewhere = random.chance(0.15) ? [block("working_elsewhere", 480, 600)] : [];
    const meetings = Array.from({ length: random.whole(2, 7) }, () =>
      block(
        random.pick(["busy", "busy", "busy", "busy", "tentative", "unaccepted"]),
        480 + 15 * random.whole(0, 36),
        random.pick([25, 30, 50, 60, 90]),
      ),
    );
    return [...focus, ...elsewhere, ...meetings];
  };

const reservationsOf = (emails: string[], { random, horizon }: World) =>
  emails.flatMap((email) => {
    if (!random.chance(0.2)) return [];
    const start = momentIn(horizon, random);
    return [{ email, start, end: start.add({ minutes: 60 }) }];
  });

const windowsOf = ({ random, horizon }: World): Interval[] =>
  Array.from({ length: random.whole(1, 4) }, () => {
    const start = momentIn(horizon, random);
    return { start, end: start.add({ hours: random.whole(1, 6) }) };
  });
