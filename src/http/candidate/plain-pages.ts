/** Pages with nothing to choose: a time is looked for, or nothing more is to be done. */
import { type Html, html } from "../../domain/html.ts";
import { interviewsOf } from "./interviews.ts";
import { type Drawn, chatPart, momentWords, personPart, readerOf, thanksNote } from "./parts.ts";
import type { Cancelled, Over } from "./view.ts";

/** While a time is looked for. */
export const openPage = (drawn: Drawn & { said: unknown }): { title: string; body: Html } => {
  const { visit, view } = drawn;
  const { texts, case_ } = visit;
  const title = texts.open(case_.postingTitle);
  const told = view.saidAt.availability;
  return {
    title,
    body: html`<h1>${title}</h1>
      ${thanksNote(drawn.said, drawn)}
      <p>${view.isLeftToPeople ? texts.openByPeople : texts.openLead}</p>
      ${told && html`<p class="quiet">${texts.availabilityToldAt(momentWords(told, readerOf(drawn)))}</p>`}
      ${
        !view.isLeftToPeople &&
        html`<p>
          <a class="button primary" href="${visit.href("/availability")}"
            >${texts.availabilityTitle}</a
          >
        </p>`
      }
      ${chatPart(drawn)} ${personPart(drawn)}`,
  };
};

interface CancelledDrawn extends Drawn {
  state: Cancelled;
  said: unknown;
}

/** After what was booked has been taken back. */
export const cancelledPage = (drawn: CancelledDrawn): { title: string; body: Html } => {
  const { visit, state } = drawn;
  const { texts } = visit;
  const { postingTitle, sessions } = state.payload;
  const interviews = interviewsOf(sessions, {});
  const what =
    interviews.length === 1
      ? texts.booked(interviews[0].name, postingTitle)
      : texts.bookedSeveral(postingTitle);
  const title = texts.cancelled(what);
  return {
    title,
    body: html`<h1>${title}</h1>
      ${thanksNote(drawn.said, drawn)}
      ${interviews.map(
        (interview) =>
          html`<section class="card">
            <h2>${interview.name}</h2>
            <p class="quiet"><s>${momentWords(interview.startsAt, readerOf(drawn))}</s></p>
          </section>`,
      )}
      <p>${texts.cancelledLead} ${state.mayAsk ? texts.askLead : texts.replyLead}</p>
      ${state.mayAsk && [chatPart(drawn), personPart(drawn)]}`,
  };
};

interface OverDrawn extends Drawn {
  state: Over;
  said: unknown;
}

/** When the interview is over, or the case has ended. */
export const overPage = (drawn: OverDrawn): { title: string; body: Html } => {
  const { state, visit, said } = drawn;
  const { texts } = visit;
  return {
    title: texts.over,
    body: html`<h1>${texts.over}</h1>
      ${thanksNote(said, drawn)}
      <p>
        ${state.mayAsk ? `${texts.pastLead} ${texts.askLead}` : `${texts.overLead} ${texts.replyLead}`}
      </p>
      ${state.mayAsk && [chatPart(drawn), personPart(drawn)]}`,
  };
};
