/** The questions of a posting under a plan: what somebody keeps for it, else what is composed now. */
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { PostingId } from "../domain/ids.ts";
import type { InterviewPlan } from "../domain/plan.ts";
import type { WordsFinding } from "../domain/words-finding.ts";
import type { LeverReader, Posting } from "../lever/port.ts";
import type { PlanReader } from "../plans/reader.ts";
import { composeQuestionSet } from "../questions/compose.ts";
import type { ComposeRequest } from "../questions/compose-request.ts";
import type { QuestionSet } from "../questions/question-set.ts";
import { type KeptVersion, readKept } from "./kept.ts";
import { checkQuestionSet } from "./language.ts";
import { requestFor } from "./request-for.ts";

/** What is asked of a posting, and where it comes from. */
export interface FoundQuestions {
  posting: Posting;
  plan: InterviewPlan;
  request: ComposeRequest;
  /** What counts. */
  set: QuestionSet;
  composed: QuestionSet;
  kept: KeptVersion;
  /** Where what is kept no longer fits the plan, in words. */
  behind: string[];
  /** What should not be asked in these words. */
  language: WordsFinding[];
}

export interface QuestionSetReader {
  /** Errors: `plan_missing`, `not_found` for a confidential posting, Lever's. */
  find(key: { postingId: PostingId; planId: string }): Promise<FoundQuestions>;
}

export interface QuestionSetDeps {
  database: Database;
  lever: Pick<LeverReader, "getPosting" | "listFeedbackTemplates" | "getFeedbackTemplate">;
  plans: Pick<PlanReader, "get">;
}

/** The reader of a process. */
export const createQuestionSets = ({
  database,
  lever,
  plans,
}: QuestionSetDeps): QuestionSetReader => ({
  find: async ({ postingId, planId }) => {
    const plan = await plans.get(planId);
    if (!plan) throw noSuchPlan(planId);
    const posting = await lever.getPosting(postingId);
    if (posting.confidential) throw noSuchPosting();
    const [read, kept] = await Promise.all([
      requestFor({ plan, posting }, lever),
      readKept(database, { postingId, planId }),
    ]);
    const request = kept.level === null ? read : { ...read, level: kept.level };
    const composed = composeQuestionSet(request);
    const set = kept.set ? atLevel(kept.set, { kept, composed }) : composed;
    return {
      posting,
      plan,
      request,
      set,
      composed,
      kept,
      behind: kept.set ? behindPlan(kept.set, plan) : [],
      language: checkQuestionSet(set),
    };
  },
});

/** A level that somebody sets counts for what is kept too, whose questions stay as they are. */
const atLevel = (
  set: QuestionSet,
  { kept, composed }: Pick<FoundQuestions, "kept" | "composed">,
): QuestionSet =>
  kept.level === null
    ? set
    : {
        ...set,
        level: composed.level,
        findings: set.findings.filter(({ code }) => code !== "level_unclear"),
      };

const noSuchPlan = (planId: string): AppError =>
  new AppError({
    code: "plan_missing",
    fault: "caller",
    message: `There is no interview plan "${planId}" in force.`,
  });

const noSuchPosting = (): AppError =>
  new AppError({
    code: "not_found",
    fault: "caller",
    message: "There is no such posting, or it is confidential in Lever.",
  });

/** A plan may change after its questions were kept; what is kept stays as it is until a person sees to it. */
const behindPlan = ({ sessions }: QuestionSet, plan: InterviewPlan): string[] => {
  const kept = new Map(sessions.map((session) => [session.sessionId, session]));
  const planned = new Set(plan.sessions.map(({ id }) => id));
  return [
    ...plan.sessions.flatMap(({ id, name, durationMinutes }) => {
      const session = kept.get(id);
      if (!session) return [`The plan has "${name}" since, and no question is kept for it.`];
      const { whole } = session.minutes;
      if (whole === durationMinutes) return [];
      return [`"${name}" takes ${durationMinutes} minutes since, and questions are for ${whole}.`];
    }),
    ...sessions
      .filter(({ sessionId }) => !planned.has(sessionId))
      .map(({ name }) => `The plan has "${name}" no more.`),
  ];
};
