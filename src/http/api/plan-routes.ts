/** Interview plans: what applies, what was saved when and by whom, and trying one before it is saved. */
import { z } from "zod";
import type { ToolContext } from "../../../tools/context.ts";
import { tryPlan } from "../../../tools/try-plan.ts";
import { AppError } from "../../domain/errors.ts";
import type { InterviewPlan } from "../../domain/plan.ts";
import type { Clock } from "../../domain/time.ts";
import type { TextFault } from "../../domain/read-yaml.ts";
import type { NamedStage } from "../../domain/stage-move.ts";
import type { Ids } from "../../identifiers.ts";
import { unlessForbidden } from "../../lever/access.ts";
import {
  type CatalogDeps,
  type CatalogPlan,
  findCatalogPlan,
  listCatalog,
} from "../../plans/catalog.ts";
import { planNotes } from "../../plans/notes.ts";
import { parsePlan } from "../../plans/parse.ts";
import { type PlanChange, listVersions, savePlan } from "../../plans/saved.ts";
import type { Principal } from "../auth/principal.ts";
import { changeAndShow } from "../problem.ts";
import { notThere } from "./not-there.ts";
import {
  CheckPlan,
  LeverNames,
  PlanCheck,
  PlanDetail,
  type PlanItem,
  PlanList,
  PlanTrial,
  SavePlan,
  TryPlan,
  planId,
} from "./plan-schemas.ts";
import { type QuestionRouteDeps, questionRoutes } from "./question-routes.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

export interface PlanRouteDeps extends CatalogDeps, Omit<QuestionRouteDeps, "tools"> {
  clock: Clock;
  ids: Ids;
  tools: Omit<ToolContext, "caller" | "signal">;
  inferring: boolean;
}

const params = z.object({ id: planId });
const VERSIONS = 50;

/** Routes of plans, and of what their sessions ask. */
export const planRoutes = (deps: PlanRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/plans",
    summary: "Interview plans, in the order in which they are asked",
    access: "settings",
    about: "nobody",
    answer: PlanList,
    handler: async () => ({
      items: (await listCatalog(deps)).map(viewItem),
      faults: [...deps.planFiles.faults()],
      inferring: deps.inferring,
    }),
  }),
  defineRoute({
    method: "get",
    path: "/api/lever/names",
    summary: "Lever's stages and feedback forms, as a plan may name them",
    access: "settings",
    about: "nobody",
    answer: LeverNames,
    handler: async () => {
      const { lever } = deps.tools;
      const [stages, forms] = await Promise.all([
        unlessForbidden(async () => await lever.listStages()),
        unlessForbidden(async () => await lever.listFeedbackTemplates()),
      ]);
      return {
        stages: stages.map(({ text }) => text),
        forms: forms.map(({ text }) => text),
        ratings: forms.flatMap(({ text: form, ratings }) =>
          ratings.map((name) => ({ form, name })),
        ),
      };
    },
  }),
  checkRoute(deps),
  tryRoute(deps),
  defineRoute({
    method: "get",
    path: "/api/plans/{id}",
    summary: "One plan with its text and its versions",
    access: "settings",
    about: "nobody",
    params,
    answer: PlanDetail,
    handler: async (call) => await viewDetail(call.params.id, deps),
  }),
  ...changeRoutes(deps),
  ...questionRoutes(deps),
];

const changeRoutes = (deps: PlanRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "put",
    path: "/api/plans/{id}",
    summary: "Save a version of a plan; `basedOn` is the one that was changed",
    access: "decide",
    about: "everybody",
    params,
    body: SavePlan,
    answer: PlanDetail,
    handler: async ({ params: { id }, body, principal }) => {
      const { source, basedOn, state = "on", restoredFrom } = body;
      // A plan can be turned off whatever has become of the stages it names.
      const { plan, faults } = parsePlan(source, state === "on" ? await readStages(deps) : []);
      if (!plan) throw faulty(faults);
      refuseOtherId(plan, id);
      return await change(
        { planId: id, source, basedOn, state, ...(restoredFrom !== undefined && { restoredFrom }) },
        { deps, principal },
      );
    },
  }),
  defineRoute({
    method: "delete",
    path: "/api/plans/{id}",
    summary: "Take the dashboard's plan away; a file's plan of this id applies again",
    access: "decide",
    about: "everybody",
    params,
    query: z.object({ basedOn: z.string().regex(/^\d{1,9}$/, "must be a version's number") }),
    answer: PlanDetail,
    handler: async ({ params: { id }, query, principal }) => {
      const basedOn = Number(query.basedOn);
      return await change({ planId: id, state: "removed", basedOn }, { deps, principal });
    },
  }),
];

