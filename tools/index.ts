/** Every tool, in the fixed order in which they are published. */
import { checkAvailability } from "./check_availability.ts";
import type { Tool } from "./define-tool.ts";
import { findSlots } from "./find_slots.ts";
import { getBrief } from "./get_brief.ts";
import { getCase } from "./get_case.ts";
import { getFeedback } from "./get_feedback.ts";
import { getNotes } from "./get_notes.ts";
import { getOpportunity } from "./get_opportunity.ts";
import { getPlan } from "./get_plan.ts";
import { getPosting } from "./get_posting.ts";
import { getQuestions } from "./get_questions.ts";
import { getRequisitions } from "./get_requisitions.ts";
import { getResume } from "./get_resume.ts";
import { listCases } from "./list_cases.ts";
import { listProposals } from "./list_proposals.ts";
import { proposeBrief } from "./propose_brief.ts";
import { proposeInterview } from "./propose_interview.ts";
import { proposeQuestions } from "./propose_questions.ts";
import { proposeRequest } from "./propose_request.ts";

/** All tools. */
export const TOOLS: readonly Tool[] = [
  listCases,
  getCase,
  listProposals,
  getOpportunity,
  getPosting,
  getRequisitions,
  getResume,
  getNotes,
  getFeedback,
  getPlan,
  getQuestions,
  getBrief,
  checkAvailability,
  findSlots,
  proposeInterview,
  proposeBrief,
  proposeQuestions,
  proposeRequest,
];
