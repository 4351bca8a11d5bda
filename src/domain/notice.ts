/** What candidates are told of the software, by the law of the place: which texts apply, and how one is written. A text is paragraphs and
 * lists with words in bold, its first paragraph says the most; tokens such as `{{contact}}` stand for items that are filled in beside it. */
import { z } from "zod";
import type { Jurisdiction } from "./jurisdiction.ts";

export const NoticeId = z.enum(["general", "eu", "us-nyc", "us-il", "us-co", "us-ca"]);
export type NoticeId = z.infer<typeof NoticeId>;

export const NOTICE_TITLES: Record<NoticeId, string> = {
  general: "Everywhere",
  eu: "European Union and United Kingdom",
  "us-nyc": "New York City",
  "us-il": "Illinois",
  "us-co": "Colorado",
  "us-ca": "California",
};

export const NOTICE_ITEMS = [
  "product",
  "developer",
  "decisions",
  "data",
  "positions",
  "contact",
] as const;
export type NoticeItem = (typeof NOTICE_ITEMS)[number];
export type NoticeItems = Record<NoticeItem, string>;

export const NOTICE_LIMITS = { text: 4_000, item: 300 };

/** BCP 47, of all texts: they follow laws and an employer's duties word by word, and are translated by nobody but counsel. */
export const NOTICE_LANGUAGE = "en";

/** One version of one text. */
export interface Notice {
  notice: NoticeId;
  /** 0: our draft. */
  version: number;
  text: string;
  items: NoticeItems;
  digest: string;
}

/** Those that may apply, the general one first. Where nobody knows the place: all. */
export const noticesFor = (jurisdictions: readonly Jurisdiction[] | null): NoticeId[] => {
  if (jurisdictions === null) return [...NoticeId.options];
  const asked = new Set<NoticeId>(jurisdictions.map((one) => (one === "uk" ? "eu" : one)));
  return NoticeId.options.filter((one) => one === "general" || asked.has(one));
};

/** A piece of a line. */
export interface NoticeSpan {
  text: string;
  isBold: boolean;
}

export type NoticeBlock =
  | { kind: "paragraph"; spans: NoticeSpan[] }
  | { kind: "list"; lines: NoticeSpan[][] };

type Written = Pick<Notice, "text" | "items">;

const TOKEN = /\{\{\s*([^{}]*?)\s*\}\}/gu;
const BULLET = /^\s*[-*]\s+/u;

/** It as it is shown. Items are put in as text: what stands in them is never a mark. Lines that follow each other are one paragraph. */
export const blocksOf = ({ text, items }: Written): NoticeBlock[] =>
  text
    .replaceAll(/\r\n?/g, "\n")
    .split(/\n\s*\n/u)
    .flatMap((block) => partsOf(block.trim().split("\n")))
    .map(({ isList, lines }) =>
      isList
        ? { kind: "list", lines: lines.map((line) => spansOf(line, items)) }
        : { kind: "paragraph", spans: spansOf(lines.join(" "), items) },
    );

/** All of it in plain words: paragraphs with a line between them, lists by dashes. */
export const plainNotice = (written: Written): string => {
  const wordsOf = (spans: readonly NoticeSpan[]): string => spans.map(({ text }) => text).join("");
  return blocksOf(written)
    .map((block) =>
      block.kind === "paragraph"
        ? wordsOf(block.spans)
        : block.lines.map((line) => `- ${wordsOf(line)}`).join("\n"),
    )
    .join("\n\n");
};

interface Part {
  isList: boolean;
  lines: string[];
}

const partsOf = (lines: readonly string[]): Part[] => {
  const parts: Part[] = [];
  for (const line of lines.filter((each) => each.trim() !== "")) {
    const isList = BULLET.test(line);
    const last = parts.at(-1);
    const words = line.replace(BULLET, "").trim();
    if (last?.isList === isList) last.lines.push(words);
    else parts.push({ isList, lines: [words] });
  }
  return parts;
};

/** What stands between two pairs of stars is bold; a pair without its other is text. */
const spansOf = (line: string, items: NoticeItems): NoticeSpan[] => {
  const pieces = line.split(/\*\*(.+?)\*\*/u);
  return pieces.flatMap((piece, index) => {
    const text = piece.replaceAll(TOKEN, (token, name: string) =>
      isItem(name) ? items[name].trim() : token,
    );
    return text === "" ? [] : [{ text, isBold: index % 2 === 1 }];
  });
};

const isItem = (name: string): name is NoticeItem => NOTICE_ITEMS.some((each) => each === name);

/** Its first paragraph in plain words, for where there is no room for all of it. */
export const leadOf = (notice: Written): string => {
  const [first] = blocksOf(notice);
  const spans = first?.kind === "list" ? (first.lines[0] ?? []) : (first?.spans ?? []);
  return spans.map(({ text }) => text).join("");
};

/** Which items its text shows. */
export const itemsIn = (text: string): NoticeItem[] => {
  const named = new Set([...text.matchAll(TOKEN)].map(([, name = ""]) => name));
  return NOTICE_ITEMS.filter((item) => named.has(item));
};

export interface NoticeFault {
  path: string;
  message: string;
}

/** What keeps it from being shown: a token that nothing stands for, an item that its text shows and nobody has filled in, a gap of the
 * templates. Shape: empty when it may be. */
export const faultsOfNotice = ({ text, items }: Written): NoticeFault[] => {
  const unknown = [...text.matchAll(TOKEN)].flatMap(([token, name = ""]) =>
    isItem(name) ? [] : [token],
  );
  const gap = /\[[^\]\n]*\]/u.exec(text)?.[0];
  const [first] = blocksOf({ text, items });
  return [
    ...(first?.kind === "paragraph"
      ? []
      : [{ path: "text", message: "It begins with a paragraph: that is what mails show of it." }]),
    ...unknown.map((token) => ({
      path: "text",
      message: `Nothing stands for ${token}. There are ${NOTICE_ITEMS.map((one) => `{{${one}}}`).join(", ")}.`,
    })),
    ...(gap === undefined ? [] : [{ path: "text", message: `Fill in ${gap}, or leave it out.` }]),
    ...itemsIn(text).flatMap((item) =>
      items[item].trim() === ""
        ? [{ path: `items.${item}`, message: "The text shows it: fill it in." }]
        : [],
    ),
  ];
};
