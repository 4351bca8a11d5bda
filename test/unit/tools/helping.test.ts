/** What is offered when nothing fits: whoever chooses it gets times. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { whenInWords } from "../../../src/domain/itinerary.ts";
import { findItineraries } from "../../../src/scheduling/find-itineraries.ts";
import { findTimes } from "../../../tools/find-times.ts";
import { helping } from "../../../tools/helping.ts";
import { relaxContext } from "../../../tools/relaxed.ts";
import type { SchedulingContext } from "../../../tools/scheduling-context.ts";
import { SearchBudget } from "../../../tools/search-budget.ts";
import { toLoopRequest } from "../../../tools/slot-request.ts";
import { seatRooms } from "../../../tools/with-rooms.ts";
import { longSearch } from "../../support/long-search.ts";

const DAYS = ["2026-11-24", "2026-11-25", "2026-11-26"] as const;
const PEOPLE = ["ada", "bo", "cleo"].map((name) => `${name}@example.com`);
const ROOMS = ["harbour", "tower"].map((name, index) => ({
  email: `${name}@rooms.example.com`,
  name,
  capacity: 6 + index,
}));
const ZONES = ["Europe/Lisbon", "America/New_York", "Asia/Kolkata"] as const;

type Session = SchedulingContext["sessions"][number];
type Reading = SchedulingContext["availability"][number];

/** A calendar of half hours between 06:00 and 22:00 in UTC, about so many of them busy: 8 is all. */
const anyBlocks = (eighths: number): fc.Arbitrary<Reading["blocks"]> =>
  fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 96, maxLength: 96 }).map((dice) =>
    dice.flatMap((die, index) => {
      if (die >= eighths) return [];
      const day = DAYS[Math.floor(index / 32)] ?? DAYS[0];
      const start = Temporal.Instant.from(`${day}T06:00:00Z`).add({ minutes: 30 * (index % 32) });
      const end = start.add({ minutes: 30 });
      return [{ start: start.toString(), end: end.toString(), kind: "busy" as const }];
    }),
  );

const anyReading = (email: string): fc.Arbitrary<Reading> =>
  fc
    .record({
      zone: fc.constantFrom(...ZONES),
      blocks: fc.constantFrom(2, 6, 8).chain(anyBlocks),
    })
    .map((read) => ({
      ...read,
      email,
      readable: true,
      reason: null,
      service: "google",
      readAt: `${DAYS[0]}T00:00:00Z`,
    }));

const anySession = (id: string): fc.Arbitrary<Session> =>
  fc
    .record({
      durationMinutes: fc.constantFrom(30, 45, 60),
      seats: fc.shuffledSubarray(PEOPLE, { minLength: 1, maxLength: 2 }),
      isPool: fc.boolean(),
    })
    .map(({ durationMinutes, seats, isPool }) => ({
      rule: {
        id,
        name: id,
        durationMinutes,
        format: "onsite",
        places: [{ person: seats[0] ?? "" }],
      },
      places: isPool
        ? [{ label: "interviewers", key: false, choices: seats }]
        : seats.map((email) => ({ label: "named", key: false, choices: [email] })),
      rooms: ROOMS,
      feedbackTemplateId: null,
    }));

const anyRules = fc.record({
  minimumNoticeHours: fc.constantFrom(0, 48, 72),
  bufferMinutes: fc.constantFrom(0, 15),
  maxInterviewsPerDay: fc.constantFrom(1, 4),
  loop: fc.record({
    order: fc.constantFrom("free" as const, "fixed" as const),
    mostDays: fc.constantFrom(1, 2),
    mostGapMinutes: fc.constantFrom(0, 120),
  }),
});

