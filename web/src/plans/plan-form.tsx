import { Button, TagsInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useLeverNames } from "../api/queries.ts";
import { InTheText } from "./in-the-text.tsx";
import { MeetingFields } from "./meeting-fields.tsx";
import { PoolFields } from "./pool-fields.tsx";
import { type PlanPath, type PlanValue, appendAt, listAt, textAt, writeAt } from "./plan-text.ts";
import { LoopFields, RuleFields } from "./rule-fields.tsx";
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

/** A plan as fields. What has none stays in the text as it is, and is said to be there. */
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
              part.change((from) => appendAt(from, ["sessions"], newSession(sessions)))
            }
          >
            Add an interview
          </Button>
        )}
      </fieldset>
      <LoopFields {...part} />
      <PoolFields {...part} />
      <MeetingFields {...part} />
      <RuleFields {...part} />
      <InTheText value={value} />
    </div>
  );
};

/** With the first number from its place on that no other has. */
const newSession = (sessions: readonly PlanValue[]) => {
  const ids = new Set(sessions.map((session) => textAt(session, ["id"])));
  let number = sessions.length + 1;
  while (ids.has(`interview-${number}`)) number += 1;
  return {
    id: `interview-${number}`,
    name: `Interview ${number}`,
    durationMinutes: 60,
    format: "video",
    places: [{ role: "hiring_manager" }],
  };
};

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
