/** Puts the panel and its interview into Lever, externally managed, with a link back to the case. Lever has no idempotency
 * key: the link carries the effect id, and the panels are listed before a second attempt. */
import { renderInvitation } from "../../domain/booking-texts.ts";
import { effectOfLink, panelLink } from "../../domain/panel-link.ts";
import { AppError } from "../../domain/errors.ts";
import type { BookInterview, BookedSession } from "../../domain/proposal.ts";
import type { LeverReader, LeverWriter, NewPanel, Panel } from "../../lever/port.ts";
import { inOneLine } from "../in-one-line.ts";
import { type EffectContext, type EffectKind, type ExternalRef, caseOf } from "../kind.ts";
import { videoUrlsOf } from "../video-urls.ts";

interface LeverDeps {
  lever: { reader: LeverReader; writer: LeverWriter };
  publicUrl: string;
}

export const createLeverPanel =
  ({ lever, publicUrl }: LeverDeps) =>
  (payload: BookInterview): EffectKind => ({
    kind: "lever_panel",
    audience: "internal",
    mayDouble: true,
    label:
      payload.sessions.length === 1
        ? "Enter the panel and the interview in Lever"
        : `Enter the panel and its ${payload.sessions.length} interviews in Lever`,
    send: async (context) => {
      const panel = await lever.writer.createPanel(
        payload.opportunityId,
        payload.performAs,
        newPanel(payload, context, publicUrl),
      );
      return refOf(panel);
    },
    probe: async (context) => {
      const panels = await lever.reader.listPanels(payload.opportunityId);
      const [ours] = findOurs(panels, context);
      return ours ? { outcome: "done", ref: refOf(ours) } : { outcome: "absent" };
    },
    stands: async (context, look) => {
      const made = newPanel(payload, context, publicUrl);
      return findOurs(await look.panels(), context).map((panel) => ({
        ref: refOf(panel),
        isAsMade: saysTheSame(panel, made),
      }));
    },
    undo: async (ref) => {
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
export const saysTheSame = (panel: Panel, made: NewPanel): boolean =>
  effectOfLink(panel.externalUrl) === effectOfLink(made.externalUrl) &&
  inOneLine(panel.note.quoted) === inOneLine(made.note) &&
  panel.interviews.length === made.interviews.length &&
  inOrder(panel.interviews).every((interview, index) => {
    const before = inOrder(made.interviews)[index];
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

/** Of time: Lever's own is not promised to be ours. One candidate's interviews never begin together. */
const inOrder = <Interview extends { startsAt: Temporal.Instant }>(
  interviews: readonly Interview[],
): Interview[] => interviews.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));

const peopleOf = ({ interviewers }: { interviewers: readonly { userId: string }[] }): string =>
  interviewers
    .map(({ userId }) => userId)
    .toSorted()
    .join(" ");

/** The panel of a booking as Lever is to have it. */
export const newPanel = (
  payload: BookInterview,
  context: EffectContext,
  publicUrl: string,
): NewPanel => {
  const videoUrls = videoUrlsOf(payload, context.earlier);
  return {
    timezone: payload.sessions[0]?.panel[0]?.zone ?? payload.candidate.zone,
    externalUrl: panelLink(publicUrl, { caseId: caseOf(context), effectId: context.effectId }),
    note: "Booked by Convene.",
    feedbackReminder: payload.feedbackReminder,
    applicationIds: [],
    interviews: payload.sessions.map((session) => ({
      subject: renderInvitation(payload, session, videoUrls).title,
      note: session.agenda,
      location: videoUrls[session.sessionId] ?? placeOf(session),
      startsAt: Temporal.Instant.from(session.startsAt),
      durationMinutes: session.durationMinutes,
      feedbackTemplateId: session.feedbackTemplateId,
      interviewers: session.panel.map((member) => ({
        userId: member.userId,
        feedbackTemplateId: member.feedbackTemplateId,
      })),
    })),
  };
};

const placeOf = ({ format, room }: BookedSession): string => {
  if (format === "phone") return "Phone";
  return room ? `On site: ${room.name}` : "On site";
};

/** What is kept of a panel of ours. */
export const refOf = (panel: Panel): ExternalRef => ({
  panelId: panel.id,
  ...(panel.interviews[0] && { interviewId: panel.interviews[0].id }),
  ...(panel.interviews.length > 1 && {
    interviewIds: inOrder(panel.interviews)
      .map(({ id }) => id)
      .join(" "),
  }),
});
