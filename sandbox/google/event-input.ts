/** What a caller may send as an event, checked as Google checks it. */
import { z } from "zod";
import { refusals } from "./errors.ts";
import type { EventTime } from "./stored-event.ts";

const TimeInput = z.object({
  date: z.iso.date().nullish(),
  dateTime: z.string().nullish(),
  timeZone: z.string().nullish(),
});

const EventInput = z.object({
  id: z.string().optional(),
  summary: z.string().optional(),
  description: z.string().optional(),
  location: z.string().optional(),
  status: z.enum(["confirmed", "tentative", "cancelled"]).optional(),
  start: TimeInput.optional(),
  end: TimeInput.optional(),
  transparency: z.enum(["opaque", "transparent"]).optional(),
  visibility: z.enum(["default", "public", "private", "confidential"]).optional(),
  guestsCanInviteOthers: z.boolean().optional(),
  attendees: z
    .array(
      z.object({
        email: z.string().regex(/^[^\s@<>]+@[^\s@<>]+$/),
        displayName: z.string().optional(),
        resource: z.boolean().optional(),
        responseStatus: z.enum(["needsAction", "declined", "tentative", "accepted"]).optional(),
      }),
    )
    .optional(),
  extendedProperties: z.object({ private: z.record(z.string(), z.string()).optional() }).optional(),
  conferenceData: z
    .object({
      createRequest: z.object({
        requestId: z.string().min(1),
        conferenceSolutionKey: z.object({ type: z.literal("hangoutsMeet") }).optional(),
      }),
    })
    .optional(),
});
export type EventInput = z.infer<typeof EventInput>;

/** The body of an insert or a patch. Unknown fields are ignored, as Google does. */
export const readEventInput = (body: unknown): EventInput => {
  const parsed = EventInput.safeParse(body);
  if (!parsed.success) throw refusals.invalid(parsed.error.issues[0]?.path.join(".") ?? "event");
  const { data } = parsed;
  if (data.id !== undefined && !/^[a-v0-9]{5,1024}$/.test(data.id)) {
    throw refusals.invalid("resource id value.");
  }
  return data;
};

/** A start or an end. A time without an offset needs a zone. */
export const readEventTime = (
  time: EventInput["start"],
  { name, zone }: { name: "start" | "end"; zone: string },
): EventTime => {
  if (!time || (time.date == null && time.dateTime == null))
    throw refusals.required(`${name} time`);
  if (time.date != null) return { kind: "day", date: Temporal.PlainDate.from(time.date) };
  const text = time.dateTime ?? "";
  const own = time.timeZone ?? undefined;
  try {
    const instant = /(?:Z|[+-]\d\d:\d\d)$/i.test(text)
      ? Temporal.Instant.from(text)
      : Temporal.PlainDateTime.from(text)
          .toZonedDateTime(own ?? zone)
          .toInstant();
    instant.toZonedDateTimeISO(own ?? zone);
    return { kind: "instant", instant, zone: own ?? zone };
  } catch {
    throw refusals.invalid(`${name} time`);
  }
};
