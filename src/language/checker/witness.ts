/** Whether what was found of a topic is enough to tell it: words of many topics are those of trades, things and files as well. */
import type { Stance } from "./frames.ts";
import { CODED, type RuleGroup } from "./group.ts";
import type { Found } from "./pattern-index.ts";
import type { Sentence } from "./tokens.ts";
import type { Category, FoundCategory } from "./types.ts";

/** Topics whose words are also those of trades, things and files. */
const OFTEN_OF_WORK: ReadonlySet<FoundCategory> = new Set([
  "age",
  "ability_coded",
  "genetic",
  "pay_history",
  "politics_union",
  "age_coded",
  "arrest_conviction",
  "citizenship",
  "credit",
  "disability_health",
  "family",
  "gender_coded",
  "height_weight",
  "marital_status",
]);

/** A line that is no longer is a label or an aside: "DOB:", "Past it, frankly." */
const LABEL = 6;

/** So many words in a row are said by chance no more. */
const ROW = 4;

const NAMED = new Set("you your yourself he she his her him".split(" "));
const ASKED = new Set([...NAMED, "ever", "any", "anything"]);

/** "Would you cross a picket line?": it asks the reader, and not how work is done. */
const asksYou = ({ tokens }: Sentence, { signs, ofWork }: Stance): boolean =>
  !signs.has("task") &&
  !ofWork &&
  (signs.has("request") || tokens.some(({ word }) => word === "?")) &&
  tokens.some(({ word }) => ASKED.has(word));

const IS = new Set("is was 's has had been got are were".split(" "));
/** So many words may stand between somebody and what is said of them. */
const SAID = 4;

/** "He's a psycho about it", "Was arrested in 2019": what is said of somebody, named or left out. */
const isSaidOfSomebody = ({ tokens }: Sentence, from: number): boolean => {
  const words = tokens.slice(Math.max(0, from - SAID), from).map(({ word }) => word);
  const verb = words.findLastIndex((word) => IS.has(word));
  if (verb < 0) return false;
  return (verb === 0 && from <= SAID - 1) || NAMED.has(words[verb - 1] ?? "");
};

/** "Have you been inside?", "Barmaid, weekends": the words found speak of somebody themselves, or are what the line is about. */
const isOfPerson = (sentence: Sentence, { value, from, to }: Found<RuleGroup>): boolean =>
  (from === 0 && CODED.has(value.category)) ||
  (value.frames.includes("judge") && isSaidOfSomebody(sentence, from)) ||
  sentence.tokens.slice(from, to).some(({ word }) => NAMED.has(word));

const CHOOSING = new Set(
  "minimum maximum min max required only must preferred preferably essential mandatory wanted seeking seek unsuitable join nobody".split(
    " ",
  ),
);

/** "Minimum height 5'8\"": whoever reads it is told whom it wants. */
const saysWhom = ({ tokens }: Sentence, { frames }: Stance): boolean =>
  frames.has("demand") && tokens.some(({ word }) => CHOOSING.has(word));

/** Whether more tells of the topic than one word or row in a sentence that neither weighs nor asks anybody. */
export const hasWitness = (
  category: Category,
  found: readonly Found<RuleGroup>[],
  { sentence, stance }: { sentence: Sentence; stance: Stance },
): boolean => {
  if (!OFTEN_OF_WORK.has(category) || stance.signs.has("verdict")) return true;
  if (sentence.tokens.length <= LABEL || asksYou(sentence, stance)) return true;
  if (saysWhom(sentence, stance)) return true;
  const of = found.filter(({ value }) => value.category === category);
  if (of.some((each) => isOfPerson(sentence, each) || each.to - each.from >= ROW)) return true;
  // Two lists that hold one word are one witness, unless it is said who is wanted.
  const isOneWord = of.every(({ from, to }) => to - from === 1 && from === of[0]?.from);
  return of.length > 1 && (stance.signs.has("choice") || !isOneWord);
};
