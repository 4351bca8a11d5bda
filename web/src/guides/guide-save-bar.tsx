import { Button, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useLocation } from "wouter";
import type { GuideDetail } from "../../../src/http/api/guide-schemas.ts";
import { useBeginGuide, useSaveGuide } from "../api/changes.ts";
import { ApiError } from "../api/client.ts";
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
  const error = begin.error ?? (isConflict(save.error) ? null : save.error);
  return (
    <>
      {error && <ProblemNote error={error} />}
      <div className="panel save-bar" data-changed={isNews}>
        <span className="quiet small" role="status">
          {statusOf({ guide, draft, faults, hasTitle })}
        </span>
        <div className="buttons">
          {faults > 0 && (
            <Button variant="subtle" onClick={() => showFirstFault(onText)}>
              {faults === 1 ? "Show it" : "Show the first"}
            </Button>
          )}
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
        </div>
      </div>
    </>
  );
};

const showFirstFault = (onText: () => void): void => {
  const fault = document.querySelector<HTMLElement>(".yaml-faults button");
  if (fault) fault.click();
  else onText();
};

/** The page shows a conflict by itself: the guide is read again, and both texts stand beside each other. */
const isConflict = (error: unknown): boolean =>
  error instanceof ApiError && error.problem.code === "conflict";

interface StatusFacts extends Omit<GuideSaveBarProps, "postingId" | "onText"> {
  hasTitle: boolean;
}

const statusOf = ({ guide, draft, faults, hasTitle }: StatusFacts): string => {
  if (draft.isBehind) return "Choose above which text to go on with.";
  if (faults > 0) {
    return `${faults === 1 ? "One fault" : `${faults} faults`} to mend before it can be saved.`;
  }
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
  return (
    <Menu position="top-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDots size={16} aria-hidden />}
          disabled={isChanged}
        >
          More
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {guide.state === "on" ? (
          <Menu.Item onClick={() => turn("off")}>Turn it off</Menu.Item>
        ) : (
          <Menu.Item onClick={() => turn("on")}>Turn it on</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
};
