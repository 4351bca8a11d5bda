/** An answer in a few lines for people, and for a client that shows nothing else: the whole is in the structured content. Fields go by their names,
 * times are told in words, in the company's zone and, of what a candidate would see, in theirs. */
import { cleanLine, shorten } from "../src/domain/quoted.ts";
import {
  dayInWords,
  isReadableInstant,
  isZone,
  momentInWords,
  slotInWords,
} from "../src/domain/time.ts";

const MOST_LINES = 12;
const MOST_IN_LIST = 8;
/** Of what stands within an item. */
const MOST_WITHIN = 3;
const MOST_DEPTH = 2;
const LONGEST = 160;
const LONGEST_ITEM = 420;

/** In which times are told. */
interface Zones {
  company: string;
  /** Of the candidate whom all of it is about; null: of none, or not known. */
  candidate: string | null;
}

/** The lines: a field each, and each item of a list by what it says of itself. `zone`: the company's. */
export const inWords = (output: Record<string, unknown>, zone: string): string => {
  const { candidateZone } = output;
  const candidate =
    typeof candidateZone === "string" && isZone(candidateZone) ? candidateZone : null;
  const zones = { company: zone, candidate: candidate === zone ? null : candidate };
  const lines = Object.entries(output).flatMap(([name, value]) => linesOf(name, value, zones));
  const shown = lines.slice(0, MOST_LINES);
  if (lines.length > shown.length) shown.push("… more in the structured content.");
  return shown.join("\n") || "Nothing.";
};

const linesOf = (name: string, value: unknown, zones: Zones): string[] => {
  if (!Array.isArray(value)) {
    const words = isCounts(value) ? countsInWords(value) : wordsOf(value, zones);
    return words === "" ? [] : [`${labelOf(name)}: ${words}`];
  }
  const label = labelOf(name);
  if (value.length === 0) return [`${label}: none`];
  const items = value.slice(0, MOST_IN_LIST).map((item) => `- ${wordsOf(item, zones) || "…"}`);
  const more = value.length - items.length;
  return [
    `${label}: ${value.length}`,
    ...items,
    ...(more > 0 ? [`- … ${more} more in the structured content`] : []),
  ];
};

/** `candidate name` of `candidateName`; an id as it is called where a tool takes it. */
const labelOf = (name: string): string =>
  /Ids?$/.test(name)
    ? name
    : name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();

/** In one line. */
const wordsOf = (value: unknown, zones: Zones, depth = 0): string => {
  if (typeof value === "number") return String(Math.round(value * 10) / 10);
  if (typeof value === "string" && isMoment(value)) return momentOf(value, zones);
  if (isPlain(value)) return lineOf(String(value));
  if (Array.isArray(value)) return listInWords(value, zones, depth);
  if (typeof value !== "object" || value === null) return "";
  const { quoted, words } = value as { quoted?: unknown; words?: unknown };
  if (typeof quoted === "string")
    return `“${lineOf(quoted.replaceAll(QUOTES, "'"))}” (written outside)`;
  // What says itself in words needs none of the figures behind it.
  if (typeof words === "string") return lineOf(words);
  const theirs = zonesIn(value, zones);
  const fields = Object.entries(value).filter(([name]) => !isOfSpan(name, value));
  const parts = [
    ...spanOf(value, theirs),
    ...fields.flatMap(([name, field]) => fieldInWords(name, field, { zones: theirs, depth })),
  ];
  return withinLine(parts, depth === 0 ? " · " : ", ");
};

