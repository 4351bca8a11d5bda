/** What a rule is written as: a few lines of patterns with one meaning. */
import type { Category, Frame, Severity } from "./types.ts";

/** Patterns that find one thing. */
export interface RuleGroup {
  category: Category;
  /** The sentences in which it is looked for. */
  frames: readonly Frame[];
  lines: readonly string[];
  /** A sentence with one of these is a lawful neighbour: nothing of this category is found in it. */
  unless: readonly string[];
  /** Whether it also counts in a question about the work ("How would you explain …?"). */
  evenOfWork: boolean;
  severity?: Severity;
  /** `person`: counts near somebody who is asked or spoken of. `owner`: counts when it is called somebody's. */
  needs?: "person" | "owner";
  /** How far lawful neighbours of any topic silence it: `lightly` where work is asked about or done for customers, `mostly` also where
   * something is offered or done, `fully` also where nobody is chosen by it, `barely` where nobody is asked for it or everybody is welcome;
   * then the topic's own neighbours count no more either. */
  excused: "barely" | "lightly" | "mostly" | "fully";
}

const FRAMES: Record<string, readonly Frame[]> = {
  ask: ["ask"],
  judge: ["judge"],
  demand: ["demand"],
  wanted: ["ask", "demand"],
  any: ["ask", "judge", "demand"],
};

/** More than the patterns. */
export interface GroupOptions {
  unless?: string;
  evenOfWork?: boolean;
  severity?: Severity;
  needs?: "person" | "owner";
  /** Whether it means the person whatever stands beside it. */
  firm?: boolean;
}

/** Words that drive people away; a law names none of them, and what a sentence offers or waives makes them no better. */
export const CODED: ReadonlySet<Category> = new Set<Category>([
  "gender_coded",
  "age_coded",
  "ability_coded",
  "culture_fit",
  "personality_verdict",
]);

/** What is nobody's work: a job text that names it speaks of whom it wants, whether or not it says so. */
const OWN: ReadonlySet<Category> = new Set<Category>([
  "age",
  "genetic",
  "height_weight",
  "orientation",
]);

const howExcused = (category: Category, firm: boolean): RuleGroup["excused"] => {
  if (firm) return "barely";
  if (CODED.has(category)) return "lightly";
  return OWN.has(category) ? "mostly" : "fully";
};

/** The rules of one category, written as `<where>: <patterns, one a line>`. */
export const rulesOf =
  (category: Category, neighbours = "") =>
  (where: keyof typeof FRAMES, text: string, options: GroupOptions = {}): RuleGroup => ({
    category,
    frames: FRAMES[where] ?? [],
    lines: linesOf(text),
    unless: linesOf(`${neighbours}\n${options.unless ?? ""}`),
    evenOfWork: options.evenOfWork ?? false,
    ...(options.severity && { severity: options.severity }),
    ...(options.needs && { needs: options.needs }),
    excused: howExcused(category, options.firm ?? false),
  });

/** One pattern a line; empty lines fall away. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** A family of words of one topic, by how sure each is to be about the person. Words stand apart by spaces, patterns by lines. */
export interface Family {
  /** Tells the topic wherever no excuse holds. */
  sure?: string;
  /** Tells it near somebody. */
  personal?: string;
  /** Tells it when it is somebody's. */
  owned?: string;
  /** Patterns that mean it, whoever is asked, judged or wanted. */
  said?: string;
  /** Patterns that mean it of a person who is judged. */
  judged?: string;
  /** Patterns that mean it of a person who is asked or wanted. */
  wanted?: string;
  /** Patterns that mean it of the person whatever stands beside them: no neighbour of the topic silences these. */
  firm?: string;
  /** Lawful neighbours. */
  unless?: string;
}

const oneLine = (words: string): string => words.trim().split(/\s+/).join("|");

/** The rules of a family. */
export const familyOf = (category: Category, family: Family): RuleGroup[] => {
  const rule = rulesOf(category, family.unless);
  const { sure, personal, owned, said, judged, wanted, firm } = family;
  const options = { evenOfWork: true } as const;
  return [
    ...(sure ? [rule("any", oneLine(sure), options)] : []),
    ...(personal ? [rule("any", oneLine(personal), { ...options, needs: "person" })] : []),
    ...(owned ? [rule("any", oneLine(owned), { ...options, needs: "owner" })] : []),
    ...(said ? [rule("any", said, options)] : []),
    ...(wanted ? [rule("wanted", wanted, options)] : []),
    ...(judged ? [rule("judge", judged, options)] : []),
    ...(firm ? [rule("any", firm, { ...options, firm: true })] : []),
  ];
};
