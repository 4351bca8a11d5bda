import { NumberInput, Select } from "@mantine/core";
import { HoursField, UnlessSet } from "./hours-field.tsx";
import type { FormPart } from "./plan-form.tsx";
import { type PlanPath, listAt, textAt, valueAt } from "./plan-text.ts";

interface NumberRule {
  name: string;
  label: string;
  unit: string;
  min: number;
  max: number;
  otherwise: string;
}

const NUMBERS: readonly NumberRule[] = [
  { name: "minimumNoticeHours", label: "Notice", unit: " h", min: 0, max: 240, otherwise: "24 h" },
  {
    name: "horizonBusinessDays",
    label: "Look ahead",
    unit: " days",
    min: 1,
    max: 30,
    otherwise: "5 days",
  },
  {
    name: "bufferMinutes",
    label: "Kept free around",
    unit: " min",
    min: 0,
    max: 120,
    otherwise: "0 min",
  },
  { name: "maxInterviewsPerDay", label: "Most a day", unit: "", min: 1, max: 20, otherwise: "4" },
  {
    name: "maxInterviewsPerWeek",
    label: "Most a week",
    unit: "",
    min: 1,
    max: 60,
    otherwise: "12",
  },
  {
    name: "candidateMoves",
    label: "Moves by candidate",
    unit: "",
    min: 0,
    max: 10,
    otherwise: "2",
  },
  {
    name: "candidateCutOffHours",
    label: "Moves until before",
    unit: " h",
    min: 0,
    max: 240,
    otherwise: "24 h",
  },
  {
    name: "changesNeedPersonWithinHours",
    label: "A person decides within",
    unit: " h",
    min: 0,
    max: 336,
    otherwise: "48 h",
  },
  {
    name: "briefHoursBefore",
    label: "Brief sent before",
    unit: " h",
    min: 1,
    max: 336,
    otherwise: "24 h",
  },
  {
    name: "alertAfterHours",
    label: "Recruiter told after",
    unit: " h",
    min: 1,
    max: 720,
    otherwise: "48 h",
  },
];

const FEEDBACK_NUMBERS: readonly NumberRule[] = [
  {
    name: "firstAfterMinutes",
    label: "Remind of form after",
    unit: " min",
    min: 0,
    max: 10_080,
    otherwise: "60 min",
  },
  {
    name: "mostReminders",
    label: "Reminders of a form",
    unit: "",
    min: 1,
    max: 20,
    otherwise: "5",
  },
  {
    name: "deadlineHours",
    label: "Synthesis waits for",
    unit: " h",
    min: 1,
    max: 720,
    otherwise: "72 h",
  },
];

const LOOP_NUMBERS: readonly NumberRule[] = [
  { name: "mostDays", label: "Days at most", unit: "", min: 1, max: 10, otherwise: "1" },
  {
    name: "mostSessionsADay",
    label: "Interviews a day",
    unit: "",
    min: 1,
    max: 10,
    otherwise: "all",
  },
  {
    name: "leastGapMinutes",
    label: "Gap at least",
    unit: " min",
    min: 0,
    max: 240,
    otherwise: "0 min",
  },
  {
    name: "mostGapMinutes",
    label: "Gap at most",
    unit: " min",
    min: 0,
    max: 480,
    otherwise: "120 min",
  },
  {
    name: "lunchMinutes",
    label: "Of lunch stay free",
    unit: " min",
    min: 15,
    max: 120,
    otherwise: "45 min",
  },
];

const NumberRules = ({
  value,
  set,
  at,
  rules,
}: FormPart & { at: PlanPath; rules: readonly NumberRule[] }) =>
  rules.map(({ name, label, unit, min, max, otherwise }) => {
    const written = textAt(value, [...at, name]);
    return (
      <NumberInput
        key={name}
        label={label}
        suffix={unit}
        min={min}
        max={max}
        allowDecimal={false}
        placeholder={otherwise}
        value={written === "" ? "" : Number(written)}
        onChange={(next) => set([...at, name], typeof next === "number" ? next : undefined)}
      />
    );
  });

