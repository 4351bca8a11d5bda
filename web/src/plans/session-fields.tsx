import { ActionIcon, MultiSelect, SegmentedControl } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useCompetencies, useLeverNames } from "../api/queries.ts";
import { LinesField, NumberField, SuggestField, TextField } from "./fields.tsx";
import { Fold } from "./fold.tsx";
import { VideoSelect } from "./meeting-fields.tsx";
import { Places } from "./place-fields.tsx";
import { type PlanPath, listAt, textAt } from "./plan-text.ts";
import { TrainingFields } from "./training-fields.tsx";
import { useFault, useOwnFault, usePlan, usePlanForm, useWritten } from "./use-plan.ts";

const FORMATS = [
  { value: "video", label: "Video" },
  { value: "phone", label: "Phone" },
  { value: "onsite", label: "On site" },
];

/** One interview of a plan. */
export const SessionFields = ({ index, isAlone }: { index: number; isAlone: boolean }) => {
  const { store, isLocked } = usePlanForm();
  const at: PlanPath = ["sessions", index];
  const number = index + 1;
  const fault = useOwnFault([...at, "id"]);
  return (
    <section className="plan-session" aria-label={`Interview ${number}`}>
      <div className="plan-session-head">
        <TextField path={[...at, "name"]} label="Name" isNeeded />
        <NumberField
          path={[...at, "durationMinutes"]}
          label="Length"
          isNeeded
          {...{ min: 15, max: 480, unit: " min", step: 15 }}
        />
        {!isLocked && (
          <ActionIcon
            variant="default"
            aria-label={`Remove interview ${number}`}
            disabled={isAlone}
            onClick={() => store.set(at, undefined)}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {fault !== null && <p className="plan-fault">Its id: {fault}</p>}
      <FormatFields at={at} number={number} />
      <Places at={at} />
      <MoreOfSession at={at} index={index} />
      <CompetencySelect at={at} number={number} />
      <Fold
        title="What to prepare, and the agenda"
        paths={[
          [...at, "prepare"],
          [...at, "agenda"],
        ]}
      >
        <LinesField path={[...at, "prepare"]} label="For the candidate: what to prepare" />
        <LinesField path={[...at, "agenda"]} label="For the panel: the agenda" />
      </Fold>
      <Fold title="Seats for those who learn" paths={[[...at, "training"]]}>
        <TrainingFields at={at} />
      </Fold>
    </section>
  );
};

interface SessionPart {
  at: PlanPath;
  number: number;
}

/** How it takes place, and with which form. */
const FormatFields = ({ at, number }: SessionPart) => {
  const { store, isLocked } = usePlanForm();
  const forms = useLeverNames().data?.forms ?? [];
  const format = useWritten([...at, "format"]) || "video";
  return (
    <div className="plan-session-kind">
      <SegmentedControl
        size="xs"
        aria-label={`How interview ${number} takes place`}
        data={FORMATS}
        disabled={isLocked}
        value={format}
        onChange={(next) => store.set([...at, "format"], next)}
      />
      <SuggestField
        path={[...at, "feedbackTemplate"]}
        name={`Feedback form of interview ${number}`}
        otherwise="Feedback form: Lever’s own"
        data={forms}
      />
    </div>
  );
};

/** What it asks about; what the text names and the bank does not have stays, and the check says so. */
const CompetencySelect = ({ at, number }: SessionPart) => {
  const { store, isLocked } = usePlanForm();
  const path: PlanPath = [...at, "competencies"];
  const known = useCompetencies().data?.items ?? [];
  const named = usePlan((value) => listAt(value, path).map(String));
  const fault = useFault(path);
  const unknown = named.filter((id) => known.every((one) => one.id !== id));
  return (
    <MultiSelect
      label={`Competencies, interview ${number}`}
      {...(named.length === 0 && { placeholder: "chosen by the job text" })}
      searchable
      disabled={isLocked}
      error={fault}
      data={[
        ...known.map(({ id, name }) => ({ value: id, label: name })),
        ...unknown.map((id) => ({ value: id, label: id })),
      ]}
      value={named}
      onChange={(ids) => store.set(path, ids.length === 0 ? undefined : ids)}
    />
  );
};

interface Facts {
  others: { value: string; label: string }[];
  after: string[];
  hasVideo: boolean;
  hasAfter: boolean;
}

/** What only some interviews have: a link of their own, others that come before. */
const MoreOfSession = ({ at, index }: { at: PlanPath; index: number }) => {
  const { hasVideo, hasAfter, ...order } = usePlan((value) => factsOf(value, index));
  if (!hasVideo && !hasAfter) return null;
  return (
    <div className="plan-session-more">
      {hasVideo && (
        <VideoSelect
          path={[...at, "video"]}
          label={`Video link of interview ${index + 1}`}
          otherwise="as the plan says"
        />
      )}
      {hasAfter && <AfterSelect at={at} number={index + 1} {...order} />}
    </div>
  );
};

const factsOf = (value: unknown, index: number): Facts => {
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
  const hasAfter = (isFree && others.length > 0) || after.length > 0;
  return {
    // Names are shown where there is something to choose alone: else each letter of one would be drawn in all others.
    others: hasAfter ? others : [],
    after,
    hasVideo: isVideo || textAt(value, [...at, "video"]) !== "",
    hasAfter,
  };
};

const AfterSelect = ({
  at,
  number,
  others,
  after,
}: SessionPart & Pick<Facts, "others" | "after">) => {
  const { store } = usePlanForm();
  const path: PlanPath = [...at, "after"];
  const fault = useFault(path);
  const known = new Set(others.map((other) => other.value));
  return (
    <MultiSelect
      label={`Comes after, interview ${number}`}
      {...(after.length === 0 && { placeholder: "any" })}
      error={fault}
      data={[
        ...others,
        ...after.filter((id) => !known.has(id)).map((id) => ({ value: id, label: id })),
      ]}
      value={after}
      onChange={(ids) => store.set(path, ids.length === 0 ? undefined : ids)}
    />
  );
};
