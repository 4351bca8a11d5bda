/** Requests for the slot engine: one that is plain and can be changed, and any number that are not plain at all. */
import fc from "fast-check";
import type { BusyBlock, BusyKind, WorkingHours } from "../../src/domain/calendar.ts";
import type {
  ClockRange,
  Interval,
  SlotCandidate,
  SlotPerson,
  SlotPlace,
  SlotRequest,
  Stay,
  TrainingSeat,
} from "../../src/scheduling/types.ts";

/** An instant from its ISO text. */
export const at = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);

/** `[start, end)` from two ISO texts. */
export const between = (start: string, end: string): Interval => ({
  start: at(start),
  end: at(end),
});

/** The same hours Monday to Friday. */
export const weekdayHours = (zone: string, start = 9, end = 17): WorkingHours => {
  const range = [{ startMinute: start * 60, endMinute: end * 60 }];
  return { zone, days: { 1: range, 2: range, 3: range, 4: range, 5: range } };
};

/** Every hour of every day. */
export const allHours = (zone: string): WorkingHours => {
  const range = [{ startMinute: 0, endMinute: 1440 }];
  return {
    zone,
    days: { 1: range, 2: range, 3: range, 4: range, 5: range, 6: range, 7: range },
  };
};

export interface PersonOptions extends Partial<SlotPerson> {
  zone?: string;
  blocks?: BusyBlock[];
}

/** Somebody with a free calendar who works 9 to 17 in UTC, but for what is said. */
export const person = (
  email: string,
  { zone = "UTC", blocks = [], ...rest }: PersonOptions = {},
): SlotPerson => {
  const name = email.split("@")[0] ?? email;
  return {
    name: name.charAt(0).toUpperCase() + name.slice(1),
    reading: { email, readable: true, zone, blocks, readAt: at("2026-11-23T08:00:00Z") },
    hours: weekdayHours(zone),
    ...rest,
  };
};

/** A calendar that cannot be read. */
export const unreadable = (
  email: string,
  reason: "not_found" | "denied" | "unavailable" = "denied",
): SlotPerson =>
  person(email, {
    reading: { email, readable: false, reason, readAt: at("2026-11-23T08:00:00Z") },
  });

/** A block of a calendar. */
export const block = (kind: BusyKind, start: string, end: string): BusyBlock => ({
  kind,
  ...between(start, end),
});

/** A place for one named person. */
export const seat = (email: string, options: Partial<SlotPlace> = {}): SlotPlace => ({
  label: "named",
  key: false,
  choices: [email],
  ...options,
});

/** One hour with Ines, key, in a week of November 2026 in UTC, with no notice to keep, but for what is said. */
export const request = (changes: Partial<SlotRequest> = {}): SlotRequest => ({
  session: { id: "phone-screen", durationMinutes: 60 },
  places: [seat("ines@acme.test", { label: "hiring manager", key: true })],
  people: { "ines@acme.test": person("ines@acme.test") },
  candidate: { zone: "UTC" },
  horizon: between("2026-11-24T00:00:00Z", "2026-11-28T00:00:00Z"),
  now: at("2026-11-23T08:00:00Z"),
  minimumNoticeMinutes: 0,
  ...changes,
});

const ZONES = [
  "UTC",
  "Europe/Lisbon",
  "America/New_York",
  "America/St_Johns",
  "America/Santiago",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Beirut",
  "Africa/Cairo",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Etc/GMT+12",
];

/** The evenings before clocks change somewhere, and one before nothing. */
const EVES = [
  "2026-03-07T12:00:00Z", // North America, forward
  "2026-03-28T10:00:00Z", // Europe, forward; Beirut at midnight
  "2026-04-04T00:00:00Z", // Lord Howe by half an hour, Chatham, Santiago, back
  "2026-04-23T12:00:00Z", // Cairo at midnight, forward
  "2026-09-05T12:00:00Z", // Santiago at midnight, forward
  "2026-10-03T02:00:00Z", // Lord Howe by half an hour, forward
  "2026-10-24T12:00:00Z", // Europe, back
  "2026-10-31T12:00:00Z", // North America, back
  "2026-11-24T00:00:00Z",
  "2011-12-29T10:00:00Z", // Apia leaves out a whole day
].map(at);

const EMAILS = ["ada", "bo", "cy", "di", "eli"].map((name) => `${name}@acme.test`);

const zone = fc.constantFrom(...ZONES);

