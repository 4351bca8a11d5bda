/** What of the forms' own words is quoted, as a strength, a concern or an observation; what is flagged, and what is left out. */
import { checkLabel } from "../../src/language/checker/check-label.ts";
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
import { saysVerdict } from "./verdicts.ts";
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

/** What a form asks for strengths by, and what for doubts: a label that is nothing else. One that names a skill ("Risk awareness") is
 * neither. */
const FOR_STRENGTHS =
  /^(?:the |any |key |main |top |their |biggest )*(?:pros?|strengths?|strong points?|positives?|highlights?|what (?:went|was|did they do) (?:well|good))\b[\s:?.]*$/i;
const FOR_CONCERNS =
  /^(?:the |any |key |main |top |their |biggest )*(?:cons?|concerns?|weaknesses|weak points?|doubts?|negatives?|worries|red flags?|areas? (?:of|for) (?:improvement|growth|development|concern)|what (?:did not go|went less|went) (?:well|badly))\b[\s:?.]*$/i;

/** Words in which people judge what they saw. They tell that a sentence is worth reading, and never on which side it is: "I would have
 * liked a clear answer" has the words of praise. */
const PRAISES =
  /\b(?:clear(?:ly)?|well|strong|solid|excellent|good|great|quick(?:ly)?|thorough(?:ly)?|thoughtful(?:ly)?|careful(?:ly)?|correct(?:ly)?|structured|precise(?:ly)?|handled|solved|explained|found|improved|impressive|deep)\b/i;
const BLAMES =
  /\b(?:unclear|vague(?:ly)?|shallow|struggl\w+|missed|missing|fail\w*|wrong|incorrect|slow(?:ly)?|weak|lack\w*|needed|stuck|confus\w+|hesita\w+|overlooked|limited|poor(?:ly)?|copied)\b/i;

