/** Cases and runs. */
import { z } from "zod";
import { endCandidateLinks } from "../../cases/candidate-links.ts";
import { type CaseDeps, getCase, listCases } from "../../cases/cases.ts";
import { listLapsed, problemOfLapsed } from "../../cases/lapsed.ts";
import { WORD_OF_RISK, isRiskTold, withoutRiskSteps } from "../../cases/no-show-told.ts";
import { leftInWords } from "../../cases/opt-outs.ts";
import { listProposals } from "../../cases/proposals.ts";
import type { CaseRecord } from "../../cases/records.ts";
import { listRuns } from "../../cases/runs.ts";
import { cutPage } from "../../db/page.ts";
import type { Database } from "../../db/port.ts";
import { listCaseEffects } from "../../effects/effects.ts";
import { viewCaseAnswers } from "./answer-routes.ts";
import { askForBriefs } from "../../cases/ask-for-brief.ts";
import { askForSynthesis } from "../../cases/synthesis.ts";
import { askForDebrief } from "../../cases/debrief.ts";
import { askForStageRule } from "../../cases/stage-rule.ts";
import { askForQuestions } from "../../cases/ask-for-questions.ts";
import { askForInvitation, mayAskForInvitation } from "../../cases/invitation.ts";
import { askForLook } from "../../cases/ask-for-look.ts";
import { findSearch } from "../../cases/searches.ts";
import { rememberRound } from "../../lever/remember.ts";
import type { AcceptDeps } from "../../intake/accept.ts";
import { attendanceModelRoute, attendanceRoute, viewAttendance } from "./attendance-routes.ts";
import { askerOf, mayDecide } from "../auth/principal.ts";
import { viewBriefs } from "./brief-view.ts";
import { effectRoutes } from "./effect-routes.ts";
import { listEvents, viewEvent } from "./event-routes.ts";
import { notThere } from "./not-there.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { runRoute, viewRuns } from "./run-routes.ts";
import { BriefRequest } from "./brief-schemas.ts";
import { CaseDetail, CaseItem, CaseStatus, LookRequest, page } from "./schemas.ts";
import type { OwnFormDeps } from "../../cases/own-form-first.ts";
import { viewProposals } from "./view-proposals.ts";
import { viewCases, viewEffect, viewProblems, viewSearch } from "./views.ts";
import { viewDebriefRule } from "./debrief-rule.ts";
import { type StageRuleDeps, viewStageRule } from "./stage-rule-view.ts";

const PAGE = 50;

export interface CaseRouteDeps extends CaseDeps, AcceptDeps, OwnFormDeps {
  database: Database;
  config: { keepRunsDays: number };
  plans: StageRuleDeps["plans"];
}

/** Routes of cases, their steps and runs. */
export const caseRoutes = (deps: CaseRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/cases",
    summary: "Cases, latest change first",
    access: "read",
    about: "listed",
    query: z.object({ status: CaseStatus.optional(), after: z.string().max(200).optional() }),
    answer: page(CaseItem),
    handler: async ({ query, principal }) => {
      const scope = principal?.scope;
      const cases = await listCases(deps.database, { ...query, scope, limit: PAGE + 1 });
      const { rows, ...next } = cutPage(cases, PAGE, (case_) => case_.updatedAt);
      return { items: await viewWithLapsed(rows, deps), ...next };
    },
  }),
  caseRoute(deps),
  ...effectRoutes(deps),
  linkRoute(deps),
  runRoute(deps),
  lookRoute(deps),
  attendanceRoute(deps),
  attendanceModelRoute(deps),
  ...askingRoutes(deps),
];

const caseRoute = (deps: CaseRouteDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/api/cases/{id}",
    summary: "One case with its runs, proposals, effects and events",
    access: "read",
    about: { thing: "case", in: "id" },
    params: z.object({ id: z.string() }),
    answer: CaseDetail,
    handler: async ({ params, principal }) => {
      const case_ = await getCase(deps.database, params.id);
      if (!case_) throw notThere("case");
      const [[item], runs, proposals, effects, events, answers, search] = await Promise.all([
        viewWithLapsed([case_], deps),
        listRuns(deps.database, case_.id),
        listProposals(deps.database, {
          caseId: case_.id,
          ...(!mayDecide(principal) && { without: WORD_OF_RISK }),
          limit: 100,
        }),
        listCaseEffects(deps.database, case_.id),
        listEvents(deps.database, { opportunityId: case_.opportunityId, limit: 100 }),
        viewCaseAnswers(case_.id, principal, deps),
        findSearch(deps.database, case_.id),
      ]);
      if (!item) throw notThere("case");
      const isTold = await isRiskTold(deps.database, mayDecide(principal));
      const once = { ...deps, lever: rememberRound(deps.lever) };
      return {
        ...item,
        leftToPeople: await leftInWords(deps.database, case_.id),
        stageRule: await viewStageRule(case_, principal, once),
        debrief: await viewDebriefRule(case_, await deps.plans.all(), deps),
        search: search && (await viewSearch(search, deps.database)),
        runs: await viewRuns(runs, { case_, principal }, once),
        proposals: await viewProposals(proposals, { case_, principal }, once),
        effects: (isTold ? effects : withoutRiskSteps(effects)).map(viewEffect),
        briefs: await viewBriefs(case_.id, { proposals, effects }, deps),
        attendance: await viewAttendance(case_.id, principal, deps),
        mayInvite: await mayAskForInvitation(deps.database, case_, deps.clock.now()),
        answers,
        events: events.map(viewEvent),
      };
    },
  });

