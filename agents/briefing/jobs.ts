/** A job in one phrase: title, employer, dates. */
import type { BriefSource } from "../../src/domain/brief.ts";
import { linesIn } from "../../src/documents/spans.ts";
import { type Bench, isNamed, isReadable, lengthOf, sourceAt } from "./bench.ts";
import { datesOf, type Job } from "./facts-in-words.ts";
import { hasForeignMatter } from "./foreign-matter.ts";

/** The phrase with what it rests on. */
export interface JobPhrase {
  words: string;
  source: BriefSource;
  computed: string[];
}

const MOST_HEAD_LINES = 4;
const LONGEST_NAME = 70;

/** The lines that say what job it is: up to its dates, and what stands below them of employer and title. */
export const headOf = ({ at }: Job, bench: Bench): BriefSource | null => {
  const text = bench.library.get(at.source)?.text ?? "";
  if (at.span.end > text.length) return null;
  const lines = linesIn(text, at.span.start, at.span.end).filter((line) => line.text.trim() !== "");
  for (let count = Math.min(MOST_HEAD_LINES, lines.length); count >= 1; count -= 1) {
    const [first, last] = [lines[0], lines[count - 1]];
    if (!first || !last) return null;
    const source = sourceAt({ document: at.source, start: first.start, end: last.end }, bench);
    if (source) return source;
  }
  return null;
};

/** `Software Engineer at Norddata GmbH, March 2019 to today`; null when too little is known. Titles of other languages are not
 * told: many of them say who somebody is. */
export const jobPhrase = (job: Job, bench: Bench): JobPhrase | null => {
  const source = headOf(job, bench);
  const dates = datesOf(job);
  if (!source || !dates) return null;
  const title = isReadable(job.at.source, bench) ? nameIn(job.title, source.quote, bench) : null;
  const employer = nameIn(job.employer, source.quote, bench);
  const who = title && employer ? `${title} at ${employer}` : (title ?? employer);
  if (who === null) return null;
  const years = `${dates.from} to ${dates.to}`;
  const computed = [dates.from, dates.to].filter((one) => one !== "today");
  return { words: `${who}, ${years}`, source, computed: [...new Set(computed)] };
};

/** A name as the document has it; null when it is none that can be shown. */
const nameIn = (name: Job["employer"], quote: string, bench: Bench): string | null => {
  const words = name?.quoted.replaceAll(/[“”„]/g, "'").trim() ?? "";
  if (
    words === "" ||
    isNamed(words, bench) ||
    lengthOf(words, bench) > LONGEST_NAME ||
    hasForeignMatter(words)
  )
    return null;
  const flat = (text: string): string => text.normalize("NFC").replaceAll(/[“”„]/g, "'");
  return flat(quote).includes(flat(words)) ? words : null;
};
