/** The pages of briefs, `/brief`: a reader's own, behind the link in their message; and the one that a calendar event leads to,
 * which tells nothing and sends the brief to whoever is on the panel. Looking changes nothing: scanners of mail open links too. */
import type { Request, Response, Router } from "express";
import { z } from "zod";
import { BRIEF_STYLE } from "../../briefs/page-style.ts";
import { renderBriefPage } from "../../briefs/page.ts";
import type { BriefLinks } from "../../briefs/view.ts";
import type { BriefReader, SendBrief } from "../../domain/brief.ts";
import { AppError } from "../../domain/errors.ts";
import { type Html, html } from "../../domain/html.ts";
import { slotInWords } from "../../domain/time.ts";
import { sendPage } from "../pages/layout.ts";
import { formOf, textOf } from "../pages/form-body.ts";
import { type VisitorDoor, visitorRouter } from "../pages/visitor-door.ts";
import { ASK_TITLE, askPage, sentPage } from "./ask-page.ts";

/** A brief as one reader was sent it. */
export interface SentBrief {
  payload: SendBrief;
  reader: BriefReader;
  /** Whether none of the same session was sent after it. */
  isNewest: boolean;
  sentAt: Temporal.Instant;
  /** How the interview stands to what the brief says. */
  now: "as_told" | "moved" | "cancelled";
  links: BriefLinks;
}

export interface BriefPages {
  /** Errors: link_expired, link_invalid, not_found. */
  forReader(token: string): Promise<SentBrief>;
  /** Sends the brief to the address if it is on the panel's. Whether it is must not be told by how this ends. */
  ask(caseId: string, sessionId: string, email: string): Promise<void>;
}

export interface BriefPageDeps extends VisitorDoor {
  briefs: BriefPages;
}

type SessionRequest = Request<{ caseId: string; sessionId: string }>;

/** The routes, to be mounted at `/brief`. */
export const briefPages = (deps: BriefPageDeps): Router =>
  visitorRouter(deps, (router) => {
    router.get("/r/:token", async (request: Request<{ token: string }>, response: Response) => {
      const sent = await deps.briefs.forReader(request.params.token);
      sendPage(response, readerPage(sent, deps.companyName));
    });
    router.get("/:caseId/:sessionId", (request: SessionRequest, response: Response) => {
      const body = request.query["asked"] === undefined ? askPage({ email: "" }) : sentPage();
      sendPage(response, { title: ASK_TITLE, companyName: deps.companyName, body });
    });
    router.post("/:caseId/:sessionId", async (request: SessionRequest, response: Response) => {
      await take(request, response, deps);
    });
  });

const take = async (
  request: SessionRequest,
  response: Response,
  { briefs, companyName }: BriefPageDeps,
): Promise<void> => {
  const typed = textOf(formOf(request), "email").trim();
  const email = z.email().max(LONGEST_ADDRESS).safeParse(typed);
  if (!email.success) {
    const body = askPage({ email: typed, fault: typed === "" ? MISSING : NO_ADDRESS });
    sendPage(response, { title: `Error: ${ASK_TITLE}`, companyName, body }, 400);
    return;
  }
  try {
    await briefs.ask(request.params.caseId, request.params.sessionId, email.data);
  } catch (thrown) {
    // No such case, nobody of the panel: the answer is the same.
    if (!(thrown instanceof AppError) || thrown.fault !== "caller") throw thrown;
  }
  response.redirect(303, "?asked=1");
};

/** Of a mailbox, by RFC 5321. */
const LONGEST_ADDRESS = 254;
const MISSING = "Write your e-mail address here.";
const NO_ADDRESS = "This is not a whole e-mail address. One looks like ines@example.com.";

const readerPage = (
  { payload, reader, isNewest, sentAt, now, links }: SentBrief,
  companyName: string,
) => ({
  title: "Your brief",
  companyName,
  style: BRIEF_STYLE,
  body: html`${now === "as_told" ? !isNewest && OUTDATED : CHANGED[now]}
  ${renderBriefPage(payload, reader, links)}`,
  footer: footerOf(reader, sentAt),
});

const OUTDATED = html`<p class="note" data-tone="failed" role="status">
  <b>A newer brief has been sent.</b> This one is as it was: open the link in the latest message.
</p>`;

const CHANGED = {
  moved: html`<p class="note" data-tone="failed" role="status">
    <b>This interview is at another time now.</b> What follows was written for the time before: see
    your calendar. You are sent another brief before it takes place.
  </p>`,
  cancelled: html`<p class="note" data-tone="failed" role="status">
    <b>This interview is cancelled.</b> What follows is as it was before.
  </p>`,
};

const footerOf = ({ name, zone }: BriefReader, sentAt: Temporal.Instant): Html => {
  const when = slotInWords({ startsAt: sentAt, endsAt: sentAt }, zone).replace(/–[0-9:]+/, "");
  return html`<p>
    For ${name}, sent ${when}. This link is yours alone: whoever has it can read the brief. Please
    do not pass it on.
  </p>`;
};
