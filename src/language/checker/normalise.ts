/** The text as it is meant: hidden and look-alike characters undone, each character with its place in the text as given. */

/** Shape: `at[i]` is where the i-th UTF-16 unit of `plain` begins in the text as given, `ends[i]` where its character ends. */
export interface Normalised {
  plain: string;
  at: Uint32Array;
  ends: Uint32Array;
}

/** Soft hyphens, joiners, marks of direction and variation selectors: nobody sees them. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/u;
const COMBINING = /\p{M}/u;
const QUOTES: Record<string, string> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201B": "'",
  "\u02BC": "'",
  "\u00B4": "'",
  "`": "'",
  "\u201C": '"',
  "\u201D": '"',
  "\u201E": '"',
  "\u00AB": '"',
  "\u00BB": '"',
  "\u2010": "-",
  "\u2011": "-",
  "\u2212": "-",
};
/** Letters of other scripts that look like Latin ones. */
const LOOK_ALIKES: Record<string, string> = Object.fromEntries(
  Array.from("асеорхуіјѕԁ").map((letter, index) => [letter, "aceopxyijsd"[index] ?? letter]),
);

/** One character as it is read; empty when nobody sees it. */
const readCharacter = (character: string): string => {
  if (character.length === 1 && character < "\u0080" && character !== "`") {
    return character.toLowerCase();
  }
  const quote = QUOTES[character];
  if (quote !== undefined) return quote;
  if (INVISIBLE.test(character)) return "";
  // Accents fall: "naïve" and "naive" are one word.
  const bare = Array.from(character.normalize("NFKD"))
    .filter((part) => !COMBINING.test(part))
    .join("");
  return Array.from(bare.toLowerCase())
    .map((part) => LOOK_ALIKES[part] ?? part)
    .join("");
};

/** Reads a text, in time that grows with its length. */
export const normalise = (text: string): Normalised => {
  const parts: string[] = [];
  const at: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const character of text) {
    const read = readCharacter(character);
    for (let unit = 0; unit < read.length; unit += 1) {
      at.push(offset);
      ends.push(offset + character.length);
    }
    if (read !== "") parts.push(read);
    offset += character.length;
  }
  return { plain: parts.join(""), at: Uint32Array.from(at), ends: Uint32Array.from(ends) };
};
