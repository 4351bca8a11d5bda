/** The first wording of a booking: complete and useful as it is, with tokens where facts stand. */
import type { BookInterview, BookingTexts } from "../../src/domain/proposal.ts";

/** What decides which lines a text needs. */
export type TextFacts = Pick<BookInterview, "format" | "prepare" | "agenda" | "postingUrl"> & {
  /** How many will meet the candidate. */
  panelSize: number;
};

/** The drafted texts. Shape: every required token is there. */
export const draftTexts = (facts: TextFacts): BookingTexts => ({
  mailSubject: "Your interview with {{company}}: {{session}}",
  mailBody: lines(
    "Hello {{candidate}},",
    "",
    "thank you for your interest in the {{posting}} role at {{company}}. Your interview is booked:",
    "",
    "{{session}}",
    "When: {{when}}",
    "How long: {{duration}}",
    facts.panelSize > 1 ? "You will meet: {{panel}}" : "You will meet {{panel}}",
    WHERE_LINE[facts.format],
    facts.prepare !== "" && "\nHow to prepare: {{prepare}}",
    "",
    "The attached calendar file puts it into your calendar. If the time does not suit you, or you need anything to take part comfortably, just reply to this mail and a person will help.",
    "",
    "Kind regards",
    "{{company}}",
  ),
  invitationTitle: "{{session}}: {{candidate}} for {{posting}}",
  invitationBody: lines(
    "{{session}} with {{candidate}} for {{posting}}.",
    "",
    facts.agenda !== "" && "Agenda: {{agenda}}\n",
    "Profile in Lever: {{lever}}",
    facts.postingUrl !== "" && "Job description: {{job}}",
    facts.format === "video" ? "Video: {{where}}" : "Place: {{where}}",
    "",
    "{{when_panel}}",
  ),
  leverNote: lines(
    "Interview booked: {{session}}.",
    "Candidate's time: {{when}}",
    "Panel: {{panel}}",
    "Where: {{where}}",
  ),
});

const WHERE_LINE: Record<BookInterview["format"], string> = {
  video: "Video link: {{where}}",
  phone: "We will meet {{where}}: please have your phone at hand.",
  onsite: "We will meet {{where}}.",
};

const lines = (...parts: (string | false)[]): string =>
  parts.filter((part): part is string => part !== false).join("\n");
