import {
  ActionIcon,
  Autocomplete,
  MultiSelect,
  NumberInput,
  SegmentedControl,
  TextInput,
  Textarea,
} from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useCompetencies, useLeverNames } from "../api/queries.ts";
import { VideoSelect } from "./meeting-fields.tsx";
import type { FormPart } from "./plan-form.tsx";
import { Places } from "./place-fields.tsx";
import { type PlanPath, listAt, textAt } from "./plan-text.ts";

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
      <MoreOfSession {...part} index={index} />
      <CompetencySelect {...part} at={at} index={index} />
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

interface CompetencyPart extends FormPart {
  at: PlanPath;
  index: number;
}

/** What it asks about; what the text names and the bank does not have stays, and the check says so. */
const CompetencySelect = ({ value, set, isLocked, at, index }: CompetencyPart) => {
  const known = useCompetencies().data?.items ?? [];
  const named = listAt(value, [...at, "competencies"]).map(String);
  const unknown = named.filter((id) => known.every((one) => one.id !== id));
  return (
    <MultiSelect
      label={`Competencies, interview ${index + 1}`}
      {...(named.length === 0 && { placeholder: "chosen by the job text" })}
      searchable
      disabled={isLocked}
      data={[
        ...known.map(({ id, name }) => ({ value: id, label: name })),
        ...unknown.map((id) => ({ value: id, label: id })),
      ]}
      value={named}
      onChange={(ids) => set([...at, "competencies"], ids.length === 0 ? undefined : ids)}
    />
  );
};

/** What only some interviews have: a link of their own, others that come before. */
const MoreOfSession = ({ index, ...part }: FormPart & { index: number }) => {
  const { value, set } = part;
  const at: PlanPath = ["sessions", index];
  const others = listAt(value, ["sessions"]).flatMap((session, other) => {
    const id = textAt(session, ["id"]);
    return other === index || id === ""
      ? []
      : [{ value: id, label: textAt(session, ["name"]) || id }];
  });
  const after = listAt(value, [...at, "after"]).map(String);
  const isFree = textAt(value, ["rules", "loop", "order"]) === "free";
  const isVideo = (textAt(value, [...at, "format"]) || "video") === "video";
  const hasVideo = isVideo || textAt(value, [...at, "video"]) !== "";
  const hasAfter = (isFree && others.length > 0) || after.length > 0;
  if (!hasVideo && !hasAfter) return null;
  const known = new Set(others.map((other) => other.value));
  return (
    <div className="plan-session-more">
      {hasVideo && (
        <VideoSelect
          {...part}
          path={[...at, "video"]}
          label={`Video link of interview ${index + 1}`}
          otherwise="as the plan says"
        />
      )}
      {hasAfter && (
        <MultiSelect
          label={`Comes after, interview ${index + 1}`}
          {...(after.length === 0 && { placeholder: "any" })}
          data={[
            ...others,
            ...after.filter((id) => !known.has(id)).map((id) => ({ value: id, label: id })),
          ]}
          value={after}
          onChange={(ids) => set([...at, "after"], ids.length === 0 ? undefined : ids)}
        />
      )}
    </div>
  );
};
