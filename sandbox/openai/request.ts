/** What was asked, however it was asked: chat completions and responses made one. */
import { z } from "zod";
import { refusals } from "./errors.ts";

/** What a model is told, or has said. */
export interface Said {
  role: "system" | "user" | "assistant" | "tool";
  text: string;
}

/** What the answer must look like. */
export type Shape =
  | { kind: "text" }
  | { kind: "json_object" }
  | { kind: "json_schema"; name: string; schema: Record<string, unknown>; strict: boolean };

export interface Tool {
  name: string;
  parameters: Record<string, unknown>;
}

export interface Asked {
  api: "chat" | "responses";
  model: string;
  said: Said[];
  tools: Tool[];
  /** The tool that must be called; null: as the model likes. */
  forced: string | null;
  shape: Shape;
  isStream: boolean;
  body: Record<string, unknown>;
}

const record = z.record(z.string(), z.unknown());
const Content = z.union([z.string(), z.null(), z.array(record)]).optional();

/** The texts of a content, in whatever shape. */
const textOf = (content: z.infer<typeof Content>): string => {
  if (typeof content === "string") return content;
  return (content ?? []).map(({ text }) => (typeof text === "string" ? text : "")).join("");
};

const roleOf = (role: string): Said["role"] => {
  if (role === "developer" || role === "system") return "system";
  return role === "assistant" || role === "tool" ? role : "user";
};

const ChatBody = z.looseObject({
  model: z.string(),
  messages: z.array(z.looseObject({ role: z.string(), content: Content })).min(1),
  stream: z.boolean().nullish(),
  tools: z
    .array(
      z.looseObject({
        function: z.looseObject({ name: z.string(), parameters: record.optional() }),
      }),
    )
    .nullish(),
  tool_choice: z
    .union([z.string(), z.looseObject({ function: z.looseObject({ name: z.string() }) })])
    .nullish(),
  response_format: z
    .looseObject({ type: z.string(), json_schema: z.looseObject({}).optional() })
    .nullish(),
  max_tokens: z.number().nullish(),
  max_completion_tokens: z.number().nullish(),
});

const Format = z.object({
  name: z.string(),
  schema: record,
  strict: z.boolean().nullish(),
});

const shapeOf = (type: string, format: unknown): Shape => {
  if (type === "json_object") return { kind: "json_object" };
  if (type !== "json_schema") return { kind: "text" };
  const parsed = Format.safeParse(format);
  if (!parsed.success)
    throw refusals.invalid("Invalid schema for response_format.", { param: "response_format" });
  const { name, schema, strict } = parsed.data;
  return { kind: "json_schema", name, schema, strict: strict === true };
};

/** A request of chat completions. Errors: OpenAiRefusal. */
export const readChat = (input: unknown): Asked => {
  const parsed = ChatBody.safeParse(input);
  if (!parsed.success) throw refusals.invalid("The request is not valid.");
  const { data } = parsed;
  const { tool_choice: choice } = data;
  return {
    api: "chat",
    model: data.model,
    said: data.messages.map(({ role, content }) => ({ role: roleOf(role), text: textOf(content) })),
    tools: (data.tools ?? []).map(({ function: tool }) => ({
      name: tool.name,
      parameters: tool.parameters ?? {},
    })),
    forced: typeof choice === "object" && choice !== null ? choice.function.name : null,
    shape: shapeOf(data.response_format?.type ?? "text", data.response_format?.json_schema),
    isStream: data.stream === true,
    body: data,
  };
};

const ResponsesBody = z.looseObject({
  model: z.string(),
  input: z.union([
    z.string(),
    z.array(
      z.looseObject({
        role: z.string().optional(),
        content: Content,
        output: z.unknown().optional(),
      }),
    ),
  ]),
  instructions: z.string().nullish(),
  stream: z.boolean().nullish(),
  tools: z
    .array(
      z.looseObject({
        type: z.string(),
        name: z.string().optional(),
        parameters: record.nullish(),
      }),
    )
    .nullish(),
  tool_choice: z.union([z.string(), z.looseObject({ name: z.string().optional() })]).nullish(),
  text: z.looseObject({ format: z.looseObject({ type: z.string() }).optional() }).nullish(),
  max_output_tokens: z.number().nullish(),
});

/** A request of the responses API. Errors: OpenAiRefusal. */
export const readResponses = (input: unknown): Asked => {
  const parsed = ResponsesBody.safeParse(input);
  if (!parsed.success) throw refusals.invalid("The request is not valid.");
  const { data } = parsed;
  const items =
    typeof data.input === "string" ? [{ role: "user", content: data.input }] : data.input;
  const instructions: Said[] =
    typeof data.instructions === "string" ? [{ role: "system", text: data.instructions }] : [];
  const { tool_choice: choice } = data;
  return {
    api: "responses",
    model: data.model,
    said: [
      ...instructions,
      ...items.map((item): Said => ({
        role: item.role === undefined ? "tool" : roleOf(item.role),
        text: "output" in item ? String(item.output) : textOf(item.content),
      })),
    ],
    tools: (data.tools ?? []).flatMap(({ name, parameters }) =>
      name === undefined ? [] : [{ name, parameters: parameters ?? {} }],
    ),
    forced: typeof choice === "object" && choice !== null ? (choice.name ?? null) : null,
    shape: shapeOf(data.text?.format?.type ?? "text", data.text?.format),
    isStream: data.stream === true,
    body: data,
  };
};
