/** Fields of a form with their label, hint and fault: the fault stands beside the field, and is said with it. */
import { type Html, type HtmlValue, html } from "../../domain/html.ts";
import type { FormFaults } from "./form.ts";

interface FieldProps {
  name: string;
  label: HtmlValue;
  value: string;
  faults: FormFaults;
}

const fault = (name: string, faults: FormFaults): HtmlValue => {
  const words = faults[name];
  return words !== undefined && html`<span class="error" id="${name}-fault">${words}</span>`;
};

const described = (name: string, faults: FormFaults, hint: boolean): HtmlValue => {
  const isFaulty = faults[name] !== undefined;
  const ids = [hint && `${name}-hint`, isFaulty && `${name}-fault`].filter(Boolean).join(" ");
  return html`${ids !== "" && html` aria-describedby="${ids}"`}${isFaulty && html` aria-invalid="true"`}`;
};

interface InputProps extends FieldProps {
  type: "date" | "time" | "number" | "text";
  hint?: string;
  /** Id of a list of what may be meant. */
  list?: string;
  /** Of a number. */
  range?: readonly [least: number, most: number];
  /** The label is there for those who do not see what stands around it. */
  isQuiet?: boolean;
}

/** A field with its label above it. */
export const input = ({
  name,
  label,
  value,
  faults,
  type,
  hint,
  range,
  list,
  isQuiet,
}: InputProps): Html =>
  html`<div class="field">
    <label for="${name}" ${isQuiet && html` class="sr-only"`}>${label}</label>
    ${hint !== undefined && html`<span class="quiet small" id="${name}-hint">${hint}</span>`}
    <input
      type="${type}"
      id="${name}"
      name="${name}"
      value="${value}"
      ${list !== undefined && html` list="${list}" autocomplete="off"`}
      ${
        range && html` min="${range[0]}" max="${range[1]}" inputmode="numeric"`
      }${described(name, faults, hint !== undefined)}
    />
    ${fault(name, faults)}
  </div>`;

interface SelectProps extends FieldProps {
  options: readonly { value: string; words: string }[];
  isQuiet?: boolean;
}

/** A choice of one. */
export const select = ({ name, label, value, faults, options, isQuiet }: SelectProps): Html =>
  html`<div class="field">
    <label for="${name}" ${isQuiet && html` class="sr-only"`}>${label}</label>
    <select id="${name}" name="${name}" ${described(name, faults, false)}>
      ${options.map(
        (option) =>
          html`<option value="${option.value}" ${option.value === value && html` selected`}>
            ${option.words}
          </option>`,
      )}
    </select>
    ${fault(name, faults)}
  </div>`;

/** A box to tick, or one of several of which one counts. */
export const choice = (props: {
  type: "checkbox" | "radio";
  name: string;
  value: string;
  isChecked: boolean;
  label: HtmlValue;
}): Html =>
  html`<label class="choice"
    ><input
      type="${props.type}"
      name="${props.name}"
      value="${props.value}"
      ${props.isChecked && html` checked`}
    />
    <span>${props.label}</span></label
  >`;

/** All faults together, each a link to its field. Nothing when there is none. */
export const faultList = (faults: FormFaults): HtmlValue => {
  const all = Object.entries(faults);
  return (
    all.length > 0 &&
    html`<div class="note" data-tone="failed" role="alert" tabindex="-1">
      <h2>Nothing was saved yet</h2>
      <ul>
        ${all.map(([name, words]) => html`<li><a href="#${name}">${words}</a></li>`)}
      </ul>
    </div>`
  );
};
