/** The texts of a booking: templates with tokens, and the one place that fills them from the facts. Whoever words a
 * template, times, names and links come from here. */
import { scheduleInWords, timeOf, whenInWords } from "./itinerary.ts";
import { endsSooner } from "./offer.ts";
import { ASSISTANT_LINES, PAGE_IN_WORDS } from "./own-links.ts";
import type {
  BookInterview,
  BookedSession,
  BookingTexts,
  OfferedTimes,
  PanelMember,
  Trainee,
} from "./proposal.ts";
import { slotInWords } from "./time.ts";
import { VIDEO_NAMES } from "./video.ts";

/** Tokens that a template may hold, and what stands for each. */
export const BOOKING_TOKENS = {
  candidate: "the candidate's name",
  schedule: "every session with its time, people and place, in the candidate's zone",
  when: "day, time and zone of the candidate",
  when_panel: "day and time in each panel member's zone",
  duration: "length in minutes",
  panel: "names of the panel",
  also_there: "who sits in to learn, and what they do; nothing when nobody does",
  session: "name of the session",
  posting: "title of the posting",
  job: "link to the job description",
  company: "name of the company",
  where: "video link, or how they will meet",
  prepare: "what the candidate should prepare",
  agenda: "what the panel does",
  lever: "link to the opportunity in Lever",
  brief: "where each of the panel gets their brief, in the invitation alone",
  page: "link to the candidate's own page, in the mail alone",
  times: "the times to choose from, in the candidate's zone",
  until: "until when they may be chosen",
} as const;
export type BookingToken = keyof typeof BOOKING_TOKENS;

/** Tokens that a text must keep, so that no edit or rewording can lose a fact that its reader needs. */
const REQUIRED_TOKENS: Record<keyof BookingTexts, BookingToken[]> = {
  mailSubject: ["company"],
  mailBody: ["candidate", "when", "panel", "where"],
  invitationTitle: ["candidate", "session"],
  invitationBody: ["lever", "where"],
  leverNote: ["when", "panel"],
};

/** The same where there are several sessions: a time, panel or place of all of them would tell nobody when to be where. */
const REQUIRED_OF_SEVERAL: typeof REQUIRED_TOKENS = {
  ...REQUIRED_TOKENS,
  mailBody: ["candidate", "schedule"],
  leverNote: ["schedule"],
};

/** The same where the candidate is to choose. */
const REQUIRED_OF_OFFER: typeof REQUIRED_TOKENS = {
  ...REQUIRED_TOKENS,
  mailBody: ["candidate", "page"],
};

/** The same of what is taken back. */
const REQUIRED_OF_CANCELLATION: typeof REQUIRED_TOKENS = {
  ...REQUIRED_TOKENS,
  mailBody: ["candidate", "session"],
  leverNote: ["session"],
};

/** Tokens that may stand in one text alone. Whoever has the page's link speaks for the candidate; a brief is nothing for them. */
const IN_ONE_ALONE = [
  { token: "page", field: "mailBody", words: "the mail to the candidate" },
  { token: "brief", field: "invitationBody", words: "the invitation of the panel" },
] as const satisfies { token: BookingToken; field: keyof BookingTexts; words: string }[];

/** Every text of a booking. */
export const TEXT_FIELDS = [
  "mailSubject",
  "mailBody",
  "invitationTitle",
  "invitationBody",
  "leverNote",
] as const satisfies (keyof BookingTexts)[];

/** Whether a name is a token that code fills. */
export const isToken = (name: string): name is BookingToken => Object.hasOwn(BOOKING_TOKENS, name);

const TOKEN = /\{\{\s*([a-z_]+)\s*\}\}/g;

/** Names of the tokens in a template, in order, repeated as they repeat. */
export const tokensIn = (template: string): string[] =>
  [...template.matchAll(TOKEN)].map((match) => match[1] ?? "");

/** The words of a template that stand there themselves: without its tokens. */
export const ownWords = (template: string): string => template.replace(TOKEN, " ");

/** Where mail programs read an encoding (`=?utf-8?Q?…?=`) and show other words than stand there. */
const ENCODED_WORD = "=?";

/** What is wrong with templates of a booking of so many sessions: unknown tokens, lost ones, braces that are none, a subject
 * that would be shown as another. Shape: empty when all is well. */
export const textFaults = (
  texts: BookingTexts,
  sessions: number,
  kind: BookInterview["kind"] = "book_interview",
): { path: string; message: string }[] =>
  TEXT_FIELDS.flatMap((field) => {
    const present = tokensIn(texts[field]);
    const unknown = present.filter((token) => !isToken(token));
    const lost = requiredOf(kind, sessions)[field].filter((token) => !present.includes(token));
    const strayBraces = /\{\{|\}\}/.test(ownWords(texts[field]));
    const isShownAsAnother = field === "mailSubject" && texts[field].includes(ENCODED_WORD);
    return [
      ...(isShownAsAnother
        ? [
            {
              path: field,
              message: "must not hold =? because mail programs decode it and show another subject",
            },
          ]
        : []),
      ...(strayBraces
        ? [{ path: field, message: "double braces may hold a token alone, such as {{when}}" }]
        : []),
      ...IN_ONE_ALONE.filter((one) => one.field !== field && present.includes(one.token)).map(
        ({ token, words }) => ({
          path: field,
          message: `{{${token}}} may stand in ${words} alone`,
        }),
      ),
      ...unknown.map((token) => ({
        path: field,
        message: `{{${token}}} is not a token that Convene knows`,
      })),
      ...lost.map((token) => ({
        path: field,
        message: `{{${token}}} (${BOOKING_TOKENS[token]}) must stay in this text`,
      })),
    ];
  });

