/** What crosses this border: meetings that we make in a video service which is no calendar's own. The writer goes to
 * `src/effects` alone. */

export interface NewVideoMeeting {
  /** Our effect id, kept in the meeting: how we know that it is ours. */
  effectId: string;
  /** Without anything about the candidate: everybody who joins may see it. */
  topic: string;
  startsAt: Temporal.Instant;
  durationMinutes: number;
  zone: string;
}

export interface VideoMeeting {
  id: string;
  topic: string;
  startsAt: Temporal.Instant;
  durationMinutes: number;
  joinUrl: string;
  /** Of the effect that the meeting says made it; another word, or null, when somebody took that away. */
  effectId: string | null;
}

/** How a meeting of ours is to be from now on. Its link stays. */
export interface VideoMeetingUpdate extends Pick<
  NewVideoMeeting,
  "effectId" | "startsAt" | "durationMinutes" | "zone"
> {
  id: string;
}

/** Reads of meetings. Errors: `video_denied`, `video_rate_limited` and `video_unavailable` (retryable), `video_bad_answer`. */
export interface VideoReader {
  /** Meetings of a host that this effect made, however many. Empty too when the host has no account. */
  findMeetings(host: string, effectId: string): Promise<VideoMeeting[]>;
  /** Whether somebody can host a meeting. A yes may be an hour old. */
  hasAccount(host: string): Promise<boolean>;
  /** Null when it is gone. */
  getMeeting(id: string): Promise<VideoMeeting | null>;
  /** Resolves when the service answers and takes the credentials. */
  look(): Promise<void>;
}

/** Writes to a video service. Sends once, never retries; a lost answer is `outcome_unknown`. */
export interface VideoWriter {
  /** Errors: `video_rejected` when the host has no account there. */
  createMeeting(host: string, meeting: NewVideoMeeting): Promise<VideoMeeting>;
  /** Errors: `video_not_found` when it is gone. */
  updateMeeting(meeting: VideoMeetingUpdate): Promise<void>;
  /** Done when it is gone already. */
  deleteMeeting(id: string): Promise<void>;
}
