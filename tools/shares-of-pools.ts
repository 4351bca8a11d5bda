/** What people owe to their fair share of the interviews of the pools that a plan asks. */
import { type HeldInterview, type PoolMember, sharesOwed } from "../src/scheduling/shares-owed.ts";
import type { ToolContext } from "./context.ts";
import type { ContextPerson, ContextPlace } from "./scheduling-context.ts";

/** So long fair shares are remembered. */
export const SHARES_WEEKS = 4;
const WEEK_HOURS = 7 * 24;

/** Interviews owed by e-mail address, below 0 for who had more than their share: of everybody who could sit in a place with a
 * choice, by what we have booked in the past four weeks. Who joined Lever since, or took no interviews for some days, owes
 * nothing for that time. */
export const readSharesOwed = async (
  { places, people }: { places: readonly ContextPlace[][]; people: readonly ContextPerson[] },
  { interviewing, clock, companyZone }: ToolContext,
): Promise<Record<string, number>> => {
  const pools = poolsIn(places);
  const asked = people.filter(({ email }) => pools.some((pool) => pool.includes(email)));
  if (asked.length === 0) return {};
  const now = clock.now();
  const [held, away] = await Promise.all([
    interviewing.held({
      emails: asked.map(({ email }) => email),
      from: now.subtract({ hours: SHARES_WEEKS * WEEK_HOURS }),
      to: now,
    }),
    interviewing.away({ userIds: asked.map(({ userId }) => userId), zone: companyZone, now }),
  ]);
  const dayOf = (instant: Temporal.Instant) =>
    instant.toZonedDateTimeISO(companyZone).toPlainDate();
  const members = asked.map(({ email, userId, since }): PoolMember => ({
    email,
    leave: away.get(userId) ?? [],
    ...(since !== undefined && { joinedOn: dayOf(Temporal.Instant.from(since)) }),
  }));
  return owedInPools(
    pools,
    members,
    held.map(({ email, startsAt }) => ({ email, on: dayOf(startsAt) })),
  );
};

/** Choices of the places that leave one. Shape: each set of people once. */
const poolsIn = (places: readonly ContextPlace[][]): string[][] => [
  ...new Map(
    places
      .flat()
      .filter(({ choices }) => choices.length > 1)
      .map(({ choices }) => [choices.toSorted().join(" "), choices] as const),
  ).values(),
];

/** Who is in several pools owes the mean of what they owe in each. */
export const owedInPools = (
  pools: readonly (readonly string[])[],
  members: readonly PoolMember[],
  history: readonly HeldInterview[],
): Record<string, number> => {
  const byPool = pools.map((pool) =>
    sharesOwed(
      members.filter(({ email }) => pool.includes(email)),
      history,
    ),
  );
  return Object.fromEntries(
    members.map(({ email }) => {
      const owed = byPool.flatMap((ofPool) => ofPool.get(email) ?? []);
      const mean = owed.reduce((sum, each) => sum + each, 0) / Math.max(1, owed.length);
      return [email, Math.round(mean * 100) / 100];
    }),
  );
};
