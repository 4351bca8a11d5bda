/** Proposes that a panel meets, once its round is over. When nothing fits, the case says what stands in the way. */
import { type DebriefFound, findDebrief } from "../../agents/scheduling/debrief.ts";
import { DEBRIEF_STANDS, findStandingDebrief } from "../../src/cases/debrief.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { storeProposals } from "../../src/cases/proposals.ts";
import type { CaseRecord } from "../../src/cases/records.ts";
import { AppError } from "../../src/domain/errors.ts";
import { expiryOf } from "../../src/domain/expiry.ts";
import { RunId } from "../../src/domain/ids.ts";
import { bestMatch } from "../../src/domain/plan-match.ts";
import { readPolicy } from "../../src/policy/store.ts";
import type { RunDeps } from "../deps.ts";
import { caseOf } from "../papers.ts";
import type { RunState, RunUpdate } from "../state.ts";
import { toolContext } from "../tool-context.ts";

/** The `debrief` node. Shape: no proposal, and words, when there is nothing to propose. Errors: retryable ones of Lever and of the
 * calendars. */
export const createDebrief =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const case_ = await caseOf(state, deps);
    const plan = bestMatch(await deps.plans.all(), case_);
    if (!plan?.debrief) return { outcome: NO_PLAN };
    const standing = await findStandingDebrief(deps.database, case_.id);
    if (standing && standing.runId !== state.runId) return { outcome: DEBRIEF_STANDS };
    const asked = {
      case_,
      plan: { ...plan, debrief: plan.debrief },
      companyName: deps.companyName,
      publicUrl: deps.publicUrl,
    };
    try {
      return await orLookAgain(async () => {
        const found = await findDebrief(asked, toolContext(state, "scheduling", deps));
        return "outcome" in found ? found : await store(found, { state, case_ }, deps);
      });
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.retryable || thrown.fault === "bug") throw thrown;
      return { problems: [{ code: thrown.code, message: thrown.message }] };
    }
  };

const NO_PLAN = "The plan of this stage asks for no debrief.";

/** So often it is looked for again when somebody else was faster to hold that time. */
const TRIES = 3;

const orLookAgain = async (look: () => Promise<RunUpdate>): Promise<RunUpdate> => {
  for (let left = TRIES - 1; left > 0; left -= 1) {
    try {
      return await look();
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== "slot_lost") throw thrown;
    }
  }
  return await look();
};

const store = async (
  { payload, context, isInDoubt }: DebriefFound,
  { state, case_ }: { state: RunState; case_: CaseRecord },
  deps: RunDeps,
): Promise<RunUpdate> => {
  const proposalIds = await fencedTransaction(deps.database, deps.lease, async (tx) => {
    const { version, policy } = await readPolicy(tx);
    const startsAt = Temporal.Instant.from(payload.startsAt);
    return await storeProposals(
      tx,
      [
        {
          key: "debrief",
          caseId: case_.id,
          runId: RunId.parse(state.runId),
          candidate: case_.candidate,
          correlationId: state.correlationId,
          class: "logistics",
          audience: "internal",
          // Somebody is missing: whether they meet all the same is a person's to say where the mode asks.
          risk: isInDoubt ? "medium" : "low",
          refined: "draft",
          warnings: 0,
          payload,
          context,
          policyVersion: version,
          expiresAt: expiryOf(deps.clock.now(), startsAt, policy.expireHours),
          by: "convene",
        },
      ],
      deps,
    );
  });
  return { proposalIds };
};
