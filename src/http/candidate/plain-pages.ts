/** Pages with nothing to choose: a time is looked for, or nothing more is to be done. */
import { type Html, html } from "../pages/html.ts";
import { type Drawn, momentWords, personPart, readerOf, thanksNote } from "./parts.ts";

/** While a time is looked for. */
export const openPage = (drawn: Drawn & { said: unknown }): { title: string; body: Html } => {
  const { visit, view } = drawn;
  const { texts, case_ } = visit;
  const title = texts.open(case_.postingTitle);
  const told = view.saidAt.availability;
  return {
    title,
    body: html`<h1>${title}</h1>
      ${thanksNote(drawn.said, visit)}
      <p>${texts.openLead}</p>
      ${told && html`<p class="quiet">${texts.availabilityToldAt(momentWords(told, readerOf(drawn)))}</p>`}
      <p>
        <a class="button primary" href="${visit.href("/availability")}"
          >${texts.availabilityTitle}</a
        >
      </p>
      ${personPart(drawn)}`,
  };
};

/** When the interview is over, or the case has ended. */
export const overPage = ({ visit: { texts } }: Drawn): { title: string; body: Html } => ({
  title: texts.over,
  body: html`<h1>${texts.over}</h1>
    <p>${texts.overLead}</p>`,
});
