import { Button, Select } from "@mantine/core";
import { useState } from "react";
import type { OptOutList } from "../../../src/http/api/opt-out-routes.ts";
import { useEndOptOut, useOptOut } from "../api/changes.ts";
import { useOptOuts, usePeople } from "../api/queries.ts";
import { useMayDecide } from "../api/session.ts";
import { Loaded, Loading } from "../parts/states.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";

const WHO: Record<OptOutList["items"][number]["who"], string> = {
  candidate: "Candidate: nothing is proposed or sent",
  hiring_manager: "Hiring manager: nothing is proposed for their postings",
  interviewer: "Interviewer: a person decides on whatever includes them",
};

/** Who wants people instead of software; a candidate says so on their case. */
export const OptOutsSection = () => {
  const query = useOptOuts();
  const mayDecide = useMayDecide();
  return (
    <section className="panel setting-block" aria-labelledby="opt-outs">
      <div>
        <h2 id="opt-outs">People instead of software</h2>
        <p className="quiet">
          Who has asked for it outranks every mode and rule. A candidate’s wish is recorded on their
          case.
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

interface OptOutRowProps {
  item: OptOutList["items"][number];
  mayEnd: boolean;
}

const OptOutRow = ({ item: { id, who, name, saidBy, at }, mayEnd }: OptOutRowProps) => {
  const end = useEndOptOut();
  return (
    <li className="personal">
      <span>
        <strong>{name}</strong> <span className="quiet">{WHO[who]}</span>
        <span className="quiet small">
          {" "}
          (recorded by {saidBy}, <When iso={at} isRelative />)
        </span>
      </span>
      {mayEnd && (
        <Button
          size="compact-sm"
          variant="default"
          loading={end.isPending}
          onClick={() =>
            end.mutate(id, {
              onSuccess: () => tellDone(`Ended for ${name}.`),
              onError: tellProblem,
            })
          }
        >
          End<span className="sr-only"> for {name}</span>
        </Button>
      )}
    </li>
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
