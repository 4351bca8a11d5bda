/** What of the forms' own words is quoted, as a strength, a concern or an observation; what is flagged, and what is left out. */
import type { LabelCheck } from "../../src/language/checker/check-label.ts";
import { checkLanguage } from "../../src/language/checker/check-language.ts";
import {
  QUOTE_KINDS,
  type SynthesisFinding,
  type SynthesisQuote,
} from "../../src/domain/synthesis.ts";
import { claimsOf } from "../../src/synthesis/claims.ts";
import type { Figures } from "../../src/synthesis/figures.ts";
import type { Competency, FormPart, PanelForm } from "../../src/synthesis/form.ts";
import { formText } from "../../src/synthesis/form.ts";
import { protectedLabels } from "../../src/synthesis/protected-labels.ts";
import { competenciesIn, topicOf } from "../../src/synthesis/topics.ts";
import { type Refusal, type Screen, createScreen } from "../briefing/screen.ts";
import { deniesDoubt, kindOf } from "./sides.ts";
import { type SaysVerdict, createVerdicts } from "./verdicts.ts";
import { type Sentence, countWords, sentencesIn, standsAlone } from "../briefing/sentences.ts";

/** What was made of the forms' words. */
export interface Quoted {
  quotes: SynthesisQuote[];
  findings: SynthesisFinding[];
  /** In words, without any of the forms'. */
  leftOut: string[];
}

const MOST_OF_FORM_AND_KIND = 6;
const MOST = 80;
const MOST_FINDINGS = 60;
/** Of one form; four pages. */
const MOST_SENTENCES = 150;
const TOO_LONG = "the form is longer than what is looked through for quotes";
const LONGEST = 600;
const LEAST_WORDS = 4;

/** Figures of speech that the language check does not read, in plain words. */
const PLAINLY: readonly (readonly [RegExp, string])[] = [
  [/\breads? (?:like|as)\b/gi, "is"],
  [/\b(?:lit|lights?|lighting) up (?:the|a|any|every) room\b/gi, "was charismatic"],
];

interface Candidate extends Omit<SynthesisQuote, "id" | "claim" | "isOneVoice"> {
  userId: string;
}

interface Asked {
  competencies: readonly Competency[];
  candidateName: string;
  /** What the forms score. */
  topics: Figures["topics"];
  checkLabel: LabelCheck;
}

/** Quotes of all forms, in their order; those of one claim beside each other. */
export const quoteForms = (
  forms: readonly PanelForm[],
  { competencies, candidateName, topics, checkLabel }: Asked,
): Quoted => {
  const checks: Checks = {
    checkLabel,
    screen: createScreen(candidateName),
    saysVerdict: createVerdicts(candidateName),
  };
  const scored = new Map(topics.map(({ topic }) => [topic.id, topic.name]));
  const apart = topics.filter(({ view }) => view === "differ").map(({ topic }) => topic.name);
  const reading = { competencies, scored, apart: new Set(apart) };
  const found: Candidate[] = [];
  const findings: SynthesisFinding[] = [];
  const refused = new Map<string, number>();
  for (const form of forms) {
    findings.push(...labelFindings(form, checkLabel));
    const all = sentencesOf(form);
    if (all.length > MOST_SENTENCES)
      refused.set(TOO_LONG, (refused.get(TOO_LONG) ?? 0) + all.length - MOST_SENTENCES);
    for (const said of all.slice(0, MOST_SENTENCES)) {
      const flagged = findingIn(said, form);
      if (flagged) findings.push(flagged);
      const why = flagged
        ? "the language check has something to say of it"
        : refusalOf(said, checks);
      if (why !== null) refused.set(why, (refused.get(why) ?? 0) + 1);
      else found.push(...candidateOf(said, form, reading));
    }
  }
  const claims = claimsOf(found, candidateName);
  const claimed = found.map((one, index) => ({ ...one, claim: claims[index] ?? 0 }));
  return {
    quotes: asQuotes(chosenOf(claimed, reading.apart)),
    findings: findings.slice(0, MOST_FINDINGS),
    leftOut: [...refused].map(
      ([why, count]) =>
        `${count === 1 ? "One sentence is" : `${count} sentences are`} not quoted: ${why}.`,
    ),
  };
};

/** What says the same as others, numbered from 0. */
interface Claimed extends Candidate {
  claim: number;
}

/** So many of each form and kind: first those that somebody else says too, or that tell why the panel is apart. */
const chosenOf = (all: readonly Claimed[], apart: Reading["apart"]): Claimed[] => {
  const writers = writersOf(all);
  const isFirst = ({ claim, topic }: Claimed): boolean =>
    (writers.get(claim)?.size ?? 0) > 1 || (topic !== null && apart.has(topic));
  const few = new Set<Claimed>();
  const counts = new Map<string, number>();
  for (const one of all.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)))) {
    if (few.size === MOST) break;
    const key = `${one.form} ${one.kind}`;
    const count = counts.get(key) ?? 0;
    if (count === MOST_OF_FORM_AND_KIND) continue;
    counts.set(key, count + 1);
    few.add(one);
  }
  // In the order of the forms, of each the strengths first.
  const places = new Map([...new Set(all.map(({ form }) => form))].map((form, at) => [form, at]));
  const placeOf = ({ form, kind }: Claimed): number =>
    (places.get(form) ?? 0) * QUOTE_KINDS.length + QUOTE_KINDS.indexOf(kind);
  return all.filter((one) => few.has(one)).toSorted((a, b) => placeOf(a) - placeOf(b));
};

