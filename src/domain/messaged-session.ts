/** An interview of a booking as people are told of it. */
import type { MessagedSession } from "./attendance-message.ts";
import type { BookedSession } from "./proposal.ts";

/** `videoUrl`: where it meets, once that is known. */
export const messagedSession = (
  { sessionId, name, format, startsAt, endsAt, panel, room }: BookedSession,
  videoUrl: string | null,
): MessagedSession => ({
  sessionId,
  name,
  format,
  startsAt,
  endsAt,
  people: panel.map((member) => member.name),
  room: room?.name ?? null,
  videoUrl,
});

/** Whether what people were told of an interview still holds. Where it meets may be known better by now. */
export const stillHolds = (told: MessagedSession, sessions: readonly BookedSession[]): boolean => {
  const session = sessions.find(({ sessionId }) => sessionId === told.sessionId);
  if (!session) return false;
  const { videoUrl: _, ...now } = messagedSession(session, null);
  const { videoUrl: __, ...before } = told;
  return JSON.stringify(now) === JSON.stringify(before);
};
