/** HTML as text, read as a stream of tags: nothing is built, so no depth of nesting hurts. Nothing is run or fetched. */
import { Parser } from "htmlparser2";
import { finding } from "./findings.ts";
import { type Styles, readStyleSheet } from "./css-declarations.ts";
import { type Look, PLAIN_LOOK, isSeen, lookOf } from "./hidden-style.ts";
import { LIMITS } from "./limits.ts";
import type { RawDocument } from "./raw.ts";
import { decodeText } from "./read-plain.ts";
import type { Finding } from "./shape.ts";

const SILENT = new Set(
  "script style head title noscript template svg math iframe object embed canvas audio video select option textarea button".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "address article aside blockquote body br center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul".split(
    " ",
  ),
);
const APART = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "p", "section", "table", "ul", "ol"]);
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const FETCHED = new Set([
  "img",
  "link",
  "iframe",
  "object",
  "embed",
  "source",
  "video",
  "audio",
  "input",
  "image",
]);

interface Reading {
  /** What is written as one space. */
  space: RegExp;
  parts: string[];
  length: number;
  hidden: number;
  urls: Set<string>;
  external: number;
  isActive: boolean;
}

/** HTML bytes as a document. */
export const readHtml = (bytes: Uint8Array): RawDocument => htmlToRaw(decodeText(bytes));

/** HTML as a document. `keepsTabs`: they part columns, as in Word, and are no mere space. */
export const htmlToRaw = (html: string, { keepsTabs = false } = {}): RawDocument => {
  const reading: Reading = {
    space: keepsTabs ? /[^\S\t]+/g : /\s+/g,
    parts: [],
    length: 0,
    hidden: 0,
    urls: new Set(),
    external: 0,
    isActive: false,
  };
  const isWhole = walkAll(html, reading);
  return {
    kind: "html",
    text: tidy(reading.parts.join("")),
    pageStarts: [],
    urls: [...reading.urls],
    findings: [
      ...findingsOf(reading),
      ...(isWhole ? [] : [finding("partly_broken", { count: 1 })]),
    ],
  };
};

/** Deeper than any honest page; the parser takes ever longer. */
const DEEPEST = 5_000;

class TooDeep extends Error {}

/** Whether it could be read to its end. */
const walkAll = (html: string, reading: Reading): boolean => {
  try {
    walk(html, stylesOf(html), reading);
    return true;
  } catch (thrown) {
    if (!(thrown instanceof TooDeep)) throw thrown;
    return false;
  }
};

const findingsOf = ({ hidden, external, isActive }: Reading): Finding[] => [
  ...(hidden > 0 ? [finding("invisible_text", { count: hidden })] : []),
  ...(external > 0 ? [finding("external_references", { count: external })] : []),
  ...(isActive ? [finding("active_content")] : []),
];

const stylesOf = (html: string): Styles =>
  readStyleSheet(
    [...html.matchAll(/<style[^>]{0,500}>([\s\S]{0,200000}?)<\/style/gi)]
      .map(([, css = ""]) => css)
      .join("\n"),
  );

const walk = (html: string, styles: Styles, reading: Reading): void => {
  const looks: Look[] = [lookOf({ name: ":root", attributes: {} }, PLAIN_LOOK, styles)];
  let silent = 0;
  /** An item of a list has begun, and nothing of it is written yet. */
  let isItem = false;
  const write = (text: string): void => {
    if (reading.length > 2 * LIMITS.characters) return;
    reading.parts.push(text);
    reading.length += text.length;
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (looks.length > DEEPEST) throw new TooDeep();
        note(name, attributes, reading);
        if (SILENT.has(name) && !VOID.has(name)) silent += 1;
        looks.push(lookOf({ name, attributes }, looks.at(-1) ?? PLAIN_LOOK, styles));
        if (BLOCKS.has(name)) write(APART.has(name) ? "\n\n" : "\n");
        if (name === "li") isItem = true;
        if (name === "td" || name === "th") write("\t");
      },
      ontext: (text) => {
        if (silent > 0) return;
        if (!isSeen(looks.at(-1) ?? PLAIN_LOOK)) reading.hidden += text.trim().length;
        else if (text.trim() === "") write(text.replaceAll(reading.space, " "));
        else {
          write(`${isItem ? "- " : ""}${text.replaceAll(reading.space, " ")}`);
          isItem = false;
        }
      },
      onclosetag: (name) => {
        if (looks.length > 1) looks.pop();
        if (name === "li") isItem = false;
        if (SILENT.has(name) && !VOID.has(name) && silent > 0) silent -= 1;
        if (BLOCKS.has(name)) write(APART.has(name) ? "\n\n" : "\n");
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
};

const note = (name: string, attributes: Record<string, string>, reading: Reading): void => {
  const { href = "", src = "", data = "" } = attributes;
  if (name === "a" && /^(?:https?|mailto):/i.test(href) && reading.urls.size < 200) {
    reading.urls.add(href);
  }
  const target = src || data || (name === "link" ? href : "");
  if (FETCHED.has(name) && /^(?:https?:|\/\/|file:|ftp:)/i.test(target)) reading.external += 1;
  if (name === "script" || Object.keys(attributes).some((key) => /^on[a-z]+$/.test(key))) {
    reading.isActive = true;
  }
  if (name === "meta" && /refresh/i.test(attributes["http-equiv"] ?? "")) reading.isActive = true;
  if (/^\s*(?:javascript|vbscript|data):/i.test(href)) reading.isActive = true;
};

/** Spaces at the ends of lines and rows of empty lines away. */
const tidy = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.replaceAll(/[^\S\t]+/g, " ").trim())
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
