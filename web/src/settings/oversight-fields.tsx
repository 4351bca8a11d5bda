import { NumberInput } from "@mantine/core";
import { type Oversight, type Policy, USUAL_OVERSIGHT } from "../../../src/domain/policy.ts";

interface FieldsProps {
  draft: Policy;
  isLocked: boolean;
  onChange(next: Policy): void;
}

const FIELDS = [
  { name: "approvals", label: "Approvals it takes to say anything", min: 1, max: 1_000 },
  { name: "fastSeconds", label: "Too fast, from opening (seconds)", min: 1, max: 3_600 },
  { name: "streak", label: "So many fast ones in a row", min: 2, max: 1_000 },
] as const;

/** When oversight by people is said to look hollow. */
export const OversightFields = ({ draft, isLocked, onChange }: FieldsProps) => {
  const limits = draft.oversight ?? USUAL_OVERSIGHT;
  const set = (change: Partial<Oversight>): void =>
    onChange({ ...draft, oversight: { ...limits, ...change } });
  return (
    <section className="panel setting-block" aria-labelledby="oversight-limits">
      <div>
        <h2 id="oversight-limits">When oversight looks hollow</h2>
        <p className="quiet">
          Admins are warned from here on; what is measured is under Compliance.
        </p>
      </div>
      <div className="pilot-start">
        {FIELDS.map(({ name, label, min, max }) => (
          <NumberInput
            key={name}
            label={label}
            min={min}
            max={max}
            clampBehavior="blur"
            allowDecimal={false}
            disabled={isLocked}
            value={limits[name]}
            onChange={(value) => set({ [name]: typeof value === "number" ? value : min })}
          />
        ))}
        <NumberInput
          label="Too many approved as proposed (%)"
          min={1}
          max={100}
          clampBehavior="blur"
          allowDecimal={false}
          disabled={isLocked}
          value={Math.round(limits.unchanged * 100)}
          onChange={(value) => set({ unchanged: (typeof value === "number" ? value : 1) / 100 })}
        />
      </div>
    </section>
  );
};
