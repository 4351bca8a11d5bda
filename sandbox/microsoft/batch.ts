/** `$batch`: up to twenty requests in one, each answered for itself. Source: Microsoft Graph, "Combine multiple requests in
 * one HTTP call using JSON batching". */
import type { Request } from "express";
import { z } from "zod";
import { GraphRefusal } from "./errors.ts";

const MOST_REQUESTS = 20;

const Batch = z.object({
  requests: z
    .array(
      z.object({
        id: z.string().min(1),
        method: z.enum(["GET", "POST", "PATCH", "DELETE"]),
        url: z.string().startsWith("/"),
        headers: z.record(z.string(), z.string()).default({}),
        body: z.unknown().optional(),
        dependsOn: z.array(z.string()).default([]),
      }),
    )
    .min(1)
    .max(MOST_REQUESTS),
});
type Inner = z.output<typeof Batch>["requests"][number];

interface Answer {
  id: string;
  status: number;
  headers: Record<string, string>;
  body?: unknown;
}

/** Sends each request by itself, in order: so each meets what a request of its own would meet. Errors: 400. */
export const runBatch = async (
  request: Request,
  baseUrl: string,
): Promise<{ responses: Answer[] }> => {
  const parsed = Batch.safeParse(request.body);
  const ids = parsed.data?.requests.map(({ id }) => id) ?? [];
  if (!parsed.success || new Set(ids).size < ids.length) {
    throw new GraphRefusal(400, "BadRequest", "The batch request is invalid.");
  }
  const root = `${baseUrl}/microsoft/graph/v1.0`;
  const authorization = request.headers.authorization ?? "";
  const responses: Answer[] = [];
  for (const inner of parsed.data.requests) {
    const failed = inner.dependsOn.some((id) => !isDone(responses, id));
    responses.push(
      failed
        ? { id: inner.id, status: 424, headers: {}, body: FAILED_DEPENDENCY }
        : await send(inner, { root, authorization }),
    );
  }
  return { responses };
};

const FAILED_DEPENDENCY = { error: { code: "FailedDependency", message: "Failed Dependency" } };

const isDone = (responses: Answer[], id: string): boolean =>
  responses.some((one) => one.id === id && one.status < 400);

const send = async (
  { id, method, url, headers, body }: Inner,
  { root, authorization }: { root: string; authorization: string },
): Promise<Answer> => {
  const answer = await fetch(`${root}${url}`, {
    method,
    headers: { ...headers, authorization },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
    .then(async (response) => ({ response, text: await response.text() }))
    .catch(() => null);
  if (answer === null) return { id, status: 504, headers: {}, body: NO_ANSWER };
  const { response, text } = answer;
  const retryAfter = response.headers.get("retry-after");
  return {
    id,
    status: response.status,
    headers: {
      "Content-Type": response.headers.get("content-type") ?? "",
      ...(retryAfter !== null && { "Retry-After": retryAfter }),
    },
    ...(text !== "" && { body: asJson(text) }),
  };
};

/** A part whose service did not answer: the others have their answers all the same. */
const NO_ANSWER = { error: { code: "GatewayTimeout", message: "The upstream did not answer." } };

/** What is no JSON is passed on as it is. */
const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};
