/** Leaves a finalised synthesis in Lever as a note: for all of the panel when all have handed in, and else, or while somebody of a
 * missed interview has said nothing yet, for the few that Lever shows secret notes to. */
import { readStanding } from "../../cases/read-standing.ts";
import { renderSynthesis } from "../../domain/synthesis-note.ts";
import type { PostSynthesis } from "../../domain/synthesis.ts";
import type { LeverReader, LeverWriter } from "../../lever/port.ts";
import type { Clock } from "../../domain/time.ts";
import type { MissedInterview } from "../../feedback/seats.ts";
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
        const { round, words } = await readStanding(payload, { ...deps, lever: deps.lever.fresh });
        if (words !== null) {
          throw stale(`${words}, so no note was left: have the synthesis made anew.`);
        }
        return await noteOf(isPartial || round.silent.length > 0).send(context);
      },
    };
  };
