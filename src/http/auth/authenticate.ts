/** Finds out who sends a request: a bearer token in the header, or the session cookie. Never a token in an address. */
import { createHash } from "node:crypto";
import type { Request } from "express";
import { isSameSecret } from "../../digest.ts";
import { AppError } from "../../domain/errors.ts";
import { SESSION, cookieOf } from "./cookies.ts";
import type { Guesses } from "./guesses.ts";
import type { Principal } from "./principal.ts";
import { refuseSecretInAddress } from "./secret-in-address.ts";

/** Who has a secret. `isLooking`: nobody has asked for anything, so it is no sign that they are still there. */
export type FindPrincipal = (
  secret: string,
  options?: { isLooking?: boolean },
) => Promise<Principal | null>;

/** What stands before every door of the dashboard and the API. */
export interface Guard {
  findPrincipal: FindPrincipal;
  /** Where browsers come from. */
  publicUrl: string;
  guesses: Guesses;
}

/** The token in a request's header. */
export const bearerOf = (request: Request): string | null =>
  /^Bearer (\S+)$/i.exec(request.header("authorization") ?? "")?.[1] ?? null;

/** The secret that a request carries, and how. */
export const secretOf = (
  request: Request,
  { publicUrl }: Pick<Guard, "publicUrl">,
): { secret: string; via: "token" | "session" } | null => {
  const bearer = bearerOf(request);
  if (bearer !== null) return { secret: bearer, via: "token" };
  const cookie = cookieOf(request, SESSION, publicUrl);
  return cookie ? { secret: cookie, via: "session" } : null;
};

/** What each change of a session has to bring with it: only a page of ours, which reads what we answer, knows it. */
export const csrfOf = (secret: string): string =>
  createHash("sha256").update(`a change by session\0${secret}`).digest("base64url");

/** The principal of a request. Errors: `unauthorized`; `forbidden` for a change by cookie that another site could have
 * made; `rate_limited` for a wrong token too many. */
export const authenticate = async (
  request: Request,
  guard: Guard,
  options: { isLooking?: boolean } = {},
): Promise<Principal> => {
  refuseSecretInAddress(request);
  const carried = secretOf(request, guard);
  const principal = carried && (await whoseIs(carried, { request, guard, options }));
  // A token is not made for the cookie, nor a session for the header.
  if (!principal || (carried.via === "session") !== (principal.via === "session")) {
    throw new AppError({
      code: "unauthorized",
      fault: "caller",
      message: carried
        ? "The token or session is unknown, expired or revoked. Sign in again."
        : "Sign in, or send a token: Authorization: Bearer …",
    });
  }
  const changes = !["GET", "HEAD", "OPTIONS"].includes(request.method);
  if (carried.via === "session" && changes) refuseForged(request, carried.secret, guard);
  return principal;
};

/** A cookie is no word that somebody could have chosen, and those of one office end at the same time: they are not counted. */
const whoseIs = async (
  { secret, via }: { secret: string; via: "token" | "session" },
  how: { request: Request; guard: Guard; options: { isLooking?: boolean } },
): Promise<Principal | null> => {
  const { request, guard, options } = how;
  const find = async () => await guard.findPrincipal(secret, options);
  return via === "session" ? await find() : await guard.guesses.look({ request, secret, find });
};

/** Errors: `forbidden` for a change that no page of ours has sent. */
const refuseForged = (request: Request, secret: string, guard: Guard): void => {
  if (!isOwnOrigin(request, guard))
    throw forged("comes from another site, or does not say from which (Origin)");
  if (isSameSecret(request.header("x-convene-csrf") ?? "", csrfOf(secret))) return;
  throw forged(
    "needs the header x-convene-csrf with the word that GET /api/session tells. Reload the page",
  );
};

const forged = (why: string): AppError =>
  new AppError({ code: "forbidden", fault: "caller", message: `A change by session ${why}.` });

/** Whether a page of ours has sent it, by what the browser says: under our public name, or the very name that it was sent to. */
export const isOwnOrigin = (request: Request, { publicUrl }: Pick<Guard, "publicUrl">): boolean => {
  const origin = request.header("origin") ?? "";
  if (!URL.canParse(origin)) return false;
  const site = request.header("sec-fetch-site");
  const { host, origin: sentFrom } = new URL(origin);
  const isOurs = sentFrom === new URL(publicUrl).origin || host === request.header("host");
  return isOurs && (site === undefined || site === "same-origin");
};

/** What proxies and tunnels say of whom they pass on; one of them is enough. */
const PROXY_HEADERS = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-server",
  "x-real-ip",
  "cf-connecting-ip",
  "true-client-ip",
  "via",
];
const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** Whether the request came from this very machine and was meant for it: another site cannot name itself localhost, and what
 * a proxy passes on came from elsewhere. */
export const isLoopback = (request: Request): boolean => {
  const host = (request.header("host") ?? "").replace(/:\d+$/, "");
  const isPassedOn = PROXY_HEADERS.some((name) => request.header(name) !== undefined);
  return (
    !isPassedOn &&
    LOOPBACK.has(request.socket.remoteAddress ?? "") &&
    ["127.0.0.1", "localhost", "[::1]"].includes(host)
  );
};
