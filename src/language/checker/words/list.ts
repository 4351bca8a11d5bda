/** Words as they are written in the files beside. */

/** The words of a text. Shape: lower case; `_` between the words of a row, `*` after a beginning. */
export const list = (text: string): readonly string[] => text.trim().split(/\s+/);
