/** The page of the assistant. It works without script; the script shows answers as they come and a person's by itself. Whatever was written
 * is shown as text: a link is made only of an address that stands in a fact of the candidate's own case. */
import {
  CHAT_LIMITS,
  type ChatAction,
  type ChatActKind,
  type ChatMessage,
  type ChatSource,
  type ChatTranslation,
  type ChatView,
} from "../../../domain/chat.ts";
import { type Html, type HtmlValue, html } from "../../../domain/html.ts";
import type { VisitorPage } from "../../pages/layout.ts";
import { isShut } from "../view.ts";
import { CHAT_SCRIPT } from "../page-script.ts";
import { noticePart } from "../notice-part.ts";
import { type Drawn, onceField, readerOf, zoneWords } from "../parts.ts";
import { clockOf, dayOf } from "../times.ts";
import { CHAT_STYLE } from "./chat-style.ts";

/** What was sent and could not be taken: nothing typed is lost. */
export interface ChatFault {
  message: string;
  /** What was to be done; null: it was a message. */
  kind: ChatActKind | null;
  text: string;
}

export interface ChatDrawn extends Omit<Drawn, "fault"> {
  chat: ChatView;
  /** Buttons that would do something now. */
  mayDo: ReadonlySet<ChatActKind>;
  fault?: ChatFault;
}

/** The page without its frame. */
export const chatPage = (drawn: ChatDrawn): Omit<VisitorPage, "companyName"> => {
  const { visit, view } = drawn;
  const texts = visit.texts.chat;
  const isOver = isShut(view);
  return {
    title: texts.title,
    style: CHAT_STYLE,
    script: CHAT_SCRIPT,
    connects: true,
    body: html`<h1>${texts.title}</h1>
      ${aboutPart(drawn)}
      <div
        role="log"
        aria-live="off"
        aria-label="${texts.conversation}"
        data-chat
        data-ask="${visit.href("/chat/messages")}"
        data-stream="${visit.href("/chat/stream")}"
        data-page="${visit.href("/assistant")}"
        data-words="${JSON.stringify({ ...texts.script, assistant: texts.assistant })}"
      >
        ${messagesPart(drawn)}
      </div>
      <p class="sr-only" role="status" id="said"></p>
      ${!isOver && suggestionsForm(drawn)}
      <div data-part="notes">${drawn.fault && faultNote(drawn.fault)}</div>
      ${isOver ? html`<p class="note">${texts.over}</p>` : composer(drawn)}
      ${!isOver && onceField(visit, NEEDS_FORM)}
      <div data-part="more">${!isOver && morePart(drawn)}</div>
      <p class="link-line"><a href="${visit.href()}">${texts.back}</a></p>`,
  };
};

const faultNote = ({ message }: ChatFault): Html =>
  html`<p class="note" data-tone="failed" role="alert">${message}</p>`;

/** Who answers here, before anything else. */
const aboutPart = (drawn: ChatDrawn): Html => {
  const { visit, view, chat } = drawn;
  const { assistant } = chat;
  const texts = visit.texts.chat;
  const zoneIsOurs = visit.chosenZone === null;
  return html`<section
    class="card"
    aria-label="${texts.about}"
    data-part="about"
    ${zoneIsOurs && html` data-zone-assumed="${readerOf({ visit, view }).zone}"`}
  >
    ${
      assistant.optedOut
        ? html`<p>${texts.left}</p>
            ${!isShut(view) && actForm({ kind: "opt_in", label: texts.acts.opt_in }, "", drawn)}`
        : html`<p>${texts.lead(assistant.person?.name ?? null)}</p>
            <details>
              <summary>${texts.whole}</summary>
              <p>${assistant.notice}</p>
              <ul>
                ${assistant.canDo.map((each) => html`<li>${each}</li>`)}
              </ul>
              ${assistant.person && html`<p>${assistant.person.reach}</p>`}
            </details>`
    }
    ${noticePart({ visit, view })}
    <p class="quiet small">${zoneWords({ visit, view })}</p>
  </section>`;
};

const messagesPart = (drawn: ChatDrawn): HtmlValue => {
  const { visit, chat } = drawn;
  const texts = visit.texts.chat;
  const { messages } = chat;
  const answeredAt = messages.findLastIndex(({ from }) => from === "person");
  const isWithPerson = messages.findLastIndex(({ state }) => state === "handed_over") > answeredAt;
  const waits = isWithPerson || messages.at(-1)?.from === "candidate";
  return html`<p class="quiet" data-part="start">${messages.length === 0 && texts.start}</p>
    <ol id="messages">
      ${messages.map((message, index) =>
        messagePart(message, { ...drawn, isWaiting: index > answeredAt }),
      )}
    </ol>
    ${
      waits &&
      html`<p class="link-line only-without-script">
        <a href="${visit.href("/assistant")}">${texts.lookAgain}</a>
      </p>`
    }`;
};

