/** Words of others in what a terminal or a log shows. */

/** The text with its control and invisible characters as `\u{…}`: a terminal does what such characters say. */
export const printable = (text: string): string =>
  text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`,
  );