const writersOf = (all: readonly Claimed[]): Map<number, Set<string>> => {
  const writers = new Map<number, Set<string>>();
  for (const { claim, userId } of all) {
    writers.set(claim, (writers.get(claim) ?? new Set()).add(userId));
  }
  return writers;
};

/** Claims are numbered and their writers counted by what is quoted. */
const asQuotes = (all: readonly Claimed[]): SynthesisQuote[] => {
  const writers = writersOf(all);
  const numbers = new Map([...writers.keys()].map((claim, at) => [claim, at + 1]));
  const numberOf = ({ claim }: Claimed): number => numbers.get(claim) ?? 0;
  return all
    .toSorted((a, b) => numberOf(a) - numberOf(b))
    .map((one, index) => {
      const { kind, form, span, text, topic, claim } = one;
      return {
        id: `quote-${index + 1}`,
        kind,
        form,
        span,
        text,
        topic,
        claim: `claim-${numberOf(one)}`,
        isOneVoice: writers.get(claim)?.size === 1,
      };
    });
};

interface Said {
  sentence: Sentence;
  part: FormPart;
  isAlone: boolean;
}

/** Where people wrote, sentence by sentence; none runs from one answer into the next. */
const sentencesOf = (form: PanelForm): Said[] => {
  const { text, parts } = formText(form);
  return parts.flatMap((part) => {
    const own = text.slice(part.start, part.end);
    const all = sentencesIn(own);
    return all.map((sentence) => ({
      part,
      isAlone: standsAlone(sentence, all, own),
      sentence: {
        text: sentence.text,
        start: part.start + sentence.start,
        end: part.start + sentence.end,
      },
    }));
  });
};

const REFUSED: Record<Refusal, string> = {
  "speaks to software": "it speaks to software",
  "tells readers what to do": "it tells its readers what to do",
  "is a verdict": "it is a verdict, which each form gives for itself",
  "carries a link": "it carries a link, an address, a telephone number or markup",
  "is private": "it is about private life",
};

const UNDER_PROTECTED = "it stands under a label that asks for what nobody is judged by";

interface Checks {
  checkLabel: LabelCheck;
  screen: Screen;
  saysVerdict: SaysVerdict;
}

/** Why a sentence is not quoted; null: it may be. */
const refusalOf = (
  { sentence, part, isAlone }: Said,
  { checkLabel, screen, saysVerdict }: Checks,
): string | null => {
  if (checkLabel(part.label) !== null) return UNDER_PROTECTED;
  const refusal = screen(sentence.text, "person");
  if (refusal !== null) return REFUSED[refusal];
  if (saysVerdict(sentence.text)) return REFUSED["is a verdict"];
  if (sentence.text.length > LONGEST) return "it is too long";
  return isAlone ? null : "it cannot be told without the sentence beside it";
};

/** Their scores are in no figure, and what stands under them is quoted nowhere. */
const labelFindings = (form: PanelForm, checkLabel: LabelCheck): SynthesisFinding[] =>
  protectedLabels(form, checkLabel).map(({ label, category, severity, why }) => ({
    form: form.id,
    text: label.slice(0, LONGEST),
    isLabel: true,
    category,
    severity,
    why: `Left out, with the score and the words under it. ${why}`,
  }));

const findingIn = ({ sentence }: Said, form: PanelForm): SynthesisFinding | null => {
  const plain = PLAINLY.reduce((text, [from, to]) => text.replace(from, to), sentence.text);
  const [worst] = checkLanguage(plain, { kind: "feedback", isDoubtKept: true })
    .filter(({ severity, category }) => severity !== "advice" && category !== "unfilled")
    .toSorted((one, other) => rankOf(one.severity) - rankOf(other.severity));
  if (!worst || worst.severity === "advice") return null;
  return {
    form: form.id,
    text: sentence.text.slice(0, LONGEST),
    category: worst.category,
    severity: worst.severity,
    why: worst.why,
  };
};

const rankOf = (severity: string): number => (severity === "blocking" ? 0 : 1);

interface Reading {
  competencies: readonly Competency[];
  /** Names of what the forms score, by id. */
  scored: ReadonlyMap<string, string>;
  /** Names of those on which the panel does not agree. */
  apart: ReadonlySet<string>;
}

/** None when it is too short, a question, or nothing tells whether it speaks for or against: unless it may say why the panel is apart. */
const candidateOf = (
  { sentence, part }: Said,
  form: PanelForm,
  { competencies, scored, apart }: Reading,
): Candidate[] => {
  const { text, start, end } = sentence;
  const [named] = [
    ...competenciesIn(part.label, competencies),
    ...competenciesIn(text, competencies),
  ];
  const topic =
    named?.name ??
    scored.get(topicOf(part.label, competencies).id) ??
    (part.score === null ? null : part.label);
  const isWanted = topic !== null && apart.has(topic) && !deniesDoubt(text);
  const kind = kindOf(text, part) ?? (isWanted ? "observation" : null);
  if (kind === null || countWords(text) < LEAST_WORDS || /\?["'”’)]*$/.test(text)) return [];
  return [{ kind, form: form.id, userId: form.by.userId, span: { start, end }, text, topic }];
};