const kind = fc.constantFrom<BusyKind>(
  "busy",
  "busy",
  "tentative",
  "out_of_office",
  "focus",
  "working_elsewhere",
  "unaccepted",
);

const range: fc.Arbitrary<ClockRange> = fc
  .tuple(fc.integer({ min: 0, max: 1430 }), fc.integer({ min: 10, max: 1440 }))
  .map(([startMinute, length]) => ({
    startMinute,
    endMinute: Math.min(1440, startMinute + length),
  }));

const dayRanges = fc.oneof(
  { weight: 3, arbitrary: fc.constant<ClockRange[]>([{ startMinute: 0, endMinute: 1440 }]) },
  {
    weight: 3,
    arbitrary: fc.constant<ClockRange[]>([{ startMinute: 9 * 60, endMinute: 17 * 60 }]),
  },
  { weight: 2, arbitrary: fc.array(range, { maxLength: 2 }) },
);

const hours = (ofZone: string): fc.Arbitrary<WorkingHours> =>
  fc
    .tuple(dayRanges, dayRanges, dayRanges, dayRanges, dayRanges, dayRanges, dayRanges)
    .map(([mon, tue, wed, thu, fri, sat, sun]) => ({
      zone: ofZone,
      days: { 1: mon, 2: tue, 3: wed, 4: thu, 5: fri, 6: sat, 7: sun },
    }));

const interval = (eve: Temporal.Instant, hoursAround: number): fc.Arbitrary<Interval> =>
  fc
    .tuple(
      fc.integer({ min: -12 * 60, max: hoursAround * 60 }),
      fc.oneof(fc.constantFrom(0, 15, 30, 60), fc.integer({ min: 0, max: 240 })),
      fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { arbitrary: fc.nat(59), weight: 1 }),
    )
    .map(([minutes, length, seconds]) => {
      const start = eve.add({ minutes }).add({ seconds });
      return { start, end: start.add({ minutes: length }) };
    });

const blocks = (eve: Temporal.Instant, span: number): fc.Arbitrary<BusyBlock[]> =>
  fc.array(
    fc.tuple(kind, interval(eve, span)).map(([ofKind, time]) => ({ kind: ofKind, ...time })),
    { maxLength: 10 },
  );

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** The object without its fields that are undefined, as optional fields want it. */
const compact = <Value extends object>(value: Value) =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>;
  };

/** Up to two journeys, one after the other. */
const stays = (eve: Temporal.Instant): fc.Arbitrary<Stay[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 2 }), zone), {
      minLength: 1,
      maxLength: 2,
    })
    .chain((journeys) =>
      fc.tuple(...journeys.map(([, , ofZone]) => hours(ofZone))).map((allOfHours) => {
        let next = eve.toZonedDateTimeISO("UTC").toPlainDate().subtract({ days: 1 });
        return journeys.flatMap(([home, length], index) => {
          const from = next.add({ days: home });
          const until = from.add({ days: length });
          next = until.add({ days: 1 });
          const ofHours = allOfHours[index];
          return ofHours ? [{ from, until, hours: ofHours }] : [];
        });
      }),
    );

const daysOff = (eve: Temporal.Instant): fc.Arbitrary<{ date: Temporal.PlainDate }[]> =>
  fc.array(
    fc.integer({ min: -1, max: 2 }).map((days) => ({
      date: eve.toZonedDateTimeISO("UTC").toPlainDate().add({ days }),
    })),
    { maxLength: 2 },
  );

const somebody = (email: string, eve: Temporal.Instant, span: number): fc.Arbitrary<SlotPerson> =>
  zone.chain((ofZone) =>
    fc
      .record({
        blocks: blocks(eve, span),
        readable: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
        own: fc.boolean(),
        hours: hours(ofZone),
        bufferMinutes: maybe(
          fc.oneof(
            fc.constantFrom(0, 5, 10, 15, 30),
            fc.record({ before: fc.constantFrom(0, 5, 30), after: fc.constantFrom(0, 10, 15) }),
          ),
        ),
        interviews: maybe(
          fc.array(
            interval(eve, span).map(({ start }) => start),
            { maxLength: 3 },
          ),
        ),
        maxPerDay: maybe(fc.integer({ min: 0, max: 4 })),
        maxPerWeek: maybe(fc.integer({ min: 1, max: 4 })),
        pausedUntil: maybe(interval(eve, span).map(({ start }) => start)),
        stays: maybe(stays(eve)),
        daysOff: maybe(daysOff(eve)),
        comfort: maybe(range),
        lunch: maybe(range),
        owed: maybe(fc.double({ min: -4, max: 4, noNaN: true })),
        optedOut: fc.oneof({ weight: 15, arbitrary: fc.constant(undefined) }, fc.constant(true)),
      })
      .map(({ blocks: taken, readable, own, ...rest }) => {
        const readAt = eve;
        const fallback = own ? weekdayHours("UTC") : rest.hours;
        return compact({
          name: email,
          ...rest,
          hours: fallback,
          reading: readable
            ? {
                email,
                readable,
                zone: ofZone,
                blocks: taken,
                readAt,
                ...(own && { hours: rest.hours }),
              }
            : { email, readable, reason: "denied" as const, readAt },
        });
      }),
  );