/** What a sentence with it means is turned, and no rule of words tells whither. */
const TURNED =
  /\b(?:no|not|never|none|nothing|without|nor|hardly|rarely|barely|but|although|though|however|despite|only|would|could|should|far from|instead|at first)\b|n['’]t\b/i;
const NO_DOUBT =
  /\b(?:no|without|any|nor) (?:\p{L}+ )?(?:concerns?|doubts?|risks?|gaps?|issues?|problems?|worries)\b/iu;

type Kind = SynthesisQuote["kind"];

interface Candidate extends Omit<SynthesisQuote, "id" | "claim" | "isOneVoice"> {
  userId: string;
}

interface Asked {
  competencies: readonly Competency[];
  candidateName: string;
  /** What the forms score. */
  topics: Figures["topics"];
}

/** Quotes of all forms, in their order; those of one claim beside each other. */
export const quoteForms = (
  forms: readonly PanelForm[],
  { competencies, candidateName, topics }: Asked,
): Quoted => {
  const screen = createScreen(candidateName);
  const scored = new Map(topics.map(({ topic }) => [topic.id, topic.name]));
  const apart = topics.filter(({ view }) => view === "differ").map(({ topic }) => topic.name);
  const reading = { competencies, scored, apart: new Set(apart) };
  const found: Candidate[] = [];
  const findings: SynthesisFinding[] = [];
  const refused = new Map<string, number>();
  for (const form of forms) {
    findings.push(...labelFindings(form));
    const all = sentencesOf(form);
    if (all.length > MOST_SENTENCES)
      refused.set(TOO_LONG, (refused.get(TOO_LONG) ?? 0) + all.length - MOST_SENTENCES);
    for (const said of all.slice(0, MOST_SENTENCES)) {
      const flagged = findingIn(said, form);
      if (flagged) findings.push(flagged);
      const why = flagged
        ? "the language check has something to say of it"
        : refusalOf(said, { screen, candidateName });
      if (why !== null) refused.set(why, (refused.get(why) ?? 0) + 1);
      else found.push(...candidateOf(said, form, reading));
    }
  }
  const chosen = chosenOf(found, { apart: reading.apart, candidateName });
  return {
    quotes: asQuotes(chosen, candidateName),
    findings: findings.slice(0, MOST_FINDINGS),
    leftOut: [...refused].map(
      ([why, count]) =>
        `${count === 1 ? "One sentence is" : `${count} sentences are`} not quoted: ${why}.`,
    ),
  };
};

/** So many of each form and kind: first those that somebody else says too, or that tell why the panel is apart. */
const chosenOf = (
  all: readonly Candidate[],
  { apart, candidateName }: Pick<Reading, "apart"> & Pick<Asked, "candidateName">,
): Candidate[] => {
  const claims = claimsOf(all, candidateName);
  const writers = writersOf(all, claims);
  const weighed = all.map((one, index) => {
    const isShared = (writers.get(claims[index] ?? 0)?.size ?? 0) > 1;
    return { one, isFirst: isShared || (one.topic !== null && apart.has(one.topic)) };
  });
  const ordered = [...weighed.filter(({ isFirst }) => isFirst), ...weighed].map(({ one }) => one);
  const byFormAndKind = Map.groupBy(new Set(ordered), ({ form, kind }) => `${form} ${kind}`);
  const kept = [...byFormAndKind.values()].flatMap((own) => own.slice(0, MOST_OF_FORM_AND_KIND));
  const few = new Set([...new Set(ordered).intersection(new Set(kept))].slice(0, MOST));
  // In the order of the forms, of each the strengths first.
  const places = new Map([...new Set(all.map(({ form }) => form))].map((form, at) => [form, at]));
  const placeOf = ({ form, kind }: Candidate): number =>
    (places.get(form) ?? 0) * QUOTE_KINDS.length + QUOTE_KINDS.indexOf(kind);
  return all.filter((one) => few.has(one)).toSorted((a, b) => placeOf(a) - placeOf(b));
};

const writersOf = (
  all: readonly Candidate[],
  claims: readonly number[],
): Map<number, Set<string>> => {
  const writers = new Map<number, Set<string>>();
  for (const [index, { userId }] of all.entries()) {
    const claim = claims[index] ?? 0;
    writers.set(claim, (writers.get(claim) ?? new Set()).add(userId));
  }
  return writers;
};

const asQuotes = (all: readonly Candidate[], candidateName: string): SynthesisQuote[] => {
  const claims = claimsOf(all, candidateName);
  const writers = writersOf(all, claims);
  return all
    .map((one, index) => ({ one, claim: claims[index] ?? 0 }))
    .toSorted((a, b) => a.claim - b.claim)
    .map(({ one: { kind, form, span, text, topic }, claim }, index) => ({
      id: `quote-${index + 1}`,
      kind,
      form,
      span,
      text,
      topic,
      claim: `claim-${claim + 1}`,
      isOneVoice: writers.get(claim)?.size === 1,
    }));
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
  "carries a link": "it carries a link or markup",
  "is private": "it is about private life",
};

const UNDER_PROTECTED = "it stands under a label that asks for what nobody is judged by";

/** Why a sentence is not quoted; null: it may be. */
const refusalOf = (
  { sentence, part, isAlone }: Said,
  { screen, candidateName }: { screen: Screen; candidateName: string },
): string | null => {
  if (checkLabel(part.label) !== null) return UNDER_PROTECTED;
  const refusal = screen(sentence.text, "person");
  if (refusal !== null) return REFUSED[refusal];
  if (saysVerdict(sentence.text, candidateName)) return REFUSED["is a verdict"];
  if (sentence.text.length > LONGEST) return "it is too long";
  return isAlone ? null : "it cannot be told without the sentence beside it";
};

/** Their scores are in no figure, and what stands under them is quoted nowhere. */
const labelFindings = (form: PanelForm): SynthesisFinding[] =>
  protectedLabels(form).map(({ label, category, severity, why }) => ({
    form: form.id,
    text: label.slice(0, LONGEST),
    isLabel: true,
    category,
    severity,
    why: `Left out, with the score and the words under it. ${why}`,
  }));

const findingIn = ({ sentence }: Said, form: PanelForm): SynthesisFinding | null => {
  const [worst] = checkLanguage(sentence.text, { kind: "feedback" })
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
  const isWanted = topic !== null && apart.has(topic) && !NO_DOUBT.test(text);
  const kind = kindOf(text, part) ?? (isWanted ? "observation" : null);
  if (kind === null || countWords(text) < LEAST_WORDS || /\?["'”’)]*$/.test(text)) return [];
  return [{ kind, form: form.id, userId: form.by.userId, span: { start, end }, text, topic }];
};

/** The label says it, else the score that its writer gave the row: Lever's four, by halves. What nobody has put on a side is an
 * observation: which it is for, its readers judge. Null where there is nothing to read. */
const kindOf = (text: string, { label, score }: FormPart): Kind | null => {
  if (NO_DOUBT.test(text)) return null;
  const asked = askedBy(label);
  const side = asked ?? scoredAs(text, score);
  if (side !== null && !TURNED.test(text)) return side;
  return side !== null || score !== null || PRAISES.test(text) || BLAMES.test(text)
    ? "observation"
    : null;
};

const askedBy = (label: string): Kind | null => {
  if (FOR_STRENGTHS.test(label)) return "strength";
  return FOR_CONCERNS.test(label) ? "concern" : null;
};

/** Whoever gives much may write of what was missing as well: words that could speak against the score are on no side. */
const scoredAs = (text: string, score: number | null): Kind | null => {
  if (score === null) return null;
  if (score >= 3) return BLAMES.test(text) ? null : "strength";
  return PRAISES.test(text) && !BLAMES.test(text) ? null : "concern";
};
