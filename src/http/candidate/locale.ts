/** In which language dates are written: what was chosen on the page, else what the browser asks for. */

/** Languages to choose from, each by its own name: for dates, whatever language the sentences are in. */
export const LANGUAGES: readonly (readonly [string, string])[] = [
  ["en-GB", "English (UK)"],
  ["en-US", "English (US)"],
  ["ar", "العربية"],
  ["cs", "Čeština"],
  ["da", "Dansk"],
  ["de", "Deutsch"],
  ["el", "Ελληνικά"],
  ["es", "Español"],
  ["et", "Eesti"],
  ["fi", "Suomi"],
  ["fr", "Français"],
  ["he", "עברית"],
  ["hi", "हिन्दी"],
  ["hu", "Magyar"],
  ["id", "Bahasa Indonesia"],
  ["it", "Italiano"],
  ["ja", "日本語"],
  ["ko", "한국어"],
  ["nb", "Norsk"],
  ["nl", "Nederlands"],
  ["pl", "Polski"],
  ["pt-BR", "Português (Brasil)"],
  ["pt-PT", "Português (Portugal)"],
  ["ro", "Română"],
  ["sv", "Svenska"],
  ["tr", "Türkçe"],
  ["uk", "Українська"],
  ["vi", "Tiếng Việt"],
  ["zh-CN", "简体中文"],
  ["zh-TW", "繁體中文"],
];

const FALLBACK = "en-GB";
/** Longer ones say nothing more. */
const MAX_LENGTH = 200;

/** A language tag that `Intl` can write dates in. Shape: one that it knows, whatever was asked for. */
export const localeOf = (asked: unknown, acceptLanguage: string | undefined): string => {
  const chosen = typeof asked === "string" ? [asked] : [];
  const accepted = (acceptLanguage ?? "")
    .slice(0, MAX_LENGTH)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";").map((each) => each.trim());
      const quality = parameters.find((each) => each.startsWith("q="))?.slice(2);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
  return [...chosen, ...accepted].find(isWritten) ?? FALLBACK;
};

const isWritten = (tag: string): boolean => {
  // No extensions: they could ask for another calendar or other digits than the language's own.
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(tag) || /-[a-z]-/i.test(tag)) return false;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([tag]).length === 1;
  } catch {
    return false;
  }
};
