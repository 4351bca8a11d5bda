/** What people would see of a proposal: the mails, notes, calendar entries and messages that its steps would send. */
import { Parser } from "htmlparser2";
import type { SpecialistProposal } from "../../../agents/specialist.ts";
import { renderBriefMail } from "../../../src/briefs/mail.ts";
import { renderBriefPage } from "../../../src/briefs/page.ts";
import { renderBriefSlack } from "../../../src/briefs/slack.ts";
import { renderBriefNote } from "../../../src/briefs/text.ts";
import { type RenderedAlert, renderAlert } from "../../../src/domain/alert.ts";
import {
  type AttendanceMessage,
  letterOf as messageLetter,
  isToCandidate,
  renderMessage,
} from "../../../src/domain/attendance-message.ts";
import { renderBooking } from "../../../src/domain/booking-texts.ts";
import {
  renderAnswerMail,
  renderChatNote,
  renderQuestion,
} from "../../../src/domain/chat-words.ts";
import { type SendDigest, digestInMail, digestInSlack } from "../../../src/domain/daily-digest.ts";
import { renderDebrief } from "../../../src/domain/debrief.ts";
import { renderNudge, renderNudgeNote } from "../../../src/domain/nudge.ts";
import { type BookInterview, isBooking, isMessage } from "../../../src/domain/proposal.ts";
import { renderQuestionNote } from "../../../src/domain/question-note.ts";
import { renderSynthesis } from "../../../src/domain/synthesis-note.ts";
import { createBundles } from "../../../src/effects/bundles.ts";
import type { EffectContext } from "../../../src/effects/kind.ts";
import { letterOf } from "../../../src/effects/kinds/tell-person.ts";
import { mailHtml } from "../../../src/messaging/mail-html.ts";
import type { Mail } from "../../../src/messaging/port.ts";
import { BRIEF_LINKS } from "../briefs.ts";
import { LINKS, NOBODY_ASKED, NOTHING_KEPT, NOT_ASKED } from "./nobody-asked.ts";

/** By what they are; `html` are documents that a program shows. */
export interface Seen {
  candidate: { texts: string[]; html: string[] };
  panel: { texts: string[]; html: string[]; notes: string[]; links: RenderedAlert["links"] };
}

const nothing = (): Seen => ({
  candidate: { texts: [], html: [] },
  panel: { texts: [], html: [], notes: [], links: [] },
});

/** All of one proposal. `subject`: what its case is called, where that is filled in as it leaves. */
export const seenOf = async ({
  payload,
  subject = "",
}: Pick<SpecialistProposal, "payload"> & { subject?: string }): Promise<Seen> => {
  if (isBooking(payload)) return await seenOfBooking(payload);
  if (isMessage(payload)) return seenOfMessage(payload);
  const seen = nothing();
  switch (payload.kind) {
    case "send_brief": {
      seen.panel.notes.push(renderBriefNote(payload));
      for (const reader of payload.readers) {
        const mail = renderBriefMail(payload, reader, BRIEF_LINKS);
        const slack = renderBriefSlack(payload, reader, BRIEF_LINKS);
        seen.panel.texts.push(mail.subject, mail.text, slack.title, ...slack.lines);
        seen.panel.html.push(mail.html, renderBriefPage(payload, reader, BRIEF_LINKS).toString());
        seen.panel.links.push(...slack.links);
      }
      return seen;
    }
    case "note_questions":
      seen.panel.notes.push(renderQuestionNote(payload));
      return seen;
    case "post_synthesis":
      seen.panel.notes.push(renderSynthesis(payload));
      return seen;
    case "nudge_feedback": {
      seen.panel.notes.push(renderNudgeNote(payload, "jonas"));
      return withTold(seen, renderNudge(payload), payload);
    }
    case "move_stage":
      return seen;
    case "alert_recruiter":
      return withTold(seen, renderAlert(payload, LINKS.case_), payload);
    case "tell_question":
      return withTold(seen, renderQuestion(payload, NOBODY_ASKED.publicUrl), payload);
    case "tell_answer": {
      const { subject: title, text, footer } = renderAnswerMail(payload, CHAT_URL);
      seen.candidate.texts.push(title, text, footer);
      seen.candidate.html.push(mailHtml({ title, text, allowedUrls: [CHAT_URL], footer }));
      return seen;
    }
    case "note_chat":
      seen.panel.notes.push(renderChatNote(payload, LINKS.case_));
      return seen;
    case "book_debrief": {
      const { title, description } = renderDebrief(payload);
      seen.panel.texts.push(title, description);
      return seen;
    }
    case "send_digest":
      return withDigest(seen, payload, subject);
  }
};

