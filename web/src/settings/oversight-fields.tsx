import type { Oversight, Policy } from "../../../src/domain/policy.ts";
import { USUAL_OVERSIGHT } from "../../../src/domain/policy-presets.ts";
import { type LimitField, LimitFields } from "./limit-fields.tsx";

interface FieldsProps {
  draft: Policy;
  isLocked: boolean;
  faults: ReadonlyMap<string, string>;
  onChange(next: Policy): void;
}

const FIELDS: readonly LimitField<keyof Oversight>[] = [
  { name: "approvals", label: "Approvals it takes to say anything", min: 1, max: 1_000 },
  { name: "fastSeconds", label: "Too fast, from opening (seconds)", min: 1, max: 3_600 },
  { name: "streak", label: "So many fast or unopened in a row", min: 2, max: 1_000 },
  { name: "unopened", label: "Too many approved unopened", min: 1, max: 100, isShare: true },
  { name: "unchanged", label: "Too many approved as proposed", min: 1, max: 100, isShare: true },
];

/** When oversight by people is said to look hollow. */
export const OversightFields = ({ draft, isLocked, faults, onChange }: FieldsProps) => {
  const limits = draft.oversight ?? USUAL_OVERSIGHT;
  return (
    <section className="panel setting-block" aria-labelledby="oversight-limits">
      <div>
        <h2 id="oversight-limits">When oversight looks hollow</h2>
        <p className="quiet">
          Admins are warned from here on; what is measured is under Compliance.
        </p>
      </div>
      <LimitFields
        path="oversight"
        fields={FIELDS}
        values={limits}
        isLocked={isLocked}
        faults={faults}
        onChange={(name, value) => onChange({ ...draft, oversight: { ...limits, [name]: value } })}
      />
    </section>
  );
};
