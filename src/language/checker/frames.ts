/** How a sentence stands to the person that it is about. */
import { type Sign, signsOf } from "./signs.ts";
import type { Sentence } from "./tokens.ts";
import type { Frame, Kind } from "./types.ts";

/** What is known of a sentence before any topic is looked for. */
export interface Stance {
  frames: ReadonlySet<Frame>;
  /** It asks about the work, not about the person. */
  ofWork: boolean;
  signs: ReadonlySet<Sign>;
  /** Its "he" or "she" is somebody whom the writer knows: a message tells of colleagues. */
  isOfKnown: boolean;
}

const LABELLING = new Set([":", ")"]);

const asks = (sentence: Sentence, signs: ReadonlySet<Sign>): boolean => {
  const words = sentence.tokens.map(({ word }) => word);
  return words.includes("?") || LABELLING.has(words.at(-1) ?? "") || signs.has("request");
};

const OF_KIND: Record<Kind, readonly Frame[]> = {
  question: ["ask"],
  job_text: ["demand"],
  feedback: ["judge"],
  message: ["demand"],
};

const PRONOUNS = new Set(["he", "she", "him", "her", "his", "hers"]);
const TO_COME = new Set(["will", "must", "should", "shall", "'ll", "would"]);

const IS = new Set(["is", "was", "has", "had", "seems", "seemed", "looks", "looked", "sounds"]);

/** "He answered all questions", "He is arrogant": of one person who was there, and no "he" of whoever is to come. */
const isOfSomebody = ({ tokens }: Sentence, signs: ReadonlySet<Sign>): boolean => {
  const has = (words: ReadonlySet<string>): boolean => tokens.some(({ word }) => words.has(word));
  const isDescribed = tokens.some(
    ({ word }, at) => PRONOUNS.has(word) && IS.has(tokens[at + 1]?.word ?? ""),
  );
  const isTold = signs.has("doing") || signs.has("verdict");
  return has(PRONOUNS) && !has(TO_COME) && (isTold || isDescribed);
};

const ANYBODY = new Set(
  "candidate candidates applicant applicants hire hires whoever anyone anybody everyone everybody each every person someone somebody ideal successful".split(
    " ",
  ),
);

/** Whether a word speaks of one person as he or she. */
export const isPronoun = (word: string): boolean => PRONOUNS.has(word);

/** The frames of a sentence. Without a kind it is told by how the sentence is put. */
export const stanceOf = (sentence: Sentence, kind: Kind | undefined): Stance => {
  const signs = signsOf(sentence);
  const frames = new Set<Frame>(kind ? OF_KIND[kind] : ["demand"]);
  if (kind !== "feedback" && asks(sentence, signs)) frames.add("ask");
  // A mail to a candidate judges them too, and a label ("DOB:") stands anywhere.
  if (!kind && signs.has("third")) frames.add("judge");
  if (!kind && isOfSomebody(sentence, signs)) frames.delete("demand");
  const isOfKnown = kind === "message" && !sentence.tokens.some(({ word }) => ANYBODY.has(word));
  return { frames, ofWork: signs.has("work"), signs, isOfKnown };
};
