/** What is said of a rule that was to give and did not help. */
import type { SpecialistRun } from "../specialist.ts";
import { changeWithin } from "../../src/domain/no-fit.ts";

/** One sentence or two when nothing fits although a person asked that a rule give. Shape: null when nobody did. */
export const inVain = ({
  wishes,
  relax,
}: Pick<SpecialistRun, "wishes" | "relax">): string | null => {
  if (relax) return `One rule gave, as was asked for: ${changeWithin(relax)}. That does not help.`;
  const isAsked = (wishes.relax ?? null) !== null;
  return isAsked ? "The rule that was to give would not help any more." : null;
};
