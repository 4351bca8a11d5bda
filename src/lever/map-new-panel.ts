/** A panel of ours to Lever's wire. Source: Lever API v1, panels (create, update). */
import type { NewPanel } from "./port.ts";

/** The body of a panel's creation or replacement. Units: `date` in epoch milliseconds, `duration` in minutes. What Lever would refuse as
 * empty is left out. */
export const mapNewPanel = (panel: NewPanel): Record<string, unknown> => ({
  timezone: panel.timezone,
  externalUrl: panel.externalUrl,
  note: panel.note,
  feedbackReminder: panel.feedbackReminder,
  ...(panel.applicationIds.length > 0 && { applications: panel.applicationIds }),
  interviews: panel.interviews.map((interview) => ({
    ...(interview.id !== undefined && { id: interview.id }),
    subject: interview.subject,
    note: interview.note,
    location: interview.location,
    date: interview.startsAt.epochMilliseconds,
    duration: interview.durationMinutes,
    feedbackReminder: panel.feedbackReminder,
    ...(interview.feedbackTemplateId !== null && {
      feedbackTemplate: interview.feedbackTemplateId,
    }),
    interviewers: interview.interviewers.map(({ userId, feedbackTemplateId }) => ({
      id: userId,
      ...(feedbackTemplateId !== null && { feedbackTemplate: feedbackTemplateId }),
    })),
  })),
});
