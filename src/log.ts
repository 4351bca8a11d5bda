/** The log: one JSON line an entry, to standard error or output. Fields that could hold a person or a secret never get in. */
import { type Logger, destination, pino, stdSerializers } from "pino";
import { AppError } from "./domain/errors.ts";

/** Errors without what their library attached (requests, headers, bodies): message, code, safe data and stack. */
const serializeError = (error: unknown): unknown => {
  if (error instanceof AppError) {
    const { name, code, fault, message, data, stack, cause } = error;
    return {
      name,
      code,
      fault,
      message,
      data,
      stack,
      ...(cause !== undefined && { cause: serializeError(cause) }),
    };
  }
  if (!(error instanceof Error)) return { message: "something that is no error was thrown" };
  const { type, message, stack } = stdSerializers.err(error);
  return { name: type, message, stack };
};

/** A log. `toStderr`: standard output belongs to somebody else (MCP over stdio, JSON for programs). */
export const createLog = (options: { level: string; toStderr?: boolean }): Logger =>
  pino(
    {
      level: options.level,
      base: { pid: process.pid },
      serializers: { err: serializeError },
      redact: ["*.authorization", "*.token", "*.secret", "*.apiKey"],
    },
    destination(options.toStderr ? 2 : 1),
  );
