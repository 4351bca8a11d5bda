/** The run trace: each node and tool call with its time, kept where the case's own key seals what was read. */
import { isGraphInterrupt } from "@langchain/langgraph";
import { recordStep } from "../src/cases/runs.ts";
import { type ContactId, ContactId as ContactIdSchema, RunId } from "../src/domain/ids.ts";
import { asAppError } from "../src/domain/errors.ts";
import { withSpan } from "../src/telemetry.ts";
import type { RunDeps } from "./deps.ts";
import { type RunChannels, type RunState, type RunUpdate, readState } from "./state.ts";

/** The part of a run's state that the trace needs. */
export interface Traced {
  runId: string;
  candidate: string | null;
}

export interface TraceStep {
  kind: "node" | "tool" | "model";
  name: string;
  specialist: string | null;
  status: "ok" | "error" | "interrupted";
  startedAt: Temporal.Instant;
  durationMs: number;
  input?: unknown;
  output?: unknown;
  error?: string;
  tokens?: { input: number; output: number };
}

type TraceDeps = Pick<RunDeps, "database" | "texts" | "clock" | "ids" | "lease" | "witness">;

/** Writes one step. */
export const traceStep = async (run: Traced, step: TraceStep, deps: TraceDeps): Promise<void> => {
  const candidate: ContactId | null =
    run.candidate === null ? null : ContactIdSchema.parse(run.candidate);
  await recordStep(
    { id: deps.ids.next("step"), runId: RunId.parse(run.runId), candidate, ...step },
    deps,
  );
};

/** A node that leaves a step behind, whether it ended, failed or was interrupted. Control flow is always rethrown. */
export const traced =
  (
    node: { name: string; specialist?: string },
    run: (state: RunState) => Promise<RunUpdate>,
    deps: TraceDeps,
  ) =>
  async (channels: RunChannels): Promise<RunUpdate> => {
    const state = readState(channels);
    const startedAt = deps.clock.now();
    const from = performance.now();
    const point = `node.${node.specialist ? `${node.specialist}.` : ""}${node.name}`;
    await deps.witness?.(`${point}.begin`, deps.lease.opportunityId);
    const step = {
      kind: "node",
      name: node.name,
      specialist: node.specialist ?? null,
      startedAt,
    } as const;
    try {
      const update = await withSpan(
        `node ${node.name}`,
        {
          "convene.run": state.runId,
          ...(node.specialist && { "convene.specialist": node.specialist }),
        },
        async () => await run(state),
      );
      const after = { ...state, ...update };
      await traceStep(after, { ...step, status: "ok", durationMs: performance.now() - from }, deps);
      await deps.witness?.(`${point}.end`, deps.lease.opportunityId);
      return update;
    } catch (thrown) {
      const durationMs = performance.now() - from;
      if (isGraphInterrupt(thrown)) {
        await traceStep(state, { ...step, status: "interrupted", durationMs }, deps);
        throw thrown;
      }
      const { code, message } = asAppError(thrown);
      if (code !== "stale_fence") {
        await traceStep(
          state,
          { ...step, status: "error", durationMs, error: `${code}: ${message}` },
          deps,
        );
      }
      throw thrown;
    }
  };
