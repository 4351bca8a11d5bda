/** The page of one calendar for somebody who looks, whichever service it is at. */
import { escapeHtml, htmlPage } from "./html.ts";
import { placeLink } from "./page-words.ts";
import type { Mailbox } from "./worlds/types.ts";

/** One event as its owner sees it. */
export interface CalendarEntry {
  id: string;
  isAllDay: boolean;
  start: Temporal.Instant;
  end: Temporal.Instant;
  title: string;
  state: string;
  /** Each with their answer, in words. */
  guests: readonly string[];
  /** A link or a name; empty when nothing is said. */
  place: string;
}

interface CalendarView {
  title: string;
  owner: Mailbox;
  entries: readonly CalendarEntry[];
  now: Temporal.Instant;
}

const DAYS = 22;

/** Today and the three weeks after, in the owner's zone. */
export const calendarPage = (view: CalendarView): string => {
  const { title, owner, now } = view;
  const today = now.toZonedDateTimeISO(owner.zone).toPlainDate();
  const days = Array.from({ length: DAYS }, (_, index) =>
    daySection(view, today.add({ days: index })),
  );
  return htmlPage({
    title,
    body: `<p class="quiet">${escapeHtml(owner.jobTitle)} · times in ${escapeHtml(owner.zone)}</p>${days.join("\n")}`,
  });
};

const daySection = (
  { owner: { zone }, entries }: Pick<CalendarView, "owner" | "entries">,
  date: Temporal.PlainDate,
): string => {
  const from = date.toZonedDateTime(zone).toInstant();
  const to = date.add({ days: 1 }).toZonedDateTime(zone).toInstant();
  const items = entries
    .filter(({ start, end }) => isBefore(start, to) && isBefore(from, end))
    .toSorted((a, b) => Temporal.Instant.compare(a.start, b.start))
    .map((entry) => entryItem(entry, zone));
  const title = date.toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "long" });
  const list = items.length > 0 ? `<ul>${items.join("")}</ul>` : `<p class="quiet">Nothing.</p>`;
  return `<section><h2>${escapeHtml(title)}</h2>${list}</section>`;
};

const entryItem = (entry: CalendarEntry, zone: string): string =>
  `<li id="${escapeHtml(entry.id)}">${timesOf(entry, zone)} ${escapeHtml(entry.title)}
<div class="quiet">${escapeHtml([entry.state, ...entry.guests].join(" · "))}${placeLink(entry.place)}</div></li>`;

const timesOf = ({ isAllDay, start, end }: CalendarEntry, zone: string): string => {
  if (isAllDay) return "All day";
  const clock = (instant: Temporal.Instant) =>
    instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "minute" });
  return `<time datetime="${start.toString()}">${clock(start)}</time>–<time datetime="${end.toString()}">${clock(end)}</time>`;
};

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) < 0;