const requiredOf = (kind: BookInterview["kind"], sessions: number): typeof REQUIRED_TOKENS => {
  if (kind === "offer_times") return REQUIRED_OF_OFFER;
  if (kind === "cancel_booking") return REQUIRED_OF_CANCELLATION;
  return sessions > 1 ? REQUIRED_OF_SEVERAL : REQUIRED_TOKENS;
};

/** What is known only once the events exist: the video link of each session that has one, by session id. */
export type VideoUrls = Readonly<Record<string, string>>;

export interface RenderedInvitation {
  sessionId: string;
  title: string;
  description: string;
  guests: string[];
  whenPanel: { name: string; when: string }[];
}

export interface RenderedTexts {
  mail: { to: string; subject: string; text: string };
  /** One a session, in their order. */
  invitations: RenderedInvitation[];
  leverNote: string;
  whenCandidate: string;
}

/** The texts as their readers will see them. Before the booking, video links stand as words. */
export const renderBooking = (payload: BookInterview, videoUrls: VideoUrls): RenderedTexts => {
  const { texts, sessions } = payload;
  const whole = valuesOfAll(payload, videoUrls);
  const isCancelled = payload.kind === "cancel_booking";
  return {
    mail: {
      to: payload.candidate.email,
      subject: fillLine(texts.mailSubject, whole),
      text: [fill(texts.mailBody, whole), ...(isCancelled ? [] : [ASSISTANT_LINES])].join("\n\n"),
    },
    invitations: sessions.map((session) => renderInvitation(payload, session, videoUrls)),
    leverNote: fill(texts.leverNote, whole),
    whenCandidate: whole.when,
  };
};

/** What the panel of one session is sent. */
export const renderInvitation = (
  payload: BookInterview,
  session: BookedSession,
  videoUrls: VideoUrls,
): RenderedInvitation => {
  const inEvent = linkInEvent(session, videoUrls);
  const values = {
    ...valuesOfSession(payload, session, videoUrls),
    ...(inEvent !== null && { where: inEvent }),
  };
  return {
    sessionId: session.sessionId,
    title: fillLine(payload.texts.invitationTitle, values),
    description: fill(payload.texts.invitationBody, values),
    guests: attending(session).map(({ email }) => email),
    whenPanel: whenOfPanel([session]),
  };
};

/** The event makes its own link, and shows it: the words in it can only say so. Shape: null where there is none of these. */
const linkInEvent = ({ sessionId, video }: BookedSession, videoUrls: VideoUrls): string | null =>
  videoUrls[sessionId] === undefined && (video === "meet" || video === "teams")
    ? `${VIDEO_NAMES[video]}, by the link of this event`
    : null;

/** What a candidate is told whose confirmed interview had to be taken back: nobody worded it beforehand, nobody may need to. */
export const renderCancellation = (payload: BookInterview): { subject: string; text: string } => {
  const { whenCandidate } = renderBooking(payload, {});
  const { title, companyName, candidate, sessions } = payload;
  const one = sessions.length === 1;
  return {
    subject: `Cancelled: ${title} with ${companyName}`,
    text: [
      `Hello ${candidate.name},`,
      one
        ? `the ${title} that we confirmed to you for ${whenCandidate} does not take place at that time: it could not be booked for everybody.`
        : `the interviews (${title}) that we confirmed to you for ${whenCandidate} do not take place at that time: they could not be booked for everybody.`,
      `Please remove ${one ? "it" : "them"} from your calendar. A person of our team will write to you about another time. We are sorry for the confusion.`,
    ].join("\n\n"),
  };
};

/** Everybody who is there but the candidate. */
const attending = ({ panel, trainees = [] }: BookedSession): (PanelMember | Trainee)[] => [
  ...panel,
  ...trainees,
];

type Values = Record<BookingToken, string>;

/** A line that has nothing to say, `Agenda: {{agenda}}` where there is none, is left out. */
const fill = (template: string, values: Values): string =>
  template
    .split("\n")
    .filter((line) => {
      const tokens = tokensIn(line).filter(isToken);
      return tokens.length === 0 || tokens.some((token) => values[token] !== "");
    })
    .join("\n")
    .replace(TOKEN, (whole, name: string) => (isToken(name) ? values[name] : whole))
    .replace(/\n{3,}/g, "\n\n")
    .trim();

const fillLine = (template: string, values: Values): string =>
  fill(template, values).replace(/\s+/g, " ");

