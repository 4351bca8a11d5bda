/** The panel in Lever of a booking that is changed: replaced whole, as Lever wants it, with the ids that it has. Its link says
 * from then on which effect made it so: sent twice it is the same, and what was done is known by it. */
import { effectOfLink } from "../../domain/panel-link.ts";
import { AppError } from "../../domain/errors.ts";
import type { BookInterview, BookingChange } from "../../domain/proposal.ts";
import type { LeverReader, LeverWriter, NewPanel, Panel } from "../../lever/port.ts";
import type { EffectContext, EffectKind, ExternalRef } from "../kind.ts";
import { newPanel, saysTheSame } from "./lever-panel.ts";

interface LeverDeps {
  lever: { reader: LeverReader; writer: LeverWriter };
  publicUrl: string;
}

type StandingPanel = NonNullable<BookingChange["panel"]>;

/** A panel as it stands, and the booking that it is to be of. */
export interface ChangedPanel {
  payload: BookInterview;
  change: BookingChange;
  panel: StandingPanel;
}

/** One step. */
export const createChangedPanel =
  ({ lever, publicUrl }: LeverDeps) =>
  (changed: ChangedPanel): EffectKind => {
    const { payload, panel } = changed;
    const wanted = (context: EffectContext) =>
      withIds(newPanel(payload, context, publicUrl), payload, changed);
    const find = (panels: readonly Panel[]): Panel | null =>
      panels.find(({ id, canceledAt }) => id === panel.panelId && canceledAt === null) ?? null;
    const isBy = (found: Panel | null, { effectId }: EffectContext): found is Panel =>
      found !== null && effectOfLink(found.externalUrl) === effectId;
    const read = async () => find(await lever.reader.listPanels(payload.opportunityId));
    const replace = async (by: NewPanel & { id: string }) =>
      await lever.writer.replacePanel(payload.opportunityId, payload.performAs, by);
    return {
      kind: "lever_panel",
      audience: "internal",
      label: "Change the panel in Lever",
      send: async (context) => {
        const found = await read();
        if (isBy(found, context)) return refOf(changed);
        refuseIfChanged(found, changed);
        await replace(wanted(context));
        return refOf(changed);
      },
      probe: async (context) =>
        isBy(await read(), context)
          ? { outcome: "done", ref: refOf(changed) }
          : { outcome: "absent" },
      stands: async (context, look) => {
        const found = find(await look.panels());
        if (!isBy(found, context)) return [];
        return [{ ref: refOf(changed), isAsMade: saysTheSame(found, wanted(context)) }];
      },
      undo: async (_, context) => {
        if (isBy(await read(), context)) await replace(asBefore(changed, context, publicUrl));
      },
    };
  };

/** Interviews that somebody added would be lost: Lever takes a panel whole. Errors: `stale_proposal`. */
const refuseIfChanged = (found: Panel | null, { panel }: ChangedPanel): void => {
  const ids = new Set(panel.interviews.map(({ id }) => id));
  const isOurs =
    found !== null &&
    found.interviews.length === ids.size &&
    found.interviews.every(({ id }) => ids.has(id));
  if (isOurs) return;
  throw new AppError({
    code: "stale_proposal",
    fault: "caller",
    message: found
      ? "Somebody has added or removed interviews in the panel in Lever."
      : "The panel was removed in Lever.",
    data: { panelId: panel.panelId },
  });
};

/** The interviews as the same ones. */
const withIds = (
  made: NewPanel,
  { sessions }: Pick<BookInterview, "sessions">,
  { change, panel }: ChangedPanel,
): NewPanel & { id: string } => ({
  ...made,
  id: panel.panelId,
  interviews: made.interviews.map((interview, index) => {
    const at = change.before.findIndex(({ sessionId }) => sessionId === sessions[index]?.sessionId);
    const id = panel.interviews[at]?.id;
    return { ...interview, ...(id !== undefined && { id }) };
  }),
});

const asBefore = (
  changed: ChangedPanel,
  context: EffectContext,
  publicUrl: string,
): NewPanel & { id: string } => {
  const { payload, change, panel } = changed;
  const texts = { ...payload.texts, ...change.invitation };
  const before = { ...payload, texts, sessions: change.before };
  const made = withIds(newPanel(before, context, publicUrl), before, changed);
  return {
    ...made,
    externalUrl: panel.externalUrl,
    interviews: made.interviews.map((interview, index) => ({
      ...interview,
      location: panel.interviews[index]?.location ?? interview.location,
    })),
  };
};

/** In the order of the sessions as they will be. */
const refOf = ({ payload, change, panel }: ChangedPanel): ExternalRef => {
  const ids = payload.sessions.flatMap(({ sessionId }) => {
    const at = change.before.findIndex((each) => each.sessionId === sessionId);
    return panel.interviews[at]?.id ?? [];
  });
  return {
    panelId: panel.panelId,
    ...(ids[0] !== undefined && { interviewId: ids[0] }),
    ...(ids.length > 1 && { interviewIds: ids.join(" ") }),
  };
};

/** Takes the panel of a cancelled booking out of Lever. */
export const createRemovedPanel =
  ({ lever }: LeverDeps) =>
  (payload: BookInterview, { panelId }: StandingPanel): EffectKind => ({
    kind: "lever_removal",
    audience: "internal",
    label: "Remove the panel in Lever",
    send: async () => {
      try {
        await lever.writer.deletePanel(payload.opportunityId, payload.performAs, panelId);
      } catch (thrown) {
        if (!(thrown instanceof AppError) || thrown.code !== "lever_not_found") throw thrown;
      }
      return { panelId };
    },
    probe: async () => {
      const panels = await lever.reader.listPanels(payload.opportunityId);
      return panels.some(({ id, canceledAt }) => id === panelId && canceledAt === null)
        ? { outcome: "absent" }
        : { outcome: "done", ref: { panelId } };
    },
  });
