/** What the company shows to those who check it: which models, prompts and policies were in use. */
import { z } from "zod";
import { listDecisionsMade } from "../../cases/openings.ts";
import { Oversight } from "../../domain/policy.ts";
import { USUAL_OVERSIGHT } from "../../domain/policy-presets.ts";
import { OVERSIGHT_DAYS, oversightOf } from "../../policy/oversight.ts";
import { readPolicy } from "../../policy/store.ts";
import type { Database } from "../../db/port.ts";
import type { Clock } from "../../domain/time.ts";
import { isoInstant } from "../../domain/time.ts";
import { type VersionPeriod, readChangeLog } from "../../ledger/change-log.ts";
import { writeTechnicalFile } from "../../ledger/technical-file.ts";
import { exportImpact } from "../../cases/impact-rows.ts";
import { impactCsv } from "../../insights/impact-csv.ts";
import type { Ids } from "../../identifiers.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

export interface ComplianceRouteDeps {
  database: Database;
  clock: Clock;
  ids: Ids;
}

const OversightView = z.object({
  days: z.int().describe("How far back"),
  limits: Oversight,
  lines: z
    .array(
      z.object({
        person: z.string(),
        kind: z.string(),
        approvals: z.int(),
        rejected: z.int(),
        unedited: z.int().describe("Of those approved, not edited before"),
        unopened: z.int().describe("Of those approved, in the dashboard and not opened before"),
        timed: z.int().describe("Approvals whose opening is known"),
        medianSeconds: z
          .number()
          .nullable()
          .describe("From opening, or from what they decided before, to approving"),
        longestStreak: z
          .int()
          .describe("Approvals one after the other, unedited, and fast or unopened"),
        reasons: z
          .array(z.enum(["unopened", "fast", "streak", "never_otherwise"]))
          .describe("Why it looks hollow"),
      }),
    )
    .describe("What looks hollow first"),
});
export type OversightView = z.infer<typeof OversightView>;

const Version = z.object({
  version: z.string(),
  by: z.string().nullable().describe("Null: it came with the program"),
  from: isoInstant.nullable().describe("Null: since the beginning"),
  until: isoInstant.nullable().describe("Null: it is in force"),
});

const ChangeLogView = z.object({
  models: z
    .array(
      z.object({
        specialist: z.string(),
        model: z.string(),
        host: z.string().describe("Of its server"),
        prompt: z.string().describe("Its version"),
        promptDigest: z.string().describe("SHA-256 of the prompt and the schema"),
        from: isoInstant.describe("When it was first asked"),
        until: isoInstant.nullable().describe("When the next one was; null: it is the latest"),
        lastAskedAt: isoInstant,
        asked: z.int(),
        degraded: z.int().describe("How often the draft stood in the place of its answer"),
      }),
    )
    .describe("By specialist, newest first"),
  policies: z.array(Version).describe("Newest first"),
  noShowModels: z.array(Version).describe("Newest first"),
});
export type ChangeLogView = z.infer<typeof ChangeLogView>;

/** Routes of them. */
export const complianceRoutes = (deps: ComplianceRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/change-log",
    summary: "Which models, prompts and policies were in use, from when until when, by the ledger",
    access: "audit",
    about: "everybody",
    answer: ChangeLogView,
    handler: async () => await viewChangeLog(deps),
  }),
  defineRoute({
    method: "get",
    path: "/api/technical-file.md",
    summary: "The model card of this version with that log, as Markdown",
    access: "audit",
    about: "everybody",
    answer: z.string(),
    contentType: "text/markdown",
    handler: async ({ response }) => {
      response.attachment("convene-technical-file.md");
      const at = deps.clock.now();
      return await writeTechnicalFile(await readChangeLog(deps.database), { at });
    },
  }),
  defineRoute({
    method: "get",
    path: "/api/oversight",
    summary:
      "Whether people open what they approve, how soon after and how often as proposed, and where oversight looks hollow; for that alone, and no score of people",
    access: "oversee",
    about: "everybody",
    answer: OversightView,
    handler: async () => {
      const limits = (await readPolicy(deps.database)).policy.oversight ?? USUAL_OVERSIGHT;
      const lines = oversightOf(await listDecisionsMade(deps.database, deps.clock.now()), limits);
      return { days: OVERSIGHT_DAYS, limits, lines };
    },
  }),
  defineRoute({
    method: "get",
    path: "/api/impact.csv",
    summary:
      "For an independent auditor: each candidacy about which something evaluative was proposed, by Lever's id, with what was proposed, decided and became of it",
    access: "oversee",
    about: "everybody",
    answer: z.string(),
    contentType: "text/csv",
    handler: async ({ principal, response }) => {
      response.attachment("impact.csv");
      return impactCsv(await exportImpact({ by: principal?.name ?? "nobody" }, deps));
    },
  }),
];

const viewChangeLog = async ({ database }: ComplianceRouteDeps): Promise<ChangeLogView> => {
  const { models, policies, noShowModels } = await readChangeLog(database);
  return {
    models: models.map(({ from, until, lastAskedAt, ...one }) => ({
      ...one,
      from: from.toString(),
      until: until?.toString() ?? null,
      lastAskedAt: lastAskedAt.toString(),
    })),
    policies: policies.map(viewVersion),
    noShowModels: noShowModels.map(viewVersion),
  };
};

const viewVersion = ({ from, until, ...one }: VersionPeriod): z.infer<typeof Version> => ({
  ...one,
  from: from?.toString() ?? null,
  until: until?.toString() ?? null,
});
