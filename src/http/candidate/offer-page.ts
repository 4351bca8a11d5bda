/** The page on which a candidate chooses among the times that are kept for them; and the one that waits for the booking. */
import { daysOf, spanOf, timeOf } from "../../domain/itinerary.ts";
import { endsSooner } from "../../domain/offer.ts";
import type { BookedSession } from "../../domain/proposal.ts";
import { type Html, html } from "../../domain/html.ts";
import { interviewsOf } from "./interviews.ts";
import {
  type Drawn,
  chatPart,
  elsewhereWords,
  factsPart,
  traineesInWords,
  momentWords,
  personPart,
  readerOf,
  thanksNote,
  zonePart,
} from "./parts.ts";
import { dayOf, hoursOf, hoursWithZone, spanWords } from "./times.ts";
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
          : thanksNote(said === "picked" ? null : said, drawn)
      }
      <p>
        ${texts.offeredLead} ${texts.offeredUntil(until)}
        ${endsSooner(state.times, state.until) && texts.offeredEach}
      </p>
      ${timesPart(drawn)} ${aboutPart(drawn)}
      <p class="link-line"><a href="${visit.href("/availability")}">${texts.noneSuits}</a></p>
      ${zonePart(drawn)} ${chatPart(drawn)} ${personPart(drawn)}`,
  };
};

/** Grouped by the days that they are on, one button a time: pressing it is the choice. */
const timesPart = (drawn: OfferDrawn): Html[] => {
  const reader = readerOf(drawn);
  const { visit, state } = drawn;
  const headings = Map.groupBy(state.times, (time) =>
    daysOf(time, reader.zone)
      .map(({ startsAt }) => dayOf(startsAt, reader))
      .join(" · "),
  );
  return [...headings].map(
    ([days, times]) =>
      html`<section class="card">
        <h2 lang="${reader.locale}">${days}</h2>
        <form method="post" action="${visit.href("/pick")}">
          <div class="slots">${times.map((time) => timeButton(time, drawn))}</div>
        </form>
      </section>`,
  );
};

const timeButton = (time: readonly BookedSession[], drawn: OfferDrawn): Html => {
  const people = [...new Set(time.flatMap(({ panel }) => panel.map(({ name }) => name)))];
  const trainees = time.flatMap((session) => session.trainees ?? []);
  const days = daysOf(time, readerOf(drawn).zone);
  return html`<button name="startsAt" value="${spanOf(time).startsAt.toString()}">
    ${days.map(({ sessions }) => dayLines(sessions, { ...drawn, isOne: days.length === 1 }))}
    <span class="small line">${drawn.visit.texts.with}: ${people.join(", ")}</span>
    ${
      trainees.length > 0 &&
      html`<span class="small line"
        >${drawn.visit.texts.alsoThere}: ${traineesInWords(trainees, drawn.visit)}</span
      >`
    }
  </button>`;
};

/** The hours of one day, and its sessions where a time has several. Of several days each says which it is: the hours from the
 * first to the last of them would name no time at all. */
const dayLines = (
  sessions: readonly BookedSession[],
  { isOne, ...drawn }: OfferDrawn & { isOne: boolean },
): Html => {
  const reader = readerOf(drawn);
  const span = spanOf(sessions);
  const elsewhere = elsewhereWords(span, drawn);
  return html`<span class="num line"
      ><strong>${isOne ? hoursWithZone(span, reader) : spanWords(span, reader)}</strong></span
    >
    ${elsewhere !== null && html`<span class="small quiet line">${elsewhere}</span>`}
    ${
      sessions.length > 1
        ? sessions.map(
            (session) =>
              html`<span class="small line"
                >${hoursOf(timeOf(session), reader)} ${session.name}</span
              >`,
          )
        : !isOne && html`<span class="small line">${sessions[0]?.name}</span>`
    }`;
};

/** What they all have in common: people and rooms are each time's own. */
const aboutPart = (drawn: OfferDrawn): Html[] =>
  interviewsOf(drawn.state.payload.sessions, {}).map(
    (interview) =>
      html`<section class="card">
        <h2>${interview.name}</h2>
        ${factsPart({ ...interview, people: [], trainees: [], room: null }, drawn)}
      </section>`,
  );

/** While what was chosen is being booked. */
export const bookingPage = ({ visit: { texts, href } }: Drawn): { title: string; body: Html } => ({
  title: texts.booking,
  body: html`<h1>${texts.booking}</h1>
    <p role="status">${texts.bookingLead}</p>
    <p class="link-line"><a href="${href()}">${texts.again}</a></p>`,
});
