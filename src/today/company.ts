/** What administrators are told in their morning of the company itself, in our own words, from rows. Pure. */
import type { CompanyItem } from "../domain/daily-digest.ts";
import { shownHandle } from "../domain/known-person.ts";
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

/** A rule that asks for two people and has fewer by now. */
export interface ShortRuleRow {
  rule: number;
  what: string;
}

/** A change of the policy by which two people agree on something no more. */
export interface EndedPairRow {
  version: number;
  by: string;
  what: string;
}

export interface CompanyRows {
  clocks: readonly ClockRow[];
  shortRules: readonly ShortRuleRow[];
  endedPairs: readonly EndedPairRow[];
  stepsBack: readonly StepBackRow[];
}

const CLOCKS: Record<ClockRow["kind"], string> = {
  breach: "the authority has to be told",
  request: "an answer has to be given",
};

/** Clocks in the order given, then rules that ask for two people, then the steps. */
export const composeCompany = (
  { clocks, shortRules, endedPairs, stepsBack }: CompanyRows,
  { zone }: { zone: string },
): CompanyItem[] => [
  ...clocks.map(({ id, kind, dueAt, isOver }) => ({
    about: kind,
    id,
    what: `${CLOCKS[kind]} by ${momentInWords(dueAt, zone)}${isOver ? ": that time is over" : ""}`,
    path: "/compliance",
  })),
  ...shortRules.map(({ rule, what }) => ({
    about: "two_people" as const,
    id: `rule ${rule}`,
    what,
    path: "/settings",
  })),
  ...endedPairs.map(({ version, by, what }) => ({
    about: "two_people_ended" as const,
    id: `version ${version}`,
    what: `${what}: changed by ${shownHandle(by)}`,
    path: "/settings",
  })),
  ...stepsBack.map(({ stageId, stageName, kind, to, last, lastAgreed, at }) => ({
    about: "step_back" as const,
    id: `${stageId} ${kind} ${at.toString()}`,
    what: `${shownName(stageName ?? stageId)}, ${proposedInWords(kind)}: back to ${to} mode, since people agreed with ${lastAgreed} of the last ${last}`,
    path: "/settings",
  })),
];
