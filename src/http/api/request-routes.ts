/** Requests in plain words. Everybody who may read may ask; what has something proposed is for deciders, and said so. */
import { z } from "zod";
import { askInWords } from "../../cases/ask-in-words.ts";
import { getRequest, isAskedBy, listRequestsOf } from "../../cases/plain-requests.ts";
import { type RequestView, viewRequest } from "../../cases/view-request.ts";
import type { Database } from "../../db/port.ts";
import type { KnownPerson } from "../../domain/known-person.ts";
import type { AcceptDeps } from "../../intake/accept.ts";
import type { Texts } from "../../privacy/texts.ts";
import { type Intent, Intent as IntentSchema } from "../../requests/understanding.ts";
import { type Principal, mayDecide } from "../auth/principal.ts";
import { notThere } from "./not-there.ts";
import { PlainRequestBody, PlainRequestItem } from "./request-schemas.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { page } from "./schemas.ts";

export interface RequestRouteDeps extends AcceptDeps {
  database: Database;
  texts: Texts;
  companyZone: string;
}

/** So long the answer of a request is waited for; a page that shows it is told when there is one. */
const PATIENCE_MS = 2_500;
const PAGE = 20;

/** Routes of requests: each sees their own alone. */
export const requestRoutes = (deps: RequestRouteDeps): AnyRoute[] => [
  askRoute(deps),
  historyRoute(deps),
  oneRoute(deps),
];

const askRoute = (deps: RequestRouteDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/api/plain-requests",
    summary: "Ask for something in plain words; the answer may come a moment later",
    access: "read",
    about: "everybody",
    body: PlainRequestBody,
    answer: PlainRequestItem,
    handler: async ({ body, principal, response }) => {
      const gone = new AbortController();
      response.once("close", () => gone.abort());
      const asked = await askInWords(
        {
          text: body.text,
          by: personOf(principal),
          via: principal?.via === "session" ? "dashboard" : "api",
          mayPropose: mayDecide(principal),
          caseId: body.caseId ?? null,
          zone: body.zone ?? deps.companyZone,
        },
        gone.signal,
        { ...deps, patienceMs: PATIENCE_MS },
      );
      return itemOf(asked);
    },
  });

const historyRoute = (deps: RequestRouteDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/api/plain-requests",
    summary: "What you have asked, newest first",
    access: "read",
    about: "asker",
    query: z.object({
      after: z
        .string()
        .regex(/^\d{1,18}$/)
        .optional(),
    }),
    answer: page(PlainRequestItem),
    handler: async ({ query, principal }) => {
      const by = personOf(principal);
      const found = await listRequestsOf(deps.database, {
        by,
        after: query.after,
        limit: PAGE + 1,
      });
      const rows = found.slice(0, PAGE);
      const last = found.length > PAGE ? rows.at(-1) : undefined;
      const items = await Promise.all(
        rows.map(async (row) => itemOf(await viewRequest(row, deps))),
      );
      return { items, ...(last && { next: last.seq }) };
    },
  });

const oneRoute = (deps: RequestRouteDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/api/plain-requests/{id}",
    summary: "One request of yours with its answer, and what came of it",
    access: "read",
    about: "asker",
    params: z.object({ id: z.string() }),
    answer: PlainRequestItem,
    handler: async ({ params, principal }) => {
      const found = await getRequest(deps.database, params.id);
      if (!found || !isAskedBy(found, personOf(principal))) throw notThere("request");
      return itemOf(await viewRequest(found, deps));
    },
  });

/** Whoever asks. */
const personOf = (principal: Principal | null): KnownPerson => principal ?? { name: "" };

const itemOf = ({ intent, ...view }: RequestView): PlainRequestItem => ({
  ...view,
  intent: intentOf(intent),
});

const intentOf = (intent: string | null): Intent | null =>
  intent === null ? null : IntentSchema.parse(intent);
