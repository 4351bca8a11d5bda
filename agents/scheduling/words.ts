/** What a booking and its times are in plain words. */
import { changeInWords } from "../../src/domain/change.ts";
import { whenInWords } from "../../src/domain/itinerary.ts";
import type { BookInterview, ScoredItinerary } from "../../src/domain/proposal.ts";

/** `Book Phone Screen, Tuesday 24 November 2026, 15:00–15:45 (Lisbon time), with Ines, Jonas`; of several sessions, how many. */
export const bookingSummary = (payload: BookInterview): string => {
  const { title, sessions, candidate, offer, change } = payload;
  if (change) return changeInWords(payload);
  if (offer) {
    const count = offer.times.length === 1 ? "one time" : `${offer.times.length} times`;
    return `Offer ${count} for ${title} to choose from, the best ${whenInWords(sessions, candidate.zone)}`;
  }
  const names = new Set(sessions.flatMap(({ panel }) => panel.map((member) => member.name)));
  const trainees = new Set(
    sessions.flatMap((session) => session.trainees ?? []).map(({ name }) => name),
  );
  const learning = trainees.size > 0 ? `; ${[...trainees].join(", ")} sitting in` : "";
  const what = sessions.length === 1 ? title : `${title} (${sessions.length} interviews)`;
  return `Book ${what}, ${whenInWords(sessions, candidate.zone)}, with ${[...names].join(", ")}${learning}`;
};

/** Why these times: their strongest terms, and the weakest if it costs something. */
export const bookingReason = ({ terms }: ScoredItinerary): string => {
  const byShare = terms.toSorted((a, b) => b.points - a.points);
  const good = byShare.filter((term) => term.value >= 0.5).slice(0, 2);
  const weak = terms.filter((term) => term.value < 0.5 && term.weight > 0).slice(0, 1);
  const because = good.map((term) => term.words).join("; ");
  const but = weak.map((term) => term.words).join("; ");
  return `Best of all times that everybody can: ${because || "it is free"}${but ? `. It costs: ${but}` : ""}.`;
};
