/** The text that a person works on, beside what is saved meanwhile by others. */
import { useEffect, useLayoutEffect, useState } from "react";
import type { PlanDetail } from "../../../src/http/api/plan-schemas.ts";
import { usePlanCheck } from "../api/queries.ts";
import { useLeaveWarning } from "../parts/leave-warning.ts";
import { type PlanStore, createPlanStore } from "./plan-store.ts";
import { usePicked } from "./use-plan.ts";

/** Where the text began. `isTaken`: it is what stands there, and nobody's own is on top of it. */
interface Base {
  version: number;
  source: string;
  isTaken: boolean;
}

const baseOf = (plan: PlanDetail | null, start: string): Base => ({
  version: plan?.version ?? 0,
  source: start,
  isTaken: true,
});

/** The draft. What others save is taken over while nothing was changed here; else both are kept, and `isBehind` says so. */
export const useDraft = (plan: PlanDetail | null, start: string) => {
  const [store] = useState(() => createPlanStore(start));
  const [base, setBase] = useState(() => baseOf(plan, start));
  const present = baseOf(plan, start);
  const isChanged = usePicked(store, (one) => one.text() !== base.source);
  const isThere = usePicked(store, (one) => one.text() === present.source);
  const isNews = present.version !== base.version || present.source !== base.source;
  if (isNews && (!isChanged || isThere)) setBase(present);
  useLayoutEffect(() => {
    if (base.isTaken) store.setText(base.source);
  }, [base, store]);
  useLeaveWarning(isChanged);
  return {
    store,
    isChanged,
    isBehind: isNews && isChanged,
    basedOn: base.version,
    takeTheirs: () => setBase(present),
    keepMine: () => setBase({ ...present, isTaken: false }),
  };
};

/** Between two letters nobody asks. */
const PAUSE_MS = 250;

/** The text as it was when somebody last paused. */
const useSettled = (store: PlanStore): string => {
  const [settled, settle] = useState(store.text());
  useEffect(() => {
    let pause: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => {
      clearTimeout(pause);
      pause = setTimeout(() => settle(store.text()), PAUSE_MS);
    };
    const end = store.subscribe(wait);
    return () => {
      clearTimeout(pause);
      end();
    };
  }, [store]);
  return settled;
};

/** What is wrong with the text, by the server's own check; the fields are told. `isCurrent`: it speaks of the very text that
 * stands there. */
export const useCheck = (store: PlanStore, isNew: boolean) => {
  const settled = useSettled(store);
  const check = usePlanCheck({ source: settled, isNew });
  const faults = check.data?.faults;
  useEffect(() => store.setFaults(faults ?? []), [store, faults]);
  const isSettled = usePicked(store, (one) => one.text() === settled);
  return { ...check, isCurrent: isSettled && check.data !== undefined && !check.isPlaceholderData };
};