const place: fc.Arbitrary<SlotPlace> = fc.record({
  label: fc.constantFrom("hiring manager", "pool seniors"),
  key: fc.boolean(),
  choices: fc.subarray(EMAILS, { minLength: 1, maxLength: 4 }),
});

/** Seats for those who learn. */
export const anyTraining: fc.Arbitrary<TrainingSeat[] | undefined> = maybe(
  fc.array(
    fc.record({
      label: fc.constantFrom("first", "second"),
      kind: fc.constantFrom("shadow" as const, "reverse_shadow" as const),
      choices: fc.subarray(EMAILS, { minLength: 1, maxLength: 4 }),
    }),
    { maxLength: 3 },
  ),
);

const candidate = (eve: Temporal.Instant, span: number): fc.Arbitrary<SlotCandidate> =>
  fc
    .record({
      zone,
      comfort: maybe(range),
      comfortDays: maybe(fc.subarray<1 | 2 | 3 | 4 | 5 | 6 | 7>([1, 2, 3, 4, 5, 6, 7])),
      lunch: maybe(range),
      windows: maybe(
        fc.array(
          interval(eve, span).map(({ start, end }) => ({ start, end: end.add({ hours: 4 }) })),
          { minLength: 1, maxLength: 4 },
        ),
      ),
    })
    .map((fields) => compact(fields));

const weight = fc.integer({ min: 0, max: 40 });

/** Requests of up to three places and five people over days on which clocks change, with everything that a request can
 * hold. */
export const anyRequest: fc.Arbitrary<SlotRequest> = fc
  .tuple(fc.constantFrom(...EVES), fc.integer({ min: 6, max: 48 }))
  .chain(([eve, span]) =>
    fc
      .record({
        durationMinutes: fc.constantFrom(15, 20, 45, 60, 90),
        format: fc.constantFrom("video" as const, "onsite" as const),
        places: fc.array(place, { minLength: 1, maxLength: 3 }),
        training: anyTraining,
        people: fc.tuple(...EMAILS.map((email) => somebody(email, eve, span))),
        reservations: fc.array(
          fc
            .tuple(fc.constantFrom(...EMAILS, "else@acme.test"), interval(eve, span))
            .map(([email, time]) => ({ email, ...time })),
          { maxLength: 3 },
        ),
        candidate: candidate(eve, span),
        minimumNoticeMinutes: fc.constantFrom(0, 90, 600),
        gridMinutes: fc.constantFrom(5 as const, 10 as const, 15 as const, 30 as const),
        weights: maybe(
          fc.record({
            attendance: weight,
            focus_kept: weight,
            invitations_kept: weight,
            load_balance: weight,
            candidate_comfort: weight,
            panel_comfort: weight,
            earliness: weight,
          }),
        ),
        top: fc.integer({ min: 1, max: 6 }),
        nowOffset: fc.integer({ min: -36_000, max: 18_000 }),
        requiredStart: fc.oneof(
          { weight: 9, arbitrary: fc.constant(undefined) },
          fc.integer({ min: 0, max: span * 60 }).map((minutes) => eve.add({ minutes })),
        ),
      })
      .map(({ durationMinutes, format, people, nowOffset, ...rest }) => {
        const fields = {
          session: { id: "any", durationMinutes, format },
          people: Object.fromEntries(people.map((each, index) => [EMAILS[index], each])),
          horizon: { start: eve, end: eve.add({ hours: span }) },
          now: eve.add({ seconds: nowOffset }),
          ...rest,
        };
        return compact(fields);
      }),
  );
