/** What a policy would do, before it is put in force. */
import { z } from "zod";
import { previewPolicy } from "../../cases/preview-policy.ts";
import type { Database } from "../../db/port.ts";
import { Policy, RuleAnswer } from "../../domain/policy.ts";
import type { Clock } from "../../domain/time.ts";
import type { Ids } from "../../identifiers.ts";
import { readPolicy } from "../../policy/store.ts";
import { rolloutRoutes } from "./rollout-routes.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { ProposalItem } from "./schemas.ts";

export interface PolicyRouteDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
}

const Verdicts = z.object({ observe: z.int(), ask: z.int(), perform: z.int() });

const PolicyPreview = z.object({
  days: z.int(),
  total: z.int().describe("Proposals of these days"),
  before: Verdicts.describe("What the policy in force would do with them"),
  after: Verdicts.describe("What this one would"),
  differences: z
    .array(
      z.object({
        kind: ProposalItem.shape.kind,
        before: RuleAnswer,
        after: RuleAnswer,
        count: z.int(),
        proposals: z
          .array(
            z.object({
              id: z.string(),
              caseId: z.string(),
              postingTitle: z.string(),
              stageName: z.string(),
            }),
          )
          .describe("The newest of them"),
      }),
    )
    .describe("Most first"),
});
export type PolicyPreview = z.infer<typeof PolicyPreview>;

/** Routes of trying a policy. */
export const policyRoutes = ({ database, clock, ids }: PolicyRouteDeps): AnyRoute[] => [
  ...rolloutRoutes({ database, clock, ids }),
  defineRoute({
    method: "post",
    path: "/api/policy/preview",
    summary:
      "What a policy would have done with the proposals of the last days; puts nothing in force",
    access: "read",
    about: "everybody",
    body: z.strictObject({ policy: Policy, days: z.int().min(1).max(31).default(1) }),
    answer: PolicyPreview,
    handler: async ({ body: { policy, days } }) => {
      const { policy: before } = await readPolicy(database);
      const now = clock.now();
      const since = now.subtract({ hours: days * 24 });
      return { days, ...(await previewPolicy(database, { before, after: policy, since, now })) };
    },
  }),
];
