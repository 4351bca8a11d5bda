/** Pieces that several of the candidate's pages are made of. */
import { presentZone, zoneName } from "../../domain/zone-names.ts";
import { ANSWER_KINDS, type AnswerKind } from "../../domain/candidate-answer.ts";
import { type Html, type HtmlValue, html } from "../../domain/html.ts";
import { type FormBody, textOf } from "../pages/form-body.ts";
import type { Interview } from "./interviews.ts";
import { LANGUAGES } from "./locale.ts";
import {
  type Reader,
  type Span,
  dayOf,
  hoursOf,
  hoursWithZone,
  isSameClock,
  spanWords,
} from "./times.ts";
import { noticePart } from "./notice-part.ts";
import type { View } from "./view.ts";
import type { Visit } from "./visit.ts";

/** What a page of this candidate is drawn from. */
export interface Drawn {
  visit: Visit;
  view: View;
  /** What was typed and is wrong: nothing typed is lost. */
  fault?: Fault;
}

export interface Fault {
  kind: AnswerKind;
  message: string;
  typed: FormBody;
}

/** For whom times are written: the chosen zone, else the one that our messages used. */
export const readerOf = ({ visit, view }: Drawn): Reader => ({
  zone: visit.chosenZone ?? view.assumed.zone,
  locale: visit.locale,
});

/** A moment in words, for sentences. */
export const momentWords = (instant: Temporal.Instant, reader: Reader): string =>
  spanWords({ startsAt: instant, endsAt: instant }, reader);

/** What was said just now, thanked for; the answer itself was kept before. Null where a person has seen to it since. */
export const thanksNote = (said: unknown, { visit: { texts }, view }: Drawn): Html | null => {
  const kind = ANSWER_KINDS.find((each) => each === said);
  const isOver = kind === "wants_person" && view.person?.isSeenTo === true;
  return kind && !isOver
    ? html`<p class="note" data-tone="done" role="status">${texts.thanks[kind]}</p>`
    : null;
};

/** The same time in the zone that our messages used, with its day where that is another one; null where it is the same clock. */
export const elsewhereWords = (span: Span, drawn: Drawn): string | null => {
  const reader = readerOf(drawn);
  const { assumed } = drawn.view;
  if (!assumed.isKnown || isSameClock(span.startsAt, reader.zone, assumed.zone)) return null;
  const other = { ...reader, zone: assumed.zone };
  const isOtherDay = dayOf(span.startsAt, other) !== dayOf(span.startsAt, reader);
  const there = isOtherDay ? spanWords(span, other) : hoursWithZone(span, other);
  return drawn.visit.texts.elsewhere(there);
};

/** Day and hours, and beside them the hours in the zone that our messages used, where that is another clock. */
export const whenPart = (span: Span, drawn: Drawn): Html => {
  const reader = readerOf(drawn);
  const elsewhere = elsewhereWords(span, drawn);
  return html`<p class="when">
      <time lang="${reader.locale}" dir="auto" datetime="${span.startsAt.toString()}"
        >${dayOf(span.startsAt, reader)}, <span class="num">${hoursOf(span, reader)}</span></time
      >
      (${zoneName(reader.zone)})
    </p>
    ${elsewhere !== null && html`<p class="quiet small">${elsewhere}</p>`}`;
};

/** Which zone times are shown in, why, and how to change it. */
export const zonePart = (drawn: Drawn, path = ""): Html => {
  const { visit, view } = drawn;
  const { texts, chosenZone } = visit;
  const { zone } = readerOf(drawn);
  return html`<section
    class="card"
    aria-label="${texts.zone}"
    ${chosenZone === null && html` data-zone-assumed="${zone}"`}
  >
    <p>${zoneWords(drawn)}</p>
    ${
      differs(drawn) &&
      html`<p class="link-line">
        <a href="${visit.href(path, { zone: view.assumed.zone })}"
          >${texts.showIn(zoneName(view.assumed.zone))}</a
        >
      </p>`
    }
    <form method="get" action="/c/${visit.token}${path}" class="fields">
      ${selectField({ name: "zone", label: texts.zone, chosen: zone, options: zoneOptions(zone) })}
      ${selectField({ name: "lang", label: texts.language, chosen: visit.locale, options: languageOptions(visit.locale) })}
      <button>${texts.show}</button>
    </form>
  </section>`;
};

const differs = ({ visit: { chosenZone, now }, view: { assumed } }: Drawn): boolean =>
  chosenZone !== null && assumed.isKnown && !isSameClock(now, chosenZone, assumed.zone);

/** In whose clock times are written. */
export const zoneWords = (drawn: Drawn): string => {
  const { texts, chosenZone } = drawn.visit;
  const { assumed } = drawn.view;
  const shown = zoneName(readerOf(drawn).zone);
  if (differs(drawn)) return texts.zoneDiffers(shown, zoneName(assumed.zone));
  return chosenZone === null && !assumed.isKnown
    ? texts.zoneAssumed(shown)
    : texts.zoneShown(shown);
};

type Option = readonly [value: string, words: string];

/** Each zone once, by whichever of its names. */
const zoneOptions = (zone: string): Option[] => {
  const words = new Map<string, Option>();
  for (const each of [zone, "UTC", ...Intl.supportedValuesOf("timeZone")]) {
    const name = presentZone(each);
    if (!words.has(name)) words.set(name, [each, name.replaceAll("_", " ")]);
  }
  return [...words.values()];
};

const languageOptions = (locale: string): readonly Option[] =>
  LANGUAGES.some(([code]) => code === locale) ? LANGUAGES : [[locale, locale], ...LANGUAGES];

