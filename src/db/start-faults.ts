/** What is wrong with a server that the program meets for the first time, in words for whoever set `DATABASE_URL`. */
import { AppError } from "../domain/errors.ts";
import { isConnectionError, toDatabaseError } from "./errors.ts";

/** By SQLSTATE. */
const FAULTS: Record<string, string> = {
  "3D000": "the server has no database of that name; create it (createdb), or name another",
  "28P01": "the server does not accept this user and password",
  "28000": "the server does not let this user in from here; look at its pg_hba.conf",
  "42501":
    "this user may not create schemas and extensions there; make it the owner of the database",
};

/** The oldest PostgreSQL that is tested. */
const OLDEST = 150_000;

/** The error for whoever starts the program. Errors: `config_invalid` for what they have to change,
 * `database_unavailable` (retryable) when nothing answers; anything else unchanged. */
export const explainStart = (error: unknown): unknown => {
  const state = error instanceof Error && "code" in error ? String(error.code) : "";
  const words = FAULTS[state] ?? aboutSsl(error);
  if (words !== undefined) return fault(words, error);
  if (!isConnectionError(error) || error instanceof AppError) return toDatabaseError(error);
  return new AppError({
    code: "database_unavailable",
    fault: "upstream",
    message: `The database cannot be reached${state === "" ? "" : ` (${state})`}: is it running, and do host and port of DATABASE_URL lead to it?`,
    retryable: true,
    cause: error,
  });
};

const aboutSsl = (error: unknown): string | undefined =>
  error instanceof Error && error.message.includes("does not support SSL")
    ? "the server speaks no TLS; take sslmode out of the address, or switch TLS on at the server"
    : undefined;

/** Errors: `config_invalid` for a server that is too old. Units: `server_version_num`, such as 150004. */
export const refuseOldServer = (version: number): void => {
  if (version >= OLDEST) return;
  throw fault(
    `the server is PostgreSQL ${Math.floor(version / 10_000)}; Convene needs ${OLDEST / 10_000} or newer`,
  );
};

const fault = (words: string, cause?: unknown): AppError =>
  new AppError({
    code: "config_invalid",
    fault: "caller",
    message: `DATABASE_URL: ${words}.`,
    cause,
  });
