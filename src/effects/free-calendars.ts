/** Takes our events for interviews still to come out of interviewers' calendars, and their meetings, for a candidate who is erased. It is
 * no cancellation: the candidate is sent nothing, and Lever's record is left alone. */
import type { Logger } from "pino";
import { listStandingBookings } from "../cases/bookings.ts";
import { getCase } from "../cases/cases.ts";
import { openProposal } from "../cases/open-proposal.ts";
import { getProposal } from "../cases/proposals.ts";
import type { Lease } from "../cases/lease.ts";
import { asAppError } from "../domain/errors.ts";
import { OpportunityId } from "../domain/ids.ts";
import { listEffects } from "./effects.ts";
import { matchSteps } from "./match-steps.ts";
import type { PerformDeps } from "./perform.ts";
import { undoStep } from "./take-back.ts";

const KINDS: ReadonlySet<string> = new Set(["calendar_event", "room_release", "zoom_meeting"]);
/** So long a calendar may take: the erasure does not wait for it. */
const PATIENCE_MS = 15_000;

/** A function that does it for one candidacy, as far as it can be done now: what stays is listed with the erasure. */
export const createFreeCalendars =
  (deps: PerformDeps & { log: Logger }) =>
  async (opportunityId: string, lease: Lease): Promise<void> => {
    const id = OpportunityId.parse(opportunityId);
    for (const booking of await listStandingBookings(deps.database, id, deps.clock.now())) {
      try {
        await freeOne(booking.proposalId, lease, deps);
      } catch (thrown) {
        const { code } = asAppError(thrown);
        deps.log.warn(
          { proposalId: booking.proposalId, code },
          "events of an erased candidate could not be taken out of calendars; they are listed with the erasure",
        );
      }
    }
  };

const freeOne = async (proposalId: string, lease: Lease, deps: PerformDeps): Promise<void> => {
  const proposal = await getProposal(deps.database, proposalId);
  const case_ = proposal && (await getCase(deps.database, proposal.caseId));
  // Taking back a change would put back what stood before it.
  if (!case_ || proposal?.kind !== "book_interview") return;
  const { payload } = await openProposal(deps.database, proposal, deps.texts);
  const correlationId = deps.ids.next("co");
  const run = { lease, correlationId, signal: AbortSignal.timeout(PATIENCE_MS) };
  const { database, clock } = deps;
  const scope = { database, clock, lease, caseId: case_.id, correlationId };
  const kinds = deps.stepsOf(payload);
  const bundle = { proposal, case_, payload, kinds, scope, run };
  const effects = await listEffects(deps.database, proposal.id);
  const steps = matchSteps(kinds, effects);
  const look = deps.openLook(case_.opportunityId);
  for (const effect of effects.toReversed()) {
    const kind = steps.get(effect.id);
    if (!kind || effect.status !== "done" || !KINDS.has(effect.kind)) continue;
    await undoStep({ ...bundle, step: effect.step, kind }, { effect, look }, deps);
  }
};
