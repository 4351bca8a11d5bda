/** A person's coming three weeks for somebody who looks. */
import { escapeHtml, htmlPage } from "../html.ts";
import { placeLink } from "../page-words.ts";
import type { Mailbox } from "../worlds/types.ts";
import { type StoredEvent, answerOf, spanOf } from "./stored-event.ts";

const DAYS = 22;

/** The page of one calendar: today and the three weeks after, in the owner's zone. */
export const weekPage = (view: {
  owner: Mailbox;
  events: StoredEvent[];
  now: Temporal.Instant;
}): string => {
  const { owner, now } = view;
  const today = now.toZonedDateTimeISO(owner.zone).toPlainDate();
  const days = Array.from({ length: DAYS }, (_, index) =>
    daySection(view, today.add({ days: index })),
  );
  return htmlPage({
    title: `Calendar of ${owner.name}`,
    body: `<p class="quiet">${escapeHtml(owner.jobTitle)} · times in ${escapeHtml(owner.zone)}</p>${days.join("\n")}`,
  });
};

const daySection = (
  { owner, events }: { owner: Mailbox; events: StoredEvent[] },
  date: Temporal.PlainDate,
): string => {
  const from = date.toZonedDateTime(owner.zone).toInstant();
  const to = date.add({ days: 1 }).toZonedDateTime(owner.zone).toInstant();
  const ofDay = events
    .map((event) => ({ event, ...spanOf(event, owner.zone) }))
    .filter(({ start, end }) => isBefore(start, to) && isBefore(from, end))
    .toSorted((a, b) => Temporal.Instant.compare(a.start, b.start));
  const title = date.toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "long" });
  const items = ofDay.map(({ event }) => eventItem(event, owner));
  const list = items.length > 0 ? `<ul>${items.join("")}</ul>` : `<p class="quiet">Nothing.</p>`;
  return `<section><h2>${escapeHtml(title)}</h2>${list}</section>`;
};

const eventItem = (event: StoredEvent, owner: Mailbox): string => {
  const guests = event.guests.filter(({ email }) => email !== owner.email);
  const place = placeLink(event.room?.url ?? event.location ?? "");
  const withWhom = guests.map(
    (guest) => `${guest.displayName ?? guest.email} (${ANSWERS[guest.answer]})`,
  );
  return `<li id="${escapeHtml(event.id)}">${timesOf(event, owner.zone)} ${escapeHtml(event.summary)}
<div class="quiet">${escapeHtml([stateOf(event, owner), ...withWhom].join(" · "))}${place}</div></li>`;
};

const ANSWERS = {
  accepted: "accepted",
  declined: "declined",
  tentative: "maybe",
  needsAction: "no answer yet",
} as const;

const EVENT_TYPES: Record<string, string> = {
  focusTime: "focus time",
  outOfOffice: "out of office",
  workingLocation: "working location",
};

const stateOf = (event: StoredEvent, owner: Mailbox): string => {
  if (event.status === "cancelled") return "cancelled";
  const type = EVENT_TYPES[event.eventType];
  if (type !== undefined) return type;
  return event.status === "tentative" ? "tentative" : ANSWERS[answerOf(event, owner.email)];
};

const timesOf = (event: StoredEvent, zone: string): string => {
  if (event.start.kind === "day") return "All day";
  const { start, end } = spanOf(event, zone);
  const clock = (instant: Temporal.Instant) =>
    instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "minute" });
  return `<time datetime="${start.toString()}">${clock(start)}</time>–<time datetime="${end.toString()}">${clock(end)}</time>`;
};

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) < 0;
