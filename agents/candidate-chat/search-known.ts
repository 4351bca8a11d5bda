/** What the guides and the posting hold of a question. */
import type { Passage } from "../../src/guides/passage.ts";
import { searchGuides } from "../../src/guides/search.ts";
import type { FoundKnown, Known } from "./knowledge.ts";

/** Passages to search in. The guides' list is searched as it is: its index is kept with it. */
export interface ToSearch {
  guide: readonly Passage[];
  posting: readonly Passage[];
}

/** The best passages, those first that hold the most of the question; of the same share the guide's. */
export const searchKnown = ({ guide, posting }: ToSearch, question: string): FoundKnown[] =>
  bestOf([
    ...searchIn({ passages: guide, known: guide.map(guideKnown) }, question),
    ...searchIn({ passages: posting, known: posting.map(postingKnown) }, question),
  ]);

const guideKnown = ({ guideId, title, text }: Passage, index: number): Known => ({
  id: `guide.${guideId}.${index}`,
  kind: "guide",
  title,
  excerpt: text,
});

/** A part of a posting's text. */
export const postingKnown = ({ title, text }: Passage, index: number): Known => ({
  id: `posting.${index}`,
  kind: "posting",
  title,
  excerpt: text,
});

const MOST_FOUND = 5;

interface Searched {
  passages: readonly Passage[];
  /** Of each of them, in their order. */
  known: readonly Known[];
}

const searchIn = ({ passages, known }: Searched, question: string): FoundKnown[] => {
  const asked = wordsAsked(question);
  if (asked === 0) return [];
  return searchGuides(passages, question, MOST_FOUND).flatMap(({ matched, ...found }) => {
    const at = passages.findIndex(
      ({ title, text }) => title === found.title && text === found.text,
    );
    const one = known[at];
    return one ? [{ ...one, share: Math.min(1, matched.length / asked) }] : [];
  });
};

/** Those that hold the most of the question; of the same share the guide's, in the order in which they were found. */
const bestOf = (found: readonly FoundKnown[]): FoundKnown[] =>
  found.toSorted((one, other) => other.share - one.share).slice(0, MOST_FOUND);

/** How many words of a question can be looked for: as many as it is found by in itself. */
const wordsAsked = (question: string): number => {
  const itself: Passage = {
    guideId: "",
    version: 0,
    scope: { kind: "company" },
    title: "",
    text: question,
  };
  return searchGuides([itself], question, 1)[0]?.matched.length ?? 0;
};
