/** What each session of a plan asks for a posting: composed, changed by people, kept. */
import { z } from "zod";
import type { Database } from "../../db/port.ts";
import type { PostingId } from "../../domain/ids.ts";
import type { Clock } from "../../domain/time.ts";
import type { Ids } from "../../identifiers.ts";
import { unlessForbidden } from "../../lever/access.ts";
import type { LeverReader } from "../../lever/port.ts";
import type { PlanReader } from "../../plans/reader.ts";
import { type SetChange, keepSet, listKeptPostings } from "../../question-sets/kept.ts";
import { isPlanFor } from "../../question-sets/plan-for-posting.ts";
import type { FoundQuestions, QuestionSetReader } from "../../question-sets/reader.ts";
import { editSet } from "../../questions/edit-set.ts";
import { otherQuestions } from "../../questions/other-questions.ts";
import type { Principal } from "../auth/principal.ts";
import { changeAndShow } from "../problem.ts";
import { competencyRoutes } from "./competency-routes.ts";
import { notThere } from "./not-there.ts";
import { planId } from "./plan-schemas.ts";
import {
  OtherQuestions,
  PlanPostings,
  PostingQuestions,
  QuestionParams,
  QuestionQuery,
  SaveQuestions,
  SetLevel,
} from "./question-schemas.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

export interface QuestionRouteDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
  plans: Pick<PlanReader, "get">;
  questionSets: QuestionSetReader;
  tools: { lever: Pick<LeverReader, "listPostings"> };
}

const PATH = "/api/postings/{postingId}/questions";

/** Routes of question sets. */
export const questionRoutes = (deps: QuestionRouteDeps): AnyRoute[] => [
  ...competencyRoutes(),
  postingsRoute(deps),
  defineRoute({
    method: "get",
    path: PATH,
    summary: "The questions of a posting under a plan: kept by somebody, else composed now",
    access: "settings",
    about: { thing: "posting", in: "postingId" },
    params: QuestionParams,
    query: QuestionQuery,
    answer: PostingQuestions,
    handler: async ({ params: { postingId }, query: { plan } }) =>
      await view({ postingId, planId: plan }, deps),
  }),
  defineRoute({
    method: "get",
    path: `${PATH}/others`,
    summary: "What else of a competency could be asked, best first",
    access: "settings",
    about: { thing: "posting", in: "postingId" },
    params: QuestionParams,
    query: QuestionQuery.extend({ competency: z.string().max(100) }),
    answer: OtherQuestions,
    handler: async ({ params: { postingId }, query: { plan, competency } }) => {
      const { request } = await deps.questionSets.find({ postingId, planId: plan });
      return { items: otherQuestions({ request, competencyId: competency }) };
    },
  }),
  ...changeRoutes(deps),
];

const changeRoutes = (deps: QuestionRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "put",
    path: PATH,
    summary: "Save a version of the questions; `basedOn` is the one that was changed",
    access: "decide",
    about: { thing: "posting", in: "postingId" },
    params: QuestionParams,
    query: QuestionQuery,
    body: SaveQuestions,
    answer: PostingQuestions,
    handler: async ({ params: { postingId }, query, body, principal }) => {
      const key = { postingId, planId: query.plan };
      const { basedOn, ...edit } = body;
      const { request, composed, set: seen } = await deps.questionSets.find(key);
      const set = editSet(edit, { request, composed, seen });
      return await change({ ...key, set, basedOn }, { deps, principal });
    },
  }),
  defineRoute({
    method: "put",
    path: `${PATH}/level`,
    summary: "Set the level of the posting, or have it read from its text again",
    access: "decide",
    about: { thing: "posting", in: "postingId" },
    params: QuestionParams,
    query: QuestionQuery,
    body: SetLevel,
    answer: PostingQuestions,
    handler: async ({ params: { postingId }, query, body, principal }) => {
      const key = { postingId, planId: query.plan };
      await deps.questionSets.find(key);
      return await change({ ...key, ...body }, { deps, principal });
    },
  }),
  defineRoute({
    method: "delete",
    path: PATH,
    summary: "Go back to the questions that are composed",
    access: "decide",
    about: { thing: "posting", in: "postingId" },
    params: QuestionParams,
    query: QuestionQuery.extend({
      basedOn: z.string().regex(/^\d{1,9}$/, "must be a version's number"),
    }),
    answer: PostingQuestions,
    handler: async ({ params: { postingId }, query, principal }) => {
      const basedOn = Number(query.basedOn);
      const changed = { postingId, planId: query.plan, set: null, basedOn };
      return await change(changed, { deps, principal });
    },
  }),
];

const postingsRoute = (deps: QuestionRouteDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/api/plans/{id}/postings",
    summary: "Open postings that a plan is for, by title",
    access: "settings",
    about: "nobody",
    params: z.object({ id: planId }),
    answer: PlanPostings,
    handler: async ({ params: { id } }) => {
      const plan = await deps.plans.get(id);
      if (!plan) throw notThere("plan in force");
      const [postings, kept] = await Promise.all([
        unlessForbidden(async () => await deps.tools.lever.listPostings()),
        listKeptPostings(deps.database, id),
      ]);
      return {
        items: postings
          .filter((posting) => isPlanFor(plan, posting))
          .toSorted((one, two) => one.title.localeCompare(two.title))
          .map(({ id: posting, title, team, location }) => ({
            id: posting,
            title,
            team,
            location,
            isKept: kept.includes(posting),
          })),
      };
    },
  });

interface Key {
  postingId: PostingId;
  planId: string;
}

const change = async (
  changed: Key & Pick<SetChange, "set" | "level" | "basedOn">,
  { deps, principal }: { deps: QuestionRouteDeps; principal: Principal | null },
): Promise<PostingQuestions> =>
  await changeAndShow(
    async () =>
      await keepSet(deps.database, deps.clock, {
        ...changed,
        by: principal?.name ?? "nobody",
        correlationId: deps.ids.next("co"),
      }),
    async () => await view(changed, deps),
  );

const view = async (
  { postingId, planId: id }: Key,
  { questionSets }: QuestionRouteDeps,
): Promise<PostingQuestions> => {
  const found = await questionSets.find({ postingId, planId: id });
  return { postingId, planId: id, ...viewOf(found) };
};

const viewOf = ({ posting, set, kept, behind, language }: FoundQuestions) => ({
  postingTitle: posting.title,
  version: kept.version,
  isKept: kept.set !== null,
  savedBy: kept.savedBy,
  savedAt: kept.savedAt?.toString() ?? null,
  level: kept.level,
  set,
  behind,
  language,
});
