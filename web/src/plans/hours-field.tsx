import { ActionIcon, Button, Chip, Group, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { FormPart } from "./plan-form.tsx";
import { type PlanPath, listAt, textAt, valueAt } from "./plan-text.ts";

const DAYS = [
  { value: "mon", label: "Mon" },
  { value: "tue", label: "Tue" },
  { value: "wed", label: "Wed" },
  { value: "thu", label: "Thu" },
  { value: "fri", label: "Fri" },
  { value: "sat", label: "Sat" },
  { value: "sun", label: "Sun" },
];

interface UnlessSetProps extends FormPart {
  label: string;
  path: PlanPath;
  /** What counts when nothing is set. */
  otherwise: string;
  /** What is set first. */
  first: Record<string, unknown>;
  children: React.ReactNode;
}

/** Something that is set as a whole or not at all: what counts without it, or its fields. */
export const UnlessSet = (props: UnlessSetProps) => {
  const { value, isLocked, set, label, path, otherwise, first, children } = props;
  const isSet = valueAt(value, path) !== undefined;
  return (
    <div className="plan-whole" role="group" aria-label={label}>
      <span className="plan-whole-name">{label}</span>
      {isSet ? (
        <div className="plan-whole-fields">{children}</div>
      ) : (
        <span className="quiet small plan-whole-fields">{otherwise}</span>
      )}
      {!isLocked &&
        (isSet ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${label}: as without`}
            onClick={() => set(path, undefined)}
          >
            <IconX size={15} aria-hidden />
          </ActionIcon>
        ) : (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`${label}: set`}
            onClick={() => set(path, first)}
          >
            Set
          </Button>
        ))}
    </div>
  );
};

interface HoursFieldProps extends FormPart {
  label: string;
  path: PlanPath;
  first: { start: string; end: string; days?: string[] };
  otherwise: string;
}

/** Hours of a day, and on which days where that is asked. */
export const HoursField = ({ label, path, first, otherwise, ...part }: HoursFieldProps) => {
  const { value, isLocked, set } = part;
  const clock = (key: "start" | "end", words: string) => (
    <TextInput
      inputMode="numeric"
      placeholder={first[key]}
      aria-label={`${label}: ${words}`}
      value={textAt(value, [...path, key])}
      onChange={(event) => set([...path, key], event.currentTarget.value)}
    />
  );
  return (
    <UnlessSet {...part} {...{ label, path, first, otherwise }}>
      {clock("start", "from")}
      <span aria-hidden>–</span>
      {clock("end", "until")}
      {first.days && (
        <Chip.Group
          multiple
          value={listAt(value, [...path, "days"]).map(String)}
          onChange={(days: string[]) =>
            days.length > 0 &&
            set(
              [...path, "days"],
              DAYS.map((day) => day.value).filter((day) => days.includes(day)),
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
      )}
    </UnlessSet>
  );
};
