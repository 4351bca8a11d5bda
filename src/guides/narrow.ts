/** Words made ready for an index that goes through all letters which may come next, one by one: with the thousands of signs of Chinese or
 * Korean each word would take a thousand times as long to be put there. Pure. */

/** Letters from U+1000 on are written as three, which are letters of no language. */
const OF_MANY = /[\u1000-\ud7ff\uf900-\uffff]/g;
const FIRST = 0xe000;
const SECOND = 0xe100;
const THIRD = 0xe200;

/** Different words stay different, and what begins alike still does. After the same letters there are at most 64 others, but for those
 * of alphabets. */
export const narrowed = (word: string): string =>
  word.replaceAll(OF_MANY, (letter) => {
    const code = letter.charCodeAt(0);
    return String.fromCharCode(
      FIRST + (code >> 10),
      SECOND + ((code >> 5) & 31),
      THIRD + (code & 31),
    );
  });
