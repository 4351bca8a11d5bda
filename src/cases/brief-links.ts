/** What the link of a brief names: whose brief of which proposal. */
import { AppError } from "../domain/errors.ts";

interface BriefLink {
  proposalId: string;
  userId: string;
}

/** The subject of a link. */
export const briefSubject = ({ proposalId, userId }: BriefLink): string =>
  `${proposalId} ${userId}`;

/** What such a subject names. Errors: `link_invalid` for one that names nothing. */
export const readBriefSubject = (subject: string): BriefLink => {
  const [proposalId, userId, ...rest] = subject.split(" ");
  if (proposalId === undefined || userId === undefined || rest.length > 0) {
    throw new AppError({
      code: "link_invalid",
      fault: "caller",
      message: "This link is of no brief. Ask for a new one.",
    });
  }
  return { proposalId, userId };
};
