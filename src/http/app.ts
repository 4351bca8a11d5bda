/** The express application: front doors, health, API, MCP, dashboard. What it may do comes in as dependencies. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import express, { type Express, type RequestHandler, Router } from "express";
import { rateLimit } from "express-rate-limit";
import type { Logger } from "pino";
import { type AnyRoute, type Door, mountRoutes } from "./api/route.ts";
import { openApiDocument } from "./api/openapi.ts";
import { type ChangeFeed, streamHandler } from "./api/stream.ts";
import { AppError } from "../domain/errors.ts";
import type { Clock } from "../domain/time.ts";
import type { Secret } from "../secret.ts";
import { commonHeaders, sendDashboard } from "./headers.ts";
import { securityTxt } from "./security-txt.ts";
import { type HealthDeps, healthRouter } from "./health.ts";
import type { Metrics } from "./metrics.ts";
import { metricsDoor } from "./metrics-door.ts";
import { noSuchAddress, problemHandler } from "./problem.ts";
import { type IntakeDeps, webhookRouter } from "./webhooks.ts";

export interface AppDeps extends HealthDeps, Door {
  log: Logger;
  intake: IntakeDeps;
  metrics: Metrics;
  /** What whoever reads them has to send; null: nothing. */
  metricsToken: Secret | null;
  routes: readonly AnyRoute[];
  feed: ChangeFeed;
  version: string;
  clock: Clock;
  /** Where a hole is told of; null: nowhere. */
  contact: string | null;
  /** The MCP endpoint, mounted at `/mcp`. */
  mcp: RequestHandler;
  /** What we say of ourselves to clients that want an access token, and where; null: none is taken. */
  resourceMetadata: { path: string; document: unknown } | null;
  /** Pages for people without an account, by where they are mounted. */
  pages: Readonly<Record<string, RequestHandler>>;
  /** Folder of the built dashboard. */
  webFolder: string;
  /** Attempts to sign in a minute and address. */
  signInsPerMinute: number;
  /** Reverse proxies in front, whose word on the caller's address counts. */
  trustedProxies: number;
}

/** The application, not yet listening. */
export const createApp = (deps: AppDeps): Express => {
  const app = express();
  app.disable("x-powered-by");
  // Answers are not stored by anybody; the files of the dashboard have tags of their own.
  app.disable("etag");
  app.set("trust proxy", deps.trustedProxies);
  app.use(...commonHeaders(deps.publicUrl));
  app.get("/.well-known/security.txt", securityTxt(deps));
  // Raw bodies first: a parsed body cannot be verified any more.
  app.use("/webhooks", webhookRouter(deps.intake, deps.metrics));
  app.use(healthRouter(deps));
  app.get("/metrics", metricsDoor(deps));
  app.use("/mcp", deps.mcp);
  const metadata = deps.resourceMetadata;
  if (metadata) {
    app.get(metadata.path, (_, response) => {
      // A client in a browser may read it: there is nothing of ours in it.
      response.setHeader("access-control-allow-origin", "*");
      response.json(metadata.document);
    });
  }
  for (const [path, handler] of Object.entries(deps.pages)) app.use(path, handler);
  app.use(apiRouter(deps));
  app.use(dashboard(deps));
  app.use(() => {
    throw noSuchAddress();
  });
  app.use(problemHandler(deps.log, deps.intake.ids));
  return app;
};

const apiRouter = (deps: AppDeps): Router => {
  const router = Router();
  const document = openApiDocument(deps.routes, {
    version: deps.version,
    serverUrl: deps.publicUrl,
  });
  router.get("/api/openapi.json", (_, response) => {
    response.json(document);
  });
  router.post(
    "/api/session",
    rateLimit({
      windowMs: 60_000,
      limit: deps.signInsPerMinute,
      // Without a trusted proxy the header is a claim like any other, and is not looked at.
      validate: { xForwardedForHeader: false },
      standardHeaders: "draft-8",
      legacyHeaders: false,
      handler: (_request, _response, next) =>
        next(
          new AppError({
            code: "rate_limited",
            fault: "caller",
            message: "Too many attempts to sign in. Wait a minute and try again.",
          }),
        ),
    }),
  );
  router.get("/api/stream", streamHandler(deps.feed, deps));
  // A guide of the greatest length, in letters of three bytes.
  router.use("/api/guides", express.json({ limit: "512kb" }));
  router.use("/api", express.json({ limit: "256kb" }));
  mountRoutes(router, deps.routes, deps);
  router.use("/api", () => {
    throw noSuchAddress();
  });
  return router;
};

/** The built dashboard; every page address gets its one document. */
const dashboard = ({ webFolder: folder, publicUrl }: AppDeps): Router => {
  const router = Router();
  const index = join(folder, "index.html");
  router.use(
    express.static(folder, { index: false, immutable: true, maxAge: "1y", redirect: false }),
  );
  // What programs look for there and is not there is no page: they would take the dashboard's for an answer.
  router.use("/.well-known", () => {
    throw noSuchAddress();
  });
  router.get("/{*path}", ({ path }, response) => {
    if (isNameOfFile(path)) throw noSuchAddress();
    if (existsSync(index)) {
      sendDashboard(response, { document: readFileSync(index, "utf8"), publicUrl });
      return;
    }
    response
      .status(404)
      .type("text/plain")
      .send("The dashboard is not built: run npm run build:web.");
  });
  return router;
};

/** No page of the dashboard has a dot in its address: whoever asks for `/.env` or `/package.json` looks for a file, and is not answered with one. */
const isNameOfFile = (path: string): boolean => path.includes(".") || /%2e/i.test(path);
