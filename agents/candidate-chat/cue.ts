/** The words by which a passage tells of a subject, made ready to be looked for. */
import type { Subject } from "./subject.ts";
import { SUBJECTS } from "./subjects.ts";

/** What is looked for, and what a passage is held to. */
export interface Cue {
  /** Single words; `*` for any end. */
  words: string;
  /** Its words in a heading or a text. */
  told: readonly RegExp[];
  /** All of a heading. */
  headings: readonly RegExp[];
}

const patternOf = (entry: string): string =>
  entry.replace("#", "").replaceAll("_", "[ -]").replaceAll("*", "\\p{L}*");

const cueFor = ({ told }: Subject): Cue => {
  const entries = told.split(" ");
  const isWhole = (entry: string): boolean => entry.startsWith("#");
  return {
    words: told.replaceAll(/[_#]/g, " "),
    told: entries
      .filter((entry) => !isWhole(entry))
      .map((entry) => new RegExp(`(?<![\\p{L}\\p{N}])${patternOf(entry)}(?![\\p{L}\\p{N}])`, "iu")),
    headings: entries
      .filter(isWhole)
      .map((entry) => new RegExp(`^\\s*${patternOf(entry)}\\W*$`, "iu")),
  };
};

const cues = new Map<Subject, Cue>();

export const cueOf = (subject: Subject): Cue => {
  const cue = cues.get(subject) ?? cueFor(subject);
  cues.set(subject, cue);
  return cue;
};

/** Subjects of which a line has one of the words that passages tell them by, whether or not it asks about them. */
export const namedIn = (line: string): Subject[] =>
  SUBJECTS.filter(
    (subject) =>
      subject.unless?.test(line) !== true && cueOf(subject).told.some((word) => word.test(line)),
  );
