import { Button, NumberInput, Select, TagsInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useLeverNames } from "../api/queries.ts";
import { PoolFields } from "./pool-fields.tsx";
import {
  type PlanPath,
  type PlanValue,
  appendAt,
  listAt,
  textAt,
  valueAt,
  writeAt,
} from "./plan-text.ts";
import { SessionFields } from "./session-fields.tsx";

/** What every part of the form is given: the values as they are, and how to write one. */
export interface FormPart {
  value: PlanValue;
  isLocked: boolean;
  /** Writes one value; undefined takes it away. */
  set(path: PlanPath, value: unknown): void;
  /** Any other change of the text. */
  change(edit: (text: string) => string): void;
}

interface PlanFormProps {
  text: string;
  value: PlanValue;
  isLocked: boolean;
  onChange(text: string): void;
}

/** The common parts of a plan as fields. What it does not show stays in the text as it is. */
export const PlanForm = ({ text, value, isLocked, onChange }: PlanFormProps) => {
  const part: FormPart = {
    value,
    isLocked,
    set: (path, next) => onChange(writeAt(text, path, next)),
    change: (edit) => onChange(edit(text)),
  };
  const sessions = listAt(value, ["sessions"]);
  return (
    <div className="plan-form">
      <MatchFields {...part} />
      <fieldset className="plan-part" disabled={isLocked}>
        <legend>Interviews</legend>
        {sessions.map((_, index) => (
          // A session's id may be changed while it is typed.
          <SessionFields key={index} {...part} index={index} />
        ))}
        {!isLocked && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() =>
              part.change((from) => appendAt(from, ["sessions"], newSession(sessions.length + 1)))
            }
          >
            Add an interview
          </Button>
        )}
      </fieldset>
      <PoolFields {...part} />
      <RuleFields {...part} />
    </div>
  );
};

const newSession = (number: number) => ({
  id: `interview-${number}`,
  name: `Interview ${number}`,
  durationMinutes: 60,
  format: "video",
  places: [{ role: "hiring_manager" }],
});

const SCOPES = [
  { name: "stages", label: "Stages in Lever", placeholder: "a stage's name" },
  { name: "postings", label: "Postings", placeholder: "any" },
  { name: "teams", label: "Teams", placeholder: "any" },
] as const;

const MatchFields = ({ value, set, isLocked }: FormPart) => {
  const stages = useLeverNames().data?.stages ?? [];
  return (
    <fieldset className="plan-part" disabled={isLocked}>
      <legend>Applies to</legend>
      {SCOPES.map(({ name, label, placeholder }) => {
        const names = listAt(value, ["match", name]).map(String);
        return (
          <TagsInput
            key={name}
            label={label}
            {...(names.length === 0 && { placeholder })}
            value={names}
            data={name === "stages" ? [...new Set(stages)] : []}
            onChange={(next) =>
              set(["match", name], next.length === 0 && name !== "stages" ? undefined : next)
            }
          />
        );
      })}
    </fieldset>
  );
};

const NUMBERS = [
  { name: "minimumNoticeHours", label: "Notice", unit: " h", max: 240, otherwise: 24 },
  { name: "horizonBusinessDays", label: "Look ahead", unit: " days", max: 30, otherwise: 5 },
  { name: "bufferMinutes", label: "Kept free around", unit: " min", max: 120, otherwise: 0 },
  { name: "maxInterviewsPerDay", label: "Most a day", unit: "", max: 20, otherwise: 4 },
  { name: "maxInterviewsPerWeek", label: "Most a week", unit: "", max: 60, otherwise: 12 },
] as const;

const CHOICES = [
  {
    name: "video",
    label: "Video link",
    data: [
      { value: "meet", label: "Google Meet" },
      { value: "none", label: "None" },
    ],
    otherwise: "Google Meet",
  },
  {
    name: "feedbackReminder",
    label: "Remind of feedback",
    data: ["once", "daily", "frequently", "none"],
    otherwise: "daily",
  },
] as const;

const RuleFields = ({ value, set, isLocked }: FormPart) => (
  <fieldset className="plan-part" disabled={isLocked}>
    <legend>Times and the rest</legend>
    <div className="plan-numbers">
      {NUMBERS.map(({ name, label, unit, max, otherwise }) => (
        <NumberInput
          key={name}
          label={label}
          suffix={unit}
          min={0}
          max={max}
          allowDecimal={false}
          placeholder={`${otherwise}${unit}`}
          value={textAt(value, ["rules", name])}
          onChange={(next) => set(["rules", name], typeof next === "number" ? next : undefined)}
        />
      ))}
      {CHOICES.map(({ name, label, data, otherwise }) => {
        const chosen = valueAt(value, [name]);
        return (
          <Select
            key={name}
            label={label}
            clearable
            placeholder={otherwise}
            data={data.map((one) => (typeof one === "string" ? { value: one, label: one } : one))}
            value={typeof chosen === "string" ? chosen : null}
            onChange={(next) => set([name], next ?? undefined)}
          />
        );
      })}
    </div>
    <p className="quiet small">
      What is empty has the value shown in grey. Hours, lunch and rules of loops are set in the
      text.
    </p>
  </fieldset>
);
