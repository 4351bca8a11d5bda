import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { DelegationList } from "../../../src/http/api/delegation-routes.ts";
import { useDelegate, useEndDelegation } from "../api/changes.ts";
import { useDelegations } from "../api/delegations.ts";
import { useIsAdmin } from "../api/session.ts";
import { Loaded, Loading } from "../parts/states.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";

/** Who decides in whose place while somebody is away. */
export const DelegationSection = () => {
  const query = useDelegations();
  return (
    <section className="panel setting-block" aria-labelledby="delegation">
      <div>
        <h2 id="delegation">While you are away</h2>
        <p className="quiet">
          What you are asked goes to your delegate too, until the time that you name. Every decision
          says in whose place it was made.
        </p>
      </div>
      <Loaded query={query} loading={<Loading rows={1} height={24} />}>
        {({ items, deciders, you }) => (
          <>
            {items.length === 0 ? (
              <p className="quiet">Nobody has named a delegate.</p>
            ) : (
              <ul className="opt-outs" aria-label="Delegates">
                {items.map((item) => (
                  <DelegationRow key={item.id} item={item} />
                ))}
              </ul>
            )}
            <Name deciders={deciders} you={you} />
          </>
        )}
      </Loaded>
    </section>
  );
};

const DelegationRow = ({ item }: { item: DelegationList["items"][number] }) => {
  const end = useEndDelegation();
  const isAdmin = useIsAdmin();
  const { id, person, delegate, from, until, isYours } = item;
  return (
    <li className="personal">
      <span>
        <strong>{delegate}</strong> decides in place of <strong>{person}</strong>{" "}
        <span className="quiet small">
          from <When iso={from} /> until <When iso={until} />
        </span>
      </span>
      {(isAdmin || isYours) && (
        <Button
          size="compact-sm"
          variant="default"
          loading={end.isPending}
          onClick={() =>
            end.mutate(id, {
              onSuccess: () =>
                tellDone(`Ended: ${delegate} is asked in place of ${person} no more.`),
              onError: tellProblem,
            })
          }
        >
          End
          <span className="sr-only">
            {" "}
            for {person} and {delegate}
          </span>
        </Button>
      )}
    </li>
  );
};

/** The end of that day, here. */
const endOfDay = (day: string): string => new Date(`${day}T23:59:59`).toISOString();

const Name = ({ deciders, you }: Pick<DelegationList, "deciders" | "you">) => {
  const isAdmin = useIsAdmin();
  const name = useDelegate();
  const [person, setPerson] = useState<string | null>(null);
  const [delegate, setDelegate] = useState<string | null>(null);
  const [until, setUntil] = useState("");
  const away = isAdmin ? person : you;
  const isReady = away !== null && delegate !== null && until !== "";
  const submit = (): void => {
    if (!isReady) return;
    name.mutate(
      { person: away, delegate, until: endOfDay(until) },
      {
        onSuccess: () => {
          setDelegate(null);
          setUntil("");
          tellDone(`${delegate} is asked in place of ${away} from now on.`);
        },
        onError: tellProblem,
      },
    );
  };
  return (
    <div className="pilot-start">
      {isAdmin && (
        <Select
          label="Who is away"
          placeholder="Name"
          searchable
          data={deciders}
          value={person}
          onChange={setPerson}
        />
      )}
      <Select
        label="Delegate"
        placeholder="Name"
        searchable
        data={deciders.filter((one) => one.toLowerCase() !== away?.toLowerCase())}
        value={delegate}
        onChange={setDelegate}
      />
      <TextInput
        type="date"
        label="Until the end of"
        value={until}
        onChange={({ currentTarget }) => setUntil(currentTarget.value)}
      />
      <Button variant="default" disabled={!isReady} loading={name.isPending} onClick={submit}>
        Name the delegate
      </Button>
    </div>
  );
};
