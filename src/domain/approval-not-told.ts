/** That somebody could not be told that a decision is asked of them. */

/** Code of the problem of a case. */
export const APPROVAL_NOT_TOLD = "approval_not_told";

/** What it is about: a proposal, and of whom it is asked. */
export const aboutAsked = (proposalId: string, reader: string): string => `${proposalId} ${reader}`;
