/** Erasing a candidate by hand, and what became of each erasure. */
import { z } from "zod";
import { type EraseByHandDeps, eraseByHand } from "../../cases/erase-by-hand.ts";
import type { Database } from "../../db/port.ts";
import { type Erasure, getErasure, listErasures } from "../../privacy/erasures.ts";
import { ErasureItem, ErasureRequest } from "./erasure-schemas.ts";
import { notThere } from "./not-there.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { page } from "./schemas.ts";

const PAGE = 50;

/** Routes of erasing. */
export const erasureRoutes = (deps: EraseByHandDeps & { database: Database }): AnyRoute[] => [
  defineRoute({
    method: "post",
    path: "/api/cases/{id}/erase",
    summary:
      "Erase the case's candidate for good, in all their cases: texts, links, chat, what waits. It cannot be undone",
    access: "admin",
    about: { thing: "case", in: "id" },
    params: z.object({ id: z.string() }),
    body: ErasureRequest,
    answer: ErasureItem,
    handler: async ({ params, body, principal }) => {
      const by = principal?.name ?? "nobody";
      const id = await eraseByHand({ caseId: params.id, by, ...body }, deps);
      return await viewOne(id, deps.database);
    },
  }),
  defineRoute({
    method: "get",
    path: "/api/erasures",
    summary: "Erasures, newest first, with what went and what stands elsewhere",
    access: "admin",
    about: "everybody",
    query: z.object({ after: z.string().max(200).optional() }),
    answer: page(ErasureItem),
    handler: async ({ query }) => {
      const rows = await listErasures(deps.database, { ...query, limit: PAGE + 1 });
      const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
      return { items: rows.slice(0, PAGE).map(viewErasure), ...(last && { next: last.id }) };
    },
  }),
  defineRoute({
    method: "get",
    path: "/api/erasures/{id}",
    summary: "One erasure: its certificate",
    access: "admin",
    about: "everybody",
    params: z.object({ id: z.string() }),
    answer: ErasureItem,
    handler: async ({ params }) => await viewOne(params.id, deps.database),
  }),
];

const viewOne = async (id: string, database: Database): Promise<ErasureItem> => {
  const erasure = await getErasure(database, id);
  if (!erasure) throw notThere("erasure");
  return viewErasure(erasure);
};

/** As the API and the command line show it. */
export const viewErasure = ({
  tries: _tries,
  firstErasedAt: _first,
  ...erasure
}: Erasure): ErasureItem => ({
  ...erasure,
  askedAt: erasure.askedAt.toString(),
  erasedAt: erasure.erasedAt?.toString() ?? null,
});
