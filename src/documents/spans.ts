/** Places in a document's text. */
import type { RawDocument } from "./raw.ts";
import type { Span } from "./shape.ts";

export type Place = (start: number, end: number) => Span;

/** Makes spans of this document, each with the page on which it begins. */
export const placeIn =
  ({ pageStarts }: Pick<RawDocument, "pageStarts">): Place =>
  (start, end) => {
    const page = pageStarts.findLastIndex((begin) => begin <= start) + 1;
    return { start, end, page: page === 0 ? null : page };
  };

export interface Line {
  text: string;
  start: number;
  end: number;
}

/** The lines of a part of a text, empty ones too. Units: places in the whole text. */
export const linesIn = (text: string, from = 0, to = text.length): Line[] => {
  const lines: Line[] = [];
  let start = from;
  while (start <= to) {
    const at = text.indexOf("\n", start);
    const end = at === -1 || at > to ? to : at;
    lines.push({ text: text.slice(start, end), start, end });
    start = end + 1;
  }
  return lines;
};
