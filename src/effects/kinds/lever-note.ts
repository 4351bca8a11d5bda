/** Leaves a note in Lever that says what was booked. Its id, or else its whole text, is how it is found again: people quote. */
import { renderBooking } from "../../domain/booking-texts.ts";
import { AppError } from "../../domain/errors.ts";
import type { LeverReader, LeverWriter, Note } from "../../lever/port.ts";
import type { BookInterview } from "../../domain/proposal.ts";
import { inOneLine } from "../in-one-line.ts";
import type { EffectContext, EffectKind } from "../kind.ts";
import { videoUrlsOf } from "../video-urls.ts";

interface LeverDeps {
  lever: { reader: LeverReader; writer: LeverWriter };
}

export const createLeverNote =
  ({ lever }: LeverDeps) =>
  (payload: BookInterview): EffectKind => ({
    kind: "lever_note",
    audience: "internal",
    mayDouble: true,
    label: "Leave a note in Lever",
    send: async (context) => {
      const note = await lever.writer.createNote(
        payload.opportunityId,
        payload.performAs,
        textOf(payload, context),
      );
      return { noteId: note.id };
    },
    probe: async (context) => {
      const notes = await lever.reader.listNotes(payload.opportunityId);
      const { isOurs, endsAsOurs } = signsOf(payload, context);
      // One that ends as ours does was read otherwise than it was written: better that one than a second.
      const ours = notes.find((note) => isOurs(note)) ?? notes.find(endsAsOurs);
      return ours ? { outcome: "done", ref: { noteId: ours.id } } : { outcome: "absent" };
    },
    stands: async (context, look) => {
      const { isOurs } = signsOf(payload, context);
      const recordedId = context.recorded?.["noteId"];
      // Without its id, one that only names our reference may be ours, changed, or somebody's who quotes it: not to be touched.
      const mayBeOurs = ({ id, text }: Note): boolean =>
        recordedId === undefined ? text.quoted.includes(marker(context)) : id === recordedId;
      const notes = await look.notes();
      return notes
        .filter((note) => mayBeOurs(note) || isOurs(note))
        .map((note) => ({ ref: { noteId: note.id }, isAsMade: isOurs(note) }));
    },
    undo: async (ref) => {
      try {
        await lever.writer.deleteNote(payload.opportunityId, ref["noteId"] ?? "");
      } catch (thrown) {
        if (!(thrown instanceof AppError) || thrown.code !== "lever_not_found") throw thrown;
      }
    },
  });

const textOf = (payload: BookInterview, context: EffectContext): string =>
  `${renderBooking(payload, videoUrlsOf(payload, context.earlier)).leverNote}\n\n${marker(context)}`;

/** Ours is, in the name that ours are written in, one of the whole text; read otherwise than written, one of its end. */
const signsOf = (payload: BookInterview, context: EffectContext) => {
  const text = inOneLine(textOf(payload, context));
  const isByUs = ({ userId }: Note): boolean => userId === null || userId === payload.performAs;
  return {
    isOurs: (note: Note): boolean => isByUs(note) && inOneLine(note.text.quoted) === text,
    endsAsOurs: (note: Note): boolean =>
      isByUs(note) && inOneLine(note.text.quoted).endsWith(marker(context)),
  };
};

const marker = (context: EffectContext): string =>
  `Convene reference ${context.effectId.slice(3, 15)}`;
