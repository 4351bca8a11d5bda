/** Makes the meeting at Zoom of a session, before its calendar event, whose invitation holds the link. Zoom has no
 * idempotency key: the meeting carries the effect id, and its host's meetings are listed before a second attempt. */
import type { BookInterview, BookedSession } from "../../domain/proposal.ts";
import type { VideoMeeting, VideoReader, VideoWriter } from "../../video/port.ts";
import { inOneLine } from "../in-one-line.ts";
import type { EffectKind, ExternalRef } from "../kind.ts";

interface ZoomDeps {
  video: { reader: VideoReader; writer: VideoWriter };
}

/** The host is the event's organizer. */
export const createZoomMeeting =
  ({ video: { reader, writer } }: ZoomDeps) =>
  (payload: BookInterview, session: BookedSession): EffectKind => ({
    kind: "zoom_meeting",
    session: session.sessionId,
    audience: "internal",
    mayDouble: true,
    label: `Make a Zoom meeting for ${payload.sessions.length === 1 ? "the interview" : session.name}`,
    send: async ({ effectId }) =>
      refOf(
        await writer.createMeeting(session.organizer, {
          effectId,
          topic: topicOf(payload, session),
          startsAt: Temporal.Instant.from(session.startsAt),
          durationMinutes: session.durationMinutes,
          zone: session.panel[0]?.zone ?? payload.candidate.zone,
        }),
      ),
    probe: async ({ effectId }) => {
      const [ours] = await reader.findMeetings(session.organizer, effectId);
      return ours ? { outcome: "done", ref: refOf(ours) } : { outcome: "absent" };
    },
    stands: async ({ effectId }) => {
      const meetings = await reader.findMeetings(session.organizer, effectId);
      return meetings.map((meeting) => ({
        ref: refOf(meeting),
        isAsMade: isAsMade(meeting, { payload, session }),
      }));
    },
    undo: async (ref) => {
      await writer.deleteMeeting(ref["meetingId"] ?? "");
    },
  });

/** Everybody who joins sees it: nothing of the candidate's. */
const topicOf = ({ companyName }: BookInterview, { name }: BookedSession): string =>
  `${name} with ${companyName}`.slice(0, MOST_OF_A_TOPIC);

/** Zoom takes no more. */
const MOST_OF_A_TOPIC = 200;

/** Whether nobody has moved or renamed it. */
export const isAsMade = (
  meeting: VideoMeeting,
  { payload, session }: { payload: BookInterview; session: BookedSession },
): boolean =>
  meeting.startsAt.equals(Temporal.Instant.from(session.startsAt)) &&
  meeting.durationMinutes === session.durationMinutes &&
  inOneLine(meeting.topic) === inOneLine(topicOf(payload, session));

const refOf = ({ id, joinUrl }: VideoMeeting): ExternalRef => ({
  meetingId: id,
  videoUrl: joinUrl,
});
