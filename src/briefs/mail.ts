/** A brief as one reader's mail: text, and HTML that mail programs show, in light and dark, and print in two columns. */
import type { BriefReader, SendBrief } from "../domain/brief.ts";
import { type Html, type HtmlValue, html, inline } from "../domain/html.ts";
import { cleanLine } from "../domain/quoted.ts";
import type { MarkedSentence } from "./citations.ts";
import { SHEET_STYLE, sheetOf } from "./sheet.ts";
import { textOf } from "./text.ts";
import {
  type BriefLinks,
  type BriefView,
  type Fact,
  type ProbeView,
  type QuestionView,
  HEADINGS,
  NOTHING,
  viewOf,
} from "./view.ts";
import { shortWhen } from "./when.ts";

export interface RenderedBrief {
  subject: string;
  text: string;
  html: string;
}

/** Units: characters. */
const LONGEST_NAME = 60;

/** What `reader` is sent. Only `links`, the documents' places in Lever and LinkedIn become links. */
export const renderBriefMail = (
  payload: SendBrief,
  reader: BriefReader,
  links: BriefLinks,
): RenderedBrief => {
  const view = viewOf(payload, reader, links);
  const name = (text: string): string => cleanLine(text, LONGEST_NAME);
  const what = `${name(view.candidate)}, ${name(view.session)}`;
  return {
    subject: `${view.changes.length > 0 ? "Brief changed" : "Brief"}: ${what}, ${shortWhen(payload.session, view.when.zone)}`,
    text: `${textOf(view)}\n\n${YOURS}`,
    html: documentOf(view).toString(),
  };
};

const YOURS =
  "This is for you as an interviewer. Please do not pass it on: others on the panel have their own.";

/** Mail programs print what they show; one that knows no columns prints it in one. */
const PRINT = `
@media print {${SHEET_STYLE}
  body { padding: 0 !important; font: 9.5pt/1.22 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans Condensed", sans-serif !important; }
  h1 { display: inline; font-size: 1.48em !important; }
  .role { display: inline; margin: 0 0 0 2mm !important; }
  .when { margin: 2pt 0 0 !important; font-size: 1.1em !important; }
  .zone { display: inline; margin: 0 3mm 0 0 !important; }
  .facts { margin: 1pt 0 3pt !important; }
  .facts td { padding: 0 8pt 0 0 !important; }
  .sheet { max-width: none !important; }
  .parts { columns: 2; column-gap: 6mm; }
  .part { margin: 0 0 4pt !important; }
  .part h2 { margin: 0 0 1.5pt !important; line-height: 1.2 !important; padding: 0 !important; font-size: 1.05em !important; break-after: avoid; }
  .part ul { padding-left: 11pt !important; }
  .part ol { padding-left: 13pt !important; }
  .part li { margin: 0 0 1pt !important; break-inside: avoid; }
  :is(.sheet-closest, .sheet-cut) .part br { display: none; }
  .part .follow-ups, .part .follow-ups li { display: inline; margin: 0 !important; padding: 0 !important; }
  .follow-ups li::before { content: " – "; }
  .part sup { line-height: 0 !important; font-size: 7pt !important; vertical-align: .25em; }
  .changes { padding: 2pt 5pt !important; }
  .part.changes :is(ul, li) { display: inline; padding: 0 !important; }
  .changes li:not(:last-child)::after { content: " · "; }
  .foot .part { margin: 0 0 2pt !important; }
  .foot :is(h2, ul, li) { display: inline; padding: 0 !important; border: 0 !important; }
  .foot h2::after { content: ": "; }
  .foot li + li::before { content: " · "; }
  .foot p { font-size: inherit !important; }
  .sheet-cut .foot li:has(> .also-read) { display: none !important; }
  .button { display: none !important; }
  @page { margin: 6mm 8mm; }
}`;

const FONT =
  "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans',Arial,sans-serif";

