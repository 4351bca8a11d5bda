/** What the guides and the posting hold of a question. */
import { stemmer } from "stemmer";
import { isVeryQuestion, linesOf } from "../../src/guides/found-by.ts";
import type { Passage } from "../../src/guides/passage.ts";
import { passagesWith, searchGuides } from "../../src/guides/search.ts";
import { wordsOf } from "../../src/guides/words.ts";
import { type Cue, cueOf } from "./cue.ts";
import type { FoundKnown, Known } from "./knowledge.ts";
import type { Subject } from "./subject.ts";
import { subjectsOf } from "./subjects.ts";

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

/** So many passages of each kind are held to a subject's words. */
const MOST_HELD = 24;

/** What tells of a subject: the best passage, and beside it one that tells as much of it, or that of the other guide, of the posting or
 * for everybody. Shape: empty where nothing has any of its words. */
export const knownAbout = (
  { guide, posting }: ToSearch,
  subject: Subject,
  question: string,
): Known[] => {
  const cue = cueOf(subject);
  const asked = new Set(wordsOf(question).map(({ term }) => term));
  const weighed = (passages: readonly Passage[], knownOf: typeof guideKnown) =>
    passagesWith(passages, cue.words, MOST_HELD).flatMap((at) => {
      const one = passages[at];
      if (!one) return [];
      const told = weigh(askedBy(one, question), { subject, cue, asked });
      return told ? [{ known: knownOf(one, at), one, ...told }] : [];
    });
  const isOfJob = subject.isOfJob === true;
  const found = [
    ...weighed(guide, guideKnown),
    ...weighed(posting, postingKnown).map((each) => ({
      ...each,
      weight: isOfJob ? each.weight + OF_JOB : each.weight,
    })),
  ].toSorted((one, other) => other.weight - one.weight);
  const [best] = found;
  if (!best) return [];
  const beside = found.find(
    ({ known, one, weight, isMuch }) =>
      known.kind === "guide" &&
      best.known.kind === "guide" &&
      known.id !== best.known.id &&
      (weight >= best.weight - AS_NEAR || (one.scope.kind !== best.one.scope.kind && isMuch)),
  );
  return beside ? [best.known, beside.known] : [best.known];
};

/** What stands in the guide under a title, in any letters. */
export const knownTitled = (guide: readonly Passage[], title: string): Known[] => {
  const wanted = title.toLowerCase();
  return guide.flatMap((one, at) =>
    one.title.toLowerCase() === wanted ? [guideKnown(one, at)] : [],
  );
};

/** What a heading counts that names the subject, beside a word of it in the text. */
const HEADING = 3;
/** Words of the text that count. */
const MOST_WORDS = 2;
/** What the posting's text counts more, of what it tells first. */
const OF_JOB = 3;
/** What is told beside the best is no more below it. */
const AS_NEAR = 0.2;

/** What a passage counts less whose heading, beneath another, is of another subject. */
const OF_ANOTHER = 2;

interface Held {
  subject: Subject;
  cue: Cue;
  asked: ReadonlySet<string>;
}

/** How much a passage tells of a subject, named in its heading or told in several of its words, and of the question by its own words. Shape: null for nothing. */
const weigh = (
  { title, text, foundBy = "" }: Passage,
  { subject, cue: { told, headings }, asked }: Held,
): { weight: number; isMuch: boolean } | null => {
  const heading = title.slice(title.lastIndexOf("›") + 1);
  const isNamed =
    headings.some((whole) => whole.test(heading)) ||
    told.some((word) => word.test(heading) || word.test(foundBy));
  const held = told.filter((word) => word.test(text)).length;
  if (!isNamed && held === 0) return null;
  const own = new Set(wordsOf(`${heading} ${text} ${foundBy}`).map(({ term }) => term));
  const share = [...asked].filter((term) => own.has(term)).length / Math.max(1, asked.size);
  const of = isNamed || heading === title ? [] : subjectsOf(heading);
  const isOther = of.length > 0 && !of.includes(subject);
  return {
    weight:
      (isNamed ? HEADING : isOther ? -OF_ANOTHER : 0) + Math.min(held, MOST_WORDS) + 2 * share,
    isMuch: isNamed || held >= MOST_WORDS,
  };
};

/** The passage with those of its lines that are of this question, if any: they were written by one candidate, and what others ask is not
 * to be answered by them. Beside a heading of another subject none is, but for that very question. */
const askedBy = <Any extends Passage>(passage: Any, question: string): Any => {
  const { foundBy = "", title } = passage;
  if (foundBy === "" || isVeryQuestion(foundBy, question)) return passage;
  const heading = subjectsOf(title.slice(title.lastIndexOf("›") + 1));
  const asked = subjectsOf(question);
  const isOther =
    heading.length > 0 && asked.length > 0 && !heading.some((each) => asked.includes(each));
  return { ...passage, foundBy: isOther ? "" : linesOf(foundBy, question) };
};

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
  const words = wordsIn(question, question);
  const own = words.filter(isTelling);
  const asked = own.length > 0 ? own : words;
  if (asked.length === 0) return [];
  return searchGuides(passages, question, MOST_FOUND).flatMap((passage) => {
    const { title, text, foundBy = "", matched } = askedBy(passage, question);
    const at = passages.findIndex((each) => each.title === title && each.text === text);
    const one = passages[at];
    const isWhole = foundBy === (passage.foundBy ?? "");
    const held = isWhole ? matched : wordsIn(`${title} ${text} ${foundBy}`, question);
    const found = matched.filter((word) => asked.includes(word) && held.includes(word));
    const rank = rankOf({ asked, found }, { title, text, foundBy });
    const isAsked = isVeryQuestion(foundBy, question);
    return one
      ? [
          {
            ...knownOf(one, at),
            ...rank,
            isAsked,
            share: found.length / asked.length,
            asked: own.length,
          },
        ]
      : [];
  });
};

/** Words that stand in every other question, and tell no passage from another. */
const COMMON = new Set(
  "interview interviews interviewer interviewers range many much start look take size role job jobs roles position positions company day days time times kind sort happen happens possible allow allowed work works please question questions office building wondering something anything help quick pls gonna really maybe part open call working".split(
    " ",
  ),
);

const isTelling = (word: string): boolean => !COMMON.has(word) && !/^\p{N}+$/u.test(word);

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
  { title, text, foundBy }: Required<Pick<Passage, "title" | "text" | "foundBy">>,
): Pick<FoundKnown, "rank" | "verbatim" | "isNamed"> => {
  const isIn = (where: string) => {
    const words = where.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const stems = new Set(words.map(stemmer));
    return (word: string) => stems.has(stemmer(word));
  };
  const inTitle = asked.filter(isIn(`${title} ${foundBy}`)).length;
  const verbatim = found.filter(isIn(`${title} ${foundBy} ${text}`)).length;
  return {
    rank: (2 * found.length + 2 * verbatim + inTitle) / asked.length,
    verbatim,
    isNamed: inTitle > 0,
  };
};

/** Those that hold the most of the question; of the same the guides', in the order in which they were found. */
const bestOf = (found: readonly FoundKnown[]): FoundKnown[] =>
  found.toSorted((one, other) => other.rank - one.rank).slice(0, MOST_FOUND);
