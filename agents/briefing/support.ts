/** Whether a sentence stands on its sources: every word and number of it is in what it quotes, was counted from there, or is one of
 * our own few words. */
import type { BriefSentence, BriefSource, ProbePoint } from "../../src/domain/brief.ts";
import { type CountedFact, countedFacts } from "./facts-in-words.ts";
import { type Library, libraryOf } from "./library.ts";
import type { BriefMaterial } from "./material.ts";
import { touches } from "./sentences.ts";
import { VOCABULARY } from "./vocabulary.ts";

/** What sentences are held against. */
export interface Ground {
  library: Library;
  facts: readonly CountedFact[];
}

/** All of the material as ground. */
export const groundOf = (material: BriefMaterial): Ground => ({
  library: libraryOf(material),
  facts: countedFacts(material),
});

/** A sentence, with or without how to ask about it. */
export type Supportable = Pick<BriefSentence, "text" | "sources" | "computed"> &
  Partial<Pick<ProbePoint, "ask">>;

/** Whether its sources hold every part of it. */
export const isSupported = (sentence: Supportable, material: BriefMaterial): boolean =>
  isSupportedBy(sentence, groundOf(material));

/** The same of many sentences. */
export const isSupportedBy = (sentence: Supportable, ground: Ground): boolean =>
  sentence.sources.length > 0 &&
  sentence.sources.every((source) => isThere(source, ground)) &&
  sentence.computed.every((piece) => isCounted(piece, sentence, ground)) &&
  [sentence.text, ...(sentence.ask === undefined ? [] : [sentence.ask])].every((text) =>
    isCovered(text, sentence, ground),
  );

const isThere = ({ document, span, quote }: BriefSource, { library }: Ground): boolean => {
  const text = library.get(document)?.text;
  if (text === undefined) return false;
  if (span === null) return quote === "";
  return (
    quote.trim() !== "" && span.end <= text.length && text.slice(span.start, span.end) === quote
  );
};

/** It was counted from one of the places that the sentence names. */
const isCounted = (piece: string, { text, sources }: Supportable, { facts }: Ground): boolean =>
  text.includes(piece) &&
  facts.some(
    (fact) =>
      fact.words === piece &&
      sources.some(
        ({ document, span }) => document === fact.document && span !== null && touches(span, fact),
      ),
  );

const plain = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[“”„"‘’]/g, "'")
    .replaceAll(/\s+/g, " ")
    .trim();

const QUOTED = /“([^”]*)”/g;

/** The pieces between our quotation marks. */
export const quotedPieces = (text: string): string[] =>
  [...text.matchAll(QUOTED)].map((match) => match[1] ?? "");

/** The words and numbers of a text in lower case. */
export const tokensOf = (text: string): string[] =>
  text
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}+#]+/gu) ?? [];

const isCovered = (text: string, { sources, computed }: Supportable, ground: Ground): boolean => {
  const quotes = sources.map(({ quote }) => plain(quote));
  const isVerbatim = quotedPieces(text).every((piece) => {
    const words = plain(piece.replace(/…$/, ""));
    return words !== "" && quotes.some((quote) => quote.includes(words));
  });
  if (!isVerbatim || /[“”]/.test(text.replaceAll(QUOTED, ""))) return false;
  const titles = sources.map(({ document }) => ground.library.get(document)?.title ?? "");
  const held = new Set([...quotes, ...titles].flatMap(tokensOf));
  // Longest first: "March 2019" is not "2019" with a word before it.
  const counted = computed.toSorted((one, other) => other.length - one.length);
  const rest = counted.reduce((left, piece) => left.replaceAll(piece, " "), text);
  return tokensOf(rest).every((token) => held.has(token) || VOCABULARY.has(token));
};
