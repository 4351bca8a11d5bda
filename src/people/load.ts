/** How much people interview, by our own books: what is booked, and what is held for a proposal that waits. */
import { KINDS_OF_BOOKINGS } from "../cases/booking-kinds.ts";
import { listSpentTime } from "../cases/missed-interviews.ts";
import { OFFERED_TIME } from "../cases/holds.ts";
import type { Database, Queryable } from "../db/port.ts";
import { type OfferedTime, mostInterviews } from "../domain/offered-time.ts";

type Reads = Database | Queryable;

/** Weeks before this one that are told. */
export const WEEKS_BEFORE = 4;

/** One interview of a person, without a word about the candidate. */
export interface OwnInterview {
  email: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  postingTitle: string;
  stageName: string;
  /** False: the time is held, and nobody has decided yet. */
  isBooked: boolean;
  /** Of an offer at most one time comes true; null: it is of none. */
  offered: OfferedTime | null;
}

/** Interviews of a person, by local weeks from Monday. */
export interface Load {
  /** Of the four weeks before this one, together. */
  before: number;
  thisWeek: number;
  nextWeek: number;
}

/** The four weeks before, this one and the next. */
export interface LoadWeeks {
  start: Temporal.ZonedDateTime;
  thisWeek: Temporal.ZonedDateTime;
  nextWeek: Temporal.ZonedDateTime;
  end: Temporal.ZonedDateTime;
}

/** The weeks around now in a zone. */
export const loadWeeks = (now: Temporal.Instant, zone: string): LoadWeeks => {
  const today = now.toZonedDateTimeISO(zone).startOfDay();
  const thisWeek = today.subtract({ days: today.dayOfWeek - 1 });
  return {
    start: thisWeek.subtract({ weeks: WEEKS_BEFORE }),
    thisWeek,
    nextWeek: thisWeek.add({ weeks: 1 }),
    end: thisWeek.add({ weeks: 2 }),
  };
};

/** The interviews of these people that begin in a span, also those that were missed while they waited. Shape: by start; a hold whose time is up is none. */
export const listInterviews = async (
  reads: Reads,
  asked: {
    emails: readonly string[];
    from: Temporal.Instant;
    to: Temporal.Instant;
    now: Temporal.Instant;
  },
): Promise<OwnInterview[]> => {
  const booked = await reads.query<OwnInterview & Record<string, unknown>>(
    `select r.person as email, lower(r.during) as "startsAt", upper(r.during) as "endsAt",
       c.posting_title as "postingTitle", c.stage_name as "stageName", r.held_until is null as "isBooked",
       ${OFFERED_TIME} as offered
     from reservations r join proposals p on p.id = r.proposal_id join cases c on c.id = p.case_id
     where r.released_at is null and p.kind in (${KINDS_OF_BOOKINGS}) and r.person = any($1)
       and lower(r.during) >= $2 and lower(r.during) < $3 and r.during && tstzrange($2, $3)
       and (r.held_until is null or r.held_until > $4)
     order by lower(r.during), r.person`,
    [asked.emails, asked.from.toString(), asked.to.toString(), asked.now.toString()],
  );
  const spent = await listSpentTime(reads, asked);
  return [...booked, ...spent.map((each) => ({ ...each, isBooked: true, offered: null }))].toSorted(
    (a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt),
  );
};

/** How many of them fall into which week; an offer counts once in each week in which one of its times lies. */
export const countLoad = (
  interviews: readonly { startsAt: Temporal.Instant; offered?: OfferedTime | null }[],
  weeks: LoadWeeks,
): Load => {
  const within = (from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): number =>
    mostInterviews(
      interviews
        .filter(
          ({ startsAt }) =>
            Temporal.Instant.compare(startsAt, from.toInstant()) >= 0 &&
            Temporal.Instant.compare(startsAt, to.toInstant()) < 0,
        )
        .map(({ offered }) => offered),
    );
  return {
    before: within(weeks.start, weeks.thisWeek),
    thisWeek: within(weeks.thisWeek, weeks.nextWeek),
    nextWeek: within(weeks.nextWeek, weeks.end),
  };
};

/** A pool of a plan in which somebody is one of several. */
export interface PoolShare {
  planId: string;
  pool: string;
  /** Of the person, over the six weeks. */
  own: number;
  /** Of the others of the pool on average, to a tenth. */
  others: number;
  people: number;
}

interface Pooled {
  id: string;
  pools?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** Pools with the person in them, as plan, name and addresses. */
export const poolsOf = (
  plans: readonly Pooled[],
  email: string,
): { planId: string; pool: string; emails: string[] }[] =>
  plans.flatMap(({ id, pools = {} }) =>
    Object.entries(pools)
      .map(([pool, members]) => ({ planId: id, pool, emails: [...new Set(members.map(lower))] }))
      .filter(({ emails }) => emails.includes(lower(email))),
  );

/** Plans are written by hand: `Grace@…` is the same person. */
const lower = (email: string): string => email.toLowerCase();

/** The person's share of each pool. `interviews` are everybody's. Shape: pools of one are left out. */
export const sharesOf = (
  email: string,
  pools: ReturnType<typeof poolsOf>,
  interviews: readonly { email: string; offered?: OfferedTime | null }[],
): PoolShare[] => {
  const kept = Map.groupBy(interviews, (one) => lower(one.email));
  const counts = new Map(
    [...kept].map(([person, own]) => [person, mostInterviews(own.map(({ offered }) => offered))]),
  );
  const own = counts.get(lower(email)) ?? 0;
  return pools.flatMap(({ planId, pool, emails }) => {
    const others = emails.filter((other) => other !== lower(email));
    if (others.length === 0) return [];
    const sum = others.reduce((total, other) => total + (counts.get(other) ?? 0), 0);
    const average = Math.round((sum / others.length) * 10) / 10;
    return [{ planId, pool, own, others: average, people: emails.length }];
  });
};
