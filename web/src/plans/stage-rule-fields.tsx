import { ActionIcon, Button, Switch } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useLeverNames } from "../api/queries.ts";
import { ChoiceField, NumberField, SuggestField, TextField } from "./fields.tsx";
import { Part } from "./fold.tsx";
import { type PlanPath, appendAt, listAt, textAt, valueAt } from "./plan-text.ts";
import { useOwnFault, usePlan, usePlanForm } from "./use-plan.ts";

const AT: PlanPath = ["stageRule"];
const SCORES: PlanPath = [...AT, "scores"];
const MOST_SCORES = 10;

/** When it is proposed to move the candidate on. */
export const StageRuleFields = () => {
  const { store, isLocked } = usePlanForm();
  const isOn = usePlan((value) => valueAt(value, AT) !== undefined);
  const later = useLaterStages();
  const [rating = ""] = useRatings();
  const fault = useOwnFault(AT);
  return (
    <Part title="Moving on">
      <Switch
        label="Propose the next stage when the forms are good enough"
        description="A recruiter or an administrator decides, in every mode. It does nothing while evaluative features are off."
        disabled={isLocked}
        checked={isOn}
        error={fault}
        onChange={(event) =>
          store.set(AT, event.currentTarget.checked ? firstRule(rating, later[0] ?? "") : undefined)
        }
      />
      {isOn && (
        <>
          <p className="small">When all forms of the round are in, and each of them gives</p>
          <Scores />
          <MoveTo later={later} />
        </>
      )}
    </Part>
  );
};

const firstRule = (field: string, moveTo: string) => ({
  when: "all_forms_in",
  scores: [{ field, atLeast: 3 }],
  moveTo,
});

/** What the plan's own forms ask a rating for; what any form does, while the plan names none that Lever has. */
const useRatings = (): string[] => {
  const ratings = useLeverNames().data?.ratings ?? [];
  const forms = usePlan((value) =>
    listAt(value, ["sessions"]).map((session) => textAt(session, ["feedbackTemplate"])),
  );
  const own = ratings.filter(({ form }) => forms.includes(form));
  return [...new Set((own.length > 0 ? own : ratings).map(({ name }) => name))];
};

/** Stages of Lever that come after all of those that the plan is for; all others while none is known there. */
const useLaterStages = (): string[] => {
  const stages = useLeverNames().data?.stages ?? [];
  const own = usePlan((value) => listAt(value, ["match", "stages"]).map(String));
  const last = Math.max(-1, ...own.map((name) => stages.lastIndexOf(name)));
  return [...new Set(stages.slice(last + 1).filter((name) => !own.includes(name)))];
};

/** One of Lever's stages; as written, where Lever's may not be listed. */
const MoveTo = ({ later }: { later: readonly string[] }) => {
  const naming = {
    path: [...AT, "moveTo"],
    label: "it is proposed to move the candidate to",
    help: "A stage that comes after this one in Lever.",
    otherwise: "a stage",
  };
  if (later.length === 0) return <TextField {...naming} isNeeded />;
  return (
    <ChoiceField
      {...naming}
      isNeeded
      isSearched
      data={later.map((name) => ({ value: name, label: name }))}
    />
  );
};

const Scores = () => {
  const { store, isLocked } = usePlanForm();
  const count = usePlan((value) => listAt(value, SCORES).length);
  const fault = useOwnFault(SCORES);
  return (
    <div className="plan-scores" role="group" aria-label="Ratings that are asked for">
      {Array.from({ length: count }, (_, index) => (
        <Score key={index} index={index} isAlone={count < 2} />
      ))}
      {fault !== null && <p className="plan-fault">{fault}</p>}
      {!isLocked && count < MOST_SCORES && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={() => store.change((text) => appendAt(text, SCORES, { field: "", atLeast: 3 }))}
        >
          Add a rating
        </Button>
      )}
    </div>
  );
};

const Score = ({ index, isAlone }: { index: number; isAlone: boolean }) => {
  const { store, isLocked } = usePlanForm();
  const ratings = useRatings();
  const at: PlanPath = [...SCORES, index];
  const number = index + 1;
  return (
    <div className="plan-score">
      <SuggestField
        path={[...at, "field"]}
        name={`Name of rating ${number}`}
        isNeeded
        otherwise="name of a rating in the form"
        data={ratings}
      />
      <NumberField
        path={[...at, "atLeast"]}
        name={`Rating ${number}: at least`}
        isNeeded
        otherwise="at least"
        {...{ min: 1, max: 20 }}
      />
      <span className="quiet small">of</span>
      <NumberField
        path={[...at, "of"]}
        name={`Rating ${number}: of how many`}
        {...{ min: 2, max: 20 }}
        otherwise="4"
      />
      {!isLocked && !isAlone && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Remove rating ${number}`}
          onClick={() => store.set(at, undefined)}
        >
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
};
