/** What a plan would give for a real candidate, found by the same tools as the scheduling specialist's. Stores nothing and
 * proposes nothing. */
import { AppError, type ErrorCode } from "../src/domain/errors.ts";
import { OpportunityId, PostingId } from "../src/domain/ids.ts";
import type { InterviewPlan } from "../src/domain/plan.ts";
import { isZone } from "../src/domain/time.ts";
import { type PlanSubject, matchesSubject } from "../src/domain/plan-match.ts";
import type { FoundPlan } from "../src/plans/reader.ts";
import type { ToolContext } from "./context.ts";
import { callTool } from "./define-tool.ts";
import { findSlots } from "./find_slots.ts";
import { getOpportunity } from "./get_opportunity.ts";
import { getPosting } from "./get_posting.ts";

type FoundTimes = Awaited<ReturnType<(typeof findSlots)["run"]>>;

/** What came of it. Shape: exactly one of `times` and `problem` is null. */
export interface PlanTrial {
  subject: PlanSubject;
  /** Whether the plan matches this candidate's stage, posting and team. */
  applies: boolean;
  /** What applies to the candidate as things are. */
  present: FoundPlan | null;
  zone: string;
  times: FoundTimes | null;
  /** Why nothing could be looked for: about the plan or the candidate, not about times. */
  problem: { code: string; message: string } | null;
  /** Of everybody in the times: names by address. */
  names: Record<string, string>;
}

/** What a person can mend in the plan, or must know of the candidate. */
const ANSWERS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "plan_invalid",
  "plan_missing",
  "opportunity_archived",
  "contact_not_allowed",
  "contact_without_address",
  "no_slot",
]);

/** Errors: `lever_not_found` for a candidate that Lever does not know; Lever's and the calendars' own. */
export const tryPlan = async (
  { plan, opportunityId }: { plan: InterviewPlan; opportunityId: string },
  context: ToolContext,
): Promise<PlanTrial> => {
  const id = OpportunityId.parse(opportunityId);
  const opportunity = await callTool(getOpportunity, { opportunityId: id }, context);
  const subject = await subjectOf(opportunity, context);
  const { applicationZone } = opportunity;
  const facts = {
    subject,
    applies: matchesSubject(plan, subject),
    present: await context.plans.find(subject),
    zone:
      applicationZone !== null && isZone(applicationZone) ? applicationZone : context.companyZone,
  };
  try {
    const onlyThis = { ...context, plans: readerOf(plan) };
    const times = await callTool(findSlots, { opportunityId: id }, onlyThis);
    return { ...facts, times, problem: null, names: await namesOf(times, context) };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || !ANSWERS.has(thrown.code)) throw thrown;
    const { code, message } = thrown;
    return { ...facts, times: null, problem: { code, message }, names: {} };
  }
};

const readerOf = (plan: InterviewPlan): ToolContext["plans"] => ({
  find: async () => await Promise.resolve({ plan, inferred: null }),
  get: async () => await Promise.resolve(plan),
  all: async () => await Promise.resolve([plan]),
});

const subjectOf = async (
  opportunity: Awaited<ReturnType<(typeof getOpportunity)["run"]>>,
  context: ToolContext,
): Promise<PlanSubject> => {
  const { stageId, stageName, postingId } = opportunity;
  const posting =
    postingId === null
      ? null
      : await callTool(getPosting, { postingId: PostingId.parse(postingId) }, context);
  return {
    stageId,
    stageName,
    postingId,
    postingTitle: posting?.title ?? "",
    team: posting?.team ?? null,
  };
};

const namesOf = async (
  { itineraries }: FoundTimes,
  { lever }: ToolContext,
): Promise<Record<string, string>> => {
  const panels = itineraries.flatMap(({ sessions }) => sessions.map(({ panel }) => panel));
  const emails = new Set(panels.flat().map(({ email }) => email));
  const users = await Promise.all(
    [...emails].map(async (email) => await lever.findUserByEmail(email)),
  );
  return Object.fromEntries(users.flatMap((user) => (user ? [[user.email, user.name]] : [])));
};
