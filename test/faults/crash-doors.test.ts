/** A worker dies while a request of its own is on its way to the world, or its answer on the way back. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { readBooks } from "../support/books.ts";
import { describePostgres } from "../support/database.ts";
import { type Lane, openLane } from "../support/lane.ts";
import { ONE_BOOKING } from "../support/story.ts";

/** The promise: a case goes on within 20 s. */
const WITHIN_MS = 20_000;
const PATIENCE_MS = 45_000;

describePostgres("a worker that is killed", (open) => {
  let lane: Lane;
  beforeAll(async () => {
    const database = await open();
    lane = await openLane({
      databaseUrl: database.url ?? "",
      candidates: 200,
      patienceMs: PATIENCE_MS,
    });
  });
  afterAll(async () => await lane[Symbol.asyncDispose]());

  const Fault = z.object({ id: z.string() });
  const DOORS = [
    ["calendar_event", { service: "google", method: "POST", path: "/events$" }],
    ["lever_panel", { service: "lever", method: "POST", path: "/panels$" }],
    ["lever_note", { service: "lever", method: "POST", path: "/notes$" }],
    ["candidate_mail", { service: "mail" }],
  ] as const;

  it.each(
    DOORS.flatMap(([kind, door]) => [
      { kind, door, what: "the deed is done and no answer comes", fault: "hang_after" },
      { kind, door, what: "its answer is lost", fault: "drop_after" },
      { kind, door, what: "not a byte of it was heard", fault: "hang_before" },
    ]),
  )(
    "while $kind is on its way and $what leaves one booking",
    async ({ kind, door, fault }) => {
      const opportunityId = lane.nextCandidate();
      const crashAt = fault === "drop_after" ? `effect.${kind}.unknown ${opportunityId}` : "";
      const worker = lane.startWorker({ crashAt });
      await lane.moveToPhoneScreen(opportunityId);
      const proposal = await lane.waitForProposal(opportunityId);
      const rule = await lane.eyes.control("POST", "/faults", { ...door, kind: fault });
      await lane.api.approve(proposal);
      await lane.eyes.control("GET", `/faults/${Fault.parse(rule).id}/met`);
      if (crashAt === "") await worker.kill();
      await worker.ended;
      const from = performance.now();
      const next = lane.startWorker();
      await lane.waitForBooking(opportunityId);
      expect(performance.now() - from).toBeLessThan(WITHIN_MS);

      await next.kill("SIGTERM");
      const { bookings } = await readBooks(lane, [opportunityId]);
      const isMail = kind === "candidate_mail";
      const { "mail.received": _, ...withoutMail } = ONE_BOOKING;
      expect(bookings[0]?.deeds).toEqual(
        isMail && fault === "hang_before" ? withoutMail : ONE_BOOKING,
      );
      expect(bookings[0]?.effects.map((effect) => effect.status)).toEqual([
        "done",
        "done",
        "done",
        "done",
        isMail ? "parked" : "done",
      ]);
    },
    PATIENCE_MS * 2,
  );
});
