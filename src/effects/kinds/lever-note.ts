/** Leaves a note in Lever that says what was booked. Its id, or else its whole text, is how it is found again: people quote. */
import { renderBooking } from "../../domain/booking-texts.ts";
import { AppError } from "../../domain/errors.ts";
import type { LeverReader, LeverWriter, Note } from "../../lever/port.ts";
import { inOneLine } from "../in-one-line.ts";
import type { EffectContext, EffectKind } from "../kind.ts";

interface LeverDeps {
  lever: { reader: LeverReader; writer: LeverWriter };
}

export const createLeverNote = ({ lever }: LeverDeps): EffectKind => ({
  kind: "lever_note",
  audience: "internal",
  mayDouble: true,
  label: () => "Leave a note in Lever",
  send: async (context) => {
    const { payload } = context;
    const note = await lever.writer.createNote(
      payload.opportunityId,
      payload.performAs,
      textOf(context),
    );
    return { noteId: note.id };
  },
  probe: async (context) => {
    const notes = await lever.reader.listNotes(context.payload.opportunityId);
    // One that ends as ours does was read otherwise than it was written: better that one than a second.
    const ours = notes.find((note) => isOurs(note, context)) ?? notes.find(endsAsOurs(context));
    return ours ? { outcome: "done", ref: { noteId: ours.id } } : { outcome: "absent" };
  },
  stands: async (context, look) => {
    const recordedId = context.recorded?.["noteId"];
    // Without its id, one that only names our reference may be ours, changed, or somebody's who quotes it: not to be touched.
    const mayBeOurs = ({ id, text }: Note): boolean =>
      recordedId === undefined ? text.quoted.includes(marker(context)) : id === recordedId;
    const notes = await look.notes();
    return notes
      .filter((note) => mayBeOurs(note) || isOurs(note, context))
      .map((note) => ({ ref: { noteId: note.id }, isAsMade: isOurs(note, context) }));
  },
  undo: async (ref, { payload }) => {
    try {
      await lever.writer.deleteNote(payload.opportunityId, ref["noteId"] ?? "");
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== "lever_not_found") throw thrown;
    }
  },
});

const textOf = (context: EffectContext): string => {
  const { payload, earlier } = context;
  const videoUrl = earlier["calendar_event"]?.["videoUrl"] ?? null;
  return `${renderBooking(payload, { videoUrl }).leverNote}\n\n${marker(context)}`;
};

/** Word for word, and in the name that ours are written in. */
const isOurs = ({ text, userId }: Note, context: EffectContext): boolean =>
  inOneLine(text.quoted) === inOneLine(textOf(context)) &&
  (userId === null || userId === context.payload.performAs);

const endsAsOurs =
  (context: EffectContext) =>
  ({ text, userId }: Note): boolean =>
    inOneLine(text.quoted).endsWith(marker(context)) &&
    (userId === null || userId === context.payload.performAs);

const marker = (context: EffectContext): string =>
  `Convene reference ${context.effectId.slice(3, 15)}`;
