/** What people did against what was proposed, and the steps that follow: offered here, and taken by whoever may change the policy. */
import { z } from "zod";
import {
  type Evidence,
  type Uncompared,
  acceptStep,
  listEvidence,
  listStepsBack,
  listUncompared,
} from "../../cases/rollout.ts";
import type { Database } from "../../db/port.ts";
import { type Scope, isInScope } from "../../domain/access.ts";
import { ModeName, Rollout } from "../../domain/policy.ts";
import { USUAL_ROLLOUT } from "../../domain/policy-presets.ts";
import { isoInstant } from "../../domain/time.ts";
import type { Clock } from "../../domain/time.ts";
import type { Ids } from "../../identifiers.ts";
import { type Standing, standingsOf } from "../../policy/rollout.ts";
import { EDITED_FIELDS } from "../../policy/shadow-score.ts";
import { readPolicy } from "../../policy/store.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { ProposalItem } from "./schemas.ts";

export interface RolloutRouteDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
}

const CaseEvidence = z.object({
  proposalId: z.string(),
  caseId: z.string(),
  postingTitle: z.string(),
  outcome: z.enum([
    "same",
    "near",
    "apart",
    "overtaken",
    "unchanged",
    "edited",
    "rejected",
    "expired",
    "kept",
    "changed",
  ]),
  agrees: z.boolean().nullable().describe("Null: it does not count"),
  minutesApart: z.int().nullable(),
  minutesLonger: z.int().nullable().describe("What people booked, beyond what was proposed"),
  isSameStart: z.boolean().nullable(),
  isSamePeople: z.boolean().nullable(),
  peopleProposed: z.int().nullable(),
  peopleHeld: z.int().nullable(),
  peopleShared: z.int().nullable(),
  edited: z.array(z.enum(EDITED_FIELDS)),
  lettersEdited: z.int().nullable(),
  letters: z.int().nullable().describe("Of all texts that were proposed"),
  at: isoInstant,
});

const StandingItem = z.object({
  stageId: z.string(),
  stageName: z.string(),
  kind: ProposalItem.shape.kind,
  rule: z.int().nullable().describe("Place of the rule that counts; null: the policy's own mode"),
  verdict: z.enum(["observe", "ask", "perform"]),
  mode: ModeName,
  isPromoted: z.boolean().describe("A promotion has made that rule: it is set back by itself"),
  count: z.int(),
  agreed: z.int(),
  lower: z.number().describe("The share that agrees lies between these, at 95 %"),
  upper: z.number(),
  last: z.object({ count: z.int(), agreed: z.int() }),
  offered: ModeName.nullable(),
  notOffered: z.enum(["too_few", "too_low", "by_hand", "no_further"]).nullable(),
  isBelow: z.boolean(),
  evidence: z.array(CaseEvidence).describe("Newest first, within your reach, 50 at most"),
});

const RolloutView = z.object({
  version: z.int().describe("Of the policy in force"),
  limits: Rollout,
  standings: z.array(StandingItem),
  stepsBack: z
    .array(
      z.object({
        stageId: z.string(),
        stageName: z.string().nullable(),
        kind: ProposalItem.shape.kind,
        to: ModeName,
        last: z.int(),
        lastAgreed: z.int(),
        at: isoInstant,
      }),
    )
    .describe("Taken by itself, newest first"),
  notCompared: z
    .array(
      z.object({
        stageId: z.string(),
        stageName: z.string(),
        kind: ProposalItem.shape.kind,
        cases: z.int(),
      }),
    )
    .describe(
      "Bookings only recorded for which nobody has made a panel in Lever so far, within your reach, most first; what stands in a calendar alone is not seen",
    ),
});
export type RolloutView = z.infer<typeof RolloutView>;

export const AcceptStep = z.strictObject({
  version: z.int().min(0).describe("Of the policy that you saw"),
  stageId: z.string().max(200),
  kind: ProposalItem.shape.kind,
  rule: z.int().min(0).nullable(),
  to: ModeName.describe("As it is offered"),
});
export type AcceptStep = z.infer<typeof AcceptStep>;

/** Routes of it. */
export const rolloutRoutes = (deps: RolloutRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/policy/rollout",
    summary:
      "How far people agree with what is proposed, by stage and kind, with the cases; the steps that are offered, and those taken back",
    access: "settings",
    about: "asker",
    answer: RolloutView,
    handler: async ({ principal }) => await view(principal?.scope ?? null, deps),
  }),
  defineRoute({
    method: "post",
    path: "/api/policy/rollout/accept",
    summary: "Take a step that is offered: a new version of the policy, with a rule for that stage",
    access: "admin",
    about: "everybody",
    body: AcceptStep,
    answer: RolloutView,
    handler: async ({ body, principal }) => {
      const by = principal?.name ?? "nobody";
      const correlationId = deps.ids.next("co");
      await acceptStep(deps.database, deps.clock, { ...body, by, correlationId });
      return await view(principal?.scope ?? null, deps);
    },
  }),
];

const view = async (
  scope: Scope,
  { database, clock }: Pick<RolloutRouteDeps, "database" | "clock">,
): Promise<z.input<typeof RolloutView>> => {
  const [{ policy, version }, evidence, stepsBack, uncompared] = await Promise.all([
    readPolicy(database),
    listEvidence(database),
    listStepsBack(database),
    listUncompared(database, clock.now()),
  ]);
  return {
    version,
    limits: policy.rollout ?? USUAL_ROLLOUT,
    standings: standingsOf(policy, withinScope(evidence, scope)).map(viewStanding),
    stepsBack: stepsBack.map((step) => ({
      ...step,
      kind: ProposalItem.shape.kind.parse(step.kind),
      at: step.at.toString(),
    })),
    notCompared: countUncompared(withinScope(uncompared, scope)),
  };
};

const countUncompared = (
  uncompared: readonly Uncompared[],
): z.input<typeof RolloutView>["notCompared"] =>
  [...Map.groupBy(uncompared, ({ stageId, kind }) => JSON.stringify([stageId, kind])).values()]
    .flatMap(([first, ...others]) =>
      first
        ? [
            {
              stageId: first.stageId,
              stageName: first.stageName,
              kind: ProposalItem.shape.kind.parse(first.kind),
              cases: others.length + 1,
            },
          ]
        : [],
    )
    .toSorted((a, b) => b.cases - a.cases);

const SHOWN = 50;

/** Figures and cases alike are of what somebody may see. */
const withinScope = <One extends Pick<Evidence, "team" | "requisitions" | "isConfidential">>(
  all: readonly One[],
  scope: Scope,
): One[] => all.filter((one) => scope === null || (!one.isConfidential && isInScope(scope, one)));

const viewStanding = ({
  compared,
  ...standing
}: Standing<Evidence>): z.input<typeof StandingItem> => ({
  ...standing,
  kind: ProposalItem.shape.kind.parse(standing.kind),
  evidence: compared.slice(0, SHOWN).map((one) => ({
    ...one,
    edited: EDITED_FIELDS.filter((field) => one.edited.includes(field)),
    at: one.at.toString(),
  })),
});
