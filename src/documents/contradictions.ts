/** Where two documents of one person do not agree. Which is right nobody here decides. */
import { plainLetters } from "./month-names.ts";
import { monthsOf } from "./overlaps.ts";
import type { Entry, Moment, Span } from "./shape.ts";

export interface SourcedEntry extends Entry {
  source: string;
}

export interface Contradiction {
  about: "from" | "to" | "title";
  /** What each of the two documents has, for a person to look at. */
  sides: [{ source: string; span: Span }, { source: string; span: Span }];
}

const FORMS =
  /\b(?:gmbh|ag|kg|se|inc|llc|ltd|limited|corp|corporation|company|co|plc|sas?|sarl|sl|srl|spa|bv|nv|ab|oy|group)\b/g;

/** An employer's name as far as two ways to write it are the same. */
const sameName = (name: string): string =>
  plainLetters(name)
    .replaceAll(/[.,&]/g, " ")
    .replaceAll(FORMS, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

/** Every disagreement about the same employment between documents. */
export const findContradictions = (
  entries: readonly SourcedEntry[],
  today: Temporal.PlainDate,
): Contradiction[] =>
  pairsIn(entries, today)
    .filter(([one, other]) => !areSameTimes(stintsOf(one, entries), stintsOf(other, entries)))
    .flatMap(([one, other]) => compare(one, other));

/** Entries of two documents about one employment: the nearest of each other, at the same time. Somebody may work at one place
 * twice, and a document may tell of one time alone. */
const pairsIn = (
  entries: readonly SourcedEntry[],
  today: Temporal.PlainDate,
): [SourcedEntry, SourcedEntry][] => {
  const possible = entries
    .flatMap((one, index) =>
      entries
        .slice(index + 1)
        .filter((other) => other.source !== one.source && isSamePlace(one, other))
        .filter((other) => mayBeAtOnce(one, other, today))
        .map((other): [SourcedEntry, SourcedEntry] => [one, other]),
    )
    .toSorted(([a, b], [c, d]) => distance(a, b) - distance(c, d));
  const taken = new Set<string>();
  return possible.filter(([one, other]) => {
    const keys = [keyOf(one, other.source), keyOf(other, one.source)];
    if (keys.some((key) => taken.has(key))) return false;
    for (const key of keys) taken.add(key);
    return true;
  });
};

const keyOf = ({ source, span }: SourcedEntry, against: string): string =>
  `${source} ${span.start} ${against}`;

/** Whether two entries have a month in common, or one of them does not say when it was. */
const mayBeAtOnce = (one: Entry, other: Entry, today: Temporal.PlainDate): boolean => {
  const [mine, theirs] = [monthsOf(one, today), monthsOf(other, today)];
  return !mine || !theirs || (mine.from < theirs.to && theirs.from < mine.to);
};

const stintsOf = ({ source, ...entry }: SourcedEntry, entries: readonly SourcedEntry[]) =>
  entries.filter((other) => other.source === source && isSamePlace({ source, ...entry }, other));

/** Roles told one by one in one document, and as one employment in the other. */
const areSameTimes = (one: readonly Entry[], other: readonly Entry[]): boolean => {
  if (one.length === other.length) return false;
  const [mine, theirs] = [wholeOf(one), wholeOf(other)];
  return !differ(mine.from, theirs.from) && !differ(mine.to, theirs.to);
};

const wholeOf = (entries: readonly Entry[]): Pick<Entry, "from" | "to"> => {
  const order = (moment: Entry["to"]): number =>
    moment === "present"
      ? Number.MAX_SAFE_INTEGER
      : (moment?.year ?? 0) * 12 + (moment?.month ?? 6);
  const froms = entries.map(({ from }) => from).toSorted((a, b) => order(a) - order(b));
  const tos = entries.map(({ to }) => to).toSorted((a, b) => order(b) - order(a));
  return { from: froms[0] ?? null, to: tos[0] ?? null };
};

const isSamePlace = (one: SourcedEntry, other: SourcedEntry): boolean =>
  one.kind === other.kind &&
  one.employer !== null &&
  other.employer !== null &&
  sameName(one.employer) === sameName(other.employer);

const distance = (one: Entry, other: Entry): number =>
  Math.abs(
    (one.from?.year ?? 0) * 12 +
      (one.from?.month ?? 6) -
      (other.from?.year ?? 0) * 12 -
      (other.from?.month ?? 6),
  );

const compare = (one: SourcedEntry, other: SourcedEntry): Contradiction[] => {
  const sides: Contradiction["sides"] = [
    { source: one.source, span: one.span },
    { source: other.source, span: other.span },
  ];
  const abouts: Contradiction["about"][] = [
    ...(differ(one.from, other.from) ? (["from"] as const) : []),
    ...(differ(one.to, other.to) ? (["to"] as const) : []),
    ...(differInWords(one.title, other.title) ? (["title"] as const) : []),
  ];
  return abouts.map((about) => ({ about, sides }));
};

/** What one of them does not say is no contradiction. */
const differ = (one: Entry["to"], other: Entry["to"]): boolean => {
  if (one === null || other === null) return false;
  if (one === "present" || other === "present") return one !== other;
  return one.year !== other.year || differInMonth(one, other);
};

const differInMonth = (one: Moment, other: Moment): boolean =>
  one.month !== null && other.month !== null && one.month !== other.month;

const differInWords = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && sameName(one) !== sameName(other);
