import { ActionIcon, Button, Select, TagsInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import type { PolicyRule } from "../../../src/domain/policy.ts";
import { useSandboxStages, useStatus } from "../api/queries.ts";
import { MODES } from "./mode-cards.tsx";

const FIELDS = [
  { name: "stages", label: "Stages" },
  { name: "teams", label: "Teams" },
  { name: "postings", label: "Postings" },
] as const;

interface RulesEditorProps {
  rules: PolicyRule[];
  isLocked: boolean;
  onChange(rules: PolicyRule[]): void;
}

/** Exceptions from the mode, in order: the first that matches counts. */
export const RulesEditor = ({ rules, isLocked, onChange }: RulesEditorProps) => {
  const swap = (from: number, to: number): void => {
    const next = [...rules];
    const [a, b] = [next[from], next[to]];
    if (!a || !b) return;
    next[from] = b;
    next[to] = a;
    onChange(next);
  };
  return (
    <div className="rules">
      {rules.length === 0 && (
        <p className="quiet">No exceptions. The mode above holds everywhere.</p>
      )}
      <ol className="rule-list">
        {rules.map((rule, index) => (
          // A rule has no name but its place.
          <li key={index} className="rule">
            <Rule
              rule={rule}
              number={index + 1}
              isLocked={isLocked}
              onChange={(changed) => onChange(rules.with(index, changed))}
            />
            {!isLocked && (
              <div className="rule-tools">
                <ActionIcon
                  variant="default"
                  aria-label={`Move rule ${index + 1} up`}
                  disabled={index === 0}
                  onClick={() => swap(index, index - 1)}
                >
                  <IconArrowUp size={15} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  aria-label={`Move rule ${index + 1} down`}
                  disabled={index === rules.length - 1}
                  onClick={() => swap(index, index + 1)}
                >
                  <IconArrowDown size={15} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  aria-label={`Remove rule ${index + 1}`}
                  onClick={() => onChange(rules.toSpliced(index, 1))}
                >
                  <IconTrash size={15} aria-hidden />
                </ActionIcon>
              </div>
            )}
          </li>
        ))}
      </ol>
      {!isLocked && (
        <Button
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...rules, { mode: "silent" }])}
        >
          Add an exception
        </Button>
      )}
    </div>
  );
};

interface RuleProps {
  rule: PolicyRule;
  number: number;
  isLocked: boolean;
  onChange(rule: PolicyRule): void;
}

const Rule = ({ rule, number, isLocked, onChange }: RuleProps) => {
  const isSandbox = useStatus().data?.sandbox ?? false;
  const stages = useSandboxStages(isSandbox).data?.items ?? [];
  const setList = (name: (typeof FIELDS)[number]["name"], list: string[]): void => {
    const { [name]: _, ...rest } = rule;
    onChange(list.length === 0 ? rest : { ...rest, [name]: list });
  };
  return (
    <fieldset className="rule-fields" disabled={isLocked}>
      <legend className="sr-only">Rule {number}</legend>
      <span className="quiet num rule-number" aria-hidden>
        {number}
      </span>
      {FIELDS.map(({ name, label }) => (
        <TagsInput
          key={name}
          label={label}
          {...(rule[name] === undefined && { placeholder: "any" })}
          value={rule[name] ?? []}
          data={name === "stages" ? stages.map(({ text }) => text) : []}
          onChange={(list) => setList(name, list)}
        />
      ))}
      <Select
        label="Mode"
        data={MODES.map(({ value, title }) => ({ value, label: title }))}
        value={rule.mode}
        allowDeselect={false}
        onChange={(mode) => {
          const chosen = MODES.find(({ value }) => value === mode);
          if (chosen) onChange({ ...rule, mode: chosen.value });
        }}
      />
    </fieldset>
  );
};
