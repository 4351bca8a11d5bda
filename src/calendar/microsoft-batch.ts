/** Several reads in one request: `$batch`. Each has an answer of its own, and is tried again by itself when that is to be
 * waited for. Source: Microsoft Graph, "Combine multiple requests in one HTTP call using JSON batching". */
import { z } from "zod";
import type { AppError } from "../domain/errors.ts";
import { type Exchange, isSuccess, retryAfterMsOf } from "./exchange.ts";
import { readError } from "./microsoft-errors.ts";
import type { MicrosoftCall } from "./microsoft-http.ts";
import { type Patience, waitBeforeRetry } from "./patience.ts";

/** What became of one read: the body of a success, as it came, or an error. */
export type Outcome = { body: unknown } | { error: AppError };

/** Graph's limit of requests in one. */
export const MOST_IN_BATCH = 20;

interface BatchDeps extends Patience {
  /** One request, sent once. */
  once(call: MicrosoftCall): Promise<Exchange>;
  /** Sent with each of them: those of the whole do not count for its parts. */
  headers: Record<string, string>;
}

/** The outcomes of at most `MOST_IN_BATCH` reads, in their order. */
export const readBatch = async (deps: BatchDeps, calls: MicrosoftCall[]): Promise<Outcome[]> => {
  const outcomes = new Map<MicrosoftCall, Outcome>();
  let open = calls;
  for (let attempt = 0; open.length > 0; attempt += 1) {
    const exchanges = await exchangeBatch(deps, open);
    const waits: number[] = [];
    open = open.filter((call, index) => {
      const exchange = exchanges[index] ?? NO_ANSWER;
      if (isSuccess(exchange)) {
        outcomes.set(call, { body: exchange.body });
        return false;
      }
      const error = readError(call.method, exchange);
      const waitMs = waitBeforeRetry(error, deps, attempt);
      if (waitMs === undefined) outcomes.set(call, { error });
      else waits.push(waitMs);
      return waitMs !== undefined;
    });
    if (open.length > 0) await deps.sleep(Math.max(...waits));
  }
  return calls.flatMap((call) => outcomes.get(call) ?? []);
};

/** Of a read that the answer does not mention. */
const NO_ANSWER: Exchange = { kind: "lost", reason: "the batch has no answer to it" };

const Responses = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.unknown()).nullish(),
      body: z.unknown().optional(),
    }),
  ),
});

/** One exchange for each call; what befell the whole befell each. */
const exchangeBatch = async (
  { once, headers }: BatchDeps,
  calls: MicrosoftCall[],
): Promise<Exchange[]> => {
  const requests = calls.map(({ path, query, headers: own, verb = "GET", body }, index) => ({
    id: String(index),
    method: verb,
    url: `${path}${queryOf(query)}`,
    headers: { ...headers, ...own, ...(body && { "Content-Type": "application/json" }) },
    ...(body && { body }),
  }));
  const whole = await once({ method: "$batch", path: "/$batch", verb: "POST", body: { requests } });
  if (!isSuccess(whole)) return calls.map(() => whole);
  const parsed = Responses.safeParse(whole.body);
  if (!parsed.success) return calls.map(() => NO_ANSWER);
  const byId = new Map(parsed.data.responses.map((one) => [one.id, one]));
  return calls.map((_, index) => {
    const answer = byId.get(String(index));
    return answer ? toExchange(answer) : NO_ANSWER;
  });
};

const queryOf = (query: MicrosoftCall["query"]): string => {
  const parts = Object.entries(query ?? {}).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
};

const toExchange = ({
  status,
  headers,
  body,
}: z.infer<typeof Responses>["responses"][number]): Exchange => {
  const [, retryAfter] =
    Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === "retry-after") ?? [];
  return { kind: "answer", status, body, retryAfterMs: retryAfterMsOf(retryAfter) };
};
