/** Puts the interview on the organiser's calendar with invitations to the panel and, if asked for, a video room. Its id is
 * chosen by us from the effect id, so that a second insert cannot make a second event. */
import { googleEventId } from "../../calendar/google-event-id.ts";
import type { CalendarEvent, CalendarReader, CalendarWriter } from "../../calendar/port.ts";
import { AppError } from "../../domain/errors.ts";
import { renderBooking } from "../../domain/booking-texts.ts";
import type { EffectContext, EffectKind, ExternalRef } from "../kind.ts";

interface CalendarEventDeps {
  calendar: { reader: CalendarReader; writer: CalendarWriter };
}

/** A candidate is never a guest: guests see each other. */
export const createCalendarEvent = ({ calendar: { writer } }: CalendarEventDeps): EffectKind => ({
  kind: "calendar_event",
  audience: "internal",
  label: (payload) =>
    `Put the interview on the calendar${payload.video === "meet" ? " with a Meet link" : ""} and invite ${payload.panel.length}`,
  send: async (context) => await insert(context, writer),
  probe: async (context) => {
    const event = await writer.getEvent(
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
    return { outcome: "done", ref: refOf(event, context) };
  },
  undo: async (ref, { payload }) => {
    await writer.deleteEvent(payload.organizer, ref["eventId"] ?? "");
  },
});

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
  return refOf(event, context);
};

const refOf = (event: CalendarEvent, { payload }: EffectContext): ExternalRef => {
  if (payload.video === "meet" && event.videoUrl === null) {
    throw new AppError({
      code: "calendar_bad_answer",
      fault: "upstream",
      message: "The event was made without the video room that was asked for.",
      data: { eventId: event.id },
    });
  }
  return {
    eventId: event.id,
    organizer: payload.organizer,
    ...(event.url && { url: event.url }),
    ...(event.videoUrl && { videoUrl: event.videoUrl }),
  };
};
