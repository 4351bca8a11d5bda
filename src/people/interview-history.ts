/** Who has interviewed how much, and who was away meanwhile: by our own books, as tools may read them. Lever lists interviews by
 * candidate alone, so what was booked elsewhere is not known. */
import { KINDS_OF_BOOKINGS } from "../cases/booking-kinds.ts";
import { listSpentTime } from "../cases/missed-interviews.ts";
import type { Database, Queryable } from "../db/port.ts";

type Reads = Database | Queryable;

interface HeldQuery {
  emails: readonly string[];
  from: Temporal.Instant;
  to: Temporal.Instant;
}

interface AwayQuery {
  userIds: readonly string[];
  /** Of the days. */
  zone: string;
  /** Until when somebody who is still away was away so far. */
  now: Temporal.Instant;
}

/** Days on which somebody took no interviews, the last one too. */
export interface DaysAway {
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
}

/** Reads for tools. */
export const createInterviewHistory = (reads: Reads) => ({
  held: async ({ emails, from, to }: HeldQuery) => [
    ...(await reads.query<{ email: string; startsAt: Temporal.Instant }>(
      `select person as email, lower(during) as "startsAt" from reservations
       where proposal_id in (select id from proposals where kind in (${KINDS_OF_BOOKINGS})) and released_at is null and held_until is null and person = any($1)
         and lower(during) >= $2 and lower(during) < $3 and during && tstzrange($2, $3)
       order by lower(during), person`,
      [emails, from.toString(), to.toString()],
    )),
    ...(await listSpentTime(reads, { emails, from, to })).map(({ email, startsAt }) => ({
      email,
      startsAt,
    })),
  ],
  away: async ({ userIds, zone, now }: AwayQuery): Promise<ReadonlyMap<string, DaysAway[]>> => {
    const rows = await reads.query<SetAway>(
      `select user_id as "userId", created_at as "from", "to", "backOn", "isOut" from (
         select user_id, version, created_at,
           lead(created_at) over (partition by user_id order by version) as "to",
           preferences ->> 'pausedUntil' as "backOn",
           coalesce((preferences ->> 'takesNoInterviews')::boolean, false) as "isOut"
         from preferences where user_id = any($1)) v
       where "backOn" is not null or "isOut" order by user_id, version`,
      [userIds],
    );
    const away = new Map<string, DaysAway[]>();
    for (const row of rows) {
      const days = daysOf(row, { zone, now });
      if (days) away.set(row.userId, [...(away.get(row.userId) ?? []), days]);
    }
    return away;
  },
});

interface SetAway {
  [column: string]: unknown;
  userId: string;
  from: Temporal.Instant;
  /** When something else was set. */
  to: Temporal.Instant | null;
  /** The first day with interviews again. */
  backOn: string | null;
  isOut: boolean;
}

const daysOf = (
  { from, to, backOn, isOut }: SetAway,
  { zone, now }: Pick<AwayQuery, "zone" | "now">,
): DaysAway | null => {
  const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDate();
  const first = dayOf(from);
  const set = dayOf(to ?? now);
  const back = isOut || backOn === null ? set : Temporal.PlainDate.from(backOn).subtract(A_DAY);
  const until = Temporal.PlainDate.compare(back, set) < 0 ? back : set;
  return Temporal.PlainDate.compare(first, until) <= 0 ? { from: first, until } : null;
};

const A_DAY = { days: 1 };
