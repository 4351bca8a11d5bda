/** What comes of a second opinion: it adds what the rules missed, as advice, and takes away what they are alone with and not firm about. */
import type { Hit } from "./findings.ts";
import type { Opinion } from "./second-opinion-model.ts";
import { CATEGORIES, type Category } from "./types.ts";

/** How much each voice counts, in logits: found by a logistic regression over the sentences of nine writers, each judged by weights that had
 * not seen that writer, with what rules found that had not either. */
const VOICE = {
  none: 0.892,
  flag: 0.682,
  topical: 0.356,
  clear: 0.69,
  found: 1.366,
  firm: 0.708,
  agreed: 0.936,
};

/** Where the voices together begin to count: a little above even, since clean sentences that stand closer to the topics are many. */
export const ENOUGH = 0.8;

/** The same of a few words, which leave less to go by. */
export const ENOUGH_OF_FEW = 1.5;

/** Keeps the logarithm of a share from being endless. */
const LEAST = 1e-4;

/** A second and a third topic are told from this share of all on. */
const CLOSE = 0.05;

/** Beside what the rules found a topic is told from this share of all on. */
const LIKELY = 0.1;
const MOST_TOPICS = 3;

/** What is to be done with what was found. */
export interface Verdict {
  /** All voices together, in logits: above `ENOUGH` what was found stands. */
  sum: number;
  /** Topics that the sentences speak of if it is enough, the likelier first. */
  topics: readonly Category[];
}

/** Weighs an opinion with what the rules found. */
export const weigh = (
  { flag, topical, shares }: Opinion,
  hits: readonly Pick<Hit, "category" | "isFirm">[],
): Verdict => {
  const shareOf = ({ category }: Pick<Hit, "category">): number =>
    shares[(CATEGORIES as readonly string[]).indexOf(category)] ?? 0;
  const likely = CATEGORIES.map((category, at) => ({ category, share: shares[at] ?? 0 })).toSorted(
    (a, b) => b.share - a.share,
  );
  const clear = Math.log((likely[0]?.share ?? 0) + LEAST);
  const found = hits.length > 0 ? VOICE.found + VOICE.agreed * Math.max(...hits.map(shareOf)) : 0;
  const firm = hits.some(({ isFirm }) => isFirm) ? VOICE.firm : 0;
  const learned = VOICE.flag * flag + VOICE.topical * topical + VOICE.clear * clear;
  const least = hits.length > 0 ? LIKELY : CLOSE;
  const topics = likely
    .slice(0, MOST_TOPICS)
    .filter(({ share }, rank) => share > least || (rank === 0 && hits.length === 0));
  return {
    sum: VOICE.none + learned + found + firm,
    topics: topics.map(({ category }) => category),
  };
};
