/** The main job on one sandbox candidate, so that a new user finds something to decide. */
import { listCases } from "../cases/cases.ts";
import { listProposals } from "../cases/proposals.ts";
import { AppError } from "../domain/errors.ts";
import type { Running } from "../start.ts";

const PATIENCE_MS = 20_000;
/** As many cases as a sandbox has candidates. */
const MOST = 100;

/** Moves a candidate's stage in the company's Lever and waits for the proposal; when proposals wait already, from an
 * earlier start, their candidates are moved to where they were, since the company begins anew at each start.
 * Shape: the id of a proposal that waits; null when none came. */
export const firstCase = async (running: Running): Promise<string | null> => {
  const { deps } = running;
  const controls = deps.sandbox?.controls;
  if (!controls) return null;
  const waiting = await listCases(deps.database, { status: "waiting", limit: MOST });
  for (const case_ of waiting) await controls.moveStage(case_.opportunityId, case_.stageId);
  const [standing] = await listProposals(deps.database, { status: "waiting", limit: 1 });
  if (standing) return standing.id;
  const stage = (await controls.listStages()).find(({ text }) => text === "Phone Screen");
  if (!stage) return null;
  const known = new Set(
    (await listCases(deps.database, { limit: MOST })).map((case_) => String(case_.opportunityId)),
  );
  const opportunity = (await controls.listOpportunities(undefined)).find(
    ({ id, stageName }) => stageName === "New applicant" && !known.has(id),
  );
  if (!opportunity) return null;
  return await waitForProposal(running, async () => {
    await controls.moveStage(opportunity.id, stage.id);
  });
};

/** Does something, then waits until a proposal waits. Shape: null when none came in time. */
export const waitForProposal = async (
  running: Running,
  act: () => Promise<void>,
): Promise<string | null> => {
  const { database } = running.deps;
  const late = AbortSignal.timeout(PATIENCE_MS);
  let wake = (): void => {};
  const stop = await database.listen("convene", () => wake());
  try {
    await act();
    for (;;) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
        late.addEventListener("abort", () => resolve(), { once: true });
      });
      const [waiting] = await listProposals(database, { status: "waiting", limit: 1 });
      if (waiting) return waiting.id;
      if (late.aborted) return null;
      await woken;
    }
  } finally {
    await stop();
  }
};

/** Errors: `no_slot` where a proposal was sure to come. */
export const mustHave = (proposalId: string | null): string => {
  if (proposalId !== null) return proposalId;
  throw new AppError({
    code: "no_slot",
    fault: "bug",
    message: "No proposal came of the stage move in time. See the events page for the reason.",
  });
};
