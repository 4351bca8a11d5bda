/** What a question set must have and must not have, told by reading it. */
import type { ComposeRequest } from "../../src/questions/compose-request.ts";
import type { QuestionSet } from "../../src/questions/question-set.ts";
import { checkLanguage } from "../../src/language/checker/check-language.ts";
import type { Score, Scorer } from "../task.ts";
import type { AskedFor } from "../worlds/question-world.ts";

type SetScorer = Scorer<ComposeRequest, QuestionSet, AskedFor>;

const judged = (faults: readonly string[], says: string): Score => ({
  value: faults.length === 0 ? 1 : 0,
  answer: says,
  explanation: faults.length === 0 ? "all" : faults.join("; "),
});

const twice = (ids: readonly string[]): string[] =>
  ids.filter((id, index) => ids.indexOf(id) !== index);

/** Whether each competency that a session is about, and each that the plan names for it, is asked about there. */
export const everyCompetency: SetScorer = {
  name: "every_competency",
  score: ({ sessions }, { target }) => {
    const faults = sessions.flatMap(({ sessionId, competencies, questions }) => {
      const asked = new Set(questions.map(({ competencyId }) => competencyId));
      const wanted = [...competencies.map(({ id }) => id), ...(target.named[sessionId] ?? [])];
      return wanted.filter((id) => !asked.has(id)).map((id) => `${sessionId} does not ask ${id}`);
    });
    return judged(faults, `${sessions.length} sessions`);
  },
};

/** Whether no competency is asked in two sessions, and no question twice. */
export const noneTwice: SetScorer = {
  name: "none_twice",
  score: ({ sessions }) => {
    const competencies = sessions.flatMap(({ questions }) => [
      ...new Set(questions.map(({ competencyId }) => competencyId)),
    ]);
    const texts = sessions.flatMap(({ questions }) => questions.map(({ text }) => text));
    const faults = [...twice(competencies), ...twice(texts)].map((each) => `${each} comes twice`);
    return judged(faults, `${texts.length} questions`);
  },
};

/** Minutes that each session keeps free: for a welcome, and for what the candidate asks. */
const KEPT_FREE = 10;

/** Whether the questions of each session fit its time, beside a welcome and the candidate's own. */
export const minutesFit: SetScorer = {
  name: "minutes_fit",
  score: ({ sessions }, { input }) => {
    const faults = input.sessions.flatMap(({ id, durationMinutes }) => {
      const found = sessions.find(({ sessionId }) => sessionId === id);
      if (!found) return [`${id} is missing`];
      const needed = found.questions.reduce((sum, { minutes }) => sum + minutes, 0);
      const { opening, candidate, questions, spare } = found.minutes;
      const isSum = opening + candidate + questions + spare === durationMinutes;
      return [
        ...(needed > durationMinutes - KEPT_FREE ? [`${id} needs ${needed} minutes`] : []),
        ...(isSum && questions === needed ? [] : [`${id} counts its minutes wrongly`]),
      ];
    });
    return judged(faults, `${sessions.length} sessions`);
  },
};

/** Whether nothing of it should not be asked or judged by. */
export const noFinding: SetScorer = {
  name: "no_finding",
  score: ({ sessions }) => {
    const all = sessions.flatMap(({ questions }) => questions);
    const asked = all.flatMap(({ text, followUps }) => [text, ...followUps]);
    const judgedBy = all.flatMap(({ rubric }) => rubric.map(({ shows }) => shows));
    const faults = [
      ...asked.filter((text) => checkLanguage(text, { kind: "question" }).length > 0),
      ...judgedBy.filter((text) => checkLanguage(text, { kind: "feedback" }).length > 0),
    ];
    return judged(faults, `${asked.length + judgedBy.length} lines`);
  },
};

/** Whether whoever fills in a feedback form finds its own ratings beside each question. */
export const onItsScale: SetScorer = {
  name: "on_its_scale",
  score: ({ sessions }, { input }) => {
    const faults = input.sessions.flatMap(({ id, feedbackForm }) => {
      const ratings = feedbackForm?.fields.flatMap(({ options = [] }) =>
        options.map(({ text }) => text),
      ) ?? ["Weak", "Good", "Strong"];
      const questions = sessions.find(({ sessionId }) => sessionId === id)?.questions ?? [];
      return questions
        .filter(({ rubric }) => rubric.map(({ label }) => label).join() !== ratings.join())
        .map((question) => `${question.id} is rated otherwise than its form`);
    });
    return judged(faults, `${sessions.length} sessions`);
  },
};
