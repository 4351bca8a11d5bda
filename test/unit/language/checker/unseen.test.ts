/** Sentences that were written a batch at a time, each before the rules were tried on it. What was seen the first time stands in
 * docs/language.md; here is held what the rules do with them since. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { checkLanguage } from "../../../../src/language/checker/check-language.ts";
import {
  CATEGORIES,
  type FoundCategory,
  type Kind,
} from "../../../../src/language/checker/types.ts";

const KIND: Record<string, Kind> = { q: "question", j: "job_text", f: "feedback", m: "message" };
const Topic = z.enum(CATEGORIES);

/** Shape: a line is `<kind>|<topic>|<text>`; with `-` before the topic the sentence is a lawful neighbour of it, `-none` of nothing. */
interface Line {
  kind: Kind;
  topic: string;
  clean: boolean;
  text: string;
}

const read = (name: string): Line[] =>
  readFileSync(new URL(`unseen/${name}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Line => {
      const [kind = "", label = "", ...text] = line.split("|");
      return {
        kind: KIND[kind] ?? "question",
        topic: label.replace(/^-/, ""),
        clean: label.startsWith("-"),
        text: text.join("|"),
      };
    });

const found = ({ text, kind }: Line): FoundCategory[] =>
  checkLanguage(text, { kind }).map(({ category }) => category);

const BATCHES = ["first", "second", "third", "fourth", "fifth", "sixth"] as const;
const all = BATCHES.flatMap(read);

describe.each(BATCHES)("the %s batch", (name) => {
  const lines = read(name);

  test("has at least 19 of 20 of its topics found", () => {
    const labelled = lines.filter(({ clean }) => !clean);
    const missed = labelled.filter((line) => !found(line).includes(Topic.parse(line.topic)));
    expect(missed.length / labelled.length).toBeLessThanOrEqual(0.05);
  });

  test("has at most one of 20 of its neighbours flagged", () => {
    const clean = lines.filter(({ clean: isClean }) => isClean);
    const flagged = clean.filter((line) => found(line).length > 0);
    expect(flagged.length / clean.length).toBeLessThanOrEqual(0.05);
  });
});

describe("all batches", () => {
  test.each(CATEGORIES)("hold at least thirty sentences on or near %s", (category) => {
    const near = all.filter(({ topic }) => topic === category);
    expect(near.length).toBeGreaterThanOrEqual(30);
    expect(near.some(({ clean }) => clean)).toBe(true);
  });

  test("hold no sentence twice", () => {
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });
});
