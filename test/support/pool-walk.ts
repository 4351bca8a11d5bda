/** Screens with seats that several people can take: what somebody changes of one can be mended. */
import type { ProposalDetail } from "../../src/http/api/schemas.ts";
import type { Witness } from "../../src/witness.ts";
import type { OpenTestDatabase } from "./database.ts";
import { approved } from "./declined.ts";
import { proposalFor } from "./story.ts";
import { POOL_PLANS, type Walk, startWalk } from "./walk.ts";

/** A walk whose points a test may wait at. */
export interface PoolWalk {
  walk: Walk;
  /** From now on this is waited for at each point; `null`: nothing is. */
  atPoints(act: Witness | null): void;
}

/** Starts one. */
export const startPoolWalk = async (open: OpenTestDatabase): Promise<PoolWalk> => {
  let act: Witness | null = null;
  const walk = await startWalk(open, {
    candidates: 300,
    env: { PLANS_DIR: POOL_PLANS },
    witness: async (point, opportunityId) => await act?.(point, opportunityId),
  });
  return {
    walk,
    atPoints: (next) => {
      act = next;
    },
  };
};

/** Books the screen of a candidate whom no test has had yet. */
export const bookScreen = async (walk: Walk): Promise<ProposalDetail> =>
  await approved(walk, await proposalFor(walk, walk.nextCandidate()));
