/** How parts of the form look at the plan: each at its own values and at what is wrong with them. */
import { replaceEqualDeep } from "@tanstack/react-query";
import { createContext, use, useRef, useSyncExternalStore } from "react";
import type { PlanStore } from "./plan-store.ts";
import { type PlanPath, type PlanValue, textAt, valueAt } from "./plan-text.ts";

interface PlanFormScope {
  store: PlanStore;
  isLocked: boolean;
}

export const PlanFormContext = createContext<PlanFormScope | null>(null);

/** Errors: outside of a form. */
export const usePlanForm = (): PlanFormScope => {
  const scope = use(PlanFormContext);
  if (!scope) throw new Error("a field of a plan stands outside of its form");
  return scope;
};

/** What is picked out of a store. Draws anew when that has changed, and at nothing else. */
export const usePicked = <Picked>(store: PlanStore, pick: (store: PlanStore) => Picked): Picked => {
  const last = useRef<Picked>(undefined);
  return useSyncExternalStore(store.subscribe, () => {
    const picked: Picked = replaceEqualDeep(last.current, pick(store));
    last.current = picked;
    return picked;
  });
};

/** What is picked out of the plan's values. */
export const usePlan = <Picked>(pick: (value: PlanValue) => Picked): Picked =>
  usePicked(usePlanForm().store, (store) => pick(store.value()));

/** What stands at a path. */
export const useValue = (path: PlanPath): unknown => usePlan((value) => valueAt(value, path));

/** Keys of what stands at a path, in their order; none when nothing does. */
export const useKeys = (path: PlanPath): string[] =>
  usePlan((value) => {
    const found = valueAt(value, path);
    return typeof found === "object" && found !== null ? Object.keys(found) : [];
  });

/** The text at a path, numbers too. */
export const useWritten = (path: PlanPath): string => usePlan((value) => textAt(value, path));

const isWithin = (path: PlanPath, whole: PlanPath): boolean =>
  path.length >= whole.length && whole.every((key, index) => path[index] === key);

/** What is wrong with a value, or with what it holds. Shape: null when nothing is. */
export const useFault = (path: PlanPath): string | null =>
  usePicked(usePlanForm().store, (store) => {
    const found = store.faults().find(({ at }) => at !== undefined && isWithin(at.path, path));
    return found?.at?.reason ?? null;
  });

/** What is wrong with a value by itself, and not with one of what it holds. */
export const useOwnFault = (path: PlanPath): string | null =>
  usePicked(usePlanForm().store, (store) => {
    const found = store
      .faults()
      .find(({ at }) => at?.path.length === path.length && isWithin(at.path, path));
    return found?.at?.reason ?? null;
  });

/** How many of some values are set. */
export const useSetCount = (paths: readonly PlanPath[]): number =>
  usePlan((value) => paths.filter((path) => valueAt(value, path) !== undefined).length);

/** Whether something is wrong with one of some values. */
export const useHasFault = (paths: readonly PlanPath[]): boolean =>
  usePicked(usePlanForm().store, (store) =>
    store.faults().some(({ at }) => at && paths.some((path) => isWithin(at.path, path))),
  );
