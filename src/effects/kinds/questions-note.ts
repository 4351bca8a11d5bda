/** Leaves a question set in Lever as a note: words for whoever interviews, nothing about the candidate. */
import { AppError } from "../../domain/errors.ts";
import { type NoteQuestions, renderQuestionNote } from "../../domain/question-note.ts";
import type { LeverReader, LeverWriter } from "../../lever/port.ts";
import type { EffectKind } from "../kind.ts";
import { noteKind } from "./lever-note.ts";

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

/** The candidacy may have changed while it waited. Errors: `stale_proposal`; those of Lever. */
const refuseUnlessStands = async (
  { opportunityId, postingId }: NoteQuestions,
  lever: LeverReader,
): Promise<void> => {
  const opportunity = await lever.getOpportunity(opportunityId);
  const posting = await lever.getPosting(postingId);
  if (opportunity.confidential || posting.confidential) {
    throw stale("The candidacy is confidential in Lever by now, so no note was left.");
  }
  if (opportunity.archivedAt !== null) {
    throw stale("The candidacy is archived in Lever by now, so no note was left.");
  }
  if (opportunity.postingId !== postingId) {
    throw stale("The candidate is on another posting in Lever now: ask for its questions anew.");
  }
};

const stale = (message: string): AppError =>
  new AppError({ code: "stale_proposal", fault: "caller", message });
