/** What administrators are told in their morning of the company itself, in our own words, from rows. Pure. */
import type { CompanyItem } from "../domain/daily-digest.ts";
import { shownName } from "../domain/quoted.ts";
import { momentInWords } from "../domain/time.ts";
import { proposedInWords } from "./compose.ts";

/** A clock of the law that is over, or soon is. */
export interface ClockRow {
  id: string;
  kind: "breach" | "request";
  dueAt: Temporal.Instant;
  isOver: boolean;
}

/** A step of the rollout that was taken back by itself. */
export interface StepBackRow {
  stageId: string;
  stageName: string | null;
  kind: string;
  to: string;
  last: number;
  lastAgreed: number;
  at: Temporal.Instant;
}

export interface CompanyRows {
  clocks: readonly ClockRow[];
  stepsBack: readonly StepBackRow[];
}

const CLOCKS: Record<ClockRow["kind"], string> = {
  breach: "the authority has to be told",
  request: "an answer has to be given",
};

/** Clocks in the order given, then the steps. */
export const composeCompany = (
  { clocks, stepsBack }: CompanyRows,
  { zone }: { zone: string },
): CompanyItem[] => [
  ...clocks.map(({ id, kind, dueAt, isOver }) => ({
    about: kind,
    id,
    what: `${CLOCKS[kind]} by ${momentInWords(dueAt, zone)}${isOver ? ": that time is over" : ""}`,
    path: "/compliance",
  })),
  ...stepsBack.map(({ stageId, stageName, kind, to, last, lastAgreed, at }) => ({
    about: "step_back" as const,
    id: `${stageId} ${kind} ${at.toString()}`,
    what: `${shownName(stageName ?? stageId)}, ${proposedInWords(kind)}: back to ${to} mode, since people agreed with ${lastAgreed} of the last ${last}`,
    path: "/settings",
  })),
];
