/** How well a model does that has not seen the writer whom it judges. */
import { checkLanguage } from "../../src/language/checker/check-language.ts";
import { withModel } from "../../src/language/checker/second-opinion.ts";
import { CATEGORIES } from "../../src/language/checker/types.ts";
import { learn, type Seen } from "./learn.ts";

/** Above this share of common words two sentences are nearly one. */
const NEARLY = 0.6;

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[a-z0-9']+/g));

const isNearly = (one: Set<string>, other: Set<string>): boolean =>
  one.intersection(other).size / one.union(other).size > NEARLY;

const percent = (part: number, whole: number): string =>
  whole === 0 ? "none" : `${((100 * part) / whole).toFixed(1)} % of ${whole}`;

/** One line of figures: of the labels those found, of the clean sentences those flagged. */
export const judgeSet = (seen: readonly Seen[], set: string): string => {
  const judged = seen.filter((each) => each.set === set);
  if (judged.length === 0) throw new Error(`There is no set ${set}.`);
  const theirs = judged.map(({ text }) => wordsOf(text));
  const others = seen.filter(({ set: own, text }) => {
    if (own === set) return false;
    const words = wordsOf(text);
    return !theirs.some((each) => isNearly(words, each));
  });
  const model = learn(others);
  let [labels, found, clean, flagged] = [0, 0, 0, 0];
  for (const { text, kind, topics } of judged) {
    const told = new Set(
      withModel(model, () => checkLanguage(text, { kind })).map(({ category }) => category),
    );
    labels += topics.length;
    found += topics.filter((topic) => told.has(CATEGORIES[topic] ?? "unfilled")).length;
    if (topics.length > 0) continue;
    clean += 1;
    if (told.size > 0) flagged += 1;
  }
  return `${set}: found ${percent(found, labels)}, flagged ${percent(flagged, clean)}`;
};
