/** An event that we put on somebody's calendar: its id is chosen by us from the effect id, so that a second insert cannot make a
 * second one. How it is sent, looked up, found standing and taken back; what it says is its kind's affair. */
import { googleEventId } from "../../calendar/google-event-id.ts";
import type {
  CalendarEvent,
  CalendarReader,
  CalendarWriter,
  NewCalendarEvent,
} from "../../calendar/port.ts";
import { AppError } from "../../domain/errors.ts";
import type { Earlier, EffectKind, ExternalRef } from "../kind.ts";
import { writeUnlessChanged } from "./write-unless-changed.ts";

export interface OwnEventDeps {
  calendar: { reader: CalendarReader; writer: CalendarWriter };
}

/** What one of them is. */
export interface OwnEvent {
  organizer: string;
  /** `earlier`: what earlier steps of its bundle left outside. */
  write(earlier: Earlier): Omit<NewCalendarEvent, "id" | "effectId">;
  /** Whether it stands as it was made; what guests answered is no change. */
  isAsMade(event: CalendarEvent, earlier: Earlier): boolean;
  /** Without the video room that it asks for it is none. */
  needsRoom: boolean;
  refOf(event: CalendarEvent): ExternalRef;
}

type Ways = Required<Pick<EffectKind, "send" | "probe" | "stands" | "undo">>;

/** Its ways. */
export const createOwnEvent =
  ({ calendar: { reader, writer } }: OwnEventDeps) =>
  (own: OwnEvent): Ways => ({
    send: async ({ effectId, earlier }) => {
      const id = googleEventId(effectId, 1);
      const event = await writer.createEvent(own.organizer, {
        id,
        effectId,
        ...own.write(earlier),
      });
      return await keepOrTakeBack(event, own, writer);
    },
    probe: async ({ effectId }) => {
      const event = await reader.getEvent(own.organizer, googleEventId(effectId, 1));
      if (!event) return { outcome: "absent" };
      if (event.effectId !== effectId || event.status === "cancelled") throw cancelled(event);
      return { outcome: "done", ref: await keepOrTakeBack(event, own, writer) };
    },
    stands: async ({ effectId, earlier }, look) => {
      const { organizer } = own;
      const event = await look.event(organizer, googleEventId(effectId, 1));
      const isOurs = event !== null && event.effectId === effectId && event.status !== "cancelled";
      if (!isOurs) return [];
      const ref = { eventId: event.id, organizer, unchangedSince: event.etag };
      return [{ ref, isAsMade: own.isAsMade(event, earlier) }];
    },
    undo: async ({ eventId = "", unchangedSince: etag = "" }, { effectId, earlier }) => {
      const read = async () => await reader.getEvent(own.organizer, eventId);
      const standing = await read();
      if (!standing || standing.status === "cancelled") return;
      await writeUnlessChanged(
        { ...standing, etag },
        {
          read,
          isStill: (fresh) => fresh.effectId === effectId && own.isAsMade(fresh, earlier),
          write: async (event) =>
            await writer.deleteUnchanged(own.organizer, { eventId, etag: event.etag }),
        },
      );
    },
  });

const cancelled = ({ id }: CalendarEvent): AppError =>
  new AppError({
    code: "calendar_rejected",
    fault: "upstream",
    message:
      "The event was made and then cancelled by somebody, or its id belongs to another event.",
    data: { eventId: id },
  });

/** An invitation to a video room that is not there is taken back before the step fails: nobody would undo it later.
 * Errors: `calendar_bad_answer`. */
const keepOrTakeBack = async (
  event: CalendarEvent,
  own: OwnEvent,
  writer: CalendarWriter,
): Promise<ExternalRef> => {
  if (!own.needsRoom || event.videoUrl !== null) return own.refOf(event);
  await writer.deleteEvent(own.organizer, event.id);
  throw new AppError({
    code: "calendar_bad_answer",
    fault: "upstream",
    message:
      "The calendar gave no video room, although one was asked for; the event was taken back.",
    data: { eventId: event.id },
  });
};

/** Addresses without the organiser's, whom Google may name among the guests or not. */
export const guestList = (guests: readonly { email: string }[], organizer: string): string =>
  guests
    .map(({ email }) => email.toLowerCase())
    .filter((email) => email !== organizer.toLowerCase())
    .toSorted()
    .join(" ");
