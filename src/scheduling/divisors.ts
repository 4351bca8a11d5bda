/** The largest whole number that divides both. Shape: not negative. */
export const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);

/** The smallest whole number that both divide. */
export const leastCommonMultiple = (a: number, b: number): number =>
  (a / greatestCommonDivisor(a, b)) * b;
