import type { Policy, Rollout } from "../../../src/domain/policy.ts";
import { USUAL_ROLLOUT } from "../../../src/domain/policy-presets.ts";
import { type LimitField, LimitFields } from "./limit-fields.tsx";

interface FieldsProps {
  draft: Policy;
  isLocked: boolean;
  faults: ReadonlyMap<string, string>;
  onChange(next: Policy): void;
}

const FIELDS: readonly LimitField<keyof Rollout>[] = [
  { name: "cases", label: "Comparisons it takes", min: 1, max: 1_000 },
  { name: "offerAt", label: "Offer it from, by the lower bound", min: 1, max: 100, isShare: true },
  { name: "last", label: "How many the last ones are", min: 1, max: 1_000 },
  { name: "backBelow", label: "Back if fewer of these agree", min: 0, max: 100, isShare: true },
];

/** When a step up is offered, and when one is taken back. */
export const RolloutFields = ({ draft, isLocked, faults, onChange }: FieldsProps) => {
  const limits = draft.rollout ?? USUAL_ROLLOUT;
  return (
    <section className="panel setting-block" aria-labelledby="rollout-limits">
      <div>
        <h2 id="rollout-limits">When a step up is offered, and taken back</h2>
        <p className="quiet">
          How many comparisons with what people do it takes, and how far they have to agree. Where
          the last ones agree less, a step that was taken is taken back by itself, and admins are
          told.
        </p>
      </div>
      <LimitFields
        path="rollout"
        fields={FIELDS}
        values={limits}
        isLocked={isLocked}
        faults={faults}
        onChange={(name, value) => onChange({ ...draft, rollout: { ...limits, [name]: value } })}
      />
    </section>
  );
};
