/** What a run's tools are given: its readers, in the name of an agent, each call traced. */
import { AppError } from "../src/domain/errors.ts";
import { OpportunityId } from "../src/domain/ids.ts";
import type { ToolContext } from "../tools/context.ts";
import type { RunDeps } from "./deps.ts";
import type { RunState } from "./state.ts";
import { traceStep } from "./trace.ts";

/** For one opportunity alone, and without a right to propose. */
export const toolContext = (state: RunState, specialist: string, deps: RunDeps): ToolContext => ({
  ...deps.tools,
  clock: deps.clock,
  caller: {
    kind: "agent",
    name: specialist,
    opportunityId: OpportunityId.parse(state.opportunityId),
    mayPropose: false,
  },
  signal: deps.signal,
  log: deps.log,
  onCall: async ({ tool, error, startedAt, durationMs, input, output }) => {
    await traceStep(
      state,
      {
        kind: "tool",
        name: tool,
        specialist,
        status: error === undefined ? "ok" : "error",
        startedAt,
        durationMs,
        input,
        ...(output !== undefined && { output }),
        ...(error !== undefined && { error: error instanceof AppError ? error.message : "failed" }),
      },
      deps,
    );
  },
});
