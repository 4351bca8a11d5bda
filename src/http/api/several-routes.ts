/** Several proposals at once: each read in full, then approved together. */
import type { Logger } from "pino";
import { z } from "zod";
import { readContent } from "../../cases/approval-content.ts";
import { approveSeveral } from "../../cases/approve-several.ts";
import type { DecideElsewhereDeps } from "../../cases/decide-elsewhere.ts";
import { noteOpening } from "../../cases/openings.ts";
import { openProposal } from "../../cases/open-proposal.ts";
import type { OwnFormDeps } from "../../cases/own-form-first.ts";
import { MOST_AT_ONCE } from "../../domain/for-page.ts";
import { channelOf, deciderOf } from "../auth/principal.ts";
import { findShown } from "./find-shown.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { ProposalItem } from "./schemas.ts";
import { viewOne } from "./view-proposals.ts";

const LabelledText = z.object({ label: z.string(), text: z.string() });

/** A proposal as it is read among others. */
export const ProposalContent = z.object({
  proposal: ProposalItem,
  warnings: z.array(z.string()).describe("What must be known before anything else"),
  content: z
    .object({ facts: z.array(LabelledText), texts: z.array(LabelledText) })
    .nullable()
    .describe("The very texts; null: it is read and decided on its own page alone"),
});
export type ProposalContent = z.infer<typeof ProposalContent>;

/** What was seen. */
export const SeveralApprovals = z.strictObject({
  seen: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(200),
        digest: z.string().max(200).describe("The digest of the proposal that the person saw"),
      }),
    )
    .min(1)
    .max(MOST_AT_ONCE)
    .refine((seen) => new Set(seen.map(({ id }) => id)).size === seen.length, {
      message: "names a proposal twice",
    }),
});
export type SeveralApprovals = z.infer<typeof SeveralApprovals>;

/** What became of each. */
export const ApprovalOutcomes = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      outcome: z
        .enum(["approved", "first", "left_out"])
        .describe("first: a second person has to approve it too"),
      code: z.string().nullable(),
      why: z.string().nullable().describe("Why it was left out"),
    }),
  ),
});
export type ApprovalOutcomes = z.infer<typeof ApprovalOutcomes>;

export interface SeveralRouteDeps extends DecideElsewhereDeps, OwnFormDeps {
  lever: OwnFormDeps["lever"];
  publicUrl: string;
  log: Logger;
}

/** Routes of several proposals. */
export const severalRoutes = (deps: SeveralRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/proposals/{id}/content",
    summary: "The very texts of a proposal, one after the other, as they are read among others",
    access: "decide",
    about: { thing: "proposal", in: "id" },
    params: z.object({ id: z.string() }),
    answer: ProposalContent,
    handler: async ({ params: { id }, principal }) => {
      const found = await findShown(id, deps, principal);
      const proposal = await viewOne(found, principal, deps);
      const content = proposal.isReadable ? await readContent(found, deps) : null;
      if (content === null) return { proposal, warnings: [], content };
      const { context } = await openProposal(deps.database, found, deps.texts);
      if (principal) {
        const opening = { proposalId: id, person: principal, at: deps.clock.now() };
        await noteOpening(deps.database, opening);
      }
      const { facts, texts } = content;
      return { proposal, warnings: warningsIn(context.evidence), content: { facts, texts } };
    },
  }),
  defineRoute({
    method: "post",
    path: "/api/proposals/approvals",
    summary: `Approve several proposals, at most ${MOST_AT_ONCE}, each as it was seen; what cannot be is left out`,
    access: "decide",
    about: "listed",
    body: SeveralApprovals,
    answer: ApprovalOutcomes,
    handler: async ({ body: { seen }, principal }) => {
      const { by: name, ...who } = deciderOf(principal);
      // Who may decide is somebody.
      const decider = { name, ...who, scope: principal?.scope ?? null };
      return { items: await approveSeveral({ seen, decider, via: channelOf(principal) }, deps) };
    },
  }),
];

const warningsIn = (evidence: readonly { kind: string; what: string }[]): string[] =>
  evidence.flatMap(({ kind, what }) => (kind === "warning" ? [what] : []));
