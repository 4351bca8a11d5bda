/** Believable working weeks: recurring meetings, focus time, travel, leave, invitations in every state of answer. */
import { MEETINGS } from "./names.ts";
import type { Random } from "./random.ts";
import type { WorldEvent } from "./types.ts";

const WEEKS = 8;
const WORKDAYS = 5;

type Draft = Omit<WorldEvent, "id" | "startMs" | "endMs" | "allDay">;

const MEETING: Draft = {
  summary: "",
  eventType: "default",
  status: "confirmed",
  transparency: "opaque",
  response: "accepted",
};

/** Somebody's calendar to be. */
export interface CalendarOwner {
  zone: string;
  /** Begins the ids of the events. */
  key: string;
  /** The most meetings of a day that come up at short notice. */
  shortNotice: number;
}

/** Events of one person for eight weeks from the Monday given; half of the working hours are free, more or less. */
export const buildCalendar = (
  owner: CalendarOwner,
  monday: Temporal.PlainDate,
  random: Random,
): WorldEvent[] => {
  const events: WorldEvent[] = [];
  const put = (span: Omit<WorldEvent, "id">): void => {
    events.push({ ...span, id: `${owner.key}e${events.length}` });
  };
  const recurring = Array.from({ length: random.int(3, 6) }, () => ({
    day: random.int(0, WORKDAYS - 1),
    from: random.int(18, 32) * 30,
    minutes: random.pick([30, 45, 60]),
    summary: random.pick(MEETINGS),
  }));
  const focusDay = random.int(0, WORKDAYS - 1);
  const leaveWeek = random.int(1, WEEKS * 2);
  const later = random.fork("called at short notice");
  for (let week = 0; week < WEEKS; week += 1) {
    for (let day = 0; day < WORKDAYS; day += 1) {
      const date = monday.add({ days: week * 7 + day });
      if (week === leaveWeek) {
        put(leave(date, owner.zone));
        continue;
      }
      const add: DayPlan["add"] = (from, minutes, draft) => {
        const start = at(date, from, owner.zone);
        const endMs = start.add({ minutes }).epochMilliseconds;
        put({ ...draft, startMs: start.epochMilliseconds, endMs, allDay: false });
      };
      for (const { from, minutes, summary } of recurring.filter((one) => one.day === day)) {
        add(from, minutes, { ...MEETING, summary });
      }
      addDay({ isFocusDay: day === focusDay, add, random });
      for (let i = later.int(0, owner.shortNotice); i > 0; i -= 1) {
        const summary = later.pick(MEETINGS);
        add(later.int(18, 33) * 30, later.pick([30, 45, 60]), { ...MEETING, summary });
      }
    }
  }
  return events.toSorted((a, b) => a.startMs - b.startMs || a.id.localeCompare(b.id));
};

interface DayPlan {
  isFocusDay: boolean;
  /** From a minute of the day, for so many minutes. */
  add(from: number, minutes: number, draft: Draft): void;
  random: Random;
}

const ANSWERS = [
  "accepted",
  "accepted",
  "accepted",
  "accepted",
  "needsAction",
  "tentative",
  "declined",
] as const;

const addDay = ({ isFocusDay, add, random }: DayPlan): void => {
  for (let i = random.int(1, 3); i > 0; i -= 1) {
    add(random.int(18, 33) * 30, random.pick([30, 30, 45, 60, 90]), {
      ...MEETING,
      summary: random.pick(MEETINGS),
      response: random.pick(ANSWERS),
    });
  }
  if (isFocusDay) {
    add(9 * 60, 120, { ...MEETING, summary: "Focus time", eventType: "focusTime" });
  }
  if (random.chance(0.05)) {
    add(9 * 60, 8 * 60, { ...MEETING, summary: "Travel", eventType: "outOfOffice" });
  }
  if (random.chance(0.06)) {
    const from = random.int(26, 32) * 30;
    add(from, 60, { ...MEETING, summary: "Dentist?", status: "tentative" });
  }
  if (random.chance(0.1)) {
    add(9 * 60, 8 * 60, {
      ...MEETING,
      summary: "At home",
      eventType: "workingLocation",
      transparency: "transparent",
    });
  }
};

const leave = (date: Temporal.PlainDate, zone: string): Omit<WorldEvent, "id"> => ({
  ...MEETING,
  summary: "Leave",
  eventType: "outOfOffice",
  startMs: at(date, 0, zone).epochMilliseconds,
  endMs: at(date.add({ days: 1 }), 0, zone).epochMilliseconds,
  allDay: true,
});

const at = (date: Temporal.PlainDate, minute: number, zone: string): Temporal.Instant =>
  date
    .toZonedDateTime({
      timeZone: zone,
      plainTime: Temporal.PlainTime.from("00:00").add({ minutes: minute }),
    })
    .toInstant();
