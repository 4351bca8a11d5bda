/** The way in: a question set for the sessions of a plan. Pure: the same request gives the same set everywhere. */
import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import type { Bank } from "./bank-schema.ts";
import { chooseQuestions, type Chosen } from "./choose-questions.ts";
import { ComposeRequest, type FeedbackForm, type SessionToFill } from "./compose-request.ts";
import { inferFamily } from "./infer-family.ts";
import { inferLevel } from "./infer-level.ts";
import { plainText } from "./mentions.ts";
import { askedTwice } from "./asked-twice.ts";
import { type Division, divide, type SessionPart } from "./divide.ts";
import type { AskedQuestion, QuestionSet, SetFinding, SetSession } from "./question-set.ts";
import { questionBank } from "./read-bank.ts";
import type { Scale } from "../domain/rating-scale.ts";
import { formFindings, rubricOf, scaleOf } from "./rubric.ts";
import type { Role } from "./weigh-competencies.ts";

const parseRequest = (request: ComposeRequest): ComposeRequest => {
  const parsed = ComposeRequest.safeParse(request);
  if (parsed.success) return parsed.data;
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: `Questions cannot be composed from this. ${z.prettifyError(parsed.error)}`,
  });
};

/** What the request says of the role, and how each part of it was read. */
export const readRole = ({ title, jobText, level, sessions }: ComposeRequest, bank: Bank) => {
  const plan = sessions.flatMap(({ name, agenda = "" }) => [name, agenda]).join(". ");
  const texts = { title: plainText(title), text: plainText(jobText), plan: plainText(plan) };
  const levelRead = inferLevel({ ...texts, given: level });
  const familyRead = inferFamily(texts, bank);
  const role: Role = { ...texts, level: levelRead.value, family: familyRead.value };
  return { role, levelRead, familyRead };
};

const textFindings = ({ text }: Role, { isTextSilent }: Division): SetFinding[] => {
  if (text.trim() === "")
    return [
      {
        code: "job_text_empty",
        says: "The posting has no text: only its title and the plan were read.",
        todo: "Write the job text, so that questions fit what the job asks for.",
      },
    ];
  if (!isTextSilent) return [];
  return [
    {
      code: "job_text_silent",
      says: "The job text names nothing that the question bank knows; such a text may be short, or in another language.",
      todo: "Name competencies in the plan, or say in the job text what the work asks for.",
    },
  ];
};

const asAsked = (
  { question, competency, isFirst, why }: Chosen,
  { part, scale }: { part: SessionPart; scale: Scale },
): AskedQuestion => ({
  id: question.id,
  origin: "bank",
  competencyId: competency.id,
  kind: question.kind,
  text: question.text,
  followUps: question.followUps,
  minutes: question.minutes,
  rubric: rubricOf(question.shows, scale),
  why: [
    ...(isFirst
      ? (part.competencies.find((one) => one.competency === competency)?.why ?? [])
      : [`It goes deeper into ${competency.name.toLowerCase()}: there is time for it.`]),
    ...why,
  ],
});

const asSession = (part: SessionPart, scale: Scale): SetSession => {
  const { session, time } = part;
  const chosen = chooseQuestions(part.competencies, time.forQuestions);
  const questions = chosen.reduce((sum, { question }) => sum + question.minutes, 0);
  return {
    sessionId: session.id,
    name: session.name,
    minutes: {
      whole: session.durationMinutes,
      opening: time.opening,
      questions,
      candidate: time.candidate,
      spare: time.forQuestions - questions,
    },
    competencies: part.competencies.map(({ competency: { id, name, means }, why }) => ({
      id,
      name,
      means,
      why,
    })),
    questions: chosen.map((one) => asAsked(one, { part, scale })),
  };
};

/** Questions for each session, in its time, with what answers show on the scale of its feedback form. No competency is asked
 * in two sessions and no question twice; what could not be done well is a finding. Errors: input_invalid. */
export const composeQuestionSet = (given: ComposeRequest, bank = questionBank()): QuestionSet => {
  const request = parseRequest(given);
  const { role, levelRead, familyRead } = readRole(request, bank);
  const asked = new Map(Object.entries(request.askedElsewhere ?? {}));
  const division = divide({ sessions: request.sessions, role, bank, asked });
  const formOf = (session: SessionToFill): FeedbackForm | undefined =>
    session.feedbackForm ?? request.feedbackForm;
  const sessions = division.parts.map((part) =>
    asSession(part, scaleOf(formOf(part.session)).scale),
  );
  const findings = [
    ...textFindings(role, division),
    levelRead.finding,
    familyRead.finding,
    ...division.findings,
    ...formFindings(request.sessions, formOf),
    ...askedTwice(sessions, asked),
  ];
  return {
    version: 1,
    title: request.title,
    level: { value: levelRead.value, from: levelRead.from, why: levelRead.why },
    family: { value: familyRead.value?.id ?? null, why: familyRead.why },
    sessions,
    findings: findings.filter((finding) => finding !== undefined),
  };
};
