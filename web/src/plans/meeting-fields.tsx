import { ActionIcon, Button, NumberInput, Select, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { FormPart } from "./plan-form.tsx";
import { OwnLinkFields } from "./own-link-fields.tsx";
import { type PlanPath, appendAt, listAt, textAt, valueAt } from "./plan-text.ts";

const KINDS = [
  { value: "meet", label: "Google Meet" },
  { value: "teams", label: "Microsoft Teams" },
  { value: "zoom", label: "Zoom" },
  { value: "fixed", label: "Always the same link" },
  { value: "none", label: "None" },
];

/** Which kind of video link, of the plan or of one interview. */
export const VideoSelect = ({
  value,
  set,
  path,
  label,
  otherwise,
}: FormPart & { path: PlanPath; label: string; otherwise: string }) => (
  <Select
    label={label}
    clearable
    placeholder={otherwise}
    data={KINDS}
    value={textAt(value, path) || null}
    onChange={(next) => set(path, next ?? undefined)}
  />
);

/** Where people meet: by which link, in which rooms. */
export const MeetingFields = (part: FormPart) => {
  const { value, set, change, isLocked } = part;
  const isFixed =
    textAt(value, ["video"]) === "fixed" ||
    textAt(value, ["link"]) !== "" ||
    valueAt(value, ["links"]) !== undefined ||
    listAt(value, ["sessions"]).some((session) => textAt(session, ["video"]) === "fixed");
  return (
    <fieldset className="plan-part" disabled={isLocked}>
      <legend>Where they meet</legend>
      <div className="plan-meeting">
        <VideoSelect
          {...part}
          path={["video"]}
          label="Video link"
          otherwise="Meet or Teams, as the organizer has"
        />
        {isFixed && (
          <TextInput
            label="The link"
            placeholder="https://"
            value={textAt(value, ["link"])}
            onChange={(event) => {
              const link = event.currentTarget.value;
              set(["link"], link === "" ? undefined : link);
            }}
          />
        )}
      </div>
      {isFixed && <OwnLinkFields {...part} />}
      {listAt(value, ["rooms"]).map((_, index) => (
        <RoomFields key={index} {...part} index={index} isFixed={isFixed} />
      ))}
      {!isLocked && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() =>
            change((text) => appendAt(text, ["rooms"], { email: "", name: "", capacity: 4 }))
          }
        >
          Add a room
        </Button>
      )}
    </fieldset>
  );
};

const RoomFields = ({
  value,
  set,
  isLocked,
  index,
  isFixed,
}: FormPart & { index: number; isFixed: boolean }) => {
  const at: PlanPath = ["rooms", index];
  const number = index + 1;
  const rooms = listAt(value, ["rooms"]);
  return (
    <div className="plan-room" role="group" aria-label={`Room ${number}`}>
      <TextInput
        aria-label={`Name of room ${number}`}
        placeholder="as candidates are told"
        value={textAt(value, [...at, "name"])}
        onChange={(event) => set([...at, "name"], event.currentTarget.value)}
      />
      <TextInput
        aria-label={`Address of room ${number}`}
        placeholder="its calendar’s address"
        value={textAt(value, [...at, "email"])}
        onChange={(event) => set([...at, "email"], event.currentTarget.value)}
      />
      <NumberInput
        aria-label={`Seats of room ${number}`}
        suffix=" seats"
        min={2}
        max={500}
        allowDecimal={false}
        value={Number(textAt(value, [...at, "capacity"])) || ""}
        onChange={(next) => typeof next === "number" && set([...at, "capacity"], next)}
      />
      {!isLocked && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Remove room ${number}`}
          onClick={() => set(rooms.length === 1 ? ["rooms"] : at, undefined)}
        >
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      )}
      {isFixed && (
        <TextInput
          className="plan-room-link"
          aria-label={`Video link of room ${number}`}
          placeholder="its own video link, if any"
          value={textAt(value, [...at, "link"])}
          onChange={(event) => {
            const link = event.currentTarget.value;
            set([...at, "link"], link === "" ? undefined : link);
          }}
        />
      )}
    </div>
  );
};
