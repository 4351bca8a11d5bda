import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { TagsField } from "./fields.tsx";
import { Part } from "./fold.tsx";
import { renamePool } from "./plan-text.ts";
import { useKeys, usePlanForm } from "./use-plan.ts";

/** Groups of people of whom a place takes some. */
export const PoolFields = () => {
  const { store, isLocked } = usePlanForm();
  const names = useKeys(["pools"]);
  const free = Array.from({ length: names.length + 1 }, (_, n) => `pool-${n + 1}`).find(
    (name) => !names.includes(name),
  );
  return (
    <Part title="Pools" lead="A group of people of whom one, or some, take a place.">
      {names.map((name, index) => (
        <div key={index} className="plan-pool">
          <PoolName
            key={name}
            name={name}
            onRename={(next) => store.change((text) => renamePool(text, name, next))}
          />
          <TagsField
            path={["pools", name]}
            name={`People of ${name}`}
            otherwise="e-mail addresses"
            whenNone={[]}
          />
          {!isLocked && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove ${name}`}
              onClick={() => store.set(["pools", name], undefined)}
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
          onClick={() => store.set(["pools", free ?? "pool"], [])}
        >
          Add a pool
        </Button>
      )}
    </Part>
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