/** What expired is a problem of its case beside the others. */
const viewWithLapsed = async (cases: CaseRecord[], deps: CaseRouteDeps): Promise<CaseItem[]> => {
  const items = await viewCases(cases, deps);
  const caseIds = cases.map(({ id }) => id);
  const lapsed = await listLapsed(deps.database, { recruiterId: null, caseIds, most: 3 * PAGE });
  return items.map((item) => {
    const expired = problemOfLapsed(lapsed.filter(({ caseId }) => caseId === item.id));
    return expired ? { ...item, ...viewProblems([...item.problems, expired]) } : item;
  });
};

/** What people have made for a case. */
const askingRoutes = (deps: CaseRouteDeps): AnyRoute[] => [
  briefRoute(deps),
  questionsRoute(deps),
  synthesisRoute(deps),
  stageRuleRoute(deps),
  debriefRoute(deps),
  invitationRoute(deps),
];

const briefRoute = (deps: CaseRouteDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/api/cases/{id}/briefs",
    summary: "Have the briefs of the interviews to come made now, of all or of one session",
    access: "decide",
    about: { thing: "case", in: "id" },
    params: z.object({ id: z.string() }),
    body: BriefRequest,
    answer: z.object({ eventId: z.string() }),
    handler: async ({ params, body, principal }) =>
      await askForBriefs(
        { caseId: params.id, sessionId: body.sessionId, ...askerOf(principal) },
        deps,
      ),
  });

const questionsRoute = (deps: CaseRouteDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/api/cases/{id}/questions-note",
    summary: "Have it proposed to leave the questions of the case's stage in Lever as a note",
    access: "decide",
    about: { thing: "case", in: "id" },
    params: z.object({ id: z.string() }),
    answer: z.object({ eventId: z.string() }),
    handler: async ({ params, principal }) =>
      await askForQuestions({ caseId: params.id, ...askerOf(principal) }, deps),
  });

const synthesisRoute = (deps: CaseRouteDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/api/cases/{id}/synthesis",
    summary: "Have the synthesis of the feedback of the case's round made, of what is handed in",
    access: "decide",
    about: { thing: "case", in: "id" },
    params: z.object({ id: z.string() }),
    answer: z.object({ eventId: z.string() }),
    handler: async ({ params, principal }) =>
      await askForSynthesis({ caseId: params.id, ...askerOf(principal) }, deps),
  });

const stageRuleRoute = (deps: CaseRouteDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/api/cases/{id}/stage-rule",
    summary: "Have the rule of the case's plan for its stage judged by the forms as they are now",
    access: "decide",
    about: { thing: "case", in: "id" },
    params: z.object({ id: z.string() }),
    answer: z.object({ eventId: z.string() }),
    handler: async ({ params, principal }) =>
      await askForStageRule({ caseId: params.id, ...askerOf(principal) }, deps),
  });

const debriefRoute = (deps: CaseRouteDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/api/cases/{id}/debrief",
    summary: "Have a time looked for at which the panel of the case's round meets",
    access: "decide",
    about: { thing: "case", in: "id" },
    params: z.object({ id: z.string() }),
    answer: z.object({ eventId: z.string() }),
    handler: async ({ params, principal }) =>
      await askForDebrief({ caseId: params.id, ...askerOf(principal) }, deps),
  });

const invitationRoute = (deps: CaseRouteDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/api/cases/{id}/invitation",
    summary: "Have the mail proposed that offers another time to a candidate who did not come",
    access: "decide",
    about: { thing: "case", in: "id" },
    params: z.object({ id: z.string() }),
    answer: z.object({ eventId: z.string() }),
    handler: async ({ params, principal }) =>
      await askForInvitation({ caseId: params.id, ...askerOf(principal) }, deps),
  });

const lookRoute = (deps: CaseRouteDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/api/cases/{id}/look",
    summary: "Look for times again, with one rule loosened if one is named",
    access: "decide",
    about: { thing: "case", in: "id" },
    params: z.object({ id: z.string() }),
    body: LookRequest,
    answer: z.object({ eventId: z.string() }),
    handler: async ({ params, body, principal }) =>
      await askForLook({ caseId: params.id, relax: body.relax, ...askerOf(principal) }, deps),
  });

const linkRoute = (deps: CaseRouteDeps): AnyRoute =>
  defineRoute({
    method: "delete",
    path: "/api/cases/{id}/link",
    summary:
      "End every link to the candidate's page that went out so far; the next mail holds another",
    access: "decide",
    about: { thing: "case", in: "id" },
    params: z.object({ id: z.string() }),
    answer: z.object({ ended: z.literal(true) }),
    handler: async ({ params: { id }, principal }) => {
      const by = principal?.name ?? "nobody";
      if (await endCandidateLinks({ caseId: id, by }, deps)) return { ended: true as const };
      throw notThere("case");
    },
  });
