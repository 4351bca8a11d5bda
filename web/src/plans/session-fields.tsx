import {
  ActionIcon,
  Autocomplete,
  Button,
  NumberInput,
  SegmentedControl,
  Select,
  TextInput,
  Textarea,
} from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useLeverNames } from "../api/queries.ts";
import type { FormPart } from "./plan-form.tsx";
import { type PlanPath, appendAt, listAt, textAt, valueAt } from "./plan-text.ts";

const FORMATS = [
  { value: "video", label: "Video" },
  { value: "phone", label: "Phone" },
  { value: "onsite", label: "On site" },
];

/** One interview of a plan. */
export const SessionFields = ({ index, ...part }: FormPart & { index: number }) => {
  const { value, isLocked, set } = part;
  const at: PlanPath = ["sessions", index];
  const forms = useLeverNames().data?.forms ?? [];
  const name = textAt(value, [...at, "name"]);
  const written = (key: string) => ({
    value: textAt(value, [...at, key]),
    onChange: (event: { currentTarget: { value: string } }) =>
      set([...at, key], event.currentTarget.value === "" ? undefined : event.currentTarget.value),
  });
  const minutes = Number(textAt(value, [...at, "durationMinutes"]));
  return (
    <section className="plan-session" aria-label={`Interview ${index + 1}`}>
      <div className="plan-session-head">
        <TextInput
          label="Name"
          value={name}
          onChange={(event) => set([...at, "name"], event.currentTarget.value)}
        />
        <NumberInput
          label="Length"
          suffix=" min"
          min={0}
          max={480}
          step={15}
          allowDecimal={false}
          value={Number.isFinite(minutes) ? minutes : ""}
          onChange={(next) =>
            set([...at, "durationMinutes"], typeof next === "number" ? next : undefined)
          }
        />
        {!isLocked && (
          <ActionIcon
            variant="default"
            aria-label={`Remove interview ${index + 1}`}
            disabled={listAt(value, ["sessions"]).length < 2}
            onClick={() => set(at, undefined)}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <div className="plan-session-kind">
        <SegmentedControl
          size="xs"
          aria-label={`How interview ${index + 1} takes place`}
          data={FORMATS}
          disabled={isLocked}
          value={textAt(value, [...at, "format"]) || "video"}
          onChange={(format) => set([...at, "format"], format)}
        />
        <Autocomplete
          aria-label={`Feedback form of interview ${index + 1}`}
          placeholder="Feedback form: Lever’s own"
          data={[...new Set(forms)]}
          value={textAt(value, [...at, "feedbackTemplate"])}
          onChange={(form) => set([...at, "feedbackTemplate"], form === "" ? undefined : form)}
        />
      </div>
      <Places {...part} at={at} />
      <details className="plan-more">
        <summary>What to prepare, and the agenda</summary>
        <Textarea
          label="For the candidate: what to prepare"
          autosize
          minRows={2}
          {...written("prepare")}
        />
        <Textarea label="For the panel: the agenda" autosize minRows={2} {...written("agenda")} />
      </details>
    </section>
  );
};

const KINDS = [
  { value: "hiring_manager", label: "Hiring manager" },
  { value: "recruiter", label: "Recruiter" },
  { value: "follower", label: "A follower in Lever" },
  { value: "person", label: "A person" },
  { value: "pool", label: "From a pool" },
];

const Places = ({ at, value, isLocked, set, change }: FormPart & { at: PlanPath }) => (
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
  if (valueAt(place, ["person"]) !== undefined) return "person";
  if (valueAt(place, ["pool"]) !== undefined) return "pool";
  const role = valueAt(place, ["role"]);
  return typeof role === "string" ? role : null;
};

const placeOf = (kind: string, pool: string): Record<string, string> => {
  if (kind === "person") return { person: "" };
  return kind === "pool" ? { pool } : { role: kind };
};
