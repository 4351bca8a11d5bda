import "@mantine/spotlight/styles.css";
import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { Spotlight, type SpotlightActionGroupData, spotlight } from "@mantine/spotlight";
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
import { useEffect } from "react";
import { useLocation } from "wouter";
import { useAdvance, usePause } from "../api/changes.ts";
import { useCases, useProposals, useStatus } from "../api/queries.ts";
import { useMayDecide, useSignOut } from "../api/session.ts";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { PLACES } from "./places.ts";

/** Finds people, pages and actions. Opens each time `asks` grows. */
export const Palette = ({ asks }: { asks: number }) => {
  const [, go] = useLocation();
  const proposals = useProposals("waiting").data ?? [];
  const cases = useCases(undefined).data ?? [];
  const actions = useActions();
  useEffect(() => {
    if (asks > 0) spotlight.open();
  }, [asks]);
  const groups: SpotlightActionGroupData[] = [
    {
      group: "Needs you",
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
      actions: PLACES.map((place) => ({
        id: place.href,
        label: place.label,
        leftSection: <place.icon size={18} aria-hidden />,
        onClick: () => go(place.href),
      })),
    },
    { group: "Do", actions },
  ];
  return (
    <Spotlight
      actions={groups.filter((group) => group.actions.length > 0)}
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
      }}
    />
  );
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
