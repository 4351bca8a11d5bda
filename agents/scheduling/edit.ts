/** A person's change to a proposed booking: another of the offered slots, other words. The facts follow by themselves,
 * because texts hold tokens. */
import type { ProposalContext } from "../../src/cases/proposals.ts";
import { TEXT_FIELDS, textFaults } from "../../src/domain/booking-texts.ts";
import { AppError } from "../../src/domain/errors.ts";
import type {
  BookInterview,
  BookingEdit,
  PanelMember,
  ScoredSlot,
} from "../../src/domain/proposal.ts";
import { bookingReason, bookingSummary } from "./words.ts";

export interface Edited {
  payload: BookInterview;
  context: ProposalContext;
}

/** The booking after the edit. Errors: `no_slot` when the start is not one that was offered, `input_invalid` with each
 * fault of the texts. */
export const applyBookingEdit = (
  payload: BookInterview,
  context: ProposalContext,
  edit: BookingEdit,
): Edited => {
  const texts = { ...payload.texts };
  for (const field of TEXT_FIELDS) texts[field] = edit.texts?.[field] ?? texts[field];
  const faults = textFaults(texts);
  if (faults.length > 0) {
    throw new AppError({
      code: "input_invalid",
      fault: "caller",
      message: "The texts cannot be used as they are.",
      data: {
        faults: faults.map((f) => ({ path: `payload.texts.${f.path}`, message: f.message })),
      },
    });
  }
  const slot = edit.startsAt === undefined ? context.slot : offered(context, edit.startsAt);
  const moved = edit.startsAt !== undefined && slot !== context.slot;
  const changed: BookInterview = {
    ...payload,
    texts,
    ...(moved && { startsAt: slot.startsAt, endsAt: slot.endsAt, panel: panelOf(slot, context) }),
  };
  const others = [context.slot, ...context.alternatives].filter((other) => other !== slot);
  return {
    payload: changed,
    context: {
      ...context,
      slot,
      alternatives: others.toSorted((a, b) => b.score - a.score),
      summary: bookingSummary(changed),
      reason: moved ? "Chosen by a person from the offered times." : bookingReason(slot),
    },
  };
};

const offered = (context: ProposalContext, startsAt: string): ScoredSlot => {
  const wanted = Temporal.Instant.from(startsAt);
  const slot = [context.slot, ...context.alternatives].find((candidate) =>
    Temporal.Instant.from(candidate.startsAt).equals(wanted),
  );
  if (slot) return slot;
  throw new AppError({
    code: "no_slot",
    fault: "caller",
    message:
      "That start is not among the offered times. Choose one of them, or ask for a new proposal.",
  });
};

const panelOf = (slot: ScoredSlot, context: ProposalContext): PanelMember[] =>
  slot.panel.map(({ email }) => {
    const member = context.people.find((person) => person.email === email);
    if (!member) throw new Error("an offered slot names a person who was not read");
    return member;
  });
