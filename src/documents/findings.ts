/** What can be wrong with a document, each in words for a coordinator. None holds a word of the document. */
import type { DocumentKind, Finding, ReadDocument, Span } from "./shape.ts";

export const FINDING_CODES = [
  "empty",
  "too_big",
  "too_many_pages",
  "text_cut",
  "took_too_long",
  "too_much_memory",
  "broken",
  "partly_broken",
  "encrypted",
  "scan",
  "picture",
  "unsupported_type",
  "other_type",
  "active_content",
  "attachments",
  "external_references",
  "invisible_text",
  "invisible_characters",
  "instructions_in_document",
  "language_not_known",
  "last_updated",
  "end_in_future",
  "employer_not_read",
  "dates_not_read",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

const SAYS: Record<FindingCode, (count: number) => string> = {
  empty: () => "The document is empty: ask for another copy.",
  too_big: () => "The file is larger than 10 MB: ask for a smaller one.",
  too_many_pages: (count) => `The document has ${count} pages: only the first 50 were read.`,
  text_cut: (count) =>
    `The document has more text than is read: the last ${count} characters were left out.`,
  took_too_long: () =>
    "Reading took longer than 10 seconds and was given up: ask for another copy.",
  too_much_memory: () => "The file unpacks to more than can be read: ask for another copy.",
  broken: () => "The file is damaged and cannot be opened: ask for another copy.",
  partly_broken: (count) => `Damaged, and left out: ${count} of its pages or parts.`,
  encrypted: () => "The file is locked with a password: ask for a copy without one.",
  scan: () => "A scan without text: ask for another copy.",
  picture: () => "A picture and not a document: ask for a PDF or Word file.",
  unsupported_type: () => "This kind of file is not read: ask for a PDF or Word file.",
  other_type: () => "The file is of another kind than its name says; it was read as what it is.",
  active_content: () => "The document holds a script or a command. Nothing of it was run.",
  attachments: () => "Files are attached inside the document. They were not opened.",
  external_references: () =>
    "The document refers to pictures or files elsewhere. Nothing was fetched.",
  invisible_text: (count) => `${count} characters that nobody can see were left out.`,
  invisible_characters: (count) => `${count} characters without a shape were left out.`,
  instructions_in_document: () =>
    "The document speaks to software that reads it. It is shown as text and followed by nobody.",
  last_updated: () =>
    "It says that it was last updated some time ago: what goes on in it is counted up to then.",
  end_in_future: () => "A job in it ends at a date to come: ask about its dates.",
  employer_not_read: (count) =>
    `${count === 1 ? "A job" : `${count} jobs`} without an employer that could be read: look at the file.`,
  dates_not_read: (count) =>
    `${count === 1 ? "A job" : `${count} jobs`} with dates that could not be read: look at the file.`,
  language_not_known: () => "Dates and headings of this language are not known: look at the text.",
};

/** A finding in words. */
export const finding = (
  code: FindingCode,
  { count = null, span = null }: { count?: number | null; span?: Span | null } = {},
): Finding => ({ code, says: SAYS[code](count ?? 0), span, count });

/** A document of which nothing could be read, and why. */
export const unreadDocument = (kind: DocumentKind, code: FindingCode): ReadDocument => ({
  kind,
  language: null,
  text: "",
  pages: 0,
  sections: [],
  entries: [],
  skills: [],
  links: [],
  findings: [finding(code)],
});
