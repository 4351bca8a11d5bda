/** The form of the interviewer's page. */
import { WEEKDAYS } from "../../domain/plan.ts";
import { MOST_FOCUS_RULES } from "../../domain/preferences.ts";
import { presentZone, zoneName } from "../../domain/zone-names.ts";
import { type Html, type HtmlValue, html } from "../../domain/html.ts";
import { choice, faultList, input, select } from "./fields.ts";
import { comfortFields, placeFields } from "./own-days.ts";
import { type FormFaults, type PreferencesForm, SPANS_A_DAY, type Weekday } from "./form.ts";

/** A session in which the plan seats the hiring manager beside others. */
export interface ManagedSession {
  key: string;
  words: string;
}

export interface FormView {
  form: PreferencesForm;
  faults: FormFaults;
  /** What the person's calendar tells; null: it cannot be read just now. */
  calendar: { zone: string; tellsHours: boolean } | null;
  sessions: readonly ManagedSession[];
}

const DAY_NAMES: Record<Weekday, string> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

/** Everything that a person sets, in one form. */
export const formView = (view: FormView): Html =>
  html`${faultList(view.faults)}
    <form method="post" action="?" novalidate>
      <input type="hidden" name="version" value="${view.form.version}" />
      ${pauseFields(view)} ${hoursFields(view)} ${comfortFields(view)} ${placeFields(view)}
      ${limitFields(view)} ${focusFields(view)} ${managerFields(view)}
      <div><button class="primary" type="submit">Save</button></div>
    </form>`;

const pauseFields = ({ form, faults }: FormView): Html =>
  html`<fieldset>
    <legend>A break from interviews</legend>
    ${input({
      name: "pausedUntil",
      label: "No interviews until",
      hint: "The first day on which you take interviews again. Leave it empty when there is no break.",
      type: "date",
      value: form.pausedUntil,
      faults,
    })}
    ${choice({
      type: "checkbox",
      name: "takesNoInterviews",
      value: "yes",
      isChecked: form.takesNoInterviews,
      label: "I take no interviews at all, until I change this.",
    })}
  </fieldset>`;

const hoursFields = (view: FormView): Html => {
  const { form, faults, calendar } = view;
  const told = calendar?.tellsHours
    ? "As in my calendar"
    : "As usual: my calendar tells no working hours, so those of the interview plan count";
  return html`<fieldset id="hours">
    <legend>Hours for interviews</legend>
    ${faults["hours"] !== undefined && html`<span class="error">${faults["hours"]}</span>`}
    <div>
      ${choice({ type: "radio", name: "hours", value: "calendar", isChecked: form.hours === "calendar", label: told })}
      ${choice({ type: "radio", name: "hours", value: "own", isChecked: form.hours === "own", label: "Only at these times:" })}
    </div>
    <div id="week" class="columns">${WEEKDAYS.map((day) => dayFields(day, form, faults))}</div>
    <p class="only-with-script">
      <button type="button" id="copy-monday">Monday’s hours for Tuesday to Friday too</button>
    </p>
    ${zoneField(view)}
  </fieldset>`;
};

const dayFields = (day: Weekday, form: PreferencesForm, faults: FormFaults): Html => {
  const last = form.spans[day].findLastIndex(({ start, end }) => start !== "" || end !== "");
  const first = Math.max(1, last + 1);
  const spans = Array.from({ length: SPANS_A_DAY }, (_, at) =>
    spanFields({ day, at, form, faults }),
  );
  const hidden = spans.slice(first);
  return html`<fieldset class="plain" data-day="${day}">
    <legend>${DAY_NAMES[day]}</legend>
    ${spans.slice(0, first)}
    ${
      hidden.length > 0 &&
      html`<details>
        <summary class="small">Another span on ${DAY_NAMES[day]}</summary>
        ${hidden}
      </details>`
    }
  </fieldset>`;
};

const spanFields = (props: {
  day: Weekday;
  at: number;
  form: PreferencesForm;
  faults: FormFaults;
}): Html => {
  const { day, at, form, faults } = props;
  const span = form.spans[day][at] ?? { start: "", end: "" };
  const which = `${DAY_NAMES[day]}${at > 0 ? `, span ${at + 1},` : ""}`;
  const field = (end: "start" | "end", label: string): Html =>
    input({
      name: `${day}-${at}-${end}`,
      label,
      type: "time",
      value: span[end],
      faults,
      isQuiet: true,
    });
  return html`<div class="fields span">
    ${field("start", `${which} from`)}<span aria-hidden="true" class="dash">–</span
    >${field("end", `${which} until`)}
  </div>`;
};

