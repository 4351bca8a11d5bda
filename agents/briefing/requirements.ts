/** What the posting asks for, with where it stands there, and where the resumes show it. */
import { findSkills } from "../../src/documents/find-skills.ts";
import { withoutOwnName } from "../../src/documents/own-name.ts";
import { readRequirements } from "../../src/documents/read-requirements.ts";
import { linesIn } from "../../src/documents/spans.ts";
import type { BriefSource } from "../../src/domain/brief.ts";
import { cleanLine } from "../../src/domain/quoted.ts";
import { type Bench, isQuiet, isReadable, lengthOf, mayShow, sourceAt } from "./bench.ts";
import { type Place, sectionAt } from "./facts-in-words.ts";
import { isClaimed } from "./mentions.ts";
import { asQuoted, sentenceAround, touches } from "./sentences.ts";
import { stemsOf } from "./stems.ts";

/** One thing that is asked for. */
export interface Asked {
  kind: "must" | "nice";
  /** Between our quotation marks. */
  words: string;
  source: BriefSource;
  skills: { skill: string; at: Place[] }[];
  lines: Place[];
  /** Where it is named and not said to have been done. */
  unclaimed: Place[];
}

const LONGEST = 150;

/** Every requirement that may be told, in the order of the posting. */
export const askedFor = (bench: Bench): Asked[] => {
  const { posting, resume } = bench.material;
  const written = readRequirements(posting.text);
  return resume.requirements.flatMap((one) => {
    const place = written.find(({ text }) => cleanLine(text, 300) === one.requirement.quoted);
    if (!place) return [];
    const at = { document: posting.id, start: place.start, end: place.end };
    if (!mayShow({ ...at, what: "posting" }, bench)) return [];
    const told = isReadable(posting.id, bench) ? whole(at, bench) : skillsAlone(at, bench);
    if (!told) return [];
    const named = one.skills.map(({ skill, at: places }) => ({ skill, at: quiet(places, bench) }));
    const isNamed = named.some(({ at: found }) => found.length > 0);
    const like = isNamed ? [] : linesLike(place.text, quiet(one.lines, bench), bench);
    const claimed = (places: readonly Place[]) =>
      places.filter((each) => isClaimed(each, bench) && sectionAt(each, bench) !== "interests");
    const skills = named.map(({ skill, at: places }) => ({ skill, at: claimed(places) }));
    const lines = claimed(like);
    const counted = new Set([...skills.flatMap(({ at: found }) => found), ...lines]);
    const all = [...named.flatMap(({ at: found }) => found), ...like];
    const unclaimed = all.filter((each) => !counted.has(each));
    // What may not be shown is said to be left out, also where another line shows the same.
    for (const each of unclaimed) mayShow({ ...sentenceAt(each, bench), what: "resume" }, bench);
    return [{ kind: one.kind, ...told, skills, lines, unclaimed }];
  });
};

const sentenceAt = (place: Place, { library }: Bench): Place => {
  const found = sentenceAround(place, library.get(place.document)?.text ?? "");
  return found ? { document: place.document, start: found.start, end: found.end } : place;
};

const MOST_LINES = 3;

/** Lines of the resumes that share enough words with it, the likest first. Those that `get_resume` found count always. */
const linesLike = (requirement: string, found: readonly Place[], bench: Bench): Place[] => {
  const wanted = new Set(stemsOf(requirement));
  const enough = Math.max(2, Math.min(3, Math.ceil(wanted.size * 0.6)));
  return bench.material.resume.documents
    .flatMap(({ source }) =>
      linesIn(ownText(source, bench)).map((line) => {
        const place = { document: source, start: line.start, end: line.end };
        const stems = new Set(stemsOf(bench.neutralise(line.text)));
        const shared = [...wanted].filter((stem) => stems.has(stem)).length;
        return { place, shared, isFound: found.some((one) => sameLine(one, place)) };
      }),
    )
    .filter(({ shared, isFound }) => shared >= enough || isFound)
    .filter(({ place }) => isQuiet(place, bench))
    .toSorted((one, other) => other.shared - one.shared)
    .slice(0, MOST_LINES)
    .map(({ place }) => place);
};

/** A resume without whose it is. Shape: as long as it stands in the library. */
const ownText = (source: string, { library, material }: Bench): string =>
  withoutOwnName(library.get(source)?.text ?? "", material.candidateName);

const sameLine = (one: Place, line: Place): boolean =>
  one.document === line.document && touches(one, line);

const quiet = (
  places: readonly { source: string; span: { start: number; end: number } }[],
  bench: Bench,
): Place[] =>
  places
    .map(({ source, span }) => ({ document: source, start: span.start, end: span.end }))
    .filter((place) => isQuiet(place, bench));

type Told = Pick<Asked, "words" | "source">;

/** The requirement as it is written; of a long one its beginning. */
const whole = (at: Place, bench: Bench): Told | null => {
  const source = sourceAt(at, bench) ?? sourceAt({ ...at, end: at.start + 390 }, bench);
  if (!source) return null;
  const words = asQuoted(source.quote);
  if (lengthOf(words, bench) <= LONGEST) return { words, source };
  const short = source.quote.slice(0, LONGEST).replace(/[\s,;:(–—-]+\S*$/, "");
  return { words: `${asQuoted(short).slice(0, -1)}…”`, source };
};

/** Of a language that our rules do not read: the name of its first skill. */
const skillsAlone = ({ document, start, end }: Place, bench: Bench): Told | null => {
  const text = bench.library.get(document)?.text.slice(start, end) ?? "";
  const place = (from: number, to: number) => ({ start: from, end: to, page: null });
  const span = findSkills(text, [], place)[0]?.spans[0];
  if (!span) return null;
  const source = sourceAt({ document, start: start + span.start, end: start + span.end }, bench);
  return source && { words: asQuoted(source.quote), source };
};

/** Whether a resume has its skills in letters, though not where a skill is told: nobody may say then that they are not there. */
export const isWritten = (asked: Asked, bench: Bench): boolean => {
  const { quote } = asked.source;
  const place = (start: number, end: number) => ({ start, end, page: null });
  const written = findSkills(quote, [], place)
    .flatMap(({ spans }) => spans)
    .map(({ start, end }) => quote.slice(start, end));
  // What is so short says nothing to a search: its letters alone count.
  const short = stemsOf(quote).length === 0 ? (quote.match(/[\p{L}\p{N}+#]+/gu) ?? []) : [];
  const names = [...asked.skills.map(({ skill }) => skill), ...written, ...short];
  const texts = bench.material.resume.documents.map(({ source }) => ownText(source, bench));
  return texts.some((text) => names.some((name) => hasWord(text, name)));
};

const hasWord = (text: string, word: string): boolean => {
  const letters = /[\p{L}\p{N}+#]/u;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const isAlone =
      !letters.test(text.charAt(at - 1)) && !letters.test(text.charAt(at + word.length));
    if (isAlone) return true;
  }
  return false;
};

/** Whether any resume shows it, as far as that can be told. */
export const isShown = ({ skills, lines }: Pick<Asked, "skills" | "lines">): boolean =>
  lines.length > 0 || skills.some(({ at }) => at.length > 0);
