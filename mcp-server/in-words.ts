/** An answer in a few lines for people, and for a client that shows nothing else: the whole is in the structured content. */
import { cleanLine } from "../src/domain/quoted.ts";

const MOST_LINES = 12;
const MOST_IN_LIST = 8;
const LONGEST = 160;

/** The lines: a field each, and each item of a list by what it says of itself. */
export const inWords = (output: Record<string, unknown>): string => {
  const lines = Object.entries(output).flatMap(([name, value]) => linesOf(name, value));
  const shown = lines.slice(0, MOST_LINES);
  if (lines.length > shown.length) shown.push("… more in the structured content.");
  return shown.join("\n") || "Nothing.";
};

const linesOf = (name: string, value: unknown): string[] => {
  if (!Array.isArray(value)) {
    const words = isCounts(value) ? countsInWords(value) : wordsOf(value);
    return words === "" ? [] : [`${name}: ${words}`];
  }
  if (value.length === 0) return [`${name}: none`];
  const items = value.slice(0, MOST_IN_LIST).map((item) => `- ${wordsOf(item) || "…"}`);
  const more = value.length - items.length;
  return [
    `${name}: ${value.length}`,
    ...items,
    ...(more > 0 ? [`- … ${more} more in the structured content`] : []),
  ];
};

/** In one line: of an object its plain fields, and of what is within it the first by its own. */
const wordsOf = (value: unknown, depth = 0): string => {
  if (typeof value === "number") return String(Math.round(value * 10) / 10);
  if (isPlain(value)) return cleanLine(String(value), LONGEST);
  if (typeof value !== "object" || value === null) return "";
  const quoted: unknown = Reflect.get(value, "quoted");
  if (typeof quoted === "string") return `“${cleanLine(quoted, LONGEST)}” (written outside)`;
  if (Array.isArray(value)) {
    return value.every(isPlain) ? cleanLine(value.join(", "), LONGEST) : wordsOf(value[0], depth);
  }
  const parts = Object.values(value).flatMap((field: unknown) =>
    depth < 1 || isPlain(field) ? [wordsOf(field, depth + 1)] : [],
  );
  return cleanLine(parts.filter((part) => part !== "").join(" · "), 2 * LONGEST);
};

/** Such as how many were left out for which reason. */
const isCounts = (value: unknown): value is Record<string, number> =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((field) => typeof field === "number");

const countsInWords = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .filter(([, count]) => count !== 0)
    .map(([name, count]) => `${name} ${count}`)
    .join(" · ");

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";
