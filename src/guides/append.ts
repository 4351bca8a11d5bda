/** Adds an answer to a guide, under a heading that is there or one of its own. */
import type { Tx } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { type Block, plainWords } from "../domain/markdown.ts";
import { readMarkdown, tidyMarkdown } from "../domain/read-markdown.ts";
import { type GuideVersion, type Saving, lockGuides, presentGuide, saveGuide } from "./saved.ts";

/** A heading has at most so many characters. */
export const MOST_IN_HEADING = 200;

/** What is added: `title` is the heading, `text` plain words, in which lists and links of Markdown count. */
export interface Addition extends Saving {
  guideId: string;
  title: string;
  text: string;
  /** By which it is found as well; see `foundByLine`. */
  foundBy?: string;
}

/** Adds a version with the text. What stands below the heading already is added nothing. Errors: `not_found`; `input_invalid`
 * without a heading or a text; `guide_invalid` when the text holds what no guide may hold, or the guide is full. */
export const appendToGuide = async (
  tx: Tx,
  { guideId, title, text, foundBy = "", ...saving }: Addition,
): Promise<GuideVersion> => {
  const heading = title.replaceAll(/\s+/g, " ").trim();
  const added = tidyMarkdown(text).trim();
  if (heading === "" || added === "" || heading.length > MOST_IN_HEADING) throw unusable();
  await lockGuides(tx);
  const present = await presentGuide(tx, guideId);
  const change = { guideId, basedOn: present.version };
  const answered = withAnswer(present.text, heading, added);
  const whole = foundBy === "" ? answered : withAnswer(answered, heading, foundBy);
  return await saveGuide(tx, { ...change, text: whole }, saving);
};

/** The guide's text with the answer under the heading. */
export const withAnswer = (guide: string, heading: string, answer: string): string => {
  const lines = guide.split("\n");
  const headings = (readMarkdown(guide).blocks ?? []).filter((block) => block.kind === "heading");
  const at = headings.findIndex((block) => isSame(wordsOf(block), heading));
  const words = plainMarkdown(answer);
  if (at === -1) return joined([guide, `## ${plainHeading(heading)}`, words]);
  const next = headings[at + 1]?.line ?? lines.length + 1;
  const before = lines.slice(0, next - 1).join("\n");
  const section = lines.slice((headings[at]?.line ?? 1) - 1, next - 1).join("\n");
  if (section.includes(words)) return guide;
  return joined([before, words, lines.slice(next - 1).join("\n")]);
};

const wordsOf = (heading: Block & { kind: "heading" }): string => plainWords(heading.inner);

const isSame = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.toLowerCase();

const joined = (parts: readonly string[]): string =>
  parts
    .map((part) => part.replace(/^\n+/, "").trimEnd())
    .filter((part) => part !== "")
    .join("\n\n");

/** Words that are no marks of Markdown. */
const plainHeading = (words: string): string => words.replaceAll(/[\\`*_[\]<>#]/g, String.raw`\$&`);

/** No line of an answer becomes a heading, HTML or a picture. */
const plainMarkdown = (words: string): string =>
  words
    .replaceAll("<", String.raw`\<`)
    .replaceAll("![", String.raw`!\[`)
    .replaceAll(/^([ \t]*)(#{1,6}(?=\s|$)|[=-]+[ \t]*$|`{3}|~{3})/gm, String.raw`$1\$2`);

const unusable = (): AppError =>
  new AppError({
    code: "input_invalid",
    fault: "caller",
    message: `What is added to a guide needs a text, and a heading of at most ${MOST_IN_HEADING} characters. Nothing was changed.`,
  });
