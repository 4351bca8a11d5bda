/** What a soft term is. Its value is a whole number, so that scores add up exactly and ties are real ties. */
import type { Frame, PlaceFrame, Seat } from "./frame.ts";
import type { SlotWeights } from "./types.ts";

/** The value of a term that could not be better; 0 could not be worse. */
export const BEST = 1000;

/** Looks at the start alone. */
export interface StartTerm {
  name: keyof SlotWeights;
  /** Units: 0 … BEST. */
  value(start: number, frame: Frame): number;
  /** Part of a sentence that says why the value is what it is. */
  words(start: number, frame: Frame): string;
}

/** Looks at each seat; the term is the mean over the places that it concerns, and is left out when it concerns none. */
export interface SeatTerm {
  name: keyof SlotWeights;
  concerns(place: PlaceFrame): boolean;
  /** Units: 0 … BEST. */
  value(seat: Seat, start: number, frame: Frame): number;
  /** Part of a sentence about those seats that the term concerns. */
  words(seats: readonly Seat[], start: number, frame: Frame): string;
}
