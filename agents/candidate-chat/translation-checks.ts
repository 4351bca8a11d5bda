/** Whether a translation may be shown, told by code: once by what it looks like itself, and once by what another call makes of it in the
 * language of its source. Pure. All texts have placeholders in place of their facts. */
import { sureLanguage } from "../../src/documents/guess-language.ts";
import { isVisible } from "../../src/domain/quoted.ts";
import { termOf } from "../../src/guides/words.ts";
import { PLACEHOLDER } from "./translation-masks.ts";
import {
  BOUND,
  COMPARISONS,
  exactWords,
  folded,
  numbersInWords,
  orderOfClasses,
  speaksOfTime,
  tellsTime,
  wordsOfClass,
} from "./translation-words.ts";

/** Why one is not shown; the ledger names it, and no word of it. */
export type TranslationFault =
  | "missing"
  | "placeholders"
  | "signs"
  | "length"
  | "untranslated"
  | "language"
  | "script"
  | "promise"
  | "negation"
  | "duty"
  | "comparison"
  | "people"
  | "numbers"
  | "time"
  | "words"
  | "order"
  | "too_much"
  | "lead";

/** A sentence and what a model made of it. */
export interface Translated {
  source: string;
  /** BCP 47. */
  from: string;
  text: string;
  into: string;
}

/** What is wrong with a translation as it stands; null: nothing that can be seen. */
export const faultOfTranslation = (one: Translated): TranslationFault | null => {
  const { source, from, text, into } = one;
  if (text.trim() === "") return "missing";
  // First of all: what comes after takes the more of the time, the longer a text is.
  if (!isOfLength(source, text, into)) return "length";
  if (!samePlaceholders(source, text)) return "placeholders";
  if (!hasPlainSigns(text, source)) return "signs";
  if (!isOfScript(text, into)) return "script";
  if (from !== into && isUntranslated(source, text)) return "untranslated";
  if (!isInLanguage(text, into)) return "language";
  if (bringsBound(one)) return "promise";
  if (turnsNegation(one)) return "negation";
  if (turnsDuty(one)) return "duty";
  if (tellsTime(text, into) && !speaksOfTime(source, from)) return "time";
  return bringsNumber(one) ? "numbers" : null;
};

/** Whether all of what is shown together is in that language, as far as that can be told. */
export const isInLanguage = (text: string, language: string): boolean => {
  const guess = sureLanguage(text.replaceAll(PLACEHOLDER, " "));
  return guess === null || guess === language;
};

/** What is wrong with it by what became of it on the way back; null: it says the same, as far as words tell. */
export const faultOfWayBack = ({
  source,
  back,
  from,
}: {
  source: string;
  back: string;
  from: string;
}): TranslationFault | null => {
  if (back.trim() === "") return "missing";
  if (!isOfLength(source, back, from)) return "length";
  if (placeholdersIn(back).join() !== placeholdersIn(source).join()) return "placeholders";
  if (!hasPlainSigns(back, source)) return "signs";
  for (const name of BOUND) {
    if (countOf(name, back, from) > 0 && countOf(name, source, from) === 0) return "promise";
  }
  if (countOf("negation", back, from) !== countOf("negation", source, from)) return "negation";
  const duties = (text: string) => orderOfClasses(["duty", "permission"], text, from)?.join();
  if (duties(back) !== duties(source)) return "duty";
  if (from === "en" && comparisonsIn(back) !== comparisonsIn(source)) return "comparison";
  if (from === "en" && peopleIn(back).join() !== peopleIn(source).join()) return "people";
  if (exactIn(back, from) !== exactIn(source, from)) return "numbers";
  return faultOfWords(source, back, from);
};

const placeholdersIn = (text: string): string[] => text.match(PLACEHOLDER) ?? [];

/** Each of the source's once, and no other. */
const samePlaceholders = (source: string, text: string): boolean =>
  placeholdersIn(text).toSorted().join() === placeholdersIn(source).toSorted().join();

