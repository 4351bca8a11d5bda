/** The workspace as its people see it: a box for commands with what was answered, every message, and its buttons to press as somebody. */
import { escapeHtml, htmlPage } from "../html.ts";
import type { SentCommand } from "./commands.ts";
import type { OpenModal } from "./modals.ts";
import { type Slack, buttonsOf, textsOf } from "./slack.ts";
import type { SlackMessage } from "./workspace.ts";

const LAST_MESSAGES = 50;

const LAST_COMMANDS = 10;

/** What a press came to that could not be done, by its code. */
const FAULTS: Readonly<Record<string, string>> = {
  no_command_url:
    "No Convene is connected to this company: start one with npm start, then type again.",
  no_interactivity_url: "No Convene is connected to this company: start one with npm start.",
  users_not_found: "Nobody in this workspace has that address.",
};
const CHANGED = "This could not be done: it may have changed meanwhile. Here is how it stands now.";

/** The page at `/slack`. `fault`: the code of what was pressed just now in vain. */
export const slackPage = (
  { workspace, commands, modals }: Slack,
  fault: string | null = null,
): string => {
  const items = workspace.messages
    .slice(-LAST_MESSAGES)
    .toReversed()
    .map((message) => messageItem(message, workspace));
  const sent = commands.sent().slice(-LAST_COMMANDS).toReversed();
  return htmlPage({
    title: "Slack",
    body: `${fault === null ? "" : `<p role="alert"><strong>${Object.hasOwn(FAULTS, fault) ? FAULTS[fault] : CHANGED}</strong></p>`}${modals
      .listOpen()
      .map((modal) => modalForm(modal, workspace))
      .join("")}<h2>Ask Convene</h2>
${commandForm(sent[0], workspace)}
${sent.length > 0 ? `<ul>${sent.map((command) => commandItem(command, workspace)).join("")}</ul>` : ""}
<h2>Messages</h2>
${items.length > 0 ? `<ul>${items.join("")}</ul>` : '<p class="quiet">Nobody has been written to yet.</p>'}`,
  });
};

/** Whoever asked last is likely to ask again. */
const commandForm = (last: SentCommand | undefined, workspace: Slack["workspace"]): string =>
  `<p class="quiet">As with <code>/convene</code> in Slack. Whoever asks needs a token in Convene in the name of their address; the recruiter chosen at first has one where <code>npm start</code> plays this company.</p>
<form class="fields" method="post" action="/control/slack/command">
<label>Who types<select name="email">${peopleOptions(workspace, last?.email ?? workspace.recruiterEmail)}</select></label>
<label>/convene<input name="text" maxlength="4000" autocomplete="off" placeholder="what waits for me?"></label>
<button>Send</button></form>`;

const commandItem = (command: SentCommand, workspace: Slack["workspace"]): string => {
  const name = workspace.members.find(({ email }) => email === command.email)?.realName ?? "";
  const problem =
    command.status === 200
      ? ""
      : `<p>${command.status === null ? "Convene did not answer in time." : `Convene answered ${command.status}.`}</p>`;
  const waits =
    command.status === 200 && command.answers.length === 1
      ? '<p class="quiet"><a href="/slack">Look again</a> for more.</p>'
      : "";
  return `<li><strong>${escapeHtml(name)}</strong> <code>/convene ${escapeHtml(command.text)}</code>
${problem}${command.answers.map((answer) => shown(answer)).join("")}${waits}</li>`;
};

/** Slack shows the blocks; the text beside them stands in the notification alone. */
const shown = (message: Pick<SlackMessage, "text" | "blocks">): string => {
  const texts = textsOf(message);
  const lines = (texts.length > 0 ? texts : [message.text]).map(
    (text) => `<p class="lines">${escapeHtml(text)}</p>`,
  );
  const links = buttonsOf(message).flatMap(({ url, label }) =>
    url === null ? [] : [`<a class="button" href="${escapeHtml(url)}">${escapeHtml(label)}</a>`],
  );
  return `${lines.join("")}${links.length > 0 ? `<p class="row">${links.join("")}</p>` : ""}`;
};

