/** Fields of the form about a person's days: the hours that suit, public holidays, journeys. */
import { presentZone } from "../../domain/zone-names.ts";
import { MOST_STAYS } from "../../domain/preferences.ts";
import { type Html, html } from "../../domain/html.ts";
import { input } from "./fields.ts";
import type { FormFaults, PreferencesForm, StayForm } from "./form.ts";

interface DayFields {
  form: PreferencesForm;
  faults: FormFaults;
}

/** What suits within the hours for interviews. */
export const comfortFields = ({ form, faults }: DayFields): Html =>
  html`<fieldset>
    <legend>What suits you best</legend>
    <p class="quiet">
      Within your hours. Other times are taken only where nothing else is as good.
    </p>
    <div class="fields">
      ${input({ name: "comfort-start", label: "Best from", type: "time", value: form.comfort.start, faults })}
      ${input({ name: "comfort-end", label: "Best until", type: "time", value: form.comfort.end, faults })}
    </div>
    <div class="fields">
      ${input({ name: "lunch-start", label: "Lunch from", type: "time", value: form.lunch.start, faults })}
      ${input({ name: "lunch-end", label: "Lunch until", type: "time", value: form.lunch.end, faults })}
    </div>
  </fieldset>`;

/** Where they are: whose holidays they keep, and when they are elsewhere. */
export const placeFields = ({ form, faults }: DayFields): Html => {
  const last = form.stays.findLastIndex((stay) => Object.values(stay).some((text) => text !== ""));
  const shown = Math.min(MOST_STAYS, last + 2);
  return html`<fieldset>
      <legend>Public holidays</legend>
      ${input({
        name: "holidays",
        label: "Country, or region, whose holidays are days off for you",
        hint: "Two letters, such as DE or US; with a region DE-BE or US-CA. Empty: as the interview plan says.",
        type: "text",
        value: form.holidays,
        faults,
      })}
    </fieldset>
    <fieldset>
      <legend>Journeys</legend>
      <p class="quiet">
        Days in another time zone: interviews then lie in your hours by the clocks there. Without
        hours of their own they are the same as at home. To remove one, empty its fields.
      </p>
      ${Array.from({ length: shown }, (_, at) => stayRow(at, form.stays[at] ?? NOWHERE, faults))}
      <datalist id="zones">
        ${Intl.supportedValuesOf("timeZone").map((zone) => html`<option value="${presentZone(zone)}"></option>`)}
      </datalist>
    </fieldset>`;
};

const NOWHERE: StayForm = { from: "", until: "", zone: "", start: "", end: "" };

const stayRow = (at: number, stay: StayForm, faults: FormFaults): Html => {
  const name = `stay-${at}`;
  return html`<fieldset class="plain">
    <legend class="sr-only">Journey ${at + 1}</legend>
    <div class="fields">
      ${input({ name: `${name}-from`, label: "From", type: "date", value: stay.from, faults })}
      ${input({ name: `${name}-until`, label: "Until", type: "date", value: stay.until, faults })}
      ${input({ name: `${name}-zone`, label: "I am in, such as Asia/Tokyo", type: "text", list: "zones", value: stay.zone, faults })}
      ${input({ name: `${name}-start`, label: "Hours from", type: "time", value: stay.start, faults })}
      ${input({ name: `${name}-end`, label: "Hours until", type: "time", value: stay.end, faults })}
    </div>
  </fieldset>`;
};
