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

/** Events of one person for eight weeks from the Monday given, about half of the time taken. */
export const buildCalendar = (
  person: { zone: string; key: string },
  monday: Temporal.PlainDate,
  random: Random,
): WorldEvent[] => {
  const events: WorldEvent[] = [];
  const add = (date: Temporal.PlainDate, from: number, minutes: number, draft: Draft): void => {
    const start = at(date, from, person.zone);
    events.push({
      ...draft,
      id: `${person.key}e${events.length}`,
      startMs: start.epochMilliseconds,
      endMs: start.add({ minutes }).epochMilliseconds,
      allDay: false,
    });
  };
  const recurring = Array.from({ length: random.int(3, 6) }, () => ({
    day: random.int(0, WORKDAYS - 1),
    from: random.int(18, 32) * 30,
    minutes: random.pick([30, 45, 60]),
    summary: random.pick(MEETINGS),
  }));
  const focusDay = random.int(0, WORKDAYS - 1);
  const leaveWeek = random.int(1, WEEKS * 2);
  for (let week = 0; week < WEEKS; week += 1) {
    for (let day = 0; day < WORKDAYS; day += 1) {
      const date = monday.add({ days: week * 7 + day });
      if (week === leaveWeek) {
        events.push(
          allDay(
            date,
            person,
            { ...MEETING, summary: "Leave", eventType: "outOfOffice" },
            events.length,
          ),
        );
        continue;
      }
      for (const meeting of recurring) {
        if (meeting.day === day)
          add(date, meeting.from, meeting.minutes, { ...MEETING, summary: meeting.summary });
      }
      addDay(date, { isFocusDay: day === focusDay, add, random });
    }
  }
  return events.toSorted((a, b) => a.startMs - b.startMs || a.id.localeCompare(b.id));
};

interface DayPlan {
  isFocusDay: boolean;
  add(date: Temporal.PlainDate, from: number, minutes: number, draft: Draft): void;
  random: Random;
}

const addDay = (date: Temporal.PlainDate, { isFocusDay, add, random }: DayPlan): void => {
  for (let i = random.int(1, 3); i > 0; i -= 1) {
    add(date, random.int(18, 33) * 30, random.pick([30, 30, 45, 60, 90]), {
      ...MEETING,
      summary: random.pick(MEETINGS),
      response: random.pick([
        "accepted",
        "accepted",
        "accepted",
        "accepted",
        "needsAction",
        "tentative",
        "declined",
      ]),
    });
  }
  if (isFocusDay) {
    add(date, 9 * 60, 120, { ...MEETING, summary: "Focus time", eventType: "focusTime" });
  }
  if (random.chance(0.05)) {
    add(date, 9 * 60, 8 * 60, { ...MEETING, summary: "Travel", eventType: "outOfOffice" });
  }
  if (random.chance(0.06)) {
    add(date, random.int(26, 32) * 30, 60, {
      ...MEETING,
      summary: "Dentist?",
      status: "tentative",
    });
  }
  if (random.chance(0.1)) {
    add(date, 9 * 60, 8 * 60, {
      ...MEETING,
      summary: "At home",
      eventType: "workingLocation",
      transparency: "transparent",
    });
  }
};

const allDay = (
  date: Temporal.PlainDate,
  person: { zone: string; key: string },
  draft: Draft,
  index: number,
): WorldEvent => ({
  ...draft,
  id: `${person.key}e${index}`,
  startMs: at(date, 0, person.zone).epochMilliseconds,
  endMs: at(date.add({ days: 1 }), 0, person.zone).epochMilliseconds,
  allDay: true,
});

const at = (date: Temporal.PlainDate, minute: number, zone: string): Temporal.Instant =>
  date
    .toZonedDateTime({
      timeZone: zone,
      plainTime: Temporal.PlainTime.from("00:00").add({ minutes: minute }),
    })
    .toInstant();
