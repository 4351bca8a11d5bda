/** To whom it is told that an interview may be missed: to who may decide, and to nobody while evaluative features are switched off. That
 * a word to the recruiter was proposed, or one more reminder, tells it as well. */
import type { Database, Queryable } from "../db/port.ts";
import type { AttendanceMessage } from "../domain/attendance-message.ts";
import { isEvaluativeOn } from "../policy/decide.ts";
import { readPolicy } from "../policy/store.ts";
import { HELP } from "../attendance/reminder-times.ts";
import type { AlertContext } from "./open-proposal.ts";

/** What is said while evaluative features are switched off. */
export const NO_SHOW_OFF =
  "The risk of a no-show is evaluative and is switched off: none is told, and nothing of its model is shown. An admin records an assessment and switches it on under Settings (docs/policies.md).";

/** The kind of the proposals that are for nobody else, not even that they are there. */
export const WORD_OF_RISK = "warn_recruiter";

/** Kinds of their steps. */
const STEPS: ReadonlySet<string> = new Set(["warning_slack", "warning_mail"]);

/** Without the steps of such proposals. */
export const withoutRiskSteps = <Step extends { kind: string }>(steps: readonly Step[]): Step[] =>
  steps.filter(({ kind }) => !STEPS.has(kind));

/** Without what is such a proposal. */
export const withoutRiskWords = <Of extends { kind: string }>(all: readonly Of[]): Of[] =>
  all.filter(({ kind }) => kind !== WORD_OF_RISK);

/** Whether it is told to somebody. */
export const isRiskTold = async (
  reads: Database | Queryable,
  mayDecide: boolean,
): Promise<boolean> => mayDecide && isEvaluativeOn((await readPolicy(reads)).policy);

/** A reminder without why it is sent: for whoever may not decide all are, so that none tells. */
export const withoutHelp = <Opened extends { payload: AttendanceMessage; context: AlertContext }>(
  opened: Opened,
  mayDecide: boolean,
): Opened => {
  const { payload, context } = opened;
  if (payload.kind !== "remind_candidate" || (mayDecide && payload.mark !== HELP)) return opened;
  return {
    ...opened,
    payload: { ...payload, mark: "" },
    context: { ...context, reason: "The interview plan reminds the candidate." },
  };
};
