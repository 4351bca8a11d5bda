import { Button } from "@mantine/core";
import type { EffectItem } from "../../../src/http/api/schemas.ts";
import { useCheckedMail } from "../api/changes.ts";
import { useMayDecide } from "../api/session.ts";
import { tellDone, tellProblem } from "../parts/tell.ts";

/** Nobody can tell whether a message left: whoever has asked its reader says what they found out. */
export const CheckedMail = ({ effect }: { effect: Pick<EffectItem, "id"> }) => {
  const checked = useCheckedMail();
  const mayDecide = useMayDecide();
  if (!mayDecide) return null;
  const say = (arrived: boolean): void =>
    checked.mutate(
      { id: effect.id, arrived },
      {
        onSuccess: () =>
          tellDone(arrived ? "Marked as arrived." : "It is sent again, this one message alone."),
        onError: tellProblem,
      },
    );
  return (
    <span className="step-checked" role="group" aria-label="I have checked">
      <span className="small">I have checked:</span>
      <Button
        size="compact-sm"
        variant="default"
        disabled={checked.isPending}
        onClick={() => say(true)}
      >
        It arrived
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        disabled={checked.isPending}
        onClick={() => say(false)}
      >
        It did not: send again
      </Button>
    </span>
  );
};
