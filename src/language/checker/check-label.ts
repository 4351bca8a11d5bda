/** The checker's view of a label: what a row or a field of a form is called. A label is no sentence: "Age" asks to judge by age, "Cache
 * age" does not. */
import { WHYS } from "./alternatives.ts";
import { checkLanguage } from "./check-language.ts";
import { CODED } from "./group.ts";
import { normalise } from "./normalise.ts";
import { CATEGORIES, type Category, type Severity } from "./types.ts";
import { AROUND, LABELLED, OF_WORK } from "./words/labels.ts";

/** What a label asks to judge by that nobody should be judged by. */
export interface LabelFinding {
  category: Category;
  severity: Exclude<Severity, "advice">;
  why: string;
}

/** Units: UTF-16. */
const LONGEST = 600;

/** A field of work. */
const OF_SAFETY = /\bhealth(?: and |\s*[&,/+]\s*)safety\b/g;

const around = new Set(AROUND);

/** What is left of a name without what is said around it. */
const coreOf = (words: readonly string[]): string =>
  words.filter((word) => !around.has(word)).join(" ");

const LISTED: Readonly<Partial<Record<Category, readonly string[]>>> = LABELLED;

const NAMES: ReadonlyMap<string, Category> = new Map(
  CATEGORIES.flatMap((category) =>
    (LISTED[category] ?? []).map((name) => [coreOf(name.split("_")), category] as const),
  ),
);

/** Of these a sentence tells more than a name: "she", and "Ownership" of a person. The names that mean them are listed. */
const BY_NAME_ALONE: ReadonlySet<string> = new Set([
  "gender_coded",
  "personality_verdict",
  "unfilled",
]);

/** What is found in a label; null: it may be scored, asked for and shown. */
export type LabelCheck = (label: string) => LabelFinding | null;

/** For the forms of one round, many of which have the same labels: each is looked at once. */
export const createLabelCheck = (): LabelCheck => {
  const known = new Map<string, LabelFinding | null>();
  return (label) => {
    const before = known.get(label);
    if (before !== undefined) return before;
    const found = checkLabel(label);
    known.set(label, found);
    return found;
  };
};

/** What is found in one label alone. */
export const checkLabel: LabelCheck = (label) => {
  const plain = normalise(label.slice(0, LONGEST)).plain.replaceAll(OF_SAFETY, "safety");
  const asked = plain.trim().endsWith("?") ? categoryIn(plain) : null;
  const category = asked ?? categoryOfNames(plain);
  if (category === null) return null;
  const severity = CODED.has(category) ? "warning" : "blocking";
  return { category, severity, why: WHYS[category] };
};

/** "Communication and accent" names two things; what stands after a colon or in brackets says of what the first one is. */
const categoryOfNames = (plain: string): Category | null => {
  const named = plain.split(/[/,;&+|]|\s[-–—]\s|\b(?:and|or|vs)\b/);
  return named.map(categoryOfName).find((category) => category !== null) ?? null;
};

const categoryOfName = (name: string): Category | null => {
  const words = wordsOf(name);
  const whole = NAMES.get(coreOf(words));
  if (whole !== undefined) return whole;
  if (words.some((word) => OF_WORK.has(word))) return null;
  const parts = name.split(/[:()]/).map((part) => NAMES.get(coreOf(wordsOf(part))));
  return parts.find((found) => found !== undefined) ?? categoryIn(`${words.join(" ")}:`);
};

/** Without numbers: a form counts its rows. */
const wordsOf = (plain: string): string[] => plain.match(/\p{L}[\p{L}\p{N}'-]*/gu) ?? [];

const categoryIn = (text: string): Category | null => {
  for (const kind of ["question", undefined] as const) {
    for (const { category, severity } of checkLanguage(text, kind ? { kind } : {})) {
      if (severity === "advice" || category === "unfilled" || BY_NAME_ALONE.has(category)) continue;
      return category;
    }
  }
  return null;
};
