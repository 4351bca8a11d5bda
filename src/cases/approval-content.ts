/** What somebody sees who is asked for a decision elsewhere than in the dashboard: the very texts, as on the proposal's page. */
import type { Database, Queryable } from "../db/port.ts";
import { NO_LINKS, isMessageKind, letterOf, renderMessage } from "../domain/attendance-message.ts";
import { renderAlert } from "../domain/alert.ts";
import { renderBooking } from "../domain/booking-texts.ts";
import { renderAnswerMail, renderChatNote, renderQuestion } from "../domain/chat-words.ts";
import { renderDebrief } from "../domain/debrief.ts";
import { isForPage } from "../domain/for-page.ts";
import { renderNudge, renderNudgeNote } from "../domain/nudge.ts";
import {
  type BookInterview,
  type BookingTexts,
  type Evidence,
  isBookingKind,
} from "../domain/proposal.ts";
import { renderQuestionNote } from "../domain/question-note.ts";
import { slotInWords } from "../domain/time.ts";
import type { Texts } from "../privacy/texts.ts";
import { isRiskTold, withoutHelp } from "./no-show-told.ts";
import {
  type OpenedBooking,
  openAlert,
  openAnswerMail,
  openBooking,
  openChatNote,
  openDebrief,
  openMessage,
  openNudge,
  openProposal,
  openQuestions,
  openQuestionWord,
} from "./open-proposal.ts";
import type { ProposalRecord } from "./records.ts";

/** A text with what it is. */
export interface LabelledText {
  label: string;
  text: string;
}

/** What may be changed of a booking. */
export interface Changeable {
  texts: BookingTexts;
  /** The one proposed first. Empty: its time cannot be chosen. */
  times: { startsAt: string; words: string }[];
}

export interface ApprovalContent {
  subject: string;
  /** What is to be looked at, times, people. */
  facts: LabelledText[];
  texts: LabelledText[];
  /** Null: only approved or rejected. */
  changeable: Changeable | null;
}

export interface ContentDeps {
  database: Database | Queryable;
  texts: Texts;
  publicUrl: string;
}

/** Null: it is decided on its page alone. Errors: those of `openProposal`. */
export const readContent = async (
  proposal: ProposalRecord,
  deps: ContentDeps,
): Promise<ApprovalContent | null> => {
  if (isForPage(proposal)) return null;
  if (isBookingKind(proposal.kind)) {
    return bookingContent(await openBooking(deps.database, proposal, deps.texts));
  }
  const { context } = await openProposal(deps.database, proposal, deps.texts);
  const texts = await textsBeside(proposal, deps);
  return { subject: context.summary, facts: warningsIn(context), texts, changeable: null };
};

/** What whoever decides must know of it, as its page says it first. */
const warningsIn = ({ evidence }: { evidence: readonly Evidence[] }): LabelledText[] => {
  const warnings = evidence.filter(({ kind }) => kind === "warning").map(({ what }) => what);
  return warnings.length === 0 ? [] : [{ label: "Look at this first", text: warnings.join("\n") }];
};

const bookingContent = ({ payload, context }: OpenedBooking): ApprovalContent => {
  const { mail, invitations, leverNote, whenCandidate } = renderBooking(payload, {});
  return {
    subject: context.summary,
    facts: [
      ...warningsIn(context),
      { label: `When, for ${payload.candidate.name}`, text: whenCandidate },
      ...payload.sessions.map((session) => ({
        label: session.name,
        text: [
          ...new Set(session.panel.map(({ zone }) => slotInWords(spanOf(session), zone))),
          session.panel.map(({ name, role }) => `${name} (${role})`).join(", "),
        ].join("\n"),
      })),
    ],
    texts: [
      { label: `Mail to ${mail.to}`, text: `${mail.subject}\n\n${mail.text}` },
      ...invitations.map(({ title, description, guests }) => ({
        label: `Invitation to ${guests.join(", ")}`,
        text: `${title}\n\n${description}`,
      })),
      { label: "Note in Lever", text: leverNote },
    ],
    changeable: { texts: payload.texts, times: timesOf({ payload, context }) },
  };
};

const spanOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => ({
  startsAt: Temporal.Instant.from(startsAt),
  endsAt: Temporal.Instant.from(endsAt),
});

/** An offer offers all of them, and of a change each way is another one, which the page shows. */
const timesOf = ({ payload, context }: OpenedBooking): Changeable["times"] => {
  if (payload.offer || payload.change) return [];
  return [context.itinerary, ...context.alternatives].flatMap(({ sessions }) => {
    const [first] = sessions;
    if (!first) return [];
    const words = slotInWords(spanOf(first), zoneOf(payload));
    return [{ startsAt: first.startsAt, words }];
  });
};

const zoneOf = (payload: BookInterview): string => payload.candidate.zone;

const textsBeside = async (
  proposal: ProposalRecord,
  { database, texts, publicUrl }: ContentDeps,
): Promise<LabelledText[]> => {
  const caseUrl = `${publicUrl}/cases/${proposal.caseId}`;
  if (isMessageKind(proposal.kind)) return await messageTexts(proposal, { database, texts });
  switch (proposal.kind) {
    case "alert_recruiter": {
      const { payload } = await openAlert(database, proposal, texts);
      return [told(payload.to.email, renderAlert(payload, caseUrl))];
    }
    case "nudge_feedback": {
      const { payload } = await openNudge(database, proposal, texts);
      const { note } = payload;
      return [
        told("whoever owes the form", renderNudge(payload)),
        ...(note ? [noteOf(renderNudgeNote(payload, note.username))] : []),
      ];
    }
    case "note_questions":
      return [noteOf(renderQuestionNote((await openQuestions(database, proposal, texts)).payload))];
    case "book_debrief": {
      const { payload } = await openDebrief(database, proposal, texts);
      const { title, description } = renderDebrief(payload);
      const guests = payload.people.map(({ name }) => name).join(", ");
      return [{ label: `Invitation to ${guests}`, text: `${title}\n\n${description}` }];
    }
    case "tell_question": {
      const { payload } = await openQuestionWord(database, proposal, texts);
      return [told(payload.to.email, renderQuestion(payload, publicUrl))];
    }
    case "tell_answer": {
      const { payload } = await openAnswerMail(database, proposal, texts);
      const { subject, text } = renderAnswerMail(payload, null);
      return [{ label: `Mail to ${payload.to.email}`, text: `${subject}\n\n${text}` }];
    }
    case "note_chat":
      return [
        noteOf(renderChatNote((await openChatNote(database, proposal, texts)).payload, caseUrl)),
      ];
    default:
      throw new Error(`the texts of ${proposal.kind} are shown on its page alone`);
  }
};

const noteOf = (text: string): LabelledText => ({ label: "Note in Lever", text });

const told = (
  to: string,
  { title, lines }: { title: string; lines: readonly string[] },
): LabelledText => ({ label: `To ${to}`, text: [title, ...lines].join("\n\n") });

const messageTexts = async (
  proposal: ProposalRecord,
  { database, texts }: Omit<ContentDeps, "publicUrl">,
): Promise<LabelledText[]> => {
  const opened = await openMessage(database, proposal, texts);
  const { payload } = (await isRiskTold(database, true)) ? opened : withoutHelp(opened, true);
  return payload.readers.map((reader) => {
    const rendered = renderMessage(payload, reader, NO_LINKS);
    const letter = letterOf(payload, rendered);
    const short = [rendered.title, ...rendered.lines].join("\n\n");
    return {
      label: reader.channel === "slack" ? `To ${reader.name}, in Slack` : `Mail to ${reader.email}`,
      text: reader.channel === "slack" ? short : `${letter.subject}\n\n${letter.text}`,
    };
  });
};
