/** The workspace as its people see it: every message, and its buttons to press as somebody. */
import { escapeHtml, htmlPage } from "../html.ts";
import { type Slack, buttonsOf, textsOf } from "./slack.ts";
import type { SlackMessage } from "./workspace.ts";

const LAST_MESSAGES = 50;

/** The page at `/slack`. */
export const slackPage = ({ workspace }: Slack): string => {
  const items = workspace.messages
    .slice(-LAST_MESSAGES)
    .toReversed()
    .map((message) => messageItem(message, workspace));
  return htmlPage({
    title: "Slack",
    body:
      items.length > 0
        ? `<ul>${items.join("")}</ul>`
        : '<p class="quiet">Nobody has been written to yet.</p>',
  });
};

const messageItem = (message: SlackMessage, workspace: Slack["workspace"]): string => {
  const people = workspace.members
    .map(
      ({ email, realName }) =>
        `<option value="${escapeHtml(email)}">${escapeHtml(realName)}</option>`,
    )
    .join("");
  const all = buttonsOf(message);
  const links = all.flatMap(({ url, label }) =>
    url === null ? [] : [`<a class="button" href="${escapeHtml(url)}">${escapeHtml(label)}</a>`],
  );
  const buttons = all
    .filter(({ url }) => url === null)
    .map(
      ({ actionId, label }) =>
        `<button name="actionId" value="${escapeHtml(actionId)}">${escapeHtml(label)}</button>`,
    );
  const form =
    buttons.length === 0
      ? ""
      : `<form class="row" method="post" action="/control/slack/click">
<input type="hidden" name="channel" value="${escapeHtml(message.channel)}">
<input type="hidden" name="ts" value="${escapeHtml(message.ts)}">
<select name="email" aria-label="Who presses">${people}</select>${buttons.join("")}</form>`;
  // Slack shows the blocks; the text beside them stands in the notification alone.
  const texts = textsOf(message);
  const lines = (texts.length > 0 ? texts : [message.text]).map(
    (text) => `<p class="lines">${escapeHtml(text)}</p>`,
  );
  const edited = message.editedTs === null ? "" : " · edited";
  return `<li><strong>${escapeHtml(workspace.nameOf(message.channel))}</strong> <span class="quiet">${escapeHtml(message.ts)}${edited}</span>
${lines.join("")}${links.length > 0 ? `<p class="row">${links.join("")}</p>` : ""}${form}</li>`;
};
