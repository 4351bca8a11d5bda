/** A structured answer: asked for as a call of one tool that must be called, whatever way a server is asked in. */
import { createHash } from "node:crypto";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { AIMessageChunk, BaseMessage } from "@langchain/core/messages";
import { jsonrepair } from "jsonrepair";
import { z } from "zod";
import { isJsonObject } from "../domain/json-object.ts";
import { modelFault } from "./port.ts";
import type { Tokens } from "./prices.ts";

export type JsonSchema = Record<string, unknown>;

/** The shape that is wanted, by a name. */
export interface Wanted {
  name: string;
  schema: JsonSchema;
}

/** The tool whose call is the answer. `isStrict`: a server is held to its schema exactly. */
export const answerTool = ({ name, schema }: Wanted, isStrict = false) => ({
  type: "function" as const,
  function: {
    name,
    description: "The answer.",
    parameters: schema,
    ...(isStrict && { strict: isStrict }),
  },
});

/** Asks for one answer of that shape. Shape: not yet checked. Errors: `model_failed`, `model_timeout`; whatever the signal says. */
export const askForShape = async (
  model: BaseChatModel,
  { name, schema }: Wanted,
  { messages, signal }: { messages: BaseMessage[]; signal: AbortSignal },
): Promise<{ answer: unknown; message: AIMessageChunk }> => {
  if (!model.bindTools) throw modelFault("shape");
  const tool = answerTool({ name, schema });
  const message = await model.bindTools([tool], { tool_choice: name }).invoke(messages, { signal });
  const call = message.tool_calls?.find((each) => each.name === name);
  if (!call) throw modelFault("shape");
  return { answer: call.args, message };
};

const Usage = z.object({
  input_tokens: z.int(),
  output_tokens: z.int(),
  input_token_details: z.object({ cache_read: z.int().optional() }).optional(),
});

/** What an answer has cost; null: its server does not tell. */
export const usageOf = (message: BaseMessage | undefined): Tokens | null => {
  const usage = Usage.safeParse(message && Reflect.get(message, "usage_metadata"));
  return usage.success
    ? {
        input: usage.data.input_tokens,
        cached: usage.data.input_token_details?.cache_read ?? 0,
        output: usage.data.output_tokens,
      }
    : null;
};

/** The one tool that must be called; null: no structured answer is wanted. */
export const wantedOf = (options: {
  tools?: unknown[] | undefined;
  tool_choice?: unknown;
}): Wanted | null => {
  const [tool] = options.tools ?? [];
  const spec = fieldOf(tool, "function");
  const name = fieldOf(spec, "name");
  const schema = fieldOf(spec, "parameters");
  if (options.tools?.length !== 1 || typeof name !== "string") return null;
  const forced = fieldOf(fieldOf(options.tool_choice, "function"), "name") ?? options.tool_choice;
  return forced === name && isJsonObject(schema) ? { name, schema } : null;
};

const fieldOf = (value: unknown, name: string): unknown =>
  isJsonObject(value) ? value[name] : undefined;

/** What our own check holds answers to, and not every server knows. */
const CHECKED_BY_CODE = new Set(["$schema", "maxLength", "minLength", "pattern", "format"]);

/** A schema as servers take it. Byte for byte the same each time: a stable beginning is what is kept by their caches. */
export const schemaToSend = (schema: JsonSchema): JsonSchema => {
  const clean = (value: unknown, isNamed: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => clean(item, false));
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => isNamed || !CHECKED_BY_CODE.has(name))
        .map(([name, item]) => [name, clean(item, !isNamed && name === "properties")]),
    );
  };
  const cleaned = clean(schema, false);
  return isJsonObject(cleaned) ? cleaned : {};
};

/** Whether a server may be held to it exactly. Source: OpenAI, "Structured outputs: supported schemas". */
export const canBeStrict = (schema: unknown): boolean => {
  if (Array.isArray(schema)) return schema.every(canBeStrict);
  if (!isJsonObject(schema)) return true;
  const { type, properties, required, additionalProperties } = schema;
  if (type === "object") {
    const needed = new Set(Array.isArray(required) ? required : []);
    const names = isJsonObject(properties) ? Object.keys(properties) : [];
    if (additionalProperties !== false || names.some((name) => !needed.has(name))) return false;
  }
  return Object.values(schema).every(canBeStrict);
};

/** Repairing reads on to the end from each quotation mark and bracket anew: characters × marks is what it costs, and the process does
 * nothing else meanwhile. The worst text found within these took 15 ms; one of 20,000 characters without them took 20 s. */
const MOST_REPAIRED = { characters: 8_000, work: 300_000 };
/** Whatever is taken for a quotation mark, and what opens. */
const MARKS = /["“”'‘’`´&[{(]/g;

const isRepairable = (text: string): boolean =>
  text.length <= MOST_REPAIRED.characters &&
  text.length * (text.match(MARKS)?.length ?? 0) <= MOST_REPAIRED.work;

/** A JSON object in a text, repaired where a model has put something around it or written it carelessly; undefined: there is none, or it
 * would take too long to repair. What has no end is never completed: it was cut off, and half of its words may stand in it. */
export const readJson = (text: string): Record<string, unknown> | undefined => {
  const whole = parsed(text, JSON.parse);
  if (whole !== undefined) return isJsonObject(whole) ? whole : undefined;
  const fenced = text.split("```", 3).length === 3 ? (text.split("```", 2)[1] ?? "") : text;
  const written = fenced.slice(fenced.indexOf("{"), fenced.lastIndexOf("}") + 1);
  if (!written.startsWith("{") || count(fenced, "{") !== count(fenced, "}")) return undefined;
  const found =
    parsed(written, JSON.parse) ??
    (isRepairable(written)
      ? parsed(written, (broken) => JSON.parse(jsonrepair(broken)))
      : undefined);
  return isJsonObject(found) ? found : undefined;
};

const count = (text: string, letter: string): number => text.split(letter).length - 1;

const parsed = (text: string, parse: (text: string) => unknown): unknown => {
  try {
    return parse(text);
  } catch {
    // It is told by its absence: there may be another way to read it.
    return undefined;
  }
};

/** SHA-256 of what a model is always told: its prompt and the shape of its answer. */
export const promptDigest = (system: string, schema: JsonSchema): string =>
  createHash("sha256")
    .update(JSON.stringify({ system, schema: schemaToSend(schema) }))
    .digest("hex");
