/** What the link to the question whether a candidate has arrived names: which time of which interview, and who is asked. */
import { AppError } from "../domain/errors.ts";
import { isReadableInstant } from "../domain/time.ts";

export interface ArrivalLink {
  caseId: string;
  sessionId: string;
  startsAt: string;
  userId: string;
}

/** The subject of a link. */
export const arrivalSubject = ({ caseId, sessionId, startsAt, userId }: ArrivalLink): string =>
  [caseId, sessionId, startsAt, userId].join(" ");

/** What such a subject names. Errors: `link_invalid` for one that names nothing. */
export const readArrivalSubject = (subject: string): ArrivalLink => {
  const [caseId = "", sessionId = "", startsAt = "", userId = ""] = subject.split(" ");
  if (userId !== "" && isReadableInstant(startsAt)) return { caseId, sessionId, startsAt, userId };
  throw new AppError({
    code: "link_invalid",
    fault: "caller",
    message: "This link is of no interview. Ask for a new one.",
  });
};
