/** How coordinating goes: figures over a period, as JSON and as CSV. */
import { z } from "zod";
import { listFirstOfferRows } from "../../cases/first-offer-rows.ts";
import {
  type InsightQuery,
  type InsightScope,
  listAttendedRows,
  listBookingRows,
  listChangeRows,
  listFeedbackRows,
  listScopes,
  listSeatRows,
} from "../../cases/insight-rows.ts";
import type { Database } from "../../db/port.ts";
import { AppError } from "../../domain/errors.ts";
import type { Clock } from "../../domain/time.ts";
import { OVERDUE_AFTER_HOURS } from "../../feedback/owed.ts";
import { insightsOf } from "../../insights/insights.ts";
import type { SpreadLoad } from "../../insights/load.ts";
import { type Days, lastDays, periodOf } from "../../insights/period.ts";
import { unlessForbidden } from "../../lever/access.ts";
import type { LeverReader } from "../../lever/port.ts";
import type { Texts } from "../../privacy/texts.ts";
import { insightsCsv } from "./insights-csv.ts";
import { InsightsAnswer } from "./insights-schemas.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

export interface InsightsRouteDeps {
  database: Database;
  texts: Texts;
  clock: Clock;
  lever: Pick<LeverReader, "listUsers">;
  companyZone: string;
}

/** Interviews of other days there are none, and the days beside them have to be counted too. */
const dayAskedFor = z.iso
  .date()
  .refine((day) => day >= "1970-01-01" && day < "3000-01-01", "must be a day of 1970 to 2999");

const query = z.object({
  from: dayAskedFor.optional().describe("First day; four weeks ago without"),
  to: dayAskedFor.optional().describe("Last day; today without"),
  team: z.string().min(1).max(200).optional(),
  posting: z.string().min(1).max(200).optional().describe("Its id"),
});
type Asked = z.infer<typeof query>;

/** Longer spans cost more than they tell. Units: days. */
const LONGEST = 731;

/** Routes of insights. */
export const insightsRoutes = (deps: InsightsRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/insights",
    summary: "How coordinating went over some days, of the whole company, a team or a posting",
    access: "audit",
    about: "everybody",
    query,
    answer: InsightsAnswer,
    handler: async ({ query: asked }) => await readInsights(asked, deps),
  }),
  defineRoute({
    method: "get",
    path: "/api/insights.csv",
    summary: "The same figures as CSV: UTF-8, with a header; no candidate is in it",
    access: "audit",
    about: "everybody",
    query,
    answer: z.string(),
    contentType: "text/csv",
    handler: async ({ query: asked, response }) => {
      const answer = await readInsights(asked, deps);
      response.attachment(`insights-${answer.from}-${answer.to}.csv`);
      return insightsCsv(answer);
    },
  }),
];

const readInsights = async (asked: Asked, deps: InsightsRouteDeps): Promise<InsightsAnswer> => {
  const { database, texts, companyZone: zone } = deps;
  const now = deps.clock.now();
  const days = daysOf(asked, lastDays(now, zone));
  const period = periodOf(days, zone);
  const [team, postingId] = [asked.team ?? null, asked.posting ?? null];
  const scopes = await listScopes(database);
  refuseUnknown({ team, postingId }, scopes);
  const scope: InsightQuery = { ...period, team, postingId };
  const rows = {
    bookings: await listBookingRows(database, scope),
    firstOffers: await listFirstOfferRows(database, scope, texts),
    changes: await listChangeRows(database, scope, texts),
    seats: await listSeatRows(database, scope),
    feedback: await listFeedbackRows(database, scope),
    attended: await listAttendedRows(database, { ...scope, now }),
  };
  const { load, ...insights } = insightsOf(
    { ...rows, seats: await seatsOfPeople(rows.seats, deps) },
    { period, now, overdueAfterHours: OVERDUE_AFTER_HOURS },
  );
  return {
    ...days,
    zone,
    team,
    postingId,
    ...scopes,
    ...insights,
    load: await named(load, deps),
    computedAt: now.toString(),
  };
};

/** Errors: `input_invalid` for a team or posting of which there is no case, or none that may be counted. */
const refuseUnknown = (
  { team, postingId }: InsightScope,
  { teams, postings }: Awaited<ReturnType<typeof listScopes>>,
): void => {
  const faults = [
    ...(team === null || teams.includes(team) ? [] : ["team"]),
    ...(postingId === null || postings.some(({ id }) => id === postingId) ? [] : ["posting"]),
  ];
  if (faults.length === 0) return;
  const message = `No case that is counted is of that ${faults.join(" and that ")}: choose from \`teams\` and \`postings\` of the answer to all of the company, or leave it out.`;
  const data = { faults: faults.map((path) => ({ path, message: "is none of those" })) };
  throw new AppError({ code: "input_invalid", fault: "caller", message, data });
};

/** Errors: `input_invalid` for days that end before they begin, or are too many. */
const daysOf = ({ from, to }: Asked, usual: Days): Days => {
  const days = { from: from ?? usual.from, to: to ?? usual.to };
  if (from === undefined && to !== undefined && to < days.from) days.from = to;
  const { days: length } = Temporal.PlainDate.from(days.from).until(days.to);
  if (length >= 0 && length < LONGEST) return days;
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message:
      length < 0
        ? "`to` must not be before `from`."
        : "Ask for two years at most: move `from` and `to` closer together.",
  });
};

/** People of Lever by address; empty where it may not list them. */
const peopleOf = async ({ lever }: InsightsRouteDeps): Promise<Map<string, string>> => {
  const users = await unlessForbidden(async () => await lever.listUsers());
  return new Map(users.map(({ email, name }) => [email.toLowerCase(), name]));
};

/** Rooms are held like people. Who is nobody in Lever is one, unless Lever does not tell who is there. */
const seatsOfPeople = async <Seat extends { email: string }>(
  seats: readonly Seat[],
  deps: InsightsRouteDeps,
): Promise<Seat[]> => {
  const people = await peopleOf(deps);
  return people.size === 0 ? [...seats] : seats.filter(({ email }) => people.has(email));
};

const named = async (
  { people, ...load }: SpreadLoad,
  deps: InsightsRouteDeps,
): Promise<InsightsAnswer["load"]> => {
  const names = await peopleOf(deps);
  return {
    ...load,
    people: people.map(({ email, interviews, hours }) => ({
      name: names.get(email) ?? email,
      interviews,
      hours,
    })),
  };
};
