/** Where somebody of the panel says whether the candidate has arrived, at `/arrived/<token>`. Opening it changes nothing: Slack and scanners of
 * mail open links too. */
import type { Request, Response, Router } from "express";
import { type ArrivalLink, readArrivalSubject } from "../../cases/arrival-links.ts";
import { type AttendanceRow, findAttendance, isAskedAgain } from "../../cases/attendances.ts";
import { sayAttendance } from "../../cases/say-attendance.ts";
import { settlesAt } from "../../cases/settle-missed.ts";
import { refuseErased } from "../../cases/candidate-links.ts";
import { getCase } from "../../cases/cases.ts";
import { openBooking } from "../../cases/open-proposal.ts";
import { type ProposalDeps, getProposal } from "../../cases/proposals.ts";
import type { Database } from "../../db/port.ts";
import { AppError } from "../../domain/errors.ts";
import { MISSED_IN_WORDS, MISSED_REASONS, MissedReason } from "../../domain/missed-reason.ts";
import { type Html, html } from "../../domain/html.ts";
import type { BookInterview } from "../../domain/proposal.ts";
import { momentInWords, slotInWords } from "../../domain/time.ts";
import type { AcceptDeps } from "../../intake/accept.ts";
import type { LeverReader } from "../../lever/port.ts";
import type { Links } from "../../links/links.ts";
import { sendPage } from "../pages/layout.ts";
import { isStillShown } from "../pages/still-shown.ts";
import { formOf, textOf } from "../pages/form-body.ts";
import { type VisitorDoor, visitorRouter } from "../pages/visitor-door.ts";

export interface ArrivalPageDeps extends VisitorDoor, AcceptDeps, ProposalDeps {
  database: Database;
  links: Links;
  lever: LeverReader;
}

type TokenRequest = Request<{ token: string }>;

const ANSWERS: Record<string, boolean> = { yes: true, no: false };

/** The routes, to be mounted at `/arrived`. */
export const arrivalPages = (deps: ArrivalPageDeps): Router =>
  visitorRouter(deps, (router) => {
    router.get("/:token", async (request: TokenRequest, response: Response) => {
      const asked = await openAsked(request, deps);
      const now = deps.clock.now();
      const isAsked = await isAskedAgain(deps.database, asked.row.caseId);
      const view = { said: request.query["said"], companyName: deps.companyName, now, isAsked };
      sendPage(response, pageOf(asked, view));
    });
    router.post(
      "/:token/:answer",
      async (request: Request<{ token: string; answer: string }>, response: Response) => {
        const { token, answer } = request.params;
        const attended = Object.hasOwn(ANSWERS, answer) ? ANSWERS[answer] : undefined;
        const { row, name, userId } = await openAsked(request, deps);
        if (attended === undefined) throw gone("not_found");
        const typed = textOf(formOf(request), "reason");
        const reason = attended || typed === "" ? null : readReason(typed);
        const { caseId, sessionId, startsAt } = row;
        // Before it begins nothing is kept, and the page says so.
        if (Temporal.Instant.compare(startsAt, deps.clock.now()) <= 0) {
          await sayAttendance(
            { caseId, sessionId, startsAt, attended, reason, by: name, linkOf: userId },
            deps,
          );
        }
        response.redirect(303, `/arrived/${token}`);
      },
    );
  });

/** Errors: `input_invalid` for what the form does not offer. */
const readReason = (typed: string): MissedReason => {
  const { data } = MissedReason.safeParse(typed);
  if (data !== undefined) return data;
  throw new AppError({
    code: "input_invalid",
    fault: "caller",
    message: "That is none of the reasons that can be chosen, so nothing was kept.",
  });
};

interface Asked {
  token: string;
  row: AttendanceRow;
  payload: BookInterview;
  /** Of who is asked. */
  userId: string;
  name: string;
  zone: string;
}

