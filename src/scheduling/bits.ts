/** Sets of whole numbers as bits, shifted as a whole: what is true of a number when another one, so much greater, is in a set. */

/** The numbers from which one of the set is at most `length - 1` away. By doubling: as many rounds as `length` has binary digits. */
export const widened = (set: Uint32Array, length: number): Uint32Array => {
  const wide = set.slice();
  let width = 1;
  while (width < length) {
    const by = Math.min(width, length - width);
    // From the first word on: what is read has not been written yet.
    addShifted(wide, wide, by);
    width += by;
  }
  return wide;
};

/** Adds the numbers of `within` that are in the set when they are `by` greater. */
export const addReaching = (
  target: Uint32Array,
  set: Uint32Array,
  { by, within }: { by: number; within: Uint32Array },
): void => {
  const words = by >>> 5;
  const bits = by & 31;
  for (let word = 0; word < target.length; word += 1) {
    target[word] =
      (target[word] ?? 0) | (shiftedWord(set, word + words, bits) & (within[word] ?? 0));
  }
};

/** Whether a number in `[from, to)` is in the set. */
export const hasBetween = (set: Uint32Array, from: number, to: number): boolean => {
  const last = Math.min(to, set.length * 32) - 1;
  if (from > last) return false;
  for (let word = from >>> 5; word <= last >>> 5; word += 1) {
    const head = word === from >>> 5 ? -1 << (from & 31) : -1;
    const tail = word === last >>> 5 ? -1 >>> (31 - (last & 31)) : -1;
    if (((set[word] ?? 0) & head & tail) !== 0) return true;
  }
  return false;
};

const addShifted = (target: Uint32Array, set: Uint32Array, by: number): void => {
  const words = by >>> 5;
  const bits = by & 31;
  for (let word = 0; word < target.length; word += 1) {
    target[word] = (target[word] ?? 0) | shiftedWord(set, word + words, bits);
  }
};

const shiftedWord = (set: Uint32Array, word: number, bits: number): number => {
  const low = set[word] ?? 0;
  return bits === 0 ? low : (low >>> bits) | ((set[word + 1] ?? 0) << (32 - bits));
};
