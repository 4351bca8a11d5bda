/** What people are told or asked about one interview, beside its booking. Times, names and links come from records; the words around
 * them from code or a model. */
import { z } from "zod";
import type { RenderedAlert } from "./alert.ts";
import { OpportunityId, PostingId, StageId } from "./ids.ts";
import { namesInWords } from "./names-in-words.ts";
import { cleanLine } from "./quoted.ts";
import { isoInstant, slotInWords, zoneId } from "./time.ts";

/** remind_candidate: that it takes place. remind_interviewers: the same, to the panel. ask_arrival: whether the candidate has arrived, of
 * the panel. invite_again: to the candidate who did not come, whether they would like another time. warn_recruiter: that somebody may stay
 * away, with the risk as it is when it is sent: it is kept in no proposal. */
export const MESSAGE_KINDS = [
  "remind_candidate",
  "remind_interviewers",
  "ask_arrival",
  "invite_again",
  "warn_recruiter",
] as const;
export const MessageKind = z.enum(MESSAGE_KINDS);
export type MessageKind = z.infer<typeof MessageKind>;

/** An interview as it is booked. */
export const MessagedSession = z.strictObject({
  sessionId: z.string().describe("Of the plan"),
  name: z.string(),
  format: z.enum(["video", "phone", "onsite"]),
  startsAt: isoInstant,
  endsAt: isoInstant,
  people: z.array(z.string()).describe("Names of the panel"),
  room: z.string().nullable(),
  videoUrl: z.string().nullable(),
});
export type MessagedSession = z.infer<typeof MessagedSession>;

/** Somebody who is told. */
export const MessageReader = z.strictObject({
  id: z.string().describe("Id of the Lever user; `candidate` for the candidate"),
  email: z.email(),
  name: z.string(),
  zone: zoneId,
  channel: z.enum(["slack", "mail"]),
});
export type MessageReader = z.infer<typeof MessageReader>;

/** Who is told, where it is the candidate. */
export const CANDIDATE = "candidate";

/** How a reader is called in what is kept in the clear: the candidate is not named there. */
export const nameInClear = ({ id, name }: Pick<MessageReader, "id" | "name">): string =>
  id === CANDIDATE ? "the candidate" : name;

/** Who is told, where it is whoever recruits: found out when it is time. */
export const RECRUITER = "recruiter";

/** Payload of the proposal to tell. */
export const AttendanceMessage = z.strictObject({
  kind: MessageKind,
  version: z.literal(1),
  opportunityId: OpportunityId,
  postingId: PostingId,
  stageId: StageId,
  caseId: z.string(),
  of: z.string().describe("Id of the proposal whose booking it is about"),
  mark: z
    .string()
    .describe(
      "Which message of its plan it is: hours before, `hour`, `morning`, `help`, `arrival`, or why it was missed (`missed`: nobody knows)",
    ),
  sessions: z
    .array(MessagedSession)
    .min(1)
    .max(10)
    .describe("In the order of time: of one visit of the candidate, or one alone"),
  candidate: z.strictObject({ name: z.string(), zone: zoneId }),
  isConfirmed: z.boolean().describe("The candidate has said that they will be there"),
  postingTitle: z.string(),
  companyName: z.string(),
  readers: z.array(MessageReader).min(1).max(40),
  words: z.strictObject({
    opening: z.string().min(1).max(400),
    closing: z.string().min(1).max(400),
  }),
});
export type AttendanceMessage = z.infer<typeof AttendanceMessage>;

const KINDS: ReadonlySet<string> = new Set(MESSAGE_KINDS);

/** Whether a kind of proposal is one of these. */
export const isMessageKind = (kind: string): kind is MessageKind => KINDS.has(kind);

/** Whether it goes to the candidate. */
export const isToCandidate = (kind: MessageKind): boolean =>
  kind === "remind_candidate" || kind === "invite_again";

/** Code of the problem of a case that somebody was not told. */
export const MESSAGE_NOT_SENT = "message_not_sent";

/** What of one message is known only as it is sent, its links above all; null: it is made when it is sent, and stands as words until then. */
export interface MessageLinks {
  /** The candidate's own page. */
  page: string | null;
  /** Whether another time can still be asked for there. */
  mayMove: boolean | null;
  /** Whether an assistant answers on that page; null: that is known when it is sent. */
  hasAssistant: boolean | null;
  /** Where the candidate ends reminders. */
  stop: string | null;
  /** Where somebody of the panel says whether the candidate has arrived. */
  arrival: string | null;
  /** The case's page in the dashboard. */
  case_: string | null;
  /** What is told of a risk, to coordinators alone. */
  risk: string | null;
}

/** None is known yet, or there is none. */
export const NO_LINKS: MessageLinks = {
  page: null,
  mayMove: null,
  hasAssistant: null,
  stop: null,
  arrival: null,
  case_: null,
  risk: null,
};

const LONGEST_TITLE = 150;

/** The very words for one reader. Each link is a line of its own in a mail and a button in Slack. */
export const renderMessage = (
  message: AttendanceMessage,
  reader: Pick<MessageReader, "zone">,
  links: MessageLinks,
): RenderedAlert => {
  const { kind, words, sessions, isConfirmed } = message;
  const isForCandidate = isToCandidate(kind);
  return {
    title: titleOf(message, reader),
    lines: [
      words.opening,
      ...sessions.map((session) => sessionInWords(session, { zone: reader.zone, isForCandidate })),
      ...(kind === "remind_candidate" && isConfirmed
        ? ["You have told us that you will be there. Thank you."]
        : []),
      ...(kind === "warn_recruiter" ? [links.risk ?? RISK_IN_WORDS] : []),
    ],
    links: LINKS[kind](message, links),
  };
};

