/** The frame of the pages for visitors: people who come by a signed link and have no account. Such a page is whole in one
 * answer: it loads nothing, is kept by nobody, is told to no other site, and works without script. */
import { createHash } from "node:crypto";
import type { Response } from "express";
import { type Html, type HtmlValue, html, inline } from "../../domain/html.ts";
import { STYLE } from "./style.ts";

/** One page. */
export interface VisitorPage {
  title: string;
  /** Whose page it is; comes first. */
  companyName: string;
  body: HtmlValue;
  /** Stands below everything: who is in charge, until when the link is good. */
  footer?: HtmlValue;
  /** Stands after the style that all pages have. Trusted text of ours, like `script`. */
  style?: string;
  /** Makes easier what can be done without it. Trusted text of ours: never with a word of somebody else in it. */
  script?: string;
  /** Whether the script asks this server for more. */
  connects?: boolean;
  /** Seconds after which the page looks again by itself: for what is under way. */
  againAfter?: number;
  /** BCP 47. Default `en`. */
  language?: string;
}

/** Says that there is script, before anything is drawn. */
const HAS_SCRIPT = `document.documentElement.classList.add("has-script");`;

/** The whole document. */
export const visitorPage = (page: VisitorPage): Html =>
  html`<!DOCTYPE html>
    <html lang="${page.language ?? "en"}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        ${page.againAfter !== undefined && html`<meta http-equiv="refresh" content="${page.againAfter}" />`}
        <title>${page.title} · ${page.companyName}</title>
        <link rel="icon" href="data:," />
        ${inline("style", STYLE)}${page.style !== undefined && inline("style", page.style)}
        ${page.script !== undefined && inline("script", HAS_SCRIPT)}
      </head>
      <body>
        <header>${page.companyName}</header>
        <main>${page.body}</main>
        <footer>
          ${page.footer}
          <p>Convene, the software that plans interviews for ${page.companyName}.</p>
        </footer>
        ${page.script !== undefined && inline("script", page.script)}
      </body>
    </html> `;

/** Sends a page with the headers that go with it. */
export const sendPage = (response: Response, page: VisitorPage, status = 200): void => {
  response
    .status(status)
    .setHeader("content-security-policy", policyOf(page))
    .setHeader("referrer-policy", "no-referrer")
    .setHeader("x-robots-tag", "noindex, nofollow")
    .setHeader("cache-control", "no-store")
    .setHeader("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()")
    .type("text/html; charset=utf-8")
    .send(visitorPage(page).toString());
};

const hashOf = (text: string): string =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const STYLE_HASH = hashOf(STYLE);

/** What the browser may do: use the styles and scripts that stand there, send forms here, and nothing else. */
const policyOf = ({ style, script, connects = false }: VisitorPage): string =>
  [
    "default-src 'none'",
    `style-src ${STYLE_HASH}${style === undefined ? "" : ` ${hashOf(style)}`}`,
    `script-src ${script === undefined ? "'none'" : `${hashOf(HAS_SCRIPT)} ${hashOf(script)}`}`,
    ...(connects ? ["connect-src 'self'"] : []),
    "img-src data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
