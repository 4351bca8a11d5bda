import { ActionIcon, Button, Select, Tooltip } from "@mantine/core";
import { IconPlus, IconStar, IconStarFilled, IconTrash } from "@tabler/icons-react";
import { NumberField, SuggestField, TagsField, TextField } from "./fields.tsx";
import { type PlanPath, appendAt, listAt, textAt, valueAt } from "./plan-text.ts";
import { useKeys, useOwnFault, usePlan, usePlanForm, useValue } from "./use-plan.ts";

const KINDS = [
  { value: "hiring_manager", label: "Hiring manager" },
  { value: "recruiter", label: "Recruiter" },
  { value: "follower", label: "A follower in Lever" },
  { value: "person", label: "A person" },
  { value: "pool", label: "From a pool" },
  { value: "room", label: "A room" },
];

/** Who takes part in an interview, and in which rooms it may be. */
export const Places = ({ at }: { at: PlanPath }) => {
  const { store, isLocked } = usePlanForm();
  const path: PlanPath = [...at, "places"];
  const count = usePlan((value) => listAt(value, path).length);
  const fault = useOwnFault(path);
  return (
    <div className="plan-places" role="group" aria-label="Who takes part">
      {Array.from({ length: count }, (_, index) => (
        <Place key={index} index={index} at={[...path, index]} isAlone={count < 2} />
      ))}
      {fault !== null && <p className="plan-fault">{fault}</p>}
      {!isLocked && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={() => store.change((text) => appendAt(text, path, { role: "hiring_manager" }))}
        >
          Add somebody
        </Button>
      )}
    </div>
  );
};

interface PlacePart {
  at: PlanPath;
  number: number;
}

interface PlaceProps {
  at: PlanPath;
  index: number;
  isAlone: boolean;
}

const Place = ({ at, index, isAlone }: PlaceProps) => {
  const { store, isLocked } = usePlanForm();
  const poolNames = useKeys(["pools"]);
  const kind = usePlan((value) => kindOf(valueAt(value, at)));
  // Of the role, where another fault is at no field of its own.
  const own = useOwnFault(at);
  const ofRole = useOwnFault([...at, "role"]);
  const number = index + 1;
  return (
    <div className="plan-place">
      <Select
        aria-label={`Place ${number}`}
        data={KINDS}
        allowDeselect={false}
        disabled={isLocked}
        error={own ?? ofRole}
        value={kind}
        onChange={(next) => store.set(at, placeOf(next ?? "hiring_manager", poolNames[0] ?? ""))}
      />
      <WhoTakesIt {...{ at, number, kind, poolNames }} />
      {(kind === "pool" || kind === "follower") && (
        <NumberField
          path={[...at, "count"]}
          name={`How many at place ${number}`}
          {...{ min: 1, max: 10 }}
          otherwise="1"
        />
      )}
      {kind !== "room" && <KeyButton {...{ at, number }} isKeyAnyway={kind === "hiring_manager"} />}
      {!isLocked && !isAlone && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Remove place ${number}`}
          onClick={() => store.set(at, undefined)}
        >
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
};

interface WhoProps extends PlacePart {
  kind: string | null;
  poolNames: readonly string[];
}

/** The person, the pool or the rooms, as its kind asks. */
const WhoTakesIt = ({ at, number, kind, poolNames }: WhoProps) => {
  switch (kind) {
    case "person":
      return (
        <TextField
          path={[...at, "person"]}
          name={`E-mail address of place ${number}`}
          isNeeded
          otherwise="name@company.com"
        />
      );
    case "pool":
      return (
        <SuggestField
          path={[...at, "pool"]}
          name={`Pool of place ${number}`}
          isNeeded
          otherwise="name of a pool"
          data={poolNames}
        />
      );
    case "room":
      return <RoomsOfPlace at={at} number={number} />;
    default:
      return null;
  }
};

const RoomsOfPlace = ({ at, number }: PlacePart) => {
  const names = usePlan((value) => listAt(value, ["rooms"]).map((room) => textAt(room, ["name"])));
  return (
    <TagsField
      path={[...at, "room"]}
      name={`Rooms of place ${number}`}
      otherwise="any of the plan’s"
      data={names}
      whenNone
    />
  );
};

/** Key evaluators' good hours count more. */
const KeyButton = ({ at, number, isKeyAnyway }: PlacePart & { isKeyAnyway: boolean }) => {
  const { store, isLocked } = usePlanForm();
  const path: PlanPath = [...at, "key"];
  const isKey = (useValue(path) ?? isKeyAnyway) === true;
  return (
    <Tooltip label={isKey ? "A key evaluator: good hours count more" : "No key evaluator"}>
      <ActionIcon
        variant={isKey ? "light" : "subtle"}
        {...(!isKey && { color: "gray" })}
        aria-label={`Key evaluator at place ${number}`}
        aria-pressed={isKey}
        disabled={isLocked}
        onClick={() => store.set(path, isKey === isKeyAnyway ? !isKey : undefined)}
      >
        {isKey ? <IconStarFilled size={14} aria-hidden /> : <IconStar size={14} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
};

const kindOf = (place: unknown): string | null => {
  if (valueAt(place, ["room"]) !== undefined) return "room";
  if (valueAt(place, ["person"]) !== undefined) return "person";
  if (valueAt(place, ["pool"]) !== undefined) return "pool";
  const role = valueAt(place, ["role"]);
  return typeof role === "string" ? role : null;
};

const placeOf = (kind: string, pool: string): Record<string, string | true> => {
  if (kind === "room") return { room: true };
  if (kind === "person") return { person: "" };
  return kind === "pool" ? { pool } : { role: kind };
};
