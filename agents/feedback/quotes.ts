/** What of the forms' own words is quoted, as a strength, a concern or an observation; what is flagged, and what is left out. */
import { checkLanguage } from "../../src/language/checker/check-language.ts";
import {
  QUOTE_KINDS,
  type SynthesisFinding,
  type SynthesisQuote,
} from "../../src/domain/synthesis.ts";
import type { Competency, FormPart, PanelForm } from "../../src/synthesis/form.ts";
import { formText } from "../../src/synthesis/form.ts";
import { competenciesIn } from "../../src/synthesis/topics.ts";
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

interface Candidate extends Omit<SynthesisQuote, "id" | "isOneVoice"> {
  userId: string;
}

/** Quotes of all forms, in their order. */
export const quoteForms = (
  forms: readonly PanelForm[],
  { competencies, candidateName }: { competencies: readonly Competency[]; candidateName: string },
): Quoted => {
  const screen = createScreen(candidateName);
  const found: Candidate[] = [];
  const findings: SynthesisFinding[] = [];
  const refused = new Map<string, number>();
  for (const form of forms) {
    const taken: Candidate[] = [];
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
      else taken.push(...candidateOf(said, { form, competencies }));
    }
    for (const kind of QUOTE_KINDS) {
      found.push(...taken.filter((one) => one.kind === kind).slice(0, MOST_OF_FORM_AND_KIND));
    }
  }
  return {
    quotes: found.slice(0, 80).map(({ userId, ...one }, index) => ({
      ...one,
      id: `quote-${index + 1}`,
      // Of what is about nothing by name nobody can be said to say the same.
      isOneVoice:
        one.topic === null ||
        !found.some(
          (other) =>
            other.userId !== userId && other.kind === one.kind && other.topic === one.topic,
        ),
    })),
    findings: findings.slice(0, MOST_FINDINGS),
    leftOut: [...refused].map(
      ([why, count]) =>
        `${count === 1 ? "One sentence is" : `${count} sentences are`} not quoted: ${why}.`,
    ),
  };
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

/** Why a sentence is not quoted; null: it may be. */
const refusalOf = (
  { sentence, isAlone }: Said,
  { screen, candidateName }: { screen: Screen; candidateName: string },
): string | null => {
  const refusal = screen(sentence.text, "person");
  if (refusal !== null) return REFUSED[refusal];
  if (saysVerdict(sentence.text, candidateName)) return REFUSED["is a verdict"];
  if (sentence.text.length > LONGEST) return "it is too long";
  return isAlone ? null : "it cannot be told without the sentence beside it";
};

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

/** None when it is too short, a question, or nothing tells whether it speaks for or against. */
const candidateOf = (
  { sentence, part }: Said,
  { form, competencies }: { form: PanelForm; competencies: readonly Competency[] },
): Candidate[] => {
  const { text, start, end } = sentence;
  const kind = kindOf(text, part);
  if (kind === null || countWords(text) < LEAST_WORDS || /\?["'”’)]*$/.test(text)) return [];
  const [topic] = [
    ...competenciesIn(part.label, competencies),
    ...competenciesIn(text, competencies),
  ];
  return [
    {
      kind,
      form: form.id,
      userId: form.by.userId,
      span: { start, end },
      text,
      topic: topic?.name ?? (part.score === null ? null : part.label),
    },
  ];
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
