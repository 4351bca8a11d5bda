/** The first wording of a change and of a cancellation: complete as it is, with tokens where facts stand. What the panel has
 * in its invitation stays, but for the name of where it is. */
import type { BookInterview, BookingChange, BookingTexts } from "../../src/domain/proposal.ts";
import { placeLine } from "./texts.ts";

/** What is said of a booking that is otherwise now. */
export const draftChangeTexts = ({ sessions, texts }: BookInterview): BookingTexts => {
  const isOne = sessions.length === 1;
  const isAlsoThere = sessions.some(({ trainees }) => trainees !== undefined);
  const where = WHERE_LINE[sessions[0]?.format ?? "video"];
  return {
    ...texts,
    mailSubject: isOne
      ? "Changed: your interview with {{company}}: {{session}}"
      : "Changed: your interviews with {{company}}: {{session}}",
    mailBody: [
      "Hello {{candidate}},",
      "",
      `something has changed about your interview${isOne ? "" : "s"} for the {{posting}} role at {{company}}. From now on it reads:`,
      "",
      ...(isOne
        ? [
            "{{session}}",
            "When: {{when}}",
            "How long: {{duration}}",
            "You will meet {{panel}}",
            ...(isAlsoThere ? ["Also there: {{also_there}}"] : []),
            where,
          ]
        : ["{{schedule}}"]),
      "",
      "The attached calendar file changes what you have in your calendar. On your own page you can confirm, or ask for another time:",
      "{{page}}",
      "",
      "We are sorry for the trouble. If you would rather write to a person, just reply to this mail.",
      "",
      "Kind regards",
      "{{company}}",
    ].join("\n"),
    leverNote: isOne
      ? [
          "Interview changed: {{session}}.",
          "Candidate's time: {{when}}",
          "Panel: {{panel}}",
          ...(isAlsoThere ? ["Also there: {{also_there}}"] : []),
          "Where: {{where}}",
        ].join("\n")
      : "Interviews changed: {{session}}, in the candidate's time.\n\n{{schedule}}",
  };
};

/** The panel's invitation as it stands, with the line of where they meet as that is now. A person's own words stay. */
export const invitationOf = (
  invitation: BookingChange["invitation"],
  sessions: BookInterview["sessions"],
): BookingChange["invitation"] => ({
  ...invitation,
  invitationBody: invitation.invitationBody.replace(/^(?:Place|Video): \{\{where\}\}$/m, () =>
    placeLine(sessions),
  ),
});

const WHERE_LINE = {
  video: "Video link: {{where}}",
  phone: "We will meet {{where}}: please have your phone at hand.",
  onsite: "We will meet {{where}}.",
} as const;

/** What is said of a booking that is taken back. */
export const draftCancelTexts = (
  { sessions, texts }: BookInterview,
  { isWanted }: { isWanted: boolean },
): BookingTexts => {
  const isOne = sessions.length === 1;
  return {
    ...texts,
    mailSubject: "Cancelled: {{session}} with {{company}}",
    mailBody: [
      "Hello {{candidate}},",
      "",
      `${isWanted ? "as you asked, " : ""}your interview${isOne ? "" : "s"} for the {{posting}} role at {{company}} ${isOne ? "is" : "are"} cancelled:`,
      "",
      "{{session}}",
      "{{when}}",
      "",
      `The attached calendar file takes ${isOne ? "it" : "them"} out of your calendar. If you have a question, just reply to this mail.`,
      "",
      "Kind regards",
      "{{company}}",
    ].join("\n"),
    leverNote: isOne
      ? "Interview cancelled: {{session}}, {{when}} (candidate's time)."
      : "Interviews cancelled: {{session}}, {{when}} (candidate's time).",
  };
};
