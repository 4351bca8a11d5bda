import { ActionIcon, Button } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import type { PolicyRule } from "../../../src/domain/policy.ts";
import { RuleFields } from "./rule-fields.tsx";

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
            <RuleFields
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
