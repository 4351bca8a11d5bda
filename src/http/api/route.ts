/** One route: what it takes, what it answers, who may call it. Express and the OpenAPI document are both made from this. */
import type { Request, Response, Router } from "express";
import { z } from "zod";
import type { Reach } from "../../cases/reach.ts";
import { type About, type Scope, faultOfRule } from "../../domain/access.ts";
import { AppError } from "../../domain/errors.ts";
import { cleanLine } from "../../domain/quoted.ts";
import { pathOfUnstorable } from "../../domain/storable.ts";
import { type Guard, authenticate } from "../auth/authenticate.ts";
import { type Access, type Principal, requireAccess } from "../auth/principal.ts";
import { notThere } from "./not-there.ts";

export interface RouteCall<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  /** Null on public routes. */
  principal: Principal | null;
  request: Request;
  response: Response;
}

export interface Route<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  method: "get" | "post" | "put" | "delete";
  /** With `{name}` for parameters. */
  path: string;
  summary: string;
  access: Access;
  /** Whom it is about: so the scope of whoever asks bounds it. */
  about: About;
  params?: Params;
  query?: Query;
  body?: Body;
  answer: Answer;
  /** Of the answer, which is a text then. Default: JSON. */
  contentType?: "text/csv" | "text/markdown" | "application/x-ndjson";
  handler(
    call: RouteCall<z.infer<Params>, z.infer<Query>, z.infer<Body>>,
  ): Promise<z.input<Answer>>;
}

/** A route whose types have been checked where it was written. */
export interface AnyRoute {
  method: Route["method"];
  path: string;
  summary: string;
  access: Access;
  about: About;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  answer: z.ZodType;
  contentType?: "text/csv" | "text/markdown" | "application/x-ndjson";
  /** `reach` is asked once the input is known to be of the right shape. */
  call(call: RouteCall<unknown, unknown, unknown>, reach: Reach): Promise<unknown>;
}

/** The route with its handler behind parsed input and a checked answer. */
export const defineRoute = <
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(
  route: Route<Params, Query, Body, Answer>,
): AnyRoute => {
  const { handler, ...rest } = route;
  return {
    ...rest,
    call: async (call, reach) => {
      refuseForeign(route.query, call.query);
      const parsed = {
        params: parsePart("params", route.params, call.params),
        query: parsePart("query", route.query, call.query),
        body: parsePart("body", route.body, call.body),
      };
      await refuseOutOfReach(route, { parsed, scope: call.principal?.scope ?? null }, reach);
      return route.answer.parse(await handler({ ...call, ...parsed }));
    },
  };
};

/** Errors: `forbidden` for what is about all candidates, to whoever reaches some of them. */
const refuseBounded = (about: About, scope: Scope): void => {
  if (scope === null || about !== "everybody") return;
  throw new AppError({
    code: "forbidden",
    fault: "caller",
    message:
      "This is about the whole company; you are signed in for some teams or requisitions of it.",
  });
};

/** What is beyond somebody's reach is as if it were not there. Errors: `not_found`. */
const refuseOutOfReach = async (
  route: Declared & { about: About },
  { scope, parsed }: { scope: Scope; parsed: Record<Part, unknown> },
  reach: Reach,
): Promise<void> => {
  const { about } = route;
  if (scope === null || typeof about !== "object") return;
  // The very part that the handler reads it from: what else is sent by that name says nothing.
  const [part] = partsWith(about.in, route);
  const fields = part && parsed[part];
  const id: unknown =
    typeof fields === "object" && fields !== null ? Reflect.get(fields, about.in) : undefined;
  if (typeof id !== "string" || !(await reach(scope, about.thing, id))) throw notThere(about.thing);
};

const PARTS = ["params", "query", "body"] as const;
type Part = (typeof PARTS)[number];
type Declared = { [Name in Part]?: z.ZodType | undefined };

