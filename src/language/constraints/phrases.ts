/** How a language file writes its phrases down: many of one meaning in one line. */
import type { Meaning } from "./language.ts";

/** Phrases, each with its meaning. */
export type Phrases = readonly (readonly [string, Meaning])[];

/** One meaning for many phrases, written in one line each: `a | b c | d`. */
export const each = (phrases: string, meaning: Meaning): Phrases =>
  phrases.split("|").map((phrase) => [phrase.trim(), meaning] as const);

/** Words in order, each with the meaning of its place. */
export const numbered = (words: string, meaning: (at: number) => Meaning): Phrases =>
  words.split(",").flatMap((phrases, at) => each(phrases, meaning(at)));
