/** Reads the facts afresh from Lever, opens or finds the case, and takes off the table what the facts have overtaken. */
import { hadCase, hideCases, listOpenCases, openCase } from "../../src/cases/cases.ts";
import type { CaseFacts } from "../../src/cases/cases.ts";
import { INTERVIEW_MISSED } from "../../src/cases/attendances.ts";
import { QUESTIONS_REQUESTED } from "../../src/cases/ask-for-questions.ts";
import { NUDGE_DUE } from "../../src/cases/feedback-nudges.ts";
import { CAUGHT_UP } from "../../src/cases/caught-up.ts";
import { readEventData } from "../../src/cases/event-data.ts";
import { CANCEL_REQUESTED, CHANGE_REQUESTED } from "../../src/cases/hand-on.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { findOpenOffer } from "../../src/cases/offers.ts";
import { isUnreadable, openBooking } from "../../src/cases/open-proposal.ts";
import { listProposals } from "../../src/cases/proposals.ts";
import { RECONCILE } from "../../src/cases/reconciliations.ts";
import { DEBRIEFS } from "../../src/cases/debrief.ts";
import { STAGE_RULES } from "../../src/cases/stage-rule.ts";
import { SYNTHESES } from "../../src/cases/synthesis.ts";
import { STAGE_LEFT } from "../../src/cases/stage-left.ts";
import type { CaseRecord, ProposalRecord } from "../../src/cases/records.ts";
import { leftToPeople } from "../../src/cases/opt-outs.ts";
import { setRunCase } from "../../src/cases/runs.ts";
import { endSearch, findSearch } from "../../src/cases/searches.ts";
import { findWaitingWish } from "../../src/cases/wishes.ts";
import type { AedtFeature } from "../../src/domain/aedt.ts";
import { AppError, isForbidden } from "../../src/domain/errors.ts";
import { reasonNotToContact } from "../../src/domain/may-contact.ts";
import { LEFT_TO_PEOPLE } from "../../src/domain/opt-out.ts";
import { OpportunityId, RunId, StageId } from "../../src/domain/ids.ts";
import type { Opportunity, Posting } from "../../src/lever/port.ts";
import { whyHeldInNewYork } from "../../src/policy/aedt-records.ts";
import { isEvaluativeOn, modeFor } from "../../src/policy/decide.ts";
import { readPolicy } from "../../src/policy/store.ts";
import { compareWithLever } from "../compare.ts";
import type { RunDeps } from "../deps.ts";
import { BRIEFS, MESSAGES, type RouteFacts, STARTING_KINDS, TOLD } from "../routes.ts";
import type { RunState, RunUpdate } from "../state.ts";
import {
  type End,
  MEND_BY_CANCELLING,
  bookedCases,
  casesToCancel,
  closeOtherStages,
  endOpenCases,
} from "./end-cases.ts";
import { keepStanding } from "./keep-standing.ts";

/** The `load` node. Errors: `lever_not_found` for a stage that Lever does not know; Lever's own, retryable or not. */
export const createLoad =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const opportunityId = OpportunityId.parse(state.opportunityId);
    const opportunity = await readOpportunity(opportunityId, state, deps);
    const end = endInLever(opportunity);
    if (!opportunity || end) {
      const isErased = await isToBeErased(opportunity, state, deps);
      return await endOpenCases(state, { ...(end ?? GONE), opportunityId, isErased }, deps);
    }
    const facts = await readFacts(opportunity, state, deps);
    await compareWithLever(opportunity, state, deps);
    await keepStanding(facts, deps);
    await closeOtherStages(state, facts, deps);
    const found = await factsOfKind(state, facts, deps);
    const left = await leftToPeople(deps.database, {
      candidate: opportunity.contactId,
      hiringManagerId: facts.posting?.hiringManagerId ?? null,
    });
    if (left === null || !found.facts) return found;
    return { ...found, facts: { ...found.facts, isLeft: LEFT_TO_PEOPLE[left] } };
  };

