/** Where a job was and in what form it was held: what stands beside the names of a job and is none of them. */
import WORDS from "./place-words.json" with { type: "json" };
import { plainLetters } from "./month-names.ts";

const LANGUAGES = ["en", "de", "fr", "es", "pt", "it", "nl", "pl"];
const CONTINENTS = /^(?:Africa|America|Asia|Australia|Europe|Pacific)\/([^/]+)$/;

const keyOf = (written: string): string =>
  plainLetters(written)
    .replaceAll("’", "'")
    .replaceAll(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "")
    .replaceAll(/\s+/g, " ");

/** All countries, by the names that the languages of resumes have for them. */
const countryNames = (): string[] => {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));
  const codes = letters.flatMap((one) => letters.map((other) => one + other));
  return LANGUAGES.flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    return codes.flatMap((code) => names.of(code) ?? []);
  });
};

const COUNTRIES = new Set([...countryNames(), ...WORDS.countries.split("|")].map(keyOf));
/** Those that have a time zone called after them, and other large ones. */
const CITIES = new Set(
  [
    ...Intl.supportedValuesOf("timeZone").flatMap(
      (zone) => CONTINENTS.exec(zone)?.[1]?.replaceAll("_", " ") ?? [],
    ),
    ...WORDS.cities.split("|"),
  ].map(keyOf),
);
const BESIDE = new Set(WORDS.beside.split("|").map(keyOf));

const UNIT =
  "(?:years?|yrs?|jahren?|jahre?|ans?|annees?|anos?|anni|anno|jaar|lata?|rok|months?|mos?|monaten?|monate?|mois|meses|mes|mesi|mese|maand(?:en)?|miesi\\p{L}+)";
const DURATION = new RegExp(
  `^(?:(?:ca|about|less than)\\.?\\s)?\\d{1,2}\\+?\\s?${UNIT}(?:[\\s,]+(?:and\\s|und\\s|et\\s|y\\s|e\\s|en\\s|i\\s)?\\d{1,2}\\s?${UNIT})?$`,
  "u",
);

/** Whether it is how long something was: "7 years 9 months". */
export const isDuration = (part: string): boolean => DURATION.test(keyOf(part));

const isCountry = (part: string): boolean => COUNTRIES.has(keyOf(part));
const isState = (part: string): boolean => /^[A-Z]{2}$/.test(part.trim());

/** Whether it is the form of a job, or that it was done from anywhere: "Full-time", "Remote". */
const isForm = (part: string): boolean => {
  const key = keyOf(part);
  return BESIDE.has(key) || isDuration(part);
};

/** Whether it is a place, a form or a length, and no name of an employer: "Berlin", "Norway", "Bielefeld, Germany", "Austin,
 * TX", "Remote". */
export const isBesideNames = (written: string): boolean => {
  const parts = written
    .split(/[,/()·\t]/)
    .map((part) => part.trim())
    .filter((part) => keyOf(part) !== "");
  const [first = "", second = ""] = parts;
  const isKnown = (part: string): boolean =>
    isForm(part) || isCountry(part) || CITIES.has(keyOf(part));
  if (parts.length > 0 && parts.every(isKnown)) return true;
  const rest = parts.slice(1);
  const isTown = /^\p{Lu}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){0,2}$/u.test(first);
  return isTown && rest.length > 0 && (isCountry(second) || isState(second)) && restIsKnown(rest);
};

const restIsKnown = (rest: readonly string[]): boolean =>
  rest.every((part) => isCountry(part) || isState(part) || isForm(part));
