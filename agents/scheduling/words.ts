/** What a booking and its slot are in plain words. */
import type { BookInterview, ScoredSlot } from "../../src/domain/proposal.ts";
import { slotInWords } from "../../src/domain/time.ts";

/** `Book Phone Screen, Tuesday 24 November 2026, 15:00–15:45 (Lisbon time), with Ines and Jonas`. */
export const bookingSummary = (payload: BookInterview): string => {
  const when = slotInWords(
    {
      startsAt: Temporal.Instant.from(payload.startsAt),
      endsAt: Temporal.Instant.from(payload.endsAt),
    },
    payload.candidate.zone,
  );
  const names = payload.panel.map((member) => member.name);
  return `Book ${payload.sessionName}, ${when}, with ${names.join(", ")}`;
};

/** Why this slot: its strongest terms, and its weakest if it costs something. */
export const bookingReason = (slot: ScoredSlot): string => {
  const byShare = slot.terms.toSorted((a, b) => b.points - a.points);
  const good = byShare.filter((term) => term.value >= 0.5).slice(0, 2);
  const weak = slot.terms.filter((term) => term.value < 0.5 && term.weight > 0).slice(0, 1);
  const because = good.map((term) => term.words).join("; ");
  const but = weak.map((term) => term.words).join("; ");
  return `Best of all times that everybody can: ${because || "it is free"}${but ? `. It costs: ${but}` : ""}.`;
};