/** Errors: `link_expired`; `link_invalid`, also for who is of the panel no more, and for what is over or for few by now; those of Lever. */
const openAsked = async (
  { params }: TokenRequest,
  { database, links, texts, lever }: ArrivalPageDeps,
): Promise<Asked> => {
  const { subject } = await links.open("arrival", params.token);
  const link: ArrivalLink = readArrivalSubject(subject);
  const startsAt = Temporal.Instant.from(link.startsAt);
  const row = await findAttendance(database, { ...link, startsAt });
  const case_ = row && (await getCase(database, row.caseId));
  if (case_) refuseErased(case_);
  if (!case_ || case_.closedAt !== null || case_.isConfidential) throw gone("link_invalid");
  if (!(await isStillShown({ ...case_, userId: link.userId }, lever))) throw gone("link_invalid");
  const proposal = row && (await getProposal(database, row.proposalId));
  if (!row || !proposal) throw gone("link_invalid");
  const { payload } = await openBooking(database, proposal, texts);
  const session = payload.sessions.find(({ sessionId }) => sessionId === row.sessionId);
  const person = session?.panel.find(({ userId }) => userId === link.userId);
  if (!person) throw gone("link_invalid");
  const { userId, name, zone } = person;
  return { token: params.token, row, payload, userId, name, zone };
};

const gone = (code: "link_invalid" | "not_found"): AppError =>
  new AppError({
    code,
    fault: "caller",
    message: "What this link was about is gone, or you are not of its panel any more.",
  });

const TITLE = "Has the candidate arrived?";

interface PageView {
  said: unknown;
  companyName: string;
  now: Temporal.Instant;
  /** The candidate was asked whether they would like another time. */
  isAsked: boolean;
}

const pageOf = (
  { token, row, payload, zone }: Asked,
  { said, companyName, now, isAsked }: PageView,
): { title: string; companyName: string; body: Html } => {
  const hasBegun = Temporal.Instant.compare(row.startsAt, now) <= 0;
  const session = payload.sessions.find(({ sessionId }) => sessionId === row.sessionId);
  const button = (answer: "yes" | "no", words: string, fields: Html | null = null) =>
    html`<form method="post" action="/arrived/${token}/${answer}">
      ${fields}
      <button class="wide${said === answer && html` primary`}">${words}</button>
    </form>`;
  return {
    title: TITLE,
    companyName,
    body: html`<h1>${TITLE}</h1>
      <p>${session?.name} with ${payload.candidate.name}, ${slotInWords(row, zone)}</p>
      ${
        hasBegun
          ? html`${saidPart(row)} ${button("yes", "Yes, they came")}
            ${button("no", "No, they did not come", reasonField(row))}
            ${whatFollows({ row, zone }, { now, isAsked })}`
          : html`<p class="note" role="status">
              The interview has not begun yet. Open this link again once it has.
            </p>`
      }`,
  };
};

/** What comes of a No, and when: nobody presses it without knowing that a mail may leave. */
const whatFollows = (
  { row, zone }: Pick<Asked, "row" | "zone">,
  { now, isAsked }: Pick<PageView, "now" | "isAsked">,
): Html => {
  if (isAsked) {
    return html`<p class="quiet small">
      The candidate has been sent one kind mail that offers another time. No other one follows,
      whatever you answer now; the recruiter sees your answer on the case.
    </p>`;
  }
  const isMissed = row.attended === false;
  if (isMissed && row.settledAt !== null) {
    return html`<p class="quiet small">
      The recruiter sees this on the case. A kind mail that offers the candidate another time may
      leave at any moment; if they came after all, say so here, and it does not.
    </p>`;
  }
  const at = momentInWords(settlesAt(row, (isMissed ? row.saidAt : null) ?? now), zone);
  return html`<p class="quiet small">
    If they did not come, the recruiter sees that on the case at once. The candidate hears nothing
    before ${at}: then, or once the last interview of their visit is over, one kind mail that offers
    another time is made, and left to the recruiter or sent. If you answer Yes until then, nothing
    leaves. You can change your answer here later.
  </p>`;
};

/** A closed list: nothing of the candidate's life is written down. */
const reasonField = ({ attended, reason }: AttendanceRow): Html =>
  html`<div class="field">
    <label for="reason">If they did not come: why, as far as you know</label>
    <select id="reason" name="reason">
      <option value="">I do not know</option>
      ${MISSED_REASONS.map(
        (each) =>
          html`<option value="${each}" ${attended === false && each === reason && html` selected`}>
            ${MISSED_IN_WORDS[each]}
          </option>`,
      )}
    </select>
  </div>`;

const saidPart = ({ attended, reason, saidBy }: AttendanceRow): Html | false =>
  saidBy !== null &&
  html`<p class="note" data-tone="done" role="status">
    ${saidBy} said: ${saidInWords(attended)}${reason !== null && ` ${MISSED_IN_WORDS[reason]}.`}
  </p>`;

const saidInWords = (attended: boolean | null): string => {
  if (attended === null) return "not known.";
  return attended ? "they came." : "they did not come.";
};
