/** Work that is cut off once at each of its effects' points of one name, and taken up again. */
import { AppError } from "../../src/domain/errors.ts";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import type { Witness } from "../../src/witness.ts";

/** Shape: what cuts the work of a proposal off, and the points at which it did so far. Nobody can tell of a mail what became of
 * it, and a note may come late: those are other stories. */
export const cuttingOff = (
  { payload: { opportunityId } }: ProposalDetail,
  where: string,
): { cutOff: Witness; cut: Set<string> } => {
  const cut = new Set<string>();
  const isSent = where === "answered";
  return {
    cut,
    cutOff: (point, id) => {
      const isHere = point.startsWith("effect.") && point.endsWith(`.${where}`);
      if (!isHere || /mail|note|cancellation/.test(point) || cut.has(point)) return;
      if (id !== opportunityId) return;
      cut.add(point);
      throw new AppError({
        code: isSent ? "outcome_unknown" : "database_unavailable",
        fault: "upstream",
        message: "gone for a moment",
        retryable: !isSent,
      });
    },
  };
};