/** Marks of punctuation that lead nowhere and mark nothing up. */
const NO_PLAIN_MARK = /[@#*%&\\_[\]{}/]/;

const hasPlainSigns = (text: string, source: string): boolean => {
  const words = text.replaceAll(PLACEHOLDER, " ");
  if (!isVisible(words) || /\p{Default_Ignorable_Code_Point}|\n/u.test(words)) return false;
  const own = source.replaceAll(PLACEHOLDER, " ");
  for (const sign of words.replaceAll(/[\p{L}\p{M}\p{Zs}]/gu, "")) {
    const isPlain = /\p{P}/u.test(sign) && !NO_PLAIN_MARK.test(sign);
    if (!isPlain && !own.includes(sign)) return false;
  }
  // `evil.example` is a link wherever it is read.
  return !/\p{L}{2,}[.:]\p{L}{2,}/u.test(words);
};

/** Units: letters of a translation for one of its source. */
const LENGTHS = { least: 0.4, most: 2.2, slack: 12 };
/** Of scripts that write a syllable or a word with one sign. */
const DENSE = new Set(["Jpan", "Hans", "Hant", "Kore"]);

const isOfLength = (source: string, text: string, into: string): boolean => {
  const share = DENSE.has(scriptOf(into)) ? 0.3 : 1;
  const [from, to] = [source.length * share, text.length];
  return to <= from * LENGTHS.most + LENGTHS.slack && to + LENGTHS.slack >= from * LENGTHS.least;
};

const scriptOf = (language: string): string =>
  new Intl.Locale(language).maximize().script ?? "Latn";

/** Which letters a script is written in. */
const LETTERS: Readonly<Record<string, string>> = {
  Jpan: "Han}\\p{Script=Hiragana}\\p{Script=Katakana",
  Hans: "Han",
  Hant: "Han",
  Kore: "Hangul}\\p{Script=Han",
};
/** Of all letters: words such as Wi-Fi stay as they are. */
const LEAST_OF_SCRIPT = 0.7;

const isOfScript = (text: string, language: string): boolean => {
  const letters = text.replaceAll(PLACEHOLDER, " ").match(/\p{L}/gu) ?? [];
  const script = scriptOf(language);
  const own = new RegExp(`[\\p{Script=${LETTERS[script] ?? script}}\\p{Script=Common}]`, "u");
  const others = letters.filter((letter) => !own.test(letter));
  if (others.some((letter) => !/\p{Script=Latin}/u.test(letter))) return false;
  return others.length <= letters.length * (1 - LEAST_OF_SCRIPT);
};

const longWords = (text: string): string[] =>
  folded(text.replaceAll(PLACEHOLDER, " ")).match(/\p{L}{4,}/gu) ?? [];
/** Words that both languages write alike are fewer. */
const MOST_ALIKE = 0.5;
/** Of fewer words nothing is told by it. */
const FEWEST_TOLD = 3;

const isUntranslated = (source: string, text: string): boolean => {
  const own = new Set(longWords(source));
  const words = longWords(text);
  const alike = words.filter((word) => own.has(word));
  const isSame = folded(source).trim() === folded(text).trim();
  return isSame || (words.length >= FEWEST_TOLD && alike.length > words.length * MOST_ALIKE);
};

const countOf = (name: Parameters<typeof wordsOfClass>[0], text: string, language: string) =>
  wordsOfClass(name, text, language)?.length ?? 0;

const has = (name: Parameters<typeof wordsOfClass>[0], text: string, language: string) => {
  const words = wordsOfClass(name, text, language);
  return words && words.length > 0;
};

const bringsBound = ({ source, from, text, into }: Translated): boolean =>
  BOUND.some((name) => has(name, text, into) === true && has(name, source, from) === false);

/** Languages say “no” more than once where others do once: that there is one is compared, and the count on the way back. */
const turnsNegation = ({ source, from, text, into }: Translated): boolean => {
  const [own, made] = [has("negation", source, from), has("negation", text, into)];
  return own !== null && made !== null && own !== made;
};

const turnsDuty = ({ source, from, text, into }: Translated): boolean =>
  (["duty", "permission"] as const).some((name) => {
    const [own, made] = [has(name, source, from), has(name, text, into)];
    return own !== null && made !== null && own !== made;
  });

const bringsNumber = ({ source, from, text, into }: Translated): boolean => {
  const [own, made] = [numbersInWords(source, from), numbersInWords(text, into)];
  return own !== null && made !== null && made.some((value) => !own.includes(value));
};

/** They may stand before or after what they are said of. */
const ANYWHERE = new Set(["within", "between", "only", "if", "unless"]);

/** Comparisons in their order, and conditions. What a longer one says is not said again by a shorter one within it. */
const comparisonsIn = (text: string): string => {
  let rest = folded(text);
  const found: { name: string; index: number }[] = [];
  for (const [name, pattern] of COMPARISONS) {
    rest = rest.replaceAll(pattern, (words: string, index: number) => {
      found.push({ name, index });
      return " ".repeat(words.length);
    });
  }
  const names = found.toSorted((one, other) => one.index - other.index).map(({ name }) => name);
  const ordered = names.filter((name) => !ANYWHERE.has(name));
  return [...ordered, ...names.filter((name) => ANYWHERE.has(name)).toSorted()].join();
};

const PEOPLE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["i", "me", "my", "mine", "myself"].map((word) => [word, "I"])),
  ...Object.fromEntries(["we", "us", "our", "ours", "ourselves"].map((word) => [word, "we"])),
  ...Object.fromEntries(
    ["you", "your", "yours", "yourself", "yourselves"].map((word) => [word, "you"]),
  ),
};

