/** What comes of a second opinion: it adds what the rules missed, as advice, and takes away what they are alone with and not firm about. */
import type { Hit } from "./findings.ts";
import type { Opinion } from "./second-opinion-model.ts";
import { CATEGORIES, type Category } from "./types.ts";

/** How much each voice counts, in logits: found by a logistic regression over sentences whose writer the judge had not read, with what
 * the rules found in them before anybody had looked at them. */
const VOICE = { flag: 1.1, topical: 0.8, found: 2.04, firm: 1.24, agreed: 1.39, none: 0.61 };

/** Where the voices together begin to count. */
const ENOUGH = 0.9;

/** The second of two topics is told when it is so much of the first. */
const CLOSE = 0.15;

/** Beside what the rules found a topic is told from this share of all on. */
const LIKELY = 0.12;
const MOST_TOPICS = 2;

/** What is to be done with what was found. */
export interface Verdict {
  /** Whether what was found by rules that are not firm stands. */
  stands: boolean;
  /** Topics that the sentences speak of, the likelier first. */
  topics: readonly Category[];
}

/** Weighs an opinion with what the rules found. */
export const weigh = (
  { flag, topical, shares }: Opinion,
  hits: readonly Pick<Hit, "category" | "isFirm">[],
): Verdict => {
  const shareOf = ({ category }: Pick<Hit, "category">): number =>
    shares[(CATEGORIES as readonly string[]).indexOf(category)] ?? 0;
  const found = hits.length > 0 ? VOICE.found + VOICE.agreed * Math.max(...hits.map(shareOf)) : 0;
  const firm = hits.some(({ isFirm }) => isFirm) ? VOICE.firm : 0;
  const sum = VOICE.none + VOICE.flag * flag + VOICE.topical * topical + found + firm;
  if (sum <= ENOUGH) return { stands: false, topics: [] };
  const likely = CATEGORIES.map((category, at) => ({ category, share: shares[at] ?? 0 })).toSorted(
    (a, b) => b.share - a.share,
  );
  const most = likely[0]?.share ?? 0;
  const least = Math.max(CLOSE * most, hits.length > 0 ? LIKELY : 0);
  const topics = likely.slice(0, MOST_TOPICS).filter(({ share }) => share > least);
  return { stands: true, topics: topics.map(({ category }) => category) };
};
