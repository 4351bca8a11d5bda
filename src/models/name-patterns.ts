/** How a person's name is found in a text, however it is written there. */
import { NAMES_THAT_ARE_WORDS } from "../domain/names-that-are-words.ts";

/** Letters that no accent makes, beside those that stand for them. */
const PLAIN_FOR: Readonly<Record<string, string>> = {
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ħ: "h",
  ı: "i",
};

const MARKS = /\p{M}+/gu;

const plainOf = (letter: string): string => {
  const small = letter.toLowerCase().normalize("NFD").replaceAll(MARKS, "");
  return PLAIN_FOR[small] ?? small;
};

/** Each plain letter with all of the Latin ones that are it but for accents, in both cases. */
const variants = new Map<string, string>();
for (const [from, until] of [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0x24f],
  [0x1e00, 0x1eff],
] as const) {
  for (let code = from; code <= until; code += 1) {
    const letter = String.fromCodePoint(code);
    const plain = plainOf(letter);
    if (/^[a-z]$/.test(plain)) variants.set(plain, `${variants.get(plain) ?? ""}${letter}`);
  }
}

/** Beside those that are words anywhere: what in a whole text is oftener a word. */
const WORDS_TOO = new Set([
  ...NAMES_THAT_ARE_WORDS,
  ..."grace faith an in is so do no to man son ray van von de la le del da di dos der den lee".split(
    " ",
  ),
]);

/** A letter of any script however it is written: small or large, with its accents or without, in one sign or in its parts (a Korean
 * syllable, the Russian й). */
const anyLetter = (letter: string): string => {
  const known = variants.get(plainOf(letter));
  if (known !== undefined) return `[${known}]\\p{M}*`;
  const cases = [letter, letter.toLowerCase(), letter.toUpperCase()];
  const parts = cases.map((each) => each.normalize("NFD"));
  const written = [...cases, ...parts, ...parts.map((each) => each.replaceAll(MARKS, ""))];
  const forms = [...new Set(written)].toSorted((a, b) => b.length - a.length);
  return `(?:${forms.map((form) => RegExp.escape(form)).join("|")})\\p{M}*`;
};

/** A pattern of one name, for a regular expression with the flag `u`. */
export const patternOf = (name: string): string => {
  const letters = Array.from(name.normalize("NFC").replaceAll(MARKS, ""));
  const plain = letters.map(plainOf).join("");
  const any = letters.map((each) => (/\s/.test(each) ? "\\s+" : anyLetter(each))).join("");
  const asGiven = name === name.normalize("NFC") ? "" : `|${RegExp.escape(name)}`;
  return WORDS_TOO.has(plain) ? `(?!\\p{Ll})${any}` : `${any}${asGiven}`;
};
