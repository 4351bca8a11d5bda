/** Between what stands in the form's fields and what a person has set: text in, words beside the field when it is none. */
import { WEEKDAYS } from "../../domain/plan.ts";
import {
  type ClockSpan,
  type FocusRule,
  MOST_FOCUS_RULES,
  MOST_STAYS,
  Preferences,
  Stay,
  sharesDays,
} from "../../domain/preferences.ts";
import { bufferOf, plainBuffer } from "../../domain/buffer.ts";
import { readHolidayPlace } from "../../domain/holiday-places.ts";
import { isZone } from "../../domain/time.ts";
import { type FormBody, allOf, textOf } from "../pages/form-body.ts";

export type Weekday = (typeof WEEKDAYS)[number];

/** Spans of a day that the form has fields for. */
export const SPANS_A_DAY = 3;

/** A journey as typed. */
export interface StayForm {
  from: string;
  until: string;
  zone: string;
  start: string;
  end: string;
}

/** The form as it stands: what was typed, right or wrong. */
export interface PreferencesForm {
  version: string;
  pausedUntil: string;
  takesNoInterviews: boolean;
  zone: string;
  hours: "calendar" | "own";
  spans: Record<Weekday, { start: string; end: string }[]>;
  maxInterviewsPerDay: string;
  maxInterviewsPerWeek: string;
  bufferBefore: string;
  bufferAfter: string;
  holidays: string;
  stays: StayForm[];
  comfort: { start: string; end: string };
  lunch: { start: string; end: string };
  focus: { days: string; start: string; end: string; firm: boolean }[];
  notAsHiringManagerIn: readonly string[];
}

/** Words by field name. */
export type FormFaults = Record<string, string>;

/** What a person has set, as the form shows it. `usual`: the hours to begin from when they choose their own. */
export const formOf = (
  { version, preferences }: { version: number; preferences: Preferences },
  usual: Partial<Record<Weekday, readonly ClockSpan[]>>,
): PreferencesForm => {
  const { hours, focus } = preferences;
  const shown = hours ?? usual;
  return {
    version: String(version),
    pausedUntil: preferences.pausedUntil ?? "",
    takesNoInterviews: preferences.takesNoInterviews,
    zone: preferences.zone ?? "",
    hours: hours === null ? "calendar" : "own",
    spans: eachWeekday((day) => (shown[day] ?? []).map(({ start, end }) => ({ start, end }))),
    maxInterviewsPerDay: textOfNumber(preferences.maxInterviewsPerDay),
    maxInterviewsPerWeek: textOfNumber(preferences.maxInterviewsPerWeek),
    ...textsOfBuffer(preferences.bufferMinutes),
    holidays: preferences.holidays ?? "",
    stays: preferences.stays.map(({ hours: there, ...stay }) => ({ ...stay, ...textsOf(there) })),
    comfort: textsOf(preferences.comfort),
    lunch: textsOf(preferences.lunch),
    focus: focus.map(({ days, ...rule }) => ({ ...rule, days: days.join(",") })),
    notAsHiringManagerIn: preferences.notAsHiringManagerIn,
  };
};

const textsOf = (span: ClockSpan | null): { start: string; end: string } =>
  span ? { start: span.start, end: span.end } : { start: "", end: "" };

const textsOfBuffer = (
  buffer: Preferences["bufferMinutes"],
): Pick<PreferencesForm, "bufferBefore" | "bufferAfter"> => {
  if (buffer === null) return { bufferBefore: "", bufferAfter: "" };
  const { before, after } = bufferOf(buffer);
  return { bufferBefore: String(before), bufferAfter: String(after) };
};

const textOfNumber = (number: number | null): string => (number === null ? "" : String(number));

const eachWeekday = <Value>(valueOf: (day: Weekday) => Value): Record<Weekday, Value> => ({
  mon: valueOf("mon"),
  tue: valueOf("tue"),
  wed: valueOf("wed"),
  thu: valueOf("thu"),
  fri: valueOf("fri"),
  sat: valueOf("sat"),
  sun: valueOf("sun"),
});

/** More of one field than anybody types; the rest is left away. */
const LONGEST = 100;

