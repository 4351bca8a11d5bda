/** A request to the slot engine as JSON: for files, and for programs in other languages. Times are ISO 8601, hours `09:30`. */
import { z } from "zod";
import { clockTime } from "../domain/plan.ts";
import { isoInstant } from "../domain/time.ts";
import { MAX_HORIZON_DAYS } from "./check-request.ts";
import { holidaysIn } from "./holidays.ts";
import type { LoopRequest, LoopSession } from "./loop-types.ts";
import {
  at,
  clockRange,
  days,
  defined,
  email,
  ENDS_BEFORE,
  interval,
  intervalOf,
  minutes,
  Person,
  personOf,
  rangeOf,
  runsForward,
  weekdayOf,
  zone,
} from "./person-json.ts";

const Session = z.strictObject({
  id: z.string().min(1).max(80).describe("Named by `after` and `previous`"),
  name: z.string().min(1).max(80).optional().describe("For people; the id when absent"),
  durationMinutes: minutes.describe("1 to 480"),
  format: z.enum(["video", "phone", "onsite"]).optional().describe("video when absent"),
  places: z
    .array(
      z.strictObject({
        label: z.string().min(1).max(80).describe("For people, such as hiring manager"),
        key: z.boolean().optional().describe("A key evaluator: their good hours weigh extra"),
        choices: z.array(email).describe("Who may take it"),
        count: z
          .int()
          .min(1)
          .max(20)
          .optional()
          .describe("So many of the choices, as if the place was written so often; 1 when absent"),
      }),
    )
    .describe("All are filled, by different people"),
  training: z
    .array(
      z.strictObject({
        label: z.string().min(1).max(80).describe("For people"),
        kind: z
          .enum(["shadow", "reverse_shadow"])
          .describe("Whether they sit in and listen, or lead and are watched"),
        choices: z.array(email).describe("Who may take it"),
      }),
    )
    .optional()
    .describe("Seats for those who learn: filled when that costs the places nothing"),
  after: z.array(z.string()).optional().describe("Sessions that come before it"),
  pinned: z
    .strictObject({
      start: isoInstant.optional().describe("A start that is fixed"),
      seats: z.array(email.nullable()).optional().describe("Who sits where; null: open"),
    })
    .optional()
    .describe("What is fixed"),
});
type Session = z.infer<typeof Session>;

const count = z.int().optional();

/** The request. */
export const SlotsRequest = z
  .strictObject({
    now: isoInstant.describe("The present: nothing is placed before it"),
    horizon: interval.describe("Everything lies inside"),
    candidate: z.strictObject({
      zone,
      hours: clockRange.optional().describe("Hours that suit; 09:00 to 18:00 when absent"),
      days: days.optional().describe("Days that suit; Monday to Friday when absent"),
      lunch: clockRange.optional().describe("Rather not over lunch"),
      windows: z.array(interval).optional().describe("When given, all lies inside one of them"),
    }),
    people: z.record(email, Person).describe("By address; everybody whom a place names"),
    sessions: z.array(Session).describe("What is to be placed; up to ten"),
    reserved: z
      .array(
        z
          .strictObject({ email, start: isoInstant, end: isoInstant })
          .refine(runsForward, ENDS_BEFORE),
      )
      .optional()
      .describe("Time that is kept for other interviews"),
    previous: z
      .array(
        z.strictObject({
          sessionId: z.string().describe("Which session"),
          startsAt: isoInstant,
          panel: z.array(email).describe("By place"),
          training: z
            .array(email.nullable())
            .optional()
            .describe("Who sat in, by training seat; null: nobody"),
        }),
      )
      .optional()
      .describe("What is booked already: then what disturbs the fewest people goes first"),
    rules: z
      .strictObject({
        mostDays: count.describe("On how many days at most; 1 when absent"),
        mostSessionsADay: count.describe("All when absent"),
        leastGapMinutes: count.describe("Between two sessions of a day; 0 when absent"),
        mostGapMinutes: count.describe("Between two sessions of a day; 120 when absent"),
        pause: z
          .strictObject({
            afterMinutes: z.int().describe("After so much without a pause"),
            minutes: z.int().describe("How long it is"),
          })
          .optional()
          .describe("When a pause is due"),
        lunch: z
          .strictObject({
            start: clockTime.describe("Such as 12:00"),
            end: clockTime.describe("Such as 14:00"),
            minutes: z.int().describe("So many in one piece"),
          })
          .optional()
          .describe("Hours of which a piece stays free"),
      })
      .optional()
      .describe("How the sessions lie to each other"),
    minimumNoticeMinutes: count.describe("Between now and the first start; 1,440 when absent"),
    gridMinutes: z
      .union([z.literal(5), z.literal(10), z.literal(15), z.literal(30)])
      .optional()
      .describe("Starts fall on multiples of it; 15 when absent"),
    weights: z
      .partialRecord(
        z.enum([
          "attendance",
          "invitations_kept",
          "focus_kept",
          "load_balance",
          "candidate_comfort",
          "panel_comfort",
          "earliness",
          "compactness",
          "few_days",
        ]),
        z.int(),
      )
      .optional()
      .describe("How much each term counts; see the engine's README"),
    top: count.describe("How many answers; 5 when absent"),
    effort: count.describe(
      "Steps of the search before it gives up proving, up to 5,000,000; 70,000 when absent",
    ),
  })
  .describe("A request to Convene's slot engine");
