/** Traces by their standard variables: LangSmith's and OpenTelemetry's, without a word of what was asked. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { trace } from "@opentelemetry/api";
import { describe, expect, it, test } from "vitest";
import { hideTracedContent } from "../../../src/config/tracing.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { openLoopbackServer } from "../../support/loopback-server.ts";
import { startModelTwin } from "../../support/model-twin.ts";
import { modelsAt } from "../../support/models.ts";
import { noteSpans } from "../../support/note-spans.ts";

const PROGRAM = fileURLToPath(new URL("../../support/traced-program.ts", import.meta.url));
const CANARY = "Canaria asks about her visa";

/** All that LangSmith was sent. */
const sentToLangSmith = async (env: Record<string, string>): Promise<string> => {
  await using server = await openLoopbackServer(() => ({ body: {} }));
  await promisify(execFile)("node", [PROGRAM, CANARY], {
    env: {
      ...process.env,
      LANGSMITH_ENDPOINT: server.url,
      LANGSMITH_API_KEY: "key-for-tests",
      LANGSMITH_DISABLE_RUN_COMPRESSION: "true",
      ...env,
    },
  });
  return server.received.map(({ path, body }) => `${path} ${body}`).join("\n");
};

describe("LangSmith", () => {
  it("is told of a model that was asked, and not of what", async () => {
    const sent = await sentToLangSmith({ LANGSMITH_TRACING: "true" });
    expect(sent).toContain("OfflineChatModel");
    expect(sent).not.toContain("Canaria");
    expect(sent).not.toContain("No model is configured");
  });

  it("is told it all where somebody says so", async () => {
    const shown = { LANGSMITH_HIDE_INPUTS: "false", LANGSMITH_HIDE_OUTPUTS: "false" };
    const sent = await sentToLangSmith({ LANGSMITH_TRACING: "true", ...shown });
    expect(sent).toContain(CANARY);
  });

  it("is told nothing where it is not switched on", async () => {
    expect(await sentToLangSmith({})).toBe("");
  });

  test.each([
    [{}, {}, []],
    [
      { LANGCHAIN_TRACING_V2: "true" },
      { LANGSMITH_HIDE_INPUTS: "true", LANGSMITH_HIDE_OUTPUTS: "true" },
      [],
    ],
    [
      { LANGSMITH_TRACING: "true", LANGSMITH_HIDE_INPUTS: "false" },
      { LANGSMITH_HIDE_OUTPUTS: "true" },
      ["LANGSMITH_HIDE_INPUTS"],
    ],
  ])("is hidden content from by default: %j", (given, added, shown) => {
    const env: Record<string, string | undefined> = { ...given };
    expect(hideTracedContent(env)).toEqual(shown);
    expect(env).toEqual({ ...given, ...added });
  });
});

describeOneDatabase("embedded", "OpenTelemetry", (open) => {
  it("has a span of each question to a model, with its tokens and without its words", async () => {
    await using twin = await startModelTwin();
    const models = await modelsAt(twin.place, { database: await open() });
    const spans = noteSpans();
    try {
      await models.for({ user: "chat", runId: null }).invoke(CANARY);
    } finally {
      trace.disable();
    }
    const [usage] = twin.openai.asked().map((asked) => asked.usage);
    expect(spans).toEqual([
      {
        name: "chat a-model",
        attributes: {
          "gen_ai.operation.name": "chat",
          "gen_ai.request.model": "a-model",
          "gen_ai.usage.input_tokens": usage?.input,
          "gen_ai.usage.output_tokens": usage?.output,
        },
      },
    ]);
  });
});
