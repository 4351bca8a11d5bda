/** Which language a question of a few words is in: by its script, and where several languages share one by their most ordinary words and
 * letters. Better not told than told wrong, and English is never taken for another. */
import { sureLanguage } from "../../src/documents/guess-language.ts";
import { foldedText } from "./ordinary.ts";
import { LETTERS_OF, WORDS_OF } from "./question-words.ts";

/** BCP 47; null: there is too little to tell. `before`: what the same person wrote earlier, oldest first; the newest of it that is sure
 * decides where the question does not. */
export const questionLanguage = (
  question: string,
  before: readonly string[] = [],
): string | null => {
  for (const text of [question, ...before.toReversed()]) {
    const told = languageOf(text);
    if (told !== null) return told;
  }
  return null;
};

/** More makes no better guess. Units: characters. */
const MOST = 2_000;
/** What is an address or has a number in it is in no language. */
const NO_WORD = /\S*[@/\d]\S*/g;

const languageOf = (text: string): string | null => {
  const plain = text.slice(0, MOST).normalize("NFC").replaceAll(NO_WORD, " ");
  const script = scriptOf(plain);
  return script === "latin" || script === "cyrillic" ? byWords(plain, script) : script;
};

type Lettered = "latin" | "cyrillic";

/** Scripts that tell a language by themselves. */
const SCRIPTS: readonly [RegExp, string][] = [
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Devanagari}/gu, "hi"],
  [/\p{Script=Bengali}/gu, "bn"],
  [/\p{Script=Tamil}/gu, "ta"],
  [/\p{Script=Georgian}/gu, "ka"],
  [/\p{Script=Armenian}/gu, "hy"],
  [/\p{Script=Latin}/gu, "latin"],
  [/\p{Script=Cyrillic}/gu, "cyrillic"],
  [/\p{Script=Arabic}/gu, "arabic"],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, "han"],
];

/** The language, or the script where that is shared; null: there are no letters, or several scripts as much. */
const scriptOf = (text: string): string | null => {
  const counts = SCRIPTS.map(([letters, name]) => ({
    name,
    // A sign of these says as much as some letters of others.
    count: (text.match(letters)?.length ?? 0) * (name === "han" ? 3 : 1),
  })).toSorted((one, other) => other.count - one.count);
  const [most, second] = counts;
  if (!most || most.count === 0 || most.count === second?.count) return null;
  if (most.name === "han") return ofHan(text);
  if (most.name === "arabic") return ofArabic(text);
  // Marathi and Nepali are written with the same letters.
  if (most.name === "hi" && /(?:आहे|छ)(?!\p{L})/u.test(text)) return null;
  return most.name;
};

/** Japanese is not written without its own letters; what has none and no ordinary word of Chinese may be either. */
const ofHan = (text: string): string | null => {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return "ja";
  return /[的吗嗎呢吧我你您们們这這那哪是么麼什谁誰几幾怎请請问問没沒还還会會]/u.test(text)
    ? "zh"
    : null;
};

const ofArabic = (text: string): string | null => {
  if (/[ٹڈڑںے]/u.test(text)) return "ur";
  return /[پچژگکی]/u.test(text) ? "fa" : "ar";
};

const TOKENS = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

interface Score {
  language: string;
  score: number;
}

/** So much of its words and letters tells a language, and so much more than of any other. */
const ENOUGH = 2;
/** Of so few words one is enough that stands in no list of English. */
const FEW_WORDS = 4;
const ENOUGH_OF_FEW = 1;
const AHEAD = 0.5;
const AHEAD_OF_ENGLISH = 1;

