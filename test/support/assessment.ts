/** What an admin records before anything evaluative is switched on. */
import type { Assessment } from "../../src/domain/policy.ts";

export const ASSESSMENT: Assessment = {
  by: "Works council and DPO",
  on: "2026-01-15",
  note: "Wiki: assessment 12",
};
