/** One event in Google's words and in ours. Source: Google Calendar API, events resource. */
import type { calendar_v3 } from "@googleapis/calendar";
import { z } from "zod";
import { meetingLinkOf } from "../domain/video.ts";
import type { CalendarEvent, EventUpdate, GuestAnswer, NewCalendarEvent } from "./port.ts";

/** Name of the private extended property that tells our events from others. */
export const EFFECT_PROPERTY = "conveneEffect";

/** What `events.get` and `events.insert` are asked to send back. */
export const ONE_EVENT_FIELDS =
  "id,summary,description,attendees(email,responseStatus),etag,status,htmlLink,hangoutLink,start,end,conferenceData(createRequest/status,entryPoints(entryPointType,uri)),extendedProperties/private";

/** The answer of `calendars.get`. */
export const CalendarAnswer = z.object({ timeZone: z.string() });

const ANSWERS = {
  needsAction: "needs_action",
  declined: "declined",
  tentative: "tentative",
  accepted: "accepted",
} as const;
const ANSWER_NAMES = ["needsAction", "declined", "tentative", "accepted"] as const;

const EventAnswer = z.object({
  id: z.string(),
  etag: z.string(),
  status: z.enum(["confirmed", "tentative", "cancelled"]),
  summary: z.string().default(""),
  description: z.string().default(""),
  htmlLink: z.string().optional(),
  hangoutLink: z.string().optional(),
  start: z.object({ dateTime: z.string() }),
  end: z.object({ dateTime: z.string() }),
  conferenceData: z
    .object({
      createRequest: z
        .object({ status: z.object({ statusCode: z.string() }).optional() })
        .optional(),
      entryPoints: z
        .array(z.object({ entryPointType: z.string().optional(), uri: z.string().optional() }))
        .default([]),
    })
    .optional(),
  attendees: z
    .array(z.object({ email: z.string(), responseStatus: z.enum(ANSWER_NAMES) }))
    .default([]),
  extendedProperties: z
    .object({ private: z.record(z.string(), z.string()).default({}) })
    .optional(),
});

/** An event as Google answered it. Shape: undefined when it is not what Google documents. */
export const toCalendarEvent = (
  answer: unknown,
): { event: CalendarEvent; isRoomPending: boolean } | undefined => {
  const parsed = EventAnswer.safeParse(answer);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  const video = data.conferenceData?.entryPoints.find(
    ({ entryPointType }) => entryPointType === "video",
  );
  const event: CalendarEvent = {
    id: data.id,
    etag: data.etag,
    status: data.status,
    effectId: data.extendedProperties?.private[EFFECT_PROPERTY] ?? null,
    title: data.summary,
    description: data.description,
    url: data.htmlLink ?? null,
    videoUrl: meetingLinkOf(data.hangoutLink ?? video?.uri),
    startsAt: Temporal.Instant.from(data.start.dateTime),
    endsAt: Temporal.Instant.from(data.end.dateTime),
    guests: data.attendees.map(({ email, responseStatus }) => ({
      email,
      answer: ANSWERS[responseStatus],
    })),
  };
  const roomStatus = data.conferenceData?.createRequest?.status?.statusCode;
  return { event, isRoomPending: event.videoUrl === null && roomStatus === "pending" };
};

const ANSWERS_SENT: Record<GuestAnswer, keyof typeof ANSWERS> = {
  needs_action: "needsAction",
  declined: "declined",
  tentative: "tentative",
  accepted: "accepted",
};

/** What `events.patch` is to change. A list of guests is taken whole: who is left out is not invited any more, and an answer
 * that is left out is asked for again. */
export const toGooglePatch = (update: EventUpdate): calendar_v3.Schema$Event => ({
  ...(update.texts && { summary: update.texts.title, description: update.texts.description }),
  attendees: update.guests.map(({ email, name, answer, isRoom }) => ({
    email,
    displayName: name,
    responseStatus: ANSWERS_SENT[answer],
    ...(isRoom && { resource: true }),
  })),
  ...(update.location !== undefined && { location: update.location }),
  extendedProperties: { private: { [EFFECT_PROPERTY]: update.effectId } },
  ...(update.time && {
    start: { dateTime: update.time.startsAt.toString(), timeZone: update.time.zone },
    end: { dateTime: update.time.endsAt.toString(), timeZone: update.time.zone },
  }),
});

/** An event for `events.insert`. The organiser, when among the guests, has accepted: nobody would ask them. */
export const toGoogleEvent = (
  event: NewCalendarEvent,
  organizer: string,
): calendar_v3.Schema$Event => ({
  id: event.id,
  summary: event.title,
  description: event.description,
  start: { dateTime: event.startsAt.toString(), timeZone: event.zone },
  end: { dateTime: event.endsAt.toString(), timeZone: event.zone },
  ...(event.location !== undefined && { location: event.location }),
  attendees: event.guests.map(({ email, name, isRoom }) => ({
    email,
    displayName: name,
    ...(isRoom && { resource: true }),
    responseStatus: email.toLowerCase() === organizer.toLowerCase() ? "accepted" : "needsAction",
  })),
  guestsCanInviteOthers: false,
  extendedProperties: { private: { [EFFECT_PROPERTY]: event.effectId } },
  ...(event.video === "meet" && {
    conferenceData: {
      createRequest: {
        // The same request id gives the same room, however often it is sent.
        requestId: event.effectId,
        conferenceSolutionKey: { type: "hangoutsMeet" },
      },
    },
  }),
});
