/** A question set as a person has changed it: what they may change is taken from them, the rest is computed anew. Pure. */
import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import type { Bank, Competency, Question } from "./bank-schema.ts";
import type { ComposeRequest, SessionToFill } from "./compose-request.ts";
import { timeOf } from "./divide.ts";
import { AskedQuestion, QuestionSet, type SetFinding, type SetSession } from "./question-set.ts";
import { questionBank } from "./read-bank.ts";
import { rubricOf, scaleOf } from "./rubric.ts";

const MOST_QUESTIONS = 40;

/** What each session shall ask. A question keeps its id whatever becomes of its words. */
export const SetEdit = z.strictObject({
  sessions: z
    .array(
      z.strictObject({
        sessionId: z.string().max(100),
        questions: z
          .array(AskedQuestion.pick({ id: true, text: true, followUps: true, minutes: true }))
          .max(MOST_QUESTIONS),
      }),
    )
    .min(1)
    .max(12)
    .describe("Every session of the plan, in its order; questions in the order of asking"),
});
export type SetEdit = z.infer<typeof SetEdit>;
type EditedQuestion = SetEdit["sessions"][number]["questions"][number];

/** What the edit is an edit of. */
export interface EditBase {
  /** What the plan and the posting ask for now. */
  request: ComposeRequest;
  /** What is composed for it. */
  composed: QuestionSet;
  /** What the person saw, for its reasons. */
  seen: QuestionSet;
}

/** The set that an edit makes: rubrics by the form, minutes and competencies by the questions, what was changed marked as such.
 * Errors: `input_invalid` for a question that is not in the bank or comes twice, a competency in two sessions, or too little time. */
export const editSet = (edit: SetEdit, base: EditBase, bank = questionBank()): QuestionSet => {
  refuseOtherSessions(edit, base.request);
  const sessions = base.request.sessions.map((session, index) =>
    sessionOf(session, { edited: edit.sessions[index]?.questions ?? [], base, bank }),
  );
  const { composed } = base;
  const set = { ...composed, sessions, findings: findingsOf(composed, sessions) };
  const parsed = QuestionSet.safeParse(set);
  if (parsed.success) return parsed.data;
  throw refused(
    `The set ${parsed.error.issues.map(({ message }) => message).join(", and ")}: one session alone asks about it.`,
  );
};

const refused = (message: string): AppError =>
  new AppError({ code: "input_invalid", fault: "caller", message });

const refuseOtherSessions = (edit: SetEdit, { sessions }: ComposeRequest): void => {
  const asked = edit.sessions.map(({ sessionId }) => sessionId);
  const known = sessions.map(({ id }) => id);
  if (asked.join("\n") === known.join("\n")) return;
  throw refused(`The plan has the sessions ${known.join(", ")}; these are ${asked.join(", ")}.`);
};

interface Part {
  edited: readonly EditedQuestion[];
  base: EditBase;
  bank: Bank;
}

const sessionOf = (session: SessionToFill, { edited, base, bank }: Part): SetSession => {
  const { opening, candidate, forQuestions } = timeOf(session);
  const found = edited.map((one) => ({ one, ...inBank(one.id, bank) }));
  const minutes = edited.reduce((sum, one) => sum + one.minutes, 0);
  if (minutes > forQuestions) {
    throw refused(
      `"${session.name}" has ${forQuestions} minutes for questions, and these need ${minutes}. Remove one, or give one fewer minutes.`,
    );
  }
  const competencies = [...new Set(found.map(({ competency }) => competency))];
  const { scale } = scaleOf(session.feedbackForm ?? base.request.feedbackForm);
  return {
    sessionId: session.id,
    name: session.name,
    minutes: {
      whole: session.durationMinutes,
      opening,
      questions: minutes,
      candidate,
      spare: forQuestions - minutes,
    },
    competencies: competencies.map(({ id, name, means }) => ({
      id,
      name,
      means,
      why: whyHere(id, { session, base }),
    })),
    questions: found.map(({ one, question, competency }) => ({
      ...one,
      ...originOf(one, question),
      competencyId: competency.id,
      kind: question.kind,
      rubric: rubricOf(question.shows, scale),
      why: whyAsked(one, { question, base }),
    })),
  };
};

const inBank = (id: string, bank: Bank): { question: Question; competency: Competency } => {
  for (const competency of bank.competencies) {
    const question = bank.questionsOf.get(competency.id)?.find((one) => one.id === id);
    if (question !== undefined) return { question, competency };
  }
  throw refused(`There is no question "${id}" in the question bank.`);
};

const isAsInBank = (one: EditedQuestion, question: Question): boolean =>
  one.text === question.text &&
  one.minutes === question.minutes &&
  one.followUps.join("\n") === question.followUps.join("\n");

const originOf = (one: EditedQuestion, question: Question): Pick<AskedQuestion, "origin"> => ({
  origin: isAsInBank(one, question) ? "bank" : "edited",
});

/** Sessions in which each competency was, what the person saw first. */
const whyHere = (
  id: string,
  { session, base }: { session: SessionToFill; base: EditBase },
): string[] => {
  const before = [base.seen, base.composed].flatMap(({ sessions }) => sessions);
  const here = before
    .filter(({ sessionId }) => sessionId === session.id)
    .flatMap(({ competencies }) => competencies)
    .find((competency) => competency.id === id);
  return here?.why ?? ["A person has put it into this session."];
};

const WORDS_CHANGED = "A person has changed it.";
const CHOSEN = "A person has chosen it.";

const whyAsked = (
  one: EditedQuestion,
  { question, base }: { question: Question; base: EditBase },
): string[] => {
  const before = [base.seen, base.composed]
    .flatMap(({ sessions }) => sessions.flatMap(({ questions }) => questions))
    .find(({ id }) => id === one.id);
  const why = (before?.why ?? [CHOSEN]).filter((reason) => reason !== WORDS_CHANGED);
  return isAsInBank(one, question) ? why : [WORDS_CHANGED, ...why];
};

/** What a person has seen to is no finding any more; a session that they have emptied is one. */
const findingsOf = (composed: QuestionSet, sessions: readonly SetSession[]): SetFinding[] => {
  const asked = new Set(sessions.flatMap(({ competencies }) => competencies.map(({ id }) => id)));
  const filled = new Set(
    sessions.filter(({ questions }) => questions.length > 0).map(({ sessionId }) => sessionId),
  );
  const isEmptied = ({ code }: SetFinding): boolean =>
    code === "session_without_questions" || code === "time_too_short";
  const left = composed.findings.filter((finding) => {
    // Said of the set as it is read: other stages may change after it is kept.
    if (finding.code === "question_asked_elsewhere") return false;
    if (finding.code === "competency_not_asked")
      return finding.competencies?.every((id) => asked.has(id)) !== true;
    return !(isEmptied(finding) && filled.has(finding.sessionId ?? ""));
  });
  const said = new Set(left.filter(isEmptied).map(({ sessionId }) => sessionId));
  const emptied = sessions
    .filter(({ sessionId }) => !filled.has(sessionId) && !said.has(sessionId))
    .map(({ sessionId, name }) => ({
      code: "session_without_questions" as const,
      sessionId,
      says: `"${name}" has no question any more.`,
      todo: "Move questions into it, or go back to what is composed.",
    }));
  return [...left, ...emptied];
};
