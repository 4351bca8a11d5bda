/** Where somebody who is asked by mail reads a proposal and decides, at `/decide/<token>`. The link is theirs alone. Opening it changes nothing:
 * scanners of mail open links too. */
import type { Request, Response, Router } from "express";
import { type DecideElsewhereDeps, decideElsewhere } from "../../cases/decide-elsewhere.ts";
import type { LabelledText } from "../../cases/approval-content.ts";
import { type Html, html } from "../../domain/html.ts";
import { AppError } from "../../domain/errors.ts";
import type { Approvals } from "../../effects/approvals/approvals.ts";
import type { Links } from "../../links/links.ts";
import { formOf, textOf } from "../pages/form-body.ts";
import { sendPage } from "../pages/layout.ts";
import { type VisitorDoor, visitorRouter } from "../pages/visitor-door.ts";

export interface ApprovalPageDeps extends VisitorDoor, DecideElsewhereDeps {
  links: Links;
  approvals: Pick<Approvals, "read" | "tell">;
  publicUrl: string;
}

type TokenRequest = Request<{ token: string }>;
type Question = NonNullable<Awaited<ReturnType<Approvals["read"]>>>;

/** The routes, to be mounted at `/decide`. */
export const approvalPages = (deps: ApprovalPageDeps): Router =>
  visitorRouter(deps, (router) => {
    router.get("/:token", async (request: TokenRequest, response: Response) => {
      const question = await openQuestion(request, deps);
      sendPage(response, pageOf(question, request.params.token, deps));
    });
    router.post("/:token/approve", async (request: TokenRequest, response: Response) => {
      if (textOf(formOf(request), "read") !== "yes") {
        throw unusable("Tick that you have read what will be sent, and approve then.");
      }
      await decide(request, { decision: "approve" }, deps);
      response.redirect(303, `/decide/${request.params.token}`);
    });
    router.post("/:token/reject", async (request: TokenRequest, response: Response) => {
      const reason = textOf(formOf(request), "reason").trim().slice(0, 1_000);
      if (reason === "") throw unusable("Say why you reject it, in a few words.");
      await decide(request, { decision: "reject", reason }, deps);
      response.redirect(303, `/decide/${request.params.token}`);
    });
  });

const unusable = (message: string): AppError =>
  new AppError({ code: "input_invalid", fault: "caller", message });

const decide = async (
  request: TokenRequest,
  decision: { decision: "approve" } | { decision: "reject"; reason: string },
  deps: ApprovalPageDeps,
): Promise<void> => {
  const { decider, proposal } = await openQuestion(request, deps);
  const digest = textOf(formOf(request), "digest");
  await decideElsewhere(
    { ...decision, decider, proposalId: proposal.id, digest, via: "mail" },
    deps,
  );
  await deps.approvals.tell(proposal.id);
};

/** Errors: `link_expired`; `link_invalid`, also for who may decide no more. */
const openQuestion = async (
  { params }: TokenRequest,
  { links, approvals }: ApprovalPageDeps,
): Promise<Question> => {
  const { subject } = await links.open("approval", params.token);
  const question = await approvals.read(subject);
  if (question) return question;
  throw new AppError({
    code: "link_invalid",
    fault: "caller",
    message: "What this link was about is gone, or you may not decide any more.",
  });
};

const pageOf = (
  { proposal, standing, content, decider }: Question,
  token: string,
  { companyName, publicUrl }: ApprovalPageDeps,
): { title: string; companyName: string; body: Html } => {
  const title = standing.isOpen ? "Please decide" : "A decision";
  const page = `${publicUrl}/proposals/${proposal.id}`;
  return {
    title,
    companyName,
    body: html`<h1>${content?.subject ?? title}</h1>
      <p class="note" role="status">
        ${standing.lines.join(" ")}${standing.isOpen && html` Risk: ${proposal.risk}.`}
      </p>
      ${
        content &&
        html`${factsOf(content.facts)} ${content.texts.map(textCard)}
        ${formsOf({ token, digest: proposal.digest, name: decider.name })}`
      }
      <p>
        <a href="${page}">Open it in Convene</a
        >${content !== null && " to edit it, or to see why it is proposed"}.
      </p>`,
  };
};

const factsOf = (facts: readonly LabelledText[]): Html | false =>
  facts.length > 0 &&
  html`<section class="card">
    <h2>When and who</h2>
    <dl class="facts">
      ${facts.map(
        ({ label, text }) =>
          html`<dt>${label}</dt>
            <dd>${inLines(text)}</dd>`,
      )}
    </dl>
  </section>`;

const inLines = (text: string): Html[] =>
  text.split("\n").map((line, index) => html`${index > 0 && html`<br />`}${line}`);

const textCard = ({ label, text }: LabelledText): Html =>
  html`<section class="card">
    <h2>${label}</h2>
    ${text.split(/\n{2,}/).map((paragraph) => html`<p>${inLines(paragraph)}</p>`)}
  </section>`;

const formsOf = ({ token, digest, name }: { token: string; digest: string; name: string }): Html =>
  html`<section class="card">
      <h2>Your decision, ${name}</h2>
      <form method="post" action="/decide/${token}/approve">
        <input type="hidden" name="digest" value="${digest}" />
        <label class="choice"
          ><input type="checkbox" name="read" value="yes" required /> I have read what will be sent,
          and approve it as it stands</label
        >
        <button class="primary wide">Approve</button>
      </form>
    </section>
    <section class="card">
      <form method="post" action="/decide/${token}/reject">
        <input type="hidden" name="digest" value="${digest}" />
        <div class="field">
          <label for="reason">Why you reject it</label>
          <textarea id="reason" name="reason" rows="3" maxlength="1000" required></textarea>
        </div>
        <button class="wide">Reject</button>
      </form>
    </section>`;
