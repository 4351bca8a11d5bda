/** A candidate has chosen one of the times that were offered: the very booking that the offer named for it is proposed. Whether
 * it may be performed is the gate's affair, as for every other. */
import { bookingSummary } from "../../agents/scheduling/words.ts";
import { openAnswer } from "../../src/cases/answers.ts";
import { getCase, setCase } from "../../src/cases/cases.ts";
import { fencedTransaction } from "../../src/cases/lease.ts";
import { getPickOf } from "../../src/cases/offers.ts";
import { openBooking } from "../../src/cases/open-proposal.ts";
import { getProposal, storeProposals } from "../../src/cases/proposals.ts";
import type { CaseRecord, ProposalRecord } from "../../src/cases/records.ts";
import { AppError } from "../../src/domain/errors.ts";
import { expiryOf } from "../../src/domain/expiry.ts";
import { RunId } from "../../src/domain/ids.ts";
import { spanOf } from "../../src/domain/itinerary.ts";
import { bookingAt } from "../../src/domain/offer.ts";
import type { BookInterview } from "../../src/domain/proposal.ts";
import { readPolicy } from "../../src/policy/store.ts";
import type { RunDeps } from "../deps.ts";
import type { RunState, RunUpdate } from "../state.ts";

const TAKEN = "The time that the candidate chose is taken meanwhile: nothing was booked.";

/** The `pick` node. Shape: no proposal, and words, when the time is no longer to be had. */
export const createPick =
  (deps: RunDeps) =>
  async (state: RunState): Promise<RunUpdate> => {
    const case_ = state.caseId === null ? null : await getCase(deps.database, state.caseId);
    const picked = case_ && (await readPick(state, deps));
    if (!picked) return { outcome: "What was chosen is not offered any more." };
    try {
      return { proposalIds: await propose(picked, { case_, state }, deps) };
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== "slot_lost") throw thrown;
      await fencedTransaction(deps.database, deps.lease, async (tx) => {
        await setCase(tx, { id: case_.id, status: "open", nextStep: TAKEN }, deps.clock);
      });
      return { outcome: TAKEN };
    }
  };

interface Picked {
  offer: ProposalRecord;
  offered: BookInterview;
  context: Awaited<ReturnType<typeof openBooking>>["context"];
  booking: BookInterview;
}

const readPick = async (state: RunState, deps: RunDeps): Promise<Picked | null> => {
  const pick = await getPickOf(deps.database, state.eventId);
  const body =
    pick && (await openAnswer(deps.database, { textId: pick.textId, kind: "picked" }, deps.texts));
  const offer = pick?.proposalId ? await getProposal(deps.database, pick.proposalId) : null;
  if (!body || !offer || offer.caseId !== state.caseId) return null;
  const isOpen =
    offer.kind === "offer_times" &&
    offer.status === "done" &&
    Temporal.Instant.compare(offer.expiresAt, deps.clock.now()) > 0;
  if (!isOpen) return null;
  const { payload: offered, context } = await openBooking(deps.database, offer, deps.texts);
  const booking = bookingAt(offered, Temporal.Instant.from(body.startsAt));
  return booking && { offer, offered, context, booking };
};

const propose = async (
  { offer, context, booking }: Picked,
  { case_, state }: { case_: CaseRecord; state: RunState },
  deps: RunDeps,
): Promise<string[]> =>
  await fencedTransaction(deps.database, deps.lease, async (tx) => {
    const { version, policy } = await readPolicy(tx);
    const { startsAt } = spanOf(booking.sessions);
    const all = [context.itinerary, ...context.alternatives];
    const chosen = all.find(({ sessions }) => spanOf(sessions).startsAt.equals(startsAt));
    return await storeProposals(
      tx,
      [
        {
          caseId: case_.id,
          runId: RunId.parse(state.runId),
          candidate: case_.candidate,
          correlationId: state.correlationId,
          key: "picked",
          class: offer.class,
          audience: offer.audience,
          risk: offer.risk,
          refined: offer.refined,
          warnings: offer.warnings,
          payload: booking,
          context: {
            ...context,
            itinerary: chosen ?? context.itinerary,
            alternatives: [],
            reason: "Chosen by the candidate from the times that were offered.",
            summary: bookingSummary(booking),
          },
          policyVersion: version,
          expiresAt: expiryOf(deps.clock.now(), startsAt, policy.expireHours),
          offerId: offer.id,
          by: "candidate",
        },
      ],
      deps,
    );
  });
