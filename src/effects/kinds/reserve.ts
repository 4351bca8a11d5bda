/** Takes the panel's time in our own books, after one more look at the candidate in Lever and at everybody's calendar. The
 * database refuses an overlap. */
import type { CalendarReader } from "../../calendar/port.ts";
import { takeTime } from "../../cases/holds.ts";
import { fencedTransaction } from "../../cases/lease.ts";
import type { Database } from "../../db/port.ts";
import { AppError } from "../../domain/errors.ts";
import type { BookInterview } from "../../domain/proposal.ts";
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
export const createReserve = (deps: ReserveDeps): EffectKind => ({
  kind: "reserve_time",
  audience: "internal",
  label: (payload) => `Hold the time of ${payload.panel.length} in the panel`,
  send: async (context) => {
    refuseIfPassed(context.payload, deps.clock);
    await refuseIfCandidateChanged(context.payload, deps.lever.reader);
    await refuseIfTaken(context.payload, deps.calendar);
    await fencedTransaction(
      deps.database,
      context.lease,
      async (tx) => await takeTime(tx, context),
    );
    return { people: String(context.payload.panel.length) };
  },
  probe: async ({ effectId, payload }) => {
    const rows = await deps.database.query(
      "select id from reservations where effect_id = $1 and released_at is null",
      [effectId],
    );
    return rows.length === payload.panel.length
      ? { outcome: "done", ref: { people: String(rows.length) } }
      : { outcome: "absent" };
  },
  undo: async (_, { effectId, lease }) => {
    await fencedTransaction(deps.database, lease, async (tx) => {
      await tx.query(
        "update reservations set released_at = $2 where effect_id = $1 and released_at is null",
        [effectId, deps.clock.now().toString()],
      );
    });
  },
});

const refuseIfPassed = ({ startsAt }: BookInterview, clock: Clock): void => {
  if (Temporal.Instant.compare(Temporal.Instant.from(startsAt), clock.now()) > 0) return;
  throw new AppError({
    code: "slot_lost",
    fault: "caller",
    message: "That time has passed, so it was not booked.",
  });
};

const refuseIfTaken = async (payload: BookInterview, calendar: CalendarReader): Promise<void> => {
  const start = Temporal.Instant.from(payload.startsAt);
  const end = Temporal.Instant.from(payload.endsAt);
  const readings = await calendar.readBusy(
    payload.panel.map((member) => member.email),
    start,
    end,
  );
  for (const reading of readings) {
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
    if (isTaken || !reading.readable) throw slotLost(reading.email, payload, reading.readable);
  }
};

const slotLost = (email: string, payload: BookInterview, isTaken: boolean): AppError => {
  const name = payload.panel.find((member) => member.email === email)?.name ?? email;
  return new AppError({
    code: "slot_lost",
    fault: "upstream",
    message: isTaken
      ? `${name} is no longer free at that time.`
      : `${name}'s calendar can no longer be read, so the time cannot be confirmed.`,
    data: { email },
  });
};