/** What would end the mark of what was written outside. */
const QUOTES = /["“”„‟«»＂]/g;

/** So much as is shown, and a sign where there is more. */
const lineOf = (text: string): string => {
  const line = cleanLine(text, LONGEST + 1);
  return line.length > LONGEST ? `${shorten(line, LONGEST - 1)}…` : line;
};

/** As many as one line takes, each whole; of the first as much as it takes. */
const withinLine = (parts: readonly string[], between: string): string => {
  let line = "";
  for (const part of parts) {
    const longer = line === "" ? cleanLine(part, LONGEST_ITEM) : `${line}${between}${part}`;
    if (longer.length > LONGEST_ITEM) return `${line}${between}…`;
    line = longer;
  }
  return line;
};

const fieldInWords = (
  name: string,
  field: unknown,
  { zones, depth }: { zones: Zones; depth: number },
): string[] => {
  if (depth >= MOST_DEPTH && !isPlain(field)) return [];
  const words = wordsOf(field, zones, depth + 1);
  return words === "" ? [] : [`${labelOf(name)}: ${words}`];
};

/** The first few, and how many more. */
const listInWords = (list: readonly unknown[], zones: Zones, depth: number): string => {
  if (list.every(isPlain)) return lineOf(list.join(", "));
  // Such as what speaks for a time: the first says the most.
  const most = list.every((item) => typeof item === "object" && item !== null && "words" in item)
    ? 1
    : MOST_WITHIN;
  const all = list
    .slice(0, most)
    .map((item) => seatOf(item) ?? wordsOf(item, zones, depth))
    .filter((words) => words !== "");
  const more = list.length - most;
  return [...all, ...(more > 0 ? [`${more} more`] : [])].join("; ");
};

/** Somebody in a place of a panel is told by who they are. */
const seatOf = (item: unknown): string | null => {
  if (typeof item !== "object" || item === null) return null;
  const { email, place, ...rest } = item as { email?: unknown; place?: unknown };
  const isSeat = typeof email === "string" && place !== undefined;
  return isSeat && Object.keys(rest).length === 0 ? cleanLine(email, LONGEST) : null;
};

/** Whose time is told of goes by the zone that is said with it. */
const zonesIn = (value: object, zones: Zones): Zones => {
  const { zone } = value as { zone?: unknown };
  return typeof zone === "string" && isZone(zone) ? { company: zone, candidate: null } : zones;
};

const SPANS = [
  ["startsAt", "endsAt"],
  ["start", "end"],
] as const;

const pairIn = (value: object): { pair: readonly string[]; at: [string, string] } | null => {
  for (const pair of SPANS) {
    const fields: Record<string, unknown> = { ...value };
    const [from, to] = [fields[pair[0]], fields[pair[1]]];
    const isPair = typeof from === "string" && typeof to === "string";
    if (isPair && isMoment(from) && isMoment(to)) return { pair, at: [from, to] };
  }
  return null;
};

const isOfSpan = (name: string, value: object): boolean =>
  pairIn(value)?.pair.includes(name) === true;

/** A span of time, for the company and for the candidate. */
const spanOf = (value: object, { company, candidate }: Zones): string[] => {
  const found = pairIn(value);
  if (!found) return [];
  const [from, to] = found.at;
  const startsAt = Temporal.Instant.from(from);
  const endsAt = Temporal.Instant.from(to);
  const isLong = startsAt.until(endsAt).total("hours") >= 24;
  const inZone = (zone: string): string =>
    isLong
      ? `${momentInWords(startsAt, zone)} to ${momentInWords(endsAt, zone)}`
      : slotInWords({ startsAt, endsAt }, zone);
  if (candidate === null) return [inZone(company)];
  const day = dayInWords(startsAt, candidate);
  const isSameDay = !isLong && day === dayInWords(startsAt, company);
  const theirs = isSameDay ? inZone(candidate).slice(`${day}, `.length) : inZone(candidate);
  return [`${inZone(company)}, for the candidate ${theirs}`];
};

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:\d{2})$/;

const isMoment = (text: string): boolean => MOMENT.test(text) && isReadableInstant(text);

const momentOf = (text: string, { company }: Zones): string =>
  momentInWords(Temporal.Instant.from(text), company);

/** Such as how many were left out for which reason. */
const isCounts = (value: unknown): value is Record<string, number> =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((field) => typeof field === "number");

const countsInWords = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .filter(([, count]) => count !== 0)
    .map(([name, count]) => `${labelOf(name)} ${count}`)
    .join(" · ");

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";