const titleOf = (
  { kind, sessions, candidate, companyName }: AttendanceMessage,
  { zone }: Pick<MessageReader, "zone">,
): string => {
  const [first] = sessions;
  if (!first) throw new Error("a message about no interview");
  const what = sessions.length === 1 ? first.name : WHOSE[kind];
  const when = whenOf(first, zone);
  const titles: Record<MessageKind, string> = {
    remind_candidate: `Reminder: ${what} with ${companyName}, ${when}`,
    remind_interviewers: `Reminder: ${what} with ${candidate.name}, ${when}`,
    ask_arrival: `Has ${candidate.name} arrived? ${what}, ${when}`,
    invite_again: `Another time for ${sessions.length === 1 ? "your interview" : "your interviews"} with ${companyName}?`,
    warn_recruiter: `Please look at ${what} with ${candidate.name}, ${when}`,
  };
  return cleanLine(titles[kind], LONGEST_TITLE);
};

/** What several of one visit are called to whom it goes. */
const WHOSE: Record<MessageKind, string> = {
  remind_candidate: "your interviews",
  invite_again: "your interviews",
  remind_interviewers: "the interviews",
  ask_arrival: "the interviews",
  warn_recruiter: "the interviews",
};

const whenOf = ({ startsAt, endsAt }: MessagedSession, zone: string): string =>
  slotInWords(
    { startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) },
    zone,
  );

const sessionInWords = (
  session: MessagedSession,
  { zone, isForCandidate }: { zone: string; isForCandidate: boolean },
): string =>
  [
    session.name,
    whenOf(session, zone),
    ...(session.people.length > 0 && isForCandidate
      ? [`With ${namesInWords(session.people)}`]
      : []),
    whereOf(session),
  ].join("\n");

const whereOf = ({ format, room, videoUrl }: MessagedSession): string => {
  if (videoUrl !== null) return `By video: ${videoUrl}`;
  if (format === "video") return "By video";
  if (format === "phone") return "By phone";
  return room === null ? "On site" : `On site, room ${room}`;
};

const candidateLinks = (
  { isConfirmed }: AttendanceMessage,
  { page, mayMove, hasAssistant, stop }: MessageLinks,
): RenderedAlert["links"] => [
  ...(isConfirmed ? [] : [{ label: "I will be there", url: linkOr(page, "#confirm") }]),
  { label: moveLabel(mayMove), url: linkOr(page, "?ask=move#move") },
  ...(hasAssistant === false ? [] : [{ label: ASSISTANT, url: linkOr(page, "/assistant") }]),
  { label: "Rather no more reminders? One press is enough", url: linkOr(stop, "") },
];

const ASSISTANT = "A question? Software answers it at once, or asks a person for you";
const MOVE = "I need another time";
/** The page asks a person for another time then, or to cancel. */
const CANNOT_COME = "I cannot come at this time";

const moveLabel = (mayMove: boolean | null): string => {
  if (mayMove === null) return `${MOVE} (or, if it is too late for that: ${CANNOT_COME})`;
  return mayMove ? MOVE : CANNOT_COME;
};

const LINKS: Record<
  MessageKind,
  (message: AttendanceMessage, links: MessageLinks) => RenderedAlert["links"]
> = {
  remind_candidate: (message, links) => candidateLinks(message, links),
  remind_interviewers: (message) => panelLinks(message),
  ask_arrival: (_, { arrival }) => [
    { label: "Yes, they are here", url: linkOr(arrival, "?said=yes") },
    { label: "No, they are not", url: linkOr(arrival, "?said=no") },
  ],
  invite_again: (_, { page }) => [
    { label: "Tell us when you could", url: linkOr(page, "/availability") },
  ],
  warn_recruiter: (_, { case_ }) => [{ label: "Open the case", url: linkOr(case_, "") }],
};

const panelLinks = ({ sessions }: AttendanceMessage): RenderedAlert["links"] =>
  sessions.flatMap(({ videoUrl, name }) =>
    videoUrl === null ? [] : [{ label: `Join ${name}`, url: videoUrl }],
  );

const RISK_IN_WORDS = "(why, as it is known when this is sent)";

/** What stands for a link of the reader's own wherever it is not to be known. */
const OWN_LINK = "(a link of their own)";

const linkOr = (url: string | null, more: string): string =>
  url === null ? OWN_LINK : `${url}${more}`;

/** The same as a letter: `Hello`, its lines, each link below what it is for. */
export const letterOf = (
  message: AttendanceMessage,
  { title, lines, links }: RenderedAlert,
): { subject: string; text: string; footer: string; urls: string[] } => {
  const said = links.map(({ label, url }) => `${label}:\n${url}`);
  const hello = isToCandidate(message.kind) ? [`Hello ${message.candidate.name},`] : [];
  const urls = [
    ...links.map(({ url }) => url),
    ...message.sessions.flatMap(({ videoUrl }) => videoUrl ?? []),
  ];
  return {
    subject: title,
    text: [...hello, ...lines, ...said, message.words.closing].join("\n\n"),
    footer: `Sent for ${message.companyName} by Convene, scheduling software.${isToCandidate(message.kind) ? " Reply to reach a person." : ""}`,
    urls,
  };
};
