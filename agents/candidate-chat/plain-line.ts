/** One line for whatever looks for words in what was written: however its spaces, breaks, quotes and letters were typed. */

/** More of a message is not looked at: no message is longer. */
const MOST = 4_000;

/** One letter that NFKC makes a whole sentence of. */
const LONG = /[\uFDFA\uFDFB]/g;

/** NFKC, without what cannot be seen, with single spaces and plain quotes. */
export const plainLine = (text: string): string =>
  text
    .slice(0, MOST)
    .replaceAll(LONG, " ")
    .normalize("NFKC")
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replaceAll(/[’‘ʼ＇`´]/g, "'")
    .replaceAll(/[\s\p{Z}\p{Cc}]+/gu, " ");
