import {
  ActionIcon,
  Autocomplete,
  Button,
  NumberInput,
  Select,
  TagsInput,
  TextInput,
  Tooltip,
} from "@mantine/core";
import { IconPlus, IconStar, IconStarFilled, IconTrash } from "@tabler/icons-react";
import type { FormPart } from "./plan-form.tsx";
import { type PlanPath, appendAt, listAt, textAt, valueAt } from "./plan-text.ts";

const KINDS = [
  { value: "hiring_manager", label: "Hiring manager" },
  { value: "recruiter", label: "Recruiter" },
  { value: "follower", label: "A follower in Lever" },
  { value: "person", label: "A person" },
  { value: "pool", label: "From a pool" },
  { value: "room", label: "A room" },
];

/** Who takes part in an interview, and in which rooms it may be. */
export const Places = ({ at, value, isLocked, set, change }: FormPart & { at: PlanPath }) => (
  <div className="plan-places" role="group" aria-label="Who takes part">
    {listAt(value, [...at, "places"]).map((_, index) => (
      <Place
        key={index}
        {...{ value, isLocked, set, change, index }}
        at={[...at, "places", index]}
        isAlone={listAt(value, [...at, "places"]).length < 2}
      />
    ))}
    {!isLocked && (
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={13} aria-hidden />}
        onClick={() =>
          change((text) => appendAt(text, [...at, "places"], { role: "hiring_manager" }))
        }
      >
        Add somebody
      </Button>
    )}
  </div>
);

interface PlaceProps extends FormPart {
  at: PlanPath;
  index: number;
  isAlone: boolean;
}

const Place = ({ at, index, value, isLocked, isAlone, set }: PlaceProps) => {
  const pools = valueAt(value, ["pools"]);
  const poolNames = typeof pools === "object" && pools !== null ? Object.keys(pools) : [];
  const kind = kindOf(valueAt(value, at));
  const count = textAt(value, [...at, "count"]);
  const number = index + 1;
  const rooms = listAt(value, [...at, "room"]).map(String);
  const roomNames = listAt(value, ["rooms"]).map((room) => textAt(room, ["name"]));
  const isKeyAnyway = kind === "hiring_manager";
  const isKey = (valueAt(value, [...at, "key"]) ?? isKeyAnyway) === true;
  return (
    <div className="plan-place">
      <Select
        aria-label={`Place ${number}`}
        data={KINDS}
        allowDeselect={false}
        value={kind}
        onChange={(next) => set(at, placeOf(next ?? "hiring_manager", poolNames[0] ?? ""))}
      />
      {kind === "person" && (
        <TextInput
          aria-label={`E-mail address of place ${number}`}
          placeholder="name@company.com"
          value={textAt(value, [...at, "person"])}
          onChange={(event) => set([...at, "person"], event.currentTarget.value)}
        />
      )}
      {kind === "pool" && (
        <Autocomplete
          aria-label={`Pool of place ${number}`}
          placeholder="name of a pool"
          data={poolNames}
          value={textAt(value, [...at, "pool"])}
          onChange={(pool) => set([...at, "pool"], pool)}
        />
      )}
      {kind === "room" && (
        <TagsInput
          aria-label={`Rooms of place ${number}`}
          {...(rooms.length === 0 && { placeholder: "any of the plan’s" })}
          data={roomNames}
          value={rooms}
          onChange={(names) => set([...at, "room"], names.length === 0 ? true : names)}
        />
      )}
      {(kind === "pool" || kind === "follower") && (
        <NumberInput
          aria-label={`How many at place ${number}`}
          min={1}
          max={10}
          allowDecimal={false}
          placeholder="1"
          value={count === "" ? "" : Number(count)}
          onChange={(next) => set([...at, "count"], typeof next === "number" ? next : undefined)}
        />
      )}
      {kind !== "room" && (
        <Tooltip label={isKey ? "A key evaluator: good hours count more" : "No key evaluator"}>
          <ActionIcon
            variant={isKey ? "light" : "subtle"}
            {...(!isKey && { color: "gray" })}
            aria-label={`Key evaluator at place ${number}`}
            aria-pressed={isKey}
            disabled={isLocked}
            onClick={() => set([...at, "key"], isKey === isKeyAnyway ? !isKey : undefined)}
          >
            {isKey ? <IconStarFilled size={14} aria-hidden /> : <IconStar size={14} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
      {!isLocked && !isAlone && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Remove place ${number}`}
          onClick={() => set(at, undefined)}
        >
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      )}
    </div>
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
