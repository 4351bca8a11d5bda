/** Who interviews: people of the plans, people who have set something for themselves, people with interviews. */
import type { Database } from "../db/port.ts";
import type { InterviewPlan } from "../domain/plan.ts";
import type { Clock } from "../domain/time.ts";
import type { LeverReader, LeverUser } from "../lever/port.ts";
import type { PlanReader } from "../plans/reader.ts";
import { type Load, countLoad, listInterviews, loadWeeks, poolsOf } from "./load.ts";
import { type VersionedPreferences, listPreferring, readPreferences } from "./preferences-store.ts";
import { NO_PREFERENCES } from "../domain/preferences.ts";

export interface RosterDeps {
  database: Database;
  lever: LeverReader;
  plans: PlanReader;
  clock: Clock;
  companyZone: string;
}

/** One who interviews, or could. */
export interface RosterPerson {
  user: LeverUser;
  /** Names of the pools that they are in, each once. */
  pools: string[];
  kept: VersionedPreferences;
  load: Load;
}

/** People by name. `search`: any active Lever user whose name or address holds it, in place of those who interview.
 * Shape: at most `limit`, and whether there are more. */
export const listRoster = async (
  { search, limit }: { search: string | null; limit: number },
  deps: RosterDeps,
): Promise<{ people: RosterPerson[]; hasMore: boolean }> => {
  const users = (await deps.lever.listUsers()).filter(({ deactivated }) => !deactivated);
  const isAsked = search === null ? await interviewerTest(deps) : searchTest(search);
  const found = users.filter(isAsked).toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  return {
    people: await describe(found.slice(0, limit), deps),
    hasMore: found.length > limit,
  };
};

/** One person as the list shows them. */
export const describePerson = async (user: LeverUser, deps: RosterDeps): Promise<RosterPerson> => {
  const [person] = await describe([user], deps);
  if (!person) throw new Error("a person was described as nobody");
  return person;
};

const searchTest = (search: string): ((user: LeverUser) => boolean) => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ name, email }) =>
    words.every((word) => `${name} ${email}`.toLowerCase().includes(word));
};

const interviewerTest = async (deps: RosterDeps): Promise<(user: LeverUser) => boolean> => {
  const [preferring, interviewing] = await Promise.all([
    listPreferring(deps.database),
    listInterviewing(deps),
  ]);
  const ids = new Set(preferring);
  const emails = new Set(
    [...(await deps.plans.all()).flatMap(addressesOf), ...interviewing].map(lower),
  );
  return (user) => ids.has(user.id) || emails.has(lower(user.email));
};

const lower = (text: string): string => text.toLowerCase();

const addressesOf = ({ pools = {}, sessions }: InterviewPlan): string[] => [
  ...Object.values(pools).flat(),
  ...sessions.flatMap(({ places, training = [] }) =>
    [...places, ...training].flatMap(({ person }) => person ?? []),
  ),
];

const listInterviewing = async ({
  database,
  clock,
  companyZone,
}: RosterDeps): Promise<string[]> => {
  const { start } = loadWeeks(clock.now(), companyZone);
  const rows = await database.query<{ person: string }>(
    `select distinct person from reservations where released_at is null
       and during && tstzrange($1, null) and (held_until is null or held_until > $2)`,
    [start.toInstant().toString(), clock.now().toString()],
  );
  return rows.map(({ person }) => person);
};

const describe = async (users: readonly LeverUser[], deps: RosterDeps): Promise<RosterPerson[]> => {
  const now = deps.clock.now();
  const kept = await readPreferences(
    deps.database,
    users.map(({ id }) => id),
  );
  // Weeks differ by zone: what is read has a day more on either side.
  const weeks = loadWeeks(now, deps.companyZone);
  const interviews = await listInterviews(deps.database, {
    emails: users.map(({ email }) => email),
    from: weeks.start.toInstant().subtract({ hours: 24 }),
    to: weeks.end.toInstant().add({ hours: 24 }),
    now,
  });
  const plans = await deps.plans.all();
  return users.map((user) => {
    const own = kept.get(user.id) ?? { version: 0, preferences: NO_PREFERENCES };
    return {
      user,
      pools: [...new Set(poolsOf(plans, user.email).map(({ pool }) => pool))],
      kept: own,
      load: countLoad(
        interviews.filter(({ email }) => email === user.email),
        loadWeeks(now, own.preferences.zone ?? deps.companyZone),
      ),
    };
  });
};