/** What was sent. Shape: every field is there, empty when it was not sent. */
export const readForm = (body: FormBody): PreferencesForm => {
  const text = (name: string): string => textOf(body, name).trim().slice(0, LONGEST);
  return {
    version: text("version"),
    pausedUntil: text("pausedUntil"),
    takesNoInterviews: text("takesNoInterviews") === "yes",
    zone: text("zone"),
    hours: text("hours") === "own" ? "own" : "calendar",
    spans: eachWeekday((day) =>
      Array.from({ length: SPANS_A_DAY }, (_, at) => ({
        start: text(`${day}-${at}-start`),
        end: text(`${day}-${at}-end`),
      })),
    ),
    maxInterviewsPerDay: text("maxInterviewsPerDay"),
    maxInterviewsPerWeek: text("maxInterviewsPerWeek"),
    bufferBefore: text("bufferBefore"),
    bufferAfter: text("bufferAfter"),
    holidays: text("holidays"),
    stays: Array.from({ length: MOST_STAYS }, (_, at) => ({
      from: text(`stay-${at}-from`),
      until: text(`stay-${at}-until`),
      zone: text(`stay-${at}-zone`),
      start: text(`stay-${at}-start`),
      end: text(`stay-${at}-end`),
    })),
    comfort: { start: text("comfort-start"), end: text("comfort-end") },
    lunch: { start: text("lunch-start"), end: text("lunch-end") },
    focus: Array.from({ length: MOST_FOCUS_RULES }, (_, at) => ({
      days: text(`focus-${at}-days`),
      start: text(`focus-${at}-start`),
      end: text(`focus-${at}-end`),
      firm: text(`focus-${at}-firm`) === "yes",
    })),
    notAsHiringManagerIn: [...new Set(allOf(body, "notAsHiringManagerIn"))],
  };
};

/** What the form means. `offered`: the sessions that it has boxes for; what was set of others stays. Shape: either the
 * preferences, or the faults by field. */
export const preferencesOf = (
  form: PreferencesForm,
  before: Preferences,
  offered: ReadonlySet<string>,
): { preferences: Preferences } | { faults: FormFaults } => {
  const faults: FormFaults = {};
  const preferences = {
    pausedUntil: dateOf(form.pausedUntil, faults),
    takesNoInterviews: form.takesNoInterviews,
    zone: zoneOf(form.zone, faults),
    hours: form.hours === "own" ? hoursOf(form, faults) : null,
    maxInterviewsPerDay: numberOf(
      form,
      { name: "maxInterviewsPerDay", least: 1, most: 20 },
      faults,
    ),
    maxInterviewsPerWeek: numberOf(
      form,
      { name: "maxInterviewsPerWeek", least: 1, most: 60 },
      faults,
    ),
    bufferMinutes: bufferFrom(form, faults),
    holidays: placeOf(form.holidays, faults),
    stays: staysOf(form.stays, faults),
    comfort: isEmpty(form.comfort) ? null : spanOf(form.comfort, "comfort", faults),
    lunch: isEmpty(form.lunch) ? null : spanOf(form.lunch, "lunch", faults),
    focus: form.focus.flatMap((rule, at) => focusOf(rule, `focus-${at}`, faults) ?? []),
    notAsHiringManagerIn: [
      ...before.notAsHiringManagerIn.filter((key) => !offered.has(key)),
      ...form.notAsHiringManagerIn.filter((key) => offered.has(key)),
    ],
    // Set elsewhere.
    ...(before.noDailyDigest && { noDailyDigest: before.noDailyDigest }),
  };
  if (Object.keys(faults).length > 0) return { faults };
  return { preferences: Preferences.parse(preferences) };
};

const dateOf = (text: string, faults: FormFaults): string | null => {
  if (text === "") return null;
  if (Preferences.shape.pausedUntil.safeParse(text).success) return text;
  faults["pausedUntil"] = "Give a date such as 2026-12-01, or leave it empty.";
  return null;
};

const zoneOf = (text: string, faults: FormFaults): string | null => {
  if (text === "" || isZone(text)) return text === "" ? null : text;
  faults["zone"] = "Choose a time zone from the list.";
  return null;
};

const placeOf = (text: string, faults: FormFaults): string | null => {
  if (text === "") return null;
  const place = [text, text.toUpperCase()].find((each) => readHolidayPlace(each) !== null);
  if (place !== undefined) return place;
  faults["holidays"] =
    "No holidays are known for that. Give a country such as DE, a region of one such as DE-BE, or leave it empty.";
  return null;
};

/** One side alone: nothing on the other. */
const bufferFrom = (form: PreferencesForm, faults: FormFaults): Preferences["bufferMinutes"] => {
  const side = (name: "bufferBefore" | "bufferAfter") =>
    numberOf(form, { name, least: 0, most: 120 }, faults);
  const [before, after] = [side("bufferBefore"), side("bufferAfter")];
  if (before === null && after === null) return null;
  return plainBuffer({ before: before ?? 0, after: after ?? 0 });
};

