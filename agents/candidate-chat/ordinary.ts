/** Words held against a list of ordinary ones. */
const WITHOUT_MARK: Record<string, string> = {
  ł: "l",
  ø: "o",
  ı: "i",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ς: "σ",
};

/** In small letters without their marks. Signs of scripts that are nothing without them keep them. */
export const foldedText = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(
      /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]\p{M}*)\p{M}/gu,
      "",
    )
    .normalize("NFC")
    .replaceAll(/[łøıđßæœς]/g, (letter) => WITHOUT_MARK[letter] ?? letter);

/** A number, alone or with what it counts. */
const COUNTED =
  /^\p{N}+(?:st|nd|rd|th|am|pm|h|hrs?|min|mins|m|uhr|km|k|x|e|a|er|te|ten|ο|й|го|ч)?$/u;

/** Its words as they are looked for; no numbers. */
export const foldedWords = (text: string): string[] =>
  (foldedText(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !COUNTED.test(word));

/** So many letters may follow a stem: more would make another word of it. */
const MOST_TAIL = 5;
const MOST_TAIL_OF_SHORT = 3;
const SHORT = 5;

/** Tells whether a word is of a list, in which `*` stands for an ending. */
export const wordsIn = (...lists: readonly string[]): ((word: string) => boolean) => {
  const entries = lists.flatMap((list) => foldedText(list).trim().split(/\s+/));
  const whole = new Set(entries.map((entry) => entry.replace("*", "")));
  const stems = new Set(
    entries.flatMap((entry) => (entry.endsWith("*") ? [entry.slice(0, -1)] : [])),
  );
  return (word) => {
    if (whole.has(word)) return true;
    for (let tail = 1; tail <= MOST_TAIL && tail < word.length; tail++) {
      const stem = word.slice(0, -tail);
      if (stems.has(stem) && tail <= (stem.length < SHORT ? MOST_TAIL_OF_SHORT : MOST_TAIL))
        return true;
    }
    return false;
  };
};

/** Takes away all that is of a list of pieces, the longest first. */
export const withoutPieces = (list: string): ((text: string) => string) => {
  const pieces = list
    .normalize("NFKC")
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .map((piece) => piece.replaceAll("_", " "))
    .toSorted((one, other) => other.length - one.length);
  const isSpaced = /\p{Script=Latin}/u.test(pieces[0] ?? "");
  const any = pieces.join("|");
  const found = new RegExp(
    isSpaced ? String.raw`(?<![\p{L}\p{M}])(?:${any})(?![\p{L}\p{M}])` : any,
    "gu",
  );
  return (text) => text.normalize("NFKC").toLowerCase().replaceAll(found, " ");
};
