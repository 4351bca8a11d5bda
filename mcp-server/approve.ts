/** Approving over MCP: off unless it is switched on, with a scope of its own, and never by the assistant. What counts is the yes of the
 * person in front of the client to the very proposal that was shown to them: the decision binds to its digest, as in the dashboard. */
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { AppError } from "../src/domain/errors.ts";
import { askerOf } from "../tools/context.ts";
import { RIGHTS_CHANGED, askPerson } from "./confirm.ts";
import type { CallContext } from "./context.ts";
import type { Extra } from "./telling.ts";

/** Approves for a caller who may: the dashboard's own way of deciding. */
export interface Approve {
  /** Why the caller cannot approve it, in one line; null: they can. */
  whyNot(proposalId: string): Promise<string | null>;
  /** What would be done, for whom and with which words, as a person has to see it; null: it is read and decided in the dashboard alone. */
  shown(proposalId: string): Promise<string | null>;
  approve(seen: { proposalId: string; digest: string }): Promise<{ status: string }>;
}

export const APPROVE = "approve_proposal";

const input = z.strictObject({
  proposalId: z.string().min(1).max(200).describe("Id of the proposal, `pr_…`"),
});

export const approveTool = {
  name: APPROVE,
  title: "Have a proposal approved",
  description:
    "Shows a proposal that waits to the person in front of you and approves it if they agree. Only the person decides: without a client that can ask them, nothing is approved. Interviews only: briefs, and what judges somebody, are decided in the dashboard alone.",
  inputSchema: {
    type: "object" as const,
    properties: { proposalId: { type: "string", description: "Id of the proposal, `pr_…`" } },
    required: ["proposalId"],
    additionalProperties: false,
  },
  outputSchema: {
    type: "object" as const,
    properties: { proposalId: { type: "string" }, status: { type: "string" } },
    required: ["proposalId", "status"],
  },
  annotations: {
    readOnlyHint: false,
    destructiveHint: true,
    idempotentHint: false,
    openWorldHint: true,
  },
};

interface Asking {
  mcp: McpServer;
  extra: Extra;
  context: CallContext;
  approve: Approve;
}

/** What a person can still read in a box that asks them. Units: UTF-16 units. */
const LONGEST_QUESTION = 12_000;

/** Errors: `forbidden` without the person's yes, to whoever may no more what they might, for what is decided in the dashboard alone, or is not asked of the caller; those of deciding. */
export const askToApprove = async (
  asked: Record<string, unknown>,
  { mcp, extra, context, approve }: Asking,
): Promise<{ proposalId: string; status: string }> => {
  const parsed = input.safeParse(asked);
  if (!parsed.success)
    throw refusal(
      "input_invalid",
      "approve_proposal needs a proposalId and takes nothing else: list_proposals tells the ids of what waits.",
    );
  const { proposalId } = parsed.data;
  const found = await context.books.toApprove(proposalId, askerOf(context.caller));
  if (!found)
    throw refusal("not_found", "There is no such proposal. Use list_proposals to find its id.");
  if (found.class !== "logistics") {
    throw refusal("forbidden", "A proposal of this kind is decided in the dashboard alone.");
  }
  if (found.status !== "waiting") {
    throw refusal(
      "already_decided",
      `This proposal does not wait for a decision: it is ${found.status}. list_proposals tells what waits now.`,
    );
  }
  const whyNot = await approve.whyNot(proposalId);
  if (whyNot !== null) throw refusal("forbidden", whyNot);
  const shown = await approve.shown(proposalId);
  if (shown === null || shown.length > LONGEST_QUESTION) {
    throw refusal(
      "forbidden",
      "This cannot be shown whole here, and only what is seen whole can be approved: it is decided in the dashboard.",
    );
  }
  const question = `Approve this in Convene? It is done at once.\n\n${shown}`;
  const word = await askPerson(question, { mcp, extra, context });
  if (word === "cannot") {
    throw refusal(
      "forbidden",
      "Your client cannot ask the person in front of it: they approve in the dashboard.",
    );
  }
  if (word === "no")
    throw refusal("forbidden", "The person who was asked did not agree: it still waits.");
  if (word === "changed") throw refusal("forbidden", RIGHTS_CHANGED);
  const { status } = await approve.approve({ proposalId, digest: found.digest });
  return { proposalId, status };
};

const refusal = (code: AppError["code"], message: string): AppError =>
  new AppError({ code, fault: "caller", message });
