/** The risk that a candidate stays away from one interview, with what raises it. */
import { encode } from "./columns.ts";
import { type AttendanceFacts, FEATURES, type FeatureName } from "./features.ts";
import { sigmoid } from "./logistic.ts";
import type { AttendanceModel } from "./model.ts";

/** Something that raises a risk. `raises`: by so many log odds against a usual interview. */
export interface RiskReason {
  feature: FeatureName;
  says: string;
  raises: number;
}

/** `reasons` are those that raise it, the weightiest first; none when nothing does noticeably. */
export interface Prediction {
  risk: number;
  reasons: RiskReason[];
}

/** Less than this is no reason: the odds grow by a tenth. Units: log odds. */
const LEAST_REASON = Math.log(1.1);
const MOST_REASONS = 3;

/** The calibrated risk, 0 to 1, and why. */
export const predict = (model: AttendanceModel, facts: AttendanceFacts): Prediction => {
  const { coefficients, calibration } = model;
  const values = new Float64Array(coefficients.length);
  encode(facts, values);
  const raises = new Map<FeatureName, number>();
  let logit = model.intercept;
  for (const [index, { feature, centre, scale, weight }] of coefficients.entries()) {
    const value = values[index] ?? Number.NaN;
    const share = Number.isNaN(value) ? 0 : (weight * (value - centre)) / scale;
    logit += share;
    raises.set(feature, (raises.get(feature) ?? 0) + share);
  }
  return {
    risk: sigmoid(calibration.slope * logit + calibration.intercept),
    reasons: reasonsOf(raises, facts, calibration.slope),
  };
};

const reasonsOf = (
  raises: ReadonlyMap<FeatureName, number>,
  facts: AttendanceFacts,
  slope: number,
): RiskReason[] =>
  [...raises]
    .map(([feature, logOdds]) => ({ feature, raises: slope * logOdds }))
    .filter((reason) => reason.raises >= LEAST_REASON)
    .toSorted((one, other) => other.raises - one.raises)
    .slice(0, MOST_REASONS)
    .map((reason) => ({ ...reason, says: FEATURES[reason.feature].says(facts) }));
