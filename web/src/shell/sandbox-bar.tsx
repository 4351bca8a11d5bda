import { Button } from "@mantine/core";
import { IconExternalLink, IconFlask, IconPlayerTrackNext } from "@tabler/icons-react";
import { useAdvance } from "../api/changes.ts";
import { useStatus } from "../api/queries.ts";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { whenInWords } from "../parts/time.ts";

const STEPS = [
  { minutes: 60, label: "1 hour" },
  { minutes: 24 * 60, label: "1 day" },
];

/** In a sandbox: says so, tells its time, and moves it. */
export const SandboxBar = () => {
  const { data: status } = useStatus();
  const advance = useAdvance();
  if (!status?.sandbox) return null;
  const move = (step: (typeof STEPS)[number]): void =>
    advance.mutate(step.minutes, {
      onSuccess: () => tellDone(`The sandbox is ${step.label} further.`),
      onError: tellProblem,
    });
  return (
    <aside className="sandbox-bar" aria-label="Sandbox">
      <span className="sandbox-name">
        <IconFlask size={16} aria-hidden /> Sandbox
      </span>
      <span className="sandbox-say">Everything here is invented. Nothing reaches real people.</span>
      <span className="sandbox-clock num">{whenInWords(status.now, status.companyZone)}</span>
      <span className="sandbox-tools">
        {STEPS.map((step) => (
          <Button
            key={step.minutes}
            size="compact-xs"
            variant="default"
            leftSection={<IconPlayerTrackNext size={12} aria-hidden />}
            loading={advance.isPending && advance.variables === step.minutes}
            disabled={advance.isPending}
            onClick={() => move(step)}
          >
            <span className="sr-only">Advance the clock by </span>
            {step.label}
          </Button>
        ))}
        {status.sandboxUrl !== null && (
          <a href={status.sandboxUrl} target="_blank" rel="noreferrer" className="sandbox-link">
            See the company
            <IconExternalLink size={13} aria-hidden />
            <span className="sr-only"> (opens a new tab)</span>
          </a>
        )}
      </span>
    </aside>
  );
};
