/** Whether the round of a synthesis is as it was put together, by Lever as it is now. */
import type { PostSynthesis } from "../domain/synthesis.ts";
import type { Clock } from "../domain/time.ts";
import { type Round, roundAt } from "../feedback/round.ts";
import type { MissedInterview } from "../feedback/seats.ts";
import { unlessForbidden } from "../lever/access.ts";
import type { LeverReader } from "../lever/port.ts";
import { otherwiseNow } from "../synthesis/stands.ts";

/** `words`: what is otherwise by now, as `otherwiseNow` says it. Errors: those of Lever. */
export const readStanding = async (
  said: Pick<PostSynthesis, "opportunityId" | "stageId" | "forms" | "missing">,
  {
    lever,
    clock,
    missedOf,
  }: {
    lever: Pick<LeverReader, "listPanels" | "listFeedback" | "listUsers">;
    clock: Clock;
    missedOf(opportunityId: string): Promise<MissedInterview[]>;
  },
): Promise<{ round: Round; words: string | null }> => {
  const [panels, forms, users] = await Promise.all([
    lever.listPanels(said.opportunityId),
    lever.listFeedback(said.opportunityId),
    unlessForbidden(async () => await lever.listUsers()),
  ]);
  const missed = await missedOf(said.opportunityId);
  const round = roundAt({ panels, forms, users, missed, now: clock.now() }, said.stageId);
  return { round, words: otherwiseNow(said, { round, forms }) };
};
