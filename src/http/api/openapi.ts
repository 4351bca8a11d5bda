/** The OpenAPI 3.1 document of the API, made from the routes and their schemas. */
import { z } from "zod";
import type { AnyRoute } from "./route.ts";
import { Problem } from "./schemas.ts";

const asSchema = (schema: z.ZodType, io: "input" | "output"): Record<string, unknown> => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
};

const parametersOf = (route: AnyRoute): Record<string, unknown>[] =>
  (["params", "query"] as const).flatMap((part) => {
    const shape: Record<string, z.ZodType> = route[part]?.shape ?? {};
    return Object.entries(shape).map(([name, schema]) => {
      const optional = schema.safeParse(undefined).success;
      return {
        name,
        in: part === "params" ? "path" : "query",
        required: part === "params" || !optional,
        schema: asSchema(schema, "input"),
      };
    });
  });

const operationOf = (route: AnyRoute): Record<string, unknown> => ({
  summary: route.summary,
  operationId: `${route.method}${route.path.replace(/[/{}]+(\w)?/g, (_, letter?: string) => (letter ?? "").toUpperCase())}`,
  ...(route.access === "public" && { security: [] }),
  "x-access": route.access,
  "x-about": route.about,
  parameters: parametersOf(route),
  ...(route.body && {
    requestBody: {
      required: true,
      content: { "application/json": { schema: asSchema(route.body, "input") } },
    },
  }),
  responses: {
    "200": {
      description: "Done",
      content: {
        [route.contentType ?? "application/json"]: { schema: asSchema(route.answer, "output") },
      },
    },
    default: {
      description: "What was wrong, and what to do",
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    },
  },
});

/** The document. Shape: OpenAPI 3.1, one operation a route. */
export const openApiDocument = (
  routes: readonly AnyRoute[],
  info: { version: string; serverUrl: string },
): Record<string, unknown> => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Convene",
      version: info.version,
      description: "Interview coordination for teams that hire with Lever.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: info.serverUrl }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
      schemas: { Problem: asSchema(Problem, "output") },
    },
  };
};
