/** One route: what it takes, what it answers, who may call it. Express and the OpenAPI document are both made from this. */
import type { Request, Response, Router } from "express";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import { pathOfUnstorable } from "../../domain/storable.ts";
import { type FindPrincipal, authenticate } from "../auth/authenticate.ts";
import { type Access, type Principal, requireAccess } from "../auth/principal.ts";

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
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  answer: z.ZodType;
  contentType?: "text/csv" | "text/markdown" | "application/x-ndjson";
  call(call: RouteCall<unknown, unknown, unknown>): Promise<unknown>;
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
    call: async (call) =>
      route.answer.parse(
        await handler({
          ...call,
          params: parsePart("params", route.params, call.params),
          query: parsePart("query", route.query, call.query),
          body: parsePart("body", route.body, call.body),
        }),
      ),
  };
};

const parsePart = <Schema extends z.ZodType>(
  part: string,
  schema: Schema | undefined,
  value: unknown,
): z.infer<Schema> => {
  const parsed = (schema ?? z.unknown()).safeParse(value ?? {});
  const odd = parsed.success ? pathOfUnstorable(parsed.data) : null;
  if (odd !== null)
    throw unusable(part, [{ path: odd, message: "holds U+0000 or half of a character" }]);
  // Without a schema nothing is promised about the part, and no handler reads it.
  if (parsed.success) return parsed.data as z.infer<Schema>; // oxlint-disable-line typescript/no-unsafe-type-assertion
  throw unusable(
    part,
    parsed.error.issues.map((issue) => ({
      path: issue.path.join(".") || part,
      message: issue.message,
    })),
  );
};

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

/** Puts routes on a router. */
export const mountRoutes = (
  router: Router,
  routes: readonly AnyRoute[],
  findPrincipal: FindPrincipal,
): void => {
  for (const route of routes) {
    const path = route.path.replace(/\{(\w+)\}/g, ":$1");
    router[route.method](path, async (request, response) => {
      const principal =
        route.access === "public" ? null : await authenticate(request, findPrincipal);
      if (principal && route.access !== "public") requireAccess(principal, route.access);
      if (route.body) refuseUnread(request);
      const answer = await route.call({
        params: request.params,
        query: request.query,
        body: request.body as unknown,
        principal,
        request,
        response,
      });
      response.setHeader("cache-control", "no-store");
      if (route.contentType) response.type(route.contentType).send(answer);
      else response.json(answer);
    });
  }
};
