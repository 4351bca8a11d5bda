/** What code has counted from the resumes, in words, and from which places: nothing else may be said to be counted. */
import { monthsOf } from "../../src/documents/overlaps.ts";
import type { Moment } from "../../src/documents/shape.ts";
import type { BriefMaterial } from "./material.ts";
import type { Stretch } from "./sentences.ts";

/** One job of the resumes. */
export type Job = BriefMaterial["resume"]["jobs"][number];

/** A place in one of the documents. */
export interface Place extends Stretch {
  document: string;
}

/** Something counted, and the place that it was counted from. */
export interface CountedFact extends Place {
  words: string;
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** `March 2019`, or the year alone. */
export const momentInWords = ({ year, month }: Moment): string =>
  month === null ? String(year) : `${MONTHS[month - 1] ?? ""} ${year}`;

const counted = (count: number, one: string): string[] =>
  count === 0 ? [] : [`${count} ${one}${count === 1 ? "" : "s"}`];

/** `6 years 8 months`. */
export const durationInWords = (months: number): string =>
  [...counted(Math.floor(months / 12), "year"), ...counted(months % 12, "month")].join(" ");

/** Pieces that say when a job was: `March 2019`, and when it ended, or `today` while it goes on. */
export const datesOf = (
  { from, to }: Job,
  { today }: Pick<BriefMaterial, "today">,
): { from: string; to: string } | null => {
  if (!from || !to) return null;
  const isOn = to === "present" || isToCome(to, today);
  return { from: momentInWords(from), to: isOn ? "today" : momentInWords(to) };
};

/** Whether a month, or a year, is after today. */
export const isToCome = ({ year, month }: Moment, today: string): boolean => {
  const now = Temporal.PlainDate.from(today);
  return year > now.year || (year === now.year && month !== null && month > now.month);
};

const placeOf = ({ source, span }: Job["at"]): Place => ({
  document: source,
  start: span.start,
  end: span.end,
});

/** All that is counted. */
export const countedFacts = ({ resume }: BriefMaterial): CountedFact[] => {
  const ofJobs = resume.jobs.flatMap((job) => {
    const { from, to, months } = job;
    const moments = [from, to].filter((one) => one !== null && one !== "present");
    const words = [
      ...moments.map(momentInWords),
      ...(months === null || months < 1 ? [] : [durationInWords(months)]),
    ];
    return words.map((one) => ({ words: one, ...placeOf(job.at) }));
  });
  const ofSkills = resume.skills.flatMap(({ months, at }) =>
    months === null || months < 1
      ? []
      : at.map((one) => ({ words: durationInWords(months), ...placeOf(one) })),
  );
  const ofOverlaps = resume.overlaps.flatMap(({ jobs, months }) =>
    jobs.flatMap((index) => {
      const job = resume.jobs[index];
      return job ? [{ words: durationInWords(months), ...placeOf(job.at) }] : [];
    }),
  );
  return [...ofJobs, ...ofSkills, ...ofOverlaps];
};

/** The job that a place of a resume tells of. */
export const jobAt = (material: BriefMaterial, place: Place): Job | null =>
  material.resume.jobs.find(
    ({ at }) =>
      at.source === place.document && at.span.start <= place.start && place.end <= at.span.end,
  ) ?? null;

/** The jobs on both sides of a gap; null when that cannot be told. */
export const jobsAround = (
  material: BriefMaterial,
  gap: BriefMaterial["resume"]["gaps"][number],
): { before: Job; after: Job } | null => {
  const today = Temporal.PlainDate.from(material.today);
  const start = gap.from.year * 12 + (gap.from.month ?? 1) - 1;
  const months = material.resume.jobs.map((job) => ({ job, months: monthsOf(job, today) }));
  const before = months.find((one) => one.months?.to === start)?.job;
  const after = months.find((one) => one.months?.from === start + gap.months)?.job;
  return before && after ? { before, after } : null;
};

/** What kind of section a place of a resume is in. Schooling is told wherever it stands, under a heading of its own or not. */
export const sectionAt = (
  { document, start }: Place,
  { material: { resume } }: { material: BriefMaterial },
): string => {
  const isIn = ({ span }: { span: Stretch }): boolean => span.start <= start && start < span.end;
  if (resume.education.some(({ at }) => at.source === document && isIn(at))) return "education";
  const sections = resume.documents.find(({ source }) => source === document)?.sections ?? [];
  return sections.find(isIn)?.kind ?? "other";
};
