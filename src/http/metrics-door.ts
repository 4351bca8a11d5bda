/** `GET /metrics`: the figures, for whoever sends the token where one is set. */
import type { Request, RequestHandler } from "express";
import { isSameSecret } from "../digest.ts";
import { AppError } from "../domain/errors.ts";
import type { Secret } from "../secret.ts";
import { bearerOf } from "./auth/authenticate.ts";
import type { Guesses } from "./auth/guesses.ts";
import type { Metrics } from "./metrics.ts";

interface MetricsDoor {
  metrics: Metrics;
  /** Null: none is asked for. */
  metricsToken: Secret | null;
  guesses: Guesses;
}

/** Errors: `unauthorized`; `rate_limited`. */
export const metricsDoor =
  ({ metrics: { registry }, metricsToken, guesses }: MetricsDoor): RequestHandler =>
  async (request, response) => {
    const isOpen = metricsToken === null || (await isSent({ request, metricsToken, guesses }));
    if (!isOpen) {
      throw new AppError({
        code: "unauthorized",
        fault: "caller",
        message: "Send the token of METRICS_TOKEN: Authorization: Bearer …",
      });
    }
    response.type(registry.contentType).send(await registry.metrics());
  };

const isSent = async ({
  request,
  metricsToken,
  guesses,
}: {
  request: Request;
  metricsToken: Secret;
  guesses: Guesses;
}): Promise<boolean> => {
  const secret = bearerOf(request);
  if (secret === null) return false;
  const find = async (): Promise<true | null> =>
    await Promise.resolve(isSameSecret(secret, metricsToken.reveal()) ? true : null);
  return (await guesses.look({ request, secret, find })) === true;
};
