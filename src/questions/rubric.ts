/** What an answer shows, on the scale of the feedback form: whoever fills it in finds its own ratings beside each question. */
import { type Scale, upwards } from "../domain/rating-scale.ts";
import type { Shows } from "./bank-schema.ts";
import type { FeedbackForm, SessionToFill } from "./compose-request.ts";
import type { RubricLine, SetFinding } from "./question-set.ts";

const OWN_SCALE: Scale = ["Weak", "Good", "Strong"];

type ScaleProblem = "form_without_scale" | "scale_unclear";

/** A form's scale, or our own with what is wrong with the form's. */
export const scaleOf = (
  form: FeedbackForm | undefined,
): { scale: Scale; problem?: ScaleProblem } => {
  const field = form?.fields.find(({ type }) => type === "score-system");
  const labels = [...new Set(field?.options?.map(({ text }) => text.trim()))].filter(Boolean);
  if (labels.length < 2) return { scale: OWN_SCALE, problem: "form_without_scale" };
  const scale = upwards(labels);
  return scale === undefined ? { scale: OWN_SCALE, problem: "scale_unclear" } : { scale };
};

/** What earns the rating at a place of the scale: the lowest is weak, the highest strong, the middle good; what lies between is
 * the better one in part. */
const showsAt = ({ index, last }: { index: number; last: number }, shows: Shows): string => {
  const good = Math.ceil(last / 2);
  if (index === 0) return shows.weak;
  if (index === good) return index === last ? `${shows.good} Or more: ${shows.strong}` : shows.good;
  if (index === last) return shows.strong;
  return index < good
    ? `Some of this, not all: ${shows.good}`
    : `${shows.good} And some of this: ${shows.strong}`;
};

/** A line for each rating, upwards. */
export const rubricOf = (shows: Shows, scale: Scale): RubricLine[] =>
  scale.map((label, index) => ({
    label,
    shows: showsAt({ index, last: scale.length - 1 }, shows),
  }));

const PROBLEM_WORDS: Record<ScaleProblem, (form: string) => string> = {
  form_without_scale: (form) => `The feedback form "${form}" has no scale`,
  scale_unclear: (form) =>
    `Which end of the scale of the feedback form "${form}" is the better one cannot be told`,
};

interface FormProblem {
  code: ScaleProblem;
  says: string;
  session: string;
}

const problemOf = (name: string, form: FeedbackForm | undefined): FormProblem[] => {
  const { problem: code } = scaleOf(form);
  if (code === undefined) return [];
  const says = form === undefined ? "No feedback form is known" : PROBLEM_WORDS[code](form.text);
  return [{ code, says, session: `"${name}"` }];
};

/** What is wrong with the forms, once for each form. */
export const formFindings = (
  sessions: readonly SessionToFill[],
  formOf: (session: SessionToFill) => FeedbackForm | undefined,
): SetFinding[] => {
  const problems = sessions.flatMap((session) => problemOf(session.name, formOf(session)));
  return [...Map.groupBy(problems, ({ says }) => says)].flatMap(([says, those]) =>
    those.slice(0, 1).map(({ code }) => ({
      code,
      says: `${says}: answers in ${those.map(({ session }) => session).join(", ")} are rated weak, good or strong.`,
      todo: "Give the form a rating in Lever, with a number before each of its options.",
    })),
  );
};