const numberOf = (
  form: PreferencesForm,
  field: {
    name: "maxInterviewsPerDay" | "maxInterviewsPerWeek" | "bufferBefore" | "bufferAfter";
    least: number;
    most: number;
  },
  faults: FormFaults,
): number | null => {
  const { name, least, most } = field;
  const text = form[name];
  if (text === "") return null;
  const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  faults[name] = `Give a whole number from ${least} to ${most}, or leave it empty.`;
  return null;
};

/** `9`, `9:00`, `0900` and `09:00` are all nine o'clock; null for what is none. */
const clockOf = (text: string): string | null => {
  const [, hour = "", minute = "00"] = /^(\d{1,2})(?:[:.h]?(\d\d))?$/.exec(text) ?? [];
  if (hour === "" || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, "0")}:${minute}`;
};

/** Null, with a fault told, for what is no span. */
const spanOf = (
  typed: { start: string; end: string },
  name: string,
  faults: FormFaults,
): ClockSpan | null => {
  const [start, end] = [clockOf(typed.start), clockOf(typed.end)];
  const fault = (field: "start" | "end", words: string): null => {
    faults[`${name}-${field}`] = words;
    return null;
  };
  if (typed.start === "") return fault("start", "Give the time at which it begins.");
  if (start === null) return fault("start", "Give a time such as 09:30.");
  if (typed.end === "") return fault("end", "Give the time at which it ends.");
  if (end === null) return fault("end", "Give a time such as 17:30.");
  return start < end ? { start, end } : fault("end", `It must end after it begins, at ${start}.`);
};

const isEmpty = ({ start, end }: { start: string; end: string }): boolean =>
  start === "" && end === "";

const staysOf = (typed: readonly StayForm[], faults: FormFaults): Stay[] => {
  const stays = typed.flatMap((stay, at) => stayOf(stay, `stay-${at}`, faults) ?? []);
  if (sharesDays(stays)) faults["stay-0-from"] = "Two journeys share a day.";
  return stays;
};

const stayOf = (typed: StayForm, name: string, faults: FormFaults): Stay | null => {
  const { from, until, zone } = typed;
  if ([from, until, zone, typed.start, typed.end].every((text) => text === "")) return null;
  const isDate = (text: string) => Stay.shape.from.safeParse(text).success;
  if (!isDate(from)) faults[`${name}-from`] = "Give the first day there, such as 2026-12-01.";
  if (!isDate(until)) faults[`${name}-until`] = "Give the last day there, such as 2026-12-05.";
  else if (until < from) faults[`${name}-until`] = "It must not end before it begins.";
  if (!isZone(zone)) faults[`${name}-zone`] = "Give a time zone such as America/New_York.";
  const hours = isEmpty(typed) ? null : spanOf(typed, name, faults);
  return { from, until, zone, hours };
};

const hoursOf = (form: PreferencesForm, faults: FormFaults): Preferences["hours"] => {
  const hours: NonNullable<Preferences["hours"]> = {};
  let isAnyTyped = false;
  for (const day of WEEKDAYS) {
    const typed = form.spans[day].map((span, at) => ({ ...span, name: `${day}-${at}` }));
    const used = typed.filter(({ start, end }) => start !== "" || end !== "");
    isAnyTyped ||= used.length > 0;
    const spans = used
      .flatMap((span) => spanOf(span, span.name, faults) ?? [])
      .toSorted((a, b) => a.start.localeCompare(b.start));
    const overlap = spans.find((span, at) => at > 0 && (spans[at - 1]?.end ?? "") > span.start);
    if (overlap) faults[`${day}-0-start`] = "Two spans of this day overlap.";
    if (spans.length > 0) hours[day] = spans;
  }
  if (!isAnyTyped) {
    faults["hours"] = "Give at least one day with hours, or choose those of your calendar.";
  }
  return hours;
};

const focusOf = (
  rule: PreferencesForm["focus"][number],
  name: string,
  faults: FormFaults,
): FocusRule | null => {
  if (rule.days === "" && rule.start === "" && rule.end === "") return null;
  const days = WEEKDAYS.filter((day) => rule.days.split(",").includes(day));
  if (days.length === 0) {
    faults[`${name}-days`] = "Choose the days.";
    return null;
  }
  const span = spanOf(rule, name, faults);
  return span && { days, ...span, firm: rule.firm };
};
