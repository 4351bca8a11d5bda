/** The questions of this session, as a brief shows them. */
import type { BriefQuestion } from "../../src/domain/brief.ts";
import type { Bench } from "./bench.ts";
import type { SetSession } from "../../src/questions/question-set.ts";
import { hasForeignMatter } from "./foreign-matter.ts";
import type { Screen } from "./screen.ts";

const MOST = 8;

// The bank's were read and are held by its own tests; what a person has changed or added was not.
const isFair = (text: string, origin: string, screen: Screen): boolean =>
  origin === "bank" ? !hasForeignMatter(text) : screen(text, "ask") === null;

/** Of these names of competencies, those that the session still asks about: not one whose questions were all left out. */
export const coveredOf = (
  names: readonly string[],
  { part, screen }: { part: SetSession | null; screen: Screen },
): string[] => {
  const asked = part?.questions ?? [];
  const lost = (part?.competencies ?? []).filter(({ id }) => {
    const own = asked.filter(({ competencyId }) => competencyId === id);
    return own.length > 0 && own.every(({ text, origin }) => !isFair(text, origin, screen));
  });
  return names.filter((name) => !lost.some((one) => one.name === name));
};

/** The questions, and how many were left out because of what they ask. */
export const questionsOf = ({
  material,
  screen,
}: Bench): { questions: BriefQuestion[]; flagged: number; more: number } => {
  const asked = material.questions?.questions ?? [];
  const names = new Map(material.questions?.competencies.map(({ id, name }) => [id, name]));
  const fair = asked.filter(({ text, origin }) => isFair(text, origin, screen));
  const questions = fair.map(
    ({ id, origin, competencyId, text, followUps, minutes, rubric }): BriefQuestion => ({
      id,
      competency: names.get(competencyId) ?? competencyId,
      text,
      followUps: followUps.filter((one) => isFair(one, origin, screen)),
      minutes,
      strong: strongOf(rubric.at(-1)?.shows ?? ""),
    }),
  );
  return {
    questions: questions.slice(0, MOST),
    flagged: asked.length - fair.length,
    more: Math.max(0, questions.length - MOST),
  };
};

/** What earns the highest rating: rubrics go upwards. */
const strongOf = (shows: string): string => (hasForeignMatter(shows) ? "" : shows);

/** Whether the form has no scale that could be used: then the rubric has our own. */
export const hasOwnScale = ({ questions, form }: Bench["material"]): boolean => {
  const labels = questions?.questions[0]?.rubric.map(({ label }) => label).join(" ");
  return form !== null && labels === "Weak Good Strong";
};
