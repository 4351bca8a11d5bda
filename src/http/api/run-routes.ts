/** Runs: the work of one event, step by step. */
import { z } from "zod";
import { getCase } from "../../cases/cases.ts";
import { WORD_OF_RISK, isRiskTold } from "../../cases/no-show-told.ts";
import { type OwnFormDeps, whyKeptNow } from "../../cases/own-form-first.ts";
import { listRunProposals } from "../../cases/proposals.ts";
import { REMINDER_DUE } from "../../cases/reminders.ts";
import type { CaseRecord, RunRecord } from "../../cases/records.ts";
import { getRun, listSteps } from "../../cases/runs.ts";
import { STAGE_RULES, STAGE_RULE_OFF } from "../../cases/stage-rule.ts";
import { SYNTHESES } from "../../cases/synthesis.ts";
import { AppError } from "../../domain/errors.ts";
import { isEvaluativeOn } from "../../policy/decide.ts";
import { readPolicy } from "../../policy/store.ts";
import { type Principal, mayDecide } from "../auth/principal.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { RunDetail, type RunItem } from "./schemas.ts";
import { viewRunItems, viewSteps } from "./views.ts";

export interface RunRouteDeps extends OwnFormDeps {
  config: { keepRunsDays: number };
}

interface Looking {
  /** Null: the run came to no case. */
  case_: CaseRecord | null;
  principal: Principal | null;
}

/** Runs of a case as whoever asks may see them. How one ended that judged the rule of a stage says how that stands: it is for whoever
 * may see that. */
export const viewRuns = async (
  runs: RunRecord[],
  looking: Looking,
  deps: OwnFormDeps,
): Promise<RunItem[]> => {
  const items = await viewRunItems(runs, deps.database);
  const why = items.some(isRule) ? await whyKept(looking, deps) : null;
  return why === null ? items : items.map((item) => (isRule(item) ? withWhy(item, why) : item));
};

const isRule = ({ eventKind }: RunItem): boolean => STAGE_RULES.has(eventKind);

const withWhy = (item: RunItem, why: string): RunItem => ({
  ...item,
  outcome: item.outcome && why,
});

/** Null: they may see it. */
const whyKept = async (
  { case_, principal }: Looking,
  deps: OwnFormDeps,
): Promise<string | null> => {
  if (!isEvaluativeOn((await readPolicy(deps.database)).policy)) return STAGE_RULE_OFF;
  return case_ && (await whyKeptNow(principal, case_, deps));
};

/** What the forms of a round came to. */
const SAYING: ReadonlySet<string> = new Set([...SYNTHESES, ...STAGE_RULES]);

/** Whether the texts of a run of reminders may say of whom a risk is told, to somebody to whom it is not: they say why each is reminded. */
const saysRisk = async (
  { id, eventKind }: RunItem,
  { principal }: Looking,
  { database }: OwnFormDeps,
): Promise<boolean> => {
  if (eventKind !== REMINDER_DUE) return false;
  if (!mayDecide(principal)) return true;
  const made = await listRunProposals(database, id);
  return made.some(({ kind }) => kind === WORD_OF_RISK) && !(await isRiskTold(database, true));
};

/** One run. */
export const runRoute = (deps: RunRouteDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/api/runs/{id}",
    summary: "One run: every step and tool call with its time and duration",
    access: "read",
    about: { thing: "run", in: "id" },
    params: z.object({ id: z.string() }),
    answer: RunDetail,
    handler: async ({ params, principal }) => {
      const run = await getRun(deps.database, params.id);
      if (!run) throw noSuchRun(deps.config);
      const case_ = run.caseId && (await getCase(deps.database, run.caseId));
      const looking = { case_: case_ || null, principal };
      const [item] = await viewRuns([run], looking, deps);
      if (!item) throw noSuchRun(deps.config);
      const steps = await listSteps(deps.database, run.id);
      const isHidden =
        (await saysRisk(item, looking, deps)) ||
        (SAYING.has(item.eventKind) && (await whyKept(looking, deps)) !== null);
      return {
        ...item,
        correlationId: run.correlationId,
        tracePrunedAt: run.prunedAt?.toString() ?? null,
        steps: await viewSteps({ steps, case_: looking.case_, isHidden }, deps),
      };
    },
  });

const noSuchRun = ({ keepRunsDays }: RunRouteDeps["config"]): AppError =>
  new AppError({
    code: "not_found",
    fault: "caller",
    message: `There is no such run. One that proposed nothing is removed by age, ${keepRunsDays} days after its end; the ledger still tells that it was.`,
  });
