/** A second opinion beside the rules: weights that were learned from sentences of people who knew no rule, and that stay as they are. It
 * reads a few sentences of one line at a time, which is how it learned. The rules come first: what they are firm about stands. */
import type { Hit } from "./findings.ts";
import { stanceOf } from "./frames.ts";
import { gramsOf } from "./second-opinion-grams.ts";
import { judge, type Model, ownModel } from "./second-opinion-model.ts";
import { ENOUGH, ENOUGH_OF_FEW, type Verdict, weigh } from "./second-opinion-verdict.ts";
import type { Sentence } from "./tokens.ts";
import { SHADOWS } from "./topics.ts";
import type { Category, Frame, Kind } from "./types.ts";

/** Units: words and marks. What is shorter is a label or a name, what is longer is no sentence: of these it has nothing to say. */
const SHORTEST = 7;
const LONGEST = 80;

/** So few words are a sentence too when a mark closes them. Of these it must be surer, and where rules
 * found something it leaves it at that. */
const SHORTEST_CLOSED = 4;
const CLOSING = new Set([".", "?", "!"]);

/** Sentences of a line are read together up to so many words and marks. */
const TOGETHER = 45;

const LETTERS = /^[a-z]{2}/;

/** Without one of these a sentence is hardly English, and it learned no other language. */
const ENGLISH = new Set(
  "the of to and is are for you your we our he she they it his her their do did does have has had what how who where when why that this with be will would not or if by from any i my us can could must no at were a on as".split(
    " ",
  ),
);

/** What is asked about. */
export interface SecondQuestion {
  text: string;
  sentences: readonly Sentence[];
  kind: Kind | undefined;
  /** What the rules found. */
  hits: readonly Hit[];
  /** What else is told of the text, where it tells of a sentence nothing is added. */
  told: readonly Hit[];
}

/** What the rules found, without what they are alone with, and with what they missed. */
export const withSecondOpinion = (asked: SecondQuestion): Hit[] => {
  const rest = asked.hits.toSorted((a, b) => a.start - b.start);
  const kept: Hit[] = [];
  for (const unit of unitsOf(asked)) {
    const end = unit.at(-1)?.end ?? 0;
    const next = rest.findIndex(({ start }) => start >= end);
    const own = rest.splice(0, next < 0 ? rest.length : next);
    kept.push(...opinionOn(unit, asked, own));
  }
  return [...kept, ...rest];
};

/** Sentences of one line, as many as are read together. */
const unitsOf = ({ text, sentences }: SecondQuestion): Sentence[][] => {
  const units: Sentence[][] = [];
  let length = 0;
  for (const sentence of sentences) {
    const last = units.at(-1);
    const before = last?.at(-1);
    const isSameLine =
      before !== undefined && !text.slice(before.end, sentence.start).includes("\n");
    if (last && isSameLine && length + sentence.tokens.length <= TOGETHER) {
      last.push(sentence);
      length += sentence.tokens.length;
    } else {
      units.push([sentence]);
      length = sentence.tokens.length;
    }
  }
  return units;
};

let other: Model | undefined;

/** What `work` gives with a model in place of the product's own: to judge one that has not seen what it is asked. */
export const withModel = <Answer>(model: Model, work: () => Answer): Answer => {
  other = model;
  try {
    return work();
  } finally {
    other = undefined;
  }
};

const opinionOn = (
  unit: readonly Sentence[],
  { kind, told }: SecondQuestion,
  hits: readonly Hit[],
): readonly Hit[] => {
  const tokens = unit.flatMap((sentence) => sentence.tokens);
  const words = tokens.filter(({ word }) => LETTERS.test(word)).length;
  const isShort = words < SHORTEST;
  const shortest = CLOSING.has(tokens.at(-1)?.word ?? "") ? SHORTEST_CLOSED : SHORTEST;
  if (words < shortest || tokens.length > LONGEST) return hits;
  if (!tokens.some(({ word }) => ENGLISH.has(word))) return hits;
  const { sum, topics } = verdictOn(unit, kind, hits);
  if (isShort && (hits.length > 0 || sum <= ENOUGH_OF_FEW)) return hits;
  if (sum <= ENOUGH) {
    // What one sentence says is not undone by the sentence beside it.
    const alone = unit.length === 1 ? [] : unit.filter((each) => speaks(each, kind, hits));
    return hits.filter((hit) => hit.isFirm || alone.some((each) => isIn(hit, each)));
  }
  const [start, end] = [unit[0]?.start ?? 0, unit.at(-1)?.end ?? 0];
  if (told.some((hit) => hit.start < end && start < hit.end)) return hits;
  const ofGenes = hits.some(({ category }) => category === "genetic");
  const isKnown = (topic: Category): boolean =>
    (ofGenes && (topic === "disability_health" || SHADOWS.has(topic))) ||
    hits.some(({ category }) => category === topic);
  const missed = topics.filter((topic) => !isKnown(topic));
  return [...hits, ...missed.map((topic) => hitOn(topic, unit, kind))];
};

const verdictOn = (
  unit: readonly Sentence[],
  kind: Kind | undefined,
  hits: readonly Hit[],
): Verdict => weigh(judge(other ?? ownModel(), gramsOf(unit, kind ?? guess(unit))), hits);

const isIn = ({ start }: Hit, sentence: Sentence): boolean =>
  start >= sentence.start && start < sentence.end;

const speaks = (sentence: Sentence, kind: Kind | undefined, hits: readonly Hit[]): boolean => {
  const own = hits.filter((hit) => isIn(hit, sentence));
  return own.length > 0 && verdictOn([sentence], kind, own).sum > ENOUGH;
};

/** The kind of a text of which it is not said, by how it is put. */
const guess = (unit: readonly Sentence[]): Kind => {
  if (unit.some(({ tokens }) => tokens.some(({ word }) => word === "?"))) return "question";
  const [first] = unit;
  if (!first) return "message";
  const { frames } = stanceOf(first, undefined);
  return frames.has("judge") ? "feedback" : "job_text";
};

const FRAMES: Record<Kind, Frame> = {
  question: "ask",
  job_text: "demand",
  feedback: "judge",
  message: "demand",
};

/** It knows of which sentences it speaks, and not by which of their words: all of them are marked. A guess is never more than advice. */
const hitOn = (category: Category, unit: readonly Sentence[], kind: Kind | undefined): Hit => {
  const start = unit[0]?.start ?? 0;
  const end = unit.at(-1)?.end ?? start;
  return { category, severity: "advice", start, end, frame: FRAMES[kind ?? guess(unit)] };
};
