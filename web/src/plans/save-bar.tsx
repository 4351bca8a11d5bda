import { Button, Menu } from "@mantine/core";
import { useLocation } from "wouter";
import type { PlanDetail } from "../../../src/http/api/plan-schemas.ts";
import { useRemovePlan, useSavePlan } from "../api/changes.ts";
import { isConflict } from "../api/client.ts";
import { chooseFirstFault } from "../parts/fault-list.tsx";
import { MoreMenu, SaveBar, ShowFault, faultsToMend } from "../parts/save-bar.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { ProblemNote } from "../parts/states.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import type { useCheck, useDraft } from "./use-draft.ts";

interface PlanSaveBarProps {
  plan: PlanDetail | null;
  draft: ReturnType<typeof useDraft>;
  check: ReturnType<typeof useCheck>;
}

/** Saving, and turning off. */
export const PlanSaveBar = ({ plan, draft, check }: PlanSaveBarProps) => {
  const save = useSavePlan();
  const [, go] = useLocation();
  const [, setPane] = useSearchParam("view");
  const id = check.data?.plan?.id ?? plan?.id ?? "";
  const isOther = plan === null || id !== plan.id;
  const faults = check.data?.faults.length ?? 0;
  const canSave = check.isCurrent && faults === 0 && !draft.isBehind;
  // What is removed, or stands in a file alone, may be saved as it is.
  const isNews = draft.isChanged || plan === null || plan.state === "removed";
  // The page shows a conflict by itself: the plan is read again, and both texts stand beside each other.
  const error = isConflict(save.error) && !isOther ? null : save.error;
  const submit = (): void =>
    save.mutate(
      {
        id,
        source: draft.store.text(),
        basedOn: isOther ? 0 : draft.basedOn,
        ...stateOf(plan, isOther),
      },
      {
        onSuccess: (saved) => {
          tellDone(saved.state === "on" ? `${saved.id} is in force.` : `${saved.id} is saved.`);
          if (isOther) go(`/plans/${saved.id}`);
        },
      },
    );
  return (
    <>
      {error && <ProblemNote error={error} />}
      <SaveBar
        status={statusOf({ faults, isNews, isBehind: draft.isBehind, plan })}
        isChanged={isNews}
      >
        <ShowFault
          count={faults}
          onShow={() => {
            if (!showFirstFault()) setPane("text");
          }}
        />
        {plan !== null && <PlanMenu plan={plan} isChanged={draft.isChanged} />}
        <Button variant="default" disabled={!draft.isChanged} onClick={draft.takeTheirs}>
          Discard
        </Button>
        <Button disabled={!canSave || !isNews} loading={save.isPending} onClick={submit}>
          {plan !== null && isOther && id !== "" ? `Save as ${id}` : "Save"}
        </Button>
      </SaveBar>
    </>
  );
};

/** Folds with a fault are open by themselves. What stands at no field has its line in the text. Shape: whether it was in sight. */
const showFirstFault = (): boolean => {
  const field = document.querySelector<HTMLElement>(
    '.plan-form [aria-invalid="true"], .plan-form .plan-fault',
  );
  if (!field) return chooseFirstFault();
  field.scrollIntoView({ block: "center" });
  field.focus();
  return true;
};

/** What is turned off stays so until somebody turns it on. */
const stateOf = (plan: PlanDetail | null, isOther: boolean): { state?: "off" } =>
  plan?.state === "off" && !isOther ? { state: "off" } : {};

interface StatusFacts {
  faults: number;
  isNews: boolean;
  isBehind: boolean;
  plan: PlanDetail | null;
}

const statusOf = ({ faults, isNews, isBehind, plan }: StatusFacts): string => {
  if (isBehind) return "Choose above which text to go on with.";
  if (faults > 0) return faultsToMend(faults);
  if (isNews) return "Not saved yet.";
  return plan === null || plan.version === 0
    ? "As in the file."
    : `Saved: version ${plan.version}.`;
};

const PlanMenu = ({ plan, isChanged }: { plan: PlanDetail; isChanged: boolean }) => {
  const save = useSavePlan();
  const remove = useRemovePlan();
  const { id, version: basedOn, source } = plan;
  if (plan.state === "removed") return null;
  const turn = (state: "on" | "off"): void =>
    save.mutate(
      { id, source, basedOn, state },
      {
        onSuccess: () => tellDone(state === "on" ? `${id} is in force.` : `${id} is turned off.`),
        onError: tellProblem,
      },
    );
  return (
    <MoreMenu isOn={plan.state === "on"} isDisabled={isChanged} onTurn={turn}>
      {plan.origin === "dashboard" && (
        <Menu.Item
          color="red"
          onClick={() =>
            remove.mutate(
              { id, basedOn },
              {
                onSuccess: (now) =>
                  tellDone(
                    now.origin === "file"
                      ? `The file’s ${id} is in force again.`
                      : `${id} is removed.`,
                  ),
                onError: tellProblem,
              },
            )
          }
        >
          {plan.file === null ? "Remove it" : "Go back to the file’s"}
        </Menu.Item>
      )}
    </MoreMenu>
  );
};
