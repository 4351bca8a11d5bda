import { Button } from "@mantine/core";
import { IconPlayerPause } from "@tabler/icons-react";
import { usePause } from "../api/changes.ts";
import { useStatus } from "../api/queries.ts";
import { useMayDecide } from "../api/session.ts";
import { tellDone, tellProblem } from "../parts/tell.ts";

/** Shown on every page while all effects are paused. */
export const PauseBar = () => {
  const { data: status } = useStatus();
  const pause = usePause();
  const mayDecide = useMayDecide();
  if (!status?.paused) return null;
  return (
    <div className="pause-bar" role="status">
      <IconPlayerPause size={18} aria-hidden />
      <span>
        <strong>Paused.</strong> Nothing is sent or booked. What you approve waits, and goes on when
        you resume.
      </span>
      {mayDecide && (
        <Button
          size="xs"
          variant="default"
          loading={pause.isPending}
          onClick={() =>
            pause.mutate(false, { onSuccess: () => tellDone("Resumed."), onError: tellProblem })
          }
        >
          Resume
        </Button>
      )}
    </div>
  );
};
