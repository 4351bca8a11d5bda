/** The page on which a candidate chooses among the times that are kept for them; and the one that waits for the booking. */
import { spanOf } from "../../domain/itinerary.ts";
import type { BookedSession } from "../../domain/proposal.ts";
import { type Html, html } from "../pages/html.ts";
import { interviewsOf } from "./interviews.ts";
import {
  type Drawn,
  factsPart,
  momentWords,
  personPart,
  readerOf,
  thanksNote,
  zonePart,
} from "./parts.ts";
import { dayOf, hoursOf, hoursWithZone, isSameClock } from "./times.ts";
import type { Offered } from "./view.ts";

interface OfferDrawn extends Drawn {
  state: Offered;
  said: unknown;
}

/** Title and body. */
export const offerPage = (drawn: OfferDrawn): { title: string; body: Html } => {
  const { visit, state, said } = drawn;
  const { texts } = visit;
  const title = texts.offered(state.payload.postingTitle);
  const until = momentWords(state.until, readerOf(drawn));
  return {
    title,
    body: html`<h1>${title}</h1>
      ${
        state.isLost
          ? html`<p class="note" role="alert">${texts.pickLost}</p>`
          : thanksNote(said === "picked" ? null : said, visit)
      }
      <p>${texts.offeredLead} ${texts.offeredUntil(until)}</p>
      ${timesPart(drawn)} ${aboutPart(drawn)}
      <p class="link-line"><a href="${visit.href("/availability")}">${texts.noneSuits}</a></p>
      ${zonePart(drawn)} ${personPart(drawn)}`,
  };
};

/** Grouped by day, one button a time: pressing it is the choice. */
const timesPart = (drawn: OfferDrawn): Html[] => {
  const reader = readerOf(drawn);
  const { visit, state } = drawn;
  const days = Map.groupBy(state.times, (time) => dayOf(spanOf(time).startsAt, reader));
  return [...days].map(
    ([day, times]) =>
      html`<section class="card">
        <h2 lang="${reader.locale}">${day}</h2>
        <form method="post" action="${visit.href("/pick")}">
          <div class="slots">${times.map((time) => timeButton(time, drawn))}</div>
        </form>
      </section>`,
  );
};

const timeButton = (time: readonly BookedSession[], drawn: OfferDrawn): Html => {
  const reader = readerOf(drawn);
  const { assumed } = drawn.view;
  const span = spanOf(time);
  const people = [...new Set(time.flatMap(({ panel }) => panel.map(({ name }) => name)))];
  const isElsewhere = assumed.isKnown && !isSameClock(span.startsAt, reader.zone, assumed.zone);
  return html`<button name="startsAt" value="${span.startsAt.toString()}">
    <span class="num"><strong>${hoursWithZone(span, reader)}</strong></span>
    ${
      isElsewhere &&
      html`<span class="small quiet line"
        >${drawn.visit.texts.elsewhere(hoursWithZone(span, { ...reader, zone: assumed.zone }))}</span
      >`
    }
    ${
      time.length > 1 &&
      time.map(
        (session) =>
          html`<span class="small line"
            >${hoursOf(spanOf([session]), reader)} ${session.name}</span
          >`,
      )
    }
    <span class="small line">${drawn.visit.texts.with}: ${people.join(", ")}</span>
  </button>`;
};

/** What they all have in common. */
const aboutPart = (drawn: OfferDrawn): Html[] =>
  interviewsOf(drawn.state.payload.sessions, {}).map(
    (interview) =>
      html`<section class="card">
        <h2>${interview.name}</h2>
        ${factsPart({ ...interview, people: [] }, drawn)}
      </section>`,
  );

/** While what was chosen is being booked. */
export const bookingPage = ({ visit: { texts, href } }: Drawn): { title: string; body: Html } => ({
  title: texts.booking,
  body: html`<h1>${texts.booking}</h1>
    <p role="status">${texts.bookingLead}</p>
    <p class="link-line"><a href="${href()}">${texts.again}</a></p>`,
});
