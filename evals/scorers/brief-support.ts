/** Whether each sentence of a brief stands on its sources: told once more with other code, so that a fault in the product's own
 * check does not hide. It believes nothing that a brief says was counted, and counts itself. */
import type { BriefMaterial } from "../../agents/briefing/material.ts";
import type { Brief, BriefSentence } from "../../src/domain/brief.ts";

const OUR_WORDS = new Set(
  [
    "a about agree also an and as ask asked asks at began between by",
    "candidate closest different describe divided do does done ended experience fit for found from had has have how",
    "in into is it its job jobs kind languages must name named names no not of on or",
    "part plus posting recent resume resumes right role same say schooling says show shows",
    "than that the their them there these things this time title to today two was were what when which",
    "who with work worked you your did each dates",
  ].flatMap((line) => line.split(" ")),
);

const WORDS = new Intl.Segmenter("en", { granularity: "word" });
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

const wordsIn = (text: string): string[] =>
  Array.from(WORDS.segment(text.normalize("NFC")))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.toLowerCase());

const flat = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/["'‘’“”„]/g, "'")
    .split(/\s+/)
    .filter(Boolean)
    .join(" ")
    .toLowerCase();

const textOf = (id: string, material: BriefMaterial): string | undefined => {
  const { posting, plan, requisition, notes, feedback, resume } = material;
  const resumes = resume.documents.map(({ source, text }) => ({ id: source, text: text.quoted }));
  const others = [posting, plan, ...notes, ...feedback, ...(requisition ? [requisition] : [])];
  return [...resumes, ...others].find((one) => one.id === id)?.text;
};

type Job = BriefMaterial["resume"]["jobs"][number];

/** Every month of a job by its number. */
const monthsOf = ({ from, to }: Job, today: string): Set<number> => {
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7));
  if (!from || !to) return new Set();
  const begin = from.year * 12 + (from.month ?? 7) - 1;
  const end = Math.min(now, to === "present" ? now : to.year * 12 + (to.month ?? 6));
  const isHalf = to !== "present" && begin >= end && from.year === to.year;
  const [first, after] = isHalf
    ? [from.year * 12, Math.min(from.year * 12 + 6, now)]
    : [begin, end];
  return new Set(Array.from({ length: Math.max(0, after - first) }, (_, index) => first + index));
};

const lasting = (months: number): string => {
  const years = Math.floor(months / 12);
  const rest = months - years * 12;
  const parts = [
    years > 0 ? `${years} year${years > 1 ? "s" : ""}` : "",
    rest > 0 ? `${rest} month${rest > 1 ? "s" : ""}` : "",
  ];
  return parts.filter(Boolean).join(" ");
};

const named = (moment: { year: number; month: number | null }): string =>
  moment.month === null
    ? `${moment.year}`
    : `${MONTH.format(Temporal.Instant.from(`2024-${String(moment.month).padStart(2, "0")}-15T00:00:00Z`).epochMilliseconds)} ${moment.year}`;

/** What may be said to be counted of the places that a sentence names. */
const countable = (sentence: BriefSentence, { resume, today }: BriefMaterial): string[] => {
  const isCited = (at: Job["at"]): boolean =>
    sentence.sources.some(
      ({ document, span }) =>
        document === at.source &&
        span !== null &&
        span.end > at.span.start &&
        span.start < at.span.end,
    );
  const jobs = resume.jobs.filter(({ at }) => isCited(at));
  const dates = jobs
    .flatMap(({ from, to }) => [from, to === "present" ? null : to])
    .flatMap((one) => (one ? [named(one)] : []));
  const own = jobs.map((job) => monthsOf(job, today));
  const common = own.flatMap((one, index) =>
    own.slice(index + 1).map((other) => [...one].filter((month) => other.has(month)).length),
  );
  const skills = resume.skills
    .filter(({ at }) => at.some(isCited))
    .map(({ at }) => {
      const using = resume.jobs.filter((job) =>
        at.some(
          ({ source, span }) =>
            source === job.at.source &&
            span.start >= job.at.span.start &&
            span.end <= job.at.span.end,
        ),
      );
      return new Set(using.flatMap((job) => [...monthsOf(job, today)])).size;
    });
  return [...dates, ...[...own.map((one) => one.size), ...common, ...skills].map(lasting)].filter(
    Boolean,
  );
};

/** What is wrong with one sentence; empty: it is supported. */
const faultsOf = (
  sentence: BriefSentence & { ask?: string },
  brief: Brief,
  material: BriefMaterial,
): string[] => {
  const misplaced = sentence.sources.filter(({ document, span, quote }) => {
    const text = textOf(document, material);
    if (text === undefined) return true;
    return span === null
      ? quote !== ""
      : quote === "" || text.substring(span.start, span.end) !== quote;
  });
  if (misplaced.length > 0 || sentence.sources.length === 0)
    return ["a source is not where it is said to be"];
  const titles = brief.documents
    .filter(({ id }) => sentence.sources.some((one) => one.document === id))
    .map(({ title }) => title);
  const evidence = sentence.sources.map(({ quote }) => flat(quote));
  const known = new Set([...evidence, ...titles].flatMap(wordsIn));
  const counted = countable(sentence, material).toSorted((one, other) => other.length - one.length);
  return [sentence.text, sentence.ask ?? ""].flatMap((text) => {
    const pieces = text.split(/[“”]/);
    const quoted = pieces
      .filter((_, index) => index % 2 === 1)
      .map((piece) => flat(piece.replace(/…$/, "")));
    const unsaid = quoted.filter(
      (piece) => piece === "" || !evidence.some((one) => one.includes(piece)),
    );
    const own = pieces.filter((_, index) => index % 2 === 0).join(" ");
    const rest = counted.reduce((left, piece) => left.split(piece).join(" "), own);
    const alien = wordsIn(rest).filter((word) => !known.has(word) && !OUR_WORDS.has(word));
    return [
      ...unsaid.map((piece) => `not in its sources: ${piece}`),
      ...alien.map((word) => `unsupported: ${word}`),
    ];
  });
};

/** How many sentences there are, how many are supported, and what is wrong with the others. */
export const measureSupport = (
  brief: Brief,
  material: BriefMaterial,
): { sentences: number; supported: number; faults: string[] } => {
  const all = [...brief.highlights, ...brief.background, ...brief.probe, ...brief.selling];
  const faults = all.map((one) => faultsOf(one, brief, material));
  return {
    sentences: all.length,
    supported: faults.filter((each) => each.length === 0).length,
    faults: faults.flatMap((each, index) => each.map((fault) => `${all[index]?.id}: ${fault}`)),
  };
};
