/** Tells the recruiter of a candidate's question, and leaves in Lever what a conversation was about. Just before it leaves, both are held
 * against what is so by then. */
import {
  type NoteChat,
  type TellQuestion,
  renderChatNote,
  renderQuestion,
} from "../../domain/chat-words.ts";
import type { RenderedAlert } from "../../domain/alert.ts";
import type { LeverReader, LeverWriter } from "../../lever/port.ts";
import type { Mailer } from "../../messaging/port.ts";
import type { Slack } from "../../messaging/slack.ts";
import type { Teams } from "../../messaging/teams.ts";
import type { EffectKind } from "../kind.ts";
import { noteKind } from "./lever-note.ts";
import { refuseUnlessStands, stale } from "./note-stands.ts";
import { letterOf, notConnected, tellByMail, tellInSlack, unknowable } from "./tell-person.ts";

interface QuestionDeps {
  lever: { fresh: LeverReader };
  chat: { slack: Slack | null; teams: Teams | null };
  mailer: Mailer;
  messageIdDomain: string;
  publicUrl: string;
  /** Whether somebody has answered, or seen to, all that it is of. */
  isAnswered(told: TellQuestion): Promise<boolean>;
}

/** The one step of it. */
export const createQuestionWord =
  (deps: QuestionDeps) =>
  (told: TellQuestion): EffectKind => {
    const { send, ...kind } = kindOf(told, renderQuestion(told, deps.publicUrl), deps);
    return {
      ...kind,
      send: async (context) => {
        await refuseUnlessAsked(told, deps);
        return await send(context);
      },
    };
  };

const kindOf = (
  told: TellQuestion,
  message: RenderedAlert,
  { chat, mailer, messageIdDomain }: QuestionDeps,
): EffectKind => {
  const audience = "internal" as const;
  const { channel, to } = told;
  if (channel === "slack") {
    const telling = {
      slack: chat.slack,
      email: to.email,
      whose: "recruiter",
      message: () => message,
    };
    const label = "Tell the recruiter in Slack that the candidate asks something";
    return { kind: "question_slack", audience, label, ...tellInSlack(telling) };
  }
  if (channel === "teams") {
    return {
      kind: "question_teams",
      audience,
      label: "Tell the recruiters in Teams that a candidate asks something",
      send: async ({ handOver }) => {
        await (chat.teams ?? notConnected("Teams")).post(message, handOver);
        return {};
      },
      probe: unknowable,
    };
  }
  const mail = () => letterOf(message, told.companyName);
  const label = "Tell the recruiter by mail that the candidate asks something";
  return {
    kind: "question_mail",
    audience,
    label,
    ...tellByMail({ mailer, messageIdDomain, to, mail }),
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
  const { confidential, postingId } = await fresh.getOpportunity(opportunityId);
  const posting = postingId === null ? null : await fresh.getPosting(postingId);
  if (confidential || posting?.confidential === true) {
    throw stale("The candidacy is confidential in Lever by now, so nobody was told of it.");
  }
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
