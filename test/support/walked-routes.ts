/** Every route as the published document says of itself, to be walked with whatever somebody may send. */
import { z } from "zod";
import { type About, NEEDS, type Need, type Role } from "../../src/domain/access.ts";
import { createToken } from "../../src/http/auth/tokens.ts";
import type { Answer } from "./api.ts";
import type { Walk } from "./walk.ts";

const Operation = z.object({
  "x-access": z.enum(["public", ...(NEEDS as [string, ...string[]])]),
  "x-about": z.union([z.string(), z.object({ thing: z.string(), in: z.string() })]),
  requestBody: z.unknown().optional(),
  parameters: z.array(z.object({ name: z.string(), in: z.string() })).default([]),
});
const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) });

/** Headers. */
export type Sent = Record<string, string>;

export interface Walked {
  method: string;
  path: string;
  access: "public" | Need;
  about: About;
  hasBody: boolean;
  /** Names of the parameters of its query. */
  query: readonly string[];
}

/** An id of nothing. */
export const NOTHING = "nothing_1";
export const isChange = ({ method }: Walked): boolean => method !== "GET";

const QUERY = { plan: "phone-screen", competency: "craft", basedOn: "1" };

/** All of them. */
export const walkedOf = (document: unknown): Walked[] =>
  Object.entries(Document.parse(document).paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      access: operation["x-access"] as Walked["access"],
      about: operation["x-about"] as About,
      hasBody: operation.requestBody !== undefined,
      query: operation.parameters.flatMap((one) => (one.in === "query" ? one.name : [])),
    })),
  );

export const nameOf = ({ method, path }: Walked): string => `${method} ${path}`;
/** With those parameters of its query that name something. */
export const addressOf = ({ path, query }: Walked, id: string): string => {
  const named = Object.entries(QUERY).filter(([name]) => query.includes(name));
  return `${path.replace(/\{\w+\}/g, id)}?${new URLSearchParams(named).toString()}`;
};

/** The status of each, by its name, where it is not the one that is expected. */
export const odd = async (
  walked: readonly Walked[],
  ask: (route: Walked) => Promise<Answer>,
  isFine: (status: number, route: Walked) => boolean,
): Promise<Record<string, number>> => {
  const found: Record<string, number> = {};
  for (const route of walked) {
    const { status } = await ask(route);
    if (!isFine(status, route)) found[nameOf(route)] = status;
  }
  return found;
};

const HOUR = Temporal.Duration.from({ hours: 1 });

/** A token for an hour. */
export const tokenFor = async (
  walk: Walk,
  role: Role,
  teams: string[] | null = null,
): Promise<string> =>
  await createToken(
    { name: `a ${role}`, role, teams, kind: "token", validFor: HOUR },
    walk.running.deps,
  );

/** Asks a route for nothing, with a body that nobody reads where there may be one: it is refused, after whoever sends it. */
export const sendNothing = async (
  walk: Walk,
  route: Walked,
  {
    headers,
    body = route.hasBody ? "text" : undefined,
  }: { headers: Sent; body?: string | undefined },
): Promise<Answer> => {
  const response = await fetch(`${walk.url}${addressOf(route, NOTHING)}`, {
    method: route.method,
    headers: { ...(body !== undefined && { "content-type": "text/plain" }), ...headers },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text };
};
