/** Whose rules on software in hiring may hold for a posting, by where it is. Not known is not nowhere: then all may hold. */
import { z } from "zod";

export const Jurisdiction = z.enum(["eu", "uk", "us-nyc", "us-il", "us-co", "us-ca"]);
export type Jurisdiction = z.infer<typeof Jurisdiction>;

/** Members of the Union, and of the Economic Area that follow it. ISO 3166-1. */
const EUROPE = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(
    " ",
  ),
);

/** States of the United States but those above, as their posts write them: there none of our rules holds. */
const OTHER_STATES =
  "AL AK AZ AR CT DE DC FL GA HI ID IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY";

/** What a location says of a place of ours: its name, or the state, after a comma or as its post writes it. All of New York State may be the City: who writes
 * "New York" does not say which. */
const NAMED: readonly [Jurisdiction, RegExp][] = [
  ["us-nyc", /\b(new york|nyc|brooklyn|manhattan|queens|bronx|staten island)\b|,\s*NY\b/iu],
  ["us-nyc", /\bNY\b/u],
  ["us-il", /\b(illinois|chicago)\b|,\s*IL\b/iu],
  ["us-il", /\bIL\b/u],
  ["us-co", /\b(colorado|denver|boulder)\b|,\s*CO\b/iu],
  ["us-co", /\bCO\b/u],
  [
    "us-ca",
    /\b(california|san francisco|bay area|los angeles|san diego|san jose|oakland|sacramento|palo alto|mountain view)\b|,\s*CA\b/iu,
  ],
  ["us-ca", /\bCA\b/u],
];
const OTHER_STATE = new RegExp(`,\\s*(${OTHER_STATES.split(" ").join("|")})\\b`, "u");
const REMOTE = /\b(remote|anywhere|hybrid|multiple|various)\b/iu;

/** What stands between two places of one location. Small letters: OR is Oregon. */
const BETWEEN = /[/|;&()]|\s(?:or|and)\s/u;

const ALL_OF_US: readonly Jurisdiction[] = ["us-nyc", "us-il", "us-co", "us-ca"];

const COUNTRY_NAMES = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

const nameOf = (code: string): string | undefined =>
  /^[A-Z]{2}$/.test(code) ? COUNTRY_NAMES.of(code) : undefined;

/** Countries that a place may name: "Berlin, Germany". */
const COUNTRIES: readonly [Jurisdiction, RegExp][] = [...EUROPE, "GB"].map((code) => [
  code === "GB" ? "uk" : "eu",
  new RegExp(`\\b${nameOf(code) ?? code}\\b`, "iu"),
]);

/** Where a posting is. */
export interface Whereabouts {
  location: string | null;
  /** Where else. */
  otherLocations?: readonly string[];
  /** ISO 3166-1 alpha-2; what is none is not known. */
  country: string | null;
}

/** Those that may hold, in order: of its country, and of every place that it names. Shape: empty when none of ours does; null when where
 * it is cannot be told, so that all may. Where the country is the United States and the place is not known, all of its. */
export const jurisdictionsOf = (where: Whereabouts): Jurisdiction[] | null => {
  const { location, otherLocations = [] } = where;
  const code = where.country?.trim().toUpperCase() ?? "";
  const country = nameOf(code) === undefined ? null : code;
  const all = [location ?? "", ...otherLocations].map((place) => ofPlace(place, country));
  if (all.includes(null)) return null;
  const holding = new Set(all.flatMap((some) => some ?? []));
  return Jurisdiction.options.filter((one) => holding.has(one));
};

const namedIn = (place: string): Jurisdiction[] =>
  [...NAMED, ...COUNTRIES].flatMap(([jurisdiction, says]) =>
    says.test(place) ? [jurisdiction] : [],
  );

const ofPlace = (place: string, country: string | null): Jurisdiction[] | null => {
  const named = namedIn(place);
  if (country !== null && country !== "US") return [...ofCountry(country), ...named];
  // One that is known says nothing of another beside it.
  const isKnown =
    !REMOTE.test(place) &&
    placesOf(place).every(
      (one) => namedIn(one).length > 0 || (country === "US" && OTHER_STATE.test(one)),
    );
  if (isKnown) return named;
  return country === null ? null : [...ALL_OF_US, ...named];
};

/** Those that one location writes side by side; what is in brackets behind a place only says more of it. */
const placesOf = (location: string): string[] => {
  const places = location
    .replaceAll(/(?<=\S)\s*\((?!\s*(?:or|and)\s)[^()]*\)/gu, "")
    .split(BETWEEN)
    .map((place) => place.trim())
    .filter((place) => place !== "");
  return places.length === 0 ? [location] : places;
};

const ofCountry = (country: string): Jurisdiction[] => {
  if (country === "GB" || country === "UK") return ["uk"];
  return EUROPE.has(country) ? ["eu"] : [];
};

/** Whether one of them may hold. */
export const mayHold = (all: readonly Jurisdiction[] | null, one: Jurisdiction): boolean =>
  all === null || all.includes(one);