const factsOfKind = async (
  state: RunState,
  facts: CaseFacts,
  deps: RunDeps,
): Promise<RunUpdate> => {
  if (state.eventKind === STAGE_LEFT) return await factsOfLeft(state, facts, deps);
  if (OF_ONE_CASE.has(state.eventKind)) return await factsOfOne(state, facts, deps);
  if (ASKED.has(state.eventKind)) return await factsOfAsked(state, facts, deps);
  if (BRIEFS.has(state.eventKind) || MESSAGES.has(state.eventKind)) {
    return await factsOfNamed(state, facts, deps);
  }
  return await factsOf(state, facts, deps);
};

/** Kinds that may be about an opportunity that is no more. */
const MAY_BE_GONE = new Set(["candidateDeleted", CAUGHT_UP, RECONCILE]);

/** Null when Lever says that it is gone, and we know of it or the event may be about just that. */
const readOpportunity = async (
  id: OpportunityId,
  state: RunState,
  deps: RunDeps,
): Promise<Opportunity | null> => {
  try {
    return await deps.lever.getOpportunity(id);
  } catch (thrown) {
    const isGone = thrown instanceof AppError && thrown.code === "lever_not_found";
    const known = isGone && (await hadCase(deps.database, id));
    if (isGone && (known || MAY_BE_GONE.has(state.eventKind))) return null;
    if (isForbidden(thrown)) await hide(id, deps);
    throw thrown;
  }
};

/** What is confidential Lever shows to a credential with leave for it alone: what we know of it from before is for few as well. */
const hide = async (id: OpportunityId, deps: RunDeps): Promise<void> => {
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    await hideCases(tx, id, deps);
  });
};

/** Whether Lever says that its person is to be forgotten: they were anonymized, or it is gone and was deleted by Lever's own word. That it
 * cannot be found is not enough, since a key of another account finds nothing. */
const isToBeErased = async (
  opportunity: Opportunity | null,
  { eventKind, eventId }: RunState,
  { database }: RunDeps,
): Promise<boolean> => {
  if (opportunity) return opportunity.isAnonymized;
  if (eventKind === "candidateDeleted") return true;
  return eventKind === CAUGHT_UP && (await readEventData(database, eventId))["deleted"] === true;
};

/** How the opportunity has ended in Lever, and the words for it. Shape: null when it has not. */
const endInLever = (opportunity: Opportunity | null): Pick<End, "inLever" | "because"> | null => {
  if (!opportunity) return GONE;
  if (opportunity.isAnonymized) {
    return { inLever: "gone", because: "The candidate was anonymized in Lever." };
  }
  return opportunity.archivedAt === null
    ? null
    : { inLever: "archived", because: "The opportunity is archived in Lever." };
};

const GONE = { inLever: "gone", because: "Lever no longer has this opportunity." } as const;

const readFacts = async (
  opportunity: Opportunity,
  state: RunState,
  deps: RunDeps,
): Promise<CaseFacts> => {
  const named = state.stageId === null ? null : StageId.parse(state.stageId);
  // The event's stage is a hint; one that Lever does not know is a fault of the sender that must not pass unseen.
  if (named !== null && named !== opportunity.stageId) await deps.lever.getStage(named);
  const [stage, posting] = await Promise.all([
    deps.lever.getStage(opportunity.stageId),
    readPosting(opportunity, deps),
  ]);
  return { opportunity, stage, posting };
};

/** Null also where Lever shows a confidential posting to few: its candidacies are left to people all the same. */
const readPosting = async (
  { postingId }: Opportunity,
  { lever }: RunDeps,
): Promise<Posting | null> => {
  try {
    return postingId === null ? null : await lever.getPosting(postingId);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "lever_denied") return null;
    throw thrown;
  }
};

