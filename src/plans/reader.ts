/** The interview plans in force: those of the dashboard, then those of the files, then what can be inferred. The database is
 * asked each time, so that every process sees a change at once. */
import type { Database } from "../db/port.ts";
import type { InterviewPlan } from "../domain/plan.ts";
import type { PlanFiles } from "./files.ts";
import { inferPlan } from "./infer.ts";
import { isNoInterview } from "./interview-kinds.ts";
import { type PlanSubject, bestMatch } from "../domain/plan-match.ts";
import { parsePlan } from "./parse.ts";
import { type SavedVersion, readHeads, readVersion } from "./saved.ts";

/** A plan that applies. */
export interface FoundPlan {
  plan: InterviewPlan;
  /** Null when somebody wrote it; else what it was inferred from, in words. */
  inferred: string | null;
}

export interface PlanReader {
  /** The most specific plan that matches, else an inferred one, or null. Errors: the database's; Lever's, when its forms are
   * needed to infer. */
  find(subject: PlanSubject): Promise<FoundPlan | null>;
  get(planId: string): Promise<InterviewPlan | null>;
  /** What people wrote and what applies: the dashboard's by id, then those of files in their order. */
  all(): Promise<readonly InterviewPlan[]>;
}

export interface PlanReaderDeps {
  files: PlanFiles;
  database: Database;
  /** Lever's feedback forms; null: nothing is inferred. */
  listForms: (() => Promise<readonly { id: string; text: string }[]>) | null;
}

/** The plans of a process. */
export const createPlanReader = (deps: PlanReaderDeps): PlanReader => {
  const readSaved = createSavedReader(deps.database);
  const all = async (): Promise<InterviewPlan[]> => {
    const { plans, hidden } = await readSaved();
    const ofFiles = deps.files.all().flatMap(({ plan }) => (hidden.has(plan.id) ? [] : [plan]));
    return [...plans, ...ofFiles];
  };
  return {
    all,
    get: async (planId) => (await all()).find((plan) => plan.id === planId) ?? null,
    find: async (subject) => {
      const plan = bestMatch(await all(), subject);
      if (plan) return { plan, inferred: null };
      if (!deps.listForms || isNoInterview(subject.stageName)) return null;
      const inferred = inferPlan({ ...subject, forms: await deps.listForms() });
      return inferred && { plan: inferred.plan, inferred: inferred.words };
    },
  };
};

interface SavedPlans {
  plans: InterviewPlan[];
  /** Ids of which no file's plan applies. */
  hidden: Set<string>;
}

/** A version never changes, so that its text is read and parsed once. One that this release cannot read any more (it was
 * checked when it was saved) applies to nothing, and keeps a file's plan of its id away too: nobody wished for that one. */
const createSavedReader = (database: Database): (() => Promise<SavedPlans>) => {
  const parsed = new Map<string, { version: number; plan: InterviewPlan | null }>();
  const planOf = async ({
    planId,
    version,
  }: Pick<SavedVersion, "planId" | "version">): Promise<InterviewPlan | null> => {
    const known = parsed.get(planId);
    if (known?.version === version) return known.plan;
    const found = await readVersion(database, { planId, version });
    const { plan } = parsePlan(found?.source ?? "");
    parsed.set(planId, { version, plan });
    return plan;
  };
  return async () => {
    const heads = (await readHeads(database)).filter(({ state }) => state !== "removed");
    const on = heads.filter(({ state }) => state === "on");
    const plans = await Promise.all(on.map(planOf));
    return {
      plans: plans.filter((plan) => plan !== null),
      hidden: new Set(heads.map(({ planId }) => planId)),
    };
  };
};
