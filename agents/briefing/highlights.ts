/** Highlights: what the posting asks for and the resumes show, the most telling first. */
import type { BriefSentence, BriefSource } from "../../src/domain/brief.ts";
import { type Bench, isNamed, isReadable, lengthOf, mayShow, sourceAt, wholeOf } from "./bench.ts";
import { durationInWords, type Job, jobAt, type Place, sectionAt } from "./facts-in-words.ts";
import { isTimeDisputed, type JobPhrase, jobPhrase } from "./jobs.ts";
import { type Asked, isShown } from "./requirements.ts";
import {
  asQuoted,
  countWords,
  type Sentence,
  sentenceAround,
  sentencesIn,
  standsAlone,
} from "./sentences.ts";

const MOST = 5;
const LONGEST_LINE = 170;
const LONGEST = 340;

/** A highlight and why it stands where it does. */
export interface Highlight {
  text: string;
  sources: BriefSource[];
  computed: string[];
  why: string;
}

/** What a resume shows of one requirement: in one job, where it tells of it in a job. */
interface Shown {
  asked: Asked;
  lead: { words: string; also: string; sources: BriefSource[] } | null;
  line: BriefSource | null;
  job: JobPhrase | null;
  /** Of the job, which is no measure of how long somebody has done what is asked for. */
  months: number;
  /** Whether a highlight before it tells of the same job. */
  isTold: boolean;
}

/** At most five, each with why it is there: musts before others; then what is told of a job, in the resume's own words, for longest. */
export const highlightsOf = (asked: readonly Asked[], bench: Bench): Highlight[] => {
  const shown = asked.filter(isShown).map((one) => shownOf(one, bench));
  const ordered = shown
    .map((one, index) => ({ one, index }))
    .toSorted(
      (a, b) => rank(b.one) - rank(a.one) || b.one.months - a.one.months || a.index - b.index,
    )
    .map(({ one }) => one);
  const ofPosting = ordered
    .reduce<Highlight[]>((before, one) => {
      const isTold = isToldIn(before, one, bench);
      return [...before, ...inWords({ ...one, isTold }, bench)];
    }, [])
    .slice(0, MOST);
  return ofPosting.length >= MOST
    ? ofPosting
    : [...ofPosting, ...latestJobs(ofPosting, bench)].slice(0, MOST);
};

/** A job is told whole once, and by its employer after that; always whole where a resume has two jobs at one employer. */
const isToldIn = (before: readonly Highlight[], { job }: Shown, bench: Bench): boolean =>
  job?.employer != null &&
  before.some(({ text }) => text.includes(job.words)) &&
  bench.material.resume.documents.every(
    ({ source }) => jobsAt(job.employer, source, bench).length < 2,
  );

const jobsAt = (employer: string | null, source: string, bench: Bench): Job[] =>
  bench.material.resume.jobs.filter(
    (job) => job.at.source === source && job.employer?.quoted.trim() === employer,
  );

const rank = ({ asked, line, job }: Shown): number =>
  (asked.kind === "must" ? 4 : 0) + (job ? 2 : 0) + (line ? 1 : 0);

const shownOf = (asked: Asked, bench: Bench): Shown => {
  const named = asked.skills.filter(({ at }) => at.length > 0).slice(0, 3);
  const places = named.length > 0 ? named.flatMap(({ at }) => at) : asked.lines;
  const jobs = [...new Set(places.flatMap((place) => jobAt(bench.material, place) ?? []))];
  const told = jobs.flatMap((job) => {
    const phrase = jobPhrase(job, bench);
    const own = places.filter((place) => jobAt(bench.material, place) === job);
    return phrase ? [{ job, phrase, line: lineOf(own, bench) }] : [];
  });
  const best = told.find(({ line }) => line !== null) ?? told[0] ?? null;
  const beside = places.filter((place) => jobAt(bench.material, place) === null);
  return {
    asked,
    lead: named.length > 0 ? leadOf(named, best?.job ?? null, bench) : null,
    line: best ? best.line : lineOf(beside, bench),
    job: best?.phrase ?? null,
    months: best && !isTimeDisputed(best.job, bench) ? (best.job.months ?? 0) : 0,
    isTold: false,
  };
};

/** `Kubernetes, Docker`, as the resume writes them: those of the job, and beside them those that it names elsewhere. */
const leadOf = (named: Asked["skills"], job: Job | null, bench: Bench): Shown["lead"] => {
  const parts = named.flatMap(({ at }) => {
    const inJob = at.find((place) => job !== null && jobAt(bench.material, place) === job);
    const place = inJob ?? at[0];
    const source = place ? sourceAt(place, bench) : null;
    if (!source) return [];
    const words = source.quote.replaceAll(/\s+/g, " ");
    return [{ words, source, isLead: job === null || inJob !== undefined }];
  });
  const wordsOf = (isLead: boolean): string =>
    parts.flatMap((part) => (part.isLead === isLead ? part.words : [])).join(", ");
  const words = wordsOf(true);
  if (words === "") return null;
  return { words, also: wordsOf(false), sources: parts.map(({ source }) => source) };
};

const NOT_QUOTED = new Set(["education", "personal", "languages", "interests"]);