const factsOf = async (state: RunState, facts: CaseFacts, deps: RunDeps): Promise<RunUpdate> => {
  const { opportunity, stage, posting } = facts;
  const subject = {
    stageId: stage.id,
    stageName: stage.text,
    postingId: posting?.id ?? null,
    postingTitle: posting?.title ?? "",
    team: posting?.team ?? null,
  };
  // A plan that is asked for by name and is not there is a problem of the case, not a stage without a plan.
  const hasPlan = state.wishes.planId !== null || (await deps.plans.find(subject)) !== null;
  const open = (await listOpenCases(deps.database, opportunity.id)).find(
    (case_) => case_.stageId === stage.id,
  );
  const startsCase = hasPlan && STARTING_KINDS.has(state.eventKind);
  if (!open && !startsCase) {
    return {
      facts: { exists: true, archived: false, hasPlan, standing: "nothing", outdated: false },
    };
  }
  const case_ = await fencedTransaction(deps.database, deps.lease, async (tx) => {
    const { policy } = await readPolicy(tx);
    const mode = modeFor(policy, "book_interview", subject);
    const opened = await openCase(tx, { facts, mode, correlationId: state.correlationId }, deps);
    await setRunCase(tx, RunId.parse(state.runId), opened.id);
    return opened;
  });
  const offer = await findOpenOffer(
    deps.database,
    { caseId: case_.id, now: deps.clock.now() },
    deps.texts,
  );
  const standing = standingOf(case_, {
    booked: await bookedCases(opportunity.id, deps),
    hasTimes: offer !== null && offer.times.length > 0,
  });
  return {
    caseId: case_.id,
    candidate: case_.candidate,
    stageId: stage.id,
    facts: {
      exists: true,
      archived: false,
      hasPlan,
      standing,
      outdated: await isOutdated({ case_, standing }, opportunity, deps),
      ...((await isMoveWished(case_, state, deps)) && { isMoveWished: true as const }),
      ...((await isSearched(case_, standing, deps)) && { isSearched: true as const }),
    },
  };
};

/** Of a case whose candidate has moved on while its interview is still to come. Whoever was asked once is not asked again. */
const factsOfLeft = async (
  state: RunState,
  { opportunity, stage }: CaseFacts,
  deps: RunDeps,
): Promise<RunUpdate> => {
  const booked = await bookedCases(opportunity.id, deps);
  const left = (await listOpenCases(deps.database, opportunity.id)).filter(
    ({ id, stageId }) => stageId !== stage.id && booked.has(id),
  );
  const asked = await casesToCancel(left, deps);
  const found = await factsOfBooked(left.find(({ id }) => !asked.has(id)) ?? null, state, deps);
  return found.caseId ? { ...found, facts: { ...found.facts, ...MEND_BY_CANCELLING } } : found;
};

/** Of the case whose booked interview a brief or a message is about, whatever stage the candidate is at by now. */
const factsOfNamed = async (
  state: RunState,
  { opportunity }: CaseFacts,
  deps: RunDeps,
): Promise<RunUpdate> => {
  const booked = await bookedCases(opportunity.id, deps);
  const { caseId: named } = await readEventData(deps.database, state.eventId);
  const open = await listOpenCases(deps.database, opportunity.id);
  const case_ = open.find(({ id }) => booked.has(id) && id === named);
  return await factsOfBooked(case_ ?? null, state, deps);
};

/** Kinds by which a person asks for something of one case, as it stands. */
const OF_ONE_CASE: ReadonlySet<string> = new Set([CHANGE_REQUESTED, CANCEL_REQUESTED]);

/** Of the case that is named alone: booked, whatever stage the candidate is at by now, or the one of their stage. */
const factsOfOne = async (state: RunState, facts: CaseFacts, deps: RunDeps): Promise<RunUpdate> => {
  const booked = await factsOfNamed(state, facts, deps);
  if (booked.facts?.standing === "booked") return booked;
  const { caseId: named } = await readEventData(deps.database, state.eventId);
  const found = await factsOf(state, facts, deps);
  return found.caseId === named ? found : await factsOfBooked(null, state, deps);
};

/** Kinds that are about a case by its id, whether anything of it is booked or not. */
const ASKED: ReadonlySet<string> = new Set([
  QUESTIONS_REQUESTED,
  INTERVIEW_MISSED,
  NUDGE_DUE,
  ...SYNTHESES,
  ...STAGE_RULES,
  ...DEBRIEFS,
]);

