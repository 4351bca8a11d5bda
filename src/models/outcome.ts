/** What an error of OpenAI's client, or of the network below it, means: never its words, which may hold what was asked. */
import { AppError } from "../domain/errors.ts";
import { type ModelFaultKind, modelFault } from "./port.ts";

export interface Outcome {
  kind: ModelFaultKind;
  status: number | undefined;
  /** Whether another try is of use: when a busy server says so, or once. */
  again: "busy" | "once" | "never";
  retryAfterMs: number | undefined;
  /** Whether it is the server that fails, and not what was asked of it. */
  isServersFault: boolean;
}

const fieldOf = (error: unknown, name: string): unknown =>
  typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;

const textOf = (error: unknown, name: string): string => {
  const value = fieldOf(error, name);
  return typeof value === "string" ? value : "";
};

/** Units: milliseconds. A date is left to the next try. */
const retryAfterOf = (error: unknown): number | undefined => {
  const headers = fieldOf(error, "headers");
  const read = (name: string): string =>
    headers instanceof Headers ? (headers.get(name) ?? "") : "";
  if (/^\d{1,7}$/.test(read("retry-after-ms"))) return Number(read("retry-after-ms"));
  const seconds = read("retry-after");
  return /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1_000 : undefined;
};

const ENDED: Record<string, ModelFaultKind> = {
  LengthFinishReasonError: "cut_off",
  ContentFilterFinishReasonError: "filtered",
  ContextOverflowError: "too_long",
  SyntaxError: "shape",
};

const byName = (error: unknown): ModelFaultKind | undefined =>
  ENDED[error instanceof Error ? error.constructor.name : ""] ?? ENDED[textOf(error, "name")];

const isLate = (error: unknown): boolean =>
  /timeout|abort/i.test(
    `${textOf(error, "name")} ${error instanceof Error ? error.constructor.name : ""}`,
  );

/** Whether whoever asked wants no answer any more: that says nothing of the server. A time that is up does. */
export const isCallersEnd = (signal: AbortSignal | undefined): boolean =>
  signal?.aborted === true &&
  !(signal.reason instanceof Error && signal.reason.name === "TimeoutError");

const answered = (kind: ModelFaultKind): Outcome => ({
  kind,
  status: undefined,
  again: "never",
  retryAfterMs: undefined,
  isServersFault: false,
});

/** Of any error that a call may throw. */
export const outcomeOf = (error: unknown): Outcome => {
  if (error instanceof AppError) return answered("refused_call");
  const ended = byName(error);
  if (ended) return answered(ended);
  if (isLate(error)) return { ...answered("timeout"), isServersFault: true };
  const status = fieldOf(error, "status");
  if (typeof status !== "number") {
    return { ...answered("unreachable"), again: "once", isServersFault: true };
  }
  const code = textOf(error, "code");
  if (code === "context_length_exceeded") return { ...answered("too_long"), status };
  if (code === "content_filter") return { ...answered("filtered"), status };
  const isBusy = (status === 429 && code !== "insufficient_quota") || status === 503;
  const isBroken = status >= 500 || status === 408;
  return {
    kind: "refused_call",
    status,
    again: isBusy ? "busy" : isBroken ? "once" : "never",
    retryAfterMs: isBusy ? retryAfterOf(error) : undefined,
    isServersFault: status >= 500,
  };
};

const NO_CONNECTION = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Whether no connection came about: nothing was asked of anybody. The network's own error is somewhere below the client's. */
export const wasNeverReached = (error: unknown): boolean => {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (NO_CONNECTION.has(textOf(at, "code"))) return true;
  }
  return false;
};

const UNKNOWN_FIELD = new Set([400, 415, 422, 501]);

/** What a server said that it does not know, to look for the names of fields in; null: it was no such refusal. */
export const refusedWords = (error: unknown): string | null => {
  const { kind, status } = outcomeOf(error);
  if (kind !== "refused_call" || status === undefined || !UNKNOWN_FIELD.has(status)) return null;
  return [textOf(error, "param"), textOf(error, "code"), textOf(error, "message")].join(" ");
};

/** The same as an error of ours. What the signal says goes on as it is. */
export const toModelFault = (error: unknown): unknown => {
  if (error instanceof AppError) return error;
  const { kind, status } = outcomeOf(error);
  // What a server wrote may hold what it was asked: it is kept out of every message and log.
  return modelFault(kind, status === undefined ? {} : { status });
};