const documentOf = (view: BriefView): Html => {
  const sheet = sheetOf(view);
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${view.title}</title>
        ${inline("style", PRINT)}
      </head>
      <body
        style="margin:0;padding:24px 16px;font-size:15px;line-height:1.45;overflow-wrap:anywhere;word-break:break-word;${FONT}"
      >
        <main>
          <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
            <tr>
              <td align="center">
                <table
                  class="sheet ${sheet.setting}"
                  role="presentation"
                  width="100%"
                  cellpadding="0"
                  cellspacing="0"
                  border="0"
                  style="max-width:640px;text-align:left"
                >
                  <tr>
                    <td>${headOf(view)}${partsOf(view)}${footOf(view, sheet.onScreenAlone)}</td>
                  </tr>
                </table>
              </td>
            </tr>
          </table>
        </main>
      </body>
    </html> `;
};

const headOf = (view: BriefView): Html => html`
  ${view.changes.length > 0 && changesOf(view)}
  <h1 style="margin:0;font-size:24px;line-height:1.2">${view.candidate}</h1>
  <p class="role" style="margin:4px 0 12px;opacity:0.8">
    ${[view.session, view.role].filter(Boolean).join(" · ")}
  </p>
  <p class="when" style="margin:0;font-size:17px"><strong>${view.when.first}</strong></p>
  ${view.when.others.map((other) => html`<p class="zone" style="margin:2px 0 0;opacity:0.8">${other}</p>`)}
  <table
    class="facts"
    role="presentation"
    cellpadding="0"
    cellspacing="0"
    border="0"
    style="margin:10px 0 16px"
  >
    ${view.facts.map(factRow)}
  </table>
  ${
    (view.video !== null || view.page !== null) &&
    html`<p class="button" style="margin:0 0 20px">
      ${button("Join the video call", view.video)} ${button("Open or print the brief", view.page)}
    </p>`
  }
`;

const button = (words: string, url: string | null): HtmlValue =>
  url !== null &&
  html`<a
    href="${url}"
    style="display:inline-block;margin:0 8px 8px 0;padding:10px 18px;border:1px solid;color:inherit;border-radius:8px;font-weight:600;text-decoration:none"
    >${words}</a
  >`;

const changesOf = ({ changes }: BriefView): Html =>
  html`<div
    class="part changes"
    style="margin:0 0 16px;padding:10px 14px;border:1px solid;border-left-width:5px"
  >
    <strong>${HEADINGS.changes}:</strong>
    <ul style="margin:4px 0 0;padding-left:20px">
      ${changes.map((change) => html`<li>${change}</li>`)}
    </ul>
  </div>`;

/** In the colour of the text: mail programs turn dark in ways of their own. */
const anchor = ({ text, url }: Pick<Fact, "text" | "url">): HtmlValue =>
  url === null ? text : html`<a href="${url}" style="color:inherit">${text}</a>`;

const factRow = (each: Fact): Html =>
  html`<tr>
    <td style="padding:2px 14px 0 0;vertical-align:top;white-space:nowrap;opacity:0.8">
      ${each.label}
    </td>
    <td style="padding:2px 0 0;vertical-align:top">${anchor(each)}</td>
  </tr>`;

const partsOf = (view: BriefView): Html =>
  html`<div class="parts">
    ${part("others", view.others.map(otherItem))}
    ${part("highlights", view.highlights.map(marked), { nothing: NOTHING.highlights })}
    ${part("background", view.background.map(marked))}
    ${part("feedback", view.feedback.map(marked))}
    ${part("probe", view.probe.map(probeItem), { nothing: NOTHING.probe })}
    ${part("questions", view.questions.map(questionItem), { nothing: NOTHING.questions, isOrdered: true })}
    ${part("selling", view.selling.map(marked))}
  </div>`;

const footOf = (view: BriefView, onScreenAlone: string): Html =>
  html`<div class="foot">
    ${part("leftOut", view.leftOut)}
    ${part(
      "logistics",
      view.logistics.map((each) =>
        each.url === null ? html`${each.label}: ${each.text}` : anchor(each),
      ),
    )}
    ${part("sources", sourceItems(view))}
    ${onScreenAlone !== "" && html`<p class="paper" style="display:none;margin:0">${onScreenAlone}</p>`}
    <p style="margin:0;font-size:13px;opacity:0.8">${YOURS}</p>
  </div>`;

interface PartProps {
  nothing?: string;
  isOrdered?: boolean;
}

const HEADING =
  "margin:0 0 6px;padding-bottom:3px;border-bottom:1px solid;font-size:16px;line-height:1.3";
const LIST = "margin:0;padding-left:22px";

const part = (
  id: keyof typeof HEADINGS,
  items: HtmlValue[],
  { nothing, isOrdered = false }: PartProps = {},
): HtmlValue => {
  if (items.length === 0 && nothing === undefined) return null;
  const all = items.map((item) => html`<li style="margin:0 0 5px">${item}</li>`);
  const list = isOrdered
    ? html`<ol style="${LIST}">
        ${all}
      </ol>`
    : html`<ul style="${LIST}">
        ${all}
      </ul>`;
  return html`<div class="part part-${id}" style="margin:0 0 20px">
    <h2 style="${HEADING}">${HEADINGS[id]}</h2>
    ${items.length === 0 ? html`<p style="margin:0">${nothing}</p>` : list}
  </div>`;
};

const marked = ({ text, numbers }: MarkedSentence): Html =>
  html`${text}<sup style="font-size:11px;line-height:1">&nbsp;${numbers.join(",\u00A0")}</sup>`;

const otherItem = ({ when, name, people, covers }: BriefView["others"][number]): Html =>
  html`<strong>${when}</strong>
    ${name}${people && `, ${people}`}${covers && html`: <em>${covers}</em>`}`;

const probeItem = (point: ProbeView): Html =>
  html`${marked(point)} <br /><strong>Ask:</strong> ${point.ask}`;

const questionItem = ({ text, minutes, competency, followUps, strong }: QuestionView): Html =>
  html`<strong>${text}</strong>
    <span style="opacity:0.8">${[minutes, competency].filter(Boolean).join(", ")}</span>
    ${
      followUps.length > 0 &&
      html`<ul class="follow-ups" style="margin:2px 0;padding-left:18px">
        ${followUps.map((each) => html`<li>${each}</li>`)}
      </ul>`
    }
    ${strong !== "" && html`<div class="strong"><em>A strong answer:</em> ${strong}</div>`}`;

const sourceItems = ({ documents, alsoRead }: BriefView): HtmlValue[] => [
  ...documents.map((each) => html`[${each.number}] ${anchor({ text: each.title, url: each.url })}`),
  ...(alsoRead.length === 0
    ? []
    : [html`<span class="also-read">Also read: ${alsoRead.join(" · ")}</span>`]),
];
