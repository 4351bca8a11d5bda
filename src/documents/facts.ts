/** Facts of a person's documents, by code: where they worked, as what and when, and with what. Each says where it stands.
 * Nobody is measured by them. Schooling is listed without its years: they would tell an age. */
import { type Contradiction, type SourcedEntry, findContradictions } from "./contradictions.ts";
import { settledEntries } from "./last-updated.ts";
import { type Months, countMonths, gapsIn, momentOf, monthsOf } from "./overlaps.ts";
import type { Link, Moment, ReadDocument, Span } from "./shape.ts";

/** A document and what it is called, for instance `resume/abc`. */
export interface SourcedDocument {
  source: string;
  document: ReadDocument;
}

/** Where a fact stands. */
interface Evidence {
  source: string;
  span: Span;
}

export interface ResumeFacts {
  jobs: {
    employer: string | null;
    title: string | null;
    from: Moment | null;
    to: Moment | "present" | null;
    /** Null when its dates do not say. */
    months: number | null;
    at: Evidence;
  }[];
  /** Of work, each month counted once however many jobs it had; null when no job has dates. */
  monthsInAll: number | null;
  /** Three months and more between two jobs in which no schooling is told. Both months included. */
  gaps: { from: Moment; to: Moment; months: number }[];
  /** Pairs of jobs at the same time: places in `jobs`. */
  overlaps: { jobs: [number, number]; months: number }[];
  /** `months` of the jobs that name it, each counted once; null when no job with dates does. */
  skills: { skill: string; months: number | null; at: Evidence[] }[];
  education: { school: string | null; degree: string | null; at: Evidence }[];
  links: (Link & { source: string })[];
  contradictions: Contradiction[];
}

const SHORTEST_GAP = 3;

/** The facts of all documents of one person, in the order of the documents. */
export const resumeFacts = (
  given: readonly SourcedDocument[],
  today: Temporal.PlainDate,
): ResumeFacts => {
  const settled = given.map(({ source, document }) => ({
    source,
    document,
    entries: settledEntries(document, today),
  }));
  const documents = settled.map(({ source, document, entries }) => ({
    source,
    document: { ...document, entries },
  }));
  const entries = settled.flatMap(({ source, entries: own }) =>
    own.map((entry) => ({ ...entry, source })),
  );
  const jobs = entries.filter(({ kind }) => kind === "job");
  const schools = entries.filter(({ kind }) => kind === "school");
  const times = jobs.map((job) => monthsOf(job, today));
  const worked = times.filter((months) => months !== null);
  const beside = entries
    .filter(({ kind }) => kind !== "job")
    .flatMap((entry) => monthsOf(entry, today) ?? []);
  return {
    jobs: jobs.map(({ employer, title, from, to, source, span }, index) => ({
      employer,
      title,
      from,
      to,
      months: lengthOf(times[index] ?? null),
      at: { source, span },
    })),
    monthsInAll: worked.length === 0 ? null : countMonths(worked),
    gaps: findGaps(worked, beside),
    overlaps: findOverlaps(jobs, times),
    skills: findSkillMonths(documents, today),
    education: schools.map(({ employer, title, source, span }) => ({
      school: employer,
      degree: title,
      at: { source, span },
    })),
    links: documents.flatMap(({ source, document }) =>
      document.links.map((link) => ({ ...link, source })),
    ),
    contradictions: findContradictions(
      // What an old document calls the present it does not say of today.
      entries.map(({ isSettled, ...entry }) => (isSettled ? { ...entry, to: null } : entry)),
      today,
    ),
  };
};

const lengthOf = (months: Months | null): number | null => months && months.to - months.from;

/** Between two jobs: where schooling begins or ends, its years would be told. */
const findGaps = (worked: readonly Months[], beside: readonly Months[]): ResumeFacts["gaps"] => {
  const begins = new Set(worked.map(({ from }) => from));
  const ends = new Set(worked.map(({ to }) => to));
  return gapsIn([...worked, ...beside])
    .filter(({ from, to }) => to - from >= SHORTEST_GAP && ends.has(from) && begins.has(to))
    .map(({ from, to }) => ({ from: momentOf(from), to: momentOf(to - 1), months: to - from }));
};

/** Within one document: the same job in two of them is no second job. */
const findOverlaps = (
  jobs: readonly SourcedEntry[],
  times: readonly (Months | null)[],
): ResumeFacts["overlaps"] =>
  jobs.flatMap((job, one) =>
    jobs.flatMap((otherJob, other) => {
      const [mine, theirs] = [times[one], times[other]];
      if (other <= one || job.source !== otherJob.source || !mine || !theirs) return [];
      const months = Math.min(mine.to, theirs.to) - Math.max(mine.from, theirs.from);
      // A month in which one ends and the next begins is no overlap.
      return months > 1 ? [{ jobs: [one, other] as [number, number], months }] : [];
    }),
  );

const findSkillMonths = (
  documents: readonly SourcedDocument[],
  today: Temporal.PlainDate,
): ResumeFacts["skills"] => {
  const found = new Map<string, { at: Evidence[]; months: Months[] }>();
  for (const { source, document } of documents) {
    const jobs = document.entries.filter(({ kind }) => kind === "job");
    for (const { skill, spans } of document.skills) {
      const one = found.get(skill) ?? { at: [], months: [] };
      one.at.push(...spans.map((span) => ({ source, span })));
      const using = jobs.filter((job) => spans.some((span) => isWithin(span, job.span)));
      one.months.push(...using.flatMap((job) => monthsOf(job, today) ?? []));
      found.set(skill, one);
    }
  }
  return [...found].map(([skill, { at, months }]) => ({
    skill,
    months: months.length === 0 ? null : countMonths(months),
    at,
  }));
};

const isWithin = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;
