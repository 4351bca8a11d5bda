/** What a run is told of the synthesis that it is to make: whether it may be partial, and what was left before. */
import type { SynthesisAsked } from "../agents/specialist.ts";
import { readEventData } from "../src/cases/event-data.ts";
import { openSynthesis } from "../src/cases/open-proposal.ts";
import { madeOf, newestSynthesis } from "../src/cases/synthesis-proposals.ts";
import type { CaseRecord, ProposalRecord } from "../src/cases/records.ts";
import { SYNTHESIS_REQUESTED } from "../src/cases/synthesis.ts";
import type { PostSynthesis } from "../src/domain/synthesis.ts";
import type { RunDeps } from "./deps.ts";
import type { RunState } from "./state.ts";

/** Who asks in person is given what is in by then; the clock says whether its deadline has come. */
export const readSynthesisAsked = async (
  { id }: CaseRecord,
  { eventId, eventKind }: Pick<RunState, "eventId" | "eventKind">,
  { database, texts }: RunDeps,
): Promise<SynthesisAsked> => {
  const { partial, proposalId } = await readEventData(database, eventId);
  const last = await newestSynthesis(database, { caseId: id, status: "done" });
  const asMade = async (proposal: ProposalRecord): Promise<PostSynthesis> =>
    (await openSynthesis(database, await madeOf(database, proposal), texts)).payload;
  const newest =
    eventKind === SYNTHESIS_REQUESTED
      ? null
      : await newestSynthesis(database, { caseId: id, status: "waiting" });
  // Of the one that is otherwise by now another one is made, also where it says the same: what it names is not as it was.
  const waiting = newest?.id === proposalId ? null : newest;
  return {
    mayBePartial: eventKind === SYNTHESIS_REQUESTED || partial === true,
    // As it was made: what a person has left out of it is nothing new.
    before: last && (await asMade(last)),
    // Somebody may be reading or editing it: by the clock one that says the same does not take its place.
    waiting: waiting && (await asMade(waiting)),
  };
};
