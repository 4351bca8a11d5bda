/** Takes the panel's time in our own books, after one more look at the candidate in Lever and at everybody's calendar. The
 * database refuses an overlap. */
import type { CalendarReader } from "../../calendar/port.ts";
import { takeTime, takenBy } from "../../cases/holds.ts";
import { fencedTransaction } from "../../cases/lease.ts";
import type { Database } from "../../db/port.ts";
import type { BusyBlock, CalendarReading } from "../../domain/calendar.ts";
import { AppError } from "../../domain/errors.ts";
import { spanOf, timeOf } from "../../domain/itinerary.ts";
import type { BookInterview, BookedSession } from "../../domain/proposal.ts";
import type { Clock } from "../../domain/time.ts";
import type { LeverReader } from "../../lever/port.ts";
import type { EffectKind } from "../kind.ts";
import { refuseIfCandidateChanged } from "../look-again.ts";

interface ReserveDeps {
  database: Database;
  calendar: CalendarReader;
  lever: { reader: LeverReader };
  clock: Clock;
}

/** Blocks that nobody may be booked over, whatever was approved. */
const FIRM = new Set(["busy", "out_of_office"]);

/** Errors, when something has changed since the proposal was made: `slot_lost` (somebody's time was taken),
 * `stale_proposal` (another stage or address), and the reasons not to contact somebody. */
export const createReserve =
  (deps: ReserveDeps) =>
  (payload: BookInterview): EffectKind => {
    const seats = payload.sessions.reduce((sum, session) => sum + takenBy(session).length, 0);
    return {
      kind: "reserve_time",
      audience: "internal",
      label: `Hold the time of ${peopleOf(payload)} in the panel`,
      send: async ({ effectId, proposalId, lease }) => {
        refuseIfPassed(payload, deps.clock);
        await refuseIfCandidateChanged(payload, deps.lever.reader);
        await refuseIfTaken(payload, deps.calendar);
        await fencedTransaction(
          deps.database,
          lease,
          async (tx) => await takeTime(tx, { effectId, proposalId, sessions: payload.sessions }),
        );
        return { people: String(seats) };
      },
      ...takenTime(seats, deps),
    };
  };

/** How time that an effect has taken for so many seats is looked up, and given back. */
export const takenTime = (
  seats: number,
  { database, clock }: Pick<ReserveDeps, "database" | "clock">,
): Pick<EffectKind, "probe" | "undo"> => ({
  probe: async ({ effectId }) => {
    const rows = await database.query(
      "select id from reservations where effect_id = $1 and released_at is null",
      [effectId],
    );
    return rows.length === seats
      ? { outcome: "done", ref: { people: String(rows.length) } }
      : { outcome: "absent" };
  },
  undo: async (_, { effectId, lease }) => {
    await fencedTransaction(database, lease, async (tx) => {
      await tx.query(
        "update reservations set released_at = $2 where effect_id = $1 and released_at is null",
        [effectId, clock.now().toString()],
      );
    });
  },
});

const peopleOf = ({ sessions }: BookInterview): number =>
  new Set(sessions.flatMap(({ panel, trainees }) => takenBy({ panel, trainees }))).size;

/** Errors: `slot_lost` when they have begun. */
export const refuseIfPassed = (
  { sessions }: { sessions: readonly Needed[] },
  clock: Clock,
): void => {
  if (Temporal.Instant.compare(spanOf(sessions).startsAt, clock.now()) > 0) return;
  throw new AppError({
    code: "slot_lost",
    fault: "caller",
    message: "That time has passed, so it was not booked.",
  });
};

/** Whom a session needs, and when. */
interface Needed extends Pick<BookedSession, "startsAt" | "endsAt"> {
  panel: readonly { email: string; name: string }[];
  room?: { email: string; name: string } | undefined;
}

/** What a booking has in calendars already. */
interface OwnTime {
  /** What of somebody's blocks is not ours. */
  without(email: string, blocks: BusyBlock[]): BusyBlock[];
  /** Where its events stand: blocks there are read as they are, not cut. */
  at: readonly { startsAt: string; endsAt: string }[];
}

const NOTHING: OwnTime = { without: (_, blocks) => blocks, at: [] };

/** Looks at the calendars of everybody in these sessions. Errors: `slot_lost`; `calendar_unavailable` (retryable). */
export const refuseIfTaken = async (
  { sessions }: { sessions: readonly Needed[] },
  calendar: CalendarReader,
  { without, at }: OwnTime = NOTHING,
): Promise<void> => {
  if (sessions.length === 0) return;
  const emails = new Set(sessions.flatMap(neededBy));
  const { from, to } = aroundAll([...sessions, ...at]);
  const readings = (await calendar.readBusy([...emails], from, to)).map((reading) =>
    reading.readable ? { ...reading, blocks: without(reading.email, reading.blocks) } : reading,
  );
  for (const session of sessions) refuseIfSessionTaken(session, readings);
};

/** With a minute on either side: what is longer than an event must not look like it. */
const aroundAll = (
  times: readonly { startsAt: string; endsAt: string }[],
): { from: Temporal.Instant; to: Temporal.Instant } => {
  const { startsAt, endsAt } = spanOf([
    ...times.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt)).slice(0, 1),
    ...times.toSorted((a, b) => Temporal.Instant.compare(a.endsAt, b.endsAt)).slice(-1),
  ]);
  return { from: startsAt.subtract({ minutes: 1 }), to: endsAt.add({ minutes: 1 }) };
};

/** Whoever sits in is not needed: they are invited, and may say no. */
const neededBy = ({ panel, room }: Needed): string[] => takenBy({ panel, room });

const refuseIfSessionTaken = (session: Needed, readings: readonly CalendarReading[]): void => {
  const { startsAt: start, endsAt: end } = timeOf(session);
  const taken = new Set(neededBy(session));
  for (const reading of readings) {
    if (!taken.has(reading.email)) continue;
    if (!reading.readable && reading.reason === "unavailable") {
      throw new AppError({
        code: "calendar_unavailable",
        fault: "upstream",
        message: "A calendar does not answer just now; the booking waits for it.",
        retryable: true,
      });
    }
    const isTaken =
      reading.readable &&
      reading.blocks.some(
        (block) =>
          FIRM.has(block.kind) &&
          Temporal.Instant.compare(block.start, end) < 0 &&
          Temporal.Instant.compare(start, block.end) < 0,
      );
    if (isTaken || !reading.readable) throw slotLost(reading.email, session, reading.readable);
  }
};

const slotLost = (email: string, session: Needed, isTaken: boolean): AppError => {
  const { panel, room } = session;
  const name =
    [...panel, ...(room ? [room] : [])].find((one) => one.email === email)?.name ?? email;
  return new AppError({
    code: "slot_lost",
    fault: "upstream",
    message: isTaken
      ? `${name} is no longer free at that time.`
      : `${name}'s calendar can no longer be read, so the time cannot be confirmed.`,
    data: { email },
  });
};
