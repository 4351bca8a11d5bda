/** Leaves a note in Lever. Its id, or else its whole text, is how it is found again: people quote. */
import { renderBooking } from "../../domain/booking-texts.ts";
import { AppError } from "../../domain/errors.ts";
import { referenceMark } from "../../domain/reference-mark.ts";
import type { LeverReader, LeverWriter, Note } from "../../lever/port.ts";
import type { OpportunityId, UserId } from "../../domain/ids.ts";
import type { BookInterview } from "../../domain/proposal.ts";
import { inOneLine } from "../in-one-line.ts";
import type { EffectContext, EffectKind } from "../kind.ts";
import { videoUrlsOf } from "../video-urls.ts";

interface LeverDeps {
  lever: { reader: LeverReader; writer: LeverWriter };
}

/** The note that says what was booked. */
export const createLeverNote =
  (deps: LeverDeps) =>
  (payload: BookInterview): EffectKind =>
    noteKind(deps, {
      ...payload,
      kind: "lever_note",
      label: "Leave a note in Lever",
      bodyOf: ({ earlier }) => renderBooking(payload, videoUrlsOf(payload, earlier)).leverNote,
    });

/** A note to be left. */
interface NewNote {
  kind: string;
  label: string;
  opportunityId: OpportunityId;
  performAs: UserId;
  /** For few in Lever; absent: for everybody there. */
  isSecret?: boolean;
  bodyOf(context: EffectContext): string;
}

/** The step that leaves it. */
export const noteKind = ({ lever }: LeverDeps, made: NewNote): EffectKind => ({
  kind: made.kind,
  audience: "internal",
  mayDouble: true,
  label: made.label,
  send: async (context) => {
    const { opportunityId, performAs } = made;
    const note = { text: textOf(made, context), isSecret: made.isSecret ?? false };
    return { noteId: (await lever.writer.createNote(opportunityId, performAs, note)).id };
  },
  probe: async (context) => {
    const notes = await lever.reader.listNotes(made.opportunityId);
    const { isOurs, endsAsOurs } = signsOf(made, context);
    // One that ends as ours does was read otherwise than it was written: better that one than a second.
    const ours = notes.find((note) => isOurs(note)) ?? notes.find(endsAsOurs);
    return ours ? { outcome: "done", ref: { noteId: ours.id } } : { outcome: "absent" };
  },
  stands: async (context, look) => {
    const { isOurs } = signsOf(made, context);
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
      await lever.writer.deleteNote(made.opportunityId, ref["noteId"] ?? "");
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== "lever_not_found") throw thrown;
    }
  },
});

const textOf = ({ bodyOf }: NewNote, context: EffectContext): string =>
  `${bodyOf(context)}\n\n${marker(context)}`;

/** Ours is, in the name that ours are written in, one of the whole text; read otherwise than written, one of its end. */
const signsOf = (made: NewNote, context: EffectContext) => {
  const text = inOneLine(textOf(made, context));
  const isByUs = ({ userId }: Note): boolean => userId === null || userId === made.performAs;
  return {
    isOurs: (note: Note): boolean => isByUs(note) && inOneLine(note.text.quoted) === text,
    endsAsOurs: (note: Note): boolean =>
      isByUs(note) && inOneLine(note.text.quoted).endsWith(marker(context)),
  };
};

const marker = (context: EffectContext): string => referenceMark(context.effectId);
