/** Where a document shows what a posting asks for. Evidence, and no measure of anybody: what is not found may only not be
 * written. Skills count under every name that they have; other words by BM25+. Source: MiniSearch. */
import MiniSearch from "minisearch";
import { findSkills } from "./find-skills.ts";
import { plainLetters } from "./month-names.ts";
import type { Requirement } from "./read-requirements.ts";
import type { ReadDocument, Span } from "./shape.ts";
import { linesIn } from "./spans.ts";

export interface Matched {
  requirement: Requirement;
  /** Skills that it names, each with where the document names the same; none: an empty list. */
  skills: { skill: string; spans: Span[] }[];
  /** Lines with its other words, best first. Empty where its skills say it all. */
  lines: Span[];
}

const MOST_LINES = 3;
const MOST_SPANS = 5;
/** Words that a requirement and a line share before one is evidence of the other. */
const FEWEST_WORDS = 2;

const EMPTY_WORDS = new Set(
  "a an and any are as at be been by can etc for from good great have in into is it its of on or other our proven solid strong such than that the their this to using very we well will with within work working you your experience experienced years year knowledge skills skill ability able understanding familiar familiarity plus minimum least more preferred required related relevant similar excellent hands der die das und oder mit von im in zu den ein eine erfahrung kenntnisse sehr gute et ou de la le les des du en avec une un y o con el los las e em com per di il lo gli met van het een z w i oraz".split(
    " ",
  ),
);

/** Every requirement in its order, each with its evidence in the document. */
export const matchRequirements = (
  requirements: readonly Requirement[],
  document: Pick<ReadDocument, "text" | "skills" | "sections" | "entries">,
): Matched[] => {
  const lines = linesIn(document.text).filter(({ text }) => /\p{L}/u.test(text));
  const search = new MiniSearch<{ id: number; text: string }>({
    fields: ["text"],
    tokenize: wordsOf,
    processTerm: (term) => term,
  });
  search.addAll(lines.map(({ text }, id) => ({ id, text })));
  const place = placeLike(document);
  return requirements.map((requirement) => {
    const named = findSkills(requirement.text, [], (start, end) => ({ start, end, page: null }));
    const skills = named.map(({ skill }) => ({
      skill,
      spans: (document.skills.find((one) => one.skill === skill)?.spans ?? []).slice(0, MOST_SPANS),
    }));
    if (skills.length > 0) return { requirement, skills, lines: [] };
    const found = search
      .search(requirement.text)
      .filter(({ queryTerms }) => new Set(queryTerms).size >= FEWEST_WORDS)
      .slice(0, MOST_LINES);
    return {
      requirement,
      skills,
      lines: found.flatMap(({ id }) => {
        const line = lines[Number(id)];
        return line ? [place(line.start, line.end)] : [];
      }),
    };
  });
};

const wordsOf = (text: string): string[] =>
  (plainLetters(text).match(/[\p{L}\p{N}]{2,}/gu) ?? [])
    .filter((word) => !EMPTY_WORDS.has(word))
    .map(stem);

/** Endings away as far as English has them; other languages lose nothing that counts. */
const stem = (word: string): string =>
  word.length > 5 ? word.replace(/(?:ations?|ing|ment|ers?|ed|es|s|e)$/, "") : word;

/** The page of a place is that of the nearest thing known before it. */
const placeLike = ({ sections, entries }: Pick<ReadDocument, "sections" | "entries">) => {
  const known = [...sections, ...entries].map(({ span }) => span);
  return (start: number, end: number): Span => ({
    start,
    end,
    page: known.filter((span) => span.start <= start).at(-1)?.page ?? null,
  });
};
