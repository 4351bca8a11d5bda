/** The page of an interview that is booked: when, with whom, where; confirm, say what is needed, ask for a change. */
import { type Html, html } from "../../domain/html.ts";
import {
  type Drawn,
  actForm,
  chatPart,
  factsPart,
  momentWords,
  personAct,
  personPart,
  readerOf,
  textField,
  thanksNote,
  whenPart,
  zonePart,
} from "./parts.ts";
import type { Booked } from "./view.ts";

interface BookedDrawn extends Drawn {
  state: Booked;
  said: unknown;
  /** The link of a reminder leads to asking for another time. */
  isMoveAsked: boolean;
}

/** Title and body. */
export const bookedPage = (drawn: BookedDrawn): { title: string; body: Html } => {
  const { visit, state } = drawn;
  const { texts } = visit;
  const { interviews, payload, isArchived } = state;
  const title =
    interviews.length === 1
      ? texts.booked(interviews[0].name, payload.postingTitle)
      : texts.bookedSeveral(payload.postingTitle);
  const cards = interviews.map(
    (interview) =>
      html`<section class="card">
        ${interviews.length > 1 && html`<h2>${interview.name}</h2>`} ${whenPart(interview, drawn)}
        ${factsPart(interview, drawn)}
      </section>`,
  );
  return {
    title,
    body: html`<h1>${title}</h1>
      ${thanksPart(drawn)} ${cards} ${!isArchived && confirmPart(drawn)}
      <p class="link-line"><a href="${visit.href("/interview.ics")}">${texts.calendarFile}</a></p>
      ${chatPart(drawn)} ${zonePart(drawn)} ${!isArchived && [needsPart(drawn), movePart(drawn)]}
      ${cancelPart(drawn)} ${personPart(drawn)}`,
  };
};

/** Whether what the address thanks for is said below, or a person has said no to it since. */
const isOver = ({ said, state }: BookedDrawn): boolean =>
  said === "confirmed" || (said === "wants_move" && state.move?.isKept !== false);

const thanksPart = (drawn: BookedDrawn): Html | null => {
  const { visit, state, said } = drawn;
  if (said !== "availability") return thanksNote(isOver(drawn) ? null : said, drawn);
  const { again, kept } = visit.texts.whatCame;
  const words = state.wish === "wants_move" ? again : kept;
  return html`<p class="note" data-tone="done" role="status">${words}</p>`;
};

const confirmPart = ({ visit, state }: BookedDrawn): Html =>
  html`<div id="confirm">
    ${
      state.isConfirmed
        ? html`<p class="note" data-tone="done">${visit.texts.confirmed}</p>`
        : actForm({ act: "/confirm", button: visit.texts.confirm, isMain: true }, visit)
    }
  </div>`;

const needsPart = (drawn: BookedDrawn): Html => {
  const { visit, view } = drawn;
  const { texts } = visit;
  const fault = drawn.fault?.kind === "needs" ? drawn.fault : undefined;
  const told = view.saidAt.needs;
  return html`<details class="card" ${fault && html` open`}>
    <summary>${texts.needsTitle}</summary>
    <p>${texts.needsLead}</p>
    ${told && html`<p class="quiet small">${texts.needsTold(momentWords(told, readerOf(drawn)))}</p>`}
    ${actForm(
      {
        act: "/needs",
        button: texts.needsSend,
        fields: [
          textField({
            name: "needs",
            label: texts.needs,
            hint: texts.needsHint,
            fault,
          }),
          textField({
            name: "pronunciation",
            label: texts.pronunciation,
            hint: texts.pronunciationHint,
            fault,
            isFaulty: false,
          }),
        ],
      },
      visit,
    )}
  </details>`;
};

const movePart = (drawn: BookedDrawn): Html => {
  const { visit, state } = drawn;
  const { texts } = visit;
  const reader = readerOf(drawn);
  const fault = drawn.fault?.kind === "wants_move" ? drawn.fault : undefined;
  const { mayMove } = state;
  const form = mayMove.may
    ? html`<p>${texts.moveLead}</p>
        <p class="quiet small">${texts.moveUntil(momentWords(mayMove.until, reader))}</p>
        ${actForm(
          {
            act: "/move",
            button: texts.moveSend,
            fields: textField({
              name: "reason",
              label: texts.moveReason,
              fault,
            }),
          },
          visit,
        )}`
    : html`<p>${mayMove.why === "often" ? texts.moveTooOften : texts.moveTooLate}</p>
        ${personAct(texts.moveByPerson, drawn)}`;
  return html`<details class="card" id="move" ${(fault ?? drawn.isMoveAsked) && html` open`}>
    <summary>${texts.moveTitle}</summary>
    ${moveNote(drawn)} ${form}
    ${
      !drawn.view.isLeftToPeople &&
      (mayMove.may || state.wish === "wants_move") &&
      html`<p class="link-line">
        <a href="${visit.href("/availability")}">${texts.availabilityTitle}</a>
      </p>`
    }
  </details>`;
};

/** What became of their wish, as far as they know it from nobody else. */
const moveNote = (drawn: BookedDrawn): Html | null => {
  const { move, mayMove } = drawn.state;
  const { texts } = drawn.visit;
  if (!move) return null;
  const when = momentWords(move.askedAt, readerOf(drawn));
  if (!move.isKept) return html`<p class="note">${texts.moveAsked(when)}</p>`;
  return html`<p class="note">${texts.moveKept(when)} ${mayMove.may && texts.moveAgain}</p>`;
};

const cancelPart = (drawn: BookedDrawn): Html => {
  const { visit, state } = drawn;
  const { texts } = visit;
  const fault = drawn.fault?.kind === "wants_cancel" ? drawn.fault : undefined;
  const { askedAt } = state.cancel;
  // Who follows the link of a reminder when it is too late to move has this left, beside a person.
  const isAllThatIsLeft = drawn.isMoveAsked && !state.mayMove.may;
  return html`<details class="card" ${(fault ?? isAllThatIsLeft) && html` open`}>
    <summary>${texts.cancelTitle}</summary>
    ${
      askedAt
        ? html`<p class="note">${texts.cancelAsked(momentWords(askedAt, readerOf(drawn)))}</p>`
        : html`<p>${texts.cancelLead}</p>
            ${actForm(
              {
                act: "/cancel",
                button: texts.cancelSend,
                fields: textField({
                  // Two fields of one page need two names.
                  name: "cancel-reason",
                  label: texts.cancelReason,
                  fault,
                }),
              },
              visit,
            )}`
    }
  </details>`;
};
