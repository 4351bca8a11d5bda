import { ActionIcon, Button, TagsInput, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { FormPart } from "./plan-form.tsx";
import { listAt, renamePool, valueAt } from "./plan-text.ts";

/** Groups of people of whom a place takes some. */
export const PoolFields = ({ value, set, change, isLocked }: FormPart) => {
  const pools = valueAt(value, ["pools"]);
  const names = typeof pools === "object" && pools !== null ? Object.keys(pools) : [];
  const free = Array.from({ length: names.length + 1 }, (_, n) => `pool-${n + 1}`).find(
    (name) => !names.includes(name),
  );
  return (
    <fieldset className="plan-part" disabled={isLocked}>
      <legend>Pools</legend>
      {names.length === 0 && (
        <p className="quiet small">A group of people of whom one, or some, take a place.</p>
      )}
      {names.map((name, index) => (
        <div key={index} className="plan-pool">
          <PoolName
            key={name}
            name={name}
            onRename={(next) => change((text) => renamePool(text, name, next))}
          />
          <TagsInput
            aria-label={`People of ${name}`}
            placeholder="e-mail addresses"
            value={listAt(value, ["pools", name]).map(String)}
            onChange={(people) => set(["pools", name], people)}
          />
          {!isLocked && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove ${name}`}
              onClick={() => set(["pools", name], undefined)}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {!isLocked && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => set(["pools", free ?? "pool"], [])}
        >
          Add a pool
        </Button>
      )}
    </fieldset>
  );
};

/** Takes effect when the person is done: half a name would be another pool. */
const PoolName = ({ name, onRename }: { name: string; onRename(name: string): void }) => {
  const [typed, setTyped] = useState(name);
  return (
    <TextInput
      aria-label={`Name of ${name}`}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => typed.trim() !== "" && typed !== name && onRename(typed.trim())}
    />
  );
};
