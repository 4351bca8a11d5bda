/** What may stand for a variable of a template or an argument of a prompt, as it is being typed. */
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { CompleteRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { askerOf, scopeOfCaller } from "../tools/context.ts";
import { type CallContext, isFor } from "./context.ts";

/** The protocol's own limit. */
const MOST = 100;
/** So many of the latest are looked among. */
const LOOKED_AT = 50;

interface Known {
  id: string;
  /** Words by which people know it. */
  words: string;
}

const casesBy = async (
  { cases, caller }: CallContext,
  idOf: (found: { id: string; opportunityId: string }) => string,
): Promise<Known[]> =>
  (await cases.listCases({ limit: LOOKED_AT, ...scopeOfCaller(caller) })).cases.map((found) => ({
    id: idOf(found),
    words: `${found.candidateName} ${found.postingTitle} ${found.stageName}`,
  }));

/** Of candidates. */
const READ: Record<string, (context: CallContext) => Promise<Known[]>> = {
  caseId: async (context) => await casesBy(context, ({ id }) => id),
  opportunityId: async (context) => await casesBy(context, ({ opportunityId }) => opportunityId),
  proposalId: async ({ cases, caller }) =>
    (
      await cases.listProposals({ limit: LOOKED_AT, ...scopeOfCaller(caller) }, askerOf(caller))
    ).proposals.map(({ id, summary }) => ({ id, words: summary })),
};

/** Of what the company has set. */
const SETTINGS: typeof READ = {
  planId: async ({ plans }) =>
    (await plans.all()).map(({ id, match }) => ({ id, words: match.stages.join(" ") })),
  guideId: async ({ books }) =>
    (await books.guides()).map(({ id, title }) => ({ id, words: title })),
};

/** Answers with ids that begin so, and with those of whatever is called so. */
export const serveCompletion = (
  { server }: McpServer,
  contextOf: (signal: AbortSignal) => CallContext,
): void => {
  server.registerCapabilities({ completions: {} });
  server.setRequestHandler(CompleteRequestSchema, async ({ params }, { signal }) => {
    const { name, value } = params.argument;
    const context = contextOf(signal);
    const lookUp = SETTINGS[name] ?? (isFor(context.caller, "read") ? READ[name] : undefined);
    const known = (await lookUp?.(context)) ?? [];
    const typed = value.trim().toLowerCase();
    const found = known.filter(
      ({ id, words }) => id.toLowerCase().startsWith(typed) || words.toLowerCase().includes(typed),
    );
    const values = [...new Set(found.map(({ id }) => id))];
    return {
      completion: {
        values: values.slice(0, MOST),
        total: values.length,
        hasMore: values.length > MOST,
      },
    };
  });
};
