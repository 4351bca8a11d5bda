/** From what was booked or offered to what a candidate sees of it: no addresses, no ids, nothing of the panel's own texts. */
import { timeOf } from "../../domain/itinerary.ts";
import type { BookedSession, Trainee } from "../../domain/proposal.ts";

/** One interview as the candidate sees it. */
export interface Interview {
  id: string;
  name: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  durationMinutes: number;
  /** Names of those whom they will meet. */
  people: string[];
  /** Who is there to learn. */
  trainees: Pick<Trainee, "name" | "kind">[];
  format: BookedSession["format"];
  /** Name of the room that they come to, or that the panel sits in; null where there is none. */
  room: string | null;
  /** Null where there is none, or it is not known yet. */
  videoUrl: string | null;
  /** Empty when there is nothing to prepare. */
  prepare: string;
}

/** The interviews of a booking, in order of time. `videoUrls`: by session id. */
export const interviewsOf = (
  sessions: readonly BookedSession[],
  videoUrls: Readonly<Record<string, string>>,
): [Interview, ...Interview[]] => {
  const [first, ...others] = sessions.map((session): Interview => ({
    id: session.sessionId,
    name: session.name,
    ...timeOf(session),
    durationMinutes: session.durationMinutes,
    people: session.panel.map(({ name }) => name),
    trainees: session.trainees ?? [],
    format: session.format,
    room: session.room?.name ?? null,
    videoUrl: videoUrls[session.sessionId] ?? null,
    prepare: session.prepare,
  }));
  if (!first) throw new Error("a booking without a session");
  return [first, ...others];
};
