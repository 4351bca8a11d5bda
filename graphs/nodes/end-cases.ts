/** What the facts end: cases of an opportunity that is archived, gone, or at another stage. */
import { listStandingBookings } from "../../src/cases/bookings.ts";
import {
  type CaseFacts,
  findCandidate,
  listOpenCases,
  setCase,
  setInLever,
} from "../../src/cases/cases.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import type { CaseRecord, InLever } from "../../src/cases/records.ts";
import { setRunCase } from "../../src/cases/runs.ts";
import { supersedeWaiting } from "../../src/cases/supersede.ts";
import type { Tx } from "../../src/db/port.ts";
import { type OpportunityId, RunId } from "../../src/domain/ids.ts";
import { askErasure } from "../../src/privacy/erasures.ts";
import type { RunDeps } from "../deps.ts";
import type { RunState, RunUpdate } from "../state.ts";

/** How an opportunity has ended in Lever. */
export interface End {
  opportunityId: OpportunityId;
  inLever: Exclude<InLever, "active">;
  because: string;
  /** Whether Lever has deleted its person, so that we do too. */
  isErased: boolean;
}

/** Ends what stands: the opportunity is archived or gone. */
export const endOpenCases = async (
  state: RunState,
  end: End,
  deps: RunDeps,
): Promise<RunUpdate> => {
  const { opportunityId, inLever, because, isErased } = end;
  const open = await listOpenCases(deps.database, opportunityId);
  const booked = await bookedCases(opportunityId, deps);
  const cancelling = await casesToCancel(open, deps);
  const latest = open.at(-1);
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    await setInLever(tx, { opportunityId, inLever }, deps.clock);
    if (isErased) await askErasureInLever(tx, opportunityId, deps);
    for (const case_ of open) {
      // That it is taken back is proposed once, and waits for its decision.
      if (booked.has(case_.id) && cancelling.has(case_.id)) continue;
      await supersedeWaiting(
        tx,
        { caseId: case_.id, exceptRun: null, because, correlationId: state.correlationId },
        deps,
      );
      await setCase(tx, { id: case_.id, ...endOf(booked.has(case_.id), because) }, deps.clock);
    }
    if (latest) await setRunCase(tx, RunId.parse(state.runId), latest.id);
  });
  return {
    caseId: latest?.id ?? null,
    candidate: latest?.candidate ?? null,
    facts: {
      exists: inLever === "archived",
      archived: inLever === "archived",
      hasPlan: false,
      standing: "nothing",
      outdated: false,
      ...(latest && booked.has(latest.id) && !cancelling.has(latest.id) && MEND_BY_CANCELLING),
    },
  };
};

/** Done within seconds, beside this run, once it has ended. */
const askErasureInLever = async (
  tx: Tx,
  opportunityId: OpportunityId,
  deps: RunDeps,
): Promise<void> => {
  const candidate = await findCandidate(tx, opportunityId);
  if (candidate === null) return;
  const opportunityIds = [opportunityId];
  const reason = "deleted_in_lever";
  await askErasure(tx, { candidate, opportunityIds, cause: "lever", reason, by: "lever" }, deps);
};

/** What is booked is to be taken back. */
export const MEND_BY_CANCELLING = { mend: "cancel" } as const;

/** Those of the cases for which it was proposed already to take back what is booked. */
export const casesToCancel = async (
  cases: readonly CaseRecord[],
  { database }: RunDeps,
): Promise<Set<string>> => {
  const rows = await database.query<{ caseId: string }>(
    `select case_id as "caseId" from proposals where case_id = any($1) and kind = 'cancel_booking'
       and status <> 'superseded'`,
    [cases.map(({ id }) => id)],
  );
  return new Set(rows.map(({ caseId }) => caseId));
};

/** A booked interview outlives its case's end only as a question to a person: nothing is cancelled unasked. */
const endOf = (isBooked: boolean, because: string) =>
  isBooked
    ? {
        status: "blocked" as const,
        nextStep: "Decide whether the booked interview still takes place.",
        problems: [{ code: "booked_but_ended", message: `${because} An interview is booked.` }],
      }
    : { status: "closed" as const, nextStep: because };

/** Cases of stages that the opportunity has left. */
export const closeOtherStages = async (
  state: RunState,
  facts: CaseFacts,
  deps: RunDeps,
): Promise<void> => {
  const booked = await bookedCases(facts.opportunity.id, deps);
  const left = (await listOpenCases(deps.database, facts.opportunity.id)).filter(
    (case_) => case_.stageId !== facts.stage.id && !booked.has(case_.id),
  );
  if (left.length === 0) return;
  const because = `The candidate is at another stage now: ${facts.stage.text}.`;
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    for (const case_ of left) {
      await supersedeWaiting(
        tx,
        { caseId: case_.id, exceptRun: null, because, correlationId: state.correlationId },
        deps,
      );
      await setCase(tx, { id: case_.id, status: "closed", nextStep: because }, deps.clock);
    }
  });
};

/** Cases with an interview to come. */
export const bookedCases = async (id: OpportunityId, deps: RunDeps): Promise<Set<string>> => {
  const bookings = await listStandingBookings(deps.database, id, deps.clock.now());
  return new Set(bookings.map(({ caseId }) => caseId));
};
