/** What crosses this border: meetings that we make in a video service which is no calendar's own. Reader and writer are
 * given to `src/effects` alone. */

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
}

/** Reads of meetings. Errors: `video_denied`, `video_rate_limited` and `video_unavailable` (retryable), `video_bad_answer`. */
export interface VideoReader {
  /** Meetings of a host that this effect made, however many. Empty too when the host has no account. */
  findMeetings(host: string, effectId: string): Promise<VideoMeeting[]>;
  /** Resolves when the service answers and takes the credentials. */
  look(): Promise<void>;
}

/** Writes to a video service. Sends once, never retries; a lost answer is `outcome_unknown`. */
export interface VideoWriter {
  /** Errors: `video_rejected` when the host has no account there. */
  createMeeting(host: string, meeting: NewVideoMeeting): Promise<VideoMeeting>;
  /** Done when it is gone already. */
  deleteMeeting(id: string): Promise<void>;
}