const messagePart = (
  { id, at, from, text, translation, sources, choices, actions, state }: ChatMessage,
  { isWaiting, ...drawn }: ChatDrawn & { isWaiting: boolean },
): Html => {
  const texts = drawn.visit.texts.chat;
  const speaker = { candidate: texts.you, assistant: texts.assistant, person: texts.aPerson }[from];
  const reader = readerOf({ visit: drawn.visit, view: drawn.view });
  const instant = Temporal.Instant.from(at);
  const day = dayOf(instant, reader);
  const isWithPerson = state === "handed_over" && isWaiting;
  return html`<li
    id="m-${id}"
    class="message"
    data-from="${from}"
    ${isWithPerson && html` data-state="handed_over"`}
  >
    <p class="small quiet">
      <strong>${speaker}</strong> ·
      <time datetime="${at}" lang="${reader.locale}" dir="auto"
        >${day !== dayOf(drawn.visit.now, reader) && `${day}, `}${clockOf(instant, reader)}</time
      >
    </p>
    ${
      translation
        ? translationPart(translation, sources)
        : html`<p class="words" dir="auto">${linked(text, from === "assistant" ? sources : [])}</p>`
    }
    ${isWithPerson && html`<p class="small quiet">${texts.handedOver}</p>`}
    ${sources.length > 0 && sourcesPart(sources, drawn)}
    ${choices.length > 0 && choicesPart(choices)}
    ${
      actions.length > 0 &&
      html`<div class="acts">
        ${actions.map((action, order) =>
          actForm(action, id, { ...drawn, isMain: order === 0 && !IS_ASIDE.has(action.kind) }),
        )}
      </div>`
    }
  </li>`;
};

/** Each sentence in the candidate's language, with what counts in sight beneath it. */
const translationPart = (
  { language, note, noteLanguage, lines }: ChatTranslation,
  sources: readonly ChatSource[],
): Html =>
  html`<div class="translated">
    <p class="small quiet" lang="${noteLanguage}" dir="auto">${note}</p>
    ${lines.map(({ text, original, originalLanguage }) =>
      text === null
        ? html`<p lang="${originalLanguage}" dir="auto">${linked(original, sources)}</p>`
        : html`<div>
            <p lang="${language}" dir="auto">${linked(text, sources)}</p>
            <p class="original small quiet" lang="${originalLanguage}" dir="auto">
              ${linked(original, sources)}
            </p>
          </div>`,
    )}
  </div>`;

const sourcesPart = (sources: readonly ChatSource[], drawn: ChatDrawn): Html => {
  const texts = drawn.visit.texts.chat;
  return html`<details class="sources small">
    <summary>${texts.sources(sources.length)}</summary>
    <ul>
      ${sources.map(
        (source) =>
          html`<li>
            ${source.kind !== "case" && html`<span class="quiet">${texts.sourceKinds[source.kind]}:</span>`}
            ${source.title}
            <blockquote dir="auto">${linked(source.excerpt, [source])}</blockquote>
          </li>`,
      )}
    </ul>
  </details>`;
};

/** A chosen title is asked as it stands, by the form of the suggestions. */
const choicesPart = (choices: readonly string[]): Html =>
  html`<ul class="suggestions">
    ${choices.map(
      (title) =>
        html`<li>
          <button class="small" form="${ASKS_FORM}" name="text" value="${title}" dir="auto">
            ${title}
          </button>
        </li>`,
    )}
  </ul>`;

const ADDRESS = /https?:\/\/[^\s<>"]+/g;
/** What ends a sentence ends no address. */
const ENDING = /[.,;:!?)\]}'’”]+$/;

/** A text, with links of the addresses in it that stand in a fact of the case, and of no others. */
const linked = (text: string, sources: readonly ChatSource[]): HtmlValue => {
  const addressesIn = (words: string) =>
    (words.match(ADDRESS) ?? []).map((each) => each.replace(ENDING, ""));
  const known = new Set(
    sources.filter(({ kind }) => kind === "case").flatMap(({ excerpt }) => addressesIn(excerpt)),
  );
  const pieces: HtmlValue[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(ENDING, "");
    if (!known.has(address) || !URL.canParse(address)) continue;
    pieces.push(text.slice(from, index));
    pieces.push(html`<a href="${address}" rel="noreferrer">${address}</a>`);
    from = index + address.length;
  }
  return [...pieces, text.slice(from)];
};

/** Of these the words before them go along, and may be said in others. */
const WITH_WORDS: ReadonlySet<ChatActKind> = new Set(["ask_to_move", "ask_for_adjustment"]);

/** Never what a message is about. */
const IS_ASIDE: ReadonlySet<ChatActKind> = new Set(["ask_a_person", "opt_out", "opt_in"]);

