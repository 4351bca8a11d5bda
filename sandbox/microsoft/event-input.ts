/** What a caller may send as an event, checked as Exchange checks it. */
import { z } from "zod";
import { refusals } from "./errors.ts";
import type { EventTime } from "./stored-event.ts";
import { zoneOf } from "./zones.ts";

const TimeInput = z.object({ dateTime: z.string(), timeZone: z.string().default("UTC") });

const EventInput = z.object({
  subject: z.string().optional(),
  body: z
    .object({
      contentType: z
        .string()
        .toLowerCase()
        .pipe(z.enum(["text", "html"]))
        .default("text"),
      content: z.string().default(""),
    })
    .optional(),
  start: TimeInput.optional(),
  end: TimeInput.optional(),
  isAllDay: z.boolean().optional(),
  showAs: z.enum(["free", "tentative", "busy", "oof", "workingElsewhere", "unknown"]).optional(),
  sensitivity: z.enum(["normal", "personal", "private", "confidential"]).optional(),
  location: z.object({ displayName: z.string().nullish() }).optional(),
  allowNewTimeProposals: z.boolean().optional(),
  attendees: z
    .array(
      z.object({
        type: z.enum(["required", "optional", "resource"]).default("required"),
        emailAddress: z.object({
          address: z.string().regex(/^[^\s@<>]+@[^\s@<>]+$/),
          name: z.string().nullish(),
        }),
      }),
    )
    .optional(),
  isOnlineMeeting: z.boolean().optional(),
  onlineMeetingProvider: z
    .enum(["unknown", "teamsForBusiness", "skypeForBusiness", "skypeForConsumer"])
    .optional(),
  transactionId: z.string().max(200).nullish(),
  singleValueExtendedProperties: z
    .array(
      z.object({
        id: z
          .string()
          .regex(/^\w+ (?:\{[0-9a-f-]{36}\} (?:Name \S+|Id 0x[0-9a-f]+)|0x[0-9a-f]+)$/i),
        value: z.string(),
      }),
    )
    .optional(),
});
export type EventInput = z.infer<typeof EventInput>;

/** The body of a creation or a change. Unknown fields are ignored. Errors: 400. */
export const readEventInput = (body: unknown): EventInput => {
  const parsed = EventInput.safeParse(body);
  if (!parsed.success) throw refusals.property(parsed.error.issues[0]?.path.join(".") ?? "event");
  return parsed.data;
};

/** A start or an end: a local time in the zone named beside it; one with an offset counts by itself. Errors: 400. */
export const readEventTime = (
  time: EventInput["start"],
  { name, isAllDay }: { name: "start" | "end"; isAllDay: boolean },
): EventTime => {
  if (!time) throw refusals.property(name);
  const zone = zoneOf(time.timeZone);
  try {
    if (!isAllDay) return { kind: "instant", instant: instantOf(time.dateTime, zone), zone };
    const local = Temporal.PlainDateTime.from(time.dateTime);
    if (local.hour + local.minute + local.second > 0) throw new Error("not midnight");
    return { kind: "day", date: local.toPlainDate() };
  } catch {
    throw refusals.property(name);
  }
};

/** A time of a query or a body: local in the zone, unless it has an offset. Errors: RangeError. */
export const instantOf = (text: string, zone: string): Temporal.Instant =>
  /(?:Z|[+-]\d\d:\d\d)$/i.test(text)
    ? Temporal.Instant.from(text)
    : Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
