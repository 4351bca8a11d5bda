/** What a session at a start is worth, with whom: the numbers that the search works on. */
import { bestAssignment } from "./assignment.ts";
import { DEFAULT_LOOP_WEIGHTS } from "./defaults.ts";
import type { Frame, Panelist, PlaceFrame } from "./frame.ts";
import { hasStart, startMinute } from "./grid.ts";
import { emptyRow, type SeatRow } from "./joint-seats.ts";
import type { LoopFrame, SessionFrame } from "./loop-frame.ts";
import type { Prices } from "./loop-prices.ts";
import type { LoopRequest } from "./loop-types.ts";
import { openStarts } from "./search.ts";
import { buildScoreModel, type ScoreModel, seatPoints, startPoints } from "./score.ts";
import { BEST } from "./term.ts";

/** Points of a loop: those of its sessions, less what waiting and further days cost, less what a change disturbs. */
export interface LoopModel {
  frame: LoopFrame;
  score: ScoreModel;
  weights: { compactness: number; few_days: number };
  /** What a minute between two sessions costs. */
  gapCost: number;
  /** What each day after the first costs. */
  dayCost: number;
  /** What one person who learns of a change costs: more than any score. */
  disturbance: number;
  /** The most that a session can add at a start, everybody at their price, nobody asked whether they sit elsewhere too;
   * -Infinity when it cannot be. */
  most(session: number, start: number, prices: Prices): number;
  /** The most that it could have anywhere, whoever sits in it: no start is looked at. */
  ceiling(session: number): number;
  /** Whether it can be there at all, taken by itself. */
  isOpen(session: number, start: number): boolean;
  /** What it adds whoever sits in its open places. */
  sure(session: number, start: number): number;
  /** Its open places at a start. */
  rows(session: number, start: number): SeatRow[];
}

/** The numbers of a loop. */
export const buildLoopModel = (frame: LoopFrame, request: LoopRequest): LoopModel => {
  const { sessions, rules } = frame;
  const weightOf = (name: "compactness" | "few_days"): number =>
    request.weights?.[name] ?? DEFAULT_LOOP_WEIGHTS[name];
  const waits = (sessions.length - 1) * rules.mostGapMinutes;
  const weights = {
    compactness: waits > 0 ? weightOf("compactness") : 0,
    few_days: rules.mostDays > 1 && sessions.length > 1 ? weightOf("few_days") : 0,
  };
  const days = Math.max(1, Math.min(rules.mostDays, sessions.length) - 1);
  const score = buildScoreModel(
    sessions.map((session) => session.frame),
    request.weights,
    [
      ...(weights.compactness > 0 ? [{ weight: weights.compactness, parts: waits }] : []),
      ...(weights.few_days > 0 ? [{ weight: weights.few_days, parts: days }] : []),
    ],
  );
  const costOf = (weight: number, parts: number): number =>
    weight === 0 ? 0 : (weight * score.unit * BEST) / parts;
  const disturbance = request.previous ? score.full + 1 : 0;
  return {
    frame,
    score,
    weights,
    gapCost: costOf(weights.compactness, waits),
    dayCost: costOf(weights.few_days, days),
    disturbance,
    ...createTables(frame, score, disturbance),
  };
};

/** How many people learn of it when this one sits here. */
export const seatDisturbance = (
  { previous, frame }: SessionFrame,
  { start, index, email }: { start: number; index: number; email: string },
): number => {
  if (!previous) return 0;
  const isMoved = startMinute(frame.grid, start) !== previous.start;
  const isOther = previous.panel[index] !== email;
  return Number(isMoved) + Number(isOther);
};

/** Whether the candidate learns of it: one more. */
export const startDisturbance = ({ previous, frame }: SessionFrame, start: number): number =>
  previous && startMinute(frame.grid, start) !== previous.start ? 1 : 0;

/** A score of 0 … 100 from the points of the search, without what is taken off for those who are disturbed. */
export const scoreOf = (points: number, { score, weights, disturbance }: LoopModel): number => {
  const disturbed = disturbance === 0 ? 0 : Math.max(0, Math.ceil(-points / disturbance));
  if (score.full === 0) return 0;
  // Waiting and further days are costs in the search: without any, their terms are whole.
  const whole = (weights.compactness + weights.few_days) * score.unit * BEST;
  const outOf100 = (100 * (points + disturbed * disturbance + whole)) / score.full;
  return Math.round(outOf100 * 1e4) / 1e4;
};

type Tables = Pick<LoopModel, "most" | "ceiling" | "isOpen" | "sure" | "rows">;

const createTables = (frame: LoopFrame, score: ScoreModel, disturbance: number): Tables => {
  const tables = frame.sessions.map((session) =>
    tableOf({ session, people: frame.people, score, disturbance }),
  );
  const of = (session: number): SessionTable => {
    const table = tables[session];
    if (!table) throw new Error("there is no such session");
    return table;
  };
  return {
    most: (session, start, prices) => of(session).most(start, prices),
    ceiling: (session) => pointsAtBest(score, frame.sessions[session]?.frame),
    isOpen: (session, start) => of(session).isOpen(start),
    sure: (session, start) => of(session).sure(start),
    rows: (session, start) => of(session).rows(start),
  };
};

