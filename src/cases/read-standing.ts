/** Whether the round of a synthesis is as it was put together, by Lever as it is now. */
import type { PostSynthesis } from "../domain/synthesis.ts";
import { type Round, roundAt } from "../feedback/round.ts";
import { otherwiseNow } from "../synthesis/stands.ts";
import { type ToldFactsDeps, readToldFacts } from "./round-facts.ts";

/** `words`: what is otherwise by now, as `otherwiseNow` says it. Errors: those of Lever. */
export const readStanding = async (
  said: Pick<PostSynthesis, "opportunityId" | "stageId" | "forms" | "missing">,
  deps: ToldFactsDeps,
): Promise<{ round: Round; words: string | null }> => {
  const facts = await readToldFacts(said.opportunityId, deps);
  const round = roundAt(facts, said.stageId);
  return { round, words: otherwiseNow(said, { round, forms: facts.forms }) };
};
