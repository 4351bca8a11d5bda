/** The text that a person works on, beside what is saved meanwhile by others. */
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import type { PlanDetail } from "../../../src/http/api/plan-schemas.ts";
import { usePlanCheck } from "../api/queries.ts";

/** Where the text began. */
interface Base {
  version: number;
  source: string;
}

const baseOf = (plan: PlanDetail | null, start: string): Base => ({
  version: plan?.version ?? 0,
  source: start,
});

/** The draft. What others save is taken over while nothing was changed here; else both are kept, and `isBehind` says so. */
export const useDraft = (plan: PlanDetail | null, start: string) => {
  const [base, setBase] = useState(() => baseOf(plan, start));
  const [text, setText] = useState(start);
  const present = baseOf(plan, start);
  const isChanged = text !== base.source;
  const isNews = present.version !== base.version || present.source !== base.source;
  if (isNews && (!isChanged || text === present.source)) {
    setBase(present);
    setText(present.source);
  }
  useWarning(isChanged);
  return {
    text,
    setText,
    isChanged,
    isBehind: isNews && isChanged,
    basedOn: base.version,
    /** Goes on from what is saved now: with its text, or with one's own on top of it. */
    rebase: (keep: "mine" | "theirs") => {
      setBase(present);
      if (keep === "theirs") setText(present.source);
    },
  };
};

/** A closed window must not take work with it. */
const useWarning = (isChanged: boolean): void => {
  useEffect(() => {
    if (!isChanged) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isChanged]);
};

/** Between two letters nobody asks. */
const PAUSE_MS = 250;

/** What is wrong with the text, by the server's own check. `isCurrent`: it speaks of the very text that stands there. */
export const useCheck = (text: string, isNew: boolean) => {
  const [settled] = useDebouncedValue(text, PAUSE_MS);
  const check = usePlanCheck({ source: settled, isNew });
  const isCurrent = settled === text && check.data !== undefined && !check.isPlaceholderData;
  return { ...check, isCurrent };
};
