/** The log: one JSON line an entry, to standard error or output. Fields that could hold a person or a secret never get in. */
import { writeSync } from "node:fs";
import { type DestinationStream, type Logger, destination, pino, stdSerializers } from "pino";
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

/** A log. `toStderr`: standard output belongs to somebody else (MCP over stdio, JSON for programs). `to`: it goes there alone. */
export const createLog = (options: {
  level: string;
  toStderr?: boolean;
  to?: DestinationStream;
}): Logger =>
  pino(
    {
      level: options.level,
      base: { pid: process.pid },
      serializers: { err: serializeError },
      redact: ["*.authorization", "*.token", "*.secret", "*.apiKey"],
    },
    options.to ?? openOutput(options.toStderr ? 2 : 1),
  );

/** More than this of what cannot be written is not kept. */
const MOST_KEPT_BYTES = 1_000_000;

/** A closed terminal or a full disk takes no entries: the work goes on all the same, and so does its end. What is kept is
 * written with the next entry that can be. */
const openOutput = (fd: number): ReturnType<typeof destination> => {
  const output = destination({ dest: fd, minLength: 0, maxLength: MOST_KEPT_BYTES });
  let isTaking = true;
  output.on("error", () => {
    isTaking = false;
  });
  output.on("write", () => {
    isTaking = true;
  });
  // Its own way is to try for ever, and to let nobody do anything else meanwhile.
  const flush = output.flushSync.bind(output);
  output.flushSync = () => {
    if (isTaking && isOpen(fd)) flush();
  };
  return output;
};

/** Whether a write of nothing is accepted there: by a terminal that is closed it is not. */
const isOpen = (fd: number): boolean => {
  try {
    writeSync(fd, "");
    return true;
  } catch {
    return false;
  }
};
