/** A brief as a page: what an interviewer reads in the minutes before the call, on a screen or on one sheet of paper. */
import type { BriefReader, SendBrief } from "../domain/brief.ts";
import { type Html, html } from "../domain/html.ts";
import {
  anchor,
  factList,
  marked,
  onScreenAlone,
  otherItem,
  part,
  probeItem,
  questionItem,
  sources,
} from "./page-parts.ts";
import { sheetOf } from "./sheet.ts";
import { type BriefLinks, type BriefView, HEADINGS, NOTHING, viewOf } from "./view.ts";

/** Body of a page in the frame for visitors, drawn with `BRIEF_STYLE`. `reader`: null for what all readers see. */
export const renderBriefPage = (
  payload: SendBrief,
  reader: BriefReader | null,
  links: BriefLinks,
): Html => {
  const view = viewOf(payload, reader, links);
  const sheet = sheetOf(view);
  return html`<article class="brief ${sheet.setting}" aria-labelledby="brief-name">
    ${changesOf(view)}${headOf(view)}
    <div class="brief-parts">
      <div class="know">
        ${part("others", view.others.map(otherItem))}
        ${part("highlights", view.highlights.map(marked), { nothing: NOTHING.highlights })}
        ${part("background", view.background.map(marked))}
        ${part("feedback", view.feedback.map(marked))}
      </div>
      <div class="do">
        ${part("probe", view.probe.map(probeItem), { nothing: NOTHING.probe })}
        ${part("questions", view.questions.map(questionItem), {
          nothing: NOTHING.questions,
          isOrdered: true,
        })}
      </div>
      <div class="sell">${part("selling", view.selling.map(marked))}</div>
      <div class="foot">
        ${part("leftOut", view.leftOut)}
        ${part(
          "logistics",
          view.logistics.map((each) =>
            each.url === null ? html`${each.label}: ${each.text}` : anchor(each),
          ),
        )}
        ${sources(view)} ${onScreenAlone(sheet.onScreenAlone)}
      </div>
    </div>
  </article>`;
};

const changesOf = ({ changes }: BriefView) =>
  changes.length > 0 &&
  html`<section class="changes" aria-labelledby="changes-name">
    <h2 id="changes-name">${HEADINGS.changes}</h2>
    <ul>
      ${changes.map((change) => html`<li>${change}</li>`)}
    </ul>
  </section>`;

const headOf = (view: BriefView): Html =>
  html`<header class="brief-head">
    <h1 id="brief-name">${view.candidate}</h1>
    <p class="role">${[view.session, view.role].filter(Boolean).join(" · ")}</p>
    <p class="when">${view.when.first}</p>
    ${view.when.others.length > 0 && html`<p class="quiet">${view.when.others.map(zoneItem)}</p>`}
    ${
      view.video !== null &&
      html`<p class="join">
        <a class="button primary" href="${view.video}">Join the video call</a>
      </p>`
    }
    ${factList(view.facts)}
  </header>`;

const zoneItem = (other: string, index: number): Html =>
  html`${index > 0 && " · "}<span class="zone">${other}</span>`;
