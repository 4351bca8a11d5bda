import { NumberInput } from "@mantine/core";
import { FIELD_ORDER } from "./fields.tsx";
import { type PlanPath, valueAt } from "./plan-text.ts";
import { useFault, usePlanForm, useValue } from "./use-plan.ts";

const AT: PlanPath = ["rules", "bufferMinutes"];

type Side = "before" | "after";
type Sides = Partial<Record<Side, number>>;

/** Minutes kept free around an interview: one number stands for both sides, as long as they are alike. */
export const BufferFields = () => {
  const { store } = usePlanForm();
  const sides = sidesOf(useValue(AT));
  const fault = useFault(AT);
  const field = (side: Side, label: string) => (
    <NumberInput
      label={label}
      inputWrapperOrder={FIELD_ORDER}
      description="Of everybody of the panel."
      placeholder="0 min"
      suffix=" min"
      min={0}
      max={120}
      step={5}
      clampBehavior="none"
      allowDecimal={false}
      error={side === "before" ? fault : fault !== null}
      value={sides[side] ?? ""}
      onChange={(next) =>
        store.set(AT, bufferWith(sides, side, typeof next === "number" ? next : undefined))
      }
    />
  );
  return (
    <>
      {field("before", "Kept free before")}
      {field("after", "Kept free after")}
    </>
  );
};

const sidesOf = (value: unknown): Sides => {
  if (typeof value === "number") return { before: value, after: value };
  const of = (side: Side): Sides => {
    const minutes = valueAt(value, [side]);
    return typeof minutes === "number" ? { [side]: minutes } : {};
  };
  return { ...of("before"), ...of("after") };
};

/** The first side that is set is meant for both. A side that is emptied is missed, so that it can be typed anew. */
const bufferWith = (sides: Sides, side: Side, minutes: number | undefined): unknown => {
  const isFirst = sides.before === undefined && sides.after === undefined;
  if (isFirst) return minutes;
  const { [side]: _, ...other } = sides;
  const next: Sides = minutes === undefined ? other : { ...other, [side]: minutes };
  if (next.before === undefined && next.after === undefined) return undefined;
  return next.before === next.after ? next.before : next;
};
