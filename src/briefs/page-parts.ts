/** Pieces of a brief's page. */
import { type Html, type HtmlValue, html } from "../domain/html.ts";
import type { MarkedSentence } from "./citations.ts";
import { type BriefView, type Fact, type ProbeView, type QuestionView, HEADINGS } from "./view.ts";

/** A part under its heading, which names it for those who do not see; nothing where there is nothing to say. */
export const part = (
  id: keyof typeof HEADINGS,
  items: HtmlValue[],
  { nothing, isOrdered = false }: { nothing?: string; isOrdered?: boolean } = {},
): HtmlValue =>
  (items.length > 0 || nothing !== undefined) &&
  html`<section class="part part-${id}" id="${id}" aria-labelledby="${id}-name">
    <h2 id="${id}-name">${HEADINGS[id]}</h2>
    ${items.length === 0 ? html`<p class="quiet">${nothing}</p>` : list(items, isOrdered)}
  </section>`;

const list = (items: HtmlValue[], isOrdered: boolean): Html => {
  const all = items.map((item) => html`<li>${item}</li>`);
  return isOrdered
    ? html`<ol>
        ${all}
      </ol>`
    : html`<ul>
        ${all}
      </ul>`;
};

/** A sentence with a mark that opens to the very words; on paper the numbers alone. */
export const marked = (sentence: MarkedSentence): Html => html`${sentence.text}${markOf(sentence)}`;

/** No space before it: a number never stands alone on a line of paper. */
const markOf = ({ numbers, quotes }: MarkedSentence): Html => {
  const shown = numbers.join(",\u00A0");
  return quotes.length === 0
    ? html`<sup class="number"><span class="sr-only"> Source </span>${shown}</sup>`
    : html`<details class="mark">
        <summary><span class="sr-only"> The words of source </span>${shown}</summary>
        ${quotes.map(
          ({ number, title, words }) =>
            html`<blockquote>
              <p>${words}</p>
              <footer>${number}. ${title}</footer>
            </blockquote>`,
        )}
      </details>`;
};

/** The words, as a link where they lead somewhere. */
export const anchor = ({ text, url }: Pick<Fact, "text" | "url">): HtmlValue =>
  url === null ? text : html`<a href="${url}">${text}</a>`;

/** Facts beside their names. */
export const factList = (facts: readonly Fact[]): Html =>
  html`<dl class="brief-facts">
    ${facts.map(
      (each) =>
        html`<div>
          <dt>${each.label}</dt>
          <dd>${anchor(each)}</dd>
        </div>`,
    )}
  </dl>`;

/** One line for one of the other interviews. */
export const otherItem = ({ when, name, people, covers }: BriefView["others"][number]): Html =>
  html`<span class="num">${when}</span> <b>${name}</b>${people && `, ${people}`}${
      covers && html`<span class="quiet">: ${covers}</span>`
    }`;

/** What is there, or is not, and how to ask about it. */
export const probeItem = (point: ProbeView): Html =>
  html`${marked(point)}
    <p class="ask"><b>Ask:</b> ${point.ask}</p>`;

/** A question with its follow-ups and what a strong answer shows. */
export const questionItem = (question: QuestionView): Html =>
  html`<p class="question">
      <b>${question.text}</b>
      <span class="quiet"
        >${[question.minutes, question.competency].filter(Boolean).join(", ")}</span
      >
    </p>
    ${
      question.followUps.length > 0 &&
      html`<ul class="follow-ups">
        ${question.followUps.map((each) => html`<li>${each}</li>`)}
      </ul>`
    }
    ${question.strong !== "" && html`<p class="strong"><i>A strong answer:</i> ${question.strong}</p>`}`;

/** The documents by their numbers, and what was read besides. */
export const sources = ({ documents, alsoRead }: BriefView): HtmlValue =>
  documents.length + alsoRead.length > 0 &&
  html`<section class="part" id="sources" aria-labelledby="sources-name">
    <h2 id="sources-name">${HEADINGS.sources}</h2>
    ${
      documents.length > 0 &&
      html`<ol>
        ${documents.map((each) => html`<li>${anchor({ text: each.title, url: each.url })}</li>`)}
      </ol>`
    }
    ${alsoRead.length > 0 && html`<p class="quiet also-read">Also read: ${alsoRead.join(" · ")}</p>`}
  </section>`;

/** On paper: what the sheet had no room for. */
export const onScreenAlone = (words: string): HtmlValue =>
  words !== "" && html`<p class="paper">${words}</p>`;
