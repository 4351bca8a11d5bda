/** The rules asked of one sentence. */
import type { Hit } from "./findings.ts";
import { isExcused, isNearPerson, isOwned } from "./excuses.ts";
import { type Stance, isPronoun } from "./frames.ts";
import { CODED, type RuleGroup } from "./group.ts";
import { type Entry, type Found, indexPatterns } from "./pattern-index.ts";
import { RULES } from "./rules.ts";
import type { Sentence } from "./tokens.ts";
import type { Category, FoundCategory, Frame, Severity } from "./types.ts";
import { hasWitness } from "./witness.ts";
import { WORD_LISTS } from "./word-lists.ts";

const lines = (): Entry<RuleGroup>[] =>
  RULES.flatMap((value) => value.lines.map((line) => ({ line, value })));

/** Groups of one topic share their neighbours; each is looked for once. */
const neighbours = (): Entry<Category>[] => [
  ...new Map(
    RULES.flatMap(({ category, unless }) =>
      unless.map((line) => [`${category} ${line}`, { line, value: category }] as const),
    ),
  ).values(),
];

const findLines = indexPatterns(lines, WORD_LISTS);
const findNeighbours = indexPatterns(neighbours, WORD_LISTS);
const findEvidence = indexPatterns(() => [{ line: "@evidence", value: true }], WORD_LISTS);

/** What a rule is asked of. */
export interface TopicsQuestion {
  sentence: Sentence;
  stance: Stance;
  /** The sentence after it, which may hold the evidence. */
  next?: Sentence | undefined;
}

/** What the rules find in one sentence. */
export const findTopics = ({ sentence, stance, next }: TopicsQuestion): Hit[] => {
  const found = findLines(sentence).filter(
    ({ value }) =>
      value.frames.some((frame) => stance.frames.has(frame)) &&
      (value.evenOfWork || !stance.ofWork),
  );
  if (found.length === 0) return [];
  const lawful = new Set(findNeighbours(sentence).map(({ value }) => value));
  const hits = found
    .filter(({ value }) => value.excused === "barely" || !lawful.has(value.category))
    .filter((each) => counts(each, sentence, stance))
    .filter(({ value }, _, all) => hasWitness(value.category, all, { sentence, stance }))
    .flatMap(({ value, from, to }): Hit[] => {
      const start = sentence.tokens[from]?.start;
      const end = sentence.tokens[Math.max(from, to - 1)]?.end;
      if (start === undefined || end === undefined) return [];
      const frame = frameOf(value, stance.frames);
      const severity = value.severity ?? severityOf(value.category, sentence, next);
      const isFirm = value.excused === "barely";
      return [{ category: value.category, severity, start, end, frame, isFirm }];
    });
  return withoutShadows(hits, sentence);
};

/** Of "Does diabetes run in your family?" single words tell another topic each, where all of it asks for genes. */
export const SHADOWS: ReadonlySet<FoundCategory> = new Set([
  "family",
  "pregnancy",
  "arrest_conviction",
]);

const CARE = new Set(
  "child children kid kids baby son daughter care cares caring carer caregiver after home dependant dependent".split(
    " ",
  ),
);

/** "Who looks after your mother when she is ill?": that is a matter of the family, whatever the illness. */
const isOfCare = ({ tokens }: Sentence): boolean => tokens.some(({ word }) => CARE.has(word));

const JOINS = new Set(["or", "and"]);
const OF_THE_PERSON = new Set(["you", "yourself", "do", "have", "are", "does", "has", "any"]);

/** "You or your parents", "… or does your mother": both are asked about. */
const asksOfBoth = ({ tokens }: Sentence): boolean =>
  tokens.some(
    ({ word }, at) =>
      JOINS.has(word) &&
      [at - 1, at + 1].some((next) => OF_THE_PERSON.has(tokens[next]?.word ?? "")),
  );

/** Hits without those that only repeat words of a question about the illnesses of relatives. */
const withoutShadows = (hits: readonly Hit[], sentence: Sentence): Hit[] => {
  const genetic = hits.filter(({ category }) => category === "genetic");
  if (genetic.length === 0) return [...hits];
  return hits.filter(({ category, start, end }) => {
    if (category === "disability_health") return asksOfBoth(sentence);
    if (category === "family" && isOfCare(sentence)) return true;
    return !SHADOWS.has(category) || !genetic.some((gene) => gene.start < end && start < gene.end);
  });
};

const isOfSomebody = (found: Found<RuleGroup>, sentence: Sentence, stance: Stance): boolean => {
  const { needs } = found.value;
  if (needs === undefined) return true;
  if (needs === "owner") return isOwned(sentence, found);
  // Feedback leaves its subject out: "Walks with a stick."
  if (stance.frames.has("judge") || isNearPerson(sentence, found)) return true;
  // Whom somebody wants or not: "The owners would not want a Republican."
  return stance.frames.has("demand") && stance.signs.has("choice") && stance.signs.has("verdict");
};

const counts = (found: Found<RuleGroup>, sentence: Sentence, stance: Stance): boolean => {
  if (!isOfSomebody(found, sentence, stance)) return false;
  if (found.value.category === "gender_coded" && stance.isOfKnown) {
    if (isPronoun(sentence.tokens[found.from]?.word ?? "")) return false;
  }
  const { signs, frames } = stance;
  const { category } = found.value;
  return !isExcused({ category, sentence, match: found, signs, frames, how: found.value.excused });
};

const frameOf = ({ frames }: RuleGroup, stance: ReadonlySet<Frame>): Frame =>
  (["ask", "judge", "demand"] as const).find(
    (frame) => frames.includes(frame) && stance.has(frame),
  ) ?? "ask";

const severityOf = (
  category: Category,
  sentence: Sentence,
  next: Sentence | undefined,
): Severity => {
  if (!CODED.has(category)) return "blocking";
  if (category !== "personality_verdict") return "warning";
  // A verdict with what somebody did beside it can be checked by a reader.
  const hasEvidence = [sentence, ...(next ? [next] : [])].some(
    (each) => findEvidence(each).length > 0,
  );
  return hasEvidence ? "advice" : "warning";
};
