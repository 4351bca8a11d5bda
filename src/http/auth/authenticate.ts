/** Finds out who sends a request: a bearer token in the header, or the session cookie. Never a token in an address. */
import type { Request } from "express";
import { AppError } from "../../domain/errors.ts";
import type { Principal } from "./principal.ts";

export const SESSION_COOKIE = "convene_session";

/** The secret that a request carries, and how. */
export const secretOf = (request: Request): { secret: string; via: "token" | "session" } | null => {
  const header = request.header("authorization");
  const bearer = /^Bearer (\S+)$/i.exec(header ?? "")?.[1];
  if (bearer !== undefined) return { secret: bearer, via: "token" };
  const cookie = (request.header("cookie") ?? "")
    .split(/;\s*/)
    .find((part) => part.startsWith(`${SESSION_COOKIE}=`))
    ?.slice(SESSION_COOKIE.length + 1);
  return cookie ? { secret: cookie, via: "session" } : null;
};

export type FindPrincipal = (secret: string) => Promise<Principal | null>;

/** The principal of a request. Errors: `unauthorized`; `forbidden` for a change by cookie that another site could have
 * made. */
export const authenticate = async (
  request: Request,
  findPrincipal: FindPrincipal,
): Promise<Principal> => {
  const carried = secretOf(request);
  const principal = carried && (await findPrincipal(carried.secret));
  if (!principal) {
    throw new AppError({
      code: "unauthorized",
      fault: "caller",
      message: carried
        ? "The token or session is unknown, expired or revoked. Sign in again."
        : "Sign in, or send a token: Authorization: Bearer …",
    });
  }
  const changes = !["GET", "HEAD", "OPTIONS"].includes(request.method);
  if (carried.via === "session" && changes && request.header("x-convene-csrf") !== "1") {
    throw new AppError({
      code: "forbidden",
      fault: "caller",
      message: "A change by session needs the header x-convene-csrf: 1.",
    });
  }
  return principal;
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
