/** How good probabilities were, once it is known what happened. */

/** A risk that was told, and what came of it. */
export interface Scored {
  risk: number;
  missed: boolean;
}

/** A share with the interval in which the true one lies, in 95 of 100 cases. */
export interface Share {
  count: number;
  of: number;
  share: number;
  low: number;
  high: number;
}

/** One row of the calibration table: what was told of these on average, and what happened. */
export interface CalibrationBin {
  told: number;
  seen: Share;
}

/** Two-sided 95 %. */
const Z = 1.959_963_984_540_054;

/** Wilson's interval, which stays within 0 and 1 and holds for few. `of` must be above zero. Source: Wilson (1927). */
export const wilson = (count: number, of: number): Share => {
  if (of <= 0) throw new RangeError("a share needs something that it is of");
  const share = count / of;
  const squared = (Z * Z) / of;
  const middle = share + squared / 2;
  const half = Z * Math.sqrt((share * (1 - share)) / of + squared / (4 * of));
  return {
    count,
    of,
    share,
    low: count === 0 ? 0 : (middle - half) / (1 + squared),
    high: count === of ? 1 : (middle + half) / (1 + squared),
  };
};

const byRisk = (scored: readonly Scored[]): Scored[] =>
  scored.toSorted((one, other) => one.risk - other.risk);

/** Those of one risk together, lowest first. */
const tiesOf = (scored: readonly Scored[]): Scored[][] => {
  const ties: Scored[][] = [];
  for (const each of byRisk(scored)) {
    const last = ties.at(-1);
    if (last?.[0]?.risk === each.risk) last.push(each);
    else ties.push([each]);
  }
  return ties;
};

const missedOf = (scored: readonly Scored[]): number =>
  scored.filter(({ missed }) => missed).length;

/** The chance that one who stayed away had been given a higher risk than one who came; an equal one counts half. Null when all
 * came or none did. Source: Mann & Whitney (1947). */
export const aucOf = (scored: readonly Scored[]): number | null => {
  const missed = missedOf(scored);
  const came = scored.length - missed;
  if (missed === 0 || came === 0) return null;
  let cameBelow = 0;
  let pairs = 0;
  for (const tie of tiesOf(scored)) {
    const missedHere = missedOf(tie);
    const cameHere = tie.length - missedHere;
    pairs += missedHere * (cameBelow + cameHere / 2);
    cameBelow += cameHere;
  }
  return pairs / (missed * came);
};

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean squared distance from what happened; 0 is perfect. Null of none. Source: Brier (1950). */
export const brierOf = (scored: readonly Scored[]): number | null =>
  scored.length === 0
    ? null
    : meanOf(scored.map(({ risk, missed }) => (risk - Number(missed)) ** 2));

/** The mean of minus the logarithm of what was told of what happened; 0 is perfect. Null of none. Units: nats. */
export const logLossOf = (scored: readonly Scored[]): number | null =>
  scored.length === 0
    ? null
    : meanOf(scored.map(({ risk, missed }) => -Math.log(missed ? risk : 1 - risk)));

const BINS = 10;

/** By tenths of the risks, lowest first. Those of one risk stay together, in the tenth where their middle lies, so the order
 * of the rows does not count, and a tenth may be missing. */
export const calibrationOf = (scored: readonly Scored[]): CalibrationBin[] => {
  const bins: Scored[][] = Array.from({ length: BINS }, () => []);
  let below = 0;
  for (const tie of tiesOf(scored)) {
    const middle = below + tie.length / 2;
    const bin = bins[Math.min(BINS - 1, Math.floor((middle / scored.length) * BINS))];
    for (const each of tie) bin?.push(each);
    below += tie.length;
  }
  return bins
    .filter((bin) => bin.length > 0)
    .map((bin) => ({
      told: meanOf(bin.map(({ risk }) => risk)),
      seen: wilson(missedOf(bin), bin.length),
    }));
};
