/** The main job on one sandbox candidate, so that a new user finds something to decide. */
import { listProposals } from "../cases/proposals.ts";
import { AppError } from "../domain/errors.ts";
import type { Running } from "../start.ts";

const PATIENCE_MS = 20_000;

/** Moves a candidate's stage in the company's Lever and waits for the proposal. Shape: its id; null when none came. */
export const firstCase = async (running: Running): Promise<string | null> => {
  const { deps } = running;
  const controls = deps.sandbox?.controls;
  if (!controls) return null;
  const standing = await listProposals(deps.database, { status: "waiting", limit: 1 });
  if (standing[0]) return standing[0].id;
  const stage = (await controls.listStages()).find(({ text }) => text === "Phone Screen");
  if (!stage) return null;
  const candidates = await controls.listOpportunities(undefined);
  const opportunity = candidates.find(({ stageName }) => stageName === "New applicant");
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
