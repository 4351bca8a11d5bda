/** What the company's model server can do: OpenAI's own can do all of it, a lesser one refuses what it does not know. */
import { z } from "zod";
import { refusals } from "./errors.ts";
import type { Asked } from "./request.ts";

/** Each one of them, switched off by itself. */
export const Abilities = z.strictObject({
  jsonSchema: z.boolean().default(true),
  tools: z.boolean().default(true),
  jsonMode: z.boolean().default(true),
  /** Whether it knows the field `store`. */
  store: z.boolean().default(true),
  /** Whether it lets the caller say how warm an answer is to be. */
  temperature: z.boolean().default(true),
  /** Whether it tells how many tokens it was. */
  usage: z.boolean().default(true),
  /** Tokens that a request may have. */
  context: z.int().min(1).default(200_000),
  /** Null: any. */
  models: z.array(z.string()).nullable().default(null),
});
export type Abilities = z.output<typeof Abilities>;

/** Refuses what the server cannot do. Errors: OpenAiRefusal. */
export const refuseUnable = (asked: Asked, can: Abilities, tokens: number): void => {
  const { body, shape } = asked;
  if (can.models && !can.models.includes(asked.model)) throw refusals.noModel(asked.model);
  if (!can.store && "store" in body) throw refusals.unknownField("store");
  if (!can.temperature && body["temperature"] !== undefined) {
    throw refusals.unsupportedValue("temperature", JSON.stringify(body["temperature"]));
  }
  const format = asked.api === "chat" ? "response_format" : "text.format";
  if (shape.kind === "json_schema" && !can.jsonSchema) {
    throw can.jsonMode
      ? refusals.unsupportedValue(format, "json_schema")
      : refusals.unknownField(format);
  }
  if (shape.kind === "json_object" && !can.jsonMode) throw refusals.unknownField(format);
  if (asked.tools.length > 0 && !can.tools) throw refusals.unknownField("tools");
  if (shape.kind === "json_schema" && shape.strict) refuseLooseSchema(shape.schema, format);
  if (tokens > can.context) throw refusals.tooLong(can.context, tokens);
};

/** A strict schema closes each object and needs each of its properties. Source: OpenAI, "Structured outputs: supported schemas". */
const refuseLooseSchema = (schema: unknown, param: string): void => {
  if (Array.isArray(schema)) for (const item of schema) refuseLooseSchema(item, param);
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return;
  const properties: unknown = Reflect.get(schema, "properties");
  if (Reflect.get(schema, "type") === "object") {
    const names = Object.keys(typeof properties === "object" && properties ? properties : {});
    const required: unknown = Reflect.get(schema, "required");
    const needs = Array.isArray(required) ? required.map(String) : [];
    if (
      Reflect.get(schema, "additionalProperties") !== false ||
      names.some((name) => !needs.includes(name))
    ) {
      throw refusals.invalid(
        "Invalid schema: 'additionalProperties' is required to be false and 'required' to include every key.",
        { code: "invalid_json_schema", param },
      );
    }
  }
  for (const item of Object.values(schema)) refuseLooseSchema(item, param);
};
