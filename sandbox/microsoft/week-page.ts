/** A mailbox's coming three weeks for somebody who looks. */
import { escapeHtml, htmlPage } from "../html.ts";
import { placeLink } from "../page-words.ts";
import type { Mailbox } from "../worlds/types.ts";
import { type Copy, answerOf, showAsOf, spanOf } from "./stored-event.ts";

const DAYS = 22;

/** The page of one calendar: today and the three weeks after, in the owner's zone. */
export const weekPage = (view: {
  owner: Mailbox;
  copies: Copy[];
  now: Temporal.Instant;
}): string => {
  const { owner, now } = view;
  const today = now.toZonedDateTimeISO(owner.zone).toPlainDate();
  const days = Array.from({ length: DAYS }, (_, index) =>
    daySection(view, today.add({ days: index })),
  );
  return htmlPage({
    title: `Outlook calendar of ${owner.name}`,
    body: `<p class="quiet">${escapeHtml(owner.jobTitle)} · times in ${escapeHtml(owner.zone)}</p>${days.join("\n")}`,
  });
};

const daySection = (
  { owner, copies }: { owner: Mailbox; copies: Copy[] },
  date: Temporal.PlainDate,
): string => {
  const from = date.toZonedDateTime(owner.zone).toInstant();
  const to = date.add({ days: 1 }).toZonedDateTime(owner.zone).toInstant();
  const ofDay = copies
    .map((copy) => ({ copy, ...spanOf(copy.event, owner.zone) }))
    .filter(({ start, end }) => isBefore(start, to) && isBefore(from, end))
    .toSorted((a, b) => Temporal.Instant.compare(a.start, b.start));
  const title = date.toLocaleString("en-GB", { weekday: "long", day: "numeric", month: "long" });
  const items = ofDay.map(({ copy }) => eventItem(copy, owner));
  const list = items.length > 0 ? `<ul>${items.join("")}</ul>` : `<p class="quiet">Nothing.</p>`;
  return `<section><h2>${escapeHtml(title)}</h2>${list}</section>`;
};

const ANSWERS = {
  accepted: "accepted",
  declined: "declined",
  tentativelyAccepted: "maybe",
  notResponded: "no answer yet",
} as const;

const SHOWN = {
  free: "free",
  tentative: "tentative",
  busy: "busy",
  oof: "out of office",
  workingElsewhere: "working elsewhere",
  unknown: "busy",
} as const;

const eventItem = (copy: Copy, owner: Mailbox): string => {
  const { event } = copy;
  const guests = event.attendees
    .filter(({ email }) => email !== owner.email)
    .map(({ name, answer }) => `${name} (${ANSWERS[answer]})`);
  const state = event.isCancelled
    ? "cancelled"
    : `${SHOWN[showAsOf(copy)]}, ${ANSWERS[answerOf(event, owner.email)]}`;
  const place = placeLink(event.joinUrl ?? event.location);
  return `<li id="${escapeHtml(copy.id)}">${timesOf(copy, owner.zone)} ${escapeHtml(event.subject)}
<div class="quiet">${escapeHtml([state, ...guests].join(" · "))}${place}</div></li>`;
};

const timesOf = ({ event }: Copy, zone: string): string => {
  if (event.start.kind === "day") return "All day";
  const { start, end } = spanOf(event, zone);
  const clock = (instant: Temporal.Instant) =>
    instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "minute" });
  return `<time datetime="${start.toString()}">${clock(start)}</time>–<time datetime="${end.toString()}">${clock(end)}</time>`;
};

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) < 0;
