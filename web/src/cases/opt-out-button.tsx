import { Button } from "@mantine/core";
import { useOptOut } from "../api/changes.ts";
import { useMayDecide } from "../api/session.ts";
import { tellDone, tellProblem } from "../parts/tell.ts";

/** Records that the candidate wants people instead of software. */
export const OptOutButton = ({ caseId, isLeft }: { caseId: string; isLeft: boolean }) => {
  const add = useOptOut();
  if (!useMayDecide() || isLeft) return null;
  return (
    <Button
      variant="default"
      loading={add.isPending}
      onClick={() =>
        add.mutate(
          { who: "candidate", caseId },
          {
            onSuccess: () =>
              tellDone("Recorded: this candidate is left to people. It can be ended in Settings."),
            onError: tellProblem,
          },
        )
      }
    >
      Wants people only
    </Button>
  );
};
