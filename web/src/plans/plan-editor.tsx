import { Button, SegmentedControl } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { PlanDetail } from "../../../src/http/api/plan-schemas.ts";
import { useMayDecide } from "../api/session.ts";
import { ProblemNote } from "../parts/states.tsx";
import { useSearchParam } from "../parts/search-param.ts";
import { PlanBehind } from "./plan-behind.tsx";
import { PlanForm } from "./plan-form.tsx";
import { PlanNotes } from "./plan-notes.tsx";
import type { PlanStore } from "./plan-store.ts";
import { PlanSaveBar } from "./save-bar.tsx";
import { TryPanel } from "./try-panel.tsx";
import { useCheck, useDraft } from "./use-draft.ts";
import { usePicked } from "./use-plan.ts";
import { YamlEditor } from "./yaml-editor.tsx";

interface PlanEditorProps {
  /** Null: a new one. */
  plan: PlanDetail | null;
  start: string;
}

/** Form and text side by side, each the other's mirror; what is wrong at its line; trying it before it is saved. */
export const PlanEditor = ({ plan, start }: PlanEditorProps) => {
  const draft = useDraft(plan, start);
  const { store } = draft;
  const check = useCheck(store, plan === null);
  const isLocked = !useMayDecide();
  const faults = check.data?.faults ?? [];
  const isWide = useMediaQuery("(min-width: 75em)", true, { getInitialValueInEffect: false });
  return (
    <div className="plan-editor">
      {draft.isBehind && plan && <PlanBehind plan={plan} draft={draft} />}
      <Panes {...{ store, isWide, isLocked, isNew: plan === null }} />
      {check.error && <ProblemNote error={check.error} onRetry={() => void check.refetch()} />}
      <PlanNotes notes={check.data?.notes ?? []} plan={check.data?.plan ?? null} />
      {isLocked ? (
        <p className="quiet small">Only administrators and recruiters can change plans.</p>
      ) : (
        <PlanSaveBar plan={plan} draft={draft} check={check} />
      )}
      <TryPanel store={store} canTry={check.isCurrent && faults.length === 0} />
    </div>
  );
};

interface PaneProps {
  store: PlanStore;
  isLocked: boolean;
  isNew: boolean;
}

/** Both where there is room; else the one that was chosen, which the address keeps. */
const Panes = ({ isWide, ...pane }: PaneProps & { isWide: boolean | undefined }) => {
  const [chosen, setPane] = useSearchParam("view");
  const shown = chosen === "text" ? "text" : "form";
  const faults = usePicked(pane.store, (store) => store.faults().length);
  const form = <Form {...pane} onText={() => setPane("text")} />;
  const yaml = <YamlEditor store={pane.store} isLocked={pane.isLocked} />;
  if (isWide) {
    return (
      <div className="plan-panes">
        <section className="panel plan-pane" aria-label="Form">
          {form}
        </section>
        <section className="panel plan-pane" aria-label="Text">
          {yaml}
        </section>
      </div>
    );
  }
  return (
    <>
      <SegmentedControl
        aria-label="How to write it"
        data={[
          { value: "form", label: "Form" },
          { value: "text", label: faults === 0 ? "Text" : `Text (${faults})` },
        ]}
        value={shown}
        onChange={(next) => setPane(next === "text" ? "text" : null)}
      />
      <section className="panel plan-pane" aria-label={shown === "form" ? "Form" : "Text"}>
        {shown === "form" ? form : yaml}
      </section>
    </>
  );
};

/** The form of a text that can be read. Between two letters of YAML it stays as it was, and waits. */
const Form = ({ store, isLocked, isNew, onText }: PaneProps & { onText(): void }) => {
  const isReadable = usePicked(store, (one) => one.isReadable());
  return (
    <>
      {!isReadable && (
        <p className="plan-waits" role="status">
          The text is not yet YAML: the form goes on when it is mended.{" "}
          <Button size="compact-sm" variant="subtle" onClick={onText}>
            Show the text
          </Button>
        </p>
      )}
      <PlanForm store={store} isLocked={isLocked || !isReadable} isNew={isNew} />
    </>
  );
};
