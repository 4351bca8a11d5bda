import type { ProposalDetail } from "../../../src/http/api/schemas.ts";

/** One whose calendar was asked for. */
export type Person = ProposalDetail["calendar"]["people"][number];
type BusyKind = Person["blocks"][number]["kind"];

/** Kinds of busy time in words. */
export const KINDS: Record<BusyKind, string> = {
  busy: "busy",
  tentative: "tentative",
  out_of_office: "out of office",
  focus: "focus time",
  working_elsewhere: "working elsewhere",
  unaccepted: "invited, not answered",
};
