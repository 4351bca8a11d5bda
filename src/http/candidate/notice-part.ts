/** What a candidate is told of the software on their pages: in short, and all of it behind one press. */
import { type Html, type HtmlValue, html } from "../../domain/html.ts";
import {
  NOTICE_TITLES,
  type Notice,
  type NoticeBlock,
  type NoticeSpan,
  blocksOf,
  leadOf,
} from "../../domain/notice.ts";
import type { Drawn } from "./parts.ts";

/** Of all texts that may apply. */
export const noticePart = ({
  visit: { texts },
  view: { notices },
}: Pick<Drawn, "visit" | "view">): Html =>
  html`<div data-part="notice">
    ${notices.slice(0, 1).map((general) => html`<p>${leadOf(general)}</p>`)}
    <details>
      <summary>${texts.noticeWhole}</summary>
      ${notices.map((notice) => wholePart(notice, notices.length > 1))}
    </details>
  </div>`;

/** The general one has said its first paragraph above. */
const wholePart = (notice: Notice, isTitled: boolean): HtmlValue => {
  const blocks = blocksOf(notice);
  const isGeneral = notice.notice === "general";
  return html`${!isGeneral && isTitled && html`<p><strong>${NOTICE_TITLES[notice.notice]}</strong></p>`}
  ${(isGeneral ? blocks.slice(1) : blocks).map(blockPart)}`;
};

const blockPart = (block: NoticeBlock): Html =>
  block.kind === "paragraph"
    ? html`<p>${block.spans.map(spanPart)}</p>`
    : html`<ul>
        ${block.lines.map((line) => html`<li>${line.map(spanPart)}</li>`)}
      </ul>`;

const spanPart = ({ text, isBold }: NoticeSpan): HtmlValue =>
  isBold ? html`<strong>${text}</strong>` : text;
