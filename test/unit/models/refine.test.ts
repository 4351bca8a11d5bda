import { FakeListChatModel } from "@langchain/core/utils/testing";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { OfflineChatModel } from "../../../src/models/offline.ts";
import { refine } from "../../../src/models/refine.ts";

const request = {
  schema: z.object({ text: z.string() }),
  name: "words",
  prompt: { version: "test/1", system: "Word it better." },
  draft: { text: "Hello {{candidate}}" },
};

describe("refinement", () => {
  it("gives the draft back with the offline model, as a structured answer", async () => {
    const answer = await refine(request, {
      model: new OfflineChatModel(),
      budgetMs: 5_000,
      signal: new AbortController().signal,
    });
    expect(answer).toMatchObject({ wording: request.draft, fault: null, model: "offline" });
  });

  it("has no answer, and says why, when the model gives nonsense", async () => {
    const answer = await refine(request, {
      model: new FakeListChatModel({ responses: ["not an answer"] }),
      budgetMs: 5_000,
      signal: new AbortController().signal,
    });
    expect(answer.wording).toBeNull();
    expect(answer.fault).toMatch(/could not be asked|agreed shape/);
  });

  it("has no answer when the model is later than its budget", async () => {
    const answer = await refine(request, {
      model: new NeverChatModel(),
      budgetMs: 20,
      signal: new AbortController().signal,
    });
    expect(answer).toMatchObject({ wording: null, fault: "the model took too long" });
  });

  it("ends with the run when the run is ended", async () => {
    const run = new AbortController();
    const answer = refine(request, {
      model: new NeverChatModel(),
      budgetMs: 60_000,
      signal: run.signal,
    });
    run.abort(new Error("stopped"));
    await expect(answer).rejects.toThrow("stopped");
  });
});

/** A model that answers only by being interrupted. */
class NeverChatModel extends OfflineChatModel {
  override async _generate(
    ...[, options]: Parameters<OfflineChatModel["_generate"]>
  ): ReturnType<OfflineChatModel["_generate"]> {
    return await new Promise((_, reject) => {
      const { signal } = options;
      const end = () =>
        reject(signal?.reason instanceof Error ? signal.reason : new Error("aborted"));
      if (signal?.aborted) end();
      signal?.addEventListener("abort", end);
    });
  }
}
