/** What a reader of one kind of file gives, before anything is understood of it. */
import type { DocumentKind, Finding } from "./shape.ts";

export interface RawDocument {
  kind: DocumentKind;
  /** Visible text; lines end with a line feed, a tab stands between columns. */
  text: string;
  /** Where each page begins in `text`; empty where there are none. */
  pageStarts: number[];
  /** Addresses behind the text. */
  urls: string[];
  findings: Finding[];
}

/** A document of which nothing could be read. */
export const unread = (kind: DocumentKind, findings: Finding[]): RawDocument => ({
  kind,
  text: "",
  pageStarts: [],
  urls: [],
  findings,
});
