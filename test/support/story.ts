/** What tests of the walk do again and again: have a candidate moved, wait for what comes of it, and count what the company
 * was asked to change for it. */
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { findWaiting, isHandled, statusOf } from "./in-the-books.ts";
import type { Walk } from "./walk.ts";

/** A recruiter moves a candidate to Phone Screen in Lever. Shape: the proposal that then waits. */
export const proposalFor = async (walk: Walk, opportunityId: string): Promise<ProposalDetail> => {
  await walk.moveStage(opportunityId, "phoneScreen");
  return await waitingProposal(walk, opportunityId);
};

/** Waits until a proposal for the opportunity waits for a person, and its event has been handled. */
export const waitingProposal = async (
  walk: Walk,
  opportunityId: string,
): Promise<ProposalDetail> => {
  const { database } = walk.running.deps;
  const { id } = await walk.waitFor(
    "a proposal that waits",
    async () => await findWaiting(database, opportunityId),
  );
  await settled(walk, opportunityId);
  return await walk.api.proposal(id);
};

/** Waits until the proposal is as said and nothing more is being done about its opportunity. */
export const untilProposal = async (
  walk: Walk,
  proposal: ProposalDetail,
  status: ProposalDetail["status"],
): Promise<ProposalDetail> => {
  const { database } = walk.running.deps;
  await walk.waitFor(
    `a proposal that is ${status}`,
    async () => (await statusOf(database, proposal.id)) === status,
  );
  await settled(walk, proposal.payload.opportunityId);
  return await walk.api.proposal(proposal.id);
};

/** Waits until the company has nothing more to tell, and the product has handled what it was told of them. */
export const settled = async (walk: Walk, ...opportunityIds: readonly string[]): Promise<void> => {
  const isIdle = async () => await isHandled(walk.running.deps.database, opportunityIds);
  await walk.waitFor("everything to be handled", async () => {
    // What works still may have more told: asking for that is dear, and only worth it when nothing works.
    if (!(await isIdle())) return false;
    await walk.eyes.control("GET", "/deliveries?when=tried");
    return await isIdle();
  });
};

/** By the journal's own words: `event.inserted`, `panel.created` … */
export type Changes = Record<string, number>;

/** What one booking changes in the company, and no more. */
export const ONE_BOOKING: Changes = {
  "event.inserted": 1,
  "panel.created": 1,
  "note.created": 1,
  "mail.received": 1,
};

/** Runs the story. Shape: everything that the company was asked to change meanwhile, by its own journal, but for what its
 * own recruiters did. */
export const changesDuring = async (
  walk: Walk,
  story: () => Promise<unknown>,
): Promise<Changes> => {
  const before = (await walk.eyes.journal()).length;
  await story();
  const changes: Changes = {};
  for (const { kind } of (await walk.eyes.journal()).slice(before)) {
    if (!BY_RECRUITERS.has(kind)) changes[kind] = (changes[kind] ?? 0) + 1;
  }
  return changes;
};

const BY_RECRUITERS = new Set(["stage.changed", "archive.changed"]);
