/** What can be quoted of a passage by itself: whole sentences; of a list each item with the line that leads to it. */

const BLOCKS = /\n\s*\n|\n(?=\s*(?:[-•*]|\d+[.)])\s)/;
const ITEM = /^\s*(?:[-•*]|\d+[.)])\s+/;
/** No sentence begins with a small letter or a number: what comes before it may be short for something. */
const BETWEEN = /(?<=[.!?]["”’)]?)\s+(?=["“‘(]?\p{Lu})/u;
const ENDED = /[.!?]["”’)]*\s*$/;

/** All of them, in order. */
export const sentencesOf = (passage: string): string[] => {
  let lead = "";
  return passage.split(BLOCKS).flatMap((block) => {
    const words = block.replace(ITEM, "").trim();
    const parts = words.split(BETWEEN);
    if (!ITEM.test(block)) {
      lead = ENDED.test(words) ? "" : (parts.at(-1) ?? "");
      return parts;
    }
    // “You must not bring:” belongs to each thing that follows.
    const items = parts.map((part) => led(lead, part));
    if (words.endsWith(":")) lead = led(lead, words);
    return items;
  });
};

const led = (lead: string, words: string): string =>
  lead === "" ? words : `${lead.replace(/[:,]$/, "")}: ${words}`;
