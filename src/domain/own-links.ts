/** Links of the candidate's own, in a text that is shown before they are made: who has one speaks for the candidate, so that they stand
 * in the mail alone. */

/** What stands for the page's link wherever it is not to be known. */
export const PAGE_IN_WORDS = "(a link of the candidate's own, in the mail alone)";

/** The same for the link to the assistant, which stands below whatever the mail says. */
const ASSISTANT_IN_WORDS = "(a link to the assistant, in the mail alone)";
/** What is said before it. */
export const ASSISTANT_LINES = `A question? Software answers it at once, or asks a person for you:\n${ASSISTANT_IN_WORDS}`;

/** Links that stand in a mail alone; null: the lines that name it are left out. */
export interface OwnLinks {
  page: string | null;
  assistant: string | null;
}

/** A rendered text with the candidate's own links in their places. */
export const withOwnLinks = (text: string, { page, assistant }: OwnLinks): string =>
  withLink(withLink(text, PAGE_IN_WORDS, page), ASSISTANT_IN_WORDS, assistant);

const withLink = (text: string, place: string, url: string | null): string => {
  if (url !== null) return text.replaceAll(place, () => url);
  const lines = text.split("\n");
  // A line that says no more than what the link behind it is for goes with it.
  const leadsTo = (index: number): boolean =>
    (lines[index]?.endsWith(":") ?? false) && (lines[index + 1]?.includes(place) ?? false);
  return lines
    .filter((line, index) => !line.includes(place) && !leadsTo(index))
    .join("\n")
    .trimEnd();
};
