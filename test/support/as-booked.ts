/** A booking held against the company: whether everything that we did stands as our books say. */
import { expect } from "vitest";
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import { changesDuring, settled } from "./story.ts";
import type { Walk } from "./walk.ts";

const FORGET = "delete from settings where name in ('reconcile_pace', 'reconciliation_ended')";

/** Everything that we did is held against what is outside. Shape: codes of what was found of the case. */
export const compare = async (
  walk: Walk,
  { caseId, payload }: ProposalDetail,
): Promise<string[]> => {
  const { database } = walk.running.deps;
  await database.query(FORGET);
  const { id } = await walk.api.reconcile();
  const { findings } = await walk.waitFor("the comparison to end", async () => {
    await database.query(FORGET);
    const latest = await walk.api.reconciliation();
    return latest?.id === id && latest.finishedAt !== null ? latest : null;
  });
  await settled(walk, payload.opportunityId);
  return findings.filter((each) => each.caseId === caseId).map(({ code }) => code);
};

/** Nothing that we did is otherwise than our books say, and nothing is changed by looking. */
export const expectAsBooked = async (walk: Walk, booked: ProposalDetail): Promise<void> => {
  await settled(walk, booked.payload.opportunityId);
  let found: string[] = [];
  const changes = await changesDuring(walk, async () => {
    found = await compare(walk, booked);
  });
  expect([found, changes]).toEqual([[], {}]);
  expect(await walk.api.case(booked.caseId)).toMatchObject({ status: "booked", problem: null });
};
