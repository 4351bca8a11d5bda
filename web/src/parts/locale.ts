/** The reader's kind of English, for whatever formats dates and numbers. */

/** The first of a browser's languages that is an English of some place, as it is written well; British where there is none.
 * Some browsers name theirs malformed (`en-US@posix`), which `Intl` throws at. */
export const englishOf = (languages: readonly string[]): string =>
  languages.find((language) => language.startsWith("en-") && isWellFormed(language)) ?? "en-GB";

const isWellFormed = (language: string): boolean => {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** The reader's. */
export const LOCALE = englishOf(globalThis.navigator.languages);
