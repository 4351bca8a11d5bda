import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { ChoiceField, NumberField, TextField } from "./fields.tsx";
import { Part } from "./fold.tsx";
import { OwnLinkFields } from "./own-link-fields.tsx";
import { type PlanPath, appendAt, listAt, textAt, valueAt } from "./plan-text.ts";
import { useOwnFault, usePlan, usePlanForm } from "./use-plan.ts";

const KINDS = [
  { value: "meet", label: "Google Meet" },
  { value: "teams", label: "Microsoft Teams" },
  { value: "zoom", label: "Zoom" },
  { value: "fixed", label: "Always the same link" },
  { value: "none", label: "None" },
];

/** Which kind of video link, of the plan or of one interview. */
export const VideoSelect = (props: { path: PlanPath; label: string; otherwise: string }) => (
  <ChoiceField {...props} data={KINDS} />
);

/** Where people meet: by which link, in which rooms. */
export const MeetingFields = () => {
  const { store, isLocked } = usePlanForm();
  const isFixed = usePlan(hasFixedLink);
  const rooms = usePlan((value) => listAt(value, ["rooms"]).length);
  return (
    <Part title="Where they meet">
      <div className="plan-meeting">
        <VideoSelect
          path={["video"]}
          label="Video link"
          otherwise="Meet or Teams, as the organizer has"
        />
        {isFixed && <TextField path={["link"]} label="The link" otherwise="https://" />}
      </div>
      {isFixed && <OwnLinkFields />}
      {Array.from({ length: rooms }, (_, index) => (
        <RoomFields key={index} index={index} isFixed={isFixed} isAlone={rooms === 1} />
      ))}
      {!isLocked && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() =>
            store.change((text) => appendAt(text, ["rooms"], { email: "", name: "", capacity: 4 }))
          }
        >
          Add a room
        </Button>
      )}
    </Part>
  );
};

const hasFixedLink = (value: unknown): boolean =>
  textAt(value, ["video"]) === "fixed" ||
  textAt(value, ["link"]) !== "" ||
  valueAt(value, ["links"]) !== undefined ||
  listAt(value, ["sessions"]).some((session) => textAt(session, ["video"]) === "fixed");

interface RoomProps {
  index: number;
  isFixed: boolean;
  isAlone: boolean;
}

const RoomFields = ({ index, isFixed, isAlone }: RoomProps) => {
  const { store, isLocked } = usePlanForm();
  const at: PlanPath = ["rooms", index];
  const number = index + 1;
  const fault = useOwnFault(at);
  return (
    <div className="plan-room" role="group" aria-label={`Room ${number}`}>
      <TextField
        path={[...at, "name"]}
        name={`Name of room ${number}`}
        isNeeded
        otherwise="as candidates are told"
      />
      <TextField
        path={[...at, "email"]}
        name={`Address of room ${number}`}
        isNeeded
        otherwise="its calendar’s address"
      />
      <NumberField
        path={[...at, "capacity"]}
        name={`Seats of room ${number}`}
        isNeeded
        {...{ min: 2, max: 500, unit: " seats" }}
      />
      {!isLocked && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Remove room ${number}`}
          onClick={() => store.set(isAlone ? ["rooms"] : at, undefined)}
        >
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      )}
      {isFixed && (
        <TextField
          className="plan-room-link"
          path={[...at, "link"]}
          name={`Video link of room ${number}`}
          otherwise="its own video link, if any"
        />
      )}
      {fault !== null && <p className="plan-fault plan-room-link">{fault}</p>}
    </div>
  );
};
