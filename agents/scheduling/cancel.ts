/** A booking that stands as a proposal to take it back: everything of it, and the candidate is told. */
import type { SpecialistProposal } from "../specialist.ts";
import type { ProposalContext } from "../../src/cases/proposals.ts";
import type { BookInterview, BookingChange } from "../../src/domain/proposal.ts";
import { draftCancelTexts } from "./change-texts.ts";
import { bookingSummary } from "./words.ts";

/** What is cancelled, and why. */
export interface Cancelling {
  payload: BookInterview;
  /** Of the proposal that booked it. */
  context: ProposalContext;
  change: BookingChange;
  /** By the candidate; else it is ours to judge whether it shall be. */
  isWanted: boolean;
}

/** The one proposal. What the candidate has asked for is logistics; anything else a person decides. */
export const proposeCancellation = (cancelling: Cancelling): SpecialistProposal => {
  const { context, change, isWanted } = cancelling;
  const { offer: _, ...booked } = cancelling.payload;
  const payload: BookInterview = {
    ...booked,
    kind: "cancel_booking",
    texts: draftCancelTexts(booked, { isWanted }),
    change,
  };
  return {
    key: "cancel",
    audience: "candidate",
    risk: isWanted ? "medium" : "high",
    warnings: 0,
    payload,
    context: {
      ...context,
      alternatives: [],
      evidence: [],
      summary: bookingSummary(payload),
      reason: change.because,
    },
  };
};
