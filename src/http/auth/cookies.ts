/** Cookies of ours: out of reach for scripts, sent to this very host alone, and behind https bound to it by their name. */
import type { CookieOptions, Request, Response } from "express";

/** What is signed in. */
export const SESSION = "convene_session";
/** A sign-in that is under way at the provider. */
export const SIGN_IN = "convene_sign_in";
type Cookie = typeof SESSION | typeof SIGN_IN;

const isHttps = (publicUrl: string): boolean => publicUrl.startsWith("https:");

/** No other host, and no page in clear, can set a cookie whose name begins so. */
const nameOf = (cookie: Cookie, publicUrl: string): string =>
  isHttps(publicUrl) ? `__Host-${cookie}` : cookie;

/** No secret of ours is longer. */
const MOST_CHARACTERS = 200;

/** What the browser sends of it; null: nothing that could be ours. Where two of that name come, neither counts. */
export const cookieOf = (request: Request, cookie: Cookie, publicUrl: string): string | null => {
  const prefix = `${nameOf(cookie, publicUrl)}=`;
  const values = (request.header("cookie") ?? "")
    .split(/;\s*/)
    .filter((part) => part.startsWith(prefix))
    .map((part) => part.slice(prefix.length));
  const [value = ""] = values;
  return values.length === 1 && /^[\w-]+$/.test(value) && value.length <= MOST_CHARACTERS
    ? value
    : null;
};

/** Lax: the provider sends people back from its own site, and what they see then has to know them. Changes have locks of their own. */
const optionsFor = (publicUrl: string): CookieOptions => ({
  httpOnly: true,
  sameSite: "lax",
  secure: isHttps(publicUrl),
  path: "/",
});

/** Sets it. */
export const setCookie = (
  response: Response,
  { cookie, value, seconds }: { cookie: Cookie; value: string; seconds: number },
  publicUrl: string,
): void => {
  response.cookie(nameOf(cookie, publicUrl), value, {
    ...optionsFor(publicUrl),
    maxAge: seconds * 1_000,
  });
};

/** Takes it away. */
export const clearCookie = (response: Response, cookie: Cookie, publicUrl: string): void => {
  response.clearCookie(nameOf(cookie, publicUrl), optionsFor(publicUrl));
};
