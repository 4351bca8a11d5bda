/** Proposals that stand beside a booking, as people see them: the very texts, the steps, what was read for them. */
import type { z } from "zod";
import { renderBriefMail } from "../../briefs/mail.ts";
import { renderBriefSlack } from "../../briefs/slack.ts";
import { renderBriefNote } from "../../briefs/text.ts";
import type { BriefLinks } from "../../briefs/view.ts";
import {
  type AlertContext,
  openAlert,
  openAnswerMail,
  openBrief,
  openChatNote,
  openDebrief,
  openMessage,
  openNudge,
  openQuestions,
  openQuestionWord,
} from "../../cases/open-proposal.ts";
import type { People } from "../../cases/named-people.ts";
import { type OwnFormDeps, briefShownTo } from "../../cases/own-form-first.ts";
import type { ProposalRecord } from "../../cases/records.ts";
import type { Database } from "../../db/port.ts";
import { NO_LINKS, letterOf, renderMessage } from "../../domain/attendance-message.ts";
import { renderAlert } from "../../domain/alert.ts";
import { refuseWhileOff } from "../../cases/evaluative.ts";
import { NO_SHOW_OFF, WORD_OF_RISK, isRiskTold, withoutHelp } from "../../cases/no-show-told.ts";
import { renderAnswerMail, renderChatNote, renderQuestion } from "../../domain/chat-words.ts";
import { findStandingTime } from "../../cases/booked-debrief.ts";
import { renderDebrief } from "../../domain/debrief.ts";
import type { BriefReader, SendBrief } from "../../domain/brief.ts";
import type { ProposalPayload } from "../../domain/proposal.ts";
import type { Clock } from "../../domain/time.ts";
import { renderNudge, renderNudgeNote } from "../../domain/nudge.ts";
import { renderQuestionNote } from "../../domain/question-note.ts";
import type { StepsOf } from "../../effects/bundles.ts";
import { listEffects } from "../../effects/effects.ts";
import { staticLinks } from "../../effects/kinds/brief.ts";
import type { Texts } from "../../privacy/texts.ts";
import { type Principal, mayDecide } from "../auth/principal.ts";
import type {
  AlertDetail,
  AnswerMailDetail,
  Aside,
  BriefDetail,
  ChatNoteDetail,
  DebriefDetail,
  MessageDetail,
  NudgeDetail,
  QuestionWordDetail,
  QuestionsDetail,
} from "./aside-schemas.ts";
import { askedLook, viewEffect, viewProposal } from "./views.ts";

export interface AsideDeps {
  lever: People;
  database: Database;
  texts: Texts;
  clock: Clock;
  publicUrl: string;
  stepsOf: StepsOf;
}

/** A word to a recruiter. */
export const viewAlert = async (
  proposal: ProposalRecord,
  principal: Principal | null,
  deps: AsideDeps,
): Promise<z.infer<typeof AlertDetail>> => {
  const { payload, context } = await openAlert(deps.database, proposal, deps.texts);
  return {
    ...(await viewAside(proposal, { payload, context, principal }, deps)),
    kind: payload.kind,
    payload,
    rendered: renderAlert(payload, `${deps.publicUrl}/cases/${payload.caseId}`),
  };
};

/** A reminder of a feedback form, or a word that it stays out. */
export const viewNudge = async (
  proposal: ProposalRecord,
  principal: Principal | null,
  deps: AsideDeps,
): Promise<z.infer<typeof NudgeDetail>> => {
  const { payload, context } = await openNudge(deps.database, proposal, deps.texts);
  const { note } = payload;
  return {
    ...(await viewAside(proposal, { payload, context, principal }, deps)),
    kind: payload.kind,
    payload,
    rendered: {
      ...renderNudge(payload),
      note: note && renderNudgeNote(payload, note.username),
    },
  };
};

/** A word of a candidate's question. */
export const viewQuestionWord = async (
  proposal: ProposalRecord,
  principal: Principal | null,
  deps: AsideDeps,
): Promise<QuestionWordDetail> => {
  const { payload, context } = await openQuestionWord(deps.database, proposal, deps.texts);
  return {
    ...(await viewAside(proposal, { payload, context, principal }, deps)),
    kind: payload.kind,
    payload,
    rendered: renderQuestion(payload, deps.publicUrl),
  };
};

/** That a person has answered. */
export const viewAnswerMail = async (
  proposal: ProposalRecord,
  principal: Principal | null,
  deps: AsideDeps,
): Promise<AnswerMailDetail> => {
  const { payload, context } = await openAnswerMail(deps.database, proposal, deps.texts);
  const { subject, text } = renderAnswerMail(payload, null);
  return {
    ...(await viewAside(proposal, { payload, context, principal }, deps)),
    kind: payload.kind,
    payload,
    rendered: { subject, text },
  };
};