const fieldsOf = (schema: z.ZodType | undefined): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

/** The parts in which a route takes a field of that name. */
const partsWith = (field: string, route: Declared): Part[] =>
  PARTS.filter((part) => fieldsOf(route[part]).includes(field));

/** Errors: plain, where a route does not say who may and whom it is about: no process starts with one. */
const checkRouteRules = (routes: readonly AnyRoute[]): void => {
  for (const route of routes) {
    const fields = PARTS.flatMap((part) => fieldsOf(route[part]));
    const { about } = route;
    const isTwice = typeof about === "object" && partsWith(about.in, route).length > 1;
    const fault =
      faultOfRule(route, { fields, isPublicAllowed: true }) ??
      (isTwice ? "takes in two parts what it is about" : null);
    if (fault !== null) throw new Error(`The route ${route.method} ${route.path} ${fault}.`);
  }
};

const NOTHING = z.object({});

const parsePart = <Schema extends z.ZodType>(
  part: string,
  schema: Schema | undefined,
  value: unknown,
): z.infer<Schema> => {
  const parsed = schema ? schema.safeParse(value ?? {}) : NOTHING.safeParse({});
  const odd = parsed.success ? pathOfUnstorable(parsed.data) : null;
  if (odd !== null)
    throw unusable(part, [{ path: odd, message: "holds U+0000 or half of a character" }]);
  // Without a schema nothing of the part comes through.
  if (parsed.success) return parsed.data as z.infer<Schema>; // oxlint-disable-line typescript/no-unsafe-type-assertion
  throw unusable(
    part,
    parsed.error.issues.map((issue) => ({
      path: issue.path.join(".") || part,
      message: issue.message,
    })),
  );
};

/** A parameter that a route does not have: whoever misspells one would be answered something else than they asked for. */
const refuseForeign = (schema: z.ZodType | undefined, query: unknown): void => {
  const taken = fieldsOf(schema);
  const foreign = Object.keys(query ?? {}).filter((name) => !taken.includes(name));
  if (foreign.length === 0) return;
  const message = `is no parameter of it: it takes ${taken.join(", ") || "none"}`;
  throw unusable(
    "query",
    foreign.map((name) => ({ path: cleanLine(name, LONGEST_NAME), message })),
  );
};

const LONGEST_NAME = 60;

const unusable = (part: string, faults: { path: string; message: string }[]): AppError =>
  new AppError({
    code: "input_invalid",
    fault: "caller",
    message: `The ${part === "body" ? "body" : `${part} of the address`} cannot be used.`,
    data: { faults },
  });

/** A body of another type was not read: it must not be taken for none. Errors: `input_invalid`. */
const refuseUnread = (request: Request): void => {
  const isEmpty = request.header("content-length") === "0";
  // Null where there is no body.
  if (isEmpty || request.is("application/json") !== false) return;
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: "Send the body as application/json.",
  });
};

/** Who asks, and how far they reach. */
export interface Door extends Guard {
  reach: Reach;
}

/** Puts routes on a router. Errors: plain, for one without its rule. */
export const mountRoutes = (router: Router, routes: readonly AnyRoute[], door: Door): void => {
  checkRouteRules(routes);
  for (const route of routes) {
    const path = route.path.replace(/\{(\w+)\}/g, ":$1");
    router[route.method](path, async (request, response) => {
      const principal = route.access === "public" ? null : await authenticate(request, door);
      if (principal && route.access !== "public") requireAccess(principal, route.access);
      refuseBounded(route.about, principal?.scope ?? null);
      if (route.body) refuseUnread(request);
      const answer = await route.call(
        {
          params: request.params,
          query: request.query,
          body: request.body as unknown,
          principal,
          request,
          response,
        },
        door.reach,
      );
      response.setHeader("cache-control", "no-store");
      if (route.contentType) response.type(route.contentType).send(answer);
      else response.json(answer);
    });
  }
};
