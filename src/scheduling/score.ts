/** The score of a session at a start with a panel: weighted soft terms, from 0 to 100. Inside it is one whole number, so
 * that no rounding decides between two slots; the shares of the terms are worked out only for what is shown. */
import type { ScoredSlot, ScoreTerm } from "../domain/proposal.ts";
import { DEFAULT_WEIGHTS } from "./defaults.ts";
import { leastCommonMultiple } from "./divisors.ts";
import type { Frame, Panelist, PlaceFrame, Seat } from "./frame.ts";
import { startMinute } from "./grid.ts";
import { instantOf } from "./minutes.ts";
import { attendance } from "./term-attendance.ts";
import { candidateComfort } from "./term-candidate-comfort.ts";
import { earliness } from "./term-earliness.ts";
import { focusKept } from "./term-focus-kept.ts";
import { invitationsKept } from "./term-invitations-kept.ts";
import { loadBalance } from "./term-load-balance.ts";
import { panelComfort } from "./term-panel-comfort.ts";
import { BEST, type SeatTerm, type StartTerm } from "./term.ts";
import type { SlotWeights } from "./types.ts";

const SEAT_TERMS: readonly SeatTerm[] = [
  attendance,
  invitationsKept,
  focusKept,
  loadBalance,
  panelComfort,
];
const START_TERMS: readonly StartTerm[] = [candidateComfort, earliness];

interface Weighted<Term> {
  term: Term;
  weight: number;
  /** What one unit of value adds to the whole number. */
  factor: number;
}

type WeightedSeatTerm = Weighted<SeatTerm> & { places: ReadonlySet<PlaceFrame> };

/** The terms that count for a request. */
export interface ScoreModel {
  startTerms: Weighted<StartTerm>[];
  seatTerms: WeightedSeatTerm[];
  /** What one unit of value of a term with weight 1 adds, if the term were not a mean. */
  unit: number;
  /** Sum of the weights that count. */
  totalWeight: number;
  /** The whole number that is 100 points. */
  full: number;
  /** The most that all seats together can add. */
  fullSeats: number;
  /** What somebody in a seat that does not count is worth by itself, to choose by. */
  worthOf(seat: Seat, start: number, frame: Frame): number;
}

/** A start, who sits where (in the order of the places), and the score as a whole number of the model. */
export interface RankedStart {
  start: number;
  seats: Seat[];
  points: number;
}

/** What several sessions in one itinerary are scored by beside their own terms. */
export interface WholeTerm {
  weight: number;
  /** Into so many equal parts its value is divided. */
  parts: number;
}

/** Terms that concern no place or weigh nothing are left out; the others share the 100 points. Each term of a session is the
 * mean over the sessions, each term of a seat the mean over all seats. */
export const buildScoreModel = (
  frames: readonly Frame[],
  weights: Partial<SlotWeights> = {},
  whole: readonly WholeTerm[] = [],
): ScoreModel => {
  const weightOf = (name: keyof SlotWeights): number => weights[name] ?? DEFAULT_WEIGHTS[name];
  const all = frames.flatMap(({ places }) => places);
  const startTerms = START_TERMS.filter(({ name }) => weightOf(name) > 0);
  const seatTerms = SEAT_TERMS.filter(({ name }) => weightOf(name) > 0)
    .map((term) => ({ term, places: new Set(all.filter(term.concerns)) }))
    .filter(({ places }) => places.size > 0);
  const unit = [
    ...seatTerms.map(({ places }) => places.size),
    ...whole.map(({ parts }) => parts),
    frames.length,
  ].reduce(leastCommonMultiple, 1);
  const weightedSeats = seatTerms.map(({ term, places }) => {
    const weight = weightOf(term.name);
    return { term, places, weight, factor: weight * (unit / places.size) };
  });
  const weightedStarts = startTerms.map((term) => {
    const weight = weightOf(term.name);
    return { term, weight, factor: weight * (unit / frames.length) };
  });
  const seatWeight = sumOf(weightedSeats.map(({ weight }) => weight));
  const totalWeight = seatWeight + sumOf([...weightedStarts, ...whole].map(({ weight }) => weight));
  return {
    startTerms: weightedStarts,
    seatTerms: weightedSeats,
    unit,
    totalWeight,
    full: totalWeight * unit * BEST,
    fullSeats: seatWeight * unit * BEST,
    worthOf: (seat, start, frame) =>
      sumOf(
        SEAT_TERMS.filter(({ concerns }) => concerns(seat.place)).map(
          (term) => weightOf(term.name) * term.value(seat, start, frame),
        ),
      ),
  };
};

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** What the start alone adds. */
export const startPoints = (model: ScoreModel, frame: Frame, start: number): number => {
  let points = 0;
  for (const { term, factor } of model.startTerms) points += factor * term.value(start, frame);
  return points;
};

/** What somebody in a place adds at a start. */
export const seatPoints = (
  model: ScoreModel,
  frame: Frame,
  place: PlaceFrame,
): ((panelist: Panelist, start: number) => number) => {
  const terms = model.seatTerms.filter(({ places }) => places.has(place));
  return (panelist, start) => {
    const seat = { place, panelist };
    let points = 0;
    for (const { term, factor } of terms) points += factor * term.value(seat, start, frame);
    return points;
  };
};

/** The slot as people see it, each term with its share and its words. */
export const describeSlot = (ranked: RankedStart, model: ScoreModel, frame: Frame): ScoredSlot => {
  const from = startMinute(frame.grid, ranked.start);
  return {
    startsAt: instantOf(from).toString(),
    endsAt: instantOf(from + frame.grid.duration).toString(),
    panel: ranked.seats.map(({ panelist }, place) => ({ place, email: panelist.time.email })),
    score: model.full === 0 ? 0 : rounded((100 * ranked.points) / model.full),
    terms: describeTerms(ranked, model, frame),
  };
};

const describeTerms = (
  { start, seats }: RankedStart,
  model: ScoreModel,
  frame: Frame,
): ScoreTerm[] => {
  const share = (name: string, weight: number, rest: { value: number; words: string }) => {
    const outOf100 = (100 * weight) / model.totalWeight;
    const value = rest.value / BEST;
    return {
      name,
      value: rounded(value),
      weight: rounded(outOf100),
      points: rounded(outOf100 * value),
      words: rest.words,
    };
  };
  return [
    ...model.seatTerms.map(({ term, weight, places }) => {
      const concerned = seats.filter(({ place }) => places.has(place));
      const values = concerned.map((seat) => term.value(seat, start, frame));
      const value = sumOf(values) / concerned.length;
      return share(term.name, weight, { value, words: term.words(concerned, start, frame) });
    }),
    ...model.startTerms.map(({ term, weight }) =>
      share(term.name, weight, {
        value: term.value(start, frame),
        words: term.words(start, frame),
      }),
    ),
  ];
};

const rounded = (amount: number): number => Math.round(amount * 1e4) / 1e4;
