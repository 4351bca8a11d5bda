/** The mails that came: as JSON for programs, as pages for people. */
import { Router } from "express";
import type { ParsedMail } from "mailparser";
import { escapeHtml, htmlPage } from "../html.ts";
import type { ReceivedMail } from "./smtp.ts";

/** `/control/mail`, `/mail` and `/mail/:id`. */
export const createMailPages = (mails: ReceivedMail[]): Router => {
  const routes = Router();
  routes.get("/control/mail", (_request, response) => {
    response.json({ items: mails.map(mailBody) });
  });
  routes.get("/mail", (_request, response) => {
    response.type("html").send(listPage(mails));
  });
  routes.get("/mail/:id", (request, response) => {
    const mail = mails.find(({ id }) => String(id) === request.params.id);
    if (mail) response.type("html").send(onePage(mail));
    else
      response
        .status(404)
        .type("html")
        .send(htmlPage({ title: "No such mail", body: BACK }));
  });
  return routes;
};

const mailBody = ({ id, receivedAt, envelope, parsed }: ReceivedMail) => ({
  id,
  receivedAt: receivedAt.toString(),
  to: envelope.to,
  from: envelope.from,
  subject: parsed.subject ?? "",
  messageId: parsed.messageId ?? "",
  listUnsubscribe: headerOf(parsed, "list-unsubscribe"),
  listUnsubscribePost: headerOf(parsed, "list-unsubscribe-post"),
  text: parsed.text ?? "",
  html: typeof parsed.html === "string" ? parsed.html : null,
  calendar: calendarOf(parsed),
});

/** As it came, in one line. */
const headerOf = ({ headerLines }: ParsedMail, name: string): string | null => {
  const line = headerLines.find(({ key }) => key === name)?.line;
  return (
    line
      ?.slice(line.indexOf(":") + 1)
      .replaceAll(/\s+/g, " ")
      .trim() ?? null
  );
};

/** The calendar part, which mail programs offer as an invitation, or else the file. */
const calendarOf = (parsed: ParsedMail): string | null => {
  const part = parsed.attachments.find(({ contentType }) =>
    ["text/calendar", "application/ics"].includes(contentType),
  );
  return part ? part.content.toString("utf8") : null;
};

const BACK = '<p><a href="/mail">All mails</a></p>';

const listPage = (mails: ReceivedMail[]): string => {
  const items = mails.toReversed().map(
    ({ id, receivedAt, envelope, parsed }) =>
      `<li><a href="/mail/${id}">${escapeHtml(parsed.subject ?? "(no subject)")}</a>
<div class="quiet">to ${escapeHtml(envelope.to.join(", "))} · <time datetime="${receivedAt.toString()}">${timeInWords(receivedAt)}</time></div></li>`,
  );
  const body = items.length > 0 ? `<ul>${items.join("")}</ul>` : "<p>No mail has come yet.</p>";
  return htmlPage({ title: "Mail", body });
};

/** What came is shown in a frame without scripts, forms or a way to the page around it. */
const onePage = ({ receivedAt, envelope, parsed, ...mail }: ReceivedMail): string => {
  const facts: [string, string][] = [
    ["From", parsed.from?.text ?? envelope.from],
    ["To", envelope.to.join(", ")],
    ["Received", timeInWords(receivedAt)],
    ["Message-ID", parsed.messageId ?? ""],
  ];
  const calendar = calendarOf(parsed);
  const html =
    typeof parsed.html !== "string"
      ? `<pre>${escapeHtml(parsed.text ?? "")}</pre>`
      : `<iframe title="The mail" sandbox="" srcdoc="${escapeHtml(parsed.html)}"></iframe>`;
  return htmlPage({
    title: parsed.subject ?? `Mail ${mail.id}`,
    body: `<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join("")}</dl>
${html}
<h2>As plain text</h2><pre>${escapeHtml(parsed.text ?? "")}</pre>
${calendar === null ? "" : `<h2>Calendar file</h2><pre>${escapeHtml(calendar)}</pre>`}
${BACK}`,
  });
};

const timeInWords = (instant: Temporal.Instant): string =>
  `${instant.toZonedDateTimeISO("UTC").toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ")} UTC`;
