/** How often what a candidate was sent first came to be, just so. */
import { type Figure, shareOf } from "./figure.ts";
import type { FirstOfferRow } from "./rows.ts";

export interface FirstOffers {
  share: Figure;
  stood: number;
  /** Of those that stood: nobody has said whether the candidate came. */
  unsaid: number;
  changed: number;
  /** An interview of it was missed. */
  missed: number;
  /** Of offered times none was chosen while they stood. */
  unanswered: number;
  /** Still to be seen. */
  open: number;
}

type Outcome = "stood" | "changed" | "missed" | "unanswered" | "open";

/** What became of each. */
export const firstOffersOf = (
  rows: readonly FirstOfferRow[],
  now: Temporal.Instant,
): FirstOffers => {
  const outcomes = rows.map((row) => ({ outcome: outcomeOf(row, now), hasCome: row.hasCome }));
  const count = (wanted: Outcome): number =>
    outcomes.filter(({ outcome }) => outcome === wanted).length;
  const [stood, open] = [count("stood"), count("open")];
  return {
    share: shareOf(stood, rows.length - open),
    stood,
    unsaid: outcomes.filter(({ outcome, hasCome }) => outcome === "stood" && !hasCome).length,
    changed: count("changed"),
    missed: count("missed"),
    unanswered: count("unanswered"),
    open,
  };
};

const outcomeOf = (row: FirstOfferRow, now: Temporal.Instant): Outcome => {
  // What happened once it was missed, or over, happened to another booking of the case.
  const settledAt = row.missedAt ?? row.endsAt;
  if (row.changedAt !== null && isBefore(row.changedAt, settledAt)) return "changed";
  if (row.missedAt !== null) return "missed";
  if (row.kind === "offer_times" && !row.isPicked) {
    return Temporal.Instant.compare(row.until, now) <= 0 ? "unanswered" : "open";
  }
  // Until it is over it may still be changed.
  const isOver = row.endsAt !== null && Temporal.Instant.compare(row.endsAt, now) <= 0;
  return isOver ? "stood" : "open";
};

/** Without an end, anything is before it. */
const isBefore = (at: Temporal.Instant, end: Temporal.Instant | null): boolean =>
  end === null || Temporal.Instant.compare(at, end) < 0;
