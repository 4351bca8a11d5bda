/** A job in one phrase: title, employer, dates. */
import type { BriefSource } from "../../src/domain/brief.ts";
import { readRanges } from "../../src/documents/date-ranges.ts";
import { type Line, linesIn } from "../../src/documents/spans.ts";
import { type Bench, isNamed, isQuiet, isReadable, lengthOf, sourceAt } from "./bench.ts";
import { datesOf, type Job } from "./facts-in-words.ts";
import { hasForeignMatter } from "./foreign-matter.ts";
import type { Stretch } from "./sentences.ts";

/** The phrase with what it rests on. */
export interface JobPhrase {
  words: string;
  /** As it is named in them; null where they have the title alone. */
  employer: string | null;
  sources: BriefSource[];
  computed: string[];
}

const MOST_HEAD_LINES = 4;
const LONGEST_HEAD_LINE = 200;
const LONGEST_NAME = 70;

/** Where a job says what it is: the lines with its title, its employer and its dates, and of a line that may not be shown those
 * pieces of it that may. Nothing else of it is cited. */
const headOf = (job: Job, bench: Bench): BriefSource[] => {
  const { source: document, span } = job.at;
  const text = bench.library.get(document)?.text ?? "";
  if (span.end > text.length) return [];
  const lines = linesIn(text, span.start, span.end)
    .filter((line) => line.text.trim() !== "")
    .slice(0, MOST_HEAD_LINES);
  const named = isReadable(document, bench) ? job : { ...job, title: null };
  const shown = lines.flatMap((line) => shownOf(line, piecesOf(line, named), { document, bench }));
  return joined(shown, text).flatMap((one) => sourceAt({ document, ...one }, bench) ?? []);
};

/** Where the dates of a job stand, and no word beside them; where what Lever has read has no dates in words, what job it is. */
export const datesAt = (job: Job, bench: Bench): BriefSource | null => {
  const { source: document, span } = job.at;
  const text = bench.library.get(document)?.text ?? "";
  if (span.end > text.length) return null;
  for (const line of linesIn(text, span.start, span.end)) {
    const [range] = readRanges(line.text);
    const place = range && { start: line.start + range.start, end: line.start + range.end };
    if (place) return sourceAt({ document, ...place }, bench);
  }
  return headOf(job, bench)[0] ?? null;
};

const piecesOf = (line: Line, { title, employer }: Job): Stretch[] => {
  const names = [title, employer].flatMap((name) => {
    const at = name === null ? -1 : line.text.normalize("NFC").indexOf(name.quoted.trim());
    // In another form of the same letters places are others: the line as a whole is all there is.
    if (name === null || at === -1) return [];
    return [{ start: line.start + at, end: line.start + at + name.quoted.trim().length }];
  });
  const ranges = readRanges(line.text).slice(0, 1);
  return [
    ...names,
    ...ranges.map(({ start, end }) => ({ start: line.start + start, end: line.start + end })),
  ];
};

const shownOf = (
  line: Line,
  pieces: readonly Stretch[],
  { document, bench }: { document: string; bench: Bench },
): Stretch[] => {
  const text = bench.library.get(document)?.text ?? "";
  const may = ({ start, end }: Stretch): boolean =>
    isQuiet({ document, start, end }, bench) &&
    bench.screen(text.slice(start, end), "resume") === null;
  if (pieces.length === 0) return [];
  // In other languages a title says who somebody is.
  const isWhole = line.text.length <= LONGEST_HEAD_LINE && isReadable(document, bench);
  return isWhole && may(line) ? [{ start: line.start, end: line.end }] : pieces.filter(may);
};

/** Those with white space alone between them are one. */
const joined = (stretches: readonly Stretch[], text: string): Stretch[] =>
  stretches
    .toSorted((one, other) => one.start - other.start)
    .reduce<Stretch[]>((all, one) => {
      const last = all.at(-1);
      if (!last || text.slice(last.end, one.start).trim() !== "") return [...all, one];
      return [...all.slice(0, -1), { start: last.start, end: Math.max(last.end, one.end) }];
    }, []);

/** `Software Engineer at Norddata GmbH, March 2019 to today`; null when too little is known. Titles of other languages are not
 * told: many of them say who somebody is. */
export const jobPhrase = (job: Job, bench: Bench): JobPhrase | null => {
  const sources = headOf(job, bench);
  const dates = datesOf(job, bench.material);
  if (!dates) return null;
  const disputed = disputedOf(job, bench);
  const isTitled = isReadable(job.at.source, bench) && !disputed.has("title");
  const title = isTitled ? nameIn(job.title, sources, bench) : null;
  const employer = nameIn(job.employer, sources, bench);
  const who = title && employer ? `${title} at ${employer}` : (title ?? employer);
  if (who === null) return null;
  if (isTimeDisputed(job, bench)) return { words: who, employer, sources, computed: [] };
  const years = `${dates.from} to ${dates.to}`;
  const computed = [dates.from, dates.to].filter((one) => one !== "today");
  return { words: `${who}, ${years}`, employer, sources, computed: [...new Set(computed)] };
};

/** What two resumes say differently of a job: neither is taken for the right one, and it stands among the points to probe alone. */
const disputedOf = ({ at }: Job, { material }: Pick<Bench, "material">): Set<string> =>
  new Set(
    material.resume.contradictions
      .filter(({ sides }) =>
        sides.some(
          ({ source, span }) =>
            source === at.source && span.start < at.span.end && at.span.start < span.end,
        ),
      )
      .map(({ about }) => about),
  );

/** Whether two resumes give a job other dates: then no span of it is told either. */
export const isTimeDisputed = (job: Job, bench: Pick<Bench, "material">): boolean => {
  const disputed = disputedOf(job, bench);
  return disputed.has("from") || disputed.has("to");
};

/** A name as the document has it; null when it is none that can be shown. */
const nameIn = (
  name: Job["employer"],
  sources: readonly BriefSource[],
  bench: Bench,
): string | null => {
  const words = name?.quoted.replaceAll(/[“”„]/g, "'").trim() ?? "";
  if (
    words === "" ||
    isNamed(words, bench) ||
    lengthOf(words, bench) > LONGEST_NAME ||
    hasForeignMatter(words)
  )
    return null;
  const flat = (text: string): string => text.normalize("NFC").replaceAll(/[“”„]/g, "'");
  return sources.some(({ quote }) => flat(quote).includes(flat(words))) ? words : null;
};