/** Who speaks, and to whom, in their order. */
const peopleIn = (text: string): string[] =>
  (folded(text).match(/\p{L}+/gu) ?? []).flatMap((word) => PEOPLE[word] ?? []);

/** They carry no meaning of their own that is not compared by itself. */
const EMPTY = new Set(
  "a an the this that these those there here it its he she they them their his her him is are was were be been being am has have had do does did will would of in on at to for from by with per as and or so also than then too very which who whom whose what when where while how please i me my we us our you your yourself any some such".split(
    " ",
  ),
);

/** What English says with either word, in what candidates are told. */
const ALIKE: readonly (readonly string[])[] = [
  ["interview", "conversation", "talk", "discussion"],
  ["email", "mail", "e-mail"],
  ["job", "position", "role", "post"],
  ["arrange", "organise", "organize"],
  ["lift", "elevator"],
  ["metro", "subway", "underground"],
  ["phone", "telephone"],
  ["answer", "reply", "respond", "response"],
  ["guest", "visitor"],
  ["receive", "get", "obtain"],
  ["choose", "select"],
  ["take", "last"],
  ["start", "begin", "beginning"],
  ["each", "every"],
  ["yearly", "annual"],
  ["jumper", "sweater"],
  ["question", "query"],
  ["somebody", "someone"],
  ["everybody", "everyone"],
];
const ALIKE_TERMS = new Map(
  ALIKE.flatMap((words) => words.map((word) => [termOf(word), termOf(words[0] ?? word)] as const)),
);

const exactIn = (text: string, language: string): string => {
  const words = exactWords(text, language) ?? [];
  return words
    .map((word) => (language === "en" ? (ALIKE_TERMS.get(termOf(word)) ?? word) : word))
    .toSorted()
    .join();
};

const contentOf = (text: string, language: string): string[] => {
  const words = folded(text.replaceAll(PLACEHOLDER, " ")).match(/\p{L}+(?:'\p{L}+)*/gu) ?? [];
  if (language !== "en") return words.map(termOf);
  const told = words.map((word) => word.replace(/'s$|n't$/, "")).filter((word) => !EMPTY.has(word));
  return told
    .filter((word) => {
      const isMarker = (["negation", "duty", "permission"] as const).some((name) =>
        has(name, word, "en"),
      );
      return !isMarker && word !== "ca" && word !== "wo";
    })
    .map((word) => ALIKE_TERMS.get(termOf(word)) ?? termOf(word));
};

/** One word in so many may be another on the way back, and never more of them than two. */
const WORDS_FOR_ONE = 6;
const MOST_OTHERS = 2;
/** Of the words that both have, those in the same order. */
const LEAST_IN_ORDER = 0.7;

const faultOfWords = (source: string, back: string, language: string): TranslationFault | null => {
  const [own, made] = [contentOf(source, language), contentOf(back, language)];
  const isListed = wordsOfClass("negation", "", language) !== null;
  const most = isListed ? Math.min(MOST_OTHERS, Math.floor(own.length / WORDS_FOR_ONE)) : 0;
  const left = without(own, made);
  const added = without(made, own);
  // One may stand for another; none is put in, none left out.
  if (left.length > most || added.length !== left.length) return "words";
  if (left.some((one) => added.some((other) => areOpposite(one, other)))) return "words";
  const shared = commonInOrder(own, made);
  if (shared < Math.max(own.length, made.length) * LEAST_IN_ORDER - most) return "order";
  return deniedIn(source, language).join() === deniedIn(back, language).join() ? null : "order";
};

const without = (words: readonly string[], others: readonly string[]): string[] => {
  const rest = [...others];
  return words.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
};

/** `paid`, `unpaid`: one is the other with what denies it before it. */
const areOpposite = (one: string, other: string): boolean => {
  const [short = "", long = ""] = [one, other]
    .map((word) => word.replace(/e$/, ""))
    .toSorted((a, b) => a.length - b.length);
  return long !== short && long.endsWith(short) && long.length - short.length <= 3;
};

/** Length of the longest row of words that both have in the same order. */
const commonInOrder = (one: readonly string[], other: readonly string[]): number => {
  let row = other.map(() => 0);
  for (const word of one) {
    const next: number[] = [];
    other.forEach((each, at) => {
      const same = (at > 0 ? (row[at - 1] ?? 0) : 0) + 1;
      next.push(word === each ? same : Math.max(row[at] ?? 0, next[at - 1] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** What is denied: the word that comes after each negation, sorted. Of English alone; in others each word counts. */
const deniedIn = (text: string, language: string): string[] => {
  if (language !== "en") return [];
  const words = folded(text.replaceAll(PLACEHOLDER, " x ")).split(/[^\p{L}']+/u);
  return words
    .flatMap((word, at) =>
      has("negation", word, "en") ? [contentOf(words.slice(at + 1).join(" "), "en")[0] ?? ""] : [],
    )
    .toSorted();
};
