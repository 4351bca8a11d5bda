/** A channel in the company's Teams, reached by a workflow's webhook: it takes cards and tells nothing back. Mounted at `/teams`.
 * Source: Microsoft Teams, "Send messages with workflows"; Adaptive Cards schema 1.4. */
import { createHash } from "node:crypto";
import { type Response, Router, json } from "express";
import { z } from "zod";
import type { FaultAnswer } from "../faults/over-http.ts";
import type { Journal } from "../journal.ts";
import type { World } from "../worlds/types.ts";

const Card = z.object({
  type: z.literal("AdaptiveCard"),
  version: z.string(),
  body: z
    .array(z.object({ type: z.literal("TextBlock"), text: z.string(), wrap: z.boolean() }))
    .min(1),
  actions: z.array(
    z.object({ type: z.literal("Action.OpenUrl"), title: z.string(), url: z.url() }),
  ),
});
const Message = z.object({
  type: z.literal("message"),
  attachments: z
    .array(
      z.object({
        contentType: z.literal("application/vnd.microsoft.card.adaptive"),
        content: Card,
      }),
    )
    .length(1),
});

export interface TeamsCard {
  texts: string[];
  links: { label: string; url: string }[];
}

export interface Teams {
  router: Router;
  /** Where cards are posted, below `/teams`; its query is the secret. */
  webhookPath: string;
  /** In the order of posting. */
  cards: TeamsCard[];
}

/** A channel in which nobody has posted yet. */
export const createTeams = ({ world, journal }: { world: World; journal: Journal }): Teams => {
  const signature = createHash("sha256").update(`teams workflow ${world.seed}`).digest("hex");
  const cards: TeamsCard[] = [];
  const router = Router();
  router.use(json({ limit: "28kb" }));
  router.post("/workflows/alerts", (request, response) => {
    if (request.query["sig"] !== signature) return refuse(response, 401);
    const message = Message.safeParse(request.body);
    const [attachment] = message.data?.attachments ?? [];
    if (!attachment) return refuse(response, 400);
    const { body, actions } = attachment.content;
    cards.push({
      texts: body.map(({ text }) => text),
      links: actions.map(({ title, url }) => ({ label: title, url })),
    });
    journal.add({ service: "teams", kind: "card.posted", ids: {} });
    response.status(202).end();
  });
  return { router, webhookPath: `/workflows/alerts?sig=${signature}`, cards };
};

const refuse = (response: Response, status: number): void => {
  response.status(status).json({ error: { code: "WorkflowRefused", message: "Not accepted." } });
};

/** Answers as a workflow does. */
export const refuseAsTeams = ({ status }: FaultAnswer, response: Response): void =>
  refuse(response, status);
