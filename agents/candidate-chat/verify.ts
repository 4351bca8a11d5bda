/** What a model's answer comes to, by construction: facts of the case and what holds for everybody in code's own words, and of guides and
 * posting the sentences that it quotes, as they stand there. No character of a model's own is shown. */
import {
  languageName,
  otherThanEnglish,
  sureLanguage,
} from "../../src/documents/guess-language.ts";
import { type Known, wordsOf } from "./knowledge.ts";
import { leadIn } from "./leads.ts";
import { sentencesOf } from "./sentences.ts";
import type { ShownPassage } from "./translate.ts";

/** One sentence, with the names of what it rests on. */
export interface Cited {
  text: string;
  sources: readonly string[];
}

/** What sentences are held against. */
export interface ChatGround {
  /** What the model has read in this turn, by name. */
  read: ReadonlyMap<string, Known>;
  /** Of the question, BCP 47; null: not told. */
  language: string | null;
}

const MOST_SENTENCES = 10;
const LONGEST_SENTENCE = 500;

/** What is wrong with it, in words for a model that may try once more; empty: it may be shown. */
export const faultsOf = (sentences: readonly Cited[], ground: ChatGround): string[] => {
  if (sentences.length === 0) return ["There is no sentence."];
  if (sentences.length > MOST_SENTENCES) return [`At most ${MOST_SENTENCES} sentences.`];
  return sentences.flatMap((sentence, index) => {
    const fault = faultOf(sentence, ground);
    return fault === null ? [] : [`Sentence ${index + 1}: ${fault}`];
  });
};

const faultOf = ({ text, sources }: Cited, ground: ChatGround): string | null => {
  const known = sources.flatMap((id) => ground.read.get(id) ?? []);
  if (known.length === 0 || known.length < sources.length) {
    return "it cites nothing, or what was not read.";
  }
  if (inOwnWords(sources, ground).length > 0) return null;
  if (text.trim() === "" || text.length > LONGEST_SENTENCE) return "it is empty or too long.";
  return quotedBy(text, known) === null
    ? "it is not word for word one whole sentence of what it cites. Quote that sentence as it stands."
    : null;
};

const isForeign = (language: string | null): language is string =>
  language !== null && language !== "en";

/** Of what a sentence names, what is shown as it stands in place of any word of a model's: facts and policies, and all of it where the
 * question is in another language: what is quoted there is whole. */
export const inOwnWords = (sources: readonly string[], { read, language }: ChatGround): Known[] => {
  const known = sources.flatMap((id) => read.get(id) ?? []);
  const facts = known.filter(({ kind }) => kind === "case" || kind === "policy");
  return facts.length === 0 && isForeign(language) ? known : facts;
};

/** The answer as it is shown, with the passages that it consists of. Expects one without faults. */
export const shownOf = (
  sentences: readonly Cited[],
  ground: ChatGround,
): { text: string; known: Known[]; passages: ShownPassage[] } => {
  const seen = new Set<string>();
  const parts = sentences.map(({ text, sources }) => {
    const own = inOwnWords(sources, ground);
    const known = own.length > 0 ? own : sources.flatMap((id) => ground.read.get(id) ?? []);
    const fresh = own.filter(({ id }) => !seen.has(id));
    for (const { id } of own) seen.add(id);
    const passages =
      own.length > 0
        ? fresh.map((each) => ({ text: wordsOf(each), language: languageOf(each) }))
        : quotationOf(text, known);
    return { known, passages };
  });
  const { language } = ground;
  const lead = isForeign(language) ? [leadIn(languageName(language))] : [];
  const passages = parts.flatMap((part) => part.passages);
  const texts = [...lead, ...passages.map((passage) => passage.text)];
  const isLong = lead.length > 0 || texts.some((text) => text.includes("\n"));
  const known = new Map(
    parts.flatMap((part) => part.known.map((each) => [each.id, each] as const)),
  );
  return { text: texts.join(isLong ? "\n\n" : " "), known: [...known.values()], passages };
};

/** Of what a passage is in: code words the case and policies in English. */
const languageOf = ({ title, excerpt }: Known): string =>
  sureLanguage(`${title}. ${excerpt}`) ?? "en";

const quotationOf = (text: string, known: readonly Known[]): ShownPassage[] => {
  const quoted = quotedBy(text, known);
  return quoted === null ? [] : [{ text: quoted.sentence, language: languageOf(quoted.known) }];
};

/** Words of English that may be put in or left out: they join others, and change nothing of what these say. */
const JOINING = new Set(
  "a an the is are it there this that and also please of in on at for".split(" "),
);

/** Words, numbers as they are written, and every sign of money or sums. */
const TOKENS = /\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*|[\p{S}%#\\/]/gu;

const wordsIn = (text: string): string[] =>
  text.normalize("NFC").toLowerCase().replaceAll("’", "'").match(TOKENS) ?? [];

/** The one whole sentence of what is cited that it quotes: each of its words in the same order, none put in, none left out, but those
 * that join. */
const quotedBy = (
  text: string,
  known: readonly Known[],
): { sentence: string; known: Known } | null => {
  const found = known.flatMap((one) => {
    const { excerpt } = one;
    const isEnglish = otherThanEnglish(excerpt) === null;
    const kept = (sentence: string): string =>
      wordsIn(sentence)
        .filter((word) => !isEnglish || !JOINING.has(word))
        .join(" ");
    const own = kept(text);
    const all = own === "" ? [] : sentencesOf(excerpt);
    return all
      .filter((sentence) => kept(sentence) === own)
      .map((sentence) => ({ sentence, known: one }));
  });
  return found[0] ?? null;
};