/** A message to one person, as it is in Slack and as a mail. */
const withTold = (seen: Seen, told: RenderedAlert, of: { companyName: string }): Seen => {
  const letter = letterOf(told, of.companyName);
  seen.panel.texts.push(told.title, ...told.lines, letter.subject, letter.text);
  seen.panel.texts.push(...told.links.map(({ label }) => label));
  seen.panel.html.push(letter.html);
  seen.panel.links.push(...told.links);
  return seen;
};

const withDigest = (seen: Seen, digest: SendDigest, subject: string): Seen => {
  const filled = { subjectOf: () => subject, publicUrl: NOBODY_ASKED.publicUrl };
  const { subject: title, text, urls, footer } = digestInMail(digest, filled);
  seen.panel.texts.push(title, text);
  seen.panel.html.push(mailHtml({ title, text, allowedUrls: urls, footer }));
  return withTold(seen, digestInSlack(digest, filled), digest);
};

const seenOfMessage = (payload: AttendanceMessage): Seen => {
  const seen = nothing();
  for (const reader of payload.readers) {
    const told = renderMessage(payload, reader, LINKS);
    const { subject, text, footer, urls } = messageLetter(payload, told);
    const html = mailHtml({ title: subject, text, allowedUrls: urls, footer });
    const to = isToCandidate(payload.kind) ? seen.candidate : seen.panel;
    to.texts.push(subject, text, footer);
    to.html.push(html);
    if (!isToCandidate(payload.kind)) seen.panel.links.push(...told.links);
  }
  return seen;
};

/** The mail is composed by its own step, and kept instead of sent. */
const seenOfBooking = async (payload: BookInterview): Promise<Seen> => {
  const sent: Mail[] = [];
  const stepsOf = createBundles({
    ...NOBODY_ASKED,
    database: NOTHING_KEPT,
    mailer: {
      send: async (mail) => {
        sent.push(mail);
        return await Promise.resolve({ messageId: mail.messageId, response: "250 OK" });
      },
    },
  });
  const steps = stepsOf(payload).filter(({ audience }) => audience === "candidate");
  for (const step of steps) {
    await step.send({ ...CONTEXT });
    await step.cancellation?.send({ ...CONTEXT });
  }
  const seen = nothing();
  for (const { subject, text, html, calendar } of sent) {
    seen.candidate.texts.push(subject, text, ...(calendar ? [unfolded(calendar.content)] : []));
    seen.candidate.html.push(html);
  }
  const { invitations, leverNote } = renderBooking(payload, {});
  seen.panel.notes.push(leverNote);
  seen.panel.texts.push(...invitations.flatMap(({ title, description }) => [title, description]));
  return seen;
};

const CHAT_URL = `${LINKS.page}/assistant`;

const CONTEXT: EffectContext = {
  effectId: "ef_1",
  proposalId: "pr_2",
  caseId: "case_1",
  earlier: {},
  lease: NOT_ASKED,
  signal: AbortSignal.timeout(600_000),
  recorded: null,
  messagesBefore: 0,
  startedAt: null,
  isHandedOver: false,
  handOver: async () => await Promise.resolve(),
};

/** Lines of a calendar file as they are meant. */
const unfolded = (content: string): string =>
  content.replaceAll(/\r\n[ \t]/g, "").replaceAll("\r\n", "\n");

/** Tags and attributes of a document: what a text in it may not add to. */
export const skeletonOf = (html: string): string[] => {
  const found: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) =>
      found.push(
        `<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}=${value}`)].join(" ")}>`,
      ),
    oncomment: () => found.push("<!-- -->"),
    onprocessinginstruction: (name) => found.push(name),
  });
  parser.end(html);
  return found;
};

const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Join_Control}\u00AD\u180E\u200B\u2028\u2029\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/** Characters that nobody sees, as numbers; line feeds and tabs are none. */
export const unseenIn = (text: string): string[] =>
  [...text.matchAll(UNSEEN)]
    .map(([each]) => (each.codePointAt(0) ?? 0).toString(16))
    .filter((code) => code !== "a" && code !== "9");
