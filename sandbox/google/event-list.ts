/** `events.list` and `freebusy.query` over the company's calendars. */
import { z } from "zod";
import type { Mailbox } from "../worlds/types.ts";
import { refusals } from "./errors.ts";
import type { EventStore } from "./event-store.ts";
import { type StoredEvent, answerOf, spanOf } from "./stored-event.ts";
import type { SyncTokens } from "./sync-tokens.ts";

const rfc3339 = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i)
  .transform((text) => Temporal.Instant.from(text));
const flag = z
  .enum(["true", "false"])
  .default("false")
  .transform((text) => text === "true");
const several = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);

const ListQuery = z.object({
  timeMin: rfc3339.optional(),
  timeMax: rfc3339.optional(),
  singleEvents: flag,
  showDeleted: flag,
  orderBy: z.enum(["startTime", "updated"]).optional(),
  maxResults: z.coerce.number().int().min(1).default(250),
  pageToken: z.string().optional(),
  syncToken: z.string().optional(),
  privateExtendedProperty: several,
  eventTypes: several,
});

export interface EventPage {
  events: StoredEvent[];
  nextPageToken: string | undefined;
  /** On the last page: where the next synchronisation begins. */
  nextSyncToken: string | undefined;
}

/** One page of a person's events, as the query asks. Times: an event counts when it overlaps `[timeMin, timeMax)`. */
export const listEvents = (
  { store, syncTokens }: { store: EventStore; syncTokens: SyncTokens },
  owner: Mailbox,
  query: unknown,
): EventPage => {
  const parsed = ListQuery.safeParse(query);
  if (!parsed.success) throw refusals.invalid(parsed.error.issues[0]?.path.join(".") ?? "query");
  const asked = parsed.data;
  if (asked.orderBy === "startTime" && !asked.singleEvents) {
    throw refusals.invalid("orderBy: startTime needs singleEvents");
  }
  const startOf = (event: StoredEvent) => spanOf(event, owner.zone).start;
  const since = asked.syncToken === undefined ? null : syncPoint(asked, { owner, syncTokens });
  const candidates =
    since === null ? store.list(owner.email) : store.changesSince(owner.email, since);
  const found = candidates
    .filter((event) => since !== null || asked.showDeleted || event.status !== "cancelled")
    .filter((event) => overlaps(spanOf(event, owner.zone), asked))
    .filter((event) => asked.eventTypes.length === 0 || asked.eventTypes.includes(event.eventType))
    .filter((event) => asked.privateExtendedProperty.every((pair) => hasProperty(event, pair)))
    .toSorted((a, b) => Temporal.Instant.compare(startOf(a), startOf(b)) || (a.id < b.id ? -1 : 1));
  // What changes while somebody turns the pages belongs to the next synchronisation.
  const { offset, point } = pageOf(asked.pageToken) ?? { offset: 0, point: store.point() };
  const end = offset + Math.min(asked.maxResults, 2500);
  const isLast = end >= found.length;
  return {
    events: found.slice(offset, end),
    nextPageToken: isLast ? undefined : pageTokenAt(end, point),
    nextSyncToken: isLast ? syncTokens.issue(owner.email, point) : undefined,
  };
};

/** Where the history is to be read from. With a token Google takes no filter that could hide a change. */
const syncPoint = (
  asked: z.output<typeof ListQuery>,
  { owner, syncTokens }: { owner: Mailbox; syncTokens: SyncTokens },
): number => {
  const hidesChanges =
    asked.timeMin !== undefined ||
    asked.timeMax !== undefined ||
    asked.orderBy !== undefined ||
    asked.privateExtendedProperty.length > 0;
  if (hidesChanges) throw refusals.invalid("syncToken: not together with filters or order");
  return syncTokens.pointOf(asked.syncToken ?? "", owner.email);
};

/** When a person is not free: merged, without reasons. What was declined and what is transparent does not count. */
export const busyTimes = (
  store: EventStore,
  owner: Mailbox,
  window: { timeMin: Temporal.Instant; timeMax: Temporal.Instant },
): { start: string; end: string }[] => {
  const merged: { start: Temporal.Instant; end: Temporal.Instant }[] = [];
  const spans = store
    .list(owner.email)
    .filter((event) => event.status !== "cancelled" && event.transparency === "opaque")
    .filter((event) => answerOf(event, owner.email) !== "declined")
    .map((event) => spanOf(event, owner.zone))
    .filter((span) => overlaps(span, window))
    .toSorted((a, b) => Temporal.Instant.compare(a.start, b.start));
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && Temporal.Instant.compare(span.start, last.end) <= 0) {
      if (Temporal.Instant.compare(span.end, last.end) > 0) last.end = span.end;
    } else merged.push({ ...span });
  }
  return merged.map(({ start, end }) => ({ start: start.toString(), end: end.toString() }));
};

const overlaps = (
  { start, end }: { start: Temporal.Instant; end: Temporal.Instant },
  {
    timeMin,
    timeMax,
  }: { timeMin?: Temporal.Instant | undefined; timeMax?: Temporal.Instant | undefined },
): boolean =>
  (timeMin === undefined || Temporal.Instant.compare(end, timeMin) > 0) &&
  (timeMax === undefined || Temporal.Instant.compare(start, timeMax) < 0);

const hasProperty = (event: StoredEvent, pair: string): boolean => {
  const [name = "", ...value] = pair.split("=");
  return event.privateProperties[name] === value.join("=");
};

const pageTokenAt = (offset: number, point: number): string =>
  Buffer.from(`page:${offset}:${point}`).toString("base64url");

const pageOf = (pageToken: string | undefined): { offset: number; point: number } | null => {
  if (pageToken === undefined) return null;
  const found = /^page:(\d+):(\d+)$/.exec(Buffer.from(pageToken, "base64url").toString());
  if (!found) throw refusals.invalid("pageToken");
  return { offset: Number(found[1]), point: Number(found[2]) };
};
