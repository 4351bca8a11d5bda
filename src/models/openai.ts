/** OpenAI's API by LangChain's client: one call, in the dialect that its server knows. No retry and no guard is in here. */
import { type BaseMessage, SystemMessage } from "@langchain/core/messages";
import type { ChatOpenAI, ChatOpenAICallOptions } from "@langchain/openai";
import type { Dialect } from "./dialect.ts";
import { type Wanted, answerTool, canBeStrict, schemaToSend } from "./structured.ts";

/** Where a server is, and how it lets us in. */
export interface OpenAiServer {
  apiKey: string | null;
  /** With the path up to `/v1`. */
  baseUrl: string;
  /** Azure's resources know a key by a header of its own. */
  auth: "bearer" | "api-key";
  /** Azure's `api-version`; null: none is told. */
  apiVersion: string | null;
  api: "chat" | "responses";
}

/** Makes one call's model. */
export type OpenAiClient = (call: {
  model: string;
  temperature: number | null;
  dialect: Dialect;
  mostTokens: number;
}) => ChatOpenAI;

/** Loaded only when it is used: the library takes a noticeable part of the start. Retries and storage of prompts are off. */
export const createOpenAiClient = async (server: OpenAiServer): Promise<OpenAiClient> => {
  const { ChatOpenAI: Client } = await import("@langchain/openai");
  const { apiKey, auth, apiVersion, baseUrl } = server;
  const isHeader = auth === "api-key" && apiKey !== null;
  const configuration = {
    baseURL: baseUrl,
    maxRetries: 0,
    // Never from the environment: what is configured is what is used.
    organization: null,
    project: null,
    ...(isHeader && { defaultHeaders: { "api-key": apiKey }, fetch: withoutBearer }),
    ...(apiVersion !== null && { defaultQuery: { "api-version": apiVersion } }),
  };
  return ({ model, temperature, dialect, mostTokens }) =>
    new Client({
      model,
      apiKey: apiKey ?? "none",
      maxRetries: 0,
      streaming: false,
      // A refusal stands nowhere else. It goes no further than the guard.
      __includeRawResponse: true,
      streamUsage: dialect.streamUsage,
      useResponsesApi: server.api === "responses",
      configuration,
      ...(dialect.store && { modelKwargs: { store: false } }),
      ...(dialect.mostTokens && { maxTokens: mostTokens }),
      ...(dialect.temperature && temperature !== null && { temperature }),
    });
};

/** The client always sends its key as a bearer too, where the resource does not want it. */
const withoutBearer: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers);
  headers.delete("authorization");
  return await fetch(input, { ...init, headers });
};

/** A structured answer as a call of that dialect. What stays the same comes first, what is asked about last. */
export const structuredCall = (
  messages: BaseMessage[],
  wanted: Wanted,
  dialect: Dialect,
): { messages: BaseMessage[]; options: Partial<ChatOpenAICallOptions> } => {
  const schema = schemaToSend(wanted.schema);
  const strict = dialect.strict && canBeStrict(schema);
  switch (dialect.way) {
    case "json_schema": {
      const response_format = {
        type: "json_schema" as const,
        json_schema: { name: wanted.name, schema, strict },
      };
      return { messages, options: { response_format: readByUs(response_format) } };
    }
    case "tool":
      return {
        messages,
        options: {
          tools: [answerTool({ name: wanted.name, schema }, strict)],
          tool_choice: { type: "function", function: { name: wanted.name } },
        },
      };
    case "json_mode":
      return {
        messages: withShape(messages, schema),
        options: { response_format: { type: "json_object" } },
      };
    case "plain":
      return { messages: withShape(messages, schema), options: {} };
  }
};

/** The library reads an answer of a schema by itself, and throws away what it cannot read: it is given nothing to read. */
const readByUs = <Format extends object>(format: Format): Format =>
  Object.defineProperty({ ...format }, "$parseRaw", { value: () => null, enumerable: false });

const withShape = (messages: BaseMessage[], schema: object): BaseMessage[] => {
  const [first, ...rest] = messages;
  const shape = `Answer with one JSON object of this JSON schema, and nothing else:\n${JSON.stringify(schema)}`;
  return first?.type === "system"
    ? [new SystemMessage(`${first.text}\n\n${shape}`), ...rest]
    : [new SystemMessage(shape), ...messages];
};
