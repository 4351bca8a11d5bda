/** All that the second opinion learns from; nothing of the half of the evals that is set aside, nor of `aside/`. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CATEGORIES, KINDS, type Kind } from "../../src/language/checker/types.ts";

/** A sentence with what it should be found of; clean with none. */
export interface Labelled {
  /** The file that it is of: one writer each, but for `bank` and `own`. */
  set: string;
  kind: Kind;
  /** In the order of `CATEGORIES`. */
  topics: readonly number[];
  text: string;
}

const ROOT = join(import.meta.dirname, "../..");
const CHECKER_TESTS = join(ROOT, "test/unit/language/checker");
const BANK = join(ROOT, "src/questions/bank");
/** What the product itself says: mails, pages and documents, and what it puts in place of what is found. */
const OWN_TEXTS = join(import.meta.dirname, "own-texts.txt");

const KIND_OF: Readonly<Record<string, Kind>> = {
  q: "question",
  j: "job_text",
  f: "feedback",
  m: "message",
};

const topicOf = (name: string): number => {
  const at = (CATEGORIES as readonly string[]).indexOf(name);
  if (at < 0) throw new Error(`There is no topic ${name}.`);
  return at;
};

/** Shape: `<kind>|<topics>|<text>`, with `-` before the topics where it is clean. */
const readLines = (path: string, set: string): Labelled[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [letter = "", label = "", ...text] = line.split("|");
      const kind = KIND_OF[letter];
      if (kind === undefined) throw new Error(`${path} has a line of no kind.`);
      const topics = label.startsWith("-") ? [] : label.split("+").map(topicOf);
      return { set, kind, topics, text: text.join("|") };
    });

const readFolder = (folder: string, setOf: (name: string) => string): Labelled[] =>
  readdirSync(join(CHECKER_TESTS, folder))
    .toSorted()
    .flatMap((file) => readLines(join(CHECKER_TESTS, folder, file), setOf(file.slice(0, -4))));

const Dev = z.object({
  items: z.array(
    z.object({ kind: z.enum(KINDS), text: z.string(), labels: z.array(z.enum(CATEGORIES)) }),
  ),
});

const readDev = (): Labelled[] =>
  Dev.parse(
    JSON.parse(readFileSync(join(ROOT, "evals/datasets/language-dev.json"), "utf8")),
  ).items.map(({ kind, text, labels }) => ({
    set: "dev",
    kind,
    topics: labels.map(topicOf),
    text,
  }));

const FEWEST_WORDS = 3;

/** Every text of a file of the bank; what an answer shows is said as feedback. */
const textsIn = (value: unknown, kind: Kind): { kind: Kind; text: string }[] => {
  if (typeof value === "string") {
    return value.split(" ").length >= FEWEST_WORDS ? [{ kind, text: value }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, kind));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, each]) =>
    textsIn(each, key === "shows" ? "feedback" : kind),
  );
};

const readBank = (): Labelled[] => {
  const texts = readdirSync(BANK)
    .filter((file) => file.endsWith(".json"))
    .toSorted()
    .flatMap((file) =>
      textsIn(JSON.parse(readFileSync(join(BANK, file), "utf8")) as unknown, "question"),
    );
  const byText = new Map(texts.map((each) => [each.text, each]));
  return [...byText.values()].map((each) => ({ set: "bank", topics: [], ...each }));
};

/** A topic of the examples, and its lines: `+` found or `-` left alone, the kind's letter, the sentence. */
const OF_TOPIC = /examples\(\s*"(\w+)",\s*`([^`]*)`/g;

/** What the rules must do in any case; read as text, since tests import this and not the other way. */
const readExamples = (): Labelled[] =>
  [...readFileSync(join(CHECKER_TESTS, "examples.ts"), "utf8").matchAll(OF_TOPIC)].flatMap(
    ([, topic = "", lines = ""]) =>
      lines
        .trim()
        .split("\n")
        .map((line): Labelled => {
          const [sign, letter = "", ...words] = line.trim().split(" ");
          const topics = sign === "+" ? [topicOf(topic)] : [];
          const kind = KIND_OF[letter] ?? "question";
          return { set: "examples", kind, topics, text: words.join(" ") };
        }),
  );

/** In a fixed order. */
export const readSentences = (): Labelled[] => [
  ...readFolder("fresh", (name) => name),
  ...readFolder("unseen", () => "unseen"),
  ...readDev(),
  ...readExamples(),
  ...readBank(),
  ...readLines(OWN_TEXTS, "own"),
];

/** The files whose words are in the weights, beside the sentences. */
const CODE = [
  "src/language/checker/second-opinion-grams.ts",
  "scripts/train-language/fit.ts",
  "scripts/train-language/learn.ts",
];

/** Tells whether the weights are those of these sentences and this code. */
export const digestOf = (sentences: readonly Labelled[]): string => {
  const hash = createHash("sha256").update(JSON.stringify(sentences));
  for (const file of CODE) hash.update(readFileSync(join(ROOT, file)));
  return hash.digest("hex");
};
