/** Holds a debrief that is booked against its event in the calendar. It is the panel's own meeting: what they do with its event is
 * followed in our books and said; that somebody does not come is told to whoever coordinates. */
import { readEvent } from "../../src/calendar/read-event.ts";
import {
  type DebriefDeviations,
  type StandingDebrief,
  debriefDeviations,
  dropDebrief,
  followDebrief,
  listStandingDebriefs,
  movedInWords,
} from "../../src/cases/booked-debrief.ts";
import { listOpenCases } from "../../src/cases/cases.ts";
import { DEBRIEF_PROBLEMS, endProblems, problemOf, setProblem } from "../../src/cases/problems.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { isUnreadable, openDebrief } from "../../src/cases/open-proposal.ts";
import { getProposal } from "../../src/cases/proposals.ts";
import type { Tx } from "../../src/db/port.ts";
import {
  type BookDebrief,
  DEBRIEF_CHANGED,
  DEBRIEF_NOT_BOOKED,
  DEBRIEF_UNREADABLE,
} from "../../src/domain/debrief.ts";
import { OpportunityId } from "../../src/domain/ids.ts";
import { appendLedger } from "../../src/ledger/append.ts";
import type { LeverUser } from "../../src/lever/port.ts";
import type { RunDeps } from "../deps.ts";
import type { RunState } from "../state.ts";

const GONE =
  "The debrief was deleted in the calendar: nobody meets. If the panel is to meet all the same, look for a time on the case's page.";
const UNREADABLE =
  "What is stored of the booked debrief cannot be read: it was changed or damaged in the database, or erased. Whether its people come, and at which time, is not looked at any more. See to it by hand, in the calendar; or put the database back from your backup.";
const DECIDE =
  "It stands for the others. Move it in the calendar, or delete it there and look for a time on the case's page.";

/** What it needs of a run. */
type Checking = Pick<RunState, "opportunityId" | "correlationId">;

type CheckDeps = Pick<RunDeps, "database" | "texts" | "clock" | "lease"> & {
  lever: Pick<RunDeps["lever"], "listUsers">;
  tools: Pick<RunDeps["tools"], "calendar">;
};

/** What is said of them. Shape: empty when none is booked, or all stand as they were booked. Errors: those of Lever and the calendar. */
export const checkDebriefs = async (
  state: Checking,
  deps: CheckDeps,
): Promise<CheckedDebrief[]> => {
  const { opportunityId } = state;
  const standing = await listStandingDebriefs(deps.database, opportunityId, deps.clock.now());
  await endOldProblems(opportunityId, standing, deps);
  const users = standing.length > 0 ? await deps.lever.listUsers() : [];
  const checked: CheckedDebrief[] = [];
  for (const debrief of standing) {
    const words = await checkOne(debrief, { state, users }, deps);
    checked.push({ caseId: debrief.caseId, words });
  }
  return checked;
};

/** What is said of one; empty: it stands as it was booked. */
export interface CheckedDebrief {
  caseId: string;
  words: string[];
}

const checkOne = async (
  debrief: StandingDebrief,
  { state, users }: { state: Checking; users: readonly LeverUser[] },
  deps: CheckDeps,
): Promise<string[]> => {
  const booked = await openBooked(debrief, deps);
  const event = await readEvent(deps.tools.calendar, debrief);
  if (!booked) {
    return event && event.status !== "cancelled"
      ? await tellUnread(debrief, state, deps)
      : await tellGone(debrief, state, deps);
  }
  const emails = booked.people.map(({ email }) => email);
  const readings = event
    ? await deps.tools.calendar.readBusy(emails, event.startsAt, event.endsAt)
    : [];
  const deviations = debriefDeviations(booked, { event, users, readings });
  if (deviations.isGone) return await tellGone(debrief, state, deps);
  return await fencedTransaction(
    deps.database,
    deps.lease,
    async (tx) => await settle(tx, { debrief, booked, deviations, state }, deps),
  );
};