/** A modal as whoever opened it sees it. */
const modalForm = (
  { id, email, view, errors }: OpenModal,
  workspace: Slack["workspace"],
): string => {
  const name = workspace.members.find((one) => one.email === email)?.realName ?? "";
  const blocks = view.blocks.map((block) =>
    block.type === "section"
      ? `<p class="lines">${escapeHtml(block.text.text)}</p>`
      : `<label>${escapeHtml(block.label.text)}${inputOf(block)}</label>${errorOf(errors[block.block_id])}`,
  );
  return `<section class="modal" aria-label="${escapeHtml(view.title.text)}"><h2>${escapeHtml(view.title.text)}</h2>
<p class="quiet">Open for ${escapeHtml(name)}</p>${errorOf(errors[""])}
<form class="stack" method="post" action="/control/slack/submit"><input type="hidden" name="modal" value="${escapeHtml(id)}">
${blocks.join("")}<p class="row"><button>${escapeHtml(view.submit.text)}</button><button name="cancel" value="1" formnovalidate>Cancel</button></p></form></section>`;
};

const errorOf = (text: string | undefined): string =>
  text === undefined ? "" : `<p role="alert"><strong>${escapeHtml(text)}</strong></p>`;

const inputOf = ({
  block_id: block,
  element,
}: Extract<OpenModal["view"]["blocks"][number], { type: "input" }>): string => {
  const name = `name="value:${escapeHtml(block)}"`;
  if (element.type === "static_select") {
    const options = element.options.map(
      ({ value, text }) =>
        `<option value="${escapeHtml(value)}"${value === element.initial_option?.value ? " selected" : ""}>${escapeHtml(text.text)}</option>`,
    );
    return `<select ${name}>${options.join("")}</select>`;
  }
  const initial = escapeHtml(element.initial_value ?? "");
  return element.multiline === true
    ? `<textarea ${name} rows="8" maxlength="${element.max_length ?? 3_000}" required>\n${initial}</textarea>`
    : `<input ${name} value="${initial}" maxlength="${element.max_length ?? 3_000}" required>`;
};

const peopleOptions = ({ members }: Slack["workspace"], chosen?: string): string =>
  members
    .map(
      ({ email, realName }) =>
        `<option value="${escapeHtml(email)}"${email === chosen ? " selected" : ""}>${escapeHtml(realName)}</option>`,
    )
    .join("");

/** Whom a message is with, where it is with one person. */
const readerOf = ({ channel }: SlackMessage, workspace: Slack["workspace"]): string | undefined =>
  workspace.members.find(({ id }) => workspace.channelOf(id) === channel)?.email;

const wordItems = ({ channel, ts }: SlackMessage, workspace: Slack["workspace"]): string =>
  workspace.words
    .filter((word) => word.channel === channel && word.ts === ts && word.text !== null)
    .slice(-1)
    .map(({ email, text }) => {
      const name = workspace.members.find((one) => one.email === email)?.realName ?? "";
      return `<p role="status"><em>Only ${escapeHtml(name)} sees this:</em> ${escapeHtml(text ?? "")}</p>`;
    })
    .join("");

const messageItem = (message: SlackMessage, workspace: Slack["workspace"]): string => {
  const buttons = buttonsOf(message)
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
<select name="email" aria-label="Who presses">${peopleOptions(workspace, readerOf(message, workspace))}</select>${buttons.join("")}</form>`;
  const edited = message.editedTs === null ? "" : " · edited";
  return `<li><strong>${escapeHtml(workspace.nameOf(message.channel))}</strong> <span class="quiet">${escapeHtml(message.ts)}${edited}</span>
${shown(message)}${form}${wordItems(message, workspace)}</li>`;
};
