/** Fields of one value each. What is empty is not in the text, and has the value that is shown in grey. */
import { Autocomplete, NumberInput, Select, TagsInput, TextInput, Textarea } from "@mantine/core";
import { type PlanPath, listAt } from "./plan-text.ts";
import { useFault, usePlan, usePlanForm, useWritten } from "./use-plan.ts";

/** A field has a label that is seen, or a name for whoever does not see where it stands. */
type Naming = { label: string; help?: string; name?: never } | { name: string; label?: never };

type FieldProps = Naming & {
  path: PlanPath;
  /** What counts, or is meant, while it is empty. */
  otherwise?: string | undefined;
};

const named = (props: Naming) =>
  props.label === undefined
    ? { "aria-label": props.name }
    : { label: props.label, ...(props.help !== undefined && { description: props.help }) };

/** Help below the field, so that fields of one row stand in line. */
export const FIELD_ORDER: ("label" | "input" | "description" | "error")[] = [
  "label",
  "input",
  "error",
  "description",
];

const useField = (path: PlanPath) => {
  const { store, isLocked } = usePlanForm();
  const written = useWritten(path);
  const error = useFault(path);
  return { written, isLocked, error, set: (next: unknown) => store.set(path, next) };
};

interface Range {
  min: number;
  max: number;
  unit?: string;
  step?: number;
}

interface Needed {
  /** Its key stays when it is empty. */
  isNeeded?: boolean;
}

/** What is written of a text. Shape: undefined where its key goes with it. */
const kept = (text: string, isNeeded: boolean): string | undefined =>
  text === "" && !isNeeded ? undefined : text;

/** A whole number. */
export const NumberField = (props: FieldProps & Range & Needed) => {
  const { path, otherwise, min, max, unit = "", step = 1, isNeeded = false } = props;
  const { written, error, set } = useField(path);
  const number = written === "" ? NaN : Number(written);
  return (
    <NumberInput
      {...named(props)}
      inputWrapperOrder={FIELD_ORDER}
      {...(otherwise !== undefined && { placeholder: otherwise })}
      suffix={unit}
      min={min}
      max={max}
      step={step}
      // What is too much is said, and not made less unasked.
      clampBehavior="none"
      allowDecimal={false}
      error={error}
      value={Number.isFinite(number) ? number : ""}
      onChange={(next) => set(typeof next === "number" ? next : kept("", isNeeded))}
    />
  );
};

type ChoiceFieldProps = FieldProps & {
  data: readonly { value: string; label: string }[];
  /** It must have a value. */
  isNeeded?: boolean;
  /** Can be searched by typing. */
  isSearched?: boolean;
};

/** One of some values. What the text says and nobody knows stays, and is shown. */
export const ChoiceField = (props: ChoiceFieldProps) => {
  const { path, otherwise, data, isNeeded = false, isSearched = false } = props;
  const { written, isLocked, error, set } = useField(path);
  const isKnown = written === "" || data.some(({ value }) => value === written);
  return (
    <Select
      {...named(props)}
      inputWrapperOrder={FIELD_ORDER}
      {...(otherwise !== undefined && { placeholder: otherwise })}
      clearable={!isNeeded}
      allowDeselect={!isNeeded}
      searchable={isSearched}
      disabled={isLocked}
      error={error}
      data={isKnown ? [...data] : [...data, { value: written, label: written }]}
      value={written === "" ? null : written}
      onChange={(next) => {
        if (next !== null || !isNeeded) set(next === null ? undefined : asWritten(next));
      }}
    />
  );
};

/** A number as one. */
const asWritten = (value: string): string | number => (/^\d+$/.test(value) ? Number(value) : value);

type TextFieldProps = FieldProps & Needed;

/** A line of text. */
export const TextField = (
  props: TextFieldProps & { className?: string; inputMode?: "numeric" },
) => {
  const { path, otherwise, isNeeded = false, className, inputMode } = props;
  const field = useField(path);
  return (
    <TextInput
      {...named(props)}
      inputWrapperOrder={FIELD_ORDER}
      {...(otherwise !== undefined && { placeholder: otherwise })}
      {...(className !== undefined && { className })}
      {...(inputMode !== undefined && { inputMode })}
      error={field.error}
      value={field.written}
      onChange={(event) => field.set(kept(event.currentTarget.value, isNeeded))}
    />
  );
};

/** A line of text, with some that are likely. */
export const SuggestField = (props: TextFieldProps & { data: readonly string[] }) => {
  const { path, otherwise, isNeeded = false, data } = props;
  const field = useField(path);
  return (
    <Autocomplete
      {...named(props)}
      inputWrapperOrder={FIELD_ORDER}
      {...(otherwise !== undefined && { placeholder: otherwise })}
      error={field.error}
      data={[...new Set(data)]}
      value={field.written}
      onChange={(next) => field.set(kept(next, isNeeded))}
    />
  );
};

/** Some lines of text. */
export const LinesField = (props: TextFieldProps) => {
  const field = useField(props.path);
  return (
    <Textarea
      {...named(props)}
      inputWrapperOrder={FIELD_ORDER}
      autosize
      minRows={2}
      error={field.error}
      value={field.written}
      onChange={(event) => field.set(kept(event.currentTarget.value, false))}
    />
  );
};

interface TagsOptions {
  data?: readonly string[];
  /** What is written when none is left. Default: nothing. */
  whenNone?: unknown;
}

/** Some short texts. */
export const TagsField = (props: FieldProps & TagsOptions) => {
  const { path, otherwise, data = [], whenNone } = props;
  const { store, isLocked } = usePlanForm();
  const error = useFault(path);
  const tags = usePlan((value) => listAt(value, path).map(String));
  return (
    <TagsInput
      {...named(props)}
      inputWrapperOrder={FIELD_ORDER}
      {...(tags.length === 0 && otherwise !== undefined && { placeholder: otherwise })}
      disabled={isLocked}
      error={error}
      data={[...new Set(data)]}
      value={tags}
      onChange={(next) => store.set(path, next.length === 0 ? whenNone : next)}
    />
  );
};
