/** What is proposed when a form is still to be handed in: a word to whoever owes it, and, when that has not helped, to those who
 * wait for it. No model words it. */
import type { AlertContext } from "../../src/cases/open-proposal.ts";
import type { CaseRecord } from "../../src/cases/records.ts";
import { namesInWords } from "../../src/domain/names-in-words.ts";
import { type NudgeFeedback, owedInWords } from "../../src/domain/nudge.ts";
import { slotInWords } from "../../src/domain/time.ts";
import type { QuestionSet } from "../../src/questions/question-set.ts";
import type { SpecialistProposal } from "../specialist.ts";

/** All that the interview was to ask; empty where nothing is asked by a plan. */
export const questionsOf = (
  set: Pick<QuestionSet, "sessions">,
  sessionId: string,
): NudgeFeedback["questions"] => {
  const session = set.sessions.find((each) => each.sessionId === sessionId);
  if (!session) return [];
  const names = new Map(session.competencies.map(({ id, name }) => [id, name]));
  return session.questions.map(({ competencyId, text, rubric }) => ({
    competency: names.get(competencyId) ?? "",
    text,
    shows: rubric.map(({ label, shows }) => ({ label, shows })),
  }));
};

/** The proposal. `leftOut`: what could not be read for it, in words. */
export const proposeNudge = (
  payload: NudgeFeedback,
  { case_, leftOut }: { case_: CaseRecord; leftOut: readonly string[] },
): SpecialistProposal => ({
  key: "nudge",
  audience: "internal",
  risk: "low",
  warnings: 0,
  payload,
  context: contextOf(payload, { case_, leftOut }),
});

const spanOf = ({ startsAt, endsAt }: NudgeFeedback["owed"]) => ({
  startsAt: Temporal.Instant.from(startsAt),
  endsAt: Temporal.Instant.from(endsAt),
});

const contextOf = (
  payload: NudgeFeedback,
  { case_, leftOut }: { case_: CaseRecord; leftOut: readonly string[] },
): AlertContext => {
  const { says, number, most, owed, note, questions, candidateName } = payload;
  const names = namesInWords(payload.to.map(({ name }) => name));
  return {
    summary:
      says === "overdue"
        ? `Tell ${names} that ${owedInWords(payload, candidateName)} is missing still`
        : `Remind ${owed.name}${note === null ? "" : " in Lever"} of ${owedInWords(payload, candidateName)} (${number} of ${most})`,
    reason:
      says === "overdue"
        ? "All reminders have gone, and the form is not in."
        : "The interview is over, and the form is not in.",
    evidence: [
      {
        kind: "read",
        what: `Form of the interview of ${slotInWords(spanOf(owed), owed.zone)}`,
        source: `interview/${owed.interviewId}`,
      },
      ...(questions.length > 0
        ? [{ kind: "read" as const, what: "Questions of the interview", source: "get_questions" }]
        : []),
      ...leftOut.map((what) => ({
        kind: "left_out" as const,
        what,
        source: `case ${case_.id}`,
      })),
    ],
  };
};
