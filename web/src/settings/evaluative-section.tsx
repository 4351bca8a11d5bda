import { Switch, TextInput, Textarea } from "@mantine/core";
import type { Assessment, Policy } from "../../../src/domain/policy.ts";

interface EvaluativeSectionProps {
  draft: Policy;
  isLocked: boolean;
  faults: ReadonlyMap<string, string>;
  onChange(draft: Policy): void;
}

const EMPTY: Assessment = { by: "", on: "", note: "" };

/** Whether software may help people to judge somebody, and who has assessed that. */
export const EvaluativeSection = ({
  draft,
  isLocked,
  faults,
  onChange,
}: EvaluativeSectionProps) => {
  const isOn = draft.evaluative === "on";
  const assessment = draft.assessment ?? EMPTY;
  const set = (change: Partial<Assessment>): void =>
    onChange({ ...draft, assessment: { ...assessment, ...change } });
  return (
    <section className="panel setting-block" aria-labelledby="evaluative">
      <div className="personal">
        <div>
          <h2 id="evaluative">Evaluative features</h2>
          <p className="quiet">
            What helps people to judge somebody: the synthesis of feedback, and the risk of a
            no-show. Many places ask for an assessment first: without one on record they stay off. A
            person decides on each, in every mode. Switched off, what waits can only be rejected.
          </p>
        </div>
        <Switch
          aria-labelledby="evaluative"
          disabled={isLocked}
          checked={isOn}
          onChange={({ currentTarget: { checked } }) =>
            onChange({ ...draft, evaluative: checked ? "on" : "off" })
          }
        />
      </div>
      {isOn && (
        <fieldset className="assessment" disabled={isLocked}>
          <legend>The assessment</legend>
          <TextInput
            label="Carried out by"
            required
            maxLength={200}
            value={assessment.by}
            error={faults.get("assessment.by")}
            onChange={({ currentTarget: { value } }) => set({ by: value })}
          />
          <TextInput
            label="Finished on"
            type="date"
            required
            value={assessment.on}
            error={faults.get("assessment.on")}
            onChange={({ currentTarget: { value } }) => set({ on: value })}
          />
          <Textarea
            label="Where it is kept"
            description="A link, or a few words. It stands in the ledger from then on."
            required
            autosize
            minRows={1}
            maxLength={1_000}
            value={assessment.note}
            error={faults.get("assessment.note")}
            onChange={({ currentTarget: { value } }) => set({ note: value })}
          />
        </fieldset>
      )}
    </section>
  );
};

/** Fields that nobody has filled in are no assessment. */
export const withoutEmptyAssessment = <Draft extends Policy>(draft: Draft): Draft => {
  const { assessment, ...rest } = draft;
  const isEmpty = !assessment || Object.values(assessment).every((value) => value === "");
  // What is taken away is optional.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return isEmpty ? (rest as Draft) : draft;
};
