/** Which documents stand behind what one reader sees, numbered in the order in which they are first named. */
import type { BriefDocument, BriefSentence } from "../domain/brief.ts";
import { leverUrl, line } from "./words.ts";

/** A document at the end of a brief. */
export interface CitedDocument {
  number: number;
  title: string;
  url: string | null;
}

/** A sentence with what it rests on. */
export interface MarkedSentence {
  text: string;
  /** Each document once, in the order of the sentence's sources. */
  numbers: number[];
  /** The very words, where a source has them. */
  quotes: { number: number; title: string; words: string }[];
}

export interface Citations {
  mark(sentence: BriefSentence): MarkedSentence;
  documents: CitedDocument[];
  /** Titles of what was read and is not cited. Never of feedback: that it is there may not be known to everybody. */
  alsoRead: string[];
}

interface Cited {
  /** Those that the reader may know of. */
  documents: readonly BriefDocument[];
  /** Every sentence that the reader sees, in order. */
  shown: readonly BriefSentence[];
  /** A link to Lever, whose others are links too. */
  ofLever: string;
}

/** The numbers, and what stands behind them. */
export const citationsOf = ({ documents, shown, ofLever }: Cited): Citations => {
  const known = new Map(documents.toReversed().map((document) => [document.id, document]));
  const ids = shown.flatMap(({ sources }) => sources.map(({ document }) => document));
  const numbers = new Map([...new Set(ids)].map((id, index) => [id, index + 1]));
  const titleOf = (id: string): string => titled(known.get(id));
  return {
    mark: ({ text, sources }) => ({
      text: line(text),
      numbers: [...new Set(sources.map(({ document }) => numbers.get(document) ?? 0))],
      quotes: sources.flatMap(({ document, quote }) => {
        const words = line(quote);
        const number = numbers.get(document) ?? 0;
        return words === "" ? [] : [{ number, title: titleOf(document), words }];
      }),
    }),
    documents: [...numbers].map(([id, number]) => ({
      number,
      title: titleOf(id),
      url: leverUrl(known.get(id)?.url ?? null, ofLever),
    })),
    alsoRead: [...known.values()]
      .filter(({ id }) => !numbers.has(id) && !id.startsWith("feedback/"))
      .toReversed()
      .map(titled),
  };
};

const titled = (document: BriefDocument | undefined): string =>
  line(document?.title ?? "") || "A document without a title";
