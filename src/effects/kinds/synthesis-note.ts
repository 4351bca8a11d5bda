/** Leaves a finalised synthesis in Lever as a note: for all of the panel when all have handed in, and else, or while somebody of a
 * missed interview has said nothing yet, for the few that Lever shows secret notes to. */
import { renderSynthesis } from "../../domain/synthesis-note.ts";
import type { PostSynthesis } from "../../domain/synthesis.ts";
import { unlessForbidden } from "../../lever/access.ts";
import type { LeverReader, LeverWriter } from "../../lever/port.ts";
import type { Clock } from "../../domain/time.ts";
import { type Round, roundAt } from "../../feedback/round.ts";
import type { MissedInterview } from "../../feedback/seats.ts";
import { otherwiseNow } from "../../synthesis/stands.ts";
import type { EffectKind } from "../kind.ts";
import { noteKind } from "./lever-note.ts";
import { refuseUnlessStands, stale } from "./note-stands.ts";

interface SynthesisNoteDeps {
  clock: Clock;
  lever: { reader: LeverReader; writer: LeverWriter; fresh: LeverReader };
  missedOf(opportunityId: string): Promise<MissedInterview[]>;
}

/** The one step of it. */
export const createSynthesisNote =
  (deps: SynthesisNoteDeps) =>
  (payload: PostSynthesis): EffectKind => {
    const isPartial = payload.missing.length > 0;
    const noteOf = (isSecret: boolean): EffectKind =>
      noteKind(deps, {
        ...payload,
        kind: "synthesis_note",
        label: `Leave the synthesis in Lever as a ${isPartial ? "secret note" : "note"}`,
        isSecret,
        bodyOf: () => renderSynthesis(payload),
      });
    return {
      ...noteOf(isPartial),
      send: async (context) => {
        await refuseUnlessStands(payload, deps.lever.fresh);
        const { silent } = await readStanding(payload, { ...deps, lever: deps.lever.fresh });
        return await noteOf(isPartial || silent.length > 0).send(context);
      },
    };
  };

/** The round, which has to be as it was put together. Errors: `stale_proposal`; those of Lever. */
const readStanding = async (
  { opportunityId, stageId, forms, missing }: PostSynthesis,
  { lever, clock, missedOf }: Omit<SynthesisNoteDeps, "lever"> & { lever: LeverReader },
): Promise<Round> => {
  const [panels, all, users] = await Promise.all([
    lever.listPanels(opportunityId),
    lever.listFeedback(opportunityId),
    unlessForbidden(async () => await lever.listUsers()),
  ]);
  const missed = await missedOf(opportunityId);
  const round = roundAt({ panels, forms: all, users, missed, now: clock.now() }, stageId);
  const words = otherwiseNow({ forms, missing }, { round, forms: all });
  if (words !== null) throw stale(`${words}, so no note was left: have the synthesis made anew.`);
  return round;
};
