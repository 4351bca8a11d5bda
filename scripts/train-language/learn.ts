/** From sentences to weights, and from weights to the file. */
import { brotliCompressSync, constants } from "node:zlib";
import { type Grams, gramsOf, PLACES } from "../../src/language/checker/second-opinion-grams.ts";
import { type Model, OUTPUTS } from "../../src/language/checker/second-opinion-model.ts";
import { sentencesOf } from "../../src/language/checker/tokens.ts";
import { CATEGORIES } from "../../src/language/checker/types.ts";
import { type Example, fit } from "./fit.ts";
import type { Labelled } from "./read-sentences.ts";

const ROUNDS = 12;
/** What one sentence alone has teaches nothing. */
const FEWEST = 2;
/** Lines without a writer's intent, all clean: half as much as what somebody wrote for this. */
const PLAIN = new Set(["bank", "own"]);
const PLAIN_WEIGHT = 0.5;

/** Steps of a weight: those of a signed byte. */
const STEPS = 127;
/** So many of the weights that are not none fit the steps; the few that are larger are cut. */
const FITTING = 0.9995;
const CLEAN = CATEGORIES.length;

/** A sentence with what the second opinion sees of it. */
export interface Seen extends Labelled {
  grams: Grams;
}

/** What is seen of sentences. */
export const see = (sentences: readonly Labelled[]): Seen[] =>
  sentences.map((each) => ({ ...each, grams: gramsOf(sentencesOf(each.text), each.kind) }));

/** Features by a number of their own, so that what nobody has takes no room. */
const numbered = (seen: readonly Seen[]): Int32Array => {
  const counts = new Uint16Array(PLACES);
  for (const { grams } of seen) {
    for (const place of grams.places) counts[place] = Math.min((counts[place] ?? 0) + 1, FEWEST);
  }
  const numbers = new Int32Array(PLACES).fill(-1);
  let next = 0;
  counts.forEach((count, place) => {
    if (count < FEWEST) return;
    numbers[place] = next;
    next += 1;
  });
  return numbers;
};

const renumber = ({ places, weights }: Grams, numbers: Int32Array): Grams => {
  const kept = Array.from(places.keys()).filter((at) => (numbers[places[at] ?? 0] ?? -1) >= 0);
  return {
    places: Int32Array.from(kept, (at) => numbers[places[at] ?? 0] ?? 0),
    weights: Float32Array.from(kept, (at) => weights[at] ?? 0),
  };
};

const whichOf = ({ topics }: Labelled): Float32Array => {
  const target = new Float32Array(CLEAN + 1);
  if (topics.length === 0) target[CLEAN] = 1;
  for (const topic of topics) target[topic] = 1 / topics.length;
  return target;
};

const whetherOf = ({ topics }: Labelled): Float32Array =>
  Float32Array.of(topics.length > 0 ? 1 : 0);

/** The weights that sentences give. */
export const learn = (seen: readonly Seen[]): Model => {
  const numbers = numbered(seen);
  const places = numbers.reduce((most, number) => Math.max(most, number), -1) + 1;
  const own = seen.map((each) => ({ ...each, grams: renumber(each.grams, numbers) }));
  const examplesBy = (targetOf: (each: Labelled) => Float32Array): Example[] =>
    own.map((each) => ({
      grams: each.grams,
      target: targetOf(each),
      weight: PLAIN.has(each.set) ? PLAIN_WEIGHT : 1,
    }));
  const which = fit(examplesBy(whichOf), { outputs: CLEAN + 1, places, rounds: ROUNDS });
  const whether = fit(examplesBy(whetherOf), { outputs: 1, places, rounds: ROUNDS });
  return inSteps({ which, whether, numbers });
};

interface Learnt {
  which: Float32Array;
  whether: Float32Array;
  numbers: Int32Array;
}

const stepOf = (weights: Float32Array): number => {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .toSorted();
  return (sizes[Math.floor((sizes.length - 1) * FITTING)] ?? 1) / STEPS;
};

const inSteps = ({ which, whether, numbers }: Learnt): Model => {
  const scales = new Float32Array(OUTPUTS).fill(stepOf(which), 0, CLEAN + 1);
  scales[CLEAN + 1] = stepOf(whether);
  const weights = new Int8Array(PLACES * OUTPUTS);
  const put = (at: number, weight: number, scale: number): void => {
    weights[at] = Math.max(-STEPS, Math.min(STEPS, Math.round(weight / scale)));
  };
  numbers.forEach((number, place) => {
    if (number < 0) return;
    for (let output = 0; output <= CLEAN; output += 1) {
      const weight = which[number * (CLEAN + 1) + output] ?? 0;
      put(place * OUTPUTS + output, weight, scales[output] ?? 1);
    }
    put(place * OUTPUTS + CLEAN + 1, whether[number] ?? 0, scales[CLEAN + 1] ?? 1);
  });
  return { scales, weights };
};

/** The file that `unpackModel` reads. */
export const packModel = ({ scales, weights }: Model): Buffer => {
  const bytes = Buffer.concat([Buffer.from(scales.buffer), Buffer.from(weights.buffer)]);
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
};
