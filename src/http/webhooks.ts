/** The front doors: raw bodies in, an answer only after the event is stored for good. */
import { type Request, type RequestHandler, Router } from "express";
import { AppError } from "../domain/errors.ts";
import { type AutomationIntakeDeps, receiveAutomation } from "../intake/automation.ts";
import { receiveGoogle } from "../intake/google.ts";
import { receiveMicrosoft } from "../intake/microsoft.ts";
import { type SlackIntakeDeps, receiveSlackCommand } from "../intake/slack-command.ts";
import { type SlackInteractionDeps, receiveInteraction } from "../intake/slack-interaction.ts";
import { createGroupCommit } from "../intake/group-commit.ts";
import {
  type CheckedDelivery,
  type LeverIntakeDeps,
  checkLever,
  storeLever,
} from "../intake/lever.ts";
import type { Metrics } from "./metrics.ts";
import { noSuchAddress } from "./problem.ts";
import { rawBody } from "./raw-body.ts";

/** Lever's bodies hold ids only and stay far below this. */
const MAX_BODY_BYTES = 64 * 1024;
/** Graph puts messages of many subscriptions, of half a kilobyte and more each, into one body. */
const MAX_MICROSOFT_BYTES = 1024 * 1024;

/** Two transactions: while one waits for the disk, the next is filled. */
const LEVER_GROUPS = { most: 64, atOnce: 2 };

/** Slack puts the whole message, or all texts of a modal, into one body. */
const MAX_INTERACTION_BYTES = 1024 * 1024;

const asBuffer = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

/** Everything that the doors need. */
export type IntakeDeps = LeverIntakeDeps &
  AutomationIntakeDeps &
  SlackIntakeDeps &
  SlackInteractionDeps;

/** Routes `/webhooks/lever/:event`, `/webhooks/automation`, `/webhooks/google`, `/webhooks/microsoft`, `/webhooks/slack/command` and
 * `/webhooks/slack/interaction`. */
export const webhookRouter = (deps: IntakeDeps, metrics: Metrics): Router => {
  const router = Router();
  router.post("/microsoft", rawBody(MAX_MICROSOFT_BYTES), microsoftHandler(deps, metrics));
  router.post(
    "/slack/interaction",
    rawBody(MAX_INTERACTION_BYTES),
    interactionHandler(deps, metrics),
  );
  router.use(rawBody(MAX_BODY_BYTES));
  router.post("/lever/:event", leverHandler(deps, metrics));
  router.post("/automation", async (request, response) => {
    if (!request.is("application/json")) {
      throw new AppError({
        code: "input_invalid",
        fault: "caller",
        message: "Send the body as application/json.",
      });
    }
    const end = metrics.intakeSeconds.startTimer({ door: "automation" });
    const answer = await receiveAutomation(
      {
        rawBody: asBuffer(request.body),
        signature: request.header("x-convene-signature"),
        timestamp: request.header("x-convene-timestamp"),
        deliveryId: request.header("x-convene-delivery"),
      },
      deps,
    );
    end();
    metrics.events.inc({
      door: "automation",
      outcome: answer.duplicate ? "duplicate" : "accepted",
    });
    response.json({ accepted: true, eventId: answer.eventId, duplicate: answer.duplicate });
  });
  router.post("/slack/command", commandHandler(deps, metrics));
  router.post("/google", async (request, response) => {
    await receiveGoogle(
      {
        channelId: request.header("x-goog-channel-id")?.slice(0, 100),
        token: request.header("x-goog-channel-token")?.slice(0, 300),
        state: request.header("x-goog-resource-state"),
      },
      deps,
    );
    metrics.events.inc({ door: "google", outcome: "accepted" });
    response.status(204).end();
  });
  router.use(() => {
    throw noSuchAddress();
  });
  return router;
};

/** Longer than any that Graph sends. */
const MAX_VALIDATION_TOKEN = 1_000;

const microsoftHandler =
  (deps: LeverIntakeDeps, metrics: Metrics): RequestHandler =>
  async (request, response) => {
    const token = request.query["validationToken"];
    // Before it opens a subscription Graph asks whether somebody listens here: the token comes back as plain text.
    if (typeof token === "string" && token.length <= MAX_VALIDATION_TOKEN) {
      response.type("text/plain").send(token);
      return;
    }
    await receiveMicrosoft(asBuffer(request.body), deps);
    metrics.events.inc({ door: "microsoft", outcome: "accepted" });
    response.status(202).end();
  };

/** What Slack sent, with what it signs it by. */
const signedBySlack = (request: Request) => ({
  rawBody: asBuffer(request.body),
  timestamp: request.header("x-slack-request-timestamp"),
  signature: request.header("x-slack-signature"),
});

const commandHandler =
  (deps: SlackIntakeDeps, metrics: Metrics): RequestHandler =>
  async (request, response) => {
    const answer = await receiveSlackCommand(signedBySlack(request), deps);
    metrics.events.inc({ door: "slack", outcome: "accepted" });
    response.json(answer);
  };

const interactionHandler =
  (deps: SlackInteractionDeps, metrics: Metrics): RequestHandler =>
  async (request, response) => {
    const receipt = await receiveInteraction(signedBySlack(request), deps);
    metrics.events.inc({ door: "slack", outcome: "accepted" });
    if (receipt === null) response.status(200).end();
    else response.json(receipt);
  };

const leverHandler = (
  deps: LeverIntakeDeps,
  metrics: Metrics,
): RequestHandler<{ event: string }> => {
  const store = createGroupCommit(
    async (deliveries: readonly CheckedDelivery[]) => await storeLever(deliveries, deps),
    LEVER_GROUPS,
  );
  return async (request, response) => {
    const end = metrics.intakeSeconds.startTimer({ door: "lever" });
    const delivery = { event: request.params.event, rawBody: asBuffer(request.body) };
    const answer = await store(checkLever(delivery, deps));
    end();
    if ("test" in answer) {
      response.json({ accepted: false, test: true });
      return;
    }
    metrics.events.inc({ door: "lever", outcome: answer.duplicate ? "duplicate" : "accepted" });
    response.json({ accepted: true, eventId: answer.eventId, duplicate: answer.duplicate });
  };
};
