/** Points to probe: what is asked for and not shown, and what does not agree. Each with its evidence and a neutral way to ask;
 * nothing about schooling, whose years tell an age, and nothing about why somebody did not work. */
import type { BriefSource } from "../../src/domain/brief.ts";
import { readRanges } from "../../src/documents/date-ranges.ts";
import { linesIn } from "../../src/documents/spans.ts";
import { type Bench, isNamed, isReadable, lengthOf, mayShow, sourceAt, wholeOf } from "./bench.ts";
import { durationInWords, isToCome, type Job, jobsAround, type Place } from "./facts-in-words.ts";
import { datesAt, isTimeDisputed, jobPhrase } from "./jobs.ts";
import { type Asked, isShown, isWritten } from "./requirements.ts";
import { asQuoted, sentenceAround } from "./sentences.ts";

/** One of them. */
export interface Point {
  text: string;
  ask: string;
  sources: BriefSource[];
  computed: string[];
}

const MOST = 5;
const MOST_MISSING = 3;
const MOST_SOURCES = 8;
const LONGEST_SAID = 170;
/** Months. A shorter gap is everybody's. */
const LONG_GAP = 12;
const LONG_OVERLAP = 6;

/** At most five: musts that nothing shows, what does not agree, what else nothing shows. */
export const pointsOf = (asked: readonly Asked[], bench: Bench): Point[] => {
  const missing = [...missingIn(asked, bench), ...unclaimedIn(asked, bench)];
  const first = missing.filter(({ kind }) => kind === "must").slice(0, MOST_MISSING);
  const rest = missing.filter((one) => !first.includes(one));
  return [
    ...first.map(({ point }) => point),
    ...contradictionsIn(bench),
    ...turnedRound(bench),
    ...endingLater(bench),
    ...overlapsIn(bench),
    ...gapsIn(bench),
    ...rest.map(({ point }) => point),
  ]
    .filter(({ text }) => text.length <= 400)
    .slice(0, MOST);
};

/** Where a resume can be read that far: words of another language are not found in it, and say nothing by that. */
const missingIn = (asked: readonly Asked[], bench: Bench) => {
  const read = bench.material.resume.documents.filter(({ text }) => text.quoted.trim() !== "");
  const isPlain = read.every(({ source }) => isReadable(source, bench));
  // What is not found may stand in the part that nobody has read.
  const isCut = read.some(({ text, characters }) => characters > text.quoted.length);
  if (read.length === 0 || isCut) return [];
  return asked
    .filter((one) => !isShown(one) && !isWritten(one, bench) && (isPlain || one.skills.length > 0))
    .map(({ kind, words, source }) => {
      const where = read.length === 1 ? "the resume" : "the resumes";
      const point: Point = {
        text: `${NEEDS[kind]}, and not found in ${where}: ${words}.`,
        ask: ASKS[kind](words),
        sources: [source, ...read.slice(0, 3).map((one) => wholeOf(one.source))],
        computed: [],
      };
      return { kind, point };
    });
};

/** What is asked for and named, and not said to have been done: the resume's own words, for the reader to judge. */
const unclaimedIn = (asked: readonly Asked[], bench: Bench) =>
  asked
    .filter((one) => !isShown(one))
    .flatMap(({ kind, words, source, unclaimed }) => {
      const said = unclaimed.flatMap((place) => saidAt(place, bench) ?? [])[0];
      if (!said) return [];
      const point: Point = {
        text: `${NEEDS[kind]}: ${words}. The resume says: ${asQuoted(said.quote.replace(/[.,;:]$/, ""))}.`,
        ask: ASKS[kind](words),
        sources: [source, said],
        computed: [],
      };
      return [{ kind, point }];
    });

const saidAt = (place: Place, bench: Bench): BriefSource | null => {
  const { document } = place;
  const sentence = sentenceAround(place, bench.library.get(document)?.text ?? "");
  if (!sentence || !isReadable(document, bench)) return null;
  if (isNamed(sentence.text, bench) || lengthOf(sentence.text, bench) > LONGEST_SAID) return null;
  const at = { document, start: sentence.start, end: sentence.end };
  return mayShow({ ...at, what: "resume" }, bench) ? sourceAt(at, bench) : null;
};

const NEEDS = { must: "Asked for as a must", nice: "Named as a plus" } as const;

const ASKS = {
  must: (words: string) =>
    `The role asks for ${words}. What have you done of that kind, and what was your part?`,
  nice: (words: string) => `The posting names ${words} as a plus. What have you done of that kind?`,
} as const;

const ABOUT: Record<string, string> = {
  from: "when a job began",
  to: "when a job ended",
  title: "the title of a job",
};

/** Two resumes about the same job. Titles only where both are read. */
const contradictionsIn = (bench: Bench): Point[] => {
  const { contradictions, education, documents } = bench.material.resume;
  const isSchool = ({ source, span }: Side): boolean =>
    education.some(({ at }) => at.source === source && at.span.start === span.start);
  return contradictions
    .filter(({ sides }) => !sides.some(isSchool))
    .filter(
      ({ about, sides }) =>
        about !== "title" || sides.every(({ source }) => isReadable(source, bench)),
    )
    .flatMap(({ about, sides }) => {
      const sources = sides.flatMap((side) => firstLines(side, bench) ?? []);
      const what = ABOUT[about];
      if (what === undefined || sources.length < 2 || documents.length < 2) return [];
      if (about === "title" && sources.some(isDatesAlone)) return [];
      const said = sources.map(({ quote }) => asQuoted(quote));
      return [
        {
          text: `The resumes do not agree on ${what}: ${said.join(" and ")}.`,
          ask: `Your resumes say different things about ${what}. Which of them is right?`,
          sources,
          computed: [],
        },
      ];
    })
    .slice(0, 2);
};