const valuesOfSession = (
  payload: BookInterview,
  session: BookedSession,
  videoUrls: VideoUrls,
): Values => ({
  candidate: payload.candidate.name,
  schedule: scheduleOf(payload, [session], videoUrls),
  when: slotInWords(timeOf(session), payload.candidate.zone),
  when_panel: linesOf(whenOfPanel([session])),
  duration: `${session.durationMinutes} minutes`,
  panel: namesOf([session]),
  also_there: traineesInWords(session),
  session: session.name,
  posting: payload.postingTitle,
  job: payload.postingUrl,
  company: payload.companyName,
  where: whereInWords(session, videoUrls),
  prepare: session.prepare,
  agenda: session.agenda,
  lever: payload.leverUrl,
  brief: payload.briefsUrl === undefined ? "" : `${payload.briefsUrl}/${session.sessionId}`,
  page: PAGE_IN_WORDS,
  times: (payload.offer?.times ?? [])
    .map((sessions) => `- ${whenInWords(sessions, payload.candidate.zone)}`)
    .join("\n"),
  until: payload.offer ? untilInWords(payload.offer, payload.candidate.zone) : "",
});

const untilInWords = ({ until, times }: OfferedTimes, zone: string): string => {
  const instant = Temporal.Instant.from(until);
  const when = slotInWords({ startsAt: instant, endsAt: instant }, zone).replace(/–[0-9:]+/, "");
  return endsSooner(times, instant)
    ? `${when}, but each no longer than until two hours before it begins`
    : when;
};

/** Of one session its own; of several what can be said of them as one. */
const valuesOfAll = (payload: BookInterview, videoUrls: VideoUrls): Values => {
  const { sessions, title, candidate } = payload;
  const [first] = sessions;
  if (!first) throw new Error("a booking without a session");
  const own = valuesOfSession(payload, first, videoUrls);
  if (sessions.length === 1) return own;
  const minutes = sessions.reduce((sum, session) => sum + session.durationMinutes, 0);
  const ofEach = (value: (session: BookedSession) => string): string =>
    sessions
      .flatMap((session) => (value(session) ? [`${session.name}: ${value(session)}`] : []))
      .join("\n");
  return {
    ...own,
    schedule: scheduleOf(payload, sessions, videoUrls),
    when: whenInWords(sessions, candidate.zone),
    when_panel: linesOf(whenOfPanel(sessions)),
    duration: `${minutes} minutes in ${sessions.length} interviews`,
    panel: namesOf(sessions),
    also_there: ofEach(traineesInWords),
    session: title,
    where: ofEach((session) => whereInWords(session, videoUrls)),
    prepare: ofEach(({ prepare }) => prepare),
    agenda: ofEach(({ agenda }) => agenda),
  };
};

const scheduleOf = (
  { candidate }: BookInterview,
  sessions: readonly BookedSession[],
  videoUrls: VideoUrls,
): string =>
  scheduleInWords(sessions, candidate.zone, (session) => {
    const trainees = traineesInWords(session);
    return [
      `${session.name}, with ${namesOf([session])}`,
      ...(trainees === "" ? [] : [`Also there: ${trainees}`]),
      `${PLACE[session.format]}: ${whereInWords(session, videoUrls)}`,
    ].join("\n");
  });

const PLACE: Record<BookedSession["format"], string> = {
  video: "Video",
  phone: "How",
  onsite: "Where",
};

/** Each session of each of them, in the person's own zone. */
const whenOfPanel = (sessions: readonly BookedSession[]): RenderedInvitation["whenPanel"] =>
  sessions.flatMap((session) =>
    attending(session).map((member) => ({
      name: member.name,
      when: slotInWords(timeOf(session), member.zone),
    })),
  );

/** `Kenji Sato, who sits in to learn`: also for the candidate, who is told who is in the room. */
const traineesInWords = ({ trainees = [] }: BookedSession): string =>
  listInWords(trainees.map(({ name, kind }) => `${name}, ${TRAINING_WORDS[kind]}`));

const TRAINING_WORDS: Record<Trainee["kind"], string> = {
  shadow: "who sits in to learn",
  reverse_shadow: "who leads the conversation",
};

const linesOf = (whenPanel: RenderedInvitation["whenPanel"]): string =>
  whenPanel.map(({ name, when }) => `${name}: ${when}`).join("\n");

const namesOf = (sessions: readonly BookedSession[]): string =>
  listInWords([...new Set(sessions.flatMap(({ panel }) => panel.map((member) => member.name)))]);

const whereInWords = (session: BookedSession, videoUrls: VideoUrls): string => {
  const url = videoUrls[session.sessionId];
  if (url !== undefined) return url;
  if (session.videoLink !== undefined) return session.videoLink;
  const { video } = session;
  if (video === "meet" || video === "teams" || video === "zoom") {
    return `(the ${VIDEO_NAMES[video]} link is made when this is booked)`;
  }
  if (session.format === "video") return "by video; a link follows";
  if (session.format === "phone") return "by phone";
  return session.room ? `on site, room ${session.room.name}` : "on site";
};

const listInWords = (names: string[]): string =>
  names.length < 2
    ? (names[0] ?? "")
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
