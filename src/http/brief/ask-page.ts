/** The page behind the link in a calendar event, which colleagues may see: it says nothing about any interview. */
import { type Html, html } from "../../domain/html.ts";

export const ASK_TITLE = "Send me my brief";

/** One field. `email`: what was typed; `fault`: what is wrong with it. */
export const askPage = ({ email, fault }: { email: string; fault?: string }): Html =>
  html`<div>
      <h1>${ASK_TITLE}</h1>
      <p>
        Interviewers get a page on the interview that they hold. Yours is sent to you in Slack, or
        to your work address.
      </p>
    </div>
    <form method="post" novalidate>
      <div class="field">
        <label for="email">Your work e-mail address</label>
        ${fault !== undefined && html`<p class="error" id="email-fault" role="alert">${fault}</p>`}
        <input
          type="email"
          id="email"
          name="email"
          value="${email}"
          size="32"
          autocomplete="email"
          required
          ${fault !== undefined && html`aria-invalid="true" aria-describedby="email-fault" autofocus`}
        />
      </div>
      <div><button class="primary">${ASK_TITLE}</button></div>
    </form>`;

/** The same for everybody: who is on a panel cannot be found out here. */
export const sentPage = (): Html =>
  html`<h1>${ASK_TITLE}</h1>
    <p class="note" data-tone="done" role="status">
      If you are on this interview’s panel, and briefs are sent here, yours is on its way to you: in
      Slack, or by mail to that address.
    </p>
    <p class="quiet">
      Nothing has come after a few minutes? <a href="?">Try another address</a>, or ask the
      recruiter.
    </p>`;
