/** Words of a text as they are looked for: in small letters, without accents, by their stem, without those that say nothing.
 * Stems are English ones; words of other languages lose the same ending wherever they stand. Source: Porter's, by `stemmer`. */
import { stemmer } from "stemmer";

export interface Word {
  /** As it stands there, in small letters. */
  written: string;
  term: string;
}

/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** Words of the text in their order. */
export const wordsOf = (text: string): Word[] => {
  const all =
    text
      .toLowerCase()
      .normalize("NFKC")
      .replaceAll("’", "'")
      .match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu) ?? [];
  const isForeign = isOfOtherLanguage(all);
  const says = (written: string): boolean =>
    !(ENGLISH.has(written) || OTHERS.has(written) || (isForeign && EITHER.has(written)));
  return all
    .filter(says)
    .flatMap(apart)
    .filter((written) => written.length <= LONGEST)
    .filter((written) => says(written) && isLongEnough(written))
    .map((written) => ({ written, term: termOf(written) }));
};

/** By the empty words that are of one language alone; in doubt it is English. */
const isOfOtherLanguage = (all: readonly string[]): boolean => {
  const english = all.filter((written) => ENGLISH.has(written) && !OTHERS.has(written)).length;
  const others = all.filter((written) => OTHERS.has(written) && !ENGLISH.has(written)).length;
  return others > english;
};

/** `l'entretien`, `company's`: the word of them that says something. */
const apart = (written: string): string[] => {
  if (UNSPACED.test(written)) {
    const parts = [...segmenter.segment(written)];
    return parts.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  }
  return written.split("'").filter((part) => part.length > 2 || !written.includes("'"));
};

/** No language writes a longer one that anybody asks for: it is dropped. Counted once its letters are apart: `ﬃ` is three. */
const LONGEST = 64;

const isLongEnough = (written: string): boolean =>
  written.length > 1 || /\p{N}/u.test(written) || UNSPACED.test(written);

/** What stands for every form of a word. */
export const termOf = (written: string): string => {
  const plain = written.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("ß", "ss");
  return /^[a-z]{3,}$/.test(plain) ? stemmer(plain) : plain;
};

const wordsIn = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** They say nothing of what is asked about. */
const ENGLISH = wordsIn(
  "a about after again all also am an and any are as at be because been before being both but by can cannot could did do does doing don't down during each else ever few for from further get gets getting give go going got had has have having he hello her here hers hi him his how i i'd i'll i'm i've if in into is it it's its just know let like me more most much my need no nor not now of off ok okay on once only or other our out over own please s same she should so some such t tell than thank thanks that that's the their them then there these they thing this those through to too under until up us use using very want was we we're were what what's when where which while who whom why will with within won't would yes you you're your yours there's come per",
);
/** The same in other languages that guides are written in: German, French, Spanish, Portuguese, Italian. */
const OTHERS = wordsIn(
  "aber als am an auch auf aus bei bitte da das dass dem der des doch du ein eine einem einen einer er es für gibt habe haben ich ihr im in ist ja kann kein mein mich mir mit muss nach nicht noch nur oder sich sie sind so soll über um und uns vom von vor was wann wer wie wir wird wo zu zum zur " +
    "au aux avec ce ces cette dans de des du elle en est et il je la le les leur mais mes mon ne nous on ou où pas puis qu que quel quelle qui quoi sa se ses sont sur un une vous y " +
    "al como cómo cuál cuándo de del donde dónde el en es esta este hay la las lo los mi mis muy no para pero por puedo que qué se si su sus te un una y yo " +
    "ao aos com da das do dos e em é eu mais mas meu minha na nas no nos o onde os ou para pela pelo por posso qual quando que se sem seu sua um uma " +
    "che chi ci cosa del della di dove e gli ho i il io ma mi mio nel non più posso quale quando se si sono un una",
);
/** Empty there, and words of English that say something: “son”, “hat”. */
const EITHER = wordsIn("die dies bin man hat den son pour par con sin");
