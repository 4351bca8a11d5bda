import { Select, Switch } from "@mantine/core";
import { FIELD_ORDER, NumberField } from "./fields.tsx";
import { Part } from "./fold.tsx";
import { type PlanPath, listAt, valueAt } from "./plan-text.ts";
import { useFault, usePlan, usePlanForm } from "./use-plan.ts";

const AT: PlanPath = ["debrief"];

/** Whether those who handed in a form meet once the round is over, and for how long. */
export const DebriefFields = () => {
  const { store, isLocked } = usePlanForm();
  const isOn = usePlan((value) => valueAt(value, AT) !== undefined);
  return (
    <Part title="Debrief">
      <Switch
        label="Find a time for a debrief once the round is over"
        description="Those who handed in a form meet without the candidate."
        disabled={isLocked}
        checked={isOn}
        onChange={(event) =>
          store.set(AT, event.currentTarget.checked ? { minutes: 30 } : undefined)
        }
      />
      {isOn && (
        <div className="plan-numbers">
          <NumberField
            path={[...AT, "minutes"]}
            label="Length of the debrief"
            isNeeded
            {...{ min: 15, max: 180, unit: " min", step: 15 }}
          />
          <NumberField
            path={[...AT, "withinHours"]}
            label="Held within"
            help="Of the round’s end."
            {...{ min: 4, max: 336, unit: " h" }}
            otherwise="72 h"
          />
          <Others />
        </div>
      )}
    </Part>
  );
};

const WITH: PlanPath = [...AT, "with"];
const OTHERS = [
  { value: "recruiter,hiring_manager", label: "Recruiter and hiring manager" },
  { value: "recruiter", label: "The recruiter" },
  { value: "hiring_manager", label: "The hiring manager" },
  { value: "", label: "Nobody" },
];

/** Who comes beside the panel. Both stand in no text: they are what counts without one. */
const Others = () => {
  const { store, isLocked } = usePlanForm();
  const chosen = usePlan((value) =>
    valueAt(value, WITH) === undefined ? null : listAt(value, WITH).map(String),
  );
  const fault = useFault(WITH);
  const value = chosen?.toSorted().toReversed().join(",") ?? OTHERS[0]?.value ?? "";
  return (
    <Select
      label="Who else comes"
      inputWrapperOrder={FIELD_ORDER}
      description="Beside those who handed in a form."
      disabled={isLocked}
      allowDeselect={false}
      data={OTHERS}
      error={fault}
      value={value}
      onChange={(next) =>
        store.set(
          WITH,
          next?.includes(",") === true ? undefined : (next ?? "").split(",").filter(Boolean),
        )
      }
    />
  );
};
