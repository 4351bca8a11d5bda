/** Times and counts as a coordinator would say them. */
import { zoneName } from "../domain/zone-names.ts";
import { dayOf, localMinute, weekdayOf, type ZoneClock } from "./zone-clock.ts";
import { MINUTES_A_DAY } from "./minutes.ts";

const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** `Monday` for 1. */
export const weekdayName = (weekday: number): string => WEEKDAYS[weekday - 1] ?? "";

const EPOCH_DAY = Temporal.PlainDate.from("1970-01-01");

/** `2026-11-24`. */
export const dateOf = (day: number): string => EPOCH_DAY.add({ days: day }).toString();

/** `Tuesday 24 November`. */
export const dayInWords = (day: number): string => {
  const date = EPOCH_DAY.add({ days: day });
  return `${WEEKDAYS[weekdayOf(day) - 1] ?? ""} ${date.day} ${MONTHS[date.month - 1] ?? ""}`;
};

/** `15:00 (Lisbon time)`. */
export const clockInWords = (minute: number, clock: ZoneClock): string => {
  const local = localMinute(clock, minute);
  const ofDay = local - dayOf(local) * MINUTES_A_DAY;
  const hours = String(Math.floor(ofDay / 60)).padStart(2, "0");
  const minutes = String(ofDay % 60).padStart(2, "0");
  return `${hours}:${minutes} (${zoneName(clock.zone)})`;
};

/** `Tuesday 15:00 (Lisbon time)`. */
export const timeInWords = (minute: number, clock: ZoneClock): string => {
  const weekday = weekdayOf(dayOf(localMinute(clock, minute)));
  return `${WEEKDAYS[weekday - 1] ?? ""} ${clockInWords(minute, clock)}`;
};

/** `45 minutes`, `1 hour`, `2 hours 15 minutes`, `3 days 4 hours`: the two largest units. */
export const spanInWords = (minutes: number): string => {
  const parts = [
    { amount: Math.floor(minutes / MINUTES_A_DAY), unit: "day" },
    { amount: Math.floor((minutes % MINUTES_A_DAY) / 60), unit: "hour" },
    { amount: minutes % 60, unit: "minute" },
  ].filter(({ amount }) => amount > 0);
  if (parts.length === 0) return "0 minutes";
  return parts
    .slice(0, 2)
    .map(({ amount, unit }) => countInWords(amount, unit))
    .join(" ");
};

/** `1 interview`, `2 interviews`. */
export const countInWords = (amount: number, unit: string): string =>
  `${amount} ${unit}${amount === 1 ? "" : "s"}`;

/** `Ines`, `Ines and Jonas`, `Ines, Jonas and Mei`. */
export const listInWords = (items: readonly string[], last = "and"): string =>
  items.length < 2
    ? items.join("")
    : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1) ?? ""}`;

/** `2`, `0.5`: at most one digit of a part. */
export const amountInWords = (amount: number): string => String(Math.round(amount * 10) / 10);

/** What windows are called. */
export const windowsInWords = ({ windowsOf }: { windowsOf?: "team" }): string =>
  windowsOf === "team" ? "the times that were asked for" : "the times that the candidate gave";

/** The same as why a time is none. */
export const otherWindowsInWords = ({ windowsOf }: { windowsOf?: "team" }): string =>
  windowsOf === "team" ? "other times were asked for" : "the candidate gave other times";
