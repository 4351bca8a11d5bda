/** The first wording of a booking: complete and useful as it is, with tokens where facts stand. */
import type { BookedSession, BookingTexts } from "../../src/domain/proposal.ts";

/** What decides which lines a text needs. */
export interface TextFacts {
  sessions: readonly Pick<BookedSession, "format" | "prepare" | "agenda">[];
  postingUrl: string;
  /** How many will meet the candidate in the first session. */
  panelSize: number;
  /** Whether somebody may sit in to learn. */
  hasTraining: boolean;
}

/** The drafted texts. Shape: every required token is there. */
export const draftTexts = (facts: TextFacts): BookingTexts => ({
  mailSubject:
    facts.sessions.length === 1
      ? "Your interview with {{company}}: {{session}}"
      : "Your interviews with {{company}}: {{session}}",
  mailBody: lines(
    "Hello {{candidate}},",
    "",
    ...(facts.sessions.length === 1 ? ofOne(facts) : ofSeveral()),
    facts.sessions.some(({ prepare }) => prepare !== "") && "\nHow to prepare: {{prepare}}",
    "",
    "On your own page you can confirm, ask for another time, and tell us what you need to take part comfortably:",
    "{{page}}",
    "",
    facts.sessions.length === 1 ? CLOSING.ofOne : CLOSING.ofSeveral,
    "",
    "Kind regards",
    "{{company}}",
  ),
  invitationTitle: "{{session}}: {{candidate}} for {{posting}}",
  invitationBody: lines(
    "{{session}} with {{candidate}} for {{posting}}.",
    facts.hasTraining && "Also there: {{also_there}}.",
    "",
    facts.sessions.some(({ agenda }) => agenda !== "") && "Agenda: {{agenda}}\n",
    "Profile in Lever: {{lever}}",
    "Your brief, and your own hours and limits: {{brief}}",
    facts.postingUrl !== "" && "Job description: {{job}}",
    placeLine(facts.sessions),
    "",
    "{{when_panel}}",
  ),
  leverNote:
    facts.sessions.length === 1
      ? lines(
          "Interview booked: {{session}}.",
          "Candidate's time: {{when}}",
          "Panel: {{panel}}",
          facts.hasTraining && "Also there: {{also_there}}",
          "Where: {{where}}",
        )
      : lines("Interviews booked: {{session}}, in the candidate's time.", "", "{{schedule}}"),
});

/** The invitation's line of where they meet. */
export const placeLine = (sessions: readonly Pick<BookedSession, "format">[]): string =>
  sessions.every(({ format }) => format === "video") ? "Video: {{where}}" : "Place: {{where}}";

const ofOne = ({ sessions, panelSize, hasTraining }: TextFacts): string[] => [
  "thank you for your interest in the {{posting}} role at {{company}}. Your interview is booked:",
  "",
  "{{session}}",
  "When: {{when}}",
  "How long: {{duration}}",
  panelSize > 1 ? "You will meet: {{panel}}" : "You will meet {{panel}}",
  ...(hasTraining ? ["Also there: {{also_there}}"] : []),
  WHERE_LINE[sessions[0]?.format ?? "video"],
];

const ofSeveral = (): string[] => [
  "thank you for your interest in the {{posting}} role at {{company}}. Your interviews are booked:",
  "",
  "{{schedule}}",
];

const CLOSING = {
  ofOne:
    "The attached calendar file puts it into your calendar. If you would rather write to a person, just reply to this mail.",
  ofSeveral:
    "The attached calendar file puts them into your calendar. If you would rather write to a person, just reply to this mail.",
} as const;

const WHERE_LINE: Record<BookedSession["format"], string> = {
  video: "Video link: {{where}}",
  phone: "We will meet {{where}}: please have your phone at hand.",
  onsite: "We will meet {{where}}.",
};

const lines = (...parts: (string | false)[]): string =>
  parts.filter((part): part is string => part !== false).join("\n");
