/** Cases and runs. */
import { z } from "zod";
import { type CaseDeps, getCase, listCases } from "../../cases/cases.ts";
import { listProposals } from "../../cases/proposals.ts";
import { getRun, listRuns, listSteps } from "../../cases/runs.ts";
import { cutPage } from "../../db/page.ts";
import type { Database } from "../../db/port.ts";
import { AppError } from "../../domain/errors.ts";
import { listCaseEffects } from "../../effects/effects.ts";
import { viewCaseAnswers } from "./answer-routes.ts";
import { listEvents, viewEvent } from "./event-routes.ts";
import { notThere } from "./not-there.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { CaseDetail, CaseItem, CaseStatus, RunDetail, page } from "./schemas.ts";
import { viewCases, viewEffect, viewProposal, viewRuns, viewSteps } from "./views.ts";

const PAGE = 50;

export interface CaseRouteDeps extends CaseDeps {
  database: Database;
  config: { keepRunsDays: number };
}

/** Routes of cases and runs. */
export const caseRoutes = (deps: CaseRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/cases",
    summary: "Cases, latest change first",
    access: "read",
    query: z.object({ status: CaseStatus.optional(), after: z.string().max(200).optional() }),
    answer: page(CaseItem),
    handler: async ({ query }) => {
      const cases = await listCases(deps.database, { ...query, limit: PAGE + 1 });
      const { rows, ...next } = cutPage(cases, PAGE, (case_) => case_.updatedAt);
      return { items: await viewCases(rows, deps), ...next };
    },
  }),
  defineRoute({
    method: "get",
    path: "/api/cases/{id}",
    summary: "One case with its runs, proposals, effects and events",
    access: "read",
    params: z.object({ id: z.string() }),
    answer: CaseDetail,
    handler: async ({ params, principal }) => {
      const case_ = await getCase(deps.database, params.id);
      if (!case_) throw notThere("case");
      const [[item], runs, proposals, effects, events, answers] = await Promise.all([
        viewCases([case_], deps),
        listRuns(deps.database, case_.id),
        listProposals(deps.database, { caseId: case_.id, limit: 100 }),
        listCaseEffects(deps.database, case_.id),
        listEvents(deps.database, { opportunityId: case_.opportunityId, limit: 100 }),
        viewCaseAnswers(case_.id, principal, deps),
      ]);
      if (!item) throw notThere("case");
      return {
        ...item,
        runs: await viewRuns(runs, deps.database),
        proposals: await Promise.all(proposals.map((proposal) => viewProposal(proposal, deps))),
        effects: effects.map(viewEffect),
        answers,
        events: events.map(viewEvent),
      };
    },
  }),
  runRoute(deps),
];

const runRoute = (deps: CaseRouteDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/api/runs/{id}",
    summary: "One run: every step and tool call with its time and duration",
    access: "read",
    params: z.object({ id: z.string() }),
    answer: RunDetail,
    handler: async ({ params }) => {
      const run = await getRun(deps.database, params.id);
      const [item] = run ? await viewRuns([run], deps.database) : [];
      if (!run || !item) throw noSuchRun(deps.config);
      const steps = await listSteps(deps.database, run.id);
      return {
        ...item,
        correlationId: run.correlationId,
        tracePrunedAt: run.prunedAt?.toString() ?? null,
        steps: await viewSteps(steps, deps),
      };
    },
  });

const noSuchRun = ({ keepRunsDays }: CaseRouteDeps["config"]): AppError =>
  new AppError({
    code: "not_found",
    fault: "caller",
    message: `There is no such run. One that proposed nothing is removed by age, ${keepRunsDays} days after its end; the ledger still tells that it was.`,
  });
