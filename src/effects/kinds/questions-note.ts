/** Leaves a question set in Lever as a note: words for whoever interviews, nothing about the candidate. */
import { type NoteQuestions, renderQuestionNote } from "../../domain/question-note.ts";
import type { LeverReader, LeverWriter } from "../../lever/port.ts";
import type { EffectKind } from "../kind.ts";
import { noteKind } from "./lever-note.ts";
import { refuseUnlessStands } from "./note-stands.ts";

interface QuestionsNoteDeps {
  lever: { reader: LeverReader; writer: LeverWriter; fresh: LeverReader };
}

/** The one step of it. */
export const createQuestionsNote =
  (deps: QuestionsNoteDeps) =>
  (payload: NoteQuestions): EffectKind => {
    const { send, ...kind } = noteKind(deps, {
      ...payload,
      kind: "questions_note",
      label: "Leave the questions in Lever as a note",
      bodyOf: () => renderQuestionNote(payload),
    });
    return {
      ...kind,
      send: async (context) => {
        await refuseUnlessStands(payload, deps.lever.fresh);
        return await send(context);
      },
    };
  };
