/** One line for whatever looks for words in what was written: however its spaces, breaks, quotes and letters were typed. */
import { CHAT_LIMITS } from "../../src/domain/chat.ts";

/** One letter that NFKC makes a whole sentence of. */
const LONG = /[\uFDFA\uFDFB]/g;

/** NFKC, of no more than a message may have, without what cannot be seen, with single spaces and plain quotes. */
export const plainLine = (text: string): string =>
  text
    .slice(0, CHAT_LIMITS.message)
    .replaceAll(LONG, " ")
    .normalize("NFKC")
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replaceAll(/[’‘ʼ＇`´]/g, "'")
    .replaceAll(/[\s\p{Z}\p{Cc}]+/gu, " ");
