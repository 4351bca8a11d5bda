/** What goes wrong in a case: one entry for each kind of thing. What is of its booking is set with where the case stands; what is beside
 * it stands and ends by itself, whatever becomes of the booking. People are told of them as they are composed here, and nowhere else. */
import { isDeepStrictEqual } from "node:util";
import type { Tx } from "../db/port.ts";
import { APPROVAL_NOT_TOLD } from "../domain/approval-not-told.ts";
import { MESSAGE_NOT_SENT } from "../domain/attendance-message.ts";
import { BRIEF_NOT_SENT } from "../domain/brief.ts";
import { QUESTION_NOT_TOLD } from "../domain/chat-words.ts";
import { DEBRIEF_CHANGED, DEBRIEF_NOT_BOOKED, DEBRIEF_UNREADABLE } from "../domain/debrief.ts";
import { NUDGE_NOT_SENT } from "../domain/nudge.ts";
import { QUESTIONS_NOT_NOTED } from "../domain/question-note.ts";
import { STAGE_NOT_MOVED } from "../domain/stage-move.ts";
import { SYNTHESIS_NOT_POSTED } from "../domain/synthesis.ts";
import type { Clock } from "../domain/time.ts";
import { INVITATION } from "./problem-about.ts";
import type { CaseRecord, Problem } from "./records.ts";

/** Code of the problem of a case whose candidate did not come. */
export const CANDIDATE_MISSED = "candidate_missed";
/** Code of the problem that nobody can tell whether a candidate's mail left. */
export const OUTCOME_UNKNOWN = "outcome_unknown";

const OF_DEBRIEF = [DEBRIEF_CHANGED, DEBRIEF_NOT_BOOKED, DEBRIEF_UNREADABLE] as const;

/** Of its debrief one thing is said at a time. */
export const DEBRIEF_PROBLEMS: ReadonlySet<string> = new Set(OF_DEBRIEF);

/** What stands beside the booking, in the order in which it is told. */
const BESIDE = [
  CANDIDATE_MISSED,
  OUTCOME_UNKNOWN,
  MESSAGE_NOT_SENT,
  QUESTION_NOT_TOLD,
  BRIEF_NOT_SENT,
  QUESTIONS_NOT_NOTED,
  NUDGE_NOT_SENT,
  SYNTHESIS_NOT_POSTED,
  STAGE_NOT_MOVED,
  APPROVAL_NOT_TOLD,
  ...OF_DEBRIEF,
] as const;

/** Code of what stands beside the booking. */
export type CodeBeside = (typeof BESIDE)[number];

/** In which place it is told; -1: it is not beside the booking. */
const placeOf = ({ code }: Pick<Problem, "code">): number =>
  BESIDE.findIndex((one) => one === code);

/** Whether it is of the booking of its case. */
export const isOfBooking = (problem: Pick<Problem, "code">): boolean => placeOf(problem) < 0;

/** What is said of the booking: what happened to it before what came of that. */
export const bookingProblems = ({ problems }: Pick<CaseRecord, "problems">): Problem[] =>
  problems.filter(isOfBooking);

/** The one with a code, or null. */
export const problemOf = (
  { problems }: Pick<CaseRecord, "problems">,
  code: string,
): Problem | null => problems.find((one) => one.code === code) ?? null;

/** These of the booking in place of those that were, and all that is beside it. */
export const withBooking = (before: readonly Problem[], booking: readonly Problem[]): Problem[] => [
  ...booking.filter(isOfBooking),
  ...before.filter((one) => !isOfBooking(one)),
];

/** A problem as people are told of it. */
export interface ToldProblem {
  code: string;
  message: string;
  isOfBooking: boolean;
  /** What may be proposed again about it. */
  again?: typeof INVITATION | undefined;
}

/** Each thing once: what is of the booking first, as one, then the rest. */
export const toldProblems = (problems: readonly Problem[]): ToldProblem[] => {
  const [own, ...more] = problems.filter(isOfBooking);
  const booking = own && {
    code: own.code,
    message: inOne([own, ...more]),
    isOfBooking: true,
  };
  const beside = problems
    .filter((one) => !isOfBooking(one))
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map(({ code, message, about }) => ({
      code,
      message,
      isOfBooking: false,
      ...(about === INVITATION && { again: INVITATION }),
    }));
  const told = booking ? [booking, ...beside] : beside;
  return told.filter(({ message }, at) => told.findIndex((one) => one.message === message) === at);
};

/** All of them as one, by the code of the first; null: there is none. */
export const problemAsOne = (
  told: readonly ToldProblem[],
): { code: string; message: string } | null => {
  const [first] = told;
  return first ? { code: first.code, message: inOne(told) } : null;
};

const inOne = (problems: readonly { message: string }[]): string =>
  [...new Set(problems.map(({ message }) => message))].join(" ");

type Change = (before: readonly Problem[]) => readonly Problem[];

/** Changes them, of a case that is open, and nothing else of it. Shape: whether that is news. */
export const changeProblems = async (
  tx: Tx,
  { caseId, change }: { caseId: string; change: Change },
  clock: Clock,
): Promise<boolean> => {
  const before = await lockProblems(tx, caseId);
  const after = before && change(before);
  if (!after || isDeepStrictEqual(after, before)) return false;
  await tx.query(
    "update cases set problems = $2, updated_at = $3, version = version + 1 where id = $1",
    [caseId, JSON.stringify(after), clock.now().toString()],
  );
  await tx.query("select pg_notify('convene', $1)", [JSON.stringify({ topic: "cases", caseId })]);
  return true;
};

/** Null: the case is closed, or there is none. Nobody else changes them before this transaction ends. */
export const lockProblems = async (tx: Tx, caseId: string): Promise<Problem[] | null> => {
  const [row] = await tx.query<{ problems: Problem[] }>(
    "select problems from cases where id = $1 and closed_at is null for update",
    [caseId],
  );
  return row?.problems ?? null;
};

interface Kind {
  /** More than one where they say different things of the same. */
  codes: ReadonlySet<string>;
  /** Of what, where several may stand side by side; absent: there is one of the kind. */
  about?: string | undefined;
}

/** What is not of a thing in particular goes with each of its kind. */
const isOf = ({ code, about: of }: Problem, { codes, about }: Kind): boolean =>
  codes.has(code) && (of === undefined || about === undefined || of === about);

/** Says one and changes nothing else of its case, in place of what was said of the same. Shape: whether that is news. */
export const setProblem = async (
  tx: Tx,
  { caseId, problem }: { caseId: string; problem: Problem },
  clock: Clock,
): Promise<boolean> => {
  const codes = DEBRIEF_PROBLEMS.has(problem.code) ? DEBRIEF_PROBLEMS : new Set([problem.code]);
  const isSame = (one: Problem): boolean => codes.has(one.code) && one.about === problem.about;
  const change: Change = (before) =>
    before.some(isSame) ? before.map((one) => (isSame(one) ? problem : one)) : [...before, problem];
  return await changeProblems(tx, { caseId, change }, clock);
};

/** Ends what is said of something. Without `about`: all of the kind. Shape: whether anything was. */
export const endProblems = async (
  tx: Tx,
  { caseId, ...kind }: { caseId: string } & Kind,
  clock: Clock,
): Promise<boolean> =>
  await changeProblems(
    tx,
    { caseId, change: (before) => before.filter((one) => !isOf(one, kind)) },
    clock,
  );
