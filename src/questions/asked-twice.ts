/** What a candidate would be asked at two stages of one posting. */
import type { SetFinding, SetSession } from "./question-set.ts";

/** A finding for each question that is asked elsewhere as well. `asked`: where, by the id of the question. */
export const askedTwice = (
  sessions: readonly SetSession[],
  asked: ReadonlyMap<string, string>,
): SetFinding[] =>
  sessions.flatMap(({ sessionId, name, questions }) =>
    questions.flatMap(({ id, text, competencyId }): SetFinding[] => {
      const where = asked.get(id);
      if (where === undefined) return [];
      return [
        {
          code: "question_asked_elsewhere",
          sessionId,
          competencies: [competencyId],
          says: `"${name}" asks “${text}”, and ${where} asks it too.`,
          todo: "Take another question in one of them, or name other competencies in a plan.",
        },
      ];
    }),
  );
