/** Bookings that an earlier release made: each is written down for itself, whatever becomes of another one. */
import pino from "pino";
import { expect, it } from "vitest";
import { listUnplanned } from "../../../src/cases/bookings.ts";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import { AppError } from "../../../src/domain/errors.ts";
import type { InterviewPlan } from "../../../src/domain/plan.ts";
import { planEarlierBookings } from "../../../src/worker/earlier-bookings.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { bookingOf, openDesk } from "../../support/waiting-proposal.ts";

const NOW = Temporal.Instant.from("2026-11-20T09:00:00Z");

describeOneDatabase("embedded", "bookings of an earlier release", (open) => {
  /** Two of them; of the first one the plan cannot be read as often as there are errors. */
  const openWorld = async (errors: Error[]) => {
    const database = await open();
    const stack = new AsyncDisposableStack();
    const desk = stack.use(await openDesk(database));
    for (const [name, hoursLater] of [
      ["ada", 0],
      ["ben", 2],
    ] as const) {
      const { id } = await desk.propose(bookingOf(name, hoursLater));
      await setBooked(database, id);
    }
    const plans = {
      get: async (): Promise<InterviewPlan | null> => {
        const error = errors.shift();
        if (error) throw error;
        return await Promise.resolve(null);
      },
    };
    const clock = createManualClock(NOW);
    const log = pino({ level: "silent" });
    const { texts } = desk.deps;
    return {
      plan: async () => await planEarlierBookings({ database, clock, log, texts, plans }),
      unplanned: async () => (await listUnplanned(database, { now: NOW })).length,
      close: async () => await stack.disposeAsync(),
    };
  };

  const setBooked = async (database: Database, id: string): Promise<void> => {
    await database.query("update proposals set status = 'done' where id = $1", [id]);
    for (const [step, kind] of ["calendar_event", "lever_panel"].entries()) {
      await database.query(
        `insert into effects (id, proposal_id, proposal_digest, step, kind, label, audience, status, external_ref, finished_at)
         values ($1, $2, $2, $3, $4, 'It', 'internal', 'done', '{}', $5)`,
        [`${kind} ${id}`, id, step + 100, kind, NOW.subtract({ hours: 1 }).toString()],
      );
    }
    await database.query("update reservations set effect_id = $2 where proposal_id = $1", [
      id,
      `calendar_event ${id}`,
    ]);
  };

  it("are written down behind one that fails, and are over then", async () => {
    const world = await openWorld([new Error("the plan has no such place")]);
    expect(await world.unplanned()).toBe(2);
    expect(await world.plan()).toBe(true);
    expect(await world.unplanned()).toBe(1);
    // It is said once.
    expect(await world.plan()).toBe(true);
    expect(await world.unplanned()).toBe(1);
    await world.close();
  });

  it("are tried again where what fails passes", async () => {
    const passes = new AppError({
      code: "database_busy",
      fault: "upstream",
      message: "The database did not answer in time",
      retryable: true,
    });
    const world = await openWorld([passes]);
    expect(await world.plan()).toBe(false);
    expect(await world.unplanned()).toBe(1);
    expect(await world.plan()).toBe(true);
    expect(await world.unplanned()).toBe(0);
    await world.close();
  });
});
