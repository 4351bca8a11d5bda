/** Finds out who owes feedback, and which rounds are to be put together: Lever sends no word of it, so it is read again and again.
 * A few opportunities at a time, the more often the more there is to expect, and none of which nothing can be expected. Any number
 * of processes may do it. */
import type { Logger } from "pino";
import { listOpenCases } from "../cases/cases.ts";
import { askForDueDebriefs } from "../cases/debrief.ts";
import { type ClaimedLook, claimLooks, endLook, mirrorOwed } from "../cases/feedback-owed.ts";
import { lockStream } from "../cases/lease.ts";
import { listMissed } from "../cases/missed-interviews.ts";
import { type RuledCase, askForChangedRule } from "../cases/stage-rule.ts";
import { askForDueSyntheses, askForOtherSyntheses } from "../cases/synthesis.ts";
import type { Database } from "../db/port.ts";
import { AppError } from "../domain/errors.ts";
import { OpportunityId, type StageId } from "../domain/ids.ts";
import { bestMatch } from "../domain/plan-match.ts";
import { type FeedbackFacts, nextEnd, owedForms } from "../feedback/owed.ts";
import { nextLookAt } from "../feedback/next-look.ts";
import { roundsDue } from "../feedback/over.ts";
import { feedbackRulesOf } from "../feedback/rules.ts";
import type { AcceptDeps } from "../intake/accept.ts";
import type { LeverReader } from "../lever/port.ts";
import type { PlanReader } from "../plans/reader.ts";
import type { Texts } from "../privacy/texts.ts";

export interface LookAtFeedbackDeps extends AcceptDeps {
  database: Database;
  log: Logger;
  texts: Texts;
  plans: Pick<PlanReader, "all">;
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
  const opportunityId = OpportunityId.parse(look.opportunityId);
  const facts = await readFacts(opportunityId, deps);
  const ruled = look.isOpen ? await listRuled(opportunityId, deps) : [];
  const forms = owedForms(facts);
  const { now } = facts;
  const nextAt = nextLookAt({ forms, nextEnd: nextEnd(facts), isOpen: look.isOpen, now });
  const { deadlines, debriefed } = await readRules(opportunityId, deps);
  const rounds = roundsDue(facts, deadlines);
  const toDebrief = rounds.filter(({ stageId }) => debriefed.has(stageId));
  await deps.database.transaction(async (tx) => {
    // In the order in which everybody locks.
    await lockStream(tx, opportunityId);
    if (!(await endLook(tx, { look, now, nextAt, fault: null }))) return;
    await mirrorOwed(tx, { opportunityId, forms });
    const asked = await askForDueSyntheses(tx, { opportunityId, rounds }, deps);
    // Where nothing is owed by now, nothing more was read.
    if (forms.length > 0) {
      await askForOtherSyntheses(tx, { opportunityId, facts, rounds, asked }, deps);
    }
    await askForDueDebriefs(tx, { opportunityId, rounds: toDebrief }, deps);
    for (const each of ruled) await askForChangedRule(tx, { ...each, facts }, deps);
  });
};

/** Open cases at a stage whose plan says when the candidate is to be moved on. */
const listRuled = async (
  id: OpportunityId,
  { database, plans }: LookAtFeedbackDeps,
): Promise<RuledCase[]> => {
  const open = await listOpenCases(database, id);
  const all = await plans.all();
  return open.flatMap((case_): RuledCase[] => {
    const rule = bestMatch(all, case_)?.stageRule;
    return rule && !case_.isConfidential ? [{ case_, rule }] : [];
  });
};

/** Of the stages that have an open case, as their plans say them: until when forms are waited for, and whose panel then meets. */
const readRules = async (
  id: OpportunityId,
  { database, plans }: LookAtFeedbackDeps,
): Promise<{ deadlines: Map<StageId, Temporal.Duration>; debriefed: Set<StageId> }> => {
  const deadlines = new Map<StageId, Temporal.Duration>();
  const debriefed = new Set<StageId>();
  const open = await listOpenCases(database, id);
  const written = open.length === 0 ? [] : await plans.all();
  for (const case_ of open) {
    const plan = bestMatch(written, case_);
    deadlines.set(case_.stageId, feedbackRulesOf(plan).deadline);
    if (plan?.debrief) debriefed.add(case_.stageId);
  }
  return { deadlines, debriefed };
};

/** Forms and people are read where an interview is over: before that nothing is owed. */
const readFacts = async (
  id: OpportunityId,
  { database, lever, clock }: LookAtFeedbackDeps,
): Promise<FeedbackFacts> => {
  const now = clock.now();
  const panels = await lever.listPanels(id);
  const missed = await listMissed(database, id);
  const unread = { panels, forms: [], users: [], missed, now };
  if (owedForms(unread).length === 0) return unread;
  const [forms, users] = await Promise.all([lever.listFeedback(id), lever.listUsers()]);
  return { panels, forms, users, missed, now };
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
