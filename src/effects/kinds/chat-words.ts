/** Tells the recruiter of a candidate's question, and leaves in Lever what a conversation was about. Just before it leaves, both are held
 * against what is so by then. */
import {
  type NoteChat,
  type TellQuestion,
  renderChatNote,
  renderQuestion,
} from "../../domain/chat-words.ts";
import type { LeverReader, LeverWriter } from "../../lever/port.ts";
import type { EffectKind } from "../kind.ts";
import { refuseConfidential } from "../look-again.ts";
import { noteKind } from "./lever-note.ts";
import { refuseUnlessStands, stale } from "./note-stands.ts";
import { type RecruiterDeps, tellRecruiter } from "./tell-person.ts";

interface QuestionDeps extends RecruiterDeps {
  lever: { fresh: LeverReader };
  publicUrl: string;
  /** Whether somebody has answered, or seen to, all that it is of. */
  isAnswered(told: TellQuestion): Promise<boolean>;
}

/** The one step of it. */
export const createQuestionWord =
  (deps: QuestionDeps) =>
  (told: TellQuestion): EffectKind => {
    const who = told.channel === "teams" ? "a candidate" : "the candidate";
    const message = renderQuestion(told, deps.publicUrl);
    const words = { step: "question", that: `${who} asks something`, message };
    const { send, ...kind } = tellRecruiter(told, words, deps);
    return {
      ...kind,
      send: async (context) => {
        await refuseUnlessAsked(told, deps);
        return await send(context);
      },
    };
  };

/** Errors: `stale_proposal`; those of Lever. */
const refuseUnlessAsked = async (
  told: TellQuestion,
  { lever: { fresh }, isAnswered }: QuestionDeps,
): Promise<void> => {
  const { opportunityId, about, channel } = told;
  if (await isAnswered(told)) throw stale("Somebody has answered meanwhile: nobody was told.");
  // That somebody needs something is told without a name, to one person: that may be of whatever is confidential.
  if (about !== undefined && channel !== "teams" && told.candidateName === null) return;
  await refuseConfidential(opportunityId, fresh);
};

interface NoteDeps {
  lever: { reader: LeverReader; writer: LeverWriter; fresh: LeverReader };
  publicUrl: string;
}

/** The one step of it. */
export const createChatNote =
  (deps: NoteDeps) =>
  (note: NoteChat): EffectKind => {
    const { send, ...kind } = noteKind(deps, {
      kind: "chat_note",
      label: "Leave in Lever what the candidate's chat was about",
      opportunityId: note.opportunityId,
      performAs: note.performAs,
      bodyOf: () => renderChatNote(note, `${deps.publicUrl}/cases/${note.caseId}`),
    });
    return {
      ...kind,
      send: async (context) => {
        await refuseUnlessStands(note, deps.lever.fresh);
        return await send(context);
      },
    };
  };
