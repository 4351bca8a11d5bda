/** Which language a text is in. */
import { eld } from "eld/small";

/** Below this many letters any guess is a name's. */
const FEWEST = 60;
/** More makes no better guess. */
const MOST = 6_000;

/** BCP 47; null when there is too little to tell. */
export const guessLanguage = (text: string): string | null => {
  const words = text.slice(0, MOST).replaceAll(/\S*[@/\d]\S*/g, " ");
  if ((words.match(/\p{L}/gu)?.length ?? 0) < FEWEST) return null;
  const guess = eld.detect(words);
  return guess.language === "" ? null : guess.language;
};

/** The same where it is sure; null else. */
export const sureLanguage = (text: string): string | null =>
  eld.detect(text.slice(0, MOST)).isReliable() ? guessLanguage(text) : null;

const NAMES = new Intl.DisplayNames("en", { type: "language" });

/** What a language is called in English. */
export const languageName = (language: string): string => NAMES.of(language) ?? language;

/** The name of the language of a text that is surely not English; null of one that is, or of which there is too little. */
export const otherThanEnglish = (text: string): string | null => {
  const language = sureLanguage(text);
  return language === null || language === "en" ? null : languageName(language);
};
