/** What was understood of a document. What crosses this border: bytes or Lever's parsed data in, plain data out. All texts in
 * it were written by somebody outside: whoever shows or passes them on quotes them. */
import { z } from "zod";
import { FINDING_CODES } from "./findings.ts";

/** Where something stands. Units: UTF-16 units of `text`, half-open; pages count from 1, null where there are none. */
export const Span = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  page: z.int().min(1).nullable(),
});
export type Span = z.infer<typeof Span>;

/** A month, or a year of which the month is not known (null). */
export const Moment = z.object({
  year: z.int().min(1900).max(2200),
  month: z.int().min(1).max(12).nullable(),
});
export type Moment = z.infer<typeof Moment>;

/** What a section of a resume can be; `other` has no heading of its own. */
export const SECTION_KINDS = [
  "summary",
  "experience",
  "education",
  "skills",
  "projects",
  "languages",
  "certificates",
  "publications",
  "interests",
  "personal",
  "other",
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

export const Section = z.object({
  kind: z.enum(SECTION_KINDS),
  /** As written; empty for what stands before the first heading. */
  title: z.string(),
  span: Span,
});
export type Section = z.infer<typeof Section>;

export const Entry = z.object({
  /** `other` where nothing says that it is a job: it fills time, and is no experience. */
  kind: z.enum(["job", "school", "other"]),
  employer: z.string().nullable(),
  title: z.string().nullable(),
  from: Moment.nullable(),
  /** `present` while it goes on; null when not said. */
  to: z.union([Moment, z.literal("present")]).nullable(),
  span: Span,
});
export type Entry = z.infer<typeof Entry>;

export const FoundSkill = z.object({ skill: z.string(), spans: z.array(Span) });
export type FoundSkill = z.infer<typeof FoundSkill>;

export const Link = z.object({
  url: z.string(),
  kind: z.enum(["linkedin", "github", "mail", "web"]),
  /** Null when it lies behind the text, or on a picture. */
  span: Span.nullable(),
});
export type Link = z.infer<typeof Link>;

export const Finding = z.object({
  code: z.enum(FINDING_CODES),
  /** For a coordinator. Holds no word of the document. */
  says: z.string(),
  span: Span.nullable(),
  /** How many characters, pages or places it is about; null when that means nothing. */
  count: z.int().nullable(),
});
export type Finding = z.infer<typeof Finding>;

const DOCUMENT_KINDS = ["pdf", "docx", "html", "text", "parsed", "unknown"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A document as far as it was understood. Shape: all lists in the order of the text, parsed entries in Lever's. */
export const ReadDocument = z.object({
  /** By its content, not by its name. */
  kind: z.enum(DOCUMENT_KINDS),
  /** BCP 47, a guess; null when there is too little text to tell, and of parsed data. */
  language: z.string().nullable(),
  text: z.string(),
  /** Pages that were read; 0 where there are none. */
  pages: z.int(),
  sections: z.array(Section),
  entries: z.array(Entry),
  skills: z.array(FoundSkill),
  links: z.array(Link),
  findings: z.array(Finding),
});
export type ReadDocument = z.infer<typeof ReadDocument>;
