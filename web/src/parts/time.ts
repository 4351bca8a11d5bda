/** Times for readers: by their locale, never without a zone. */

export interface LocalTime {
  /** `2026-11-24` */
  date: string;
  weekday: string;
  day: string;
  /** Minutes since local midnight. */
  minute: number;
}

const partsIn = (iso: string, zone: string, options: Intl.DateTimeFormatOptions) =>
  Object.fromEntries(
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options })
      .formatToParts(new Date(iso))
      .map(({ type, value }) => [type, value]),
  ) as Record<string, string>;

/** An instant on the clock of a zone. */
export const localTime = (iso: string, zone: string): LocalTime => {
  const part = partsIn(iso, zone, {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return {
    date: `${part["year"]}-${part["month"]}-${part["day"]}`,
    weekday: part["weekday"] ?? "",
    day: `${part["weekday"] ?? ""} ${Number(part["day"])}`,
    minute: Number(part["hour"]) * 60 + Number(part["minute"]),
  };
};

/** `Europe/Lisbon` → `Lisbon time`. */
export const zoneName = (zone: string): string =>
  zone.includes("/") ? `${(zone.split("/").at(-1) ?? zone).replaceAll("_", " ")} time` : zone;

/** `15:00`. */
export const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** `Tue 24 Nov, 15:00 (Lisbon time)`. */
export const whenInWords = (iso: string, zone: string): string => {
  const part = partsIn(iso, zone, { weekday: "short", day: "numeric", month: "short" });
  return `${part["weekday"]} ${part["day"]} ${part["month"]}, ${clock(localTime(iso, zone).minute)} (${zoneName(zone)})`;
};

/** `in 3 hours`, `2 days ago`, from the company's present. */
export const relative = (iso: string, now: string): string => {
  const seconds = (Date.parse(iso) - Date.parse(now)) / 1000;
  const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
  ];
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return format.format(Math.round(seconds / size), unit);
  }
  return "just now";
};

/** `0.4 s`, `12 ms`. */
export const duration = (ms: number): string =>
  ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms)} ms`;
