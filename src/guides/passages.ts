/** A guide's Markdown → passages: what stands under each heading, long ones in parts of whole paragraphs. Pure. */
import { type Block, plainBlock, plainWords } from "../domain/markdown.ts";
import { foundByIn } from "./found-by.ts";
import type { Passage } from "./passage.ts";
import { readMarkdown } from "../domain/read-markdown.ts";

/** A passage is begun anew after so many characters, at a paragraph's end. */
const LONG = 1_200;
/** No passage is longer, wherever it must be cut. */
const LONGEST = 2_400;

/** A guide in one version. */
export interface GuideText extends Pick<Passage, "guideId" | "version" | "scope"> {
  title: string;
  text: string;
}

/** Passages in the order of the text. Shape: empty for a text with faults, which none that was saved has. */
export const cutPassages = ({ title, text, ...of }: GuideText): Passage[] => {
  const sections = sectionsOf(readMarkdown(text).blocks ?? [], title);
  const lines = foundByIn(text);
  return sections.flatMap((section, index) => {
    const end = sections[index + 1]?.line ?? Infinity;
    const within = lines.filter(({ line }) => line > section.line && line < end);
    const foundBy = within.map(({ words }) => words).join("\n");
    return partsOf(section.blocks).map((part) => ({
      ...of,
      title: section.title,
      text: part,
      ...(foundBy !== "" && { foundBy }),
    }));
  });
};

interface Section {
  /** Of its heading; 0 of what stands above the first one. */
  line: number;
  title: string;
  blocks: string[];
}

const sectionsOf = (blocks: readonly Block[], title: string): Section[] => {
  const above: { depth: number; words: string }[] = [];
  let present: Section = { line: 0, title, blocks: [] };
  const sections = [present];
  for (const block of blocks) {
    const words = plainBlock(block).trim();
    if (block.kind === "heading") {
      while ((above.at(-1)?.depth ?? 0) >= block.depth) above.pop();
      const heading = plainWords(block.inner).trim();
      if (heading !== "" && heading !== title) above.push({ depth: block.depth, words: heading });
      const path = above.map((one) => one.words).join(" › ");
      present = { line: block.line, title: path === "" ? title : path, blocks: [] };
      sections.push(present);
    } else if (words !== "") present.blocks.push(words);
  }
  return sections;
};

const partsOf = (blocks: readonly string[]): string[] => {
  const parts: string[] = [];
  for (const block of blocks.flatMap(short)) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + block.length <= LONG) {
      parts[parts.length - 1] = `${last}\n\n${block}`;
    } else parts.push(block);
  }
  return parts;
};

/** Cuts what is too long at a line's, a sentence's or a word's end, and else anywhere. */
const short = (block: string): string[] => {
  const parts: string[] = [];
  let rest = block;
  while (rest.length > LONGEST) {
    const head = rest.slice(0, LONGEST);
    const ends = [head.lastIndexOf("\n"), head.lastIndexOf(". ") + 1, head.lastIndexOf(" ")];
    const end = ends.find((at) => at > LONG / 2) ?? wholeCharacters(head);
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...parts, rest];
};

/** No character is cut in two. */
const wholeCharacters = (head: string): number =>
  head.isWellFormed() ? head.length : head.length - 1;
