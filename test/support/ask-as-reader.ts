/** A request in plain words of somebody who may have nothing proposed. */
import type { Walk } from "./walk.ts";

/** Asks, and waits for the answer. */
export const askAsReader = async (walk: Walk, text: string) =>
  await walk.running.deps.tools.requests.askInWords({
    text,
    by: { name: "a reader of its own" },
    via: "mcp",
    mayPropose: false,
    caseId: null,
    zone: "UTC",
    signal: AbortSignal.timeout(300_000),
  });
