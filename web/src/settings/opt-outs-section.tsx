import { Button, Modal, Select } from "@mantine/core";
import { useState } from "react";
import type { OptOutList } from "../../../src/http/api/opt-out-routes.ts";
import { useEndOptOut, useOptOut } from "../api/changes.ts";
import { useOptOuts, usePeople } from "../api/queries.ts";
import { useMayDecide } from "../api/session.ts";
import { isolated } from "../parts/isolated.ts";
import { Loaded, Loading } from "../parts/states.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";

const WHO: Record<OptOut["who"], string> = {
  candidate: "Candidate: nothing is proposed or sent",
  hiring_manager: "Hiring manager: nothing is proposed for their postings",
  interviewer: "Interviewer: a person decides on whatever includes them",
};

/** Who wants people instead of software; a candidate says so on their page, or to people. */
export const OptOutsSection = () => {
  const query = useOptOuts();
  const mayDecide = useMayDecide();
  return (
    <section className="panel setting-block" aria-labelledby="opt-outs">
      <div>
        <h2 id="opt-outs">People instead of software</h2>
        <p className="quiet">
          Who has asked for it outranks every mode and rule. Candidates press it on their own page,
          or their wish is recorded on their case.
        </p>
      </div>
      <Loaded query={query} loading={<Loading rows={1} height={24} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">Nobody has asked for it.</p>
          ) : (
            <ul className="opt-outs" aria-label="Who has asked for it">
              {items.map((item) => (
                <OptOutRow key={item.id} item={item} mayEnd={mayDecide} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {mayDecide && <Add />}
    </section>
  );
};

type OptOut = OptOutList["items"][number];

const OptOutRow = ({ item, mayEnd }: { item: OptOut; mayEnd: boolean }) => {
  const { who, name, saidBy, at, isByCandidate } = item;
  return (
    <li className="personal">
      <span>
        <strong>{name}</strong> <span className="quiet">{WHO[who]}</span>
        <span className="quiet small">
          {" "}
          ({isByCandidate ? "by the candidate, on their own page" : `recorded by ${saidBy}`},{" "}
          <When iso={at} isRelative />)
        </span>
      </span>
      {mayEnd && <End item={item} />}
    </li>
  );
};

/** Ends it, of what candidates pressed themselves after one question. */
const End = ({ item: { id, name, isByCandidate } }: { item: OptOut }) => {
  const end = useEndOptOut();
  const [isAsked, setAsked] = useState(false);
  const onEnd = (): void =>
    end.mutate(
      { id, candidateAgrees: isByCandidate },
      {
        onSuccess: () => tellDone(`Ended for ${name}.`),
        onError: tellProblem,
        onSettled: () => setAsked(false),
      },
    );
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={end.isPending}
        onClick={isByCandidate ? () => setAsked(true) : onEnd}
      >
        End<span className="sr-only"> for {name}</span>
      </Button>
      <Modal
        opened={isAsked}
        onClose={() => setAsked(false)}
        title={`${isolated(name)} asked for this`}
        centered
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <div className="reason">
          <p>
            They pressed on their own page that they want people instead of software. End it only
            when they have told you that they want software again.
          </p>
          <div className="buttons">
            <Button variant="default" data-autofocus onClick={() => setAsked(false)}>
              Leave it to people
            </Button>
            <Button color="red" loading={end.isPending} onClick={onEnd}>
              They told me: end it
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
};

const Add = () => {
  const people = usePeople("").data?.items ?? [];
  const add = useOptOut();
  const [who, setWho] = useState<"interviewer" | "hiring_manager">("interviewer");
  const [userId, setUserId] = useState<string | null>(null);
  return (
    <div className="pilot-start">
      <Select
        label="Somebody who has asked for it"
        placeholder="Name"
        searchable
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={userId}
        onChange={setUserId}
      />
      <Select
        label="As"
        data={[
          { value: "interviewer", label: "Interviewer" },
          { value: "hiring_manager", label: "Hiring manager" },
        ]}
        value={who}
        allowDeselect={false}
        onChange={(value) => setWho(value === "hiring_manager" ? value : "interviewer")}
      />
      <Button
        variant="default"
        disabled={userId === null}
        loading={add.isPending}
        onClick={() =>
          userId !== null &&
          add.mutate(
            { who, userId },
            {
              onSuccess: () => {
                setUserId(null);
                tellDone("Recorded. It holds from now on.");
              },
              onError: tellProblem,
            },
          )
        }
      >
        Record
      </Button>
    </div>
  );
};
