/** A guide's Markdown → its tree, or every fault with its line. Pure. Raw HTML, pictures, odd addresses and characters that
 * cannot be seen are refused: a guide is shown to candidates and quoted to them. Source: markdown-it, its CommonMark rules. */
import MarkdownIt, { type Token } from "markdown-it";
import type { TextFault } from "./read-yaml.ts";
import type { Block, Inline } from "./markdown.ts";

/** A guide's text has at most so many characters. */
export const MOST_CHARACTERS = 100_000;
/** Nobody reads more of them at a time. */
const MOST_FAULTS = 50;
/** Levels of the reader: a list takes two. */
const MOST_LEVELS = 20;

/** One guide's text as it was understood; `blocks` is null as soon as there is one fault. */
export type ReadMarkdown =
  | { blocks: Block[]; faults: [] }
  | { blocks: null; faults: [TextFault, ...TextFault[]] };

const reader = new MarkdownIt("commonmark", { maxNesting: MOST_LEVELS });
// An address that may not be is a fault to be told, and not words to be shown.
reader.validateLink = () => true;

/** The text as it is kept: one kind of line end, none at the end. */
export const tidyMarkdown = (text: string): string => text.replaceAll(/\r\n?/g, "\n").trimEnd();

/** The tree of a text. */
export const readMarkdown = (text: string): ReadMarkdown => {
  if (text.length > MOST_CHARACTERS) {
    const message = `the guide has ${text.length} characters, at most ${MOST_CHARACTERS} can be kept. Make two guides of it.`;
    return { blocks: null, faults: [{ line: 1, message }] };
  }
  const lines = text.split("\n");
  const unseen = unseenFaults(lines);
  const tokens = unseen.length > 0 ? [] : reader.parse(text, {});
  const found = [...unseen, ...tokens.flatMap((token) => tokenFaults(token, lines))];
  const [first, ...others] = firstOfLines(found).slice(0, MOST_FAULTS);
  if (first) return { blocks: null, faults: [first, ...others] };
  return { blocks: blocksOf(tokens), faults: [] };
};

/** What begins with one fault often has its other end in the same line. */
const firstOfLines = (faults: readonly TextFault[]): TextFault[] =>
  [...new Map(faults.toReversed().map((fault) => [fault.line, fault])).values()].toReversed();

/** Characters that nobody sees, or that turn a text around. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/u;
/** Tabulators, joiners and the soft hyphen are of texts in many languages, and stay. */
const USUAL = /\t|\u00ad|\u200c|\u200d/gu;

const unseenFaults = (lines: readonly string[]): TextFault[] =>
  lines.flatMap((line, index) => {
    const unseen = UNSEEN.exec(line.replaceAll(USUAL, ""))?.[0];
    if (unseen === undefined) return [];
    const message = `there is a character that cannot be seen (${codeOf(unseen)}). Write the line anew, or paste it as plain text.`;
    return [{ line: index + 1, message }];
  });

const codeOf = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

const lineOf = (token: Token): number => (token.map?.[0] ?? 0) + 1;

/** What is not ended would take in whatever is added later. */
const isEnded = ({ map, markup }: Token, lines: readonly string[]): boolean => {
  const [start, end] = map ?? [0, 0];
  return end - start > 1 && (lines[end - 1]?.replace(/^[\s>]*/, "").startsWith(markup) ?? false);
};

const tokenFaults = (token: Token, lines: readonly string[]): TextFault[] => {
  const line = lineOf(token);
  if (token.type === "fence" && !isEnded(token, lines)) {
    return [{ line, message: `this piece of code has no end. End it with a line ${token.markup}` }];
  }
  if (token.type === "html_block") return [{ line, message: htmlWords(token.content.trim()) }];
  if (token.level >= MOST_LEVELS - 1 && token.nesting === 1) {
    return [{ line, message: "lists and quotes are nested too deep here." }];
  }
  let breaks = 0;
  return (token.children ?? []).flatMap((child) => {
    if (child.type === "softbreak" || child.type === "hardbreak") breaks += 1;
    const message = inlineFault(child);
    return message === null ? [] : [{ line: line + breaks, message }];
  });
};

const inlineFault = (token: Token): string | null => {
  if (token.type === "html_inline") return htmlWords(token.content);
  if (token.type === "image") {
    return "there is a picture, which neither chat nor mail can show. Link to it: [words](https://…).";
  }
  const url = token.type === "link_open" ? String(token.attrGet("href") ?? "") : null;
  if (url === null || isUsable(url)) return null;
  return `there is a link to ${quote(url)}. A link begins with https://, http://, mailto: or tel:.`;
};

const htmlWords = (html: string): string =>
  `there is HTML (${quote(html)}). Write it in Markdown; a “<” that is meant as such is written \\<.`;

const quote = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

/** Whether a link may go there. */
const isUsable = (url: string): boolean =>
  /^(mailto|tel):[^\s]+$/i.test(url) || (/^https?:\/\//i.test(url) && URL.canParse(url));

/** One token with what stands between it and its end. */
interface Held {
  token: Token;
  inside: Token[];
}

/** Tokens of one level, each with those inside of it. */
const heldIn = (tokens: readonly Token[]): Held[] => {
  const held: Held[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.nesting === -1) depth -= 1;
    if (depth > 0) held.at(-1)?.inside.push(token);
    else if (token.nesting !== -1) held.push({ token, inside: [] });
    if (token.nesting === 1) depth += 1;
  }
  return held;
};

const blocksOf = (tokens: readonly Token[]): Block[] =>
  heldIn(tokens).flatMap((held) => {
    const block = blockOf(held);
    return block ? [block] : [];
  });

const blockOf = ({ token, inside }: Held): Block | null => {
  switch (token.type) {
    case "heading_open":
      return {
        kind: "heading",
        depth: Number(token.tag.slice(1)),
        line: lineOf(token),
        inner: wordsIn(inside),
      };
    case "paragraph_open":
      return { kind: "paragraph", inner: wordsIn(inside) };
    case "bullet_list_open":
      return { kind: "list", first: null, items: itemsOf(inside) };
    case "ordered_list_open":
      return { kind: "list", first: Number(token.attrGet("start") ?? 1), items: itemsOf(inside) };
    case "blockquote_open":
      return { kind: "quote", inner: blocksOf(inside) };
    case "fence":
    case "code_block":
      return { kind: "code", text: token.content };
    case "hr":
      return { kind: "rule" };
    default:
      return null;
  }
};

const itemsOf = (tokens: readonly Token[]): Block[][] =>
  heldIn(tokens).map(({ inside }) => blocksOf(inside));

const wordsIn = (tokens: readonly Token[]): Inline[] =>
  tokens.flatMap(({ children }) => inlinesOf(children ?? []));

const inlinesOf = (tokens: readonly Token[]): Inline[] => heldIn(tokens).map(inlineOf);

const inlineOf = ({ token, inside }: Held): Inline => {
  switch (token.type) {
    case "strong_open":
      return { kind: "strong", inner: inlinesOf(inside) };
    case "em_open":
      return { kind: "emphasis", inner: inlinesOf(inside) };
    case "link_open":
      return { kind: "link", url: String(token.attrGet("href") ?? ""), inner: inlinesOf(inside) };
    case "code_inline":
      return { kind: "code", text: token.content };
    case "hardbreak":
      return { kind: "break" };
    case "softbreak":
      return { kind: "text", text: " " };
    default:
      return { kind: "text", text: token.content };
  }
};
