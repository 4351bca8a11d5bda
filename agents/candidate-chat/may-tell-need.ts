/** Whether a candidate's words may tell a need, though no list has them: then no model reads them, and of people few. Words of health are without
 * end and ordinary ones are few, so it is asked the other way round: what is said of oneself, or in a language whose needs are hardly known, has
 * to consist of ordinary words alone. */
import { isAboutNeeds } from "./needs.ts";
import { isPlainEnglish, shareOfEnglish } from "./plain-english.ts";
import { isOrdinaryInAny, isPlainForeign } from "./plain-foreign.ts";
import { plainLine } from "./plain-line.ts";
import { questionLanguage } from "./question-language.ts";
import { CHAT_LIMITS } from "../../src/domain/chat.ts";

/** Also where it does. */
export const mayTellNeed = (text: string): boolean => {
  if (isAboutNeeds(text)) return true;
  const sentences = sentencesOf(text);
  return sentences.some((sentence) => isSpelledOut(sentence) || !isPlain(sentence, text));
};

const SENTENCE_ENDS =
  /(?<=[.!?;])(?<!\b(?:mr|ms|mrs|dr|st|nr|bzw|ca|\p{L})\.)\s+|(?<=[。！？؟।])|[\r\n]+/iu;

const sentencesOf = (text: string): string[] =>
  text
    .slice(0, CHAT_LIMITS.message)
    .split(SENTENCE_ENDS)
    .map((sentence) => plainLine(sentence).replaceAll(NO_WORDS, " ").trim())
    .filter((sentence) => /\p{L}/u.test(sentence));

/** Addresses, and short forms that are written with points. */
const NO_WORDS = /\bhttps?:\S+|\S+@\S+|\b(?:e\.g|i\.e|a\.m|p\.m|u\.s|u\.k|z\. ?b|d\. ?h)\b\.?/gi;

/** Letters one by one: no list can read these. */
const isSpelledOut = (sentence: string): boolean =>
  /(?<![\p{L}\p{N}])\p{L}(?:[^\p{L}\p{N}]{1,3}\p{L}(?![\p{L}\p{M}\p{N}])){3,}/u.test(
    sentence.replaceAll(WITHOUT_SPACES, ""),
  );
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Below this share of English words it is no English. */
const ENOUGH_ENGLISH = 0.5;

const isPlain = (sentence: string, whole: string): boolean => {
  const told = questionLanguage(sentence);
  if (told !== null && told !== "en")
    return isOrdinaryInAny(sentence) || isPlainForeign(sentence, told);
  if (shareOfEnglish(sentence) >= ENOUGH_ENGLISH) return isPlainEnglish(sentence);
  if (isOrdinaryInAny(sentence)) return true;
  const around = questionLanguage(whole);
  return around !== null && around !== "en" && isPlainForeign(sentence, around);
};