/** One button of a message; nothing is done before it is pressed. */
const actForm = (
  { kind, label }: ChatAction,
  messageId: string,
  { isMain = false, ...drawn }: ChatDrawn & { isMain?: boolean },
): Html => {
  const { visit } = drawn;
  const texts = visit.texts.chat;
  const name = `words-${kind}-${messageId}`;
  const typed = drawn.fault?.kind === kind && messageId !== "" ? drawn.fault.text : "";
  return html`<form method="post" action="${visit.href("/assistant/act")}">
    <input type="hidden" name="messageId" value="${messageId}" />
    ${
      WITH_WORDS.has(kind) &&
      messageId !== "" &&
      html`<details ${typed !== "" && html` open`}>
        <summary>${texts.otherWords}</summary>
        <div class="field">
          <label for="${name}">${texts.otherWordsLabel}</label>
          <textarea id="${name}" name="text" rows="2" maxlength="${CHAT_LIMITS.act}" dir="auto">
${typed}</textarea>
        </div>
      </details>`
    }
    <button class="wide${isMain && html` primary`}" name="kind" value="${kind}">${label}</button>
  </form>`;
};

/** Ids, by which what is new with each page belongs to a form. */
const NEEDS_FORM = "needs-form";
const ASKS_FORM = "asks-form";

/** What is new with each page stands beside the part that the script compares. */
const suggestionsForm = (drawn: ChatDrawn): Html => {
  const { visit, chat } = drawn;
  const texts = visit.texts.chat;
  return html`<form
    method="post"
    action="${visit.href("/assistant/ask")}"
    id="${ASKS_FORM}"
    data-asks
  >
    ${onceField(visit)}
    <div data-part="suggestions">
      ${
        chat.suggestions.length > 0 &&
        html`<p class="quiet small" id="suggestions-label">${texts.suggestions}</p>
          <ul class="suggestions" aria-labelledby="suggestions-label">
            ${chat.suggestions.map(
              (each) =>
                html`<li><button class="small" name="text" value="${each}">${each}</button></li>`,
            )}
          </ul>`
      }
    </div>
  </form>`;
};

const composer = (drawn: ChatDrawn): Html => {
  const { visit, chat, mayDo, fault } = drawn;
  const texts = visit.texts.chat;
  const { maxLength } = chat.limits;
  const { optedOut } = chat.assistant;
  const isFaulty = fault && (fault.kind === null || fault.kind === "ask_a_person");
  const most = maxLength.toLocaleString("en-US");
  return html`<form
    method="post"
    action="${visit.href("/assistant/ask")}"
    id="composer"
    class="composer"
    data-asks
  >
    ${onceField(visit)}
    <div class="field">
      <div class="label-line">
        <label for="text" data-part="label">${optedOut ? texts.message : texts.question}</label>
        <span class="quiet small" id="text-hint">${texts.limit(most)}</span>
      </div>
      <textarea
        id="text"
        name="text"
        rows="2"
        maxlength="${maxLength}"
        data-most="${maxLength}"
        dir="auto"
        aria-describedby="text-hint text-left"
      >
${isFaulty && fault.text}</textarea>
      <p class="small" id="text-left" hidden></p>
    </div>
    <div class="row" data-part="send">
      <button class="primary">${texts.send}</button>
      ${
        !optedOut &&
        mayDo.has("ask_a_person") &&
        html`<button formaction="${visit.href("/assistant/act")}" name="kind" value="ask_a_person">
          ${texts.acts.ask_a_person}
        </button>`
      }
    </div>
  </form>`;
};

const morePart = (drawn: ChatDrawn): HtmlValue => {
  const { visit, chat, mayDo, fault } = drawn;
  const texts = visit.texts.chat;
  const typed = fault?.kind === "ask_for_adjustment" ? fault.text : "";
  const canLeave = !chat.assistant.optedOut && mayDo.has("opt_out");
  return [
    mayDo.has("ask_for_adjustment") &&
      html`<details class="card" ${typed !== "" && html` open`}>
        <summary>${texts.needsTitle}</summary>
        <p>${visit.texts.needsLead}</p>
        <form method="post" action="${visit.href("/assistant/act")}" id="${NEEDS_FORM}">
          <div class="field">
            <label for="needs">${texts.needs}</label>
            <textarea id="needs" name="text" rows="3" maxlength="${CHAT_LIMITS.act}" dir="auto">
${typed}</textarea>
          </div>
          <button class="wide" name="kind" value="ask_for_adjustment">
            ${texts.acts.ask_for_adjustment}
          </button>
        </form>
      </details>`,
    canLeave &&
      html`<details class="card">
        <summary>${texts.leaveTitle}</summary>
        <p>${texts.leaveLead}</p>
        ${actForm({ kind: "opt_out", label: texts.acts.opt_out }, "", drawn)}
      </details>`,
  ];
};
