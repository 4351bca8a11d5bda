import { ActionIcon, Button, Select } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { ChoiceField, SuggestField, TextField } from "./fields.tsx";
import { type PlanPath, appendAt, listAt, valueAt } from "./plan-text.ts";
import { useKeys, useOwnFault, usePlan, usePlanForm, useWritten } from "./use-plan.ts";

const MOST_SEATS = 3;

/** Seats for those who learn by an interview. It takes place without them too. */
export const TrainingFields = ({ at }: { at: PlanPath }) => {
  const { store, isLocked } = usePlanForm();
  const path: PlanPath = [...at, "training"];
  const count = usePlan((value) => listAt(value, path).length);
  const poolNames = useKeys(["pools"]);
  const pool = poolNames[0];
  return (
    <div className="plan-places">
      <p className="quiet small">
        Filled by whoever is left and can; the interview takes place without them too.
      </p>
      {Array.from({ length: count }, (_, index) => (
        <Seat key={index} at={[...path, index]} number={index + 1} />
      ))}
      {!isLocked && count < MOST_SEATS && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={() =>
            store.change((text) =>
              appendAt(text, path, {
                kind: "shadow",
                ...(pool === undefined ? { person: "" } : { pool }),
              }),
            )
          }
        >
          Add a seat
        </Button>
      )}
    </div>
  );
};

const Seat = ({ at, number }: { at: PlanPath; number: number }) => {
  const { store, isLocked } = usePlanForm();
  const poolNames = useKeys(["pools"]);
  const isPool = usePlan((value) => valueAt(value, [...at, "pool"]) !== undefined);
  const kind = useWritten([...at, "kind"]);
  const fault = useOwnFault(at);
  const choose = (next: string | null): void =>
    store.set(at, { kind, ...(next === "pool" ? { pool: poolNames[0] ?? "" } : { person: "" }) });
  return (
    <div className="plan-place" role="group" aria-label={`Seat ${number}`}>
      <ChoiceField
        path={[...at, "kind"]}
        name={`What seat ${number} is for`}
        isNeeded
        data={[
          { value: "shadow", label: "Sits in" },
          { value: "reverse_shadow", label: "Leads, and is watched" },
        ]}
      />
      <Select
        aria-label={`Who takes seat ${number}`}
        allowDeselect={false}
        disabled={isLocked}
        error={fault}
        data={[
          { value: "pool", label: "From a pool" },
          { value: "person", label: "A person" },
        ]}
        value={isPool ? "pool" : "person"}
        onChange={choose}
      />
      {isPool ? (
        <SuggestField
          path={[...at, "pool"]}
          name={`Pool of seat ${number}`}
          isNeeded
          otherwise="name of a pool"
          data={poolNames}
        />
      ) : (
        <TextField
          path={[...at, "person"]}
          name={`E-mail address of seat ${number}`}
          isNeeded
          otherwise="name@company.com"
        />
      )}
      {!isLocked && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Remove seat ${number}`}
          onClick={() => store.set(at, undefined)}
        >
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
};
