import { Switch } from "@mantine/core";
import type { Policy } from "../../../src/domain/policy.ts";

const CLASSES = [
  { value: "logistics", label: "Logistics: scheduling, reminders, words to the team" },
  { value: "preparatory", label: "Preparatory: briefs and questions" },
] as const;

/** What is not done at all, by its class; the evaluative one has its own place. */
export const ClassSwitches = ({
  draft,
  isLocked,
  onChange,
}: {
  draft: Policy;
  isLocked: boolean;
  onChange(draft: Policy): void;
}) => (
  <section className="panel setting-block" aria-labelledby="classes">
    <div>
      <h2 id="classes">Features</h2>
      <p className="quiet">Switched off, it is only recorded what would have been done.</p>
    </div>
    {CLASSES.map(({ value, label }) => {
      const off = draft.off ?? [];
      return (
        <div key={value} className="personal">
          <label htmlFor={`class-${value}`}>{label}</label>
          <Switch
            id={`class-${value}`}
            disabled={isLocked}
            checked={!off.includes(value)}
            onChange={({ currentTarget: { checked } }) => {
              const next = checked ? off.filter((each) => each !== value) : [...off, value];
              const { off: _, ...rest } = draft;
              onChange(next.length === 0 ? rest : { ...rest, off: next });
            }}
          />
        </div>
      );
    })}
  </section>
);
