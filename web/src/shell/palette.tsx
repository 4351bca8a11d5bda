import "@mantine/spotlight/styles.css";
import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { Spotlight, type SpotlightActionGroupData, createSpotlight } from "@mantine/spotlight";
import {
  IconCheckbox,
  IconLogout,
  IconMoon,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerTrackNext,
  IconSearch,
  IconUser,
} from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { useAdvance, usePause } from "../api/changes.ts";
import { useCases, useProposals, useStatus } from "../api/queries.ts";
import { useMayDecide, useSession, useSignOut } from "../api/session.ts";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { placesFor } from "./places.ts";

const [store, spotlight] = createSpotlight();

/** Finds people, pages and actions. Opens each time `asks` grows. */
export const Palette = ({ asks }: { asks: number }) => {
  const [, go] = useLocation();
  const session = useSession().data;
  const proposals = useProposals("waiting").data ?? [];
  const cases = useCases(undefined).data ?? [];
  const actions = useActions();
  useEffect(() => {
    if (asks > 0) spotlight.open();
  }, [asks]);
  const all: SpotlightActionGroupData[] = [
    {
      group: "Waiting",
      actions: proposals.map((proposal) => ({
        id: proposal.id,
        label: proposal.candidateName,
        description: proposal.summary,
        leftSection: <IconCheckbox size={18} aria-hidden />,
        onClick: () => go(`/proposals/${proposal.id}`),
      })),
    },
    {
      group: "Cases",
      actions: cases.map((case_) => ({
        id: case_.id,
        label: case_.candidateName,
        description: `${case_.postingTitle} · ${case_.stageName}`,
        leftSection: <IconUser size={18} aria-hidden />,
        onClick: () => go(`/cases/${case_.id}`),
      })),
    },
    {
      group: "Go to",
      actions: placesFor(session).map((place) => ({
        id: place.href,
        label: place.label,
        leftSection: <place.icon size={18} aria-hidden />,
        onClick: () => go(place.href),
      })),
    },
    { group: "Do", actions },
  ];
  const groups = all.filter((group) => group.actions.length > 0);
  const choice = useFirstChosen(groups);
  return (
    <Spotlight
      store={store}
      actions={groups}
      query={choice.query}
      onQueryChange={choice.setQuery}
      shortcut={null}
      attributes={{ content: { "aria-label": "Find" } }}
      highlightQuery
      limit={24}
      scrollable
      maxHeight={420}
      nothingFound="Nothing found. Try a name, a page or an action."
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: "Find a person, a page or an action",
        "aria-label": "Find",
        onKeyDown: choice.onKeyDown,
      }}
    />
  );
};

/** As the library's own arrows choose, which it does not export: by a mark on the entry. */
const choose = (index: number): void => {
  const list = document.querySelector(`[id="${store.getState().listId}"]`);
  const entries = list?.querySelectorAll("[data-action]") ?? [];
  list?.querySelector("[data-selected]")?.removeAttribute("data-selected");
  entries[index]?.setAttribute("data-selected", "true");
  store.updateState((state) => ({ ...state, selected: index }));
};

/**
 * Keeps the first thing found chosen until somebody moves by arrow: what is found can change
 * after the last letter, as data arrive, and Enter must mean what is seen on top.
 */
const useFirstChosen = (groups: readonly SpotlightActionGroupData[]) => {
  const [query, keepQuery] = useState("");
  const moved = useRef(false);
  const offered = groups.flatMap((group) => group.actions.map(({ id }) => id)).join(" ");
  useLayoutEffect(() => {
    if (query !== "" && offered !== "" && !moved.current) choose(0);
  }, [query, offered]);
  return {
    query,
    setQuery: (next: string): void => {
      moved.current = false;
      keepQuery(next);
    },
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") moved.current = true;
    },
  };
};

const useActions = (): SpotlightActionGroupData["actions"] => {
  const status = useStatus().data;
  const mayDecide = useMayDecide();
  const pause = usePause();
  const advance = useAdvance();
  const signOut = useSignOut();
  const { setColorScheme } = useMantineColorScheme();
  const other = useComputedColorScheme("light") === "light" ? "dark" : "light";
  const setPaused = (shouldPause: boolean): void =>
    pause.mutate(shouldPause, {
      onSuccess: () => tellDone(shouldPause ? "Paused. Nothing is sent." : "Resumed."),
      onError: tellProblem,
    });
  return [
    ...(mayDecide && status
      ? [
          {
            id: "pause",
            label: status.paused ? "Resume" : "Pause everything",
            description: status.paused
              ? "Let what was approved go on"
              : "Nothing is sent or booked until you resume",
            leftSection: status.paused ? (
              <IconPlayerPlay size={18} aria-hidden />
            ) : (
              <IconPlayerPause size={18} aria-hidden />
            ),
            onClick: () => setPaused(!status.paused),
          },
        ]
      : []),
    ...(status?.sandbox
      ? [
          {
            id: "advance",
            label: "Advance the sandbox by 1 day",
            leftSection: <IconPlayerTrackNext size={18} aria-hidden />,
            onClick: () =>
              advance.mutate(24 * 60, {
                onSuccess: () => tellDone("The sandbox is 1 day further."),
                onError: tellProblem,
              }),
          },
        ]
      : []),
    {
      id: "theme",
      label: `Change to ${other} colours`,
      leftSection: <IconMoon size={18} aria-hidden />,
      onClick: () => setColorScheme(other),
    },
    {
      id: "sign-out",
      label: "Sign out",
      leftSection: <IconLogout size={18} aria-hidden />,
      onClick: () => signOut.mutate(),
    },
  ];
};
