import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { TextField } from "./fields.tsx";
import { renameLink } from "./plan-text.ts";
import { useKeys, useOwnFault, usePlanForm } from "./use-plan.ts";

/** Video links that are somebody's own: an interview that they hold meets there. */
export const OwnLinkFields = () => {
  const { store, isLocked } = usePlanForm();
  const people = useKeys(["links"]);
  const fault = useOwnFault(["links"]);
  return (
    <>
      {people.map((email, index) => (
        <div key={index} className="plan-link" role="group" aria-label={`Own link ${index + 1}`}>
          <Whose
            key={email}
            email={email}
            number={index + 1}
            onRename={(next) => store.change((text) => renameLink(text, email, next))}
          />
          <TextField
            path={["links", email]}
            name={`Link of own link ${index + 1}`}
            isNeeded
            otherwise="https://"
          />
          {!isLocked && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove own link ${index + 1}`}
              onClick={() => store.set(["links", email], undefined)}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {fault !== null && <p className="plan-fault">{fault}</p>}
      {!isLocked && (
        <Button
          size="xs"
          variant="default"
          disabled={people.includes("")}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => store.set(["links", ""], "")}
        >
          Add somebody’s own link
        </Button>
      )}
    </>
  );
};

interface WhoseProps {
  email: string;
  number: number;
  onRename(email: string): void;
}

/** Takes effect when the person is done: half an address would be somebody else's. */
const Whose = ({ email, number, onRename }: WhoseProps) => {
  const [typed, setTyped] = useState(email);
  return (
    <TextInput
      aria-label={`Person of own link ${number}`}
      placeholder="their e-mail address"
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => typed.trim() !== "" && typed !== email && onRename(typed.trim())}
    />
  );
};
