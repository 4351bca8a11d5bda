import type { CaseDetail } from "../../../src/http/api/schemas.ts";
import { useMayDecide } from "../api/session.ts";

/** Whether whoever is here may have something proposed of a case: nothing is of one that has ended, or that people arrange. */
export const useMayPropose = ({
  status,
  leftToPeople,
}: Pick<CaseDetail, "status" | "leftToPeople">): boolean =>
  useMayDecide() && status !== "closed" && leftToPeople === null;
