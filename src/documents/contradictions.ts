/** Where two documents of one person do not agree. Which is right nobody here decides. */
import { plainLetters } from "./month-names.ts";
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
export const findContradictions = (entries: readonly SourcedEntry[]): Contradiction[] =>
  entries.flatMap((one, index) => {
    const others = entries
      .slice(index + 1)
      .filter((other) => other.source !== one.source && isSamePlace(one, other));
    // The same place twice: only the nearer one is meant.
    const nearest = others.toSorted((a, b) => distance(one, a) - distance(one, b))[0];
    return nearest ? compare(one, nearest) : [];
  });

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
