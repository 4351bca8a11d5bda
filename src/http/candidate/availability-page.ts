/** The page on which a candidate says when they could, and the one that shows how it was understood. */
import type { AnswerWindow } from "../../domain/candidate-answer.ts";
import { zoneName } from "../../domain/zone-names.ts";
import { type Html, html } from "../../domain/html.ts";
import { type FormBody, allOf } from "../pages/form-body.ts";
import { type Availability, PART_NAMES, type Reading, cellName, gridDays } from "./availability.ts";
import {
  type Drawn,
  type Fault,
  actForm,
  personPart,
  readerOf,
  textField,
  zonePart,
} from "./parts.ts";
import { type Span, dayOf, hoursOf, spanWords } from "./times.ts";
import type { Booked } from "./view.ts";
import { whatComes } from "./what-comes.ts";

interface AvailabilityDrawn extends Drawn {
  /** What was marked and written before, to be changed. */
  before?: Pick<Availability, "cells" | "words">;
}

/** The grid, and a field for words. */
export const availabilityPage = (drawn: AvailabilityDrawn): { title: string; body: Html } => {
  const { visit, view } = drawn;
  const { texts } = visit;
  const { state } = view;
  const typed: FormBody | undefined =
    drawn.fault?.typed ?? (drawn.before && { cell: drawn.before.cells, words: drawn.before.words });
  const fault: Fault | undefined = typed && {
    kind: "availability",
    message: drawn.fault?.message ?? "",
    typed,
  };
  return {
    title: texts.availabilityTitle,
    body: html`<h1>${texts.availabilityTitle}</h1>
      ${state.kind === "booked" && html`<p>${texts.availabilityBooked(bookedInWords(state, drawn))}</p>`}
      <p>${texts.availabilityLead}</p>
      ${zonePart(drawn, "/availability")}
      ${drawn.fault && html`<p class="note" data-tone="failed" role="alert">${drawn.fault.message}</p>`}
      ${actForm(
        {
          act: "/availability",
          button: texts.availabilityRead,
          isMain: true,
          fields: [
            gridPart(drawn, typed ? allOf(typed, "cell") : []),
            textField({
              name: "words",
              label: texts.availabilityWords,
              hint: texts.availabilityWordsHint,
              fault,
              isFaulty: false,
            }),
          ],
        },
        visit,
      )}
      ${personPart(drawn)}
      <p class="link-line"><a href="${visit.href()}">${texts.back}</a></p>`,
  };
};

const gridPart = (drawn: Drawn, marked: readonly string[]): Html[] => {
  const { visit } = drawn;
  const reader = readerOf(drawn);
  return gridDays(visit.now, reader.zone).map((day) => {
    const noon = day.toZonedDateTime({ timeZone: reader.zone, plainTime: "12:00" }).toInstant();
    return html`<fieldset data-day="${day.toString()}">
      <legend lang="${reader.locale}">${dayOf(noon, reader)}</legend>
      <div class="parts">
        ${PART_NAMES.map((part) => {
          const name = cellName(day, part);
          return html`<label class="choice"
            ><input
              type="checkbox"
              name="cell"
              value="${name}"
              ${marked.includes(name) && html` checked`}
            />
            ${visit.texts.availabilityParts[part]}</label
          >`;
        })}
      </div>
    </fieldset>`;
  });
};

interface CheckDrawn extends Drawn {
  answerId: string;
  said: Availability;
  reading: Reading;
}

/** What was understood: to say yes to, to choose from, or to change. */
export const checkPage = (drawn: CheckDrawn): { title: string; body: Html } => {
  const { visit, said, reading, answerId } = drawn;
  const { texts } = visit;
  const mayCount = reading.questions.length === 0 && said.windows.length > 0;
  const path = `/availability/${answerId}`;
  return {
    title: texts.checkTitle,
    body: html`<h1>${texts.checkTitle}</h1>
      <p>${said.windows.length === 0 ? texts.checkNone : texts.checkLead}</p>
      ${said.windows.length > 0 && windowsPart(drawn)}
      ${
        reading.assumed.length > 0 &&
        html`<section class="card">
          <p>${texts.checkAssumed}</p>
          <ul>
            ${reading.assumed.map((words) => html`<li>${words}</li>`)}
          </ul>
        </section>`
      }
      ${reading.questions.length > 0 && questionsPart(drawn, path)}
      ${mayCount && whatComesPart(drawn)}
      ${mayCount && actForm({ act: `${path}/confirm`, button: texts.checkConfirm, isMain: true }, visit)}
      <p class="link-line">
        <a href="${visit.href("/availability", { from: answerId })}">${texts.checkAgain}</a>
      </p>`,
  };
};

/** When what is booked takes place. */
const bookedInWords = ({ interviews }: Booked, drawn: Drawn): string =>
  interviews.map((interview) => spanWords(interview, readerOf(drawn))).join("; ");

/** While something is booked it has to be said: they may think that they have moved it. */
const whatComesPart = (drawn: CheckDrawn): Html | null => {
  const { state } = drawn.view;
  const comes = whatComes(drawn.view, drawn.said.windows);
  if (state.kind !== "booked" || comes === "search") return null;
  const words = drawn.visit.texts.whatComes[comes](bookedInWords(state, drawn));
  return html`<p class="note">${words}</p>`;
};

/** In the zone in which it was said, which may be another than is chosen by now. */
const windowsPart = ({ visit, said }: CheckDrawn): Html => {
  const reader = { zone: said.zone, locale: visit.locale };
  const days = Map.groupBy(
    said.windows.flatMap((window) => byDay(window, said.zone)),
    ({ startsAt }) => dayOf(startsAt, reader),
  );
  return html`<section class="card">
    <p class="quiet small">${visit.texts.zoneShown(zoneName(said.zone))}</p>
    <dl class="facts" lang="${reader.locale}">
      ${[...days].map(
        ([day, spans]) =>
          html`<dt>${day}</dt>
            <dd class="num">${spans.map((span) => hoursOf(span, reader)).join(", ")}</dd>`,
      )}
    </dl>
  </section>`;
};

/** A window in pieces of one local day each. */
const byDay = ({ start, end }: AnswerWindow, zone: string): Span[] => {
  const pieces: Span[] = [];
  const last = Temporal.Instant.from(end);
  let startsAt = Temporal.Instant.from(start);
  while (Temporal.Instant.compare(startsAt, last) < 0) {
    const day = startsAt.toZonedDateTimeISO(zone).toPlainDate();
    const midnight = day.add({ days: 1 }).toZonedDateTime(zone).toInstant();
    const endsAt = Temporal.Instant.compare(midnight, last) < 0 ? midnight : last;
    pieces.push({ startsAt, endsAt });
    startsAt = endsAt;
  }
  return pieces;
};

const questionsPart = ({ visit, reading }: CheckDrawn, path: string): Html =>
  html`<section class="card">
    <p><strong>${visit.texts.checkAsks}</strong></p>
    ${reading.questions.map(
      ({ question, choices }, at) =>
        html`<div class="slots">
          <p>${question}</p>
          ${choices.map(
            ({ words, instead }, choice) =>
              instead !== undefined &&
              html`<form method="post" action="${visit.href(`${path}/choose`)}">
                <input type="hidden" name="form" value="${visit.formId()}" />
                <input type="hidden" name="choice" value="${at}.${choice}" />
                <button class="wide">${words}</button>
              </form>`,
          )}
        </div>`,
    )}
  </section>`;