const CHOICES = [
  {
    path: ["rules", "gridMinutes"],
    label: "Begin every",
    data: ["5", "10", "15", "30"].map((value) => ({ value, label: `${value} min` })),
    otherwise: "15 min",
  },
  {
    path: ["offer"],
    label: "Who chooses the time",
    data: [{ value: "candidate", label: "The candidate" }],
    otherwise: "A coordinator",
  },
  {
    path: ["feedback", "reminders"],
    label: "Who reminds of feedback",
    data: [
      { value: "ours", label: "Convene" },
      { value: "lever", label: "Lever" },
      { value: "off", label: "Nobody" },
    ],
    otherwise: "Convene",
  },
  {
    path: ["feedback", "by"],
    label: "Convene reminds by",
    data: [
      { value: "slack", label: "Slack, else mail" },
      { value: "mail", label: "Mail" },
      { value: "note", label: "Note in Lever" },
    ],
    otherwise: "Slack, else mail",
  },
  {
    path: ["feedbackReminder"],
    label: "Lever reminds",
    data: ["once", "daily", "frequently", "none"].map((value) => ({ value, label: value })),
    otherwise: "daily",
  },
  {
    path: ["reminders", "interviewers"],
    label: "Remind interviewers in Slack",
    data: [
      { value: "hour", label: "An hour before" },
      { value: "morning", label: "In the morning" },
      { value: "none", label: "Never" },
    ],
    otherwise: "An hour before",
  },
] as const;

/** When interviews may be, and what follows them. */
export const RuleFields = (part: FormPart) => {
  const { value, set, isLocked } = part;
  return (
    <fieldset className="plan-part" disabled={isLocked}>
      <legend>Times and the rest</legend>
      <div className="plan-numbers">
        <NumberRules {...part} at={["rules"]} rules={NUMBERS} />
        <NumberRules {...part} at={["feedback"]} rules={FEEDBACK_NUMBERS} />
        {CHOICES.map(({ path, label, data, otherwise }) => (
          <Select
            key={label}
            label={label}
            clearable
            placeholder={otherwise}
            data={[...data]}
            value={textAt(value, path) || null}
            onChange={(next) => set(path, next === null ? undefined : asWritten(next))}
          />
        ))}
      </div>
      <HoursField
        {...part}
        label="Working hours"
        path={["rules", "hours"]}
        first={{ start: "09:00", end: "17:30", days: ["mon", "tue", "wed", "thu", "fri"] }}
        otherwise="09:00–17:30, Monday to Friday, of those whose calendar tells none"
      />
      <HoursField
        {...part}
        label="Candidate’s comfort"
        path={["rules", "candidateHours"]}
        first={{ start: "09:00", end: "18:00" }}
        otherwise="09:00–18:00 in the candidate’s zone"
      />
      <HoursField
        {...part}
        label="Lunch"
        path={["rules", "lunch"]}
        first={{ start: "12:00", end: "14:00" }}
        otherwise="Not looked at"
      />
      <p className="quiet small">What is empty has the value shown in grey.</p>
    </fieldset>
  );
};

/** A number as one. */
const asWritten = (value: string): string | number => (/^\d+$/.test(value) ? Number(value) : value);

/** How several interviews lie to each other. */
export const LoopFields = (part: FormPart) => {
  const { value, set, isLocked } = part;
  const at: PlanPath = ["rules", "loop"];
  const isLoop = listAt(value, ["sessions"]).length > 1;
  if (!isLoop && valueAt(value, at) === undefined) return null;
  const pause = [...at, "pause"];
  const minutes = (name: string, label: string) => (
    <NumberInput
      aria-label={`Pause: ${label}`}
      suffix=" min"
      min={name === "minutes" ? 5 : 30}
      max={name === "minutes" ? 120 : 480}
      allowDecimal={false}
      value={Number(textAt(value, [...pause, name])) || ""}
      onChange={(next) => typeof next === "number" && set([...pause, name], next)}
    />
  );
  return (
    <fieldset className="plan-part" disabled={isLocked}>
      <legend>Several interviews together</legend>
      <div className="plan-numbers">
        <Select
          label="Order"
          clearable
          placeholder="as written"
          data={[
            { value: "fixed", label: "As written" },
            { value: "free", label: "Whatever fits best" },
          ]}
          value={textAt(value, [...at, "order"]) || null}
          onChange={(next) => set([...at, "order"], next ?? undefined)}
        />
        <NumberRules {...part} at={at} rules={LOOP_NUMBERS} />
      </div>
      <UnlessSet
        {...part}
        label="Pause"
        path={pause}
        first={{ afterMinutes: 150, minutes: 15 }}
        otherwise="None is asked for"
      >
        {minutes("minutes", "how long")}
        <span>after</span>
        {minutes("afterMinutes", "after how long")}
      </UnlessSet>
    </fieldset>
  );
};
