/** What stands in Zoom's place where none is connected. */
import { AppError } from "../domain/errors.ts";
import type { VideoReader, VideoWriter } from "./port.ts";

const notConnected = async (): Promise<never> =>
  await Promise.reject(
    new AppError({
      code: "video_denied",
      fault: "caller",
      message:
        "No Zoom account is connected: set ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET (docs/zoom-setup.md), or choose another kind of video in the plan.",
    }),
  );

/** Makes nothing, and says what to do. */
export const noVideo: { reader: VideoReader; writer: VideoWriter } = {
  reader: {
    findMeetings: notConnected,
    hasAccount: notConnected,
    getMeeting: notConnected,
    look: notConnected,
  },
  writer: {
    createMeeting: notConnected,
    updateMeeting: notConnected,
    deleteMeeting: notConnected,
  },
};