interface SelectField {
  name: string;
  label: string;
  chosen: string;
  options: readonly Option[];
}

const selectField = ({ name, label, chosen, options }: SelectField): Html =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${options.map(
        ([value, words]) =>
          html`<option value="${value}" ${value === chosen && html` selected`}>${words}</option>`,
      )}
    </select>
  </div>`;

interface TextField {
  name: string;
  label: string;
  hint?: string;
  /** What was typed before; its message stands beside this field if the fault is here. */
  fault?: Fault | undefined;
  isFaulty?: boolean;
}

/** A text that may stay empty, with its fault beside it. */
export const textField = (field: TextField): Html => {
  const { name, label, hint } = field;
  const typed = field.fault ? textOf(field.fault.typed, name) : "";
  const fault = field.isFaulty === false ? undefined : field.fault?.message;
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint !== undefined && html`<p class="quiet small" id="${name}-hint">${hint}</p>`}
    ${fault !== undefined && html`<p class="error" id="${name}-fault">${fault}</p>`}
    <textarea
      id="${name}"
      name="${name}"
      rows="3"
      maxlength="2000"
      dir="auto"
      ${hint !== undefined && html` aria-describedby="${name}-hint"`}${fault !== undefined && html` aria-invalid="true" aria-errormessage="${name}-fault"`}
    >
${typed}</textarea>
  </div>`;
};

interface ActForm {
  /** Such as `/move`. */
  act: string;
  button: string;
  isMain?: boolean;
  fields?: HtmlValue;
}

/** What is sent twice from one form is one thing. `form`: the id of a form that it stands beside. */
export const onceField = (visit: Visit, form?: string): Html => {
  const beside = form !== undefined && html`form="${form}"`;
  return html`<input type="hidden" name="form" value="${visit.formId()}" ${beside} />`;
};

/** A form that sends one answer. */
export const actForm = ({ act, button, isMain = false, fields }: ActForm, visit: Visit): Html =>
  html`<form method="post" action="${visit.href(act)}">
    ${onceField(visit)} ${fields}
    <button class="wide${isMain && html` primary`}">${button}</button>
  </form>`;

/** `Maya Ruiz, who sits in to learn`. */
export const traineesInWords = (
  trainees: Interview["trainees"],
  { texts }: Pick<Drawn["visit"], "texts">,
): string => trainees.map(({ name, kind }) => texts.learning[kind](name)).join("; ");

/** Who, where, how long, what to prepare. */
export const factsPart = (interview: Interview, { visit }: Drawn): Html => {
  const { texts } = visit;
  const where = {
    video: texts.whereVideo,
    phone: texts.wherePhone,
    onsite: interview.room === null ? texts.whereOnsite : texts.whereRoom(interview.room),
  };
  return html`<dl class="facts">
    <dt>${texts.length}</dt>
    <dd>${texts.minutes(interview.durationMinutes)}</dd>
    ${
      interview.people.length > 0 &&
      html`<dt>${texts.with}</dt>
        <dd>${interview.people.join(", ")}</dd>`
    }
    ${
      interview.trainees.length > 0 &&
      html`<dt>${texts.alsoThere}</dt>
        <dd>${traineesInWords(interview.trainees, visit)}</dd>`
    }
    <dt>${texts.where}</dt>
    <dd>
      ${
        interview.videoUrl === null
          ? where[interview.format]
          : html`<a href="${interview.videoUrl}" rel="noreferrer">${texts.joinVideo}</a>`
      }
    </dd>
    ${
      interview.prepare !== "" &&
      html`<dt>${texts.prepare}</dt>
        <dd>${interview.prepare}</dd>`
    }
  </dl>`;
};

/** The way to the chat. */
export const chatPart = ({ visit, view }: Drawn): Html => {
  const { chat } = visit.texts;
  const [link, lead] = view.hasLeftAssistant
    ? [chat.linkToPerson, chat.linkToPersonLead]
    : [chat.link, chat.linkLead];
  return html`<section class="card">
    <p class="link-line"><a href="${visit.href("/assistant")}">${link}</a></p>
    <p class="quiet small">${lead}</p>
  </section>`;
};

/** That software runs this, and the way to a person: one press, on every page, and again once somebody has seen to it. */
export const personPart = (drawn: Drawn): Html => {
  const { visit, view } = drawn;
  const { texts } = visit;
  const { optedOutAt, person } = view;
  // Whoever has asked for a person before may still want nothing but people.
  const mayPress = optedOutAt === null || person?.isSeenTo !== false;
  const button = optedOutAt === null ? texts.personSend : texts.personAgain;
  return html`<section class="card">
    <h2>${texts.personTitle}</h2>
    ${noticePart(drawn)}
    <p>
      ${optedOutAt === null ? texts.personLead : texts.optedOut(momentWords(optedOutAt, readerOf(drawn)))}
    </p>
    ${personAsked(drawn)} ${mayPress && actForm({ act: "/person", button }, visit)}
  </section>`;
};

/** A press that asks a person about this one thing, and what became of an earlier one. */
export const personAct = (button: string, drawn: Drawn): Html =>
  html`${personAsked(drawn)}
  ${drawn.view.person?.isSeenTo !== false && actForm({ act: "/ask-person", button }, drawn.visit)}`;

const personAsked = (drawn: Drawn): Html | null => {
  const { visit, view } = drawn;
  if (!view.person) return null;
  const when = momentWords(view.person.askedAt, readerOf(drawn));
  const { personSeenTo, personAsked: asked } = visit.texts;
  return html`<p class="quiet">${view.person.isSeenTo ? personSeenTo(when) : asked(when)}</p>`;
};
