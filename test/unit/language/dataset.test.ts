import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { CATEGORIES, KINDS } from "../../../src/language/checker/types.ts";

const Sentence = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*-(\d{2}|\d{4})$/),
  kind: z.enum(KINDS),
  text: z.string().trim().min(3),
  labels: z.array(z.enum(CATEGORIES)),
  note: z.string().trim().min(3).optional(),
});

const Half = z.strictObject({
  version: z.literal(1),
  about: z.string().min(20),
  items: z.array(Sentence),
});

type Sentence = z.infer<typeof Sentence>;

const DATASETS = new URL("../../../evals/datasets/", import.meta.url);

const readHalf = (name: string): Sentence[] =>
  Half.parse(JSON.parse(readFileSync(new URL(name, DATASETS), "utf8"))).items;

const dev = readHalf("language-dev.json");
const heldOut = readHalf("language-held-out.json");
const both = [...dev, ...heldOut];

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll("’", "'")
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== "");

/** What is left of a text without case and punctuation. */
const bare = (text: string): string => wordsOf(text.replaceAll(/['’]/g, "")).join(" ");

/** Above this, two sentences of some words are one sentence with a word exchanged. */
const LARGEST_SHARE = 0.6;

/** The words of both sentences among the words of either. */
const sharedWords = (one: Set<string>, other: Set<string>): number =>
  one.intersection(other).size / one.union(other).size;

const withLabel = (items: Sentence[], topic: (typeof CATEGORIES)[number]): number =>
  items.filter(({ labels }) => labels.includes(topic)).length;

const share = (items: Sentence[], has: (item: Sentence) => boolean): number =>
  items.filter(has).length / items.length;

describe.each([
  ["the half for writing rules", dev],
  ["the half set aside", heldOut],
])("%s", (_name, items) => {
  test("has at least 320 sentences, about half of them clean", () => {
    expect(items.length).toBeGreaterThanOrEqual(320);
    const clean = share(items, ({ labels }) => labels.length === 0);
    expect(clean).toBeGreaterThanOrEqual(0.45);
    expect(clean).toBeLessThanOrEqual(0.55);
  });

  test.each(CATEGORIES)("has at least eight sentences that touch %s", (topic) => {
    expect(withLabel(items, topic)).toBeGreaterThanOrEqual(8);
  });

  test.each(KINDS)("has both labelled and clean sentences of the kind %s", (kind) => {
    const ofKind = items.filter((item) => item.kind === kind);
    const labelled = ofKind.filter(({ labels }) => labels.length > 0).length;
    expect(labelled).toBeGreaterThanOrEqual(20);
    expect(ofKind.length - labelled).toBeGreaterThanOrEqual(20);
  });

  test("has plain quotes and typographic ones", () => {
    expect(items.filter(({ text }) => /['"]/.test(text)).length).toBeGreaterThanOrEqual(10);
    expect(items.filter(({ text }) => /[’“”]/.test(text)).length).toBeGreaterThanOrEqual(10);
  });

  test("has labels in the order of the topics, each once", () => {
    for (const { id, labels } of items) {
      const inOrder = CATEGORIES.filter((topic) => labels.includes(topic));
      expect({ id, labels }).toEqual({ id, labels: inOrder });
    }
  });
});

describe("the two halves", () => {
  test("are of one size, spread over topics and kinds alike", () => {
    expect(Math.abs(dev.length - heldOut.length)).toBeLessThanOrEqual(20);
    for (const topic of CATEGORIES) {
      expect(Math.abs(withLabel(dev, topic) - withLabel(heldOut, topic))).toBeLessThanOrEqual(3);
    }
    for (const kind of KINDS) {
      const isKind = (item: Sentence): boolean => item.kind === kind;
      expect(Math.abs(share(dev, isKind) - share(heldOut, isKind))).toBeLessThanOrEqual(0.03);
    }
  });

  test("have ids of their own", () => {
    expect(new Set(both.map(({ id }) => id)).size).toBe(both.length);
  });

  test("hold no sentence twice, also without case and punctuation", () => {
    const seen = Map.groupBy(both, ({ text }) => bare(text));
    const repeated = [...seen.values()].filter((items) => items.length > 1);
    expect(repeated.map((items) => items.map(({ id }) => id))).toEqual([]);
  });

  test("have no sentence of the one that is nearly one of the other", () => {
    const others = heldOut.map(({ id, text }) => ({ id, words: new Set(wordsOf(text)) }));
    const near = dev.flatMap((item) => {
      const words = new Set(wordsOf(item.text));
      const alike = others.filter((other) => sharedWords(words, other.words) > LARGEST_SHARE);
      return alike.map((other) => [item.id, other.id]);
    });
    expect(near).toEqual([]);
  });
});
