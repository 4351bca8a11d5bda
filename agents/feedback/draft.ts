/** The synthesis as code makes it: complete by itself. */
import type { PostSynthesis } from "../../src/domain/synthesis.ts";
import { createLabelCheck } from "../../src/language/checker/check-label.ts";
import { disagreementsOf } from "../../src/synthesis/disagreements.ts";
import { type Figures, figuresOf } from "../../src/synthesis/figures.ts";
import { type PanelForm, formText, presentForms } from "../../src/synthesis/form.ts";
import { competenciesIn } from "../../src/synthesis/topics.ts";
import { debriefQuestions } from "./debrief.ts";
import type { GatheredRound } from "./gather.ts";
import { quoteForms } from "./quotes.ts";
import { type Shown, createShown } from "./shown.ts";

/** What is said; what it is about comes with the proposal. Shape: JSON. */
export type DraftedSynthesis = Pick<
  PostSynthesis,
  | "forms"
  | "topics"
  | "overall"
  | "notes"
  | "quotes"
  | "notCovered"
  | "questions"
  | "findings"
  | "leftOut"
  | "missing"
> & {
  disagreements: NonNullable<PostSynthesis["disagreements"]>;
  candidateName: string;
  /** Ids of questions whose new wording was not taken. */
  refused: string[];
};

/** Each person's newest form of an interview counts. */
export const draftSynthesis = (round: GatheredRound): DraftedSynthesis => {
  const { competencies, candidateName } = round;
  const { present, replaced } = presentForms(round.forms);
  const shown = createShown(competencies);
  const checkLabel = createLabelCheck();
  const counted = figuresOf(present, competencies, checkLabel);
  const figures = shown.figures(counted);
  const { findings, leftOut, ...quoted } = quoteForms(present, {
    competencies,
    candidateName,
    topics: counted.topics,
    checkLabel,
  });
  const quotes = quoted.quotes.map((one) => ({
    ...one,
    topic: one.topic === null ? null : shown.topic(one.topic),
  }));
  const replacedNotes = replaced.map(
    ({ by, session }) =>
      `${by.name} handed in more than one form${session === null ? "" : ` for ${shown.session(session)}`}: the newest counts.`,
  );
  const missing = round.missing.map((one) => ({ ...one, session: shown.session(one.session) }));
  const topics = topicsOf(figures, competencies);
  const notCovered = gapsOf(present, { figures, competencies });
  return {
    candidateName,
    forms: present.map((form) => asShown(form, shown)),
    missing,
    topics,
    overall: figures.overall.map(({ form, name, given, on }) => ({ form, name, given, on })),
    notes: [...round.notes, ...figures.notes, ...replacedNotes, ...ofNoInterview(present)],
    quotes,
    disagreements: disagreementsOf(topics, { forms: present, quotes, competencies }),
    notCovered,
    questions: debriefQuestions(figures, { forms: present, quotes, notCovered }),
    findings,
    leftOut: [...leftOut, ...shown.leftOut()],
    refused: [],
  };
};

/** Whose form is of no interview that is known here, as one by hand or of an interview that is gone: it counts, and beside another one it
 * is still one voice. */
const ofNoInterview = (present: readonly PanelForm[]): string[] => {
  const byPerson = Map.groupBy(present, ({ by }) => by.userId);
  return [...byPerson.values()].flatMap((forms) => {
    if (forms.every(({ interviewId }) => interviewId !== null)) return [];
    const name = forms[0]?.by.name ?? "Somebody";
    return forms.length > 1
      ? [`${name} filled in a form by hand beside another one: each counts.`]
      : [
          `The form of ${name} is of no interview of this round that Lever has: it counts all the same.`,
        ];
  });
};

const asShown = (form: PanelForm, shown: Shown): PostSynthesis["forms"][number] => ({
  id: form.id,
  userId: form.by.userId,
  name: form.by.name,
  session: form.session === null ? null : shown.session(form.session),
  title: shown.session(form.title),
  at: form.at,
  text: formText(form).text,
});

const topicsOf = (
  { topics }: Figures,
  competencies: GatheredRound["competencies"],
): PostSynthesis["topics"] => {
  const planned = new Set(competencies.map(({ id }) => id));
  return topics.map(({ topic, voices, ...figures }) => ({
    id: topic.id,
    name: topic.name,
    isPlanned: planned.has(topic.id),
    voices: voices.map(({ form, name, given, place, of, level }) => ({
      form,
      name,
      given,
      place,
      of,
      level,
    })),
    ...figures,
  }));
};

/** A competency is covered that has a score, or is named where somebody wrote. */
const gapsOf = (
  forms: readonly PanelForm[],
  { figures, competencies }: { figures: Figures; competencies: GatheredRound["competencies"] },
): string[] => {
  const covered = new Set(figures.topics.map(({ topic }) => topic.id));
  for (const form of forms) {
    const { text, parts } = formText(form);
    for (const { label, start, end } of parts) {
      const words = `${label} ${text.slice(start, end)}`;
      for (const { id } of competenciesIn(words, competencies)) covered.add(id);
    }
  }
  return competencies.filter(({ id }) => !covered.has(id)).map(({ name }) => name);
};