export type SlotsRequest = z.infer<typeof SlotsRequest>;

/** The request with everybody's public holidays among their days off: a day more on either side, since zones are a day apart.
 * Errors: `input_invalid` for a country or region that is not known. */
export const withHolidays = async (json: SlotsRequest): Promise<SlotsRequest> => {
  const dateOf = (iso: string): Temporal.PlainDate =>
    at(iso).toZonedDateTimeISO("UTC").toPlainDate();
  const from = dateOf(json.horizon.start).subtract({ days: 1 });
  const end = dateOf(json.horizon.end).add({ days: 1 });
  // A longer horizon is refused by the engine.
  const last = from.add({ days: MAX_HORIZON_DAYS + 2 });
  const span = { from, until: Temporal.PlainDate.compare(end, last) < 0 ? end : last };
  const people = await Promise.all(
    Object.entries(json.people).map(async ([address, person]): Promise<[string, Person]> => {
      const { holidays, daysOff = [] } = person;
      if (!holidays) return [address, person];
      const { country, region } = holidays;
      const found = await holidaysIn({ country, ...(region !== undefined && { region }) }, span);
      const off = found.map(({ date, name }) => ({ date: date.toString(), name }));
      return [address, { ...person, daysOff: [...daysOff, ...off] }];
    }),
  );
  return { ...json, people: Object.fromEntries(people) };
};

/** As the engine takes it; holidays are left out (`withHolidays`). */
export const toLoopRequest = (json: SlotsRequest): LoopRequest => {
  const { now, horizon, candidate, people, sessions, reserved, previous, rules, ...rest } = json;
  return {
    ...defined(rest),
    now: at(now),
    horizon: intervalOf(horizon),
    candidate: {
      zone: candidate.zone,
      ...(candidate.hours && { comfort: rangeOf(candidate.hours) }),
      ...(candidate.days && { comfortDays: candidate.days.map(weekdayOf) }),
      ...(candidate.lunch && { lunch: rangeOf(candidate.lunch) }),
      ...(candidate.windows && { windows: candidate.windows.map(intervalOf) }),
    },
    people: Object.fromEntries(
      Object.entries(people).map(([address, person]) => [address, personOf(address, person, now)]),
    ),
    sessions: sessions.map(sessionOf),
    ...(reserved && {
      reservations: reserved.map(({ email: address, ...span }) => ({
        email: address,
        ...intervalOf(span),
      })),
    }),
    ...(previous && {
      previous: previous.map(({ training, ...slot }) => ({
        ...slot,
        startsAt: at(slot.startsAt),
        ...(training && { training: training.map((trainee) => trainee ?? undefined) }),
      })),
    }),
    ...(rules && { rules: rulesOf(rules) }),
  };
};

const sessionOf = ({
  id,
  name,
  durationMinutes,
  format,
  after,
  pinned,
  places,
  training,
}: Session): LoopSession => ({
  id,
  name: name ?? id,
  durationMinutes,
  ...(format && { format }),
  ...(after && { after }),
  ...(pinned && {
    pinned: {
      ...(pinned.start !== undefined && { start: at(pinned.start) }),
      ...(pinned.seats && { seats: pinned.seats.map((seat) => seat ?? undefined) }),
    },
  }),
  places: places.flatMap(({ label, key, choices, count: seats = 1 }) =>
    Array.from({ length: seats }, () => ({ label, key: key ?? false, choices })),
  ),
  ...(training && { training }),
});

const rulesOf = ({
  lunch,
  ...rules
}: NonNullable<SlotsRequest["rules"]>): NonNullable<LoopRequest["rules"]> => ({
  ...defined(rules),
  ...(lunch && { lunch: { ...rangeOf(lunch), minutes: lunch.minutes } }),
});
