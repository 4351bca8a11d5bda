import { ActionIcon, Button, Chip, Group } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { TextField } from "./fields.tsx";
import { type PlanPath, listAt, valueAt } from "./plan-text.ts";
import { useOwnFault, usePlan, usePlanForm } from "./use-plan.ts";

const DAYS = [
  { value: "mon", label: "Mon" },
  { value: "tue", label: "Tue" },
  { value: "wed", label: "Wed" },
  { value: "thu", label: "Thu" },
  { value: "fri", label: "Fri" },
  { value: "sat", label: "Sat" },
  { value: "sun", label: "Sun" },
];

interface UnlessSetProps {
  label: string;
  path: PlanPath;
  /** What counts when nothing is set. */
  otherwise: string;
  /** What is set first. */
  first: unknown;
  children: React.ReactNode;
}

/** Something that is set as a whole or not at all: what counts without it, or its fields. */
export const UnlessSet = ({ label, path, otherwise, first, children }: UnlessSetProps) => {
  const { store, isLocked } = usePlanForm();
  const isSet = usePlan((value) => valueAt(value, path) !== undefined);
  const fault = useOwnFault(path);
  return (
    <div className="plan-whole" role="group" aria-label={label}>
      <span className="plan-whole-name">{label}</span>
      {isSet ? (
        <div className="plan-whole-fields">
          {children}
          {fault !== null && <p className="plan-fault">{fault}</p>}
        </div>
      ) : (
        <span className="quiet small plan-whole-fields">{otherwise}</span>
      )}
      {!isLocked &&
        (isSet ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${label}: as without`}
            onClick={() => store.set(path, undefined)}
          >
            <IconX size={15} aria-hidden />
          </ActionIcon>
        ) : (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`${label}: set`}
            onClick={() => store.set(path, first)}
          >
            Set
          </Button>
        ))}
    </div>
  );
};

interface HoursFieldProps {
  label: string;
  path: PlanPath;
  first: { start: string; end: string; days?: string[] };
  otherwise: string;
}

/** Hours of a day, and on which days where that is asked. */
export const HoursField = ({ label, path, first, otherwise }: HoursFieldProps) => (
  <UnlessSet {...{ label, path, first, otherwise }}>
    <TextField
      inputMode="numeric"
      isNeeded
      path={[...path, "start"]}
      otherwise={first.start}
      name={`${label}: from`}
    />
    <span aria-hidden>–</span>
    <TextField
      inputMode="numeric"
      isNeeded
      path={[...path, "end"]}
      otherwise={first.end}
      name={`${label}: until`}
    />
    {first.days && <DaysField path={[...path, "days"]} />}
  </UnlessSet>
);

const DaysField = ({ path }: { path: PlanPath }) => {
  const { store, isLocked } = usePlanForm();
  const days = usePlan((value) => listAt(value, path).map(String));
  return (
    <Chip.Group
      multiple
      value={days}
      onChange={(next: string[]) =>
        next.length > 0 &&
        store.set(
          path,
          DAYS.map((day) => day.value).filter((day) => next.includes(day)),
        )
      }
    >
      <Group gap={4}>
        {DAYS.map((day) => (
          <Chip key={day.value} size="xs" value={day.value} disabled={isLocked}>
            {day.label}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
};
