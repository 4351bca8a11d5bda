import type { PlanDetail } from "../../../src/http/api/plan-schemas.ts";
import { BehindNote, savedMeanwhile } from "../parts/behind-note.tsx";
import type { useDraft } from "./use-draft.ts";
import { usePicked } from "./use-plan.ts";

interface PlanBehindProps {
  plan: PlanDetail;
  draft: ReturnType<typeof useDraft>;
}

/** Somebody else has saved the plan meanwhile, or its file has changed. */
export const PlanBehind = ({ plan, draft }: PlanBehindProps) => (
  <BehindNote
    says={plan.version === 0 ? "The file has changed meanwhile" : savedMeanwhile(plan)}
    texts={{
      before: plan.source,
      after: usePicked(draft.store, (store) => store.text()),
    }}
    draft={draft}
  />
);
