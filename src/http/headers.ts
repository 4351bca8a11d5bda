/** Headers that every answer has: what a browser may do with it, and who may be told of it. Pages for visitors have a stricter
 * policy of their own (`pages/layout.ts`). */
import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

/** Nothing of what a page could ask the machine for is needed. */
const PERMISSIONS = ["camera", "geolocation", "microphone", "payment", "usb", "display-capture"]
  .map((name) => `${name}=()`)
  .join(", ");

const YEAR_SECONDS = 31_536_000;

/** What a browser may do with an answer. Scripts and styles come from this very server alone; `nonce`: styles that the dashboard's
 * own script puts into its page. A style that script sets on an element needs no leave. */
const policyOf = (isHttps: boolean, nonce?: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce === undefined ? "" : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ].join("; ");

const isHttps = (publicUrl: string): boolean => publicUrl.startsWith("https:");

/** Sets them. `publicUrl`: where browsers come from; behind https they are told to stay there. */
export const commonHeaders = (publicUrl: string): RequestHandler[] => [
  helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: isHttps(publicUrl) && {
      maxAge: YEAR_SECONDS,
      includeSubDomains: true,
    },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    referrerPolicy: { policy: "no-referrer" },
    frameguard: { action: "deny" },
  }),
  (_, response, next) => {
    response.setHeader("content-security-policy", policyOf(isHttps(publicUrl)));
    response.setHeader("permissions-policy", PERMISSIONS);
    next();
  },
];

/** Where the dashboard's document takes its nonce. */
const PLACE = "__STYLE_NONCE__";

/** Sends the dashboard's document, whose script may put its own styles there: by a nonce that is used once. */
export const sendDashboard = (
  response: Response,
  { document, publicUrl }: { document: string; publicUrl: string },
): void => {
  const nonce = randomBytes(16).toString("base64url");
  response
    .setHeader("content-security-policy", policyOf(isHttps(publicUrl), nonce))
    .setHeader("cache-control", "no-store")
    .type("text/html; charset=utf-8")
    .send(document.replaceAll(PLACE, nonce));
};
