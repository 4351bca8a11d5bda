/** Error bodies in OpenAI's shape. Source: OpenAI API reference, "Errors". */
import type { Response } from "express";
import type { FaultAnswer } from "../faults/over-http.ts";

interface ErrorParts {
  type: string;
  code?: string | null;
  param?: string | null;
  message: string;
}

/** A refusal, thrown anywhere in a route and written by the router's error handler. */
export class OpenAiRefusal extends Error {
  readonly status: number;
  readonly parts: ErrorParts;

  constructor(status: number, parts: ErrorParts) {
    super(parts.message);
    this.name = "OpenAiRefusal";
    this.status = status;
    this.parts = parts;
  }
}

const invalid = (message: string, more: { code?: string; param?: string } = {}): OpenAiRefusal =>
  new OpenAiRefusal(400, { type: "invalid_request_error", message, ...more });

/** The refusals that routes share. */
export const refusals = {
  withoutKey: () =>
    new OpenAiRefusal(401, {
      type: "invalid_request_error",
      code: "invalid_api_key",
      message: "Incorrect API key provided.",
    }),
  noModel: (model: string) =>
    new OpenAiRefusal(404, {
      type: "invalid_request_error",
      code: "model_not_found",
      message: `The model '${model}' does not exist or you do not have access to it.`,
    }),
  noSuchRoute: () =>
    new OpenAiRefusal(404, { type: "invalid_request_error", message: "Invalid URL." }),
  invalid,
  /** What a server says that does not know a field, in the words that each of them has. */
  unknownField: (param: string) =>
    invalid(`Unrecognized request argument supplied: ${param}`, {
      code: "unknown_parameter",
      param,
    }),
  unsupportedValue: (param: string, value: string) =>
    invalid(`Unsupported value: '${param}' does not support ${value} with this model.`, {
      code: "unsupported_value",
      param,
    }),
  tooLong: (most: number, tokens: number) =>
    invalid(
      `This model's maximum context length is ${most} tokens. However, your messages resulted in ${tokens} tokens.`,
      { code: "context_length_exceeded", param: "messages" },
    ),
  scriptIsOver: () =>
    new OpenAiRefusal(500, {
      type: "server_error",
      code: "script_over",
      message: "The script has no further answer.",
    }),
} as const;

/** Writes an error as OpenAI would. */
export const sendRefusal = (response: Response, { status, parts }: OpenAiRefusal): void => {
  const { message, type, param = null, code = null } = parts;
  response.status(status).json({ error: { message, type, param, code } });
};

const USUAL: Record<number, [type: string, code: string | null, message: string]> = {
  400: ["invalid_request_error", null, "The request is not valid."],
  401: ["invalid_request_error", "invalid_api_key", "Incorrect API key provided."],
  404: ["invalid_request_error", "model_not_found", "The model does not exist."],
  429: ["requests", "rate_limit_exceeded", "Rate limit reached for requests."],
  503: ["server_error", null, "The engine is currently overloaded, please try again later."],
};

/** Answers with a status as OpenAI does when nothing more particular is said of why. */
export const refuseAsOpenAi = (fault: FaultAnswer, response: Response): void => {
  const [type, code, message] = USUAL[fault.status] ?? [
    "server_error",
    null,
    "The server had an error while processing your request.",
  ];
  sendRefusal(
    response,
    new OpenAiRefusal(fault.status, { type, code: fault.reason ?? code, message }),
  );
};
