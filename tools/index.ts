/** Every tool, in the fixed order in which they are published. */
import { checkAvailability } from "./check_availability.ts";
import type { Tool } from "./define-tool.ts";
import { findSlots } from "./find_slots.ts";
import { getCase } from "./get_case.ts";
import { getOpportunity } from "./get_opportunity.ts";
import { getPlan } from "./get_plan.ts";
import { getPosting } from "./get_posting.ts";
import { listCases } from "./list_cases.ts";
import { listProposals } from "./list_proposals.ts";
import { proposeInterview } from "./propose_interview.ts";

/** All tools. */
export const TOOLS: readonly Tool[] = [
  listCases,
  getCase,
  listProposals,
  getOpportunity,
  getPosting,
  getPlan,
  checkAvailability,
  findSlots,
  proposeInterview,
];