/** The resume's own line. */
const lineOf = (places: readonly Place[], bench: Bench): BriefSource | null => {
  for (const place of places) {
    if (!isReadable(place.document, bench) || NOT_QUOTED.has(sectionAt(place, bench))) continue;
    const text = bench.library.get(place.document)?.text ?? "";
    const at = sentenceAround(place, text);
    if (!at || !isQuotable(at, place, bench)) continue;
    const where = { document: place.document, start: at.start, end: at.end };
    if (mayShow({ ...where, what: "resume" }, bench)) return sourceAt(where, bench);
  }
  return null;
};

const isQuotable = (sentence: Sentence, place: Place, bench: Bench): boolean => {
  const text = bench.library.get(place.document)?.text ?? "";
  const all = sentencesIn(text);
  return (
    !isNamed(sentence.text, bench) &&
    countWords(sentence.text) >= 3 &&
    lengthOf(sentence.text, bench) <= LONGEST_LINE &&
    standsAlone(sentence, all, text) &&
    // Years outside of a job may be those of schooling.
    (jobAt(bench.material, place) !== null || !/\b(?:19|20)\d\d\b/.test(sentence.text))
  );
};

const NEEDS = { must: "Must have", nice: "A plus" } as const;

/** The sentence with all of it; what is too long for one goes, the line first. */
const inWords = (shown: Shown, bench: Bench): Highlight[] => {
  const { asked, line, job, months } = shown;
  const attempts = [
    [line, job],
    [line, null],
    [null, job],
    [null, null],
  ] as const;
  for (const [quote, phrase] of attempts) {
    const isWhole = phrase !== null && !shown.isTold;
    const time = isWhole && shown.lead && months > 0 ? durationInWords(months) : null;
    const text = textOf(shown, { quote, phrase, time }, bench);
    if (lengthOf(text, bench) > LONGEST || text.length > 400) continue;
    const told = [
      ...(shown.lead?.sources ?? []),
      ...(quote ? [quote] : []),
      ...(phrase?.sources ?? []),
    ];
    const place = asked.lines[0] ?? asked.skills.flatMap(({ at }) => at)[0];
    const sources = told.length > 0 || !place ? told : [wholeOf(place.document)];
    const computed = [...(time === null ? [] : [time]), ...(isWhole ? phrase.computed : [])];
    const why = [
      asked.kind === "must" ? "a must of the posting" : "a plus in the posting",
      job ? "told of a job" : "not told of a job",
      ...(months > 0 ? [`of ${durationInWords(months)}`] : []),
    ].join(", ");
    return [
      {
        text,
        sources: [...sources.slice(0, 7), asked.source],
        computed: [...new Set(computed)],
        why: why.replace("a job, of", "a job of"),
      },
    ];
  }
  return [];
};

/** The span is said to be the job's: how long somebody has used a thing no resume tells. */
const textOf = (
  { asked, lead, isTold }: Shown,
  {
    quote,
    phrase,
    time,
  }: { quote: BriefSource | null; phrase: JobPhrase | null; time: string | null },
  bench: Bench,
): string => {
  const words = quote === null ? null : asQuoted(quote.quote.replace(/[.,;:]$/, ""));
  const what = time === null ? lead?.words : `${lead?.words ?? ""}, in a job of ${time}`;
  const isBare = what !== undefined && quote === null && phrase === null;
  const named = isBare ? `${what}, named in the resume` : what;
  const whole = [named, phrase?.words].filter((one) => one !== undefined).join(": ");
  const where =
    isTold && phrase ? `${what === undefined ? "At" : `${what} at`} ${phrase.employer}` : whole;
  const first = [where, words].filter((one) => one !== null && one !== "").join(", ");
  const also = lead && lead.also !== "" ? ` Also named: ${lead.also}.` : "";
  return `${first === "" ? elsewhere(asked, bench) : first}.${also} ${NEEDS[asked.kind]}: ${asked.words}.`;
};

/** Parts that are told of, and not quoted: years of schooling would tell an age. */
const ELSEWHERE: Record<string, string> = {
  education: "The resume shows it in its part about schooling",
  languages: "The resume shows it in its part about languages",
};

const elsewhere = (asked: Asked, bench: Bench): string => {
  const place = asked.lines[0] ?? asked.skills.flatMap(({ at }) => at)[0];
  return (place && ELSEWHERE[sectionAt(place, bench)]) ?? "The resume shows it";
};

/** Where the posting asks for little, what somebody has done last. */
const latestJobs = (before: readonly Highlight[], bench: Bench): Highlight[] => {
  const { jobs, documents } = bench.material.resume;
  const told = jobs.filter(({ at }) => at.source === documents[0]?.source);
  return told.flatMap((job) => {
    const phrase = jobPhrase(job, bench);
    if (!phrase || before.some(({ text }) => text.includes(phrase.words))) return [];
    const isTold = job.months !== null && job.months > 0 && !isTimeDisputed(job, bench);
    const time = isTold ? durationInWords(job.months ?? 0) : null;
    const text = `${phrase.words}${time === null ? "" : ` (${time})`}.`;
    if (text.length > 400) return [];
    const computed = [...new Set([...phrase.computed, ...(time === null ? [] : [time])])];
    return [{ text, sources: phrase.sources, computed, why: "one of the latest jobs" }];
  });
};

/** With ids. */
export const asSentences = (
  prefix: string,
  given: readonly Pick<BriefSentence, "text" | "sources" | "computed">[],
): BriefSentence[] =>
  given.map(({ text, sources, computed }, index) => ({
    id: `${prefix}-${index + 1}`,
    text,
    sources,
    computed,
  }));
