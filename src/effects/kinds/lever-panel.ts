/** Puts the panel and its interview into Lever, externally managed, with a link back to the case. Lever has no idempotency
 * key: the link carries the effect id, and the panels are listed before a second attempt. */
import { renderBooking } from "../../domain/booking-texts.ts";
import { effectOfLink, panelLink } from "../../domain/panel-link.ts";
import { AppError } from "../../domain/errors.ts";
import type { LeverReader, LeverWriter, NewPanel, Panel } from "../../lever/port.ts";
import { inOneLine } from "../in-one-line.ts";
import type { EffectContext, EffectKind, ExternalRef } from "../kind.ts";

interface LeverDeps {
  lever: { reader: LeverReader; writer: LeverWriter };
  publicUrl: string;
}

export const createLeverPanel = ({ lever, publicUrl }: LeverDeps): EffectKind => ({
  kind: "lever_panel",
  audience: "internal",
  mayDouble: true,
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
    const [ours] = findOurs(panels, context);
    return ours ? { outcome: "done", ref: refOf(ours) } : { outcome: "absent" };
  },
  stands: async (context, look) => {
    const made = newPanel(context, publicUrl);
    return findOurs(await look.panels(), context).map((panel) => ({
      ref: refOf(panel),
      isAsMade: saysTheSame(panel, made),
    }));
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

/** All of them: a request that arrives late, after a second one was sent, makes a second panel. The one in our books is
 * ours whatever somebody made of its link. */
const findOurs = (panels: readonly Panel[], { effectId, recorded }: EffectContext): Panel[] =>
  panels.filter(
    ({ id, canceledAt, externalUrl }) =>
      canceledAt === null &&
      (effectOfLink(externalUrl) === effectId || id === recorded?.["panelId"]),
  );

/** Whether nobody has changed it: neither its link, nor what it is about, nor when, nor with whom. */
const saysTheSame = (panel: Panel, made: NewPanel): boolean =>
  effectOfLink(panel.externalUrl) === effectOfLink(made.externalUrl) &&
  inOneLine(panel.note.quoted) === inOneLine(made.note) &&
  panel.interviews.length === made.interviews.length &&
  panel.interviews.every((interview, index) => {
    const before = made.interviews[index];
    return (
      before !== undefined &&
      interview.startsAt.equals(before.startsAt) &&
      interview.durationMinutes === before.durationMinutes &&
      peopleOf(interview) === peopleOf(before) &&
      inOneLine(interview.subject) === inOneLine(before.subject) &&
      inOneLine(interview.location) === inOneLine(before.location) &&
      inOneLine(interview.note.quoted) === inOneLine(before.note)
    );
  });

const peopleOf = ({ interviewers }: { interviewers: readonly { userId: string }[] }): string =>
  interviewers
    .map(({ userId }) => userId)
    .toSorted()
    .join(" ");

const newPanel = (context: EffectContext, publicUrl: string): NewPanel => {
  const { payload, earlier } = context;
  const videoUrl = earlier["calendar_event"]?.["videoUrl"] ?? null;
  const texts = renderBooking(payload, { videoUrl });
  return {
    timezone: payload.panel[0]?.zone ?? payload.candidate.zone,
    externalUrl: panelLink(publicUrl, context),
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
