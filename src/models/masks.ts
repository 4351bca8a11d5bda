/** What a model need not know is not sent to it: e-mail addresses and phone numbers always, names of people where that is wished.
 * Placeholders stand in their place, and are put back only where the very same value stood in what was shown. */
import { z } from "zod";
import { patternOf } from "./name-patterns.ts";
import { modelFault } from "./port.ts";

const MAIL =
  /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
/** Digits of any script as people write numbers to call, also right behind a word (`tel.`, `Phone:`) or a sign; what is no number to call by
 * its looks is told apart below. */
const DIGITS =
  /(?<![\p{L}\p{N}_-]|\p{N}[.:/#])[+\uff0b]?[(\uff08]?\p{Nd}[\p{Nd}\p{Zs}()\uff08\uff09./\uff0d-]{5,22}\p{Nd}(?![\p{L}\p{N}_])/gu;
const NO_PHONE = [
  /^\d{4}-\d{2}-\d{2}(?: \d{2})?$/, // a date
  /^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/,
  /^(?:19|20)\d{2} ?[-/] ?(?:19|20)\d{2}$/, // from year to year
  // A large round number in groups. One that is not round may be somebody's number to call: three digits a group is how many countries write those.
  /^(?:\d{1,2}(?:[ .]\d{3})*[ .]000|\d{3}(?:[ .]000)+)$/,
];
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15;

const isPhone = (text: string): boolean => {
  const plain = text.normalize("NFKC").trim();
  const digits = plain.replaceAll(/\P{Nd}/gu, "").length;
  return (
    digits >= FEWEST_DIGITS &&
    digits <= MOST_DIGITS &&
    (plain.startsWith("+") || !NO_PHONE.some((other) => other.test(plain)))
  );
};

const PLACEHOLDER = /\[(?:email|phone|person) \d+[a-z]*\]/g;
/** Ours: they name a thing, and hold no word of anybody. */
const NAMED_BY = new Set(["id", "key"]);

/** One conversation's placeholders. */
export interface Masks {
  /** A text that nothing is put back into. */
  text(text: string): string;
  /** Every text in JSON, to be put back. */
  value(value: unknown): unknown;
  /** An answer with its values back. Errors: `model_failed` when a placeholder stands where the draft had none. */
  putBack(answer: unknown, shown: unknown): unknown;
}

/** A name and its parts. */
const partsOf = (name: string): string[] =>
  [name, ...name.split(/\s+/), ...name.split(/[\s\p{Pd},.]+/u)]
    .map((part) => part.trim())
    .filter((part) => part.length > 1 && /\p{L}/u.test(part));

/** Whole names and their parts, the longest first, in capitals or small letters, with or without their accents. */
const namesOf = (people: readonly string[]): RegExp | null => {
  const names = [...new Set(people.flatMap(partsOf))];
  if (names.length === 0) return null;
  const longestFirst = names.toSorted((a, b) => b.length - a.length).map(patternOf);
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}_])`, "gu");
};

/** Nothing for the first spelling of a person, `b` for the second, `zb` for the twenty-seventh. */
const suffixOf = (before: number): string =>
  before === 0
    ? ""
    : "z".repeat(Math.floor(before / LETTERS)) +
      String.fromCodePoint(CODE_OF_A + (before % LETTERS));

const LETTERS = 25;
const CODE_OF_A = 97;

const folded = (name: string): string =>
  name.normalize("NFKD").replaceAll(/\p{M}/gu, "").replaceAll(/\s+/gu, " ").toLowerCase();

/** Whose name a spelling is; null: of several, or it cannot be told. */
const ownersOf = (people: readonly string[]): ((spelling: string) => string | null) => {
  const owners = new Map<string, Set<string>>();
  for (const person of people) {
    for (const part of partsOf(person)) {
      const key = folded(part);
      owners.set(key, (owners.get(key) ?? new Set()).add(folded(person)));
    }
  }
  return (spelling) => {
    const [owner, ...others] = owners.get(folded(spelling)) ?? [];
    return others.length > 0 ? null : (owner ?? null);
  };
};

/** Masks for a conversation. `people`: names that are hidden too. What is said of one person in several spellings keeps one number
 * (`[person 2]`, `[person 2b]`): who reads it can tell that it is the same one, and each is put back as it was spelled. */
export const createMasks = (people: readonly string[] = []): Masks => {
  const names = namesOf(people);
  const ownerOf = ownersOf(people);
  const given = new Map<string, string>();
  const numbers = new Map<string, { number: number; spellings: number }>();
  const stand = (kind: "email" | "phone" | "person", value: string): string => {
    const before = given.get(value);
    if (before !== undefined) return before;
    const owner = (kind === "person" ? ownerOf(value) : null) ?? `${kind} ${value}`;
    const { number, spellings } = numbers.get(owner) ?? { number: numbers.size + 1, spellings: 0 };
    numbers.set(owner, { number, spellings: spellings + 1 });
    const placeholder = `[${kind} ${number}${suffixOf(spellings)}]`;
    given.set(value, placeholder);
    return placeholder;
  };
  const text = (words: string): string => {
    const masked = words
      .replaceAll(MAIL, (found) => stand("email", found))
      .replaceAll(DIGITS, (found) => (isPhone(found) ? stand("phone", found) : found));
    return names ? masked.replaceAll(names, (found) => stand("person", found)) : masked;
  };
  const valueOf = (placeholder: string): string | undefined =>
    given.entries().find(([, stands]) => stands === placeholder)?.[0];
  const back = (words: string, shown: unknown): string =>
    words.replaceAll(PLACEHOLDER, (placeholder) => {
      const value = valueOf(placeholder);
      const stood = typeof shown === "string" && shown.includes(placeholder);
      if (value === undefined || !stood) throw modelFault("masked");
      return value;
    });
  return {
    text,
    // What looks like a placeholder and is somebody's own words must never be taken for one of ours.
    value: (value) =>
      mapTexts(value, null, (words) => text(words.replaceAll(PLACEHOLDER, "(masked)"))),
    putBack: (answer, shown) => mapTexts(answer, shown, back),
  };
};

const Fields = z.record(z.string(), z.unknown());

const nameIn = (item: unknown): unknown => {
  const fields = Fields.safeParse(item);
  return fields.success ? (fields.data["id"] ?? fields.data["key"]) : undefined;
};

/** What stands for an item of a list in another one: by what it is named by, else by its place. */
const counterpart = (item: unknown, index: number, others: unknown): unknown => {
  if (!Array.isArray(others)) return undefined;
  const list: unknown[] = others;
  const name = nameIn(item);
  return name === undefined ? list[index] : list.find((other) => nameIn(other) === name);
};

/** The same JSON with each of its texts changed, beside what stands in the same place of another one. */
const mapTexts = (
  value: unknown,
  beside: unknown,
  change: (text: string, beside: unknown) => string,
): unknown => {
  if (typeof value === "string") return change(value, beside);
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) =>
      mapTexts(item, counterpart(item, index, beside), change),
    );
  }
  const fields = Fields.safeParse(value);
  if (!fields.success) return value;
  const others = Fields.safeParse(beside);
  return Object.fromEntries(
    Object.entries(fields.data).map(([name, item]) => [
      name,
      NAMED_BY.has(name)
        ? item
        : mapTexts(item, others.success ? others.data[name] : undefined, change),
    ]),
  );
};
