/** What other people write, and the same with poison behind it. */
import { CHAT_LIMITS } from "../../../src/domain/chat.ts";
import { shorten } from "../../../src/domain/quoted.ts";

export const NOW = Temporal.Instant.from("2026-11-23T09:00:00Z");

/** What somebody else wrote, by where it stands. */
export const CLEAN = {
  candidateName: "Ada Example",
  headline: "Norddata GmbH",
  tag: "Backend",
  link: "https://www.linkedin.com/in/ada-example",
  postingTitle: "Backend Engineer",
  postingText: `You will own the services that move four million parcels a week.

Requirements
- Kubernetes in production
- Kafka or another event log

What we offer
- 30 days of holiday and a pension plan`,
  team: "Platform",
  location: "Lisbon",
  stageName: "On-site",
  interviewerName: "Jonas Weber",
  requisition: "Engineers of the platform",
  formName: "Technical interview",
  formRow: "Coding",
  resume: `Ada Example

Work experience
Software Engineer, Norddata GmbH\tMarch 2019 – present
- Moved forty services to Kubernetes and wrote them in TypeScript

Developer at Initech Ltd\tJanuary 2015 – June 2018
- Maintained the billing system in Java with PostgreSQL

Education
BSc Computer Science, University of Bonn\t2011 – 2014`,
  resumeFile: "ada.txt",
  note: "Ada would like to talk about on-call duty with somebody from the team.",
  feedbackTitle: "Interview feedback",
  feedbackLabel: "Notes",
  feedbackAnswer:
    "She explained the Kubernetes migration step by step and named what had gone wrong.",
  feedbackRow: "Pairing",
  feedbackComment: "The retry logic was unclear until the very end.",
  interviewSubject: "Phone screen",
  interviewNote: "Please be on time.",
  interviewPlace: "By phone",
  panelNote: "Booked by hand.",
  eventTitle: "Technical talk: Ada Example",
  eventText: "Walk through recent work.",
  sessionName: "Technical talk",
  moveWords: "Something came up, sorry.",
  recruiterName: "Rosa Lind",
  // In the chat of their page.
  chatWords: "Could a friend wait in the lobby meanwhile?",
  earlierWords: "Hello, is the canteen any good?",
  personsAnswer: "KEPT-4W8N: the canteen is closed that week.",
  guideText: "A friend may come with you and wait in the lobby: there is coffee.",
  // What somebody asks for in the dashboard, in Slack or over MCP, and what they are called.
  requestWords: "Cancel the interview of Bo Other",
  askerName: "Rosa Lind",
} as const;
export type Place = keyof typeof CLEAN;
export type Written = Readonly<Record<Place, string>>;

const IN_LINES: ReadonlySet<Place> = new Set<Place>([
  "postingText",
  "resume",
  "note",
  "feedbackAnswer",
  "feedbackComment",
  "interviewNote",
  "panelNote",
  "eventText",
  "moveWords",
  "chatWords",
  "earlierWords",
  "personsAnswer",
  "guideText",
  "requestWords",
]);

/** What the company itself has named: longer names than these are refused, and then nothing is proposed. Units: UTF-16. */
const LONGEST: Partial<Record<Place, number>> = {
  postingTitle: 300,
  stageName: 200,
  team: 200,
  // What the doors take.
  chatWords: CHAT_LIMITS.act,
  earlierWords: CHAT_LIMITS.message,
  personsAnswer: CHAT_LIMITS.answer,
  askerName: 200,
};

/** The same with a text behind what stands in these places. */
export const poisonedIn = (places: readonly Place[], poison: string): Written => ({
  ...CLEAN,
  ...Object.fromEntries(
    places.map((place) => {
      const text = `${CLEAN[place]}${IN_LINES.has(place) ? "\n" : " "}${poison}`;
      return [place, shorten(text, LONGEST[place] ?? text.length)];
    }),
  ),
});
