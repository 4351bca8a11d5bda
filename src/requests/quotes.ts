/** What a request quotes, whose words are nobody's wish: lines that begin with `>`, and what stands between signs of quotation. */

/** Signs that begin a quotation, each with those that may end it. `''` is two single ones side by side. */
const ENDS: Readonly<Record<string, string>> = {
  '"': '"＂',
  "＂": '＂"',
  "″": "″",
  "‶": "″",
  "“": "”",
  "”": "”",
  "„": "“”",
  "⹂": "“”",
  "‟": "”‟",
  "❝": "❞",
  "〝": "〞〟",
  "«": "»",
  "»": "«»",
  "‹": "›",
  "›": "‹›",
  "「": "」",
  "『": "』",
  "｢": "｣",
  "﹁": "﹂",
  "﹃": "﹄",
  "《": "》",
  "〈": "〉",
};
const SIGNS = Object.entries(ENDS).flat().join("");
const DOUBLED = "''";

const SINGLE = "['‘’‚‛′＇❛❜´ʼ]";
/** One sign: a row of backticks, two single signs, or a sign alone. */
const SIGN = new RegExp(`\`+|${SINGLE}{2}(?!${SINGLE})|${SINGLE}|[${SIGNS}]`, "gu");
const ONE = new RegExp(`^${SINGLE}$`, "u");
const TWO = new RegExp(`^${SINGLE}{2}$`, "u");

/** Behind it a word begins; before it one has ended. */
const BEGINS = /^[^\s.,;:!?)\]}…]/u;
const ENDED = /\S$/u;
const INSIDE = /[\p{L}\p{N}]$/u;

interface Sign {
  start: number;
  end: number;
  written: string;
  mayBegin: boolean;
  mayEnd: boolean;
}

const signsOf = (text: string): Sign[] =>
  [...text.matchAll(SIGN)].flatMap(({ 0: found, index: start }) => {
    const end = start + found.length;
    const [before, after] = [text.slice(0, start), text.slice(end)];
    // An apostrophe.
    if (ONE.test(found) && INSIDE.test(before) && /^[\p{L}\p{N}]/u.test(after)) return [];
    const written = TWO.test(found) ? DOUBLED : ONE.test(found) ? "'" : found;
    return [{ start, end, written, mayBegin: BEGINS.test(after), mayEnd: ENDED.test(before) }];
  });

/** Whether a sign ends what another one has begun. */
const isEndOf = (sign: Sign, open: Sign): boolean => {
  if (open.written === "'") return sign.written === "'" && sign.mayEnd && !sign.mayBegin;
  if (open.written === DOUBLED) return sign.written === DOUBLED;
  if (open.written.startsWith("`"))
    return sign.written === open.written || (open.written === "``" && sign.written === DOUBLED);
  return (ENDS[open.written] ?? "").includes(sign.written);
};

interface Span {
  start: number;
  end: number;
  /** Whether by single signs. */
  isSingle: boolean;
}

/** A request without what it quotes, in the same length. */
export interface Unquoted {
  text: string;
  /** Whether a sign is left over, or may as well begin as end something: nobody can tell what is quoted. */
  isOdd: boolean;
}

/** Single signs are apostrophes too: one begins something only where one follows that ends it. */
const isApostrophe = (sign: Sign, { open, later }: { open: Sign | undefined; later: Sign[] }) =>
  sign.written === "'" &&
  (open !== undefined || !later.some((each) => isEndOf(each, sign)) || !sign.mayBegin);

/** What stands between signs, outermost first, and whether one is odd. */
const spansOf = (text: string): { spans: Span[]; isOdd: boolean } => {
  const signs = signsOf(text);
  const spans: Span[] = [];
  const open: Sign[] = [];
  let isOdd = false;
  for (const [at, sign] of signs.entries()) {
    const top = open.at(-1);
    const begins = sign.written in ENDS || /^[`']/u.test(sign.written);
    const isEnd = top !== undefined && isEndOf(sign, top);
    if (isEnd && !(begins && sign.mayBegin && !sign.mayEnd)) {
      // One that looks both ways is read as the end, and not relied upon.
      isOdd ||= begins && sign.mayBegin === sign.mayEnd;
      open.pop();
      if (open.length === 0)
        spans.push({ start: top.start, end: sign.end, isSingle: top.written === "'" });
    } else if (top?.written.startsWith("`")) {
      // Within code there are no signs.
      continue;
    } else if (isApostrophe(sign, { open: top, later: signs.slice(at + 1) })) {
      // The ending of `interviewers'` is none of a quotation, unless single signs quote something before it.
      isOdd ||= top === undefined && (sign.mayBegin || spans.some(({ isSingle }) => isSingle));
    } else if (begins) open.push(sign);
    else isOdd = true;
  }
  const [left] = open;
  if (left) spans.push({ start: left.start, end: text.length, isSingle: false });
  return { spans, isOdd: isOdd || left !== undefined };
};

const LINE_ENDS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/gu;
/** In Slack three of them quote all that follows. */
const QUOTED_LINES = /^[^\S\n]*[>＞﹥]{3}[\s\S]*|^[^\S\n]*[>＞﹥].*$/gmu;
/** One that is no arrow. */
const LEFT_OVER = /(?<![-=–—<])[>＞﹥]/u;

const blank = (text: string): string => " ".repeat(text.length);

/** One form of the ends of lines: what is one on a page is one here. */
export const withLines = (text: string): string => text.replaceAll(LINE_ENDS, "\n");

/** Leaves out what is quoted. Single words within single signs stay: they are names as often. */
export const unquoted = (written: string): Unquoted => {
  const lines = written.replaceAll(QUOTED_LINES, blank);
  const { spans, isOdd } = spansOf(lines);
  let [text, isLeft] = [lines, isOdd];
  for (const { start, end, isSingle } of spans) {
    const quoted = lines.slice(start, end);
    if (isSingle && !/\s/u.test(quoted)) isLeft = true;
    else text = text.slice(0, start) + blank(quoted) + text.slice(end);
  }
  return { text, isOdd: isLeft || LEFT_OVER.test(text) };
};
