/** A text as its letters look, for rules written in plain letters: "ｉgnоre" with a Cyrillic o, "1gn0re", "I g n o r e" and
 * "ig-" at the end of a line all read "ignore". Places in it lead back to the text as it was written. */

export interface FoldedText {
  text: string;
  /** Where the character at this place of `text` stands in the text as it was written. */
  at(index: number): number;
}

/** Letters of other scripts that look like those of ours, each beside the one it looks like. Source: Unicode TR 39,
 * confusables; those that fonts of resumes draw the same. */
const ALIKE: Readonly<Record<string, string>> = {
  a: "аɑα",
  b: "Ьƅ",
  c: "сϲⅽ",
  d: "ԁɗ",
  e: "еҽε",
  f: "ƒ",
  g: "ɡցɢԍ",
  h: "һհ",
  i: "іɩıɪι",
  j: "јϳ",
  k: "кκ",
  l: "ӏⅼ",
  m: "мⅿ",
  n: "пոηɴ",
  o: "оοօσ",
  p: "рρ",
  q: "ԛգ",
  r: "гʀɾ",
  s: "ѕꜱ",
  t: "тτ",
  u: "υսʋ",
  v: "ѵνᴠ",
  w: "ԝωᴡ",
  x: "хχ",
  y: "уγʏү",
  A: "АΑ",
  B: "ВΒ",
  C: "СϹ",
  D: "Ꭰ",
  E: "ЕΕ",
  G: "Ԍ",
  H: "НΗ",
  I: "ІΙӀ",
  J: "Ј",
  K: "КΚ",
  L: "Ꮮ",
  M: "МΜ",
  N: "Ν",
  O: "ОΟՕ",
  P: "РΡ",
  S: "ЅՏ",
  T: "ТΤ",
  V: "Ѵ",
  W: "Ԝ",
  X: "ХΧ",
  Y: "ҮΥ",
  Z: "Ζ",
};
const LATIN = new Map(
  Object.entries(ALIKE).flatMap(([latin, alike]) => alike.split("").map((one) => [one, latin])),
);

const DIGITS: Readonly<Record<string, string>> = {
  0: "o",
  1: "i",
  3: "e",
  4: "a",
  5: "s",
  7: "t",
};

const FOREIGN = /[^\0-\x7F]/gu;
const DIGIT_IN_WORD = /(?<=\p{L})[013457](?=\p{L})|(?<![\p{L}\d/])[013457](?=\p{L}{2})/gu;
const LINE_END = /(?<=\p{L})- {0,4}\n {0,8}(?=\p{Ll})/gu;
const SPACED_OUT = /(?<![\p{L}\p{N}])\p{L}(?:[ .\-_*]\p{L}){3,400}(?![\p{L}\p{N}])/gu;

/** The text folded. Marks on letters go too. */
export const foldText = (written: string): FoldedText => {
  const known = new Map<string, string>();
  const plain = (letter: string): string => {
    const found = known.get(letter) ?? plainLetter(letter);
    known.set(letter, found);
    return found;
  };
  return [
    { pattern: FOREIGN, to: plain },
    { pattern: DIGIT_IN_WORD, to: (digit: string) => DIGITS[digit] ?? digit },
    { pattern: LINE_END, to: () => "" },
    { pattern: SPACED_OUT, to: (spaced: string) => spaced.replaceAll(/[ .\-_*]/g, "") },
  ].reduce<FoldedText>(replaced, { text: written, at: (index) => index });
};

/** Marks and compatibility forms away, as the rules are written. */
export const plainLetter = (letter: string): string =>
  letter
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(FOREIGN, (one) => LATIN.get(one) ?? (/\p{Pd}/u.test(one) ? "-" : one));

const replaced = (
  { text, at }: FoldedText,
  { pattern, to }: { pattern: RegExp; to: (found: string) => string },
): FoldedText => {
  const pieces: string[] = [];
  /** How far what follows has moved, from each place where that changes. */
  const moves: { from: number; by: number }[] = [];
  let end = 0;
  let by = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const instead = to(found);
    pieces.push(text.slice(end, index), instead);
    end = index + found.length;
    if (found.length === instead.length) continue;
    by += found.length - instead.length;
    moves.push({ from: end - by, by });
  }
  if (end === 0) return { text, at };
  pieces.push(text.slice(end));
  return { text: pieces.join(""), at: (index) => at(index + movedAt(moves, index)) };
};

const movedAt = (moves: readonly { from: number; by: number }[], index: number): number => {
  let low = 0;
  let high = moves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moves[middle]?.from ?? Infinity) <= index) low = middle + 1;
    else high = middle;
  }
  return moves[low - 1]?.by ?? 0;
};
