/** The day of a recruiter, now: what the daily digest would tell, and whether it is sent. */
import { z } from "zod";
import { lastDays } from "../../cases/daily-digests.ts";
import { listRecruiters, readDayRows, readSubjects } from "../../cases/day-rows.ts";
import { withoutRiskWords } from "../../cases/no-show-told.ts";
import type { Database } from "../../db/port.ts";
import type { DayParts, DigestItem } from "../../domain/daily-digest.ts";
import { UserId } from "../../domain/ids.ts";
import type { Clock } from "../../domain/time.ts";
import { OVERDUE_AFTER_HOURS } from "../../feedback/owed.ts";
import type { Ids } from "../../identifiers.ts";
import { unlessForbidden } from "../../lever/access.ts";
import type { LeverReader } from "../../lever/port.ts";
import { changePreferences, readPreferencesOf } from "../../people/preferences-store.ts";
import type { Texts } from "../../privacy/texts.ts";
import { composeDay } from "../../today/compose.ts";
import { toldSince } from "../../today/morning.ts";
import { type Principal, mayDecide } from "../auth/principal.ts";
import { notThere } from "./not-there.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { DayAnswer, type DayItem } from "./today-schemas.ts";

export interface TodayRouteDeps {
  database: Database;
  texts: Texts;
  clock: Clock;
  ids: Ids;
  lever: Pick<LeverReader, "listUsers">;
  companyZone: string;
  config: { dailyDigest: boolean };
}

/** Routes of the day. */
export const todayRoutes = (deps: TodayRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/today",
    summary: "What waits, failed, is owed and was done: of a recruiter's cases, or of all",
    access: "read",
    about: "everybody",
    query: z.object({ person: UserId.optional().describe("Lever user") }),
    answer: DayAnswer,
    handler: async ({ query, principal }) => await readDay(query.person ?? null, principal, deps),
  }),
  defineRoute({
    method: "put",
    path: "/api/people/{id}/daily-digest",
    summary: "Have somebody's day sent to them each working morning, or not",
    access: "decide",
    about: "everybody",
    params: z.object({ id: UserId }),
    body: z.strictObject({ isOn: z.boolean() }),
    answer: z.object({ isOn: z.boolean() }),
    handler: async ({ params: { id }, body: { isOn }, principal }) => {
      if (!(await listPeople(deps)).has(id)) throw notThere("person");
      const { version, preferences } = await readPreferencesOf(deps.database, id);
      const { noDailyDigest: _, ...others } = preferences;
      await changePreferences(deps.database, deps.clock, {
        userId: id,
        preferences: isOn ? others : { ...others, noDailyDigest: true },
        basedOn: version,
        by: principal?.name ?? "nobody",
        correlationId: deps.ids.next("co"),
      });
      return { isOn };
    },
  }),
];

/** Names of active Lever users by id; empty where Lever does not list them. */
const listPeople = async ({ lever }: TodayRouteDeps): Promise<Map<string, string>> => {
  const users = await unlessForbidden(async () => await lever.listUsers());
  return new Map(users.filter(({ deactivated }) => !deactivated).map(({ id, name }) => [id, name]));
};

const readDay = async (
  userId: UserId | null,
  principal: Principal | null,
  deps: TodayRouteDeps,
): Promise<DayAnswer> => {
  const { database, companyZone: zone } = deps;
  const now = deps.clock.now();
  const people = await listPeople(deps);
  const last = userId === null ? undefined : (await lastDays(database, [userId])).get(userId);
  const since = toldSince(now, null);
  const { overdue, ...rows } = await readDayRows(deps, {
    recruiterId: userId,
    since,
    // What is done this very moment stands here too.
    until: now.add({ seconds: 1 }),
    now,
    overdueAfterHours: OVERDUE_AFTER_HOURS,
  });
  const owed = overdue.map((form) => ({ ...form, name: people.get(form.userId) ?? null }));
  const told = mayDecide(principal)
    ? rows
    : {
        ...rows,
        risks: [],
        waiting: withoutRiskWords(rows.waiting),
        done: withoutRiskWords(rows.done),
      };
  const day = composeDay({ ...told, overdue: owed }, { now, zone });
  return {
    person: userId === null ? null : { id: userId, name: people.get(userId) ?? userId },
    recruiters: await recruitersOf(people, deps),
    since: since.toString(),
    until: now.toString(),
    parts: await withSubjects(day, deps),
    digest:
      userId === null
        ? null
        : {
            isOn: !(await readPreferencesOf(database, userId)).preferences.noDailyDigest,
            isOffForAll: !deps.config.dailyDigest,
            lastDay: last?.day ?? null,
          },
  };
};

const LATELY = { hours: 7 * 24 };

const recruitersOf = async (
  people: ReadonlyMap<string, string>,
  { database, clock }: TodayRouteDeps,
): Promise<DayAnswer["recruiters"]> =>
  (await listRecruiters(database, clock.now().subtract(LATELY)))
    .flatMap(({ userId }) => {
      const name = people.get(userId);
      return name === undefined ? [] : [{ id: userId, name }];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));

const withSubjects = async (
  day: DayParts,
  { database, texts }: TodayRouteDeps,
): Promise<DayAnswer["parts"]> => {
  const ids = Object.values(day).flatMap((items) => items.map(({ caseId }) => caseId));
  const subjects = await readSubjects(database, [...new Set(ids)], texts);
  const view = (items: readonly DigestItem[]): DayItem[] =>
    items.map((item) => ({ ...item, subject: subjects.get(item.caseId) ?? "A candidate" }));
  return {
    waits: view(day.waits),
    failed: view(day.failed),
    risks: view(day.risks),
    owes: view(day.owes),
    done: view(day.done),
  };
};
