/** How a debrief stands otherwise than it was booked. */
import { expect, it } from "vitest";
import type { CalendarEvent } from "../../../src/calendar/port.ts";
import {
  type AroundDebrief,
  debriefDeviations,
  movedInWords,
} from "../../../src/cases/booked-debrief.ts";
import type { BusyBlock } from "../../../src/domain/calendar.ts";
import { UserId } from "../../../src/domain/ids.ts";
import type { LeverUser } from "../../../src/lever/port.ts";
import { DEBRIEF } from "../../support/debrief.ts";

const AT = {
  startsAt: Temporal.Instant.from(DEBRIEF.startsAt),
  endsAt: Temporal.Instant.from(DEBRIEF.endsAt),
};
const LATER = { startsAt: AT.startsAt.add({ hours: 4 }), endsAt: AT.endsAt.add({ hours: 4 }) };

const eventOf = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  id: "ev_1",
  etag: "1",
  status: "confirmed",
  effectId: "ef_1",
  title: "Debrief",
  description: "",
  url: null,
  videoUrl: null,
  ...AT,
  guests: [{ email: "ann@example.test", answer: "accepted" }],
  ...change,
});
const user = (id: string, deactivated = false): LeverUser => ({
  id: UserId.parse(id),
  name: id,
  email: `${id}@example.test`,
  username: id,
  createdAt: null,
  deactivated,
});
const reading = (email: string, ...blocks: BusyBlock[]): AroundDebrief["readings"][number] => ({
  email,
  readable: true,
  blocks,
  zone: "Europe/Berlin",
  readAt: AT.startsAt,
});
const found = (change: Partial<AroundDebrief> = {}) =>
  debriefDeviations(DEBRIEF, {
    event: eventOf(),
    users: [user("ann"), user("rec")],
    readings: [],
    ...change,
  });

it("stands as it was booked when its event does, whatever else its people have then", () => {
  const busy = reading("rec@example.test", { start: AT.startsAt, end: AT.endsAt, kind: "busy" });
  const unread = {
    email: "ann@example.test",
    readable: false as const,
    reason: "unavailable" as const,
    readAt: AT.startsAt,
  };
  const before = reading("rec@example.test", {
    start: AT.startsAt.subtract({ hours: 24 }),
    end: AT.startsAt,
    kind: "out_of_office",
  });
  expect(found({ readings: [busy, unread, before] })).toEqual({
    isGone: false,
    moved: null,
    missing: [],
  });
});

it("is gone when its event is, and is told where it was moved", () => {
  expect(found({ event: null }).isGone).toBe(true);
  expect(found({ event: eventOf({ status: "cancelled" }) }).isGone).toBe(true);
  expect(found({ event: eventOf(LATER) }).moved).toEqual(LATER);
  expect(found({ event: eventOf({ endsAt: LATER.endsAt }) }).moved).not.toBeNull();
  expect(movedInWords(DEBRIEF, LATER)).toMatch(
    /^The debrief was moved in the calendar, to .*14:00–14:30 \(Lisbon time\)\.$/,
  );
});

it.each<[string, Partial<AroundDebrief>, string[]]>([
  [
    "declined",
    { event: eventOf({ guests: [{ email: "REC@example.test", answer: "declined" }] }) },
    ["Rec declined the debrief."],
  ],
  [
    "was deactivated",
    { users: [user("ann", true), user("rec")] },
    ["Ann was deactivated in Lever."],
  ],
  [
    "is on leave where it was moved to",
    {
      event: eventOf(LATER),
      readings: [
        reading("ann@example.test", {
          start: LATER.startsAt.subtract({ hours: 2 }),
          end: LATER.startsAt.add({ minutes: 1 }),
          kind: "out_of_office",
        }),
      ],
    },
    ["Ann is out of office at that time."],
  ],
])("says who does not come, once: somebody who %s", (_, around, missing) => {
  expect(found(around).missing).toEqual(missing);
});
