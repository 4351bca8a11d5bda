/** The texts of a booking: templates with tokens, and the one place that fills them from the facts. Whoever words a
 * template, times, names and links come from here. */
import type { BookInterview, BookingTexts } from "./proposal.ts";
import { slotInWords } from "./time.ts";

/** Tokens that a template may hold, and what stands for each. */
export const BOOKING_TOKENS = {
  candidate: "the candidate's name",
  when: "day, time and zone of the candidate",
  when_panel: "day and time in each panel member's zone",
  duration: "length in minutes",
  panel: "names of the panel",
  session: "name of the session",
  posting: "title of the posting",
  job: "link to the job description",
  company: "name of the company",
  where: "video link, or how they will meet",
  prepare: "what the candidate should prepare",
  agenda: "what the panel does",
  lever: "link to the opportunity in Lever",
} as const;
export type BookingToken = keyof typeof BOOKING_TOKENS;

/** Tokens that a text must keep, so that no edit or rewording can lose a fact that its reader needs. */
export const REQUIRED_TOKENS: Record<keyof BookingTexts, BookingToken[]> = {
  mailSubject: ["company"],
  mailBody: ["candidate", "when", "panel", "where"],
  invitationTitle: ["candidate", "session"],
  invitationBody: ["lever", "where"],
  leverNote: ["when", "panel"],
};

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

/** What is wrong with templates: unknown tokens, lost ones, braces that are none, a subject that would be shown as
 * another. Shape: empty when all is well. */
export const textFaults = (texts: BookingTexts): { path: string; message: string }[] =>
  TEXT_FIELDS.flatMap((field) => {
    const present = tokensIn(texts[field]);
    const unknown = present.filter((token) => !isToken(token));
    const lost = REQUIRED_TOKENS[field].filter((token) => !present.includes(token));
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

/** What is known only once the event exists. */
export interface BookingLinks {
  videoUrl: string | null;
}

export interface RenderedTexts {
  mail: { to: string; subject: string; text: string };
  invitation: { title: string; description: string; guests: string[] };
  leverNote: string;
  whenCandidate: string;
  whenPanel: { name: string; when: string }[];
}

/** The texts as their readers will see them. Before the booking, the video link stands as words. */
export const renderBooking = (payload: BookInterview, links: BookingLinks): RenderedTexts => {
  const slot = {
    startsAt: Temporal.Instant.from(payload.startsAt),
    endsAt: Temporal.Instant.from(payload.endsAt),
  };
  const whenCandidate = slotInWords(slot, payload.candidate.zone);
  const whenPanel = payload.panel.map((member) => ({
    name: member.name,
    when: slotInWords(slot, member.zone),
  }));
  const values: Record<BookingToken, string> = {
    candidate: payload.candidate.name,
    when: whenCandidate,
    when_panel: whenPanel.map(({ name, when }) => `${name}: ${when}`).join("\n"),
    duration: `${payload.durationMinutes} minutes`,
    panel: listInWords(payload.panel.map((member) => member.name)),
    session: payload.sessionName,
    posting: payload.postingTitle,
    job: payload.postingUrl,
    company: payload.companyName,
    where: whereInWords(payload, links),
    prepare: payload.prepare,
    agenda: payload.agenda,
    lever: payload.leverUrl,
  };
  const fill = (template: string): string =>
    template
      .replace(TOKEN, (whole, name: string) => (isToken(name) ? values[name] : whole))
      .replace(/\n{3,}/g, "\n\n")
      .trim();
  return {
    mail: {
      to: payload.candidate.email,
      subject: fill(payload.texts.mailSubject).replace(/\s+/g, " "),
      text: fill(payload.texts.mailBody),
    },
    invitation: {
      title: fill(payload.texts.invitationTitle).replace(/\s+/g, " "),
      description: fill(payload.texts.invitationBody),
      guests: payload.panel.map((member) => member.email),
    },
    leverNote: fill(payload.texts.leverNote),
    whenCandidate,
    whenPanel,
  };
};

/** What a candidate is told whose confirmed interview had to be taken back: nobody worded it beforehand, nobody may need to. */
export const renderCancellation = (payload: BookInterview): { subject: string; text: string } => {
  const { whenCandidate } = renderBooking(payload, { videoUrl: null });
  const { sessionName, companyName, candidate } = payload;
  return {
    subject: `Cancelled: ${sessionName} with ${companyName}`,
    text: [
      `Hello ${candidate.name},`,
      `the ${sessionName} that we confirmed to you for ${whenCandidate} does not take place at that time: it could not be booked for everybody.`,
      "Please remove it from your calendar. A person of our team will write to you about another time. We are sorry for the confusion.",
    ].join("\n\n"),
  };
};

const whereInWords = (payload: BookInterview, links: BookingLinks): string => {
  if (links.videoUrl) return links.videoUrl;
  if (payload.video === "meet") return "(the Google Meet link is made when this is booked)";
  return payload.format === "phone" ? "by phone" : "on site";
};

const listInWords = (names: string[]): string =>
  names.length < 2
    ? (names[0] ?? "")
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