const zoneField = ({ form, faults, calendar }: FormView): Html => {
  const zones = Intl.supportedValuesOf("timeZone");
  const own = form.zone === "" || zones.includes(form.zone) ? [] : [form.zone];
  const ofCalendar = calendar
    ? `As in my calendar: ${presentZone(calendar.zone)} (${zoneName(calendar.zone)})`
    : "As in my calendar";
  return html`${select({
      name: "zone",
      label: "Time zone",
      value: form.zone,
      faults,
      options: [
        { value: "", words: ofCalendar },
        ...[...own, ...zones].map((zone) => ({
          value: zone,
          words: presentZone(zone).replaceAll("_", " "),
        })),
      ],
    })}
    <p class="only-with-script quiet small" id="device-zone" hidden>
      This device is set to <b></b>. <button type="button">Use it</button>
    </p>`;
};

const limitFields = ({ form, faults }: FormView): Html => {
  const field = (
    name: "maxInterviewsPerDay" | "maxInterviewsPerWeek" | "bufferBefore" | "bufferAfter",
    label: string,
    range: readonly [number, number],
  ): Html => input({ name, label, type: "number", value: form[name], faults, range });
  return html`<fieldset>
    <legend>Limits</legend>
    <p class="quiet">An interview plan has limits too. Of two limits the stricter counts.</p>
    <div class="fields">
      ${field("maxInterviewsPerDay", "Interviews a day, at most", [1, 20])}
      ${field("maxInterviewsPerWeek", "Interviews a week, at most", [1, 60])}
      ${field("bufferBefore", "Minutes kept free before", [0, 120])}
      ${field("bufferAfter", "Minutes kept free after", [0, 120])}
    </div>
  </fieldset>`;
};

/** Empty rows below what is set. */
const SPARE_RULES = 2;

const focusFields = ({ form, faults }: FormView): Html => {
  const last = form.focus.findLastIndex(({ days, start, end }) => days + start + end !== "");
  const shown = Math.min(MOST_FOCUS_RULES, last + 1 + SPARE_RULES);
  const spare = { days: "", start: "", end: "", firm: false };
  return html`<fieldset>
    <legend>Times to keep free</legend>
    <p class="quiet">
      For focused work, a regular class, the school run. To remove one, empty its times and days.
    </p>
    ${Array.from({ length: shown }, (_, at) => focusRow(at, form.focus[at] ?? spare, faults))}
  </fieldset>`;
};

const DAY_CHOICES = [
  { value: "", words: "No days" },
  { value: "mon,tue,wed,thu,fri", words: "Monday to Friday" },
  ...WEEKDAYS.map((day) => ({ value: day, words: DAY_NAMES[day] })),
];

const focusRow = (at: number, rule: PreferencesForm["focus"][number], faults: FormFaults): Html => {
  const name = `focus-${at}`;
  const isKnown = DAY_CHOICES.some(({ value }) => value === rule.days);
  const others = isKnown ? [] : [{ value: rule.days, words: daysInWords(rule.days) }];
  return html`<fieldset class="plain">
    <legend class="sr-only">Time to keep free ${at + 1}</legend>
    <div class="fields">
      ${select({ name: `${name}-days`, label: "On", value: rule.days, faults, options: [...DAY_CHOICES, ...others] })}
      ${input({ name: `${name}-start`, label: "From", type: "time", value: rule.start, faults })}
      ${input({ name: `${name}-end`, label: "Until", type: "time", value: rule.end, faults })}
      ${select({
        name: `${name}-firm`,
        label: "How firmly",
        value: rule.firm ? "yes" : "no",
        faults,
        options: [
          { value: "no", words: "Rather not" },
          { value: "yes", words: "Never" },
        ],
      })}
    </div>
  </fieldset>`;
};

const daysInWords = (days: string): string =>
  WEEKDAYS.filter((day) => days.split(",").includes(day))
    .map((day) => DAY_NAMES[day])
    .join(", ");

const managerFields = ({ form, sessions }: FormView): HtmlValue =>
  sessions.length > 0 &&
  html`<fieldset>
    <legend>If you are the hiring manager</legend>
    <p class="quiet">
      These interviews can go ahead without you. The others of the panel still take part.
    </p>
    <div>
      ${sessions.map(({ key, words }) =>
        choice({
          type: "checkbox",
          name: "notAsHiringManagerIn",
          value: key,
          isChecked: form.notAsHiringManagerIn.includes(key),
          label: `I need not be in: ${words}`,
        }),
      )}
    </div>
  </fieldset>`;
