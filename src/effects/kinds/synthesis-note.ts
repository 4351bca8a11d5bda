/** Leaves a finalised synthesis in Lever as a note: for all of the panel when all have handed in, and else for the few that Lever
 * shows secret notes to. */
import { renderSynthesis } from "../../domain/synthesis-note.ts";
import type { PostSynthesis } from "../../domain/synthesis.ts";
import type { LeverReader, LeverWriter } from "../../lever/port.ts";
import { touchedAt } from "../../domain/touched-at.ts";
import type { EffectKind } from "../kind.ts";
import { noteKind } from "./lever-note.ts";
import { refuseUnlessStands, stale } from "./note-stands.ts";

interface SynthesisNoteDeps {
  lever: { reader: LeverReader; writer: LeverWriter; fresh: LeverReader };
}

/** The one step of it. */
export const createSynthesisNote =
  (deps: SynthesisNoteDeps) =>
  (payload: PostSynthesis): EffectKind => {
    const isPartial = payload.missing.length > 0;
    const { send, ...kind } = noteKind(deps, {
      ...payload,
      kind: "synthesis_note",
      label: `Leave the synthesis in Lever as a ${isPartial ? "secret note" : "note"}`,
      isSecret: isPartial,
      bodyOf: () => renderSynthesis(payload),
    });
    return {
      ...kind,
      send: async (context) => {
        await refuseUnlessStands(payload, deps.lever.fresh);
        await refuseUnlessSaid(payload, deps.lever.fresh);
        return await send(context);
      },
    };
  };

/** A form that was changed, opened again or deleted says something else by now. Errors: `stale_proposal`; those of Lever. */
const refuseUnlessSaid = async (
  { opportunityId, forms }: PostSynthesis,
  lever: LeverReader,
): Promise<void> => {
  const now = await lever.listFeedback(opportunityId);
  const times = new Map(now.map((form) => [`feedback/${form.id}`, touchedAt(form).toString()]));
  const changed = forms.filter(({ id, at }) => times.get(id) !== at);
  if (changed.length === 0) return;
  throw stale(
    `The form of ${changed.map(({ name }) => name).join(", ")} was changed or opened again in Lever since, so no note was left: have the synthesis made anew.`,
  );
};
