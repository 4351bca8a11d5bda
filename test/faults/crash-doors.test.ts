/** A worker dies while a request of its own is on its way to the world, or its answer on the way back. One installation for
 * each door, side by side: most of the time is waiting for a dead worker's lease to end. */
import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { readBooks } from "../support/books.ts";
import { describePostgres } from "../support/database.ts";
import { type Lane, openLane } from "../support/lane.ts";
import { ONE_BOOKING } from "../support/story.ts";
import { startStopwatch } from "../support/stopwatch.ts";

/** The promise: a case goes on within 20 s. */
const WITHIN_MS = 20_000;

const Fault = z.object({ id: z.string() });
const DOORS = [
  ["calendar_event", { service: "google", method: "POST", path: "/events$" }],
  ["lever_panel", { service: "lever", method: "POST", path: "/panels$" }],
  ["lever_note", { service: "lever", method: "POST", path: "/notes$" }],
  ["candidate_mail", { service: "mail" }],
] as const;
const FAULTS = [
  { what: "the deed is done and no answer comes", fault: "hang_after" },
  { what: "its answer is lost", fault: "drop_after" },
  { what: "not a byte of it was heard", fault: "hang_before" },
] as const;

describePostgres("a worker that is killed", (open) => {
  const databases = new Map<string, string>();
  beforeAll(async () => {
    for (const [kind] of DOORS) databases.set(kind, (await open()).url ?? "");
  });

  it.concurrent.each(DOORS)(
    "while %s is on its way leaves one booking, whether it was done, answered or never heard",
    async (kind, door) => {
      await using lane = await openLane({
        databaseUrl: databases.get(kind) ?? "",
        candidates: 200,
      });
      for (const { what, fault } of FAULTS) {
        const seconds = await dieAtDoor(lane, { kind, door, fault });
        expect({ what, isInTime: seconds * 1_000 < WITHIN_MS }).toEqual({ what, isInTime: true });
      }
    },
  );
});

interface Death {
  kind: (typeof DOORS)[number][0];
  door: (typeof DOORS)[number][1];
  fault: (typeof FAULTS)[number]["fault"];
}

/** Shape: seconds from the worker's death to the booking. */
const dieAtDoor = async (lane: Lane, { kind, door, fault }: Death): Promise<number> => {
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
  const from = startStopwatch();
  const next = lane.startWorker();
  await lane.waitForBooking(opportunityId);
  const seconds = from.wallMs() / 1_000;
  await next.kill("SIGTERM");
  await expectOneBooking(lane, opportunityId, { kind, fault });
  return seconds;
};

const expectOneBooking = async (
  lane: Lane,
  opportunityId: string,
  { kind, fault }: Pick<Death, "kind" | "fault">,
): Promise<void> => {
  const { bookings } = await readBooks(lane, [opportunityId]);
  const isMail = kind === "candidate_mail";
  const { "mail.received": _, ...withoutMail } = ONE_BOOKING;
  expect({ fault, deeds: bookings[0]?.deeds }).toEqual({
    fault,
    deeds: isMail && fault === "hang_before" ? withoutMail : ONE_BOOKING,
  });
  expect(bookings[0]?.effects.map((effect) => effect.status)).toEqual([
    "done",
    "done",
    "done",
    "done",
    isMail ? "parked" : "done",
  ]);
};