/** Null: it cannot be read. */
const openBooked = async (
  { proposalId }: StandingDebrief,
  { database, texts }: CheckDeps,
): Promise<BookDebrief | null> => {
  const proposal = await getProposal(database, proposalId);
  if (!proposal) throw new Error("a debrief without its proposal");
  try {
    return (await openDebrief(database, proposal, texts)).payload;
  } catch (thrown) {
    if (isUnreadable(thrown)) return null;
    throw thrown;
  }
};

const tellUnread = async (
  debrief: StandingDebrief,
  state: Checking,
  deps: CheckDeps,
): Promise<string[]> =>
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    const { caseId } = debrief;
    const problem = { code: DEBRIEF_UNREADABLE, message: UNREADABLE };
    const isNew = await setProblem(tx, { caseId, problem }, deps.clock);
    if (isNew) await write(tx, { debrief, state }, { type: "debrief.unread", deps });
    return [UNREADABLE];
  });

const tellGone = async (
  debrief: StandingDebrief,
  state: Checking,
  deps: CheckDeps,
): Promise<string[]> =>
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    const { proposalId, caseId } = debrief;
    await dropDebrief(tx, { proposalId, now: deps.clock.now() });
    const problem = { code: DEBRIEF_NOT_BOOKED, message: GONE };
    await setProblem(tx, { caseId, problem }, deps.clock);
    await write(tx, { debrief, state }, { type: "debrief.gone", deps });
    return [GONE];
  });

interface Settling {
  debrief: StandingDebrief;
  booked: BookDebrief;
  deviations: DebriefDeviations;
  state: Checking;
}

const settle = async (tx: Tx, settling: Settling, deps: CheckDeps): Promise<string[]> => {
  const { debrief, booked, deviations } = settling;
  const { caseId } = debrief;
  const now = deps.clock.now();
  const to = deviations.moved ?? timeOfBooked(booked);
  const isElsewhere = !to.startsAt.equals(debrief.startsAt) || !to.endsAt.equals(debrief.endsAt);
  const isKept = !isElsewhere && debrief.people.length === booked.people.length;
  const taken = isKept ? [] : await followDebrief(tx, { debrief, booked, to, now });
  if (isElsewhere) await write(tx, settling, { type: "debrief.moved", deps });
  const missing = [...deviations.missing, ...taken];
  const moved = deviations.moved ? [movedInWords(booked, deviations.moved)] : [];
  if (missing.length > 0) {
    const message = [...moved, ...missing, DECIDE].join(" ");
    const problem = { code: DEBRIEF_CHANGED, message };
    const isNew = await setProblem(tx, { caseId, problem }, deps.clock);
    if (isNew) await write(tx, settling, { type: "debrief.missed", deps });
  } else {
    await endProblems(tx, { caseId, codes: DEBRIEF_PROBLEMS }, deps.clock);
  }
  return [...moved, ...missing];
};

const timeOfBooked = ({ startsAt, endsAt }: BookDebrief) => ({
  startsAt: Temporal.Instant.from(startsAt),
  endsAt: Temporal.Instant.from(endsAt),
});

const write = async (
  tx: Tx,
  {
    debrief: { proposalId, caseId },
    state: { correlationId },
  }: Pick<Settling, "debrief" | "state">,
  { type, deps }: { type: string; deps: CheckDeps },
): Promise<void> => {
  const at = deps.clock.now();
  await appendLedger(tx, {
    type,
    actor: "convene",
    caseId,
    correlationId,
    data: { proposalId },
    at,
  });
};

const ENDS_WITH_IT = [DEBRIEF_CHANGED, DEBRIEF_UNREADABLE];

/** That somebody did not come, or that it could not be read, is no problem any more once it is over. */
const endOldProblems = async (
  opportunityId: string,
  standing: readonly StandingDebrief[],
  deps: CheckDeps,
): Promise<void> => {
  const open = await listOpenCases(deps.database, OpportunityId.parse(opportunityId));
  const over = open.filter(
    (case_) =>
      ENDS_WITH_IT.some((code) => problemOf(case_, code)) &&
      !standing.some(({ caseId }) => caseId === case_.id),
  );
  if (over.length === 0) return;
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    for (const { id: caseId } of over) {
      await endProblems(tx, { caseId, codes: DEBRIEF_PROBLEMS }, deps.clock);
    }
  });
};
