/** Where a candidate ends reminders, at `/reminders/<token>`: one click of a mail program (RFC 8058), which sends a form and wants no page, or
 * one button of this page. Opening it changes nothing, since mail programs open links by themselves. */
import type { Request, Response, Router } from "express";
import { type AnswerDeps, countAnswers, refuseTooMany, storeAnswer } from "../../cases/answers.ts";
import { refuseErased } from "../../cases/candidate-links.ts";
import { getCase } from "../../cases/cases.ts";
import { lockStream } from "../../cases/lease.ts";
import { hasEndedReminders } from "../../cases/reminders.ts";
import type { CaseRecord } from "../../cases/records.ts";
import type { Database } from "../../db/port.ts";
import { AppError } from "../../domain/errors.ts";
import { type Html, html } from "../../domain/html.ts";
import type { Links } from "../../links/links.ts";
import { sendPage } from "../pages/layout.ts";
import { type VisitorDoor, visitorRouter } from "../pages/visitor-door.ts";

export interface ReminderPageDeps extends VisitorDoor, AnswerDeps {
  database: Database;
  links: Links;
}

type TokenRequest = Request<{ token: string }>;

/** The routes, to be mounted at `/reminders`. */
export const reminderPages = (deps: ReminderPageDeps): Router =>
  visitorRouter({ ...deps, isOpenToAll: isOneClick, isAlwaysHeard: isOneClick }, (router) => {
    router.get("/:token", async (request: TokenRequest, response: Response) => {
      const case_ = await openCase(request, deps);
      const isEnded = await hasEndedReminders(deps.database, case_.id);
      sendPage(response, pageOf({ isEnded, path: pathOf(request) }, deps));
    });
    router.post("/:token", async (request: TokenRequest, response: Response) => {
      await say(await openCase(request, deps), "no_reminders", deps);
      // No redirect: who sends for a mail program follows none.
      sendPage(response, pageOf({ isEnded: true, path: pathOf(request) }, deps));
    });
    router.post("/:token/again", async (request: TokenRequest, response: Response) => {
      await say(await openCase(request, deps), "reminders_again", deps);
      response.redirect(303, pathOf(request));
    });
  });

/** The post of RFC 8058, which a mail program that is a page itself sends from its own site. What takes reminders up again is none. */
const isOneClick = (path: string): boolean => /^\/[^/]+$/.test(path);

/** Errors: `link_expired`; `link_invalid`. */
const openCase = async (
  { params }: TokenRequest,
  { database, links }: ReminderPageDeps,
): Promise<CaseRecord> => {
  const { subject } = await links.open("reminders", params.token);
  const case_ = await getCase(database, subject);
  if (case_) {
    refuseErased(case_);
    return case_;
  }
  throw new AppError({
    code: "link_invalid",
    fault: "caller",
    message: "What this link was about is gone.",
  });
};

/** Said once, however often it is sent. */
const say = async (
  case_: CaseRecord,
  kind: "no_reminders" | "reminders_again",
  deps: ReminderPageDeps,
): Promise<void> => {
  await deps.database.transaction(async (tx) => {
    await lockStream(tx, case_.opportunityId);
    const isEnded = await hasEndedReminders(tx, case_.id);
    if (isEnded === (kind === "no_reminders")) return;
    // To end them is always open: that it is not without an end is seen to by how often they may be taken up again.
    if (kind === "reminders_again") await refuseTooMany(tx, { case_, kind });
    const times = await countAnswers(tx, case_.id, kind);
    const answer = { case_, proposalId: null, kind, body: {}, once: String(times) };
    await storeAnswer(tx, answer, deps);
  });
};

const pathOf = ({ params }: TokenRequest): string => `/reminders/${params.token}`;

const pageOf = (
  { isEnded, path }: { isEnded: boolean; path: string },
  { companyName }: Pick<ReminderPageDeps, "companyName">,
): { title: string; companyName: string; body: Html } => {
  const title = isEnded ? "No more reminders" : "Reminders of your interviews";
  const body = isEnded
    ? html`<h1>${title}</h1>
        <p class="note" data-tone="done" role="status">
          We remind you of no interview any more. What you have booked with us stays as it is, and
          what is about the booking itself, such as a change of it, still reaches you.
        </p>
        <form method="post" action="${path}/again">
          <button class="wide">Remind me again</button>
        </form>`
    : html`<h1>${title}</h1>
        <p>
          We remind you shortly before an interview. If you would rather have no reminders, press
          the button: it has no part in any decision, and what you have booked with us stays as it
          is.
        </p>
        <form method="post" action="${path}">
          <button class="wide primary">No more reminders</button>
        </form>`;
  return { title, companyName, body };
};