const pointsAtBest = (score: ScoreModel, frame: Frame | undefined): number => {
  const factors = [
    ...score.startTerms,
    ...(frame?.places ?? []).flatMap((place) =>
      score.seatTerms.filter(({ places }) => places.has(place)),
    ),
  ].map(({ factor }) => factor);
  return BEST * factors.reduce((sum, factor) => sum + factor, 0);
};

interface SessionTable {
  most(start: number, prices: Prices): number;
  isOpen(start: number): boolean;
  sure(start: number): number;
  rows(start: number): SeatRow[];
}

interface TableFacts {
  session: SessionFrame;
  people: number;
  score: ScoreModel;
  disturbance: number;
}

/** Each number is worked out when it is asked for first. */
const tableOf = ({ session, people, score, disturbance }: TableFacts): SessionTable => {
  const { frame, open, bound } = session;
  const worthIn = ({ place, index }: { place: PlaceFrame; index: number }) => {
    const pointsOf = seatPoints(score, frame, place);
    if (disturbance === 0) return pointsOf;
    return (panelist: Panelist, start: number): number => {
      const { email } = panelist.time;
      const disturbed = seatDisturbance(session, { start, index, email });
      return pointsOf(panelist, start) - disturbance * disturbed;
    };
  };
  const openPlaces = open.map((place) => ({ ...place, worth: worthIn(place) }));
  const boundPlaces = bound.map((place) => ({ ...place, worth: worthIn(place) }));
  const canSit = ({ forbidden }: Panelist, start: number): boolean => !hasStart(forbidden, start);
  const sitsTwice = new Set(bound.map(({ panelist }) => panelist.rank)).size < bound.length;
  const sure = memoOfNumbers(frame.grid.count, (start) => {
    if (sitsTwice || hasStart(frame.candidate.forbidden, start)) return -Infinity;
    let points = startPoints(score, frame, start);
    if (disturbance > 0) points -= disturbance * startDisturbance(session, start);
    for (const { panelist, worth } of boundPlaces) {
      if (session.fixedAt !== start && !canSit(panelist, start)) return -Infinity;
      points += worth(panelist, start);
    }
    return points;
  });
  const nobody = emptyRow(people);
  const rows = memo<SeatRow[]>((start) =>
    openPlaces.map(({ choices, worth }) => {
      const row = nobody.slice();
      for (const panelist of choices) {
        if (canSit(panelist, start)) row[panelist.rank] = worth(panelist, start);
      }
      return row;
    }),
  );
  const canBe = canBeFilled(session);
  const isOpen = (start: number): boolean => canBe(start) && sure(start) > -Infinity;
  const most = (start: number, prices: Prices): number => {
    if (!isOpen(start)) return -Infinity;
    return sure(start) + mostOfRows(rows(start), prices);
  };
  return { sure, rows, most, isOpen };
};

const memo = <Value>(compute: (start: number) => Value) => {
  const known = new Map<number, Value>();
  return (start: number): Value => {
    const found = known.get(start);
    if (found !== undefined) return found;
    const value = compute(start);
    known.set(start, value);
    return value;
  };
};

/** As `memo`. A place for each start is soon made, and sooner looked up. */
const memoOfNumbers = (count: number, compute: (start: number) => number) => {
  const known = new Float64Array(count).fill(Number.NaN);
  return (start: number): number => {
    const found = known[start] ?? -Infinity;
    return Number.isNaN(found) ? (known[start] = compute(start)) : found;
  };
};

/** The starts at which each place has somebody. */
const canBeFilled = ({ frame, fixedAt }: SessionFrame): ((start: number) => boolean) => {
  const open = openStarts(frame);
  return (start) => start === fixedAt || hasStart(open, start);
};

/** The most that a session's rows have together, everybody at their price. */
const mostOfRows = (rows: readonly SeatRow[], prices: Prices): number => {
  let sum = 0;
  const taken: number[] = [];
  for (const row of rows) {
    const rank = bestOf(row, prices);
    if (rank < 0) return -Infinity;
    if (taken.includes(rank))
      return rows.length === 2 ? mostOfTwo(rows, prices) : mostExactly(rows, prices);
    sum += (row[rank] ?? 0) - (prices[rank] ?? 0);
    taken.push(rank);
  }
  return sum;
};

/** Both rows want the same person best: one of them gets its second best. */
const mostOfTwo = ([first = [], second = []]: readonly SeatRow[], prices: Prices): number => {
  const best = bestOf(first, prices);
  const at = (row: SeatRow, rank: number): number =>
    rank < 0 ? -Infinity : (row[rank] ?? -Infinity) - (prices[rank] ?? 0);
  return Math.max(
    at(first, best) + at(second, bestOf(second, prices, best)),
    at(second, best) + at(first, bestOf(first, prices, best)),
  );
};

/** The rank that adds the most, -1 when nobody can; not the one that is left out. */
const bestOf = (row: SeatRow, prices: Prices, leftOut = -1): number => {
  let most = -Infinity;
  let best = -1;
  for (let rank = 0; rank < row.length; rank += 1) {
    const points = (row[rank] ?? -Infinity) - (prices[rank] ?? 0);
    if (points > most && rank !== leftOut) [most, best] = [points, rank];
  }
  return best;
};

const mostExactly = (rows: readonly SeatRow[], prices: Prices): number => {
  const table = rows.map((row) =>
    row.map((points, rank) => (points === -Infinity ? undefined : points - (prices[rank] ?? 0))),
  );
  return bestAssignment(table)?.points ?? -Infinity;
};