const checkRoute = (deps: PlanRouteDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/api/plans/check",
    summary: "What is wrong with a plan, line by line; changes nothing",
    access: "settings",
    about: "nobody",
    body: CheckPlan,
    answer: PlanCheck,
    handler: async ({ body }) => {
      const { plan, faults } = parsePlan(body.source, await readStages(deps));
      if (!plan) return { plan, faults, notes: [] };
      const others = await listCatalog(deps);
      const { source, isNew = false } = body;
      return { plan, faults, notes: planNotes(plan, { others, isNew, source }) };
    },
  });

/** Lever's stages; none while it cannot say them: a plan is saved all the same, and what its rule names is looked for again when
 * it is judged. */
const readStages = async ({ tools: { lever } }: PlanRouteDeps): Promise<readonly NamedStage[]> => {
  try {
    return await unlessForbidden(async () => await lever.listStages());
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.fault === "upstream") return [];
    throw thrown;
  }
};

/** Whoever has waited so long has gone. */
const TRY_PATIENCE_MS = 30_000;

const tryRoute = (deps: PlanRouteDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/api/plans/try",
    summary: "The times that a plan would give for a candidate; stores and proposes nothing",
    access: "read",
    about: { thing: "opportunity", in: "opportunityId" },
    body: TryPlan,
    answer: PlanTrial,
    handler: async ({ body, principal }) => {
      const { plan, faults } = parsePlan(body.source, await readStages(deps));
      if (!plan) throw faulty(faults);
      const { subject, present, ...trial } = await tryPlan(
        { plan, opportunityId: body.opportunityId },
        {
          ...deps.tools,
          caller: {
            kind: "person",
            name: nameOf(principal),
            ...(principal && { role: principal.role, scope: principal.scope }),
            mayPropose: false,
          },
          signal: AbortSignal.timeout(TRY_PATIENCE_MS),
        },
      );
      return {
        ...trial,
        stageName: subject.stageName,
        postingTitle: subject.postingTitle,
        present: present && { planId: present.plan.id, inferred: present.inferred },
      };
    },
  });

const nameOf = (principal: Principal | null): string => principal?.name ?? "nobody";

const faulty = (faults: readonly TextFault[]): AppError =>
  new AppError({
    code: "plan_invalid",
    fault: "caller",
    message: "The plan has faults. Nothing was changed.",
    data: { faults: faults.map(({ line, message }) => ({ path: `line ${line}`, message })) },
  });

const refuseOtherId = (plan: InterviewPlan, id: string): void => {
  if (plan.id === id) return;
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: `The text is of a plan "${plan.id}", the address of "${id}". A plan keeps its id: save the text as a new plan instead.`,
  });
};

const change = async (
  changed: Omit<PlanChange, "by" | "correlationId">,
  { deps, principal }: { deps: PlanRouteDeps; principal: Principal | null },
): Promise<PlanDetail> =>
  await changeAndShow(
    async () =>
      await savePlan(deps.database, deps.clock, {
        ...changed,
        by: nameOf(principal),
        correlationId: deps.ids.next("co"),
      }),
    async () => await viewDetail(changed.planId, deps),
  );

const viewItem = (found: CatalogPlan): PlanItem => ({
  id: found.id,
  origin: found.origin,
  state: found.state,
  match: found.plan?.match ?? null,
  sessions: (found.plan?.sessions ?? []).map(({ name, durationMinutes }) => ({
    name,
    durationMinutes,
  })),
  file: found.file,
  version: found.version,
  savedBy: found.savedBy,
  savedAt: found.savedAt?.toString() ?? null,
});

const viewDetail = async (id: string, deps: PlanRouteDeps): Promise<PlanDetail> => {
  const found = await findCatalogPlan(id, deps);
  if (!found) throw notThere("plan");
  const versions = await listVersions(deps.database, { planId: id, limit: VERSIONS });
  const others = await listCatalog(deps);
  return {
    ...viewItem(found),
    source: found.source,
    fileSource: found.fileSource,
    notes: found.plan ? planNotes(found.plan, { others, isNew: false, source: found.source }) : [],
    versions: versions.map((version) => ({ ...version, savedAt: version.savedAt.toString() })),
  };
};
