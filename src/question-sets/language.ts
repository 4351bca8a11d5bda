/** What the language checker says of the questions that a person has changed. Those of the bank are checked where they are kept. */
import type { WordsFinding } from "../domain/words-finding.ts";
import { checkLanguage } from "../language/checker/check-language.ts";
import type { Finding } from "../language/checker/types.ts";
import type { AskedQuestion, QuestionSet } from "../questions/question-set.ts";

/** All that is found in a set, in the order of asking. Shape: of questions that a person has changed alone. */
export const checkQuestionSet = ({ sessions }: Pick<QuestionSet, "sessions">): WordsFinding[] =>
  sessions
    .flatMap(({ questions }) => questions)
    .filter(({ origin }) => origin === "edited")
    .flatMap(checkQuestion);

const checkQuestion = ({
  id,
  text,
  followUps,
}: Pick<AskedQuestion, "id" | "text" | "followUps">): WordsFinding[] =>
  [text, ...followUps].flatMap((words, index) =>
    checkLanguage(words, { kind: "question" }).map((finding) => ({
      questionId: id,
      followUp: index === 0 ? null : index - 1,
      text: words,
      ...shown(finding),
    })),
  );

const shown = ({ category, severity, why, instead }: Finding) => ({
  category,
  severity,
  why,
  instead,
});
