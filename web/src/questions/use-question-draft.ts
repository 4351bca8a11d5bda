/** The questions that a person works on, beside what is saved meanwhile by others. */
import { useState } from "react";
import type { OtherQuestions, PostingQuestions } from "../../../src/http/api/question-schemas.ts";

export type DraftSession = PostingQuestions["set"]["sessions"][number];
export type DraftQuestion = DraftSession["questions"][number];
export type OtherQuestion = OtherQuestions["items"][number];

/** Units: minutes. */
export const timeFor = ({ minutes }: DraftSession): { most: number; used: number } => ({
  most: minutes.whole - minutes.opening - minutes.candidate,
  used: minutes.questions,
});

const withQuestions = (session: DraftSession, questions: DraftQuestion[]): DraftSession => ({
  ...session,
  questions,
  minutes: { ...session.minutes, questions: questions.reduce((sum, one) => sum + one.minutes, 0) },
});

const mapQuestion = (
  sessions: readonly DraftSession[],
  id: string,
  change: (question: DraftQuestion) => DraftQuestion[],
): DraftSession[] =>
  sessions.map((session) =>
    withQuestions(
      session,
      session.questions.flatMap((one) => (one.id === id ? change(one) : [one])),
    ),
  );

/** A competency moves whole: no two sessions ask about one. */
const moveCompetency = (
  sessions: readonly DraftSession[],
  { competencyId, to }: { competencyId: string; to: string },
): DraftSession[] => {
  const moved = sessions.flatMap(({ questions }) =>
    questions.filter((one) => one.competencyId === competencyId),
  );
  return sessions.map((session) => {
    const stay = session.questions.filter((one) => one.competencyId !== competencyId);
    return withQuestions(session, session.sessionId === to ? [...stay, ...moved] : stay);
  });
};

/** What a person may change. The rest is computed when it is saved. */
export const editOf = (sessions: readonly DraftSession[]) =>
  sessions.map(({ sessionId, questions }) => ({
    sessionId,
    questions: questions.map(({ id, text, followUps, minutes }) => ({
      id,
      text,
      followUps,
      minutes,
    })),
  }));

const isSame = (one: readonly DraftSession[], two: readonly DraftSession[]): boolean =>
  JSON.stringify(editOf(one)) === JSON.stringify(editOf(two));

/** The draft. What others save is taken over while nothing was changed here; else `isBehind` says so. */
export const useQuestionDraft = (present: PostingQuestions) => {
  const [base, setBase] = useState(present);
  const [sessions, setSessions] = useState(present.set.sessions);
  const isChanged = !isSame(sessions, base.set.sessions);
  const isNews = present.version !== base.version;
  const takeTheirs = (): void => {
    setBase(present);
    setSessions(present.set.sessions);
  };
  // What is composed may change without a version: with the job text, or the plan.
  if (present !== base && (!isChanged || isSame(sessions, present.set.sessions))) takeTheirs();
  return {
    sessions,
    isChanged,
    isBehind: isNews && isChanged,
    basedOn: base.version,
    takeTheirs,
    keepMine: () => setBase(present),
    write: (id: string, words: Partial<Pick<DraftQuestion, "text" | "followUps" | "minutes">>) =>
      setSessions(mapQuestion(sessions, id, (one) => [{ ...one, ...words, origin: "edited" }])),
    remove: (id: string) => setSessions(mapQuestion(sessions, id, () => [])),
    swap: (id: string, other: OtherQuestion) =>
      setSessions(mapQuestion(sessions, id, (one) => [{ ...one, ...other, origin: "bank" }])),
    move: (competencyId: string, to: string) =>
      setSessions(moveCompetency(sessions, { competencyId, to })),
  };
};
export type QuestionDraft = ReturnType<typeof useQuestionDraft>;