/** What a chat was about. */
export const viewChatNote = async (
  proposal: ProposalRecord,
  principal: Principal | null,
  deps: AsideDeps,
): Promise<ChatNoteDetail> => {
  const { payload, context } = await openChatNote(deps.database, proposal, deps.texts);
  return {
    ...(await viewAside(proposal, { payload, context, principal }, deps)),
    kind: payload.kind,
    payload,
    rendered: { note: renderChatNote(payload, `${deps.publicUrl}/cases/${payload.caseId}`) },
  };
};

/** A meeting of a panel. */
export const viewDebrief = async (
  proposal: ProposalRecord,
  principal: Principal | null,
  deps: AsideDeps,
): Promise<DebriefDetail> => {
  const { payload, context } = await openDebrief(deps.database, proposal, deps.texts);
  const standing = await findStandingTime(deps.database, proposal.id);
  return {
    ...(await viewAside(proposal, { payload, context, principal }, deps)),
    kind: payload.kind,
    payload,
    standsAt: standing && {
      startsAt: standing.startsAt.toString(),
      endsAt: standing.endsAt.toString(),
    },
    rendered: renderDebrief(payload),
  };
};

/** Questions for Lever. */
export const viewQuestions = async (
  proposal: ProposalRecord,
  principal: Principal | null,
  deps: AsideDeps,
): Promise<z.infer<typeof QuestionsDetail>> => {
  const { payload, context } = await openQuestions(deps.database, proposal, deps.texts);
  return {
    ...(await viewAside(proposal, { payload, context, principal }, deps)),
    kind: payload.kind,
    payload,
    rendered: { note: renderQuestionNote(payload) },
  };
};

/** A message about an interview; what would tell of a risk is for whoever is told of risks. Errors: `conflict` for a word of one while
 * evaluative features are switched off. */
export const viewMessage = async (
  proposal: ProposalRecord,
  principal: Principal | null,
  deps: AsideDeps,
): Promise<z.infer<typeof MessageDetail>> => {
  if (proposal.kind === WORD_OF_RISK) await refuseWhileOff(deps.database, NO_SHOW_OFF);
  const opened = await openMessage(deps.database, proposal, deps.texts);
  const isTold = await isRiskTold(deps.database, mayDecide(principal));
  const { payload, context } = isTold ? opened : withoutHelp(opened, mayDecide(principal));
  return {
    ...(await viewAside(proposal, { payload, context, principal }, deps)),
    kind: payload.kind,
    payload,
    rendered: {
      readers: payload.readers.map((reader) => {
        const { name, email, channel } = reader;
        const rendered = renderMessage(payload, reader, NO_LINKS);
        const letter = letterOf(payload, rendered);
        const short = [rendered.title, ...rendered.lines].join("\n\n");
        const text = channel === "slack" ? short : `${letter.subject}\n\n${letter.text}`;
        return { name, email, channel, text };
      }),
    },
  };
};

/** A brief. What one reader alone may see is for whoever decides, and for no other interviewer; what it quotes of a round, for nobody
 * whose own form of it is still to be handed in. */
export const viewBrief = async (
  proposal: ProposalRecord,
  principal: Principal | null,
  deps: AsideDeps & OwnFormDeps,
): Promise<z.infer<typeof BriefDetail>> => {
  const { payload: whole, context } = await openBrief(deps.database, proposal, deps.texts);
  const isForAll = !mayDecide(principal);
  const payload = await briefShownTo(principal, isForAll ? withoutOwnParts(whole) : whole, deps);
  const links = { page: null, own: null, ...staticLinks(payload) };
  return {
    ...(await viewAside(proposal, { payload, context, principal }, deps)),
    kind: payload.kind,
    payload,
    rendered: {
      readers: payload.readers.map((reader) => ({
        name: reader.name,
        email: reader.email,
        channel: reader.channel,
        ...messageOf(payload, reader, links),
      })),
      note: payload.hasNote ? renderBriefNote(payload) : null,
    },
  };
};

/** What the message says, and for a short one also the page behind it. */
const messageOf = (payload: SendBrief, reader: BriefReader, links: BriefLinks) => {
  const whole = renderBriefMail(payload, reader, links).text;
  if (reader.channel === "mail") return { text: whole, page: null };
  const { title, lines } = renderBriefSlack(payload, reader, links);
  return { text: [title, ...lines, "[Open the brief]"].join("\n"), page: whole };
};

const withoutOwnParts = (payload: SendBrief): SendBrief => ({
  ...payload,
  readers: payload.readers.map((reader) => ({ ...reader, feedback: [], documents: [] })),
});

interface Opened {
  payload: ProposalPayload;
  context: AlertContext;
  /** Who looks. */
  principal: Principal | null;
}

/** What is shown of any of them. */
export const viewAside = async (
  proposal: ProposalRecord,
  { payload, context, principal }: Opened,
  deps: AsideDeps,
): Promise<Aside> => {
  const effects = await listEffects(deps.database, proposal.id);
  const look = await askedLook(principal, [proposal], deps);
  return {
    ...(await viewProposal(proposal, { effects, look }, deps)),
    steps: deps.stepsOf(payload).map(({ kind, label, audience }) => ({ kind, label, audience })),
    evidence: context.evidence,
    reason: context.reason,
    effects: effects.map(viewEffect),
  };
};
