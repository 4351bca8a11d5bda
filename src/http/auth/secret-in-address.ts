/** Secrets that somebody puts into an address, where logs of proxies and histories keep them. */
import type { Request } from "express";
import { AppError } from "../../domain/errors.ts";
import { queryOf } from "../query-of.ts";

const NAMES = /^(?:access_?token|token|bearer|api_?key|authorization)$/i;
/** A token or session of ours, or a token of an identity provider. */
const SECRETS = /^(?:Bearer )?(?:cv_[\w-]{40,}|eyJ[\w-]+\.[\w-]+\.[\w-]*)$/i;

/** Whether it is one of those, and so long that nobody guesses it. */
export const isOfSecretForm = (secret: string): boolean => SECRETS.test(secret);

/** Errors: `unauthorized`, whatever else the request carries: what stood in an address is known to others by now. */
export const refuseSecretInAddress = (request: Request): void => {
  const isThere = [...queryOf(request)].some(
    ([name, value]) => NAMES.test(name) || SECRETS.test(value),
  );
  if (!isThere) return;
  throw new AppError({
    code: "unauthorized",
    fault: "caller",
    message:
      "A token in the address is never read, and others may have read it there: revoke it, and send a new one as Authorization: Bearer …",
  });
};
