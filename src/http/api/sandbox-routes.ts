/** Sandbox mode only: what a person at the keyboard does in the company's own systems, so that there is something to see. */
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { SandboxOpportunity, page } from "./schemas.ts";

/** The company's controls, over HTTP. */
export interface SandboxControls {
  listOpportunities(stageId: string | undefined): Promise<z.infer<typeof SandboxOpportunity>[]>;
  listStages(): Promise<{ id: string; text: string }[]>;
  moveStage(opportunityId: string, stageId: string): Promise<void>;
  advance(minutes: number): Promise<void>;
}

const Done = z.object({ done: z.literal(true) });

const noSandbox = (): AppError =>
  new AppError({
    code: "not_found",
    fault: "caller",
    message: "There is no sandbox here: this installation works with real accounts.",
  });

/** Routes of the sandbox; without one they answer 404. */
export const sandboxRoutes = (controls: SandboxControls | null): AnyRoute[] => {
  const open = (): SandboxControls => {
    if (controls) return controls;
    throw noSandbox();
  };
  return [
    defineRoute({
      method: "get",
      path: "/api/sandbox/opportunities",
      summary: "Opportunities of the sandbox company",
      access: "read",
      about: "everybody",
      query: z.object({ stage: z.string().max(200).optional() }),
      answer: page(SandboxOpportunity),
      handler: async ({ query }) => ({ items: await open().listOpportunities(query.stage) }),
    }),
    defineRoute({
      method: "get",
      path: "/api/sandbox/stages",
      summary: "Stages of the sandbox company",
      access: "read",
      about: "nobody",
      answer: page(z.object({ id: z.string(), text: z.string() })),
      handler: async () => ({ items: await open().listStages() }),
    }),
    defineRoute({
      method: "post",
      path: "/api/sandbox/stage",
      summary: "Move an opportunity's stage in the sandbox company's Lever",
      access: "decide",
      about: "everybody",
      body: z.strictObject({ opportunityId: z.string().max(200), stageId: z.string().max(200) }),
      answer: Done,
      handler: async ({ body }) => {
        await open().moveStage(body.opportunityId, body.stageId);
        return { done: true as const };
      },
    }),
    defineRoute({
      method: "post",
      path: "/api/sandbox/advance",
      summary: "Advance the clock of company and product",
      access: "decide",
      about: "everybody",
      body: z.strictObject({
        minutes: z
          .int()
          .min(1)
          .max(60 * 24 * 14),
      }),
      answer: Done,
      handler: async ({ body }) => {
        await open().advance(body.minutes);
        return { done: true as const };
      },
    }),
  ];
};
