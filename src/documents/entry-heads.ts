/** What stands at the head of a dated entry: beside its dates, above them, or below. Lines of one paragraph each, with an empty
 * one between all of them, as Word and HTML have it, are read like lines without: there the first entry shows the layout. */
import { type DateRange, readRanges } from "./date-ranges.ts";
import { type Part, namesOf, partsOf } from "./entry-names.ts";
import { isBesideNames, isDuration } from "./places.ts";
import type { Entry } from "./shape.ts";
import type { Line } from "./spans.ts";

export const BULLET = /^\s*(?:[•·▪◦●■*–—-]|\d+[.)])\s/;
export const LONGEST_HEAD = 110;
const MOST_ABOVE = 2;
const MOST_BELOW = 2;
/** Lines of places and lengths of time among them included. */
const MOST_LINES = 4;
const ENDS_SENTENCE =
  /(?<!\b(?:inc|ltd|co|corp|llc|bros|e\.v|s\.a|s\.r\.l|s\.l|s\.p\.a))[.;:]\s*$/i;

/** How the lines of a section stand. */
export interface Layout {
  /** Without the empty ones where there is one after each. */
  lines: Line[];
  isSpaced: boolean;
  /** The first dates have nothing above them, and no name beside them. */
  isDatesFirst: boolean;
  /** How many lines the first entry has above its dates. */
  above: number;
}

/** A line with the dates of an entry. */
export interface Dated {
  kind: Entry["kind"];
  range: Pick<DateRange, "start" | "end">;
  at: number;
}

export interface Head {
  /** Where it begins: a place in the text, and in the lines. */
  start: number;
  from: number;
  parts: Part[];
  /** The employer of this and of what follows under it: told once, with how long it was in all. */
  group: string | null;
  /** Lines above may be of the entry before. */
  isSure: boolean;
}

const isEmpty = ({ text }: Line): boolean => text.trim() === "";

/** Whether most lines have an empty one after them: then it parts nothing. Lists stand together in any layout. */
export const isSpaced = (lines: readonly Line[]): boolean => {
  let [together, apart] = [0, 0];
  let before: "line" | "empty" | null = null;
  for (const line of lines) {
    if (BULLET.test(line.text)) before = null;
    else if (isEmpty(line)) before = before === null ? null : "empty";
    else {
      if (before === "line") together += 1;
      if (before === "empty") apart += 1;
      before = "line";
    }
  }
  return apart > together;
};

/** The layout of lines whose first dates are these. Without a heading, what is above may be the person's own name. */
export const layoutOf = (
  lines: Line[],
  { first, spaced, isHeaded }: { first: Dated | undefined; spaced: boolean; isHeaded: boolean },
): Layout => {
  const before = lines.slice(0, first?.at ?? 0).filter((line) => !isEmpty(line));
  const own = first && besideOf(lines[first.at], first);
  const isTold = !isHeaded && first !== undefined && hasNames(own ?? [], first.kind);
  const above = isTold ? 0 : namedBefore(before);
  return {
    lines,
    isSpaced: spaced,
    isDatesFirst: above === 0 && own?.length === 0,
    above: Math.min(above, MOST_ABOVE),
  };
};

const namedBefore = (lines: readonly Line[]): number => {
  const last = lines.findLastIndex((line) => !isHeadLine(line));
  return lines.slice(last + 1).filter(({ text }) => !isBesideNames(text)).length;
};

/** What stands beside the dates; else above them, else below. */
export const headOf = (layout: Layout, dated: Dated, before: number): Head => {
  const { lines } = layout;
  const own = lines[dated.at];
  if (!own) return { start: 0, from: 0, parts: [], group: null, isSure: true };
  const beside = besideOf(own, dated);
  const found = linesAbove(layout, dated, before);
  const taken = layout.isSpaced || beside.length === 0 || found.isSure ? found.taken : [];
  const cut = isRightColumn(own, dated) ? leftColumn : (text: string): string => text;
  const parts = [...beside];
  let from = dated.at;
  for (const at of taken.toReversed()) {
    if (!found.isSure && hasNames(parts, dated.kind)) break;
    const text = cut(withoutDates(lines[at]?.text ?? ""));
    parts.unshift(...partsOf(text, { kind: dated.kind, isSure: found.isSure }));
    from = at;
  }
  const head = { start: (lines[from] ?? own).start, from, isSure: found.isSure };
  if (found.group !== null) return { ...head, group: found.group, parts };
  const mayBeBelow = !layout.isSpaced || layout.isDatesFirst || layout.above === 0;
  if (parts.length >= 2 || !mayBeBelow) return { ...head, group: null, parts };
  const below = linesBelow(lines, dated.at).flatMap(({ text }) =>
    partsOf(cut(withoutDates(text)), { kind: dated.kind, isSure: parts.length === 0 }),
  );
  return { ...head, group: null, parts: [...parts, ...below] };
};

