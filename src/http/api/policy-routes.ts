/** What a policy would do, before it is put in force. */
import { z } from "zod";
import { previewPolicy } from "../../cases/preview-policy.ts";
import { endedInWords, listEndedPairs, readShortRules } from "../../cases/two-people.ts";
import type { Database } from "../../db/port.ts";
import { Policy, RuleAnswer } from "../../domain/policy.ts";
import { type Clock, isoInstant } from "../../domain/time.ts";
import type { Ids } from "../../identifiers.ts";
import type { LeverReader } from "../../lever/port.ts";
import { readPolicy } from "../../policy/store.ts";
import { findEndedPairs } from "../../policy/two-people.ts";
import { policyVersionRoutes } from "./policy-version-routes.ts";
import { rolloutRoutes } from "./rollout-routes.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { ProposalItem } from "./schemas.ts";

export interface PolicyRouteDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
  services: { lever: { reader: Pick<LeverReader, "listUsers"> } };
}

const ShortRule = z.object({
  rule: z.int().describe("Its place, the first is 1"),
  what: z.string().describe("Who is left, and what becomes of what it asks"),
});

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
  endedPairs: z
    .array(z.int())
    .describe(
      "Rules in force, the first is 1, about which two people agree, and no more with this policy",
    ),
  shortRules: z
    .array(ShortRule)
    .describe("Rules of this policy that ask for two people and have fewer"),
});
export type PolicyPreview = z.infer<typeof PolicyPreview>;

const TwoPeople = z.object({
  shortRules: z.array(ShortRule).describe("Rules in force that have fewer than two people by now"),
  endedPairs: z
    .array(
      z.object({
        version: z.int().describe("Of the policy that came with it"),
        rules: z.array(z.int()).describe("Places in the version before, the first is 1"),
        what: z.string(),
        by: z.string(),
        at: isoInstant,
      }),
    )
    .describe("Changes by which fewer than two people agree on something, newest first"),
});
export type TwoPeople = z.infer<typeof TwoPeople>;

/** Routes of trying a policy, and of what has become of it. */
export const policyRoutes = (deps: PolicyRouteDeps): AnyRoute[] => [
  ...rolloutRoutes(deps),
  ...policyVersionRoutes(deps),
  previewRoute(deps),
  defineRoute({
    method: "get",
    path: "/api/policy/two-people",
    summary:
      "Rules that ask for two people and have fewer by now, and changes that have ended such a rule",
    access: "oversee",
    about: "everybody",
    answer: TwoPeople,
    handler: async () => await viewTwoPeople(deps),
  }),
];

const viewTwoPeople = async ({
  database,
  clock,
  services,
}: PolicyRouteDeps): Promise<z.input<typeof TwoPeople>> => {
  const people = services.lever.reader;
  const [shortRules, ended] = await Promise.all([
    readShortRules(database, { now: clock.now(), people }),
    listEndedPairs(database),
  ]);
  const endedPairs = ended.map((one) => ({
    ...one,
    what: endedInWords(one),
    at: one.at.toString(),
  }));
  return { shortRules, endedPairs };
};

const previewRoute = ({ database, clock, services }: PolicyRouteDeps): AnyRoute =>
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
      return {
        days,
        ...(await previewPolicy(database, { before, after: policy, since, now })),
        endedPairs: findEndedPairs(before, policy),
        shortRules: await readShortRules(database, {
          now,
          people: services.lever.reader,
          policy,
        }),
      };
    },
  });
