import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { FormPart } from "./plan-form.tsx";
import { renameLink, textAt, valueAt } from "./plan-text.ts";

/** Video links that are somebody's own: an interview that they hold meets there. */
export const OwnLinkFields = ({ value, set, change, isLocked }: FormPart) => {
  const links = valueAt(value, ["links"]);
  const people = typeof links === "object" && links !== null ? Object.keys(links) : [];
  return (
    <>
      {people.map((email, index) => (
        <div key={index} className="plan-link" role="group" aria-label={`Own link ${index + 1}`}>
          <Whose
            key={email}
            email={email}
            number={index + 1}
            onRename={(next) => change((text) => renameLink(text, email, next))}
          />
          <TextInput
            aria-label={`Link of own link ${index + 1}`}
            placeholder="https://"
            value={textAt(value, ["links", email])}
            onChange={(event) => set(["links", email], event.currentTarget.value)}
          />
          {!isLocked && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove own link ${index + 1}`}
              onClick={() => set(["links", email], undefined)}
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
          disabled={people.includes("")}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => set(["links", ""], "")}
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
