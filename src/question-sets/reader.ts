/** The questions of a posting under a plan: what somebody keeps for it, else what is composed now. */
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import type { PostingId } from "../domain/ids.ts";
import type { InterviewPlan } from "../domain/plan.ts";
import type { WordsFinding } from "../domain/words-finding.ts";
import { unlessForbidden } from "../lever/access.ts";
import type { LeverReader, Posting } from "../lever/port.ts";
import type { PlanReader } from "../plans/reader.ts";
import { composeQuestionSet } from "../questions/compose.ts";
import { askedTwice } from "../questions/asked-twice.ts";
import type { ComposeRequest } from "../questions/compose-request.ts";
import type { QuestionSet, SetFinding } from "../questions/question-set.ts";
import { type KeptVersion, NOTHING_KEPT, readKeptOf } from "./kept.ts";
import { askedAtOtherStages } from "./asked-elsewhere.ts";
import { checkQuestionSet } from "./language.ts";
import { plansInOrder } from "./plan-for-posting.ts";
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
  lever: Pick<
    LeverReader,
    "getPosting" | "listStages" | "listFeedbackTemplates" | "getFeedbackTemplate"
  >;
  plans: Pick<PlanReader, "all">;
}

/** The reader of a process. */
export const createQuestionSets = ({
  database,
  lever,
  plans,
}: QuestionSetDeps): QuestionSetReader => ({
  find: async ({ postingId, planId }) => {
    const all = await plans.all();
    const plan = all.find(({ id }) => id === planId);
    if (!plan) throw noSuchPlan(planId);
    const posting = await lever.getPosting(postingId);
    if (posting.confidential) throw noSuchPosting();
    const [read, keptOf, stages] = await Promise.all([
      requestFor({ plan, posting }, lever),
      readKeptOf(database, postingId),
      unlessForbidden(async () => await lever.listStages()),
    ]);
    const kept = keptOf.get(planId) ?? NOTHING_KEPT;
    const others = {
      plan,
      posting,
      keptOf,
      inOrder: plansInOrder({ posting, plans: all, stages }),
    };
    const request = {
      ...read,
      ...(kept.level !== null && { level: kept.level }),
      askedElsewhere: Object.fromEntries(askedAtOtherStages(others)),
    };
    const composed = composeQuestionSet(request);
    const set = kept.set ? asItStands(kept.set, { kept, composed, request }) : composed;
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

/** What is kept stays as it is, also where another stage asks the same: then it is said. A level that somebody sets counts for it too. */
const asItStands = (
  set: QuestionSet,
  { kept, composed, request }: Pick<FoundQuestions, "kept" | "composed" | "request">,
): QuestionSet => {
  const isLeft = ({ code }: SetFinding): boolean => kept.level === null || code !== "level_unclear";
  const asked = new Map(Object.entries(request.askedElsewhere ?? {}));
  return {
    ...set,
    ...(kept.level !== null && { level: composed.level }),
    findings: [...set.findings.filter(isLeft), ...askedTwice(set.sessions, asked)],
  };
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
