/** Text that somebody outside wrote (resumes, notes, feedback, mail, calendar titles, candidate names), as data.
 * A `Quoted` is an object, so it does not fit where a recipient, time, stage, URL or tool name is wanted. */
import { withoutHandles } from "./note-lines.ts";

/** Where a quoted text was read. */
export interface QuotedSource {
  /** `lever` | `calendar` | `mail` | `candidate` | `person` … */
  system: "lever" | "calendar" | "mail" | "candidate" | "person";
  /** Which record and field, for instance `opportunity/abc#name`. Ids only. */
  ref: string;
}

export interface Quoted {
  readonly quoted: string;
  readonly source: QuotedSource;
}

/** Labels foreign text. */
export const quote = (text: string, source: QuotedSource): Quoted => ({ quoted: text, source });

// Whatever Unicode has no sign for: bidirectional controls, zero-width characters, fillers, variation selectors, tags; the empty braille sign; other
// C0/C1 controls except tab and line feed.
const INVISIBLE =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2800\uFFF9-\uFFFB]|\p{Default_Ignorable_Code_Point}/gu;

/** What asks for the coloured sign of a picture. */
const OF_PICTURE = /(?<=\p{Extended_Pictographic})\uFE0F/gu;

/** Whether all of it can be seen. */
export const isVisible = (text: string): boolean =>
  cleanText(text) === text.normalize("NFC").replaceAll(OF_PICTURE, "");

/** The text in whole characters, without invisible, bidirectional and tag characters, and otherwise as it is. */
export const withoutInvisible = (text: string): string =>
  text.toWellFormed().replace(INVISIBLE, "");

/** The same in NFC. */
export const cleanText = (text: string): string =>
  withoutInvisible(text.toWellFormed().normalize("NFC"));

/** At most so many UTF-16 units from the beginning, and no half of a character at the end. */
export const shorten = (text: string, max: number): string =>
  text.slice(0, max).replace(/[\uD800-\uDBFF]$/, "");

/** What is longer than this, marks and all, is no name. */
const LONGEST_NAME = 1000;

/** A person's name as it was written, cleaned. Bringing long rows of combining marks to one normal form takes seconds: what
 * no name reaches is not even looked at. */
export const cleanName = ({ quoted }: Quoted): string => cleanText(shorten(quoted, LONGEST_NAME));

/** One line of somebody else's words as plain text: cleaned, without breaks, at most so many characters. */
export const cleanLine = (text: string, max: number): string =>
  shorten(cleanText(shorten(text, LONGEST_NAME)).replace(/\s+/g, " ").trim(), max);

/** What mail programs and chats would make a link of by themselves. */
const ADDRESS = /(?:[a-z0-9+.-]{0,20}:\/\/|www\.|mailto:)\S*|[^\s@]{1,200}@[^\s@]+/gi;
const LONGEST_SHOWN = 200;

/** What stands in the place of such an address. */
const LEFT_OUT = "(link left out)";

/** One line of somebody else's words, such as a question, without an address that could be followed. */
export const unlinkedLine = (text: string, max: number): string =>
  shorten(cleanLine(text, max).replace(ADDRESS, LEFT_OUT), max);

/** A name of the company's own records, such as a posting's title or a colleague's name, fit for any text of ours: one visible line,
 * without an address that could be followed, and without what wakes somebody up in a note. */
export const shownName = (name: string): string =>
  shorten(withoutHandles(unlinkedLine(name, LONGEST_SHOWN)), LONGEST_SHOWN);

/** The same of what a case is of. */
export const shownCase = ({
  postingTitle,
  stageName,
}: {
  postingTitle: string;
  stageName: string;
}): { postingTitle: string; stageName: string } => ({
  postingTitle: shownName(postingTitle),
  stageName: shownName(stageName),
});

/** One line of our own words, where a reader is to see that there is more: cut between words, with `…` in place of the rest. */
export const briefLine = (text: string, max: number): string => {
  const line = cleanLine(text, LONGEST_NAME);
  if (line.length <= max) return line;
  const cut = shorten(line, max - 1);
  // What is one long word is cut within it.
  const words = /\s/.test(line.charAt(cut.length)) ? cut : cut.replace(/\s+\S{0,40}$/, "");
  return `${words.replace(/[\s.,;:]+$/, "")}…`;
};

const LONGEST_WORDS = 2_000;

/** Somebody else's words as plain text: cleaned, at most 2,000 characters. What cannot be shown any more is not cleaned. */
export const cleanWords = (text: string): string =>
  shorten(cleanText(shorten(text, 4 * LONGEST_WORDS)).trim(), LONGEST_WORDS);

/** A person's name fit for one line of our own text: cleaned, one line, no links or markup, at most 80 characters.
 * Shape: never empty; `fallback` when nothing is left. */
export const plainName = (name: Quoted, fallback: string): string => {
  const line = cleanName(name)
    .replace(/\s+/g, " ")
    .replace(/(https?:|www\.|mailto:)\S*/gi, "")
    .replace(/[<>[\]{}()|`*_#\\@/]/g, "")
    .trim();
  const short = shorten(line, 80).trim();
  return short === "" ? fallback : short;
};
