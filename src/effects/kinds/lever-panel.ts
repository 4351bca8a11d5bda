/** Puts the panel and its interview into Lever, externally managed, with a link back to the case. Lever has no idempotency
 * key: the link carries the effect id, and the panels are listed before a second attempt. */
import { renderBooking } from "../../domain/booking-texts.ts";
import { AppError } from "../../domain/errors.ts";
import type { LeverReader, LeverWriter, Panel } from "../../lever/port.ts";
import type { EffectContext, EffectKind, ExternalRef } from "../kind.ts";

interface LeverDeps {
  lever: { reader: LeverReader; writer: LeverWriter };
  publicUrl: string;
}

export const createLeverPanel = ({ lever, publicUrl }: LeverDeps): EffectKind => ({
  kind: "lever_panel",
  audience: "internal",
  label: () => "Enter the panel and the interview in Lever",
  send: async (context) => {
    const { payload } = context;
    const panel = await lever.writer.createPanel(
      payload.opportunityId,
      payload.performAs,
      newPanel(context, publicUrl),
    );
    return refOf(panel);
  },
  probe: async (context) => {
    const panels = await lever.reader.listPanels(context.payload.opportunityId);
    const ours = findOurs(panels, linkBack(context, publicUrl));
    return ours ? { outcome: "done", ref: refOf(ours) } : { outcome: "absent" };
  },
  stands: async (context, look) => {
    const ours = findOurs(await look.panels(), linkBack(context, publicUrl));
    return ours ? refOf(ours) : null;
  },
  undo: async (ref, { payload }) => {
    try {
      await lever.writer.deletePanel(
        payload.opportunityId,
        payload.performAs,
        ref["panelId"] ?? "",
      );
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== "lever_not_found") throw thrown;
    }
  },
});

const findOurs = (panels: readonly Panel[], link: string): Panel | undefined =>
  panels.find((panel) => panel.canceledAt === null && panel.externalUrl === link);

const linkBack = (context: EffectContext, publicUrl: string): string =>
  `${publicUrl}/cases/${context.caseId}?effect=${context.effectId}`;

const newPanel = (context: EffectContext, publicUrl: string) => {
  const { payload, earlier } = context;
  const videoUrl = earlier["calendar_event"]?.["videoUrl"] ?? null;
  const texts = renderBooking(payload, { videoUrl });
  return {
    timezone: payload.panel[0]?.zone ?? payload.candidate.zone,
    externalUrl: linkBack(context, publicUrl),
    note: "Booked by Convene.",
    feedbackReminder: payload.feedbackReminder,
    applicationIds: [],
    interviews: [
      {
        subject: texts.invitation.title,
        note: payload.agenda,
        location: videoUrl ?? (payload.format === "phone" ? "Phone" : "On site"),
        startsAt: Temporal.Instant.from(payload.startsAt),
        durationMinutes: payload.durationMinutes,
        feedbackTemplateId: payload.feedbackTemplateId,
        interviewers: payload.panel.map((member) => ({
          userId: member.userId,
          feedbackTemplateId: member.feedbackTemplateId,
        })),
      },
    ],
  };
};

const refOf = (panel: Panel): ExternalRef => ({
  panelId: panel.id,
  ...(panel.interviews[0] && { interviewId: panel.interviews[0].id }),
});
