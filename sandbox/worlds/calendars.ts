/** Believable working weeks: recurring meetings, focus time, travel, leave, invitations in every state of answer. */
import { MEETINGS } from "./names.ts";
import type { Random } from "./random.ts";
import type { WorldEvent } from "./types.ts";

const WEEKS = 8;
const WORKDAYS = 5;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

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
      const span = spanOf(monday.add({ days: week * 7 + day }), owner.zone);
      if (week === leaveWeek) {
        put(leave(span));
        continue;
      }
      const add: DayPlan["add"] = (from, minutes, draft) => {
        const startMs = at(from, span);
        put({ ...draft, startMs, endMs: startMs + minutes * MINUTE_MS, allDay: false });
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

/** One day where its owner lives. */
interface DaySpan {
  date: Temporal.PlainDate;
  zone: string;
  startMs: number;
  endMs: number;
}

/** Those that were asked for: many people share a day, and to ask a zone for it is the dearest part of a company. */
const spans = new Map<string, DaySpan>();
const MOST_SPANS = 2_000;

const spanOf = (date: Temporal.PlainDate, zone: string): DaySpan => {
  const key = `${zone} ${date.toString()}`;
  const known = spans.get(key);
  if (known) return known;
  const span = {
    date,
    zone,
    startMs: date.toZonedDateTime(zone).epochMilliseconds,
    endMs: date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
  };
  if (spans.size < MOST_SPANS) spans.set(key, span);
  return span;
};

const leave = ({ startMs, endMs }: DaySpan): Omit<WorldEvent, "id"> => ({
  ...MEETING,
  summary: "Leave",
  eventType: "outOfOffice",
  startMs,
  endMs,
  allDay: true,
});

/** A minute of the day by the clock on the wall. */
const at = (minute: number, { date, zone, startMs, endMs }: DaySpan): number =>
  endMs - startMs === DAY_MS
    ? startMs + minute * MINUTE_MS
    : date.toZonedDateTime({
        timeZone: zone,
        plainTime: Temporal.PlainTime.from("00:00").add({ minutes: minute }),
      }).epochMilliseconds;
