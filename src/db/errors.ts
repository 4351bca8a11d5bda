/** Errors of the database: which mean "try later", which mean "the row is there already". Statement errors of PostgreSQL
 * pass through as they are, so that callers can read `code` and `constraint`; only what says nothing about the statement
 * itself becomes an `AppError`. */
import { AppError } from "../domain/errors.ts";

/** SQLSTATEs and socket codes that mean that the connection is gone or was never made. */
const LOST = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENOENT",
  "57P01",
  "57P02",
  "57P03",
  "57P05",
  "25P03",
  "53300",
]);
const BUSY = new Set(["57014", "55P03", "53200", "53100"]);
const SERIALIZATION = new Set(["40001", "40P01"]);
const CONSTRAINT_CLASS = "23";

/** pg tells these by message only. */
const LOST_MESSAGES = [
  "Connection terminated",
  "Client has encountered a connection error",
  "Client was closed and is not queryable",
  "Query read timeout",
  "connection is insecure",
  "server closed the connection",
  "Cannot use a pool after calling end",
];
const POOL_TIMEOUT = "timeout exceeded when trying to connect";

/** An error of the database that names a constraint. */
export interface ConstraintError extends Error {
  code: string;
  constraint: string;
}

const codeOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && typeof error.code === "string" && !(error instanceof AppError)) {
    return error.code;
  }
  return codeOf(error.cause);
};

/** Whether the error, or its cause, is a broken constraint (unique, exclusion, foreign key, check, not null), and if a
 * name is given, that one. */
export const isConstraintError = (error: unknown, name?: string): error is ConstraintError => {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (!code.startsWith(CONSTRAINT_CLASS)) return false;
  return name === undefined || ("constraint" in error && error.constraint === name);
};

/** Whether the transaction lost a race that the next try may win. */
export const isSerializationError = (error: unknown): boolean =>
  SERIALIZATION.has(codeOf(error) ?? "");

/** Whether the connection is gone, or could not be made. */
export const isConnectionError = (error: unknown): boolean => {
  if (error instanceof AppError) return error.code === "database_unavailable";
  const code = codeOf(error) ?? "";
  if (LOST.has(code) || code.startsWith("08")) return true;
  return error instanceof Error && LOST_MESSAGES.some((part) => error.message.includes(part));
};

/** The error for callers. Errors: database_unavailable (retryable; after a commit the outcome is unknown), database_busy
 * (retryable); anything else unchanged. */
export const toDatabaseError = (error: unknown): unknown => {
  if (error instanceof AppError) return error;
  if (isConnectionError(error)) {
    return new AppError({
      code: "database_unavailable",
      fault: "upstream",
      message: "The database cannot be reached",
      retryable: true,
      cause: error,
    });
  }
  const message = error instanceof Error ? error.message : "";
  if (BUSY.has(codeOf(error) ?? "") || message.includes(POOL_TIMEOUT)) {
    return new AppError({
      code: "database_busy",
      fault: "upstream",
      message: "The database did not answer in time",
      retryable: true,
      cause: error,
    });
  }
  return error;
};
