/** Finds out who owes feedback: Lever sends no word of it, so it is read again and again. A few opportunities at a time, the
 * more often the more there is to expect, and none of which nothing can be expected. Any number of processes may do it. */
import type { Logger } from "pino";
import { type ClaimedLook, claimLooks, endLook, mirrorOwed } from "../cases/feedback-owed.ts";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { OpportunityId } from "../domain/ids.ts";
import type { Clock } from "../domain/time.ts";
import { type FeedbackFacts, nextEnd, owedForms } from "../feedback/owed.ts";
import { nextLookAt } from "../feedback/next-look.ts";
import type { LeverReader } from "../lever/port.ts";

export interface LookAtFeedbackDeps {
  database: Database;
  clock: Clock;
  log: Logger;
  lever: Pick<LeverReader, "listPanels" | "listFeedback" | "listUsers">;
}

/** Lever answers ten requests a second for everybody, and each look asks for two or three answers. */
const MOST_A_ROUND = 5;

/** One round: those whose time has come. One that cannot be looked at does not keep the others waiting. */
export const lookAtFeedback = async (deps: LookAtFeedbackDeps): Promise<void> => {
  const now = deps.clock.now();
  for (const look of await claimLooks(deps.database, { now, limit: MOST_A_ROUND })) {
    try {
      await takeLook(look, deps);
    } catch (thrown) {
      await putOff(look, thrown, deps);
    }
  }
};

const takeLook = async (look: ClaimedLook, deps: LookAtFeedbackDeps): Promise<void> => {
  const { opportunityId, isOpen } = look;
  const facts = await readFacts(OpportunityId.parse(opportunityId), deps);
  const forms = owedForms(facts);
  const { now } = facts;
  const nextAt = nextLookAt({ forms, nextEnd: nextEnd(facts), isOpen, now });
  await deps.database.transaction(async (tx) => {
    if (!(await endLook(tx, { look, now, nextAt, fault: null }))) return;
    await mirrorOwed(tx, { opportunityId, forms });
  });
};

/** Forms and people are read where an interview is over: before that nothing is owed. */
const readFacts = async (
  id: OpportunityId,
  { lever, clock }: LookAtFeedbackDeps,
): Promise<FeedbackFacts> => {
  const now = clock.now();
  const panels = await lever.listPanels(id);
  const isAnyOver = owedForms({ panels, forms: [], users: [], now }).length > 0;
  if (!isAnyOver) return { panels, forms: [], users: [], now };
  const [forms, users] = await Promise.all([lever.listFeedback(id), lever.listUsers()]);
  return { panels, forms, users, now };
};

const SOON = { minutes: 5 };
const LATER = { hours: 6 };

/** What passes is tried again soon, and what needs a person later; the mirror stays as it is. */
const putOff = async (
  look: ClaimedLook,
  thrown: unknown,
  { database, clock, log }: LookAtFeedbackDeps,
): Promise<void> => {
  const error = thrown instanceof AppError ? thrown : null;
  const now = clock.now();
  const nextAt = now.add(error?.retryable === false ? LATER : SOON);
  const fault = error?.code ?? "unexpected";
  await database.transaction(async (tx) => await endLook(tx, { look, now, nextAt, fault }));
  log.warn(
    { err: thrown, opportunityId: look.opportunityId },
    "who owes feedback could not be read in Lever; tried again later",
  );
};
