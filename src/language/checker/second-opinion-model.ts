/** The weights of the second opinion, as `scripts/train-language.ts` wrote them: read once, when the first sentence is judged. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { type Grams, PLACES } from "./second-opinion-grams.ts";
import { CATEGORIES } from "./types.ts";

/** Where they are kept. */
export const MODEL_FILE = join(import.meta.dirname, "second-opinion.bin");

/** One output a topic, one for a clean sentence among them, and one that says clean or not by itself. */
export const OUTPUTS = CATEGORIES.length + 2;
const CLEAN = CATEGORIES.length;
const FLAG = CLEAN + 1;

/** Shape: `weights[place * OUTPUTS + output]`, in steps of `scales[output]`. */
export interface Model {
  scales: Float32Array;
  weights: Int8Array;
}

/** What it says of some sentences. Units: logits of "to be flagged"; `shares` of the topics sum to one, in the order of `CATEGORIES`. */
export interface Opinion {
  flag: number;
  topical: number;
  shares: readonly number[];
}

const HEAD = OUTPUTS * Float32Array.BYTES_PER_ELEMENT;

/** The file as weights. Errors: when it is of another size. */
export const unpackModel = (file: Uint8Array): Model => {
  const bytes = brotliDecompressSync(file);
  if (bytes.length !== HEAD + PLACES * OUTPUTS) {
    throw new Error("The weights of the second opinion are of another size: train it anew.");
  }
  const scales = Float32Array.from({ length: OUTPUTS }, (_, at) =>
    bytes.readFloatLE(at * Float32Array.BYTES_PER_ELEMENT),
  );
  return {
    scales,
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + HEAD, PLACES * OUTPUTS),
  };
};

let own: Model | undefined;

/** The product's own. */
export const ownModel = (): Model => (own ??= unpackModel(readFileSync(MODEL_FILE)));

/** Keeps shares from being none. */
const LEAST = 1e-9;

/** What a model says of features. */
export const judge = ({ scales, weights }: Model, { places, weights: values }: Grams): Opinion => {
  const sums = new Float64Array(OUTPUTS);
  for (let at = 0; at < places.length; at += 1) {
    const base = (places[at] ?? 0) * OUTPUTS;
    const value = values[at] ?? 0;
    for (let output = 0; output < OUTPUTS; output += 1) {
      sums[output] = (sums[output] ?? 0) + (weights[base + output] ?? 0) * value;
    }
  }
  const logits = Array.from(sums, (sum, output) => sum * (scales[output] ?? 0));
  const topics = logits.slice(0, CLEAN);
  const most = Math.max(...logits.slice(0, FLAG));
  const parts = topics.map((logit) => Math.exp(logit - most));
  const total = parts.reduce((sum, part) => sum + part, 0);
  const clean = Math.exp((logits[CLEAN] ?? 0) - most);
  return {
    flag: logits[FLAG] ?? 0,
    topical: Math.log((total + LEAST) / (clean + LEAST)),
    shares: parts.map((part) => part / (total + LEAST)),
  };
};