/** A plan with rooms, of one session or of two. */
const anyContext: fc.Arbitrary<SchedulingContext> = fc
  .record({
    sessions: fc
      .constantFrom(["one"], ["one"], ["one", "two"])
      .chain((ids) => fc.tuple(...ids.map(anySession))),
    availability: fc.tuple(
      ...[...PEOPLE, ...ROOMS.map(({ email }) => email)].map((email) => anyReading(email)),
    ),
    rules: anyRules,
    zone: fc.constantFrom(...ZONES),
    saidHour: fc.option(fc.integer({ min: 9, max: 15 })),
  })
  .map(({ sessions, availability, rules, zone, saidHour }) => {
    const start = `${DAYS[1]}T${String(saidHour ?? 0).padStart(2, "0")}:00:00Z`;
    const end = Temporal.Instant.from(start).add({ hours: 2 }).toString();
    const context: Partial<SchedulingContext> = {
      plan: { id: "plan", match: { stages: ["Onsite"] }, sessions: [], rules },
      sessions,
      candidate: {
        email: "candidate@example.com",
        zone,
        zoneSource: "application",
        windows: saidHour === null ? null : [{ start, end }],
      },
      people: PEOPLE.map((email) => ({ userId: email, name: email.slice(0, 3), email })),
      availability,
      held: [],
      horizon: { from: `${DAYS[0]}T00:00:00Z`, to: `${DAYS[2]}T23:00:00Z` },
      now: `${DAYS[0]}T00:00:00Z`,
    };
    return context as SchedulingContext;
  });

it("where rooms are needed, each rule that is offered leads to the very time that it tells", () => {
  let offered = 0;
  fc.assert(
    fc.property(anyContext, (context) => {
      const strict = findTimes(context, { wantedStart: null });
      if (strict.itineraries.length > 0) return;
      for (const { id, change, words } of strict.relaxations) {
        offered += 1;
        const looser = relaxContext(context, { id, change });
        const [best] = looser ? findTimes(looser, { wantedStart: null }).itineraries : [];
        if (!best) throw new Error(`${id} leads to nothing`);
        const when = whenInWords(best.sessions, context.candidate.zone);
        expect(words).toBe(`${change} it fits, best on ${when}.`);
      }
    }),
    { numRuns: 400 },
  );
  expect(offered).toBeGreaterThan(50);
});

const timed = (work: () => void): number => {
  const before = performance.now();
  work();
  return performance.now() - before;
};

it("takes about as long with twelve rooms as the engine takes to explain that none is free", () => {
  const context = longSearch();
  const inAny = toLoopRequest(seatRooms(context, ({ rooms = [] }) => rooms));
  findItineraries(inAny);
  const explained = timed(() => findItineraries(inAny));
  const ids: string[] = [];
  const helped = timed(() => {
    const { relaxations } = findTimes(context, { wantedStart: null });
    ids.push(...relaxations.map(({ id }) => id));
  });
  expect(ids).toEqual(["longer_gap", "more_days", "buffer"]);
  expect(helped).toBeLessThan(4 * explained);
});

const rule = (id: string) => ({ id, change: `Without ${id}`, words: `Without ${id} it fits.` });

it("tries of one kind no more than the first that helps, and nothing when the steps are used up", () => {
  const context = longSearch();
  const startsAt = "2026-11-24T10:00:00Z";
  const placed = { sessionId: "s0", startsAt, endsAt: "2026-11-24T10:45:00Z", panel: [] };
  const asked = [
    "format",
    "buffer:person0@example.com",
    "buffer:person1@example.com",
    "notice",
    "lunch",
  ];
  const tell = (searches: number) => {
    const budget = new SearchBudget(searches * 1_000);
    const tried: string[] = [];
    const find = ({ relaxed }: SchedulingContext) => {
      tried.push(relaxed?.id ?? "");
      budget.spend(700);
      return { itineraries: [{ sessions: [placed], score: 1, terms: [] }] };
    };
    const words = helping(asked.map(rule), { context, find, budget }).map((each) => each.words);
    return { tried, words };
  };
  const best = "it fits, best on Tuesday 24 November 2026, 10:00–10:45 (Lisbon time).";
  const [format, buffer] = asked;
  expect(tell(9)).toEqual({
    tried: [format, buffer, "notice", "lunch"],
    words: [format, buffer, "notice", "lunch"].map((each) => `Without ${each} ${best}`),
  });
  // The last one may have been cut off: what is found once it is chosen may be another time.
  expect(tell(2)).toEqual({
    tried: [format, buffer],
    words: [`Without ${format} ${best}`, `Without ${buffer} it fits.`],
  });
});
