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

/** One sentence of a passage, with what stands before it on its line. */
export interface PassageLine {
  /** `- ` of an item's first sentence; empty else. */
  mark: string;
  words: string;
  /** Place of the line that leads to it, such as “You must not bring:”; null: none does. */
  ledBy: number | null;
}

/** All of them as they stand, in order. */
export const linesOf = (passage: string): PassageLine[] => {
  const lines: PassageLine[] = [];
  let lead: number | null = null;
  for (const row of passage.split("\n").filter((each) => each.trim() !== "")) {
    const mark = ITEM.exec(row)?.[0] ?? "";
    const parts = row.slice(mark.length).trim().split(BETWEEN);
    const ledBy = mark === "" ? null : lead;
    parts.forEach((words, at) =>
      lines.push({ mark: at === 0 ? mark.trimStart() : "", words, ledBy }),
    );
    if (mark === "" || row.trimEnd().endsWith(":")) {
      lead = ENDED.test(row) ? null : lines.length - 1;
    }
  }
  return lines;
};
