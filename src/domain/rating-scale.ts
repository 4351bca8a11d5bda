/** The ratings of a form, from the lowest to the highest. */

/** Ratings from the lowest to the highest. */
export type Scale = readonly string[];

const NEGATIVE =
  /\b(?:no|not|never|poor|weak|below|reject|disagree|fails?|failed|insufficient|unsatisfactory|bad)\b/i;

const numberOf = (label: string): number =>
  Number(/^\D{0,3}(\d{1,3})/.exec(label)?.[1] ?? Number.NaN);

/** The ratings upwards: by their numbers, else by which end is worded as a no. Undefined: neither tells, or one says the contrary
 * of the other ("1 - Excellent" … "5 - Poor"). */
export const upwards = (labels: Scale): Scale | undefined => {
  const numbers = labels.map(numberOf);
  if (new Set(numbers.filter(Number.isFinite)).size === labels.length) {
    const sorted = labels.toSorted((one, two) => numberOf(one) - numberOf(two));
    return isContrary(sorted) ? undefined : sorted;
  }
  const isFirstNegative = NEGATIVE.test(labels[0] ?? "");
  const isLastNegative = NEGATIVE.test(labels.at(-1) ?? "");
  if (isFirstNegative === isLastNegative) return undefined;
  return isFirstNegative ? labels : labels.toReversed();
};

/** A scale whose highest number is worded as a no, and its lowest as praise, may be meant the other way round. */
const isContrary = (sorted: Scale): boolean =>
  NEGATIVE.test(sorted.at(-1) ?? "") && !NEGATIVE.test(sorted[0] ?? "");
