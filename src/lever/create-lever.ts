/** One Lever account: a reader for everybody, a writer for `src/effects`. */
import { type LeverHttpOptions, createLeverHttp } from "./http.ts";
import type { LeverReader, LeverWriter } from "./port.ts";
import { createLeverReader } from "./reader.ts";
import { type AccessFinding, findingsOfReads, findingsOfScopes } from "./scopes.ts";
import { createLeverWriter } from "./writer.ts";

export interface LeverOptions extends LeverHttpOptions {
  /** Lever's web application, for instance `https://hire.lever.co`: for links that the API does not give. */
  webUrl?: string;
}

/** The two halves of the client, on one credential and one rate bucket. */
export const createLever = (
  options: LeverOptions,
): {
  reader: LeverReader;
  writer: LeverWriter;
  /** What is wrong with what the credential may. Errors: those of a read. */
  lookAtAccess(): Promise<AccessFinding[]>;
} => {
  const http = createLeverHttp({ ...options, baseUrl: options.baseUrl.replace(/\/+$/, "") });
  return {
    reader: createLeverReader({ http, clock: options.clock, webUrl: options.webUrl ?? null }),
    writer: createLeverWriter(http),
    lookAtAccess: async () => {
      const { auth } = options;
      const scopes = "accessTokens" in auth ? await auth.accessTokens.scopes() : null;
      return scopes === null ? await findingsOfReads(http.read) : findingsOfScopes(scopes);
    },
  };
};
