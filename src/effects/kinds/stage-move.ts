/** Moves a candidate to the next stage in Lever, as a person has approved. It is the only step of its proposal, and nothing takes
 * it back: whoever is moved back is moved by a person, in Lever. */
import { type MoveStage, nextStageFault } from "../../domain/stage-move.ts";
import { touchedAt } from "../../domain/touched-at.ts";
import { roundAt } from "../../feedback/round.ts";
import type { MissedInterview } from "../../feedback/seats.ts";
import type { LeverReader, LeverWriter } from "../../lever/port.ts";
import type { Clock } from "../../domain/time.ts";
import type { EffectKind } from "../kind.ts";
import { refuseUnlessStands, stale } from "./note-stands.ts";

interface StageMoveDeps {
  clock: Clock;
  missedOf(opportunityId: string): Promise<MissedInterview[]>;
  lever: { writer: LeverWriter; fresh: LeverReader };
}

/** The one step of it. */
export const createStageMove =
  ({ lever: { writer, fresh }, clock, missedOf }: StageMoveDeps) =>
  (payload: MoveStage): EffectKind => ({
    kind: "stage_move",
    audience: "internal",
    // Lever would write it down twice, and tell everybody twice.
    mayDouble: true,
    label: `Move the candidate to ${payload.to.name} in Lever`,
    send: async () => {
      await refuseUnlessStands(payload, fresh);
      await refuseUnlessThere(payload, fresh);
      await refuseUnlessJudged(payload, { lever: fresh, clock, missedOf });
      await writer.moveStage(payload.opportunityId, payload.performAs, payload.to.id);
      return { fromStageId: payload.stageId, toStageId: payload.to.id };
    },
    probe: async () => {
      const { stageId } = await fresh.getOpportunity(payload.opportunityId);
      if (stageId === payload.stageId) return { outcome: "absent" };
      if (stageId !== payload.to.id) return { outcome: "unknowable" };
      return {
        outcome: "done",
        ref: { fromStageId: payload.stageId, toStageId: payload.to.id },
      };
    },
  });

/** Errors: `stale_proposal` for a candidate who is at another stage, or a stage that is none after it; those of Lever. */
const refuseUnlessThere = async (
  { opportunityId, stageId, to }: MoveStage,
  lever: LeverReader,
): Promise<void> => {
  const opportunity = await lever.getOpportunity(opportunityId);
  if (opportunity.stageId !== stageId) {
    throw stale("The candidate is at another stage in Lever now, so nobody was moved.");
  }
  const fault = nextStageFault({ from: stageId, to: to.id }, await lever.listStages());
  if (fault !== null) throw stale(`${fault} Nobody was moved.`);
};

/** Errors: `stale_proposal` when the forms are not all in, or are others than those it was judged by; those of Lever. */
const refuseUnlessJudged = async (
  { opportunityId, stageId, forms }: MoveStage,
  { lever, clock, missedOf }: Omit<StageMoveDeps, "lever"> & { lever: LeverReader },
): Promise<void> => {
  const [all, panels, users] = await Promise.all([
    lever.listFeedback(opportunityId),
    lever.listPanels(opportunityId),
    lever.listUsers(),
  ]);
  const missed = await missedOf(opportunityId);
  const round = roundAt({ panels, forms: all, users, missed, now: clock.now() }, stageId);
  if (!round.isOver) {
    throw stale("A form of this round is to be handed in by now, so nobody was moved.");
  }
  const known = new Map(forms.map(({ id, at }) => [id, at]));
  const times = new Map(all.map((form) => [`feedback/${form.id}`, touchedAt(form).toString()]));
  const isOtherwise =
    forms.some(({ id, at }) => times.get(id) !== at) ||
    round.forms.some(({ id, userId }) => userId !== null && !known.has(`feedback/${id}`));
  if (isOtherwise) {
    throw stale(
      "A form was changed, opened again or added in Lever since, so nobody was moved: have the rule judged anew.",
    );
  }
};
