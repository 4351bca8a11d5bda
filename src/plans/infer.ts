/** A plan where nobody wrote one: from what the stage is called, and how the feedback forms are. Pure. What it gives is a
 * guess that a person has to look at, and says so. */
import { INFERRED } from "../domain/plan-match.ts";
import { shownName } from "../domain/quoted.ts";
import type { InterviewPlan, SessionRule } from "../domain/plan.ts";
import {
  INTERVIEW_KINDS,
  type InterviewKind,
  isNoInterview,
  kindOf,
  plainWords,
} from "./interview-kinds.ts";

/** What names there are to read. */
export interface InferenceFacts {
  stageId: string;
  stageName: string;
  forms: readonly { id: string; text: string }[];
}

/** A plan and where it comes from. */
export interface InferredPlan {
  plan: InterviewPlan;
  /** `No plan matches; inferred from the stage's name “Onsite”: an on-site interview, 90 minutes.` */
  words: string;
}

/** The plan that the names tell; null when they tell no interview. */
export const inferPlan = (facts: InferenceFacts): InferredPlan | null => {
  const found = readNames(facts);
  if (!found) return null;
  const session = sessionOf(found, facts);
  return {
    plan: {
      id: `${INFERRED}${found.kind.id}`,
      match: { stages: [facts.stageId] },
      sessions: [session],
    },
    words: `No plan matches; inferred from ${found.from}: ${found.kind.words}, ${session.durationMinutes} minutes.`,
  };
};

interface Found {
  kind: InterviewKind;
  from: string;
}

/** The stage's own name first. One that tells nothing by itself may be that of a form, whose reader is an interviewer. */
const readNames = ({ stageName, forms }: InferenceFacts): Found | null => {
  if (isNoInterview(stageName)) return null;
  const kind = kindOf(stageName);
  if (kind) return { kind, from: `the stage's name “${stageName}”` };
  const namesake = forms.find((form) => isNamesake(form.text, stageName));
  if (!namesake) return null;
  const ofForm = kindOf(namesake.text) ?? INTERVIEW_KINDS.find(({ id }) => id === "interview");
  return ofForm
    ? { kind: ofForm, from: `the feedback form “${namesake.text}” of this stage` }
    : null;
};

/** Shorter names than this are in too many others. */
const FEWEST_LETTERS = 5;

/** Whether the form's name holds the stage's as whole words. */
const isNamesake = (formName: string, stageName: string): boolean => {
  const [form, stage] = [plainWords(formName), plainWords(stageName)];
  return (
    stage.length >= FEWEST_LETTERS && !isNoInterview(formName) && ` ${form} `.includes(` ${stage} `)
  );
};

const sessionOf = ({ kind }: Found, { stageName, forms }: InferenceFacts): SessionRule => {
  const form = formOf(kind, stageName, forms);
  return {
    id: kind.id,
    name: nameOf(stageName, kind),
    durationMinutes: kind.durationMinutes,
    format: formatOf(kind, stageName),
    places: kind.places,
    prepare: kind.prepare,
    agenda: kind.agenda,
    ...(form !== null && { feedbackTemplate: form }),
  };
};

const LONGEST_NAME = 80;

/** The candidate reads it: the stage's name where it fits. */
const nameOf = (stageName: string, kind: InterviewKind): string => {
  const name = shownName(stageName);
  if (name !== "" && name.length <= LONGEST_NAME) return name;
  return kind.words.replace(/^an? /, "").replace(/^./, (letter) => letter.toUpperCase());
};

const formatOf = (kind: InterviewKind, stageName: string): InterviewKind["format"] => {
  const name = plainWords(stageName);
  if (/\b(virtual|remote|video|online)\b/.test(name)) return "video";
  return /\bphone\b/.test(name) ? "phone" : kind.format;
};

/** The form of this stage's name, else the only one of its kind: between two, a person chooses. */
const formOf = (
  kind: InterviewKind,
  stageName: string,
  forms: InferenceFacts["forms"],
): string | null => {
  const same = forms.find(({ text }) => plainWords(text) === plainWords(stageName));
  if (same) return same.id;
  const namesakes = forms.filter(({ text }) => isNamesake(text, stageName));
  const alike = forms.filter(({ text }) => kindOf(text)?.id === kind.id);
  const [only, ...more] = namesakes.length > 0 ? namesakes : alike;
  return only && more.length === 0 ? only.id : null;
};
