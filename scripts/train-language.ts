/** Trains the second opinion of the language checker. Usage: `npx node scripts/train-language.ts [--write | --judge SET,SET]`. Without either
 * it says whether the weights are those of the sentences and the code; `--write` writes them anew, in some minutes; `--judge` tells of whole sets,
 * by their names, how well a model does that has not seen them, nor what is nearly one of them. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MODEL_FILE } from "../src/language/checker/second-opinion-model.ts";
import { judgeSet } from "./train-language/judge-set.ts";
import { learn, packModel, see } from "./train-language/learn.ts";
import { digestOf, readSentences } from "./train-language/read-sentences.ts";

const NOTE = join(import.meta.dirname, "train-language/learned.json");

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** What is noted of the weights, and what it should be now. */
export const learnedAndNow = (): { noted: unknown; now: unknown } => {
  const sentences = readSentences();
  return {
    noted: JSON.parse(readFileSync(NOTE, "utf8")) as unknown,
    now: {
      sentences: sentences.length,
      from: digestOf(sentences),
      weights: sha256(readFileSync(MODEL_FILE)),
    },
  };
};

const write = (): void => {
  const sentences = readSentences();
  const file = packModel(learn(see(sentences)));
  writeFileSync(MODEL_FILE, file);
  const note = { sentences: sentences.length, from: digestOf(sentences), weights: sha256(file) };
  writeFileSync(NOTE, `${JSON.stringify(note, null, 2)}\n`);
  console.log(`Learned from ${sentences.length} sentences: ${file.length} bytes.`);
};

if (import.meta.main) {
  const [first, sets = ""] = process.argv.slice(2);
  if (first === "--write") write();
  else if (first === "--judge") {
    const seen = see(readSentences());
    for (const set of sets.split(",")) console.log(judgeSet(seen, set));
  } else {
    const { noted, now } = learnedAndNow();
    if (JSON.stringify(noted) !== JSON.stringify(now)) {
      console.error(
        "The weights are not those of these sentences and this code: run npx node scripts/train-language.ts --write",
      );
      process.exitCode = 1;
    }
  }
}
