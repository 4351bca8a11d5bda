/** The panel in Lever of a booking that is changed: replaced whole, as Lever wants it, with the ids that it has. Its link says
 * from then on which effect made it so: sent twice it is the same, and what was done is known by it. */
import { isBegunIn } from "../../domain/change.ts";
import { effectOfLink } from "../../domain/panel-link.ts";
import { AppError } from "../../domain/errors.ts";
import type { BookInterview, BookingChange } from "../../domain/proposal.ts";
import type {
  LeverReader,
  LeverWriter,
  NewPanel,
  Panel,
  PanelInterview,
} from "../../lever/port.ts";
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
    const replace = async (by: NewPanel & { id: string }): Promise<Panel> =>
      await lever.writer.replacePanel(payload.opportunityId, payload.performAs, by);
    return {
      kind: "lever_panel",
      audience: "internal",
      label: "Change the panel in Lever",
      send: async (context) => {
        const found = await read();
        if (isBy(found, context)) return refOf(changed, found);
        refuseIfChanged(found, changed);
        return refOf(changed, await replace(wanted(context)));
      },
      probe: async (context) => {
        const found = await read();
        return isBy(found, context)
          ? { outcome: "done", ref: refOf(changed, found) }
          : { outcome: "absent" };
      },
      stands: async (context, look) => {
        const found = find(await look.panels());
        if (!isBy(found, context)) return [];
        return [{ ref: refOf(changed, found), isAsMade: saysTheSame(found, wanted(context)) }];
      },
      undo: async (_, context) => {
        if (isBy(await read(), context)) await replace(asBefore(changed, context, publicUrl));
      },
    };
  };

/** Interviews that somebody added would be lost, and so would what they have changed meanwhile: Lever takes a panel whole,
 * and has no word for "only while it is like this". Errors: `stale_proposal`. */
const refuseIfChanged = (found: Panel | null, { panel }: ChangedPanel): void => {
  const known = new Map(panel.interviews.map((each) => [each.id, each]));
  const standing = panel.interviews.filter(({ isGone }) => !isGone);
  const isOurs =
    found !== null &&
    found.interviews.length === standing.length &&
    found.interviews.every(({ id }) => known.get(id)?.isGone === undefined && known.has(id));
  if (!isOurs) {
    throw stale(
      panel,
      found
        ? "Somebody has added or removed interviews in the panel in Lever."
        : "The panel was removed in Lever.",
    );
  }
  if (found.interviews.every((each) => isAsItStood(each, known.get(each.id)))) return;
  throw stale(panel, "Somebody has changed the panel in Lever since this was proposed.");
};

const stale = ({ panelId }: StandingPanel, message: string): AppError =>
  new AppError({ code: "stale_proposal", fault: "caller", message, data: { panelId } });

type StandingInterview = StandingPanel["interviews"][number];

/** What an older proposal does not know, it does not ask for. */
const isAsItStood = (
  { startsAt, durationMinutes, interviewers }: PanelInterview,
  known: StandingInterview | undefined,
): boolean => {
  const { stood } = known ?? {};
  if (!stood) return true;
  const present = interviewers.map(({ userId }) => userId).toSorted();
  return (
    startsAt.equals(stood.startsAt) &&
    durationMinutes === stood.durationMinutes &&
    present.join(" ") === stood.userIds.toSorted().join(" ")
  );
};

/** The interviews as the same ones; one that was removed is a new one. */
const withIds = (
  made: NewPanel,
  { sessions }: Pick<BookInterview, "sessions">,
  { change, panel }: ChangedPanel,
): NewPanel & { id: string } => ({
  ...made,
  id: panel.panelId,
  interviews: made.interviews.map((interview, index) => {
    const at = change.before.findIndex(({ sessionId }) => sessionId === sessions[index]?.sessionId);
    const standing = panel.interviews[at];
    if (!standing || standing.isGone) return interview;
    const { id, location } = standing;
    const before = change.before[at];
    return { ...interview, id, ...(before && isBegunIn(change, before) && { location }) };
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
    interviews: made.interviews.flatMap((interview, index) => {
      const standing = panel.interviews[index];
      if (standing?.isGone) return [];
      return [{ ...interview, ...(standing && asItStood(interview, standing)) }];
    }),
  };
};

const asItStood = (
  { interviewers, ...made }: NewPanel["interviews"][number],
  { location, stood }: StandingInterview,
): Partial<NewPanel["interviews"][number]> => {
  if (!stood) return { location };
  const { startsAt, durationMinutes, userIds } = stood;
  return {
    location,
    startsAt: Temporal.Instant.from(startsAt),
    durationMinutes,
    interviewers: userIds.map(
      (userId) =>
        interviewers.find((one) => one.userId === userId) ?? {
          userId,
          feedbackTemplateId: made.feedbackTemplateId,
        },
    ),
  };
};

/** In the order of the sessions as they will be; a new one has the id that Lever gave it. */
const refOf = ({ payload, change, panel }: ChangedPanel, found: Panel): ExternalRef => {
  const ids = payload.sessions.flatMap(({ sessionId, startsAt }) => {
    const at = change.before.findIndex((each) => each.sessionId === sessionId);
    const standing = panel.interviews[at];
    if (standing && !standing.isGone) return standing.id;
    const isKnown = ({ id }: PanelInterview): boolean =>
      panel.interviews.some((each) => each.id === id);
    const made = found.interviews.find((each) => !isKnown(each) && each.startsAt.equals(startsAt));
    return made?.id ?? [];
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
