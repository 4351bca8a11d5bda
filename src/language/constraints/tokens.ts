/** Text into tokens with their places. Nothing is thrown away but white space: what no other rule takes is a token of one
 * character. */

export interface Token {
  kind: "word" | "number" | "sign";
  /** Lower case, compatibility forms folded, one kind of dash and apostrophe, nothing invisible. */
  norm: string;
  /** UTF-16 units, half-open. */
  start: number;
  end: number;
  /** Begins with a capital letter. */
  capital: boolean;
  /** White space or the beginning stands before it. */
  spaced: boolean;
  /** Line ends before it; more than one is the end of a paragraph. */
  lines: number;
}

const INVISIBLE = "\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF";
const LETTERS = `[\\p{L}\\p{M}${INVISIBLE}]+`;
const TOKEN = new RegExp(
  `(?<space>[\\s\\u0085${INVISIBLE}]+)|(?<number>\\p{Nd}+)|(?<word>${LETTERS}(?:['’ʼ＇]${LETTERS})*)|(?<sign>[^])`,
  "gu",
);
const HIDDEN = new RegExp(`[${INVISIBLE}]`, "gu");

const DASH = /^[\p{Pd}\u2212~〜～]$/u;

const normOf = (raw: string): string => {
  if (DASH.test(raw)) return "-";
  const folded = raw
    .replace(HIDDEN, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’ʼ＇]/g, "'");
  return /^\p{Nd}+$/u.test(folded) ? folded.replace(/[^0-9]/gu, digitOf) : folded;
};

/** Decimal digits of every script come in runs of ten, from zero to nine. */
const digitOf = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  let back = 0;
  while (back < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - back - 1))) back += 1;
  return String(back % 10);
};

/** The tokens in order of the text. Together with white space and invisible characters they cover all of it. */
export const tokenize = (text: string): Token[] => {
  const tokens: Token[] = [];
  let spaced = true;
  let lines = 0;
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0];
    if (match.groups?.["space"] !== undefined) {
      spaced = true;
      lines += raw.split(/\r\n|[\r\n\u0085]/).length - 1;
      continue;
    }
    const kind = match.groups?.["number"] ? "number" : match.groups?.["word"] ? "word" : "sign";
    const capital = /^\p{Lu}/u.test(raw);
    const norm = normOf(raw);
    const place = { start: match.index, end: match.index + raw.length };
    tokens.push({ kind, norm, ...place, capital, spaced, lines: tokens.length === 0 ? 0 : lines });
    spaced = false;
    lines = 0;
  }
  return tokens;
};
