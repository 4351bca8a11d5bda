/** What the official conformance suite asks of a server to have: tools, resources and prompts of no use to anybody else. They are
 * served by our own endpoint, sessions and streams, and are in no program but the tests'. */
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  CompleteRequestSchema,
  ElicitResultSchema,
  CreateMessageResultSchema,
  GetPromptRequestSchema,
  type GetPromptResult,
  ListPromptsRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListResourcesRequestSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
  type ReadResourceResult,
  SubscribeRequestSchema,
  UnsubscribeRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import { serveTelling, type Extra, type Telling } from "../../mcp-server/telling.ts";
import { createLog } from "../../src/log.ts";

const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";
const WAV = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";

const text = (words: string): { type: "text"; text: string } => ({ type: "text", text: words });
const image = { type: "image" as const, data: PNG, mimeType: "image/png" };
const embedded = (uri: string, mimeType: string, words: string) => ({
  type: "resource" as const,
  resource: { uri, mimeType, text: words },
});

type Run = (
  input: Record<string, unknown>,
  extra: Extra,
  telling: Telling,
) => Promise<CallToolResult["content"]>;

const answers =
  (...content: CallToolResult["content"]): Run =>
  async () =>
    await Promise.resolve(content);

const elicits =
  (properties: Record<string, unknown>, required: string[] = []): Run =>
  async ({ message }, extra) => {
    const result = await extra.sendRequest(
      {
        method: "elicitation/create",
        params: {
          message: typeof message === "string" ? message : "Please answer.",
          // The schemas of the suite, to the letter.
          requestedSchema: { type: "object", properties, required } as never,
        },
      },
      ElicitResultSchema,
    );
    const said = `action=${result.action}, content=${JSON.stringify(result.content)}`;
    return [text(`Elicitation completed: ${said}`)];
  };

const STATUS = ["active", "inactive", "pending"];
const OPTIONS = ["option1", "option2", "option3"];
const titled = (from: string) =>
  ["First", "Second", "Third"].map((name, n) => ({
    const: `value${n + 1}`,
    title: `${name} ${from}`,
  }));

const TOOLS: Record<string, Run> = {
  test_simple_text: answers(text("This is a simple text response for testing.")),
  test_image_content: answers(image),
  test_audio_content: answers({ type: "audio", data: WAV, mimeType: "audio/wav" }),
  test_embedded_resource: answers(
    embedded("test://embedded-resource", "text/plain", "This is an embedded resource content."),
  ),
  test_multiple_content_types: answers(
    text("Multiple content types test:"),
    image,
    embedded("test://mixed-content-resource", "application/json", '{"test":"data","value":123}'),
  ),
  test_tool_with_logging: async (_, extra, telling) => {
    for (const words of ["execution started", "processing data", "execution completed"]) {
      await telling.log(extra, "info", `Tool ${words}`);
    }
    return [text("Logged three times.")];
  },
  test_tool_with_progress: async (_, extra, telling) => {
    for (const done of [0, 50, 100]) await telling.step(extra, { done, of: 100, words: "at work" });
    return [text("All steps are done.")];
  },
  test_error_handling: async () =>
    await Promise.reject(new Error("This tool intentionally returns an error for testing")),
  test_sampling: async ({ prompt }, extra) => {
    const { content } = await extra.sendRequest(
      {
        method: "sampling/createMessage",
        params: { messages: [{ role: "user", content: text(String(prompt)) }], maxTokens: 100 },
      },
      CreateMessageResultSchema,
    );
    return [text(`LLM response: ${content.type === "text" ? content.text : content.type}`)];
  },
  test_elicitation: elicits({ username: { type: "string" }, email: { type: "string" } }, [
    "username",
    "email",
  ]),
  test_elicitation_sep1034_defaults: elicits({
    name: { type: "string", default: "John Doe" },
    age: { type: "integer", default: 30 },
    score: { type: "number", default: 95.5 },
    status: { type: "string", enum: STATUS, default: "active" },
    verified: { type: "boolean", default: true },
  }),
  test_elicitation_sep1330_enums: elicits({
    untitledSingle: { type: "string", enum: OPTIONS },
    titledSingle: { type: "string", oneOf: titled("Option") },
    legacyEnum: {
      type: "string",
      enum: ["opt1", "opt2", "opt3"],
      enumNames: ["Option One", "Option Two", "Option Three"],
    },
    untitledMulti: { type: "array", items: { type: "string", enum: OPTIONS } },
    titledMulti: { type: "array", items: { anyOf: titled("Choice") } },
  }),
  test_reconnection: async (_, extra) => {
    extra.closeSSEStream?.();
    return await Promise.resolve([text("Told after the connection was closed.")]);
  },
  json_schema_2020_12_tool: answers(text("The schema is what matters.")),
};

