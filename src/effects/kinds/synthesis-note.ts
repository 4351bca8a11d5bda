/** Leaves a finalised synthesis in Lever as a note: for all of the panel when all have handed in, and else for the few that Lever
 * shows secret notes to. */
import { renderSynthesis } from "../../domain/synthesis-note.ts";
import type { PostSynthesis } from "../../domain/synthesis.ts";
import { unlessForbidden } from "../../lever/access.ts";
import type { LeverReader, LeverWriter } from "../../lever/port.ts";
import type { Clock } from "../../domain/time.ts";
import { touchedAt } from "../../domain/touched-at.ts";
import { type Round, roundAt } from "../../feedback/round.ts";
import type { MissedInterview } from "../../feedback/seats.ts";
import { presentForms } from "../../synthesis/form.ts";
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
        await refuseUnlessSaid(payload, { ...deps, lever: deps.lever.fresh });
        return await send(context);
      },
    };
  };

/** The round has to be as it was put together: nobody owes a form of what is left for all to read, each form says what it said, and
 * there is no other. Errors: `stale_proposal`; those of Lever. */
const refuseUnlessSaid = async (
  { opportunityId, stageId, forms, missing }: PostSynthesis,
  { lever, clock, missedOf }: Omit<SynthesisNoteDeps, "lever"> & { lever: LeverReader },
): Promise<void> => {
  const [panels, all, users] = await Promise.all([
    lever.listPanels(opportunityId),
    lever.listFeedback(opportunityId),
    unlessForbidden(async () => await lever.listUsers()),
  ]);
  const missed = await missedOf(opportunityId);
  const round = roundAt({ panels, forms: all, users, missed, now: clock.now() }, stageId);
  if (missing.length === 0 && !round.isOver) {
    throw stale(
      "An interview of this round has not ended, or a form of it is to be handed in by now, so no note was left for all to read: have the synthesis made anew.",
    );
  }
  const times = new Map(all.map((form) => [`feedback/${form.id}`, touchedAt(form).toString()]));
  const changed = forms.filter(({ id, at }) => times.get(id) !== at);
  if (changed.length > 0) {
    throw stale(
      `The form of ${changed.map(({ name }) => name).join(", ")} was changed or opened again in Lever since, so no note was left: have the synthesis made anew.`,
    );
  }
  const known = new Set(forms.map(({ id }) => id));
  if (countedIn(round).some((id) => !known.has(id))) {
    throw stale(
      "A form was handed in since, so no note was left: have the synthesis made anew, with it.",
    );
  }
};

/** The ids of the forms that count, as they are put together. */
const countedIn = ({ seats, forms }: Round): string[] => {
  const interviews = new Set<string | null>(seats.map(({ interview }) => interview.id));
  const dated = forms.flatMap((form) =>
    form.userId === null
      ? []
      : {
          id: `feedback/${form.id}`,
          by: { userId: form.userId },
          interviewId: interviews.has(form.interviewId) ? form.interviewId : null,
          at: touchedAt(form).toString(),
        },
  );
  return presentForms(dated).present.map(({ id }) => id);
};
