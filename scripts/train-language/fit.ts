/** Weights by AdaGrad: one output says whether (logistic), several say which (softmax). The same examples in the same order give the
 * same weights. Source: Duchi, Hazan & Singer (2011), with one sum of squares a feature. */
import type { Grams } from "../../src/language/checker/second-opinion-grams.ts";

/** What is learned from. Shape: `target` sums to one, or is one number where there is one output. */
export interface Example {
  grams: Grams;
  target: Float32Array;
  weight: number;
}

/** How it is learned. */
export interface Fit {
  outputs: number;
  places: number;
  rounds: number;
}

const RATE = 0.3;
const FIRST_SQUARES = 1e-3;
/** An output that errs by less is left alone: most do, and time goes to the rest. */
const LEAST_ERROR = 0.003;
const SEED = 7;

/** Numbers in [0, 1) that are the same each time: mulberry32. */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const shuffle = (order: Int32Array, random: () => number): void => {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const held = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = held;
  }
};

/** What the weights say of the features: one sum an output. */
export const sumsOf = (
  weights: Float32Array,
  { places, weights: own }: Grams,
  sums: Float64Array,
): void => {
  sums.fill(0);
  for (let at = 0; at < places.length; at += 1) {
    const base = (places[at] ?? 0) * sums.length;
    const value = own[at] ?? 0;
    for (let output = 0; output < sums.length; output += 1) {
      sums[output] = (sums[output] ?? 0) + (weights[base + output] ?? 0) * value;
    }
  }
};

/** Sums to shares. */
export const toShares = (sums: Float64Array): void => {
  if (sums.length === 1) {
    sums[0] = 1 / (1 + Math.exp(-(sums[0] ?? 0)));
    return;
  }
  const most = Math.max(...sums);
  let total = 0;
  for (let at = 0; at < sums.length; at += 1) {
    sums[at] = Math.exp((sums[at] ?? 0) - most);
    total += sums[at] ?? 0;
  }
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) / total;
};

interface State {
  weights: Float32Array;
  squares: Float64Array;
  sums: Float64Array;
  errors: Float64Array;
  wrong: Int32Array;
}

const learn = (state: State, { grams, target, weight }: Example): void => {
  const { weights, squares, sums, errors, wrong } = state;
  sumsOf(weights, grams, sums);
  toShares(sums);
  let [count, square] = [0, 0];
  for (let output = 0; output < sums.length; output += 1) {
    const error = ((sums[output] ?? 0) - (target[output] ?? 0)) * weight;
    if (Math.abs(error) <= LEAST_ERROR) continue;
    errors[count] = error;
    wrong[count] = output;
    count += 1;
    square += error * error;
  }
  if (count === 0) return;
  const { places, weights: own } = grams;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    const value = own[at] ?? 0;
    const seen = (squares[place] ?? 0) + square * value * value;
    squares[place] = seen;
    const step = (RATE * value) / Math.sqrt(seen);
    for (let each = 0; each < count; each += 1) {
      const spot = place * sums.length + (wrong[each] ?? 0);
      weights[spot] = (weights[spot] ?? 0) - step * (errors[each] ?? 0);
    }
  }
};

/** The weights. Shape: `weights[place * outputs + output]`. */
export const fit = (
  examples: readonly Example[],
  { outputs, places, rounds }: Fit,
): Float32Array => {
  const state: State = {
    weights: new Float32Array(places * outputs),
    squares: new Float64Array(places).fill(FIRST_SQUARES),
    sums: new Float64Array(outputs),
    errors: new Float64Array(outputs),
    wrong: new Int32Array(outputs),
  };
  const order = Int32Array.from(examples, (_, at) => at);
  const random = numbersFrom(SEED);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const at of order) {
      const example = examples[at];
      if (example) learn(state, example);
    }
  }
  return state.weights;
};