const SCHEMA_2020 = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object" as const,
  $defs: {
    address: {
      type: "object",
      properties: { street: { type: "string" }, city: { type: "string" } },
    },
  },
  properties: { name: { type: "string" }, address: { $ref: "#/$defs/address" } },
  additionalProperties: false,
};

const serveTools = (mcp: McpServer): void => {
  const { server } = mcp;
  const telling = serveTelling(mcp, createLog({ level: "silent" }));
  server.registerCapabilities({ tools: {} });
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: Object.keys(TOOLS).map((name) => ({
      name,
      description: "For the conformance suite",
      inputSchema: name === "json_schema_2020_12_tool" ? SCHEMA_2020 : { type: "object" as const },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, extra) => {
    try {
      const run = TOOLS[params.name];
      if (!run) throw new Error("no such tool");
      return { content: await run(params.arguments ?? {}, extra, telling) };
    } catch (thrown) {
      return { isError: true, content: [text(thrown instanceof Error ? thrown.message : "")] };
    }
  });
};

const contentsOf = (uri: string): ReadResourceResult["contents"][number] => {
  if (uri === "test://static-text") {
    const words = "This is the content of the static text resource.";
    return { uri, mimeType: "text/plain", text: words };
  }
  if (uri === "test://static-binary") return { uri, mimeType: "image/png", blob: PNG };
  const id = /^test:\/\/template\/(\w+)\/data$/.exec(uri)?.[1];
  if (id === undefined) throw new Error("no such resource");
  const data = { id, templateTest: true, data: `Data for ID: ${id}` };
  return { uri, mimeType: "application/json", text: JSON.stringify(data) };
};

const serveResources = ({ server }: McpServer): void => {
  const description = "For the conformance suite";
  server.registerCapabilities({ resources: { subscribe: true } });
  server.setRequestHandler(ListResourcesRequestSchema, () => ({
    resources: ["test://static-text", "test://static-binary"].map((uri) => ({
      uri,
      name: uri,
      description,
    })),
  }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [{ uriTemplate: "test://template/{id}/data", name: "data", description }],
  }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }) => ({
    contents: [contentsOf(params.uri)],
  }));
  server.setRequestHandler(SubscribeRequestSchema, () => ({}));
  server.setRequestHandler(UnsubscribeRequestSchema, () => ({}));
};

const messagesOf = (name: string, values: Record<string, string>): GetPromptResult["messages"] => {
  const user = (...contents: GetPromptResult["messages"][number]["content"][]) =>
    contents.map((content) => ({ role: "user" as const, content }));
  const { arg1 = "", arg2 = "", resourceUri = "" } = values;
  const words = "Embedded resource content for testing.";
  switch (name) {
    case "test_simple_prompt":
      return user(text("This is a simple prompt for testing."));
    case "test_prompt_with_arguments":
      return user(text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`));
    case "test_prompt_with_embedded_resource":
      return user(
        embedded(resourceUri, "text/plain", words),
        text("Please process the embedded resource above."),
      );
    case "test_prompt_with_image":
      return user(image, text("Please analyze the image above."));
    default:
      throw new Error("no such prompt");
  }
};

const PROMPTS: Record<string, string[]> = {
  test_simple_prompt: [],
  test_prompt_with_arguments: ["arg1", "arg2"],
  test_prompt_with_embedded_resource: ["resourceUri"],
  test_prompt_with_image: [],
};

const servePrompts = ({ server }: McpServer): void => {
  server.registerCapabilities({ prompts: {}, completions: {} });
  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: Object.entries(PROMPTS).map(([name, needed]) => ({
      name,
      description: "For the conformance suite",
      arguments: needed.map((argument) => ({ name: argument, required: true })),
    })),
  }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) => ({
    messages: messagesOf(params.name, params.arguments ?? {}),
  }));
  server.setRequestHandler(CompleteRequestSchema, () => ({ completion: { values: [] } }));
};

/** A fresh one. */
export const createConformanceServer = (): McpServer => {
  const server = new McpServer({ name: "conformance", version: "1.0.0" });
  serveTools(server);
  serveResources(server);
  servePrompts(server);
  return server;
};
