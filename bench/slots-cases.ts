/** Requests for the slot engine by the dozen, the same for the same seed. */
import { createRandom, type Random } from "../sandbox/worlds/random.ts";
import type { LoopRequest, LoopRules, LoopSession } from "../src/scheduling/loop-types.ts";
import type { SlotPerson, SlotRequest } from "../src/scheduling/types.ts";

/** A Monday at nine in Lisbon. */
const MONDAY = Temporal.Instant.from("2026-11-23T09:00:00Z");
const ZONE = "Europe/Lisbon";
const DAY_MINUTES = 510;
const WORK = [{ startMinute: 540, endMinute: 1_050 }];
const WEEK = { 1: WORK, 2: WORK, 3: WORK, 4: WORK, 5: WORK };

/** How large a case is. */
export interface CaseSize {
  people: number;
  businessDays: number;
  /** Part of the working day that is taken. */
  busy: number;
}

const emailOf = (index: number): string => `person${String(index).padStart(3, "0")}@bench.test`;

const horizonOf = (businessDays: number) => ({
  start: MONDAY,
  end: MONDAY.add({ hours: 24 * Math.ceil((businessDays * 7) / 5) }),
});

/** Somebody whose days are full by that part, in pieces of half an hour to two hours. */
const busyPerson = (
  email: string,
  random: Random,
  { businessDays, busy }: CaseSize,
): SlotPerson => {
  const blocks: { start: Temporal.Instant; end: Temporal.Instant; kind: "busy" | "tentative" }[] =
    [];
  for (let day = 0; day < Math.ceil((businessDays * 7) / 5); day += 1) {
    for (let minute = 0; minute < DAY_MINUTES;) {
      const length = 30 * (1 + Math.floor(random.next() * 4));
      if (random.next() < busy) {
        const start = MONDAY.add({ minutes: day * 1_440 + minute });
        const kind = random.next() < 0.1 ? "tentative" : "busy";
        blocks.push({ start, end: start.add({ minutes: length }), kind });
      }
      minute += length;
    }
  }
  const interviews = Array.from({ length: Math.floor(random.next() * 6) }, () =>
    MONDAY.add({ minutes: Math.floor(random.next() * businessDays) * 1_440 + 60 }),
  );
  return {
    name: email,
    reading: { email, readable: true, zone: ZONE, blocks, readAt: MONDAY },
    hours: { zone: ZONE, days: WEEK },
    interviews,
    maxPerDay: 3,
    maxPerWeek: 8,
  };
};

const peopleOf = (random: Random, size: CaseSize): Record<string, SlotPerson> =>
  Object.fromEntries(
    Array.from({ length: size.people }, (_, index) => {
      const email = emailOf(index);
      return [email, busyPerson(email, random, size)];
    }),
  );

/** One hour with twelve blocks a person a day; everybody can take the one place. */
export const singleCase = (seed: string, people: number, businessDays: number): SlotRequest => {
  const random = createRandom(`single/${seed}`);
  const everybody = Object.fromEntries(
    Array.from({ length: people }, (_, index) => {
      const email = emailOf(index);
      const blocks = Array.from({ length: Math.ceil((businessDays * 7) / 5) * 12 }, (__, at) => {
        const from = Math.floor(at / 12) * 1_440 + Math.floor(random.next() * DAY_MINUTES);
        const start = MONDAY.add({ minutes: from });
        const end = start.add({ minutes: 15 + Math.floor(random.next() * 2) * 15 });
        return { start, end, kind: "busy" as const };
      });
      const person: SlotPerson = {
        name: email,
        reading: { email, readable: true, zone: ZONE, blocks, readAt: MONDAY },
        hours: { zone: ZONE, days: WEEK },
      };
      return [email, person];
    }),
  );
  return {
    session: { id: "single", durationMinutes: 60 },
    places: [{ label: "anybody", key: false, choices: Object.keys(everybody) }],
    people: everybody,
    candidate: { zone: ZONE },
    horizon: horizonOf(businessDays),
    now: MONDAY,
  };
};

/** What a loop is made of. */
export interface LoopSize extends CaseSize {
  sessions: number;
  /** How many can take a place. */
  pool: number;
}

/** Some sessions of half an hour to an hour, one of them with two people. */
export const loopCase = (seed: string, size: LoopSize): LoopRequest => {
  const random = createRandom(`loop/${seed}`);
  const people = peopleOf(random, size);
  const pool = (): string[] => {
    const rest = Object.keys(people);
    return Array.from({ length: size.pool }, () => {
      const [taken = ""] = rest.splice(Math.floor(random.next() * rest.length), 1);
      return taken;
    });
  };
  const sessions = Array.from({ length: size.sessions }, (_, index): LoopSession => {
    const places = [{ label: "pool", key: index === 0, choices: pool() }];
    if (index === 1) places.push({ label: "second", key: false, choices: pool() });
    const durationMinutes = [30, 45, 60, 60][Math.floor(random.next() * 4)] ?? 60;
    return { id: `s${index}`, name: `Session ${index + 1}`, durationMinutes, places };
  });
  return {
    sessions,
    people,
    candidate: { zone: ZONE },
    horizon: horizonOf(size.businessDays),
    now: MONDAY,
    top: 5,
  };
};

const LUNCH = { startMinute: 690, endMinute: 840, minutes: 45 };
const PAUSE = { afterMinutes: 120, minutes: 15 };

/** As large as a request may be: ten sessions that everybody of a hundred people can take, a quarter of a year by five minutes.
 * All of `fitting` fit on some day; nothing of `hopeless` does. */
export const largestCases = (): { fitting: LoopRequest[]; hopeless: LoopRequest[] } => {
  const base = loopCase("largest", {
    sessions: 10,
    pool: 100,
    people: 100,
    businessDays: 65,
    busy: 0.45,
  });
  const withMinutes = (minutes: number, rules: LoopRules): LoopRequest => ({
    ...base,
    gridMinutes: 5,
    sessions: base.sessions.map((session, index) => ({
      ...session,
      durationMinutes: minutes + 5 * (index % 3),
    })),
    rules,
  });
  const lunch = withMinutes(30, { lunch: LUNCH });
  const inOrder = lunch.sessions.map((session, index) => ({
    ...session,
    ...(index > 0 && { after: [`s${index - 1}`] }),
  }));
  return {
    fitting: [
      lunch,
      withMinutes(31, { lunch: LUNCH }),
      withMinutes(30, { lunch: LUNCH, pause: PAUSE }),
      withMinutes(50, { lunch: LUNCH, mostDays: 3 }),
      { ...lunch, sessions: inOrder },
    ],
    hopeless: [withMinutes(50, { lunch: LUNCH }), withMinutes(50, { lunch: LUNCH, pause: PAUSE })],
  };
};
