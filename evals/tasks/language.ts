/** Sentences of hiring to topics: does the checker see those that ask or judge by what they should not, and leave the rest. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { checkLanguage } from "../../src/language/checker/check-language.ts";
import {
  CATEGORIES,
  type Category,
  type Finding,
  KINDS,
} from "../../src/language/checker/types.ts";
import { cleanLeftAlone, labelFound, type LanguageInput } from "../scorers/language-labels.ts";
import { defineTask, type Sample, type Solver, type Task } from "../task.ts";

/** The half that rules are written with, and the half that was set aside. */
export type Half = "dev" | "held-out";

const Dataset = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(KINDS),
      text: z.string(),
      labels: z.array(z.enum(CATEGORIES)),
    }),
  ),
});

/** One sample a label, so that the mean is the share of labels; a clean sentence is one sample. */
const readSamples = async (half: Half): Promise<Sample<LanguageInput, Category[]>[]> => {
  const file = new URL(`../datasets/language-${half}.json`, import.meta.url);
  const { items } = Dataset.parse(JSON.parse(await readFile(file, "utf8")));
  return items.flatMap(({ id, kind, text, labels }): Sample<LanguageInput, Category[]>[] => {
    const input = { text, kind };
    if (labels.length === 0) return [{ id, input, target: [], tags: ["clean", kind] }];
    return labels.map((label) => ({
      id: labels.length > 1 ? `${id}:${label}` : id,
      input,
      target: [label],
      tags: [label, kind],
    }));
  });
};

/** The task of one half, for the product's checker or for another solver. */
export const createLanguageTask = (
  half: Half,
  solver: Solver<LanguageInput, Finding[]> = ({ text, kind }) => checkLanguage(text, { kind }),
): Task =>
  defineTask({
    name: half === "dev" ? "language" : "language-held-out",
    about:
      half === "dev"
        ? "Labelled sentences are found by their topic and clean ones left alone: the half that rules are written with."
        : "The same with the half that was set aside before there was any rule.",
    samples: async () => await readSamples(half),
    solver,
    scorers: [labelFound, cleanLeftAlone],
  });

const SPOTTED: readonly (readonly [string, Category])[] = [
  ["age", "age"],
  ["family", "family"],
  ["pregnan", "pregnancy"],
  ["church", "religion"],
  ["union", "politics_union"],
  ["weight", "height_weight"],
  ["salary", "pay_history"],
];

/** Wrong on purpose: looks for a few words, whatever the sentence does with them. */
export const wordSpotter: Solver<LanguageInput, Finding[]> = ({ text }) =>
  SPOTTED.flatMap(([word, category]): Finding[] => {
    const start = text.toLowerCase().indexOf(word);
    if (start < 0) return [];
    const rule = { id: "none", url: "", source: "" };
    const end = start + word.length;
    return [{ category, severity: "warning", start, end, why: "", instead: "", rule }];
  });
