/** Ctrl/⌘-K: pages, cases, actions. */
import { Spotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useLocation } from "wouter";
import { useCases, usePause, useProposals, useStatus } from "../api/queries.ts";
import { PAGES } from "./shell.tsx";

/** The command palette. */
export const Palette = () => {
  const [, go] = useLocation();
  const status = useStatus();
  const cases = useCases(undefined);
  const proposals = useProposals("waiting");
  const pause = usePause();
  const isPaused = status.data?.paused ?? false;
  const groups: SpotlightActionGroupData[] = [
    {
      group: "Waiting",
      actions: (proposals.data?.items ?? []).map((item) => ({
        id: item.id,
        label: item.candidateName,
        description: item.summary,
        onClick: () => go(`/proposals/${item.id}`),
      })),
    },
    {
      group: "Cases",
      actions: (cases.data?.items ?? []).map((item) => ({
        id: item.id,
        label: item.candidateName,
        description: `${item.postingTitle}, ${item.stageName}`,
        onClick: () => go(`/cases/${item.id}`),
      })),
    },
    {
      group: "Pages",
      actions: PAGES.map(({ path, label }) => ({ id: path, label, onClick: () => go(path) })),
    },
    {
      group: "Actions",
      actions: [
        {
          id: "pause",
          label: isPaused ? "Resume effects" : "Pause all effects",
          onClick: () => pause.mutate(!isPaused),
        },
      ],
    },
  ];
  return (
    <Spotlight
      actions={groups}
      shortcut={["mod + K"]}
      nothingFound="Nothing found"
      highlightQuery
      limit={12}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: "Find a candidate, a page, an action",
        "aria-label": "Find a candidate, a page, an action",
      }}
    />
  );
};
