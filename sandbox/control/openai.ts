/** How the company's model server behaves, and what it was asked. */
import type { Router } from "express";
import { z } from "zod";
import { badRequest } from "../lever/protocol.ts";
import { Abilities } from "../openai/abilities.ts";
import { BEHAVIOURS, BEHAVIOUR_NAMES, ScriptedAnswer } from "../openai/behaviour.ts";
import { LIES, LIE_NAMES } from "../openai/translator.ts";
import { type ControlOptions, bodyOf, done } from "./parts.ts";

const Modes = z.strictObject({
  behaviour: z.enum(BEHAVIOUR_NAMES).optional(),
  delayMs: z.coerce.number().int().min(0).max(600_000).optional(),
  order: z.string().max(2_000).optional(),
  cites: z.array(z.string()).max(20).nullable().optional(),
  lie: z.enum(LIE_NAMES).optional(),
  script: z.array(ScriptedAnswer).max(1_000).optional(),
  can: Abilities.partial().optional(),
});

/** What is given, without what is not. */
const given = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Routes under `/control/openai`. */
export const mountOpenAi = (router: Router, { openai }: ControlOptions): void => {
  router.get("/openai", (_request, response) => {
    response.json({ ...openai.modes(), behaviours: BEHAVIOURS, lies: LIES });
  });
  router.get("/openai/asked", (_request, response) => {
    response.json({
      items: openai.asked().map(({ api, model, said, tools, body, usage }) => ({
        api,
        model,
        said,
        tools: tools.map(({ name }) => name),
        fields: Object.keys(body),
        usage,
      })),
    });
  });
  router.post("/openai", (request, response) => {
    const { back: _back, ...body } = bodyOf(request);
    const parsed = Modes.safeParse(body);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw badRequest(`${issue?.path.join(".") ?? "the body"}: ${issue?.message ?? "is no mode"}`);
    }
    openai.set(given({ ...parsed.data, ...(parsed.data.can && { can: given(parsed.data.can) }) }));
    done(request, response);
  });
  router.post("/openai/reset", (request, response) => {
    openai.reset();
    done(request, response);
  });
};
