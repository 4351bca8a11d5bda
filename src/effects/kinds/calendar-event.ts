/** Puts the interview on the organiser's calendar with invitations to the panel and, if asked for, a video room. Its id is
 * chosen by us from the effect id, so that a second insert cannot make a second event. */
import { googleEventId } from "../../calendar/google-event-id.ts";
import type { CalendarEvent, CalendarReader, CalendarWriter } from "../../calendar/port.ts";
import { AppError } from "../../domain/errors.ts";
import { renderBooking } from "../../domain/booking-texts.ts";
import type { BookInterview } from "../../domain/proposal.ts";
import { inOneLine } from "../in-one-line.ts";
import type { EffectContext, EffectKind, ExternalRef } from "../kind.ts";

interface CalendarEventDeps {
  calendar: { reader: CalendarReader; writer: CalendarWriter };
}

/** A candidate is never a guest: guests see each other. */
export const createCalendarEvent = ({
  calendar: { reader, writer },
}: CalendarEventDeps): EffectKind => ({
  kind: "calendar_event",
  audience: "internal",
  label: (payload) =>
    `Put the interview on the calendar${payload.video === "meet" ? " with a Meet link" : ""} and invite ${payload.panel.length}`,
  send: async (context) => await insert(context, writer),
  probe: async (context) => {
    const event = await reader.getEvent(
      context.payload.organizer,
      googleEventId(context.effectId, 1),
    );
    if (!event) return { outcome: "absent" };
    if (event.effectId !== context.effectId || event.status === "cancelled") {
      throw new AppError({
        code: "calendar_rejected",
        fault: "upstream",
        message:
          "The event was made and then cancelled by somebody, or its id belongs to another event.",
        data: { eventId: event.id },
      });
    }
    return { outcome: "done", ref: await keepOrTakeBack(event, context, writer) };
  },
  stands: async ({ effectId, payload }, look) => {
    const event = await look.event(payload.organizer, googleEventId(effectId, 1));
    const isOurs = event !== null && event.effectId === effectId && event.status !== "cancelled";
    if (!isOurs) return [];
    const ref = { eventId: event.id, organizer: payload.organizer, unchangedSince: event.etag };
    return [{ ref, isAsMade: isAsMade(event, payload) }];
  },
  undo: async (ref, { payload }) => {
    const { eventId = "", unchangedSince: etag = "" } = ref;
    await writer.deleteUnchanged(payload.organizer, { eventId, etag });
  },
});

/** What guests answered is no change: it is what they were asked for. */
const isAsMade = (event: CalendarEvent, payload: BookInterview): boolean => {
  const { title, description } = renderBooking(payload, { videoUrl: null }).invitation;
  return (
    event.startsAt.equals(Temporal.Instant.from(payload.startsAt)) &&
    event.endsAt.equals(Temporal.Instant.from(payload.endsAt)) &&
    inOneLine(event.title) === inOneLine(title) &&
    inOneLine(event.description) === inOneLine(description) &&
    guestList(event.guests, payload) === guestList(payload.panel, payload)
  );
};

/** Without the organiser, whom Google may name among the guests or not. */
const guestList = (guests: readonly { email: string }[], { organizer }: BookInterview): string =>
  guests
    .map(({ email }) => email.toLowerCase())
    .filter((email) => email !== organizer.toLowerCase())
    .toSorted()
    .join(" ");

const insert = async (context: EffectContext, writer: CalendarWriter): Promise<ExternalRef> => {
  const { payload } = context;
  const texts = renderBooking(payload, { videoUrl: null });
  const event = await writer.createEvent(payload.organizer, {
    id: googleEventId(context.effectId, 1),
    effectId: context.effectId,
    title: texts.invitation.title,
    description: texts.invitation.description,
    startsAt: Temporal.Instant.from(payload.startsAt),
    endsAt: Temporal.Instant.from(payload.endsAt),
    zone: payload.panel[0]?.zone ?? payload.candidate.zone,
    guests: payload.panel.map(({ email, name }) => ({ email, name })),
    video: payload.video,
  });
  return await keepOrTakeBack(event, context, writer);
};

/** An invitation to a video room that is not there is taken back before the step fails: nobody would undo it later.
 * Errors: `calendar_bad_answer`. */
const keepOrTakeBack = async (
  event: CalendarEvent,
  { payload }: EffectContext,
  writer: CalendarWriter,
): Promise<ExternalRef> => {
  if (payload.video === "meet" && event.videoUrl === null) {
    await writer.deleteEvent(payload.organizer, event.id);
    throw new AppError({
      code: "calendar_bad_answer",
      fault: "upstream",
      message:
        "The calendar gave no video room, although one was asked for; the event was taken back.",
      data: { eventId: event.id },
    });
  }
  return {
    eventId: event.id,
    organizer: payload.organizer,
    etag: event.etag,
    ...(event.url && { url: event.url }),
    ...(event.videoUrl && { videoUrl: event.videoUrl }),
  };
};
