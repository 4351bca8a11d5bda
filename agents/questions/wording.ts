/** What a model may word to the posting: questions of the bank and their follow-ups. What a person has written stays as it is. */
import { z } from "zod";
import type { NotedQuestion } from "../../src/domain/question-note.ts";
import { shorten } from "../../src/domain/quoted.ts";
import type { DraftedQuestions } from "./draft.ts";
import { faultOfWording } from "./verify.ts";

const WordedQuestion = z.strictObject({
  id: z.string().max(100),
  text: z.string().max(600),
  followUps: z.array(z.string().max(600)).max(5),
});

/** The questions by their ids. */
export const QuestionWording = z.strictObject({
  posting: z
    .strictObject({ title: z.string(), text: z.string() })
    .optional()
    .describe("What they are to be worded to; an answer needs it not"),
  questions: z.array(WordedQuestion).max(480),
});
export type QuestionWording = z.infer<typeof QuestionWording>;

/** So much of a posting is enough to word questions to it. Units: UTF-16. */
const POSTING_SHOWN = 3_000;

const questionsIn = ({ sessions }: DraftedQuestions): NotedQuestion[] =>
  sessions.flatMap(({ questions }) => questions);

/** What there is to word. */
export const wordingOf = (draft: DraftedQuestions): QuestionWording => ({
  posting: { title: draft.posting.title, text: shorten(draft.posting.text, POSTING_SHOWN) },
  questions: questionsIn(draft)
    .filter(({ wordedBy }) => wordedBy === "bank")
    .map(({ id, text, followUps }) => ({ id, text, followUps })),
});

/** Why a wording as a whole cannot be used: questions that are missing, twice or unknown. */
export const faultsOf = ({ questions }: QuestionWording, draft: DraftedQuestions): string[] => {
  const wanted = wordingOf(draft).questions.map(({ id }) => id);
  const given = questions.map(({ id }) => id);
  return [
    ...wanted.filter((id) => !given.includes(id)).map((id) => `${id} is missing`),
    ...given.filter((id) => !wanted.includes(id)).map(() => "a question is not one of the set's"),
    ...given.filter((id, index) => given.indexOf(id) !== index).map((id) => `${id} comes twice`),
  ];
};

/** Takes each wording that may stand; keeps the drafted question else. Ids, minutes, competencies and rubrics stay. */
export const putWording = (
  draft: DraftedQuestions,
  { questions }: QuestionWording,
): DraftedQuestions => {
  const worded = new Map(questions.map((one) => [one.id, one]));
  const refused: string[] = [];
  const put = (question: NotedQuestion): NotedQuestion => {
    const words = worded.get(question.id);
    if (!words || question.wordedBy !== "bank" || isSame(words, question)) return question;
    if (faultOfWording(words, question, draft) === null) {
      return { ...question, text: words.text, followUps: words.followUps, wordedBy: "model" };
    }
    refused.push(question.id);
    return question;
  };
  const sessions = draft.sessions.map((session) => ({
    ...session,
    questions: session.questions.map(put),
  }));
  return { ...draft, sessions, refused };
};

const isSame = (
  one: Pick<NotedQuestion, "text" | "followUps">,
  two: Pick<NotedQuestion, "text" | "followUps">,
): boolean => one.text === two.text && one.followUps.join("\n") === two.followUps.join("\n");