const byWords = (text: string, script: Lettered): string | null => {
  const tokens = tokensOf(text.replaceAll(WITHIN_NAMES, ""));
  if (/[¿¡]/.test(text)) tokens.push({ written: "", plain: "", isName: false, marked: ["ñ"] });
  const scores = LISTS.filter((list) => list.script === script)
    .map((list): Score => ({ language: list.language, score: scoreOf(tokens, list) }))
    .toSorted((one, other) => other.score - one.score);
  const [best, second] = scores;
  const english = scores.find(({ language }) => language === "en")?.score ?? 0;
  if (!best) return null;
  const least = tokens.length <= FEW_WORDS && english === 0 ? ENOUGH_OF_FEW : ENOUGH;
  const isAhead = best.score - (second?.score ?? 0) >= AHEAD;
  if (best.language === "en") return isAhead && best.score >= ENOUGH ? "en" : null;
  if (best.score >= least && isAhead && best.score - english >= AHEAD_OF_ENGLISH) {
    return best.language;
  }
  // Of a long one the guess that is made for documents knows more languages.
  const guess = sureLanguage(text);
  return english > 0 && english >= best.score - AHEAD ? null : guess;
};

interface Token {
  /** In small letters, and without its marks. */
  written: string;
  plain: string;
  /** It has a capital within a sentence. */
  isName: boolean;
  /** Its letters beside a to z; none of what may be a name. */
  marked: readonly string[];
}

/** Small words within a name. */
const WITHIN_NAMES =
  /(?<=\p{Lu}[\p{L}\p{M}]+\s)(?:(?:d[aeiou]s?|del|der|den|la|le|ter|van|von|y|e)\s)+(?=\p{Lu})/gu;
/** Of languages that write other words than names with a capital. */
const WITH_CAPITALS: ReadonlySet<string> = new Set(["de", "en"]);

const tokensOf = (text: string): Token[] => {
  const seen = new Map<string, Token>();
  const isLoud = !/\p{Ll}/u.test(text);
  for (const { 0: found, index } of text.matchAll(TOKENS)) {
    const written = found.toLowerCase().replaceAll("’", "'");
    const isName =
      !isLoud && /^\p{Lu}/u.test(found) && /[\p{L}\p{M}\p{N},]\s*$/u.test(text.slice(0, index));
    const marked = isName ? [] : (written.match(/[^a-zа-я']/g) ?? []);
    const parts = ENGLISH_SHORT.test(written) ? [written] : written.split("'");
    for (const part of parts)
      seen.set(part, { written: part, plain: foldedText(part), isName, marked });
  }
  return [...seen.values()];
};

/** “don't” is one word, “l'entretien” two. */
const ENGLISH_SHORT = /(?:n't|'(?:s|m|re|ve|ll))$/;

const scoreOf = (tokens: readonly Token[], list: List): number => {
  let score = 0;
  for (const { written, plain, isName, marked } of tokens) {
    if (isName && !WITH_CAPITALS.has(list.language)) continue;
    const isWord =
      list.words.has(plain) ||
      (plain.length > 3 && list.starts.some((start) => plain.startsWith(start)));
    // “čo” is less of “co” than “co” is.
    const isOther = plain !== written && !list.asWritten.has(written);
    if (isWord) score += plain.length === 1 || isOther ? HALF : 1;
    if (list.letters === "" || marked.length === 0) continue;
    score += marked.every((letter) => list.letters.includes(letter)) ? HALF : -1;
  }
  return score;
};

/** What a word of one letter counts, one that has other marks in the list, and letters with marks. */
const HALF = 0.5;

interface List {
  language: string;
  script: Lettered;
  /** Without their marks. */
  words: ReadonlySet<string>;
  asWritten: ReadonlySet<string>;
  starts: readonly string[];
  letters: string;
}

const LISTS: readonly List[] = Object.entries(WORDS_OF).map(([language, words]) => {
  const written = words.trim().split(/\s+/);
  const entries = written.map(foldedText);
  const starts = entries.flatMap((entry) => (entry.endsWith("*") ? [entry.slice(0, -1)] : []));
  return {
    language,
    script: /\p{Script=Cyrillic}/u.test(words) ? "cyrillic" : "latin",
    words: new Set([...entries.filter((entry) => !entry.endsWith("*")), ...starts]),
    asWritten: new Set(written.map((entry) => entry.replace("*", ""))),
    starts,
    letters: LETTERS_OF[language] ?? "",
  };
});
