/** What a note with questions is made from, read through tools. */
import { AppError } from "../../src/domain/errors.ts";
import { PostingId, UserId } from "../../src/domain/ids.ts";
import type { WordsFinding } from "../../src/domain/words-finding.ts";
import type { QuestionSet } from "../../src/questions/question-set.ts";
import type { ToolContext } from "../../tools/context.ts";
import { callTool } from "../../tools/define-tool.ts";
import { getOpportunity } from "../../tools/get_opportunity.ts";
import { getPlan } from "../../tools/get_plan.ts";
import { getPosting } from "../../tools/get_posting.ts";
import { getQuestions } from "../../tools/get_questions.ts";
import type { SpecialistRun } from "../specialist.ts";

/** Shape: JSON. */
export interface GatheredQuestions {
  candidateName: string;
  performAs: UserId;
  planId: string;
  posting: { id: PostingId; title: string; text: string; url: string | null };
  set: QuestionSet;
  keptBy: string | null;
  behind: string[];
  language: WordsFinding[];
}

/** Errors: `input_invalid` without a posting or a written plan; `plan_missing`, `forbidden`; those of Lever. */
export const gatherQuestions = async (
  run: SpecialistRun,
  tools: ToolContext,
): Promise<GatheredQuestions> => {
  const { opportunityId } = run.case_;
  const opportunity = await callTool(getOpportunity, { opportunityId }, tools);
  if (opportunity.postingId === null) throw refused(NO_POSTING);
  const postingId = PostingId.parse(opportunity.postingId);
  const posting = await callTool(getPosting, { postingId }, tools);
  const planId = await readPlan(run, posting, tools);
  const found = await callTool(getQuestions, { postingId, planId }, tools);
  return {
    candidateName: opportunity.name.quoted,
    performAs: performAs(
      run.performAs ?? opportunity.ownerId ?? posting.ownerId ?? posting.hiringManagerId,
    ),
    planId,
    posting: {
      id: postingId,
      title: posting.title,
      text: posting.description.quoted,
      url: posting.url,
    },
    set: found.set,
    keptBy: found.keptBy,
    behind: found.behind,
    language: found.language,
  };
};

/** The plan by which it is booked, else the one of its stage. */
const readPlan = async (
  { case_, booked }: SpecialistRun,
  posting: { id: string; title: string; team: string | null },
  tools: ToolContext,
): Promise<string> => {
  const { stageId, stageName } = case_;
  const subject = {
    stageId,
    stageName,
    postingId: posting.id,
    postingTitle: posting.title,
    team: posting.team,
  };
  const asked = booked ? { ...subject, planId: booked.payload.planId } : subject;
  const { plan, inferred } = await callTool(getPlan, asked, tools);
  if (inferred !== null) throw refused(NO_WRITTEN_PLAN);
  return plan.id;
};

const NO_POSTING = "The candidate is on no posting in Lever, so there is nothing to compose for.";
const NO_WRITTEN_PLAN =
  "Nobody has written an interview plan for this stage. Add one under Plans: questions are composed for its sessions.";

const refused = (message: string): AppError =>
  new AppError({ code: "input_invalid", fault: "caller", message });

const performAs = (id: string | null): UserId => {
  if (id !== null && id !== "") return UserId.parse(id);
  throw new AppError({
    code: "lever_rejected",
    fault: "caller",
    message:
      "Nobody is known in whose name Lever could be written: give the opportunity or the posting an owner, or set LEVER_PERFORM_AS.",
  });
};
