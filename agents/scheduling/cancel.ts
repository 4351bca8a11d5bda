/** A booking that stands as a proposal to take it back: everything of it, and the candidate is told. */
import type { BookingProposal } from "../specialist.ts";
import type { ProposalContext } from "../../src/cases/open-proposal.ts";
import type { BookInterview, BookingChange } from "../../src/domain/proposal.ts";
import { yetToCome } from "../../src/domain/change.ts";
import { draftCancelTexts } from "./change-texts.ts";
import { asPlaced } from "./ways.ts";
import { bookingSummary } from "./words.ts";

/** What is cancelled, and why. */
export interface Cancelling {
  payload: BookInterview;
  /** Of the proposal that booked it. */
  context: ProposalContext;
  change: BookingChange;
  /** By the candidate; else it is ours to judge whether it shall be. */
  isWanted: boolean;
  /** So near that a person decides on every change. */
  isSoon: boolean;
}

/** The one proposal, of what has not begun. What the candidate has asked for in time is logistics; anything else a person
 * decides. */
export const proposeCancellation = (cancelling: Cancelling): BookingProposal => {
  const { context, change, isWanted, isSoon } = cancelling;
  const { offer: _, ...booked } = cancelling.payload;
  const sessions = yetToCome(change);
  const payload: BookInterview = {
    ...booked,
    kind: "cancel_booking",
    sessions,
    texts: draftCancelTexts({ ...booked, sessions }, { isWanted }),
    change,
  };
  return {
    key: "cancel",
    audience: "candidate",
    risk: isWanted && !isSoon ? "medium" : "high",
    warnings: 0,
    payload,
    context: {
      ...context,
      itinerary: { ...context.itinerary, sessions: sessions.map(asPlaced) },
      alternatives: [],
      evidence: [],
      summary: bookingSummary(payload),
      reason: change.because,
    },
  };
};
