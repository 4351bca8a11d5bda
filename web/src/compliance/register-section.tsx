import { Button, Select, TextInput, Textarea } from "@mantine/core";
import { useState } from "react";
import type { RegisterList, RegisterRequest } from "../../../src/http/api/register-routes.ts";
import { useOpenRegisterEntry, useRegister } from "../api/compliance.ts";
import { faultsByPath } from "../parts/faults.ts";
import { Loaded, Loading, ProblemNote } from "../parts/states.tsx";
import { tellDone } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";
import { CLOCKS, hereAsInstant } from "./register-words.ts";
import { RegisterSteps } from "./register-steps.tsx";

type Entry = RegisterList["items"][number];
type Kind = Entry["kind"];

/** Breaches and requests about data, with the clocks that the law sets. For admins. */
export const RegisterSection = () => (
  <section className="panel setting-block" aria-labelledby="register">
    <div>
      <h2 id="register">Breaches and requests about data</h2>
      <p className="quiet">
        A breach has 72 hours until the authority is told, from when it became known; a request of
        access, correction or erasure a month until it is answered, counted as 30 days at most. What
        you write is kept sealed; the ledger has that there is an entry, and its clock.
      </p>
    </div>
    <Loaded query={useRegister()} loading={<Loading rows={2} height={32} />}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">Nothing was recorded so far.</p>
        ) : (
          <ul className="audit-rows" aria-label="Register">
            {items.map((entry) => (
              <Row key={entry.id} entry={entry} />
            ))}
          </ul>
        )
      }
    </Loaded>
    <Add />
  </section>
);

const KINDS: Record<Kind, string> = { breach: "Breach", request: "Request about data" };

const Row = ({ entry }: { entry: Entry }) => {
  const { kind, begunAt, dueAt, state, words, recordedBy, settledAt, settledBy } = entry;
  return (
    <li>
      <span>
        <strong>{KINDS[kind]}</strong>{" "}
        <span className="clock-state" data-state={state}>
          {CLOCKS[state]}
        </span>
      </span>
      <span className="quiet small">
        {kind === "breach" ? "Known" : "Came in"} <When iso={begunAt} />, due <When iso={dueAt} />
        {settledAt !== null && (
          <>
            , settled <When iso={settledAt} /> by {settledBy}
          </>
        )}
        ; recorded by {recordedBy}
      </span>
      {words === null ? (
        <p className="quiet">Its words cannot be read any more.</p>
      ) : (
        <>
          <p>{words.what}</p>
          {words.data !== "" && <p className="quiet">Data: {words.data}</p>}
          {words.notes.map((note) => (
            <p key={note.at + note.text} className="small">
              <When iso={note.at} />, {note.by}: {note.text}
            </p>
          ))}
          <RegisterSteps entry={entry} />
        </>
      )}
    </li>
  );
};

const Add = () => {
  const open = useOpenRegisterEntry();
  const [kind, setKind] = useState<Kind>("breach");
  const [begun, setBegun] = useState("");
  const [what, setWhat] = useState("");
  const [data, setData] = useState("");
  const faults = faultsByPath(open.error);
  const save = (): void => {
    const said: RegisterRequest = { kind, begunAt: hereAsInstant(begun), what, data };
    open.mutate(said, {
      onSuccess: () => {
        setBegun("");
        setWhat("");
        setData("");
        tellDone("Recorded. Its clock runs.");
      },
    });
  };
  return (
    <fieldset className="assessment">
      <legend className="audit-head">Record something</legend>
      <Select
        label="What"
        data={Object.entries(KINDS).map(([value, label]) => ({ value, label }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => setKind(value === "request" ? value : "breach")}
      />
      <TextInput
        label={kind === "breach" ? "When it became known" : "When it came in"}
        description="By the clock of this computer."
        type="datetime-local"
        required
        value={begun}
        error={faults.get("begunAt")}
        onChange={({ currentTarget: { value } }) => setBegun(value)}
      />
      <Textarea
        label={kind === "breach" ? "What happened" : "What is asked for, and by whom"}
        required
        autosize
        minRows={2}
        maxLength={2_000}
        value={what}
        error={faults.get("what")}
        onChange={({ currentTarget: { value } }) => setWhat(value)}
      />
      <TextInput
        label="What data, and of how many"
        maxLength={2_000}
        value={data}
        error={faults.get("data")}
        onChange={({ currentTarget: { value } }) => setData(value)}
      />
      {open.error && faults.size === 0 && <ProblemNote error={open.error} />}
      <div>
        <Button
          variant="default"
          loading={open.isPending}
          disabled={begun === "" || what.trim() === ""}
          onClick={save}
        >
          Record
        </Button>
      </div>
    </fieldset>
  );
};
