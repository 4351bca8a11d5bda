/** What a problem is about that was left by a proposal, where several of its kind may stand side by side: the next of the same is what
 * ends it. */
import { type ProposalPayload, isMessage } from "../domain/proposal.ts";

/** The mail that offers another time: of a case there is one. */
export const INVITATION = "invite_again" as const;

/** Of a reminder of a form, its interview and who owes it. */
export const aboutForm = ({ interviewId, userId }: { interviewId: string; userId: string }) =>
  `${interviewId} ${userId}`;

/** That the candidate was not told of an answer: of a case there is one. */
const ANSWER = "answer";

/** Undefined: of its kind one stands at a time. */
export const aboutOf = (payload: ProposalPayload): string | undefined => {
  if (payload.kind === "send_brief") return payload.session.sessionId;
  if (payload.kind === "invite_again") return INVITATION;
  if (payload.kind === "tell_answer") return ANSWER;
  if (isMessage(payload)) return `${payload.kind} ${payload.sessions[0]?.sessionId ?? ""}`;
  return payload.kind === "nudge_feedback" ? aboutForm(payload.owed) : undefined;
};