type Side = BenchResume["contradictions"][number]["sides"][number];
type BenchResume = Bench["material"]["resume"];

/** The lines of an entry up to its years, as far as they may be shown. */
const firstLines = ({ source, span }: Side, bench: Bench): BriefSource | null => {
  const text = bench.library.get(source)?.text ?? "";
  if (span.end > text.length) return null;
  const lines = linesIn(text, span.start, span.end).filter((line) => line.text.trim() !== "");
  const dated = lines.findIndex((line) => /\d{2}/.test(line.text));
  const [first, last] = [lines[0], lines[Math.min(dated === -1 ? 0 : dated, 2)]];
  if (!first || !last || last.end - first.start > 140) return null;
  const said = text.slice(first.start, last.end);
  if (isNamed(said, bench)) return null;
  if (isReadable(source, bench) && bench.screen(said, "resume") === null)
    return sourceAt({ document: source, start: first.start, end: last.end }, bench);
  // An employer that is called like an address, or a title of another language, is not shown: the dates alone are.
  const [range] = readRanges(last.text);
  if (!range) return null;
  const start = last.start + range.start;
  return sourceAt({ document: source, start, end: last.start + range.end }, bench);
};

const isDatesAlone = ({ quote }: BriefSource): boolean =>
  readRanges(quote).some(({ start, end }) => start === 0 && end === quote.length);

/** A job that ends before it begins, as it is written: its end is not known then. */
const turnedRound = (bench: Bench): Point[] =>
  bench.material.resume.jobs
    .filter(({ from, to, at }) => from !== null && to === null && isTurned(at, bench))
    .flatMap(({ at }) => {
      const source = firstLines(at, bench);
      if (!source) return [];
      return [
        {
          text: `The dates of a job do not fit: ${asQuoted(source.quote)}.`,
          ask: "From when to when did you work there?",
          sources: [source],
          computed: [],
        },
      ];
    })
    .slice(0, 1);

/** A job that ends at a date to come, as it is written. */
const endingLater = (bench: Bench): Point[] =>
  bench.material.resume.jobs
    .filter(({ to }) => to !== null && to !== "present" && isToCome(to, bench.material.today))
    .flatMap(({ at }) => {
      const source = firstLines(at, bench);
      if (!source) return [];
      return [
        {
          text: `The dates of a job do not fit today: ${asQuoted(source.quote)}.`,
          ask: "What are the dates of this job?",
          sources: [source],
          computed: [],
        },
      ];
    })
    .slice(0, 1);

const isTurned = (at: Job["at"], bench: Bench): boolean => {
  const years = (firstLines(at, bench)?.quote.match(/\b(?:19|20)\d\d\b/g) ?? []).map(Number);
  const [first = 0, second = 0] = years;
  return years.length === 2 && second < first;
};

/** Two jobs at once, for half a year and more. */
const overlapsIn = (bench: Bench): Point[] =>
  bench.material.resume.overlaps
    .filter(({ months }) => months >= LONG_OVERLAP)
    .flatMap(({ jobs, months }) => {
      const phrases = jobs.flatMap((index) => {
        const job = bench.material.resume.jobs[index];
        return (job && !isTimeDisputed(job, bench) && jobPhrase(job, bench)) || [];
      });
      const [one, other] = phrases;
      if (!one || !other) return [];
      const time = durationInWords(months);
      return [
        {
          text: `Two jobs at the same time for ${time}: ${one.words}; ${other.words}.`,
          ask: "How was your time divided between the two, and what was your part in each?",
          sources: [...one.sources, ...other.sources].slice(0, MOST_SOURCES),
          computed: [...new Set([time, ...one.computed, ...other.computed])],
        },
      ];
    })
    .slice(0, 1);

/** A year and more without a job: said as it stands, and nothing asked about why. */
const gapsIn = (bench: Bench): Point[] =>
  bench.material.resume.gaps
    .filter(({ months }) => months >= LONG_GAP)
    .flatMap((gap) => {
      const around = jobsAround(bench.material, gap);
      if (!around || bench.material.resume.documents.length > 1) return [];
      const [before, after] = [jobPhrase(around.before, bench), jobPhrase(around.after, bench)];
      // Two dates are told: nothing else of these jobs is cited.
      const sources = [datesAt(around.before, bench), datesAt(around.after, bench)];
      const [end, begin] = [before?.computed.at(-1), after?.computed[0]];
      if (end === undefined || begin === undefined) return [];
      return [
        {
          text: `The resume names no job between ${end} and ${begin}.`,
          ask: "Which of your recent work is closest to this role, and what was your part?",
          sources: sources.filter((one) => one !== null),
          computed: [...new Set([end, begin])],
        },
      ];
    })
    .slice(0, 1);
