import { NumberInput } from "@mantine/core";

/** A number of the policy. */
export interface LimitField<Name extends string> {
  name: Name;
  label: string;
  min: number;
  max: number;
  /** It is kept as a share of one, and shown in per cent. */
  isShare?: true;
}

interface LimitFieldsProps<Name extends string> {
  /** Where they stand in the policy. */
  path: string;
  fields: readonly LimitField<Name>[];
  values: Readonly<Record<Name, number>>;
  isLocked: boolean;
  faults: ReadonlyMap<string, string>;
  onChange(name: Name, value: number): void;
}

/** Numbers with their bounds, each with its own error. An empty field is a fault and no number. */
export const LimitFields = <Name extends string>({
  path,
  fields,
  values,
  isLocked,
  faults,
  onChange,
}: LimitFieldsProps<Name>) => (
  <div className="limit-fields">
    {fields.map(({ name, label, min, max, isShare }) => {
      const shown = isShare ? Math.round(values[name] * 100) : values[name];
      const isWithin = Number.isInteger(shown) && shown >= min && shown <= max;
      const own = isWithin ? undefined : `A whole number from ${min} to ${max}`;
      return (
        <NumberInput
          key={name}
          label={label}
          suffix={isShare ? " %" : ""}
          min={min}
          max={max}
          clampBehavior="none"
          allowDecimal={false}
          disabled={isLocked}
          value={Number.isNaN(shown) ? "" : shown}
          error={own ?? faults.get(`${path}.${name}`)}
          onChange={(value) => {
            const given = typeof value === "number" ? value : Number.NaN;
            onChange(name, isShare ? given / 100 : given);
          }}
        />
      );
    })}
  </div>
);
