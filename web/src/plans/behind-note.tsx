import "../styles/proposal.css";
import { Button } from "@mantine/core";
import { IconGitMerge } from "@tabler/icons-react";
import type { PlanDetail } from "../../../src/http/api/plan-schemas.ts";
import { DiffText } from "../proposal/diff-text.tsx";
import type { useDraft } from "./use-draft.ts";
import { usePicked } from "./use-plan.ts";

interface BehindNoteProps {
  plan: PlanDetail;
  draft: ReturnType<typeof useDraft>;
}

/** Somebody else has saved meanwhile: both texts, and which to go on with. */
export const BehindNote = ({ plan, draft }: BehindNoteProps) => (
  <div className="note" data-tone="waiting" role="alert">
    <IconGitMerge size={18} aria-hidden />
    <div className="plan-behind">
      <strong>
        {plan.version === 0
          ? "The file has changed meanwhile"
          : `${plan.savedBy ?? "Somebody"} has saved version ${plan.version} meanwhile`}
      </strong>
      <p>Nothing of yours is lost, and nothing is saved yet. From theirs to yours:</p>
      <DiffText before={plan.source} after={usePicked(draft.store, (store) => store.text())} />
      <div className="buttons">
        <Button size="xs" variant="default" onClick={() => draft.rebase("theirs")}>
          Take theirs
        </Button>
        <Button size="xs" variant="default" onClick={() => draft.rebase("mine")}>
          Keep mine
        </Button>
      </div>
    </div>
  </div>
);
