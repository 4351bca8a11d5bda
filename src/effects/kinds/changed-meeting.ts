/** The meeting at Zoom of a session whose booking is changed or cancelled. Where its host stays, it is moved and keeps its
 * link; from then on its agenda says that this effect made it so, by which a lost answer is looked up. */
import { isBegunIn, sameMeetingTime } from "../../domain/change.ts";
import { AppError } from "../../domain/errors.ts";
import type { BookInterview, BookedSession, BookingChange } from "../../domain/proposal.ts";
import type { VideoMeeting, VideoReader, VideoWriter } from "../../video/port.ts";
import type { EffectKind, ExternalRef } from "../kind.ts";
import { isAsMade } from "./zoom-meeting.ts";

interface ZoomDeps {
  video: { reader: VideoReader; writer: VideoWriter };
}

type StandingMeeting = NonNullable<BookingChange["meetings"]>[number];

/** A session, and its meeting as it stands. */
export interface ChangedMeeting {
  payload: BookInterview;
  session: BookedSession;
  meeting: StandingMeeting;
}

/** One step: nothing leaves when its time stays. */
export const createChangedMeeting =
  (deps: ZoomDeps) =>
  (changed: ChangedMeeting): EffectKind => {
    const { session, meeting } = changed;
    const about = {
      kind: "zoom_meeting",
      session: session.sessionId,
      audience: "internal",
    } as const;
    return sameMeetingTime(meeting, session)
      ? { ...about, ...kept(changed, deps) }
      : { ...about, ...moved(changed, deps) };
  };

/** `effectId`: which effect the meeting says made it. */
const refOf = ({ meetingId, videoUrl }: StandingMeeting, effectId: string): ExternalRef => ({
  meetingId,
  videoUrl,
  effectId,
});

const kept = (
  { payload, session, meeting }: ChangedMeeting,
  { video: { reader } }: ZoomDeps,
): Pick<EffectKind, "label" | "send" | "probe" | "undo"> => ({
  label: `Leave the Zoom meeting of ${session.name} as it is`,
  send: async () => {
    if (!isBegunIn(payload.change, session)) await readStanding(meeting, reader);
    return refOf(meeting, meeting.effectId);
  },
  // Looking again is all that sending again would be.
  probe: async () => await Promise.resolve({ outcome: "absent" }),
  undo: async () => await Promise.resolve(),
});

/** As it was found, or as the effect `by` has made it already. Errors: `stale_proposal` when it is gone, or nobody can say
 * any more that it is ours. */
const readStanding = async (
  { meetingId, effectId }: StandingMeeting,
  reader: VideoReader,
  by?: string,
): Promise<VideoMeeting> => {
  const meeting = await reader.getMeeting(meetingId);
  if (meeting && (meeting.effectId === effectId || meeting.effectId === by)) return meeting;
  throw new AppError({
    code: "stale_proposal",
    fault: "caller",
    message: "The meeting at Zoom was deleted or taken over since this was proposed.",
    data: { meetingId },
  });
};

const moved = (
  { payload, session, meeting }: ChangedMeeting,
  { video: { reader, writer } }: ZoomDeps,
): Pick<EffectKind, "label" | "send" | "probe" | "stands" | "undo"> => {
  const zone = session.panel[0]?.zone ?? payload.candidate.zone;
  const isBy = (found: VideoMeeting | null, effectId: string): boolean =>
    found?.effectId === effectId;
  return {
    label: `Move the Zoom meeting of ${session.name}: its link stays`,
    send: async ({ effectId }) => {
      const standing = await readStanding(meeting, reader, effectId);
      if (!isBy(standing, effectId)) {
        const { startsAt, durationMinutes } = session;
        const time = { startsAt: Temporal.Instant.from(startsAt), durationMinutes, zone };
        await writer.updateMeeting({ id: meeting.meetingId, effectId, ...time });
      }
      return refOf(meeting, effectId);
    },
    probe: async ({ effectId }) =>
      isBy(await reader.getMeeting(meeting.meetingId), effectId)
        ? { outcome: "done", ref: refOf(meeting, effectId) }
        : { outcome: "absent" },
    stands: async ({ effectId }) => {
      const found = await reader.getMeeting(meeting.meetingId);
      if (!found || !isBy(found, effectId)) return [];
      return [{ ref: refOf(meeting, effectId), isAsMade: isAsMade(found, { payload, session }) }];
    },
    undo: async (_, { effectId }) => {
      if (!isBy(await reader.getMeeting(meeting.meetingId), effectId)) return;
      const { startsAt, durationMinutes, effectId: former } = meeting;
      const time = { startsAt: Temporal.Instant.from(startsAt), durationMinutes, zone };
      await writer.updateMeeting({ id: meeting.meetingId, effectId: former, ...time });
    },
  };
};

/** Deletes a meeting that its session does not need any more. It cannot be put back with the same link. One that no longer
 * says that it is ours is somebody else's by now, and stays. */
export const createRemovedMeeting =
  ({ video: { reader, writer } }: ZoomDeps) =>
  (payload: BookInterview, { sessionId, meetingId, effectId }: StandingMeeting): EffectKind => {
    const name = payload.change?.before.find((each) => each.sessionId === sessionId)?.name ?? "";
    const stands = async (): Promise<boolean> =>
      (await reader.getMeeting(meetingId))?.effectId === effectId;
    return {
      kind: "zoom_removal",
      session: sessionId,
      audience: "internal",
      label: `Delete the former Zoom meeting of ${name}`,
      send: async () => {
        if (await stands()) await writer.deleteMeeting(meetingId);
        return { meetingId };
      },
      probe: async () =>
        (await stands()) ? { outcome: "absent" } : { outcome: "done", ref: { meetingId } },
    };
  };
