/** A session as it begins and ends in a browser: always with a new secret, and never beside a former one. */
import type { Request, Response } from "express";
import { SESSION, clearCookie, cookieOf, setCookie } from "./cookies.ts";
import { deviceOf } from "./device.ts";
import type { NewToken } from "./tokens.ts";

const SESSION_HOURS = 12;

export interface SessionDeps {
  createToken(token: NewToken): Promise<{ id: string; secret: string }>;
  revokeToken(secret: string): Promise<void>;
  /** Shape: the new secret; null: it is not yet time. */
  renewSession(secret: string): Promise<string | null>;
  publicUrl: string;
}

interface Exchange {
  request: Request;
  response: Response;
}

/** Opens one. Shape: its id and secret. */
export const openSession = async (
  { request, response }: Exchange,
  session: Omit<NewToken, "kind" | "validFor" | "device">,
  deps: SessionDeps,
): Promise<{ id: string; secret: string }> => {
  const former = cookieOf(request, SESSION, deps.publicUrl);
  if (former !== null) await deps.revokeToken(former);
  const opened = await deps.createToken({
    ...session,
    kind: "session",
    validFor: Temporal.Duration.from({ hours: SESSION_HOURS }),
    device: deviceOf(request.header("user-agent")),
  });
  sendSession(response, opened.secret, deps);
  return opened;
};

const sendSession = (
  response: Response,
  secret: string,
  { publicUrl }: Pick<SessionDeps, "publicUrl">,
): void => {
  const seconds = SESSION_HOURS * 3_600;
  setCookie(response, { cookie: SESSION, value: secret, seconds }, publicUrl);
};

/** Changes its secret where it is time. Shape: the one that holds from now on. */
export const renewedSession = async (
  response: Response,
  secret: string,
  deps: SessionDeps,
): Promise<string> => {
  const renewed = await deps.renewSession(secret);
  if (renewed !== null) sendSession(response, renewed, deps);
  return renewed ?? secret;
};

/** Ends it, with its cookie. */
export const endSession = async (
  response: Response,
  secret: string | null,
  deps: SessionDeps,
): Promise<void> => {
  if (secret !== null) await deps.revokeToken(secret);
  clearCookie(response, SESSION, deps.publicUrl);
};
