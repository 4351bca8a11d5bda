/** The words of the checker: what it is asked, and what it answers. */

/** The topics that a finding can be of; the labels of the evals' sentences. */
export const CATEGORIES = [
  "age",
  "family",
  "pregnancy",
  "marital_status",
  "origin",
  "citizenship",
  "religion",
  "disability_health",
  "genetic",
  "orientation",
  "politics_union",
  "arrest_conviction",
  "pay_history",
  "military_discharge",
  "credit",
  "height_weight",
  "language_accent",
  "gender_coded",
  "age_coded",
  "ability_coded",
  "culture_fit",
  "personality_verdict",
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What a finding can be of: a topic, or a blank of an alternative that nobody has filled. */
export const FOUND_CATEGORIES = [...CATEGORIES, "unfilled"] as const;
export type FoundCategory = (typeof FOUND_CATEGORIES)[number];

/** What kind of text it is; without one it is told by how each sentence is put. */
export const KINDS = ["question", "job_text", "feedback", "message"] as const;
export type Kind = (typeof KINDS)[number];

/** `blocking`: not to be asked or relied on. `warning`: to be put otherwise. `advice`: worth a second look. */
export type Severity = "blocking" | "warning" | "advice";

/** Where the law or the research that a finding leans on is written. */
export interface Source {
  id: string;
  url: string;
  source: string;
}

/** One thing found. Units: `start` and `end` are UTF-16 offsets into the text as given, half-open. */
export interface Finding {
  category: FoundCategory;
  severity: Severity;
  start: number;
  end: number;
  why: string;
  /** A sentence that says nothing that was not written; what only the writer knows is a blank, `[… what]`. Null: it is such a blank. */
  instead: string | null;
  /** What it leans on. Null: no rule of the places asked for is named here, and no research. */
  rule: Source | null;
  /** The jurisdictions whose rules speak of it, of those asked for; absent for words that no law names. */
  jurisdictions?: string[];
}

/** How a sentence stands to the person it is about: asks them, judges them, or says whom it wants. */
export type Frame = "ask" | "judge" | "demand";
