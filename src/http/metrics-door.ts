/** `GET /metrics`: the figures, for whoever sends the token where one is set. */
import type { RequestHandler } from "express";
import { isSameSecret } from "../digest.ts";
import { AppError } from "../domain/errors.ts";
import type { Secret } from "../secret.ts";
import { bearerOf } from "./auth/authenticate.ts";
import type { Metrics } from "./metrics.ts";

interface MetricsDoor {
  metrics: Metrics;
  /** Null: none is asked for. */
  metricsToken: Secret | null;
}

/** Errors: `unauthorized`. */
export const metricsDoor =
  ({ metrics: { registry }, metricsToken }: MetricsDoor): RequestHandler =>
  async (request, response) => {
    const sent = bearerOf(request);
    if (metricsToken && (sent === null || !isSameSecret(sent, metricsToken.reveal()))) {
      throw new AppError({
        code: "unauthorized",
        fault: "caller",
        message: "Send the token of METRICS_TOKEN: Authorization: Bearer …",
      });
    }
    response.type(registry.contentType).send(await registry.metrics());
  };
