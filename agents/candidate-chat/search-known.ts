/** What the guides and the posting hold of a question. */
import { stemmer } from "stemmer";
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
    ...searchIn({ passages: guide, knownOf: guideKnown }, question),
    ...searchIn({ passages: posting, knownOf: postingKnown }, question),
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
  knownOf(passage: Passage, index: number): Known;
}

const searchIn = ({ passages, knownOf }: Searched, question: string): FoundKnown[] => {
  const asked = telling(wordsIn(question, question));
  if (asked.length === 0) return [];
  return searchGuides(passages, question, MOST_FOUND).flatMap(
    ({ title, text, foundBy = "", matched }) => {
      const at = passages.findIndex((each) => each.title === title && each.text === text);
      const one = passages[at];
      const found = matched.filter((word) => asked.includes(word));
      const rank = rankOf({ asked, found }, `${title} ${foundBy}`, text);
      return one
        ? [
            {
              ...knownOf(one, at),
              ...rank,
              share: found.length / asked.length,
              asked: asked.length,
            },
          ]
        : [];
    },
  );
};

/** Words that stand in every other question, and tell no passage from another. */
const COMMON = new Set(
  "interview interviews range many much start look take size role job position company day days time times kind sort happen happens possible allow allowed work works please question questions office building".split(
    " ",
  ),
);

/** Those that tell what is asked about; all of them where none does. */
const telling = (words: readonly string[]): readonly string[] => {
  const own = words.filter((word) => !COMMON.has(word));
  return own.length > 0 ? own : words;
};

/** Words of a question by which a text is found. */
const wordsIn = (text: string, question: string): readonly string[] => {
  const passage: Passage = {
    guideId: "",
    version: 0,
    scope: { kind: "company" },
    title: "",
    text,
  };
  return searchGuides([passage], question, 1)[0]?.matched ?? [];
};

/** How much of the question a passage holds, its own words before words of the same idea, and its title before its text. */
const rankOf = (
  { asked, found }: { asked: readonly string[]; found: readonly string[] },
  title: string,
  text: string,
): Pick<FoundKnown, "rank" | "isVerbatim"> => {
  const isIn = (where: string) => {
    const words = where.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const stems = new Set(words.map(stemmer));
    return (word: string) => stems.has(stemmer(word));
  };
  const inTitle = asked.filter(isIn(title)).length;
  const verbatim = found.filter(isIn(`${title} ${text}`)).length;
  return {
    rank: (2 * found.length + 2 * verbatim + inTitle) / asked.length,
    isVerbatim: verbatim > 0,
  };
};

/** Those that hold the most of the question; of the same the guides', in the order in which they were found. */
const bestOf = (found: readonly FoundKnown[]): FoundKnown[] =>
  found.toSorted((one, other) => other.rank - one.rank).slice(0, MOST_FOUND);
