/** What takes long to search: five interviews that no choice of twelve rooms leaves a day for, by a fixed throw of dice. */
import type { SchedulingContext } from "../../tools/scheduling-context.ts";

const DAYS = ["24", "25", "26", "27", "30"].map((day) => `2026-11-${day}`);
const HALF_HOURS = 22;

/** Numbers from 0 to 1, always the same. Source: T. Ettinger, "mulberry32". */
const createDice = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

type Reading = SchedulingContext["availability"][number];

/** What was gathered, so and so busy (0 to 1). */
export const longSearch = ({ busy = 0.4, rooms: roomCount = 12 } = {}): SchedulingContext => {
  const throwDice = createDice(3);
  const blocksOf = (part: number): Reading["blocks"] =>
    DAYS.flatMap((day) =>
      Array.from({ length: HALF_HOURS }, (_, index) =>
        Temporal.Instant.from(`${day}T08:00:00Z`).add({ minutes: 30 * index }),
      )
        .filter(() => throwDice() < part)
        .map((start) => ({
          start: start.toString(),
          end: start.add({ minutes: 30 }).toString(),
          kind: "busy" as const,
        })),
    );
  const people = Array.from({ length: 12 }, (_, index) => `person${index}@example.com`);
  const rooms = Array.from({ length: roomCount }, (_, index) => ({
    email: `room${index}@rooms.example.com`,
    name: `Room ${index}`,
    capacity: 8,
  }));
  const readingOf =
    (part: number) =>
    (email: string): Reading => ({
      email,
      readable: true,
      reason: null,
      zone: "Europe/Lisbon",
      service: "google",
      blocks: blocksOf(part),
      readAt: `${DAYS[0]}T00:00:00Z`,
    });
  const sessions = Array.from({ length: 5 }, (_, index): SchedulingContext["sessions"][number] => {
    const from = (index * 2) % 8;
    const place = { label: "pool", key: false, choices: people.slice(from, from + 5) };
    return {
      rule: {
        id: `s${index}`,
        name: `Session ${index}`,
        durationMinutes: 45,
        format: "onsite",
        places: [],
      },
      places: [place, place],
      rooms,
      feedbackTemplateId: null,
    };
  });
  const context: Partial<SchedulingContext> = {
    plan: {
      id: "plan",
      match: { stages: ["Onsite"] },
      sessions: [],
      rules: {
        minimumNoticeHours: 24,
        bufferMinutes: 10,
        loop: { order: "free", mostDays: 1, mostGapMinutes: 30, lunchMinutes: 45 },
      },
    },
    sessions,
    candidate: {
      email: "candidate@example.com",
      zone: "Europe/Lisbon",
      zoneSource: "application",
      windows: null,
    },
    people: people.map((email) => ({ userId: email, name: email.slice(0, 8), email })),
    availability: [
      ...people.map(readingOf(busy)),
      ...rooms.map(({ email }) => email).map(readingOf(0.3)),
    ],
    held: [],
    horizon: { from: `${DAYS[0]}T00:00:00Z`, to: `${DAYS.at(-1)}T23:00:00Z` },
    now: "2026-11-23T09:00:00Z",
  };
  return context as SchedulingContext;
};
