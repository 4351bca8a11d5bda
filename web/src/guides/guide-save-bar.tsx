import { Button } from "@mantine/core";
import { useLocation } from "wouter";
import type { GuideDetail } from "../../../src/http/api/guide-schemas.ts";
import { useBeginGuide, useSaveGuide } from "../api/changes.ts";
import { isConflict } from "../api/client.ts";
import { chooseFirstFault } from "../parts/fault-list.tsx";
import { MoreMenu, SaveBar, ShowFault, faultsToMend } from "../parts/save-bar.tsx";
import { ProblemNote } from "../parts/states.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import type { GuideDraft } from "./use-guide-draft.ts";

interface GuideSaveBarProps {
  guide: GuideDetail | null;
  draft: GuideDraft;
  faults: number;
  postingId: string | null;
  /** Has the text shown, where the preview stands in its place. */
  onText(): void;
}

/** Saving, and turning off. */
export const GuideSaveBar = ({ guide, draft, faults, postingId, onText }: GuideSaveBarProps) => {
  const begin = useBeginGuide();
  const save = useSaveGuide();
  const [, go] = useLocation();
  const isNews = guide === null || draft.isChanged;
  const hasTitle = draft.words.title.trim() !== "";
  const submit = (): void => {
    if (guide) {
      save.mutate(
        { id: guide.id, ...draft.words, basedOn: draft.basedOn },
        { onSuccess: ({ title }) => tellDone(`${title} is saved.`) },
      );
      return;
    }
    const scope =
      postingId === null ? { kind: "company" as const } : { kind: "posting" as const, postingId };
    begin.mutate(
      { scope, ...draft.words },
      {
        onSuccess: ({ id, title }) => {
          tellDone(`${title} is in force.`);
          go(`/guides/${id}`);
        },
      },
    );
  };
  // The page shows a conflict by itself: the guide is read again, and both texts stand beside each other.
  const error = begin.error ?? (isConflict(save.error) ? null : save.error);
  return (
    <>
      {error && <ProblemNote error={error} />}
      <SaveBar status={statusOf({ guide, draft, faults, hasTitle })} isChanged={isNews}>
        <ShowFault
          count={faults}
          onShow={() => {
            if (!chooseFirstFault()) onText();
          }}
        />
        {guide !== null && <GuideMenu guide={guide} isChanged={draft.isChanged} />}
        <Button variant="default" disabled={!draft.isChanged} onClick={draft.takeTheirs}>
          Discard
        </Button>
        <Button
          disabled={!isNews || faults > 0 || draft.isBehind || !hasTitle}
          loading={begin.isPending || save.isPending}
          onClick={submit}
        >
          Save
        </Button>
      </SaveBar>
    </>
  );
};

interface StatusFacts extends Omit<GuideSaveBarProps, "postingId" | "onText"> {
  hasTitle: boolean;
}

const statusOf = ({ guide, draft, faults, hasTitle }: StatusFacts): string => {
  if (draft.isBehind) return "Choose above which text to go on with.";
  if (faults > 0) return faultsToMend(faults);
  if (!hasTitle) return "Give it a title, and it can be saved.";
  if (guide === null || draft.isChanged) return "Not saved yet.";
  return `Saved: version ${guide.version}.`;
};

const GuideMenu = ({ guide, isChanged }: { guide: GuideDetail; isChanged: boolean }) => {
  const save = useSaveGuide();
  const { id, title, version: basedOn } = guide;
  const turn = (state: "on" | "off"): void =>
    save.mutate(
      { id, basedOn, state },
      {
        onSuccess: () =>
          tellDone(state === "on" ? `${title} is in force.` : `${title} is turned off.`),
        onError: tellProblem,
      },
    );
  return <MoreMenu isOn={guide.state === "on"} isDisabled={isChanged} onTurn={turn} />;
};
