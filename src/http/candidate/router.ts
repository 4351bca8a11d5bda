/** The candidate's page, at `/c/<token>`. Opening it changes nothing but the record of
 * which notice was shown, since mail programs open links by themselves; what is sent is answered with the address of the page, so that nothing is sent twice by looking again. */
import type { Request, Response, Router } from "express";
import type { Logger } from "pino";
import { AppError } from "../../domain/errors.ts";
import { type VisitorPage, sendPage } from "../pages/layout.ts";
import { visitorRouter } from "../pages/visitor-door.ts";
import { formOf } from "../pages/form-body.ts";
import { ACTS, FormFault, doAct } from "./acts.ts";
import { addAvailability } from "./availability-acts.ts";
import { bookedPage } from "./booked-page.ts";
import { type EntryDeps, calendarEntry } from "./calendar-entry.ts";
import type { ChatDeps } from "./chat/converse.ts";
import { addChatPage } from "./chat/page-routes.ts";
import { bookingPage, offerPage } from "./offer-page.ts";
import { PAGE_SCRIPT } from "./page-script.ts";
import type { Drawn, Fault } from "./parts.ts";
import { cancelledPage, openPage, overPage } from "./plain-pages.ts";
import { keepShown } from "./keep-shown.ts";
import type { CandidateTexts } from "./texts/candidate-texts.ts";
import { english } from "./texts/en.ts";
import { isShut, readView } from "./view.ts";
import { type Visit, openVisit } from "./visit.ts";

export interface CandidateDeps extends EntryDeps, ChatDeps {
  log: Logger;
  /** Pages that one network address may ask for in a minute. Default 120. */
  pagesPerMinute?: number;
}

const PAGES_PER_MINUTE = 120;
/** While something is being booked. */
const LOOK_AGAIN_SECONDS = 4;

/** Everything below `/c`. */
export const candidateRouter = (deps: CandidateDeps): Router =>
  visitorRouter(
    {
      log: deps.log,
      ids: deps.ids,
      companyName: deps.company.name,
      pagesPerMinute: deps.pagesPerMinute ?? PAGES_PER_MINUTE,
      isAlwaysHeard: (path) => /^\/[^/]+\/(?:person|ask-person|assistant\/act)$/.test(path),
      explain: (error, status) => english.errors[wordsFor(error, status)],
    },
    (router) => addPages(router, deps),
  );

const addPages = (router: Router, deps: CandidateDeps): void => {
  router.get("/:token", async (request, response) => {
    const visit = await openVisit(request, deps);
    const { said, ask } = request.query;
    await sendState(response, { visit, said, ask }, deps);
  });
  router.get("/:token/interview.ics", async (request, response) => {
    const visit = await openVisit(request, deps);
    const entry = calendarEntry(visit, await readView(visit, deps), deps);
    response.setHeader("cache-control", "no-store");
    response.setHeader("referrer-policy", "no-referrer");
    response.attachment("interview.ics").type("text/calendar; charset=utf-8").send(entry);
  });
  const show = (response: Response, page: Omit<VisitorPage, "companyName">, status?: number) =>
    sendPage(response, { ...frameOf(deps), ...page }, status);
  addAvailability(router, show, deps);
  addChatPage(router, show, deps);
  router.post("/:token/:act", async (request, response) => await receive(request, response, deps));
};

const receive = async (
  request: Request,
  response: Response,
  deps: CandidateDeps,
): Promise<void> => {
  const visit = await openVisit(request, deps);
  const name = String(request.params["act"]);
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  if (!act) throw new AppError({ code: "not_found", fault: "caller", message: "No such act." });
  try {
    const kind = await doAct(act, { visit, form: formOf(request) }, deps);
    response.redirect(303, visit.href("", kind === null ? {} : { said: kind }));
  } catch (thrown) {
    if (!(thrown instanceof FormFault)) throw thrown;
    await sendState(response, { visit, said: null, fault: thrown.fault }, deps);
  }
};

const sendState = async (
  response: Response,
  { visit, said, ask, fault }: { visit: Visit; said: unknown; ask?: unknown; fault?: Fault },
  deps: CandidateDeps,
): Promise<void> => {
  const view = await readView(visit, deps);
  const drawn: Drawn = { visit, view, ...(fault && { fault }) };
  const { state } = view;
  if (!isShut(view) && state.kind !== "booking") {
    await keepShown({ request: response.req, place: "page", visit, view }, deps);
  }
  const page =
    state.kind === "booked"
      ? bookedPage({ ...drawn, state, said, isMoveAsked: ask === "move" })
      : state.kind === "offered"
        ? offerPage({ ...drawn, state, said })
        : state.kind === "booking"
          ? { ...bookingPage(drawn), againAfter: LOOK_AGAIN_SECONDS }
          : state.kind === "open"
            ? openPage({ ...drawn, said })
            : state.kind === "cancelled"
              ? cancelledPage({ ...drawn, state, said })
              : overPage({ ...drawn, state, said });
  sendPage(response, { ...frameOf(deps), ...page }, fault ? 422 : 200);
};

const frameOf = ({ company }: CandidateDeps): Omit<VisitorPage, "title" | "body"> => ({
  companyName: company.name,
  script: PAGE_SCRIPT,
});

const wordsFor = (error: AppError, status: number): keyof CandidateTexts["errors"] => {
  if (error.code === "link_expired") return "expired";
  if (error.code === "link_invalid" || error.code === "not_found") return "invalid";
  if (error.code === "rate_limited") return "tooMany";
  return status >= 500 ? "broken" : "refused";
};
