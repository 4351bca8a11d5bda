/** Ids as branded strings, so that a case id never fits where an opportunity id is wanted. */
import { z } from "zod";

const CONTROL = /[\u0000-\u001f\u007f]/;

/** An id that somebody else gave, opaque: whole characters, no control characters, at most 200 long. */
export const ForeignId = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => !CONTROL.test(text), "holds a control character")
  .refine((text) => text.isWellFormed(), "holds half of a character");

const id = <Name extends string>(name: Name) => ForeignId.brand(name);

/** An opportunity in Lever: one candidacy of one person. Lever's ids are opaque, not always UUIDs. */
export const OpportunityId = id("OpportunityId");
export type OpportunityId = z.infer<typeof OpportunityId>;
/** A stage in Lever: account-specific, a UUID or a slug such as `lead-new`. */
export const StageId = id("StageId");
export type StageId = z.infer<typeof StageId>;
/** A posting (job) in Lever. */
export const PostingId = id("PostingId");
export type PostingId = z.infer<typeof PostingId>;
/** A Lever user: recruiter, hiring manager or interviewer. */
export const UserId = id("UserId");
export type UserId = z.infer<typeof UserId>;
/** The person behind opportunities, as Lever knows them. */
export const ContactId = id("ContactId");
export type ContactId = z.infer<typeof ContactId>;

/** One accepted event (an inbox row). */
export const EventId = id("EventId");
export type EventId = z.infer<typeof EventId>;
/** One opportunity being coordinated at one stage. */
export const CaseId = id("CaseId");
export type CaseId = z.infer<typeof CaseId>;
/** One event handled: also the LangGraph thread id. */
export const RunId = id("RunId");
export type RunId = z.infer<typeof RunId>;
/** One proposal. */
export const ProposalId = id("ProposalId");
export type ProposalId = z.infer<typeof ProposalId>;
/** One effect: one step of one approved proposal. */
export const EffectId = id("EffectId");
export type EffectId = z.infer<typeof EffectId>;
/** An encrypted text (`texts` row). */
export const TextId = id("TextId");
export type TextId = z.infer<typeof TextId>;
