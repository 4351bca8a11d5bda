/** Sends the confirmation with a calendar file to the candidate. A mail cannot be taken back or looked up: it comes last, one
 * whose fate is unknown goes to a person, and one that must not stand is followed by a cancellation. */
import { type VideoUrls, renderBooking, renderCancellation } from "../../domain/booking-texts.ts";
import { spanOf, timeOf } from "../../domain/itinerary.ts";
import { type OwnLinks, withOwnLinks } from "../../domain/own-links.ts";
import type { BookInterview } from "../../domain/proposal.ts";
import { bookingIcs } from "../../messaging/invitation-ics.ts";
import { mailHtml } from "../../messaging/mail-html.ts";
import type { Mail, Mailer } from "../../messaging/port.ts";
import { type EffectContext, type EffectKind, caseOf } from "../kind.ts";
import { videoUrlsOf } from "../video-urls.ts";
import { type NoticeDeps, withNotice } from "./mail-notice.ts";
import { unknowable } from "./tell-person.ts";

interface MailDeps extends NoticeDeps {
  mailer: Mailer;
  /** Address that mails come from: organiser of the candidate's calendar entry. */
  from: { email: string; name: string };
  messageIdDomain: string;
  /** The candidate's own page, good until then. */
  pageUrl(caseId: string, until: Temporal.Instant): Promise<string>;
  /** The assistant on that page; null where they want none. */
  assistantUrl(caseId: string, pageUrl: string): Promise<string | null>;
}

/** How long after the interview the page still opens: thanks, and whom to ask. */
const PAGE_OUTLIVES = { hours: 7 * 24 };

export const createCandidateMail =
  (deps: MailDeps) =>
  (payload: BookInterview): EffectKind => ({
    ...mailKind(payload, deps, confirmation),
    kind: "candidate_mail",
    label: "Send the confirmation with a calendar file to the candidate",
    cancellation: {
      ...mailKind(payload, deps, cancellation),
      kind: "candidate_cancellation",
      takesBack: true,
      label: "Tell the candidate that the confirmed interview does not take place",
    },
  });

/** What a candidate is told of a change. */
export const createChangeMail =
  (deps: MailDeps) =>
  (payload: BookInterview): EffectKind => ({
    ...mailKind(payload, deps, confirmation),
    kind: "candidate_mail",
    label: "Tell the candidate what is otherwise now, with a calendar file",
  });

/** What a candidate is told whose interview is cancelled. */
export const createCancelMail =
  (deps: MailDeps) =>
  (payload: BookInterview): EffectKind => ({
    ...mailKind(payload, deps, (cancelled) => ({
      ...confirmation(cancelled, {}),
      isCancelled: true,
    })),
    kind: "candidate_cancellation",
    takesBack: true,
    label: "Tell the candidate that the interview is cancelled, with a calendar file",
  });

const mailKind = (
  payload: BookInterview,
  deps: MailDeps,
  textsOf: (payload: BookInterview, videoUrls: VideoUrls) => MailTexts,
): Pick<EffectKind, "audience" | "send" | "probe"> => ({
  audience: "candidate",
  send: async (context) => {
    const texts = textsOf(payload, videoUrlsOf(payload, context.earlier));
    const links = texts.isCancelled ? NO_LINKS : await linksOf(payload, context, deps);
    const below = { footer: sentFor(payload), page: links.page };
    const { footer, handOver } = await withNotice(below, context, deps);
    const mail = compose(payload, { context, texts, links, footer }, deps);
    const { messageId } = await deps.mailer.send(mail, handOver);
    return { messageId };
  },
  probe: unknowable,
});

const sentFor = ({ companyName }: BookInterview): string =>
  `Sent for ${companyName} by Convene, scheduling software. Reply to reach a person.`;

const NO_LINKS: OwnLinks = { page: null, assistant: null };

const linksOf = async (
  { sessions }: BookInterview,
  context: EffectContext,
  deps: MailDeps,
): Promise<OwnLinks> => {
  const caseId = caseOf(context);
  const page = await deps.pageUrl(caseId, spanOf(sessions).endsAt.add(PAGE_OUTLIVES));
  return { page, assistant: await deps.assistantUrl(caseId, page) };
};

interface MailTexts {
  isCancelled: boolean;
  subject: string;
  text: string;
  videoUrls: VideoUrls;
}

const confirmation = (payload: BookInterview, videoUrls: VideoUrls): MailTexts => ({
  isCancelled: false,
  videoUrls,
  ...renderBooking(payload, videoUrls).mail,
});

const cancellation = (payload: BookInterview): MailTexts => ({
  isCancelled: true,
  videoUrls: {},
  ...renderCancellation(payload),
});

interface Composed {
  context: EffectContext;
  texts: MailTexts;
}

const compose = (
  payload: BookInterview,
  { context, texts, links, footer }: Composed & { links: OwnLinks; footer: string },
  deps: MailDeps,
): Mail => {
  const { subject, videoUrls } = texts;
  const text = withOwnLinks(texts.text, links);
  const allowedUrls = [...Object.values(videoUrls), links.page, links.assistant].filter(
    (url) => url !== null,
  );
  return {
    messageId: `<${context.effectId}@${deps.messageIdDomain}>`,
    to: { email: payload.candidate.email, name: payload.candidate.name },
    subject,
    text: `${text}\n\n--\n${footer}`,
    html: mailHtml({ title: subject, text, allowedUrls, footer }),
    calendar: calendarPart(payload, { context, texts }, deps),
  };
};

/** An invitation asks for an answer and is of one entry (RFC 5546); several go as a calendar to be added. */
const calendarPart = (
  payload: BookInterview,
  { context, texts }: Composed,
  deps: MailDeps,
): NonNullable<Mail["calendar"]> => {
  const { candidate, sessions, companyName } = payload;
  const { isCancelled, videoUrls } = texts;
  // An entry may be seen by others: without the candidate's own links.
  const text = withOwnLinks(texts.text, NO_LINKS);
  const ofOne = isCancelled ? "CANCEL" : "REQUEST";
  const method = sessions.length === 1 ? ofOne : "PUBLISH";
  return {
    method,
    content: bookingIcs({
      method,
      isCancelled,
      // A calendar takes an entry's newest version: each message about it counts one further.
      sequence: context.messagesBefore,
      zone: candidate.zone,
      organizer: deps.from,
      attendee: { email: candidate.email, name: candidate.name },
      now: deps.clock.now(),
      entries: sessions.map((session) => {
        const videoUrl = videoUrls[session.sessionId];
        return {
          uid: `${caseOf(context)}.${session.sessionId}@${deps.messageIdDomain}`,
          ...timeOf(session),
          summary: `${session.name} with ${companyName}`,
          description: text,
          ...(session.room && { location: session.room.name }),
          ...(videoUrl !== undefined && { location: videoUrl, url: videoUrl }),
        };
      }),
    }),
  };
};
