/** Steps of which a person has found out what nobody could tell. */
import { z } from "zod";
import { acceptChecked } from "../../cases/mail-checked.ts";
import type { Database } from "../../db/port.ts";
import type { AcceptDeps } from "../../intake/accept.ts";
import { askerOf } from "../auth/principal.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

export interface EffectRouteDeps extends AcceptDeps {
  database: Database;
}

/** Routes of effects. */
export const effectRoutes = (deps: EffectRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "post",
    path: "/api/effects/{id}/checked",
    summary: "A person has found out whether a message arrived; one that did not is sent again",
    access: "decide",
    about: { thing: "effect", in: "id" },
    params: z.object({ id: z.string() }),
    body: z.strictObject({ arrived: z.boolean() }),
    answer: z.object({ eventId: z.string() }),
    handler: async ({ params, body, principal }) =>
      await acceptChecked(
        { effectId: params.id, arrived: body.arrived, ...askerOf(principal) },
        deps,
      ),
  }),
];
