/** The door of the pages for visitors: how often one may come, what a form may send and from where, and a page for whatever
 * goes wrong. The address holds the visitor's token, so nothing here writes an address into the log. */
import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  Router,
} from "express";
import { rateLimit } from "express-rate-limit";
import type { Logger } from "pino";
import { AppError, asAppError } from "../../domain/errors.ts";
import type { Ids } from "../../identifiers.ts";
import { fromExpress, statusOf } from "../problem.ts";
import { html } from "../../domain/html.ts";
import { sendPage } from "./layout.ts";

export interface VisitorDoor {
  log: Logger;
  ids: Ids;
  companyName: string;
  /** Pages that one network address may ask for in a minute. */
  pagesPerMinute: number;
  /** Whether a post to this path of the router is to be heard a few times also where too much comes from its address. Absent: none is. */
  isAlwaysHeard?(path: string): boolean;
  /** Whether what is posted to this path of the router may come from any site: there the address alone is the lock. Absent: nowhere. */
  isOpenToAll?(path: string): boolean;
  /** Words of these pages' own for what goes wrong; null: the usual ones. */
  explain?(error: AppError, status: number): { title: string; words: string } | null;
}

const FORM_LIMIT = "64kb";

/** A router under which pages may be put: `add` puts them. What they throw becomes a page. */
export const visitorRouter = (door: VisitorDoor, add: (router: Router) => void): Router => {
  const router = Router();
  router.use(
    perAddress(door.pagesPerMinute, door.isAlwaysHeard),
    refuseOtherSites(door),
    refuseUnstorable,
    express.urlencoded({ extended: false, limit: FORM_LIMIT, parameterLimit: 500 }),
  );
  add(router);
  router.use(() => {
    throw new AppError({
      code: "not_found",
      fault: "caller",
      message: "There is no such page. Open the link from the message again.",
    });
  });
  router.use(errorPage(door));
  return router;
};

/** So often an address that comes too often is heard all the same in a minute, with what must not be lost: leaving, and a wish for a person. */
const HEARD_BEYOND = 6;

/** So often one network address may come in a minute; and a little more with a post to a path that is always heard. */
export const perAddress = (
  limit: number,
  isAlwaysHeard: (path: string) => boolean = () => false,
): RequestHandler => {
  const beyond = perMinute(HEARD_BEYOND, (_request, _response, next) => next(tooOften()));
  return perMinute(limit, (request, response, next) => {
    if (request.method === "POST" && isAlwaysHeard(request.path)) beyond(request, response, next);
    else next(tooOften());
  });
};

const perMinute = (limit: number, handler: RequestHandler): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit,
    validate: { xForwardedForHeader: false },
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler,
  });

/** The token in the address is the secret that another site does not have; this is the second lock. With `no-referrer` a
 * browser sends `Origin: null`, so what counts is what it says of the site, where it says it. */
export const refuseOtherSites =
  ({ isOpenToAll }: Pick<VisitorDoor, "isOpenToAll">): RequestHandler =>
  (request, _response, next) => {
    const { method, path } = request;
    const isOpen =
      method === "GET" || method === "HEAD" || (method === "POST" && isOpenToAll?.(path) === true);
    next(isOpen || isOfThisSite(request) ? undefined : fromElsewhere());
  };

const isOfThisSite = (request: Request): boolean => {
  const site = request.header("sec-fetch-site");
  const origin = request.header("origin");
  if (site !== undefined) return site === "same-origin" || site === "none";
  return origin === undefined || origin === "null" || hostOf(origin) === request.header("host");
};

/** U+0000 is in no link of ours, and the database could not even be asked for it. */
export const refuseUnstorable: RequestHandler = (request, _response, next) => {
  next(request.url.includes("%00") ? brokenLink() : undefined);
};

const hostOf = (origin: string): string | null =>
  URL.canParse(origin) ? new URL(origin).host : null;

const brokenLink = (): AppError =>
  new AppError({
    code: "link_invalid",
    fault: "caller",
    message: "This link is not one that we sent. Copy it whole, or ask for a new one.",
  });

const fromElsewhere = (): AppError =>
  new AppError({
    code: "forbidden",
    fault: "caller",
    message: "The form was sent from another site, so nothing was changed. Open your link again.",
  });

/** What is said to whoever comes too often. */
export const tooOften = (): AppError =>
  new AppError({
    code: "rate_limited",
    fault: "caller",
    message: "These pages were asked for too often just now. Wait a minute and try again.",
  });

const TITLES: Partial<Record<AppError["code"], string>> = {
  link_invalid: "This link does not work",
  link_expired: "This link has ended",
  rate_limited: "Too fast",
  not_found: "There is no such page",
};

const errorPage =
  ({ log, ids, companyName, explain }: VisitorDoor): ErrorRequestHandler =>
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters.
  (thrown: unknown, request, response, next) => {
    if (response.headersSent) {
      next(thrown);
      return;
    }
    const error = fromExpress(thrown) ?? asAppError(thrown);
    const status = statusOf(error);
    const correlationId = ids.next("co");
    if (status >= 500)
      log.error({ err: error, method: request.method, correlationId }, "page failed");
    const { title, words } = explain?.(error, status) ?? usualWords(error, status);
    const body = html`<h1>${title}</h1>
      <p>${words}</p>
      ${request.method === "POST" && html`<p>Go back in your browser to find what you typed.</p>`}
      ${status >= 500 && html`<p class="quiet small">If it stays like this, quote ${correlationId}.</p>`}`;
    sendPage(response, { title, companyName, body }, status);
  };

const usualWords = (error: AppError, status: number): { title: string; words: string } => ({
  title:
    TITLES[error.code] ?? (status >= 500 ? "This does not work just now" : "That did not work"),
  words: status >= 500 ? LATER : error.message,
});

const LATER =
  "Something that this page needs does not answer. Nothing was changed. Try again in a few minutes.";
