import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { RegisterList } from "../../../src/http/api/register-routes.ts";
import { useNoteInRegister, useSettleRegisterEntry } from "../api/compliance.ts";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { hereAsInstant } from "./register-words.ts";

/** What is added to an entry, and the stop of its clock. */
export const RegisterSteps = ({
  entry: { id, kind, settledAt },
}: {
  entry: RegisterList["items"][number];
}) => {
  const note = useNoteInRegister();
  const settle = useSettleRegisterEntry();
  const [text, setText] = useState("");
  const [at, setAt] = useState("");
  const done = (words: string) => ({
    onSuccess: () => {
      setText("");
      tellDone(words);
    },
    onError: tellProblem,
  });
  const isBlank = text.trim() === "";
  return (
    <details>
      <summary className="small">Add to it{settledAt === null && ", or settle it"}</summary>
      <div className="pilot-start">
        <TextInput
          label={kind === "breach" ? "Who was told, what was decided" : "What was answered"}
          maxLength={2_000}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        <Button
          variant="default"
          disabled={isBlank}
          loading={note.isPending}
          onClick={() => note.mutate({ id, text }, done("Added."))}
        >
          Add
        </Button>
        {settledAt === null && (
          <>
            <TextInput
              label={kind === "breach" ? "Told, or decided not to tell, at" : "Answered at"}
              type="datetime-local"
              value={at}
              onChange={({ currentTarget: { value } }) => setAt(value)}
            />
            <Button
              variant="default"
              disabled={isBlank || at === ""}
              loading={settle.isPending}
              onClick={() =>
                settle.mutate(
                  { id, text, settledAt: hereAsInstant(at) },
                  done("Settled. Its clock stands."),
                )
              }
            >
              Settle
            </Button>
          </>
        )}
      </div>
    </details>
  );
};
