/** Highlights: what the posting asks for and the resumes show, the most telling first. */
import type { BriefSentence, BriefSource } from "../../src/domain/brief.ts";
import { linesIn } from "../../src/documents/spans.ts";
import { type Bench, isNamed, isReadable, lengthOf, mayShow, sourceAt, wholeOf } from "./bench.ts";
import { durationInWords, type Job, jobAt, type Place } from "./facts-in-words.ts";
import { type JobPhrase, jobPhrase } from "./jobs.ts";
import { type Asked, isShown } from "./requirements.ts";
import { asQuoted, countWords, sentencesIn } from "./sentences.ts";

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

/** What a resume shows of one requirement. */
interface Shown {
  asked: Asked;
  lead: { words: string; computed: string[]; sources: BriefSource[] } | null;
  line: BriefSource | null;
  job: JobPhrase | null;
  months: number;
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
  const ofPosting = ordered.flatMap((one) => inWords(one, bench)).slice(0, MOST);
  return ofPosting.length >= MOST
    ? ofPosting
    : [...ofPosting, ...latestJobs(ofPosting, bench)].slice(0, MOST);
};

const rank = ({ asked, line, job }: Shown): number =>
  (asked.kind === "must" ? 4 : 0) + (job ? 2 : 0) + (line ? 1 : 0);

const shownOf = (asked: Asked, bench: Bench): Shown => {
  const named = asked.skills.filter(({ at }) => at.length > 0).slice(0, 3);
  const places = named.length > 0 ? named.flatMap(({ at }) => at) : asked.lines;
  const told = places.map((place) => ({ place, job: jobAt(bench.material, place) }));
  const best = told.find(({ job }) => job !== null) ?? told[0];
  const months = Math.max(0, ...named.map(({ skill }) => monthsOf(skill, bench)));
  return {
    asked,
    lead: named.length > 0 ? leadOf(named, bench) : null,
    line: lineOf(told, bench),
    job: best?.job ? jobPhrase(best.job, bench) : null,
    months,
  };
};

const monthsOf = (skill: string, { material }: Bench): number =>
  material.resume.skills.find((one) => one.skill === skill)?.months ?? 0;

/** `Kubernetes (6 years 8 months), Docker`: as the resume writes them. */
const leadOf = (named: Asked["skills"], bench: Bench): Shown["lead"] => {
  const parts = named.flatMap(({ skill, at }) => {
    const inJob = at.find((place) => jobAt(bench.material, place) !== null);
    const place = inJob ?? at[0];
    const source = place ? sourceAt(place, bench) : null;
    if (!source) return [];
    const months = monthsOf(skill, bench);
    const time = months > 0 && inJob ? durationInWords(months) : null;
    const words = source.quote.replaceAll(/\s+/g, " ");
    return [{ words: time === null ? words : `${words} (${time})`, time, source }];
  });
  if (parts.length === 0) return null;
  return {
    words: parts.map(({ words }) => words).join(", "),
    computed: [...new Set(parts.flatMap(({ time }) => time ?? []))],
    sources: parts.map(({ source }) => source),
  };
};

const NOT_QUOTED = new Set(["education", "personal", "languages", "interests"]);

/** Schooling is told wherever it stands, under a heading of its own or not. */
const sectionAt = ({ document, start }: Place, { material }: Bench): string =>
  material.resume.education.some(
    ({ at }) => at.source === document && at.span.start <= start && start < at.span.end,
  )
    ? "education"
    : headedAt({ document, start }, material);

const headedAt = (
  { document, start }: Pick<Place, "document" | "start">,
  material: Bench["material"],
): string =>
  material.resume.documents
    .find(({ source }) => source === document)
    ?.sections.find(({ span }) => span.start <= start && start < span.end)?.kind ?? "other";

/** The resume's own line, of a job before any other. */
const lineOf = (
  told: readonly { place: Place; job: Job | null }[],
  bench: Bench,
): BriefSource | null => {
  const ordered = told.toSorted((a, b) => Number(b.job !== null) - Number(a.job !== null));
  for (const { place, job } of ordered) {
    if (!isReadable(place.document, bench) || NOT_QUOTED.has(sectionAt(place, bench))) continue;
    const at = sentenceAround(place, bench);
    if (
      !at ||
      isNamed(at.text, bench) ||
      // Years outside of a job may be those of schooling.
      (job === null && /\b(?:19|20)\d\d\b/.test(at.text)) ||
      countWords(at.text) < 3 ||
      lengthOf(at.text, bench) > LONGEST_LINE
    )
      continue;
    const where = { document: place.document, start: at.start, end: at.end };
    if (mayShow({ ...where, what: "resume" }, bench)) return sourceAt(where, bench);
  }
  return null;
};

const sentenceAround = ({ document, start, end }: Place, { library }: Bench) => {
  const text = library.get(document)?.text ?? "";
  const line = linesIn(text).find((one) => one.start <= start && end <= one.end);
  if (!line) return undefined;
  const within = sentencesIn(line.text).map((one) => ({
    ...one,
    start: one.start + line.start,
    end: one.end + line.start,
  }));
  // A place may be a whole line of which a bullet and several sentences are parts.
  return within.find((one) => one.start < end && start < one.end);
};

const NEEDS = { must: "Must have", nice: "A plus" } as const;

/** The sentence with all of it; what is too long for one goes, the line first. */
const inWords = ({ asked, lead, line, job, months }: Shown, bench: Bench): Highlight[] => {
  const quoted = line === null ? null : asQuoted(line.quote.replace(/[.,;:]$/, ""));
  const attempts = [
    [quoted, job],
    [quoted, null],
    [null, job],
    [null, null],
  ] as const;
  for (const [words, phrase] of attempts) {
    const what = [lead?.words, phrase?.words].filter((one) => one !== undefined).join(": ");
    const first = [what, words].filter((one) => one !== null && one !== "").join(", ");
    const text = `${first === "" ? elsewhere(asked, bench) : first}. ${NEEDS[asked.kind]}: ${asked.words}.`;
    if (lengthOf(text, bench) > LONGEST || text.length > 400) continue;
    const shown = [
      ...(lead?.sources ?? []),
      ...(words !== null && line ? [line] : []),
      ...(phrase?.sources ?? []),
    ];
    const place = asked.lines[0] ?? asked.skills.flatMap(({ at }) => at)[0];
    const sources = shown.length > 0 || !place ? shown : [wholeOf(place.document)];
    const computed = [...(lead?.computed ?? []), ...(phrase?.computed ?? [])];
    const why = [
      asked.kind === "must" ? "a must of the posting" : "a plus in the posting",
      job ? "told of a job" : "not told of a job",
      ...(months > 0 ? [durationInWords(months)] : []),
    ].join(", ");
    return [
      {
        text,
        sources: [...sources, asked.source].slice(0, 8),
        computed: [...new Set(computed)],
        why,
      },
    ];
  }
  return [];
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
    const time = job.months !== null && job.months > 0 ? durationInWords(job.months) : null;
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
