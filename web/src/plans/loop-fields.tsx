import { UnlessSet } from "./hours-field.tsx";
import { ChoiceField, NumberField } from "./fields.tsx";
import { Part } from "./fold.tsx";
import { type PlanPath, listAt, valueAt } from "./plan-text.ts";
import { usePlan } from "./use-plan.ts";

const AT: PlanPath = ["rules", "loop"];
const PAUSE: PlanPath = [...AT, "pause"];

/** How several interviews lie to each other. */
export const LoopFields = () => {
  const isShown = usePlan(
    (value) => listAt(value, ["sessions"]).length > 1 || valueAt(value, AT) !== undefined,
  );
  if (!isShown) return null;
  return (
    <Part title="Several interviews together">
      <div className="plan-numbers">
        <ChoiceField
          path={[...AT, "order"]}
          label="Order"
          otherwise="as written"
          data={[
            { value: "fixed", label: "As written" },
            { value: "free", label: "Whatever fits best" },
          ]}
        />
        <NumberField
          path={[...AT, "mostDays"]}
          label="Days at most"
          {...{ min: 1, max: 10 }}
          otherwise="1"
        />
        <NumberField
          path={[...AT, "mostSessionsADay"]}
          label="Interviews a day"
          {...{ min: 1, max: 10 }}
          otherwise="all"
        />
        <NumberField
          path={[...AT, "leastGapMinutes"]}
          label="Gap at least"
          {...{ min: 0, max: 240, unit: " min", step: 5 }}
          otherwise="0 min"
        />
        <NumberField
          path={[...AT, "mostGapMinutes"]}
          label="Gap at most"
          help="Between two interviews of one day."
          {...{ min: 0, max: 480, unit: " min", step: 5 }}
          otherwise="120 min"
        />
        <NumberField
          path={[...AT, "lunchMinutes"]}
          label="Of lunch stay free"
          help="In one piece, where lunch is set below."
          {...{ min: 15, max: 120, unit: " min", step: 5 }}
          otherwise="45 min"
        />
      </div>
      <UnlessSet
        label="Pause"
        path={PAUSE}
        first={{ afterMinutes: 150, minutes: 15 }}
        otherwise="None is asked for"
      >
        <NumberField
          path={[...PAUSE, "minutes"]}
          name="Pause: how long"
          isNeeded
          {...{ min: 5, max: 120, unit: " min", step: 5 }}
        />
        <span>after</span>
        <NumberField
          path={[...PAUSE, "afterMinutes"]}
          name="Pause: after how long"
          isNeeded
          {...{ min: 30, max: 480, unit: " min", step: 15 }}
        />
      </UnlessSet>
    </Part>
  );
};