const hasNames = (parts: readonly Part[], kind: Entry["kind"]): boolean => {
  const { employer, title } = namesOf(parts, kind);
  return employer !== null && title !== null;
};

const besideOf = (own: Line | undefined, { range, kind }: Dated): Part[] => {
  const text = own?.text ?? "";
  return partsOf(`${text.slice(0, range.start)}\t${text.slice(range.end)}`, { kind, isSure: true });
};

/** Whether the dates stand in a column of their own, to the right. */
const isRightColumn = ({ text }: Line, { range }: Dated): boolean =>
  /\S.*(?:\t|\s{3,})[\s(]*$/.test(text.slice(0, range.start));

/** What stands in the column of the dates is a place, unless words of it say otherwise. */
const leftColumn = (text: string): string => {
  const [left = "", ...right] = text.trim().split(/\t|\s{3,}/);
  const names = namesOf(partsOf(right.join("\t"), { kind: "job", isSure: false }), "job");
  return names.title === null && names.employer === null ? left : text;
};

const withoutDates = (text: string): string =>
  readRanges(text, { singles: true })
    .toReversed()
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);

interface Above {
  taken: number[];
  isSure: boolean;
  group: string | null;
}

/** Lines over the dates that may be of their head, in order. */
const linesAbove = (layout: Layout, { at }: Dated, before: number): Above => {
  const { lines, isSpaced: spaced, isDatesFirst } = layout;
  const most = spaced ? layout.above : MOST_ABOVE;
  const taken: number[] = [];
  let index = at - 1;
  if (isDatesFirst) return { taken, isSure: false, group: null };
  for (; index > before && at - index <= MOST_LINES; index -= 1) {
    const line = lines[index];
    const group = groupAt(lines, index, before);
    if (group !== null)
      return { taken: [index - group.up, ...taken], isSure: true, group: group.employer };
    if (!line || !isHeadLine(line) || taken.length === most) break;
    if (!isBesideNames(line.text)) taken.unshift(index);
  }
  // Lines that belong to the entry before are told by an empty line between, or by being its only head.
  const over = lines[index];
  const isFirst = spaced ? before === -1 : !over || isEmpty(over);
  return { taken, isSure: taken.length > 0 && isFirst, group: null };
};

/** The employer over a line that says how long somebody was there in all, perhaps with an empty line under it. */
const groupAt = (
  lines: readonly Line[],
  at: number,
  before: number,
): { employer: string; up: number } | null => {
  const gap = lines[at] && isEmpty(lines[at]) ? 1 : 0;
  const [total, over] = [lines[at - gap], lines[at - gap - 1]];
  if (!total || !over || at - gap - 1 <= before) return null;
  if (!isDuration(total.text) || !isHeadLine(over)) return null;
  const employer = partsOf(over.text, { kind: "job", isSure: true })[0]?.text;
  return employer === undefined ? null : { employer, up: gap + 1 };
};

const linesBelow = (lines: readonly Line[], at: number): Line[] => {
  const below = lines.slice(at + 1, at + 1 + MOST_LINES);
  const end = below.findIndex((line) => !isHeadLine(line));
  return below
    .slice(0, end === -1 ? below.length : end)
    .filter(({ text }) => !isBesideNames(text))
    .slice(0, MOST_BELOW);
};

const isHeadLine = (line: Line): boolean =>
  !isEmpty(line) &&
  line.text.length <= LONGEST_HEAD &&
  !BULLET.test(line.text) &&
  !ENDS_SENTENCE.test(line.text) &&
  readRanges(line.text).length === 0;