/** Of the case that such an event names, whatever stands in it. Which plan its stage has is for the specialist to say. */
const factsOfAsked = async (
  state: RunState,
  { opportunity }: CaseFacts,
  deps: RunDeps,
): Promise<RunUpdate> => {
  const { caseId: named } = await readEventData(deps.database, state.eventId);
  const open = await listOpenCases(deps.database, opportunity.id);
  const case_ = open.find(({ id }) => id === named) ?? null;
  const { facts, ...found } = await factsOfBooked(case_, state, deps);
  const { policy } = await readPolicy(deps.database);
  const feature = aedtFeatureOfEvent(state.eventKind);
  const asked = case_ && feature && { feature, place: case_, now: deps.clock.now() };
  const held = asked && (await whyHeldInNewYork(deps.database, asked));
  return {
    ...found,
    facts: {
      ...facts,
      standing: "nothing",
      hasPlan: case_ !== null,
      ...(isEvaluativeOn(policy) && { isEvaluativeOn: true as const }),
      ...(held !== null && { held }),
    },
  };
};

const aedtFeatureOfEvent = (kind: string): AedtFeature | null => {
  if (SYNTHESES.has(kind)) return "synthesis";
  return STAGE_RULES.has(kind) ? "stage_rule" : null;
};

/** Facts of a case with an interview to come; null: there is no such case. */
const factsOfBooked = async (case_: CaseRecord | null, state: RunState, deps: RunDeps) => {
  const facts = { exists: true, archived: false, hasPlan: false, outdated: false };
  if (!case_) return { facts: { ...facts, standing: "nothing" as const } };
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    await setRunCase(tx, RunId.parse(state.runId), case_.id);
  });
  return {
    caseId: case_.id,
    candidate: case_.candidate,
    stageId: case_.stageId,
    facts: { ...facts, standing: "booked" as const },
  };
};

const standingOf = (
  case_: CaseRecord,
  { booked, hasTimes }: { booked: Set<string>; hasTimes: boolean },
): RouteFacts["standing"] => {
  if (booked.has(case_.id)) return "booked";
  if (hasTimes && case_.status !== "waiting") return "offered";
  if (case_.status === "waiting" || case_.status === "booked" || case_.status === "blocked") {
    return case_.status;
  }
  return "nothing";
};

/** Whether what a candidate says of their times is of the other one that they asked for. */
const isMoveWished = async (
  { id }: CaseRecord,
  { eventKind }: RunState,
  { database }: RunDeps,
): Promise<boolean> =>
  eventKind === TOLD && (await findWaitingWish(database, id))?.kind === "wants_move";

/** Whether nothing fitted, and neither a person nor the clock has ended the search. What a change was looked for ends it too,
 * when it is over. */
const isSearched = async (
  { id }: CaseRecord,
  standing: RouteFacts["standing"],
  deps: RunDeps,
): Promise<boolean> => {
  const search = await findSearch(deps.database, id);
  if (!search || search.noFit.because === undefined)
    return search !== null && standing === "blocked";
  if (standing === "booked") return true;
  await fencedTransaction(deps.database, deps.lease, async (tx) => await endSearch(tx, id, deps));
  return false;
};

/** To whom it would write. Shape: null when it cannot be read, so that nothing of it can be performed. */
const emailIn = async (
  proposal: ProposalRecord,
  { database, texts }: RunDeps,
): Promise<string | null> => {
  try {
    return (await openBooking(database, proposal, texts)).payload.candidate.email;
  } catch (thrown) {
    if (isUnreadable(thrown)) return null;
    throw thrown;
  }
};

/** Whether a waiting proposal writes to an address that the person no longer has, or to somebody who must not be written to. Of
 * what is booked only a change does: what is taken back was told to the old address. */
const isOutdated = async (
  { case_, standing }: { case_: CaseRecord; standing: RouteFacts["standing"] },
  opportunity: Opportunity,
  deps: RunDeps,
): Promise<boolean> => {
  if (standing !== "waiting" && standing !== "booked") return false;
  const all = await listProposals(deps.database, {
    status: "waiting",
    caseId: case_.id,
    isOfBooking: true,
    limit: 10,
  });
  const waiting = all.filter(({ kind }) => standing === "waiting" || kind === "change_booking");
  const reason = reasonNotToContact({
    archived: false,
    confidential: opportunity.confidential,
    contactAllowed: opportunity.contactAllowed,
    email: opportunity.emails[0] ?? null,
  });
  if (reason && waiting.length > 0) return true;
  for (const proposal of waiting) {
    const email = await emailIn(proposal, deps);
    if (email === null || email !== opportunity.emails[0]) return true;
  }
  return false;
};
