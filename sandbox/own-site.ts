/** The company has no doors with locks, so it opens to this machine alone: not to another name that leads here, and not to
 * a form or script on somebody else's page. */
import type { RequestHandler } from "express";

const OWN_NAMES = new Set(["127.0.0.1", "localhost", "[::1]"]);
const READS = new Set(["GET", "HEAD", "OPTIONS"]);
/** What a browser says of its own page. Another port of this machine is the same site to it, and not this one. */
const OWN_SITE = new Set(["same-origin", "none"]);

/** Answers 403 to what another site sends or asks for. */
export const ownSiteOnly: RequestHandler = (request, response, next) => {
  const host = request.header("host") ?? "";
  const origin = request.header("origin");
  const site = request.header("sec-fetch-site");
  const isForeign =
    !OWN_NAMES.has(host.replace(/:\d+$/, "")) ||
    (!READS.has(request.method) &&
      ((origin !== undefined && origin !== `http://${host}`) ||
        (site !== undefined && !OWN_SITE.has(site))));
  if (!isForeign) {
    next();
    return;
  }
  response
    .status(403)
    .type("text/plain")
    .send("The sandbox company answers to this machine alone.\n");
};
