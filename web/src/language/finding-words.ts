/** The checker's names in words of people. */
import type { Finding, Severity } from "./text-parts.ts";

/** A topic as a person would name it. */
export const CATEGORY_WORDS: Readonly<Record<Finding["category"], string>> = {
  age: "Age",
  family: "Family",
  pregnancy: "Pregnancy",
  marital_status: "Marital status",
  origin: "Origin",
  citizenship: "Citizenship",
  religion: "Religion or belief",
  disability_health: "Disability or health",
  genetic: "Genetic information",
  orientation: "Sexual orientation or gender identity",
  politics_union: "Politics or union",
  arrest_conviction: "Arrest or conviction",
  pay_history: "Pay history",
  military_discharge: "Military service or discharge",
  credit: "Credit and money",
  height_weight: "Height or weight",
  language_accent: "First language or accent",
  gender_coded: "Words for one sex",
  age_coded: "Words for one age",
  ability_coded: "Words about body or mind",
  culture_fit: "Likeness in place of reasons",
  personality_verdict: "Verdict on a person",
  unfilled: "Still to be filled",
};

/** How much it matters: what to do about it, and the tone of its badge. */
export const SEVERITY_WORDS: Readonly<
  Record<Severity, { label: string; tone: "failed" | "waiting" | "active" }>
> = {
  blocking: { label: "Do not use", tone: "failed" },
  warning: { label: "Put it otherwise", tone: "waiting" },
  advice: { label: "Look again", tone: "active" },
};

/** What a text can be; null: told by how each sentence is put. */
export const KIND_WORDS = [
  { value: null, label: "Anything" },
  { value: "question", label: "Questions" },
  { value: "job_text", label: "Job text" },
  { value: "feedback", label: "Feedback" },
  { value: "message", label: "Message" },
] as const;
export type KindChoice = Exclude<(typeof KIND_WORDS)[number]["value"], null>;
