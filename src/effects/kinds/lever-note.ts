/** Leaves a note in Lever that says what was booked. A short reference in it is how the note is found again. */
import { renderBooking } from "../../domain/booking-texts.ts";
import { AppError } from "../../domain/errors.ts";
import type { LeverReader, LeverWriter, Note } from "../../lever/port.ts";
import type { EffectContext, EffectKind } from "../kind.ts";

interface LeverDeps {
  lever: { reader: LeverReader; writer: LeverWriter };
}

export const createLeverNote = ({ lever }: LeverDeps): EffectKind => ({
  kind: "lever_note",
  audience: "internal",
  label: () => "Leave a note in Lever",
  send: async (context) => {
    const { payload, earlier } = context;
    const texts = renderBooking(payload, {
      videoUrl: earlier["calendar_event"]?.["videoUrl"] ?? null,
    });
    const note = await lever.writer.createNote(
      payload.opportunityId,
      payload.performAs,
      `${texts.leverNote}\n\n${marker(context)}`,
    );
    return { noteId: note.id };
  },
  probe: async (context) => {
    const ours = findOurs(await lever.reader.listNotes(context.payload.opportunityId), context);
    return ours ? { outcome: "done", ref: { noteId: ours.id } } : { outcome: "absent" };
  },
  stands: async (context, look) => {
    const ours = findOurs(await look.notes(), context);
    return ours ? { noteId: ours.id } : null;
  },
  undo: async (ref, { payload }) => {
    try {
      await lever.writer.deleteNote(payload.opportunityId, ref["noteId"] ?? "");
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== "lever_not_found") throw thrown;
    }
  },
});

const findOurs = (notes: readonly Note[], context: EffectContext): Note | undefined =>
  notes.find((note) => note.text.quoted.includes(marker(context)));

const marker = (context: EffectContext): string =>
  `Convene reference ${context.effectId.slice(3, 15)}`;
