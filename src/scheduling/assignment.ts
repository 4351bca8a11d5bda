/** Who sits where: every place filled, nobody twice, the most points in sum, and of equals the first by e-mail address.
 * Source: H. W. Kuhn, "The Hungarian method for the assignment problem" (1955), as shortest augmenting paths with
 * potentials; whole numbers, so the optimum is exact. */

/** `points[place][rank]`: what the person of that rank adds in that place; undefined when they cannot sit there. */
export type SeatPoints = readonly (readonly (number | undefined)[])[];

export interface Assignment {
  /** The rank of the person in each place. */
  ranks: number[];
  points: number;
}

/** A best assignment, or undefined when the places cannot all be filled. */
export const bestAssignment = (points: SeatPoints): Assignment | undefined =>
  firstChoices(points) ?? hungarian(points);

/** Of all best assignments the one whose first place has the lowest rank, then its second place, and so on. */
export const firstBestAssignment = (points: SeatPoints): Assignment | undefined => {
  const best = bestAssignment(points);
  if (!best) return undefined;
  let fixed = points;
  let found = best;
  for (let place = 0; place < points.length; place += 1) {
    const row = fixed[place] ?? [];
    for (let rank = 0; rank < (found.ranks[place] ?? 0); rank += 1) {
      if (row[rank] === undefined) continue;
      const other = bestAssignment(withOnly(fixed, place, rank));
      if (other?.points !== best.points) continue;
      found = other;
      break;
    }
    fixed = withOnly(fixed, place, found.ranks[place] ?? 0);
  }
  return found;
};

const withOnly = (points: SeatPoints, place: number, rank: number): SeatPoints =>
  points.map((row, index) =>
    index === place ? row.map((each, other) => (other === rank ? each : undefined)) : row,
  );

/** Each place's best person, when they happen to be different people: then no search is needed. */
const firstChoices = (points: SeatPoints): Assignment | undefined => {
  const ranks: number[] = [];
  let sum = 0;
  for (const row of points) {
    let best = -1;
    let most = -1;
    for (let rank = 0; rank < row.length; rank += 1) {
      const each = row[rank];
      if (each !== undefined && each > most) [best, most] = [rank, each];
    }
    if (best < 0 || ranks.includes(best)) return undefined;
    ranks.push(best);
    sum += most;
  }
  return { ranks, points: sum };
};

/** Dearer than any sum of points, and far below where whole numbers end. */
const FORBIDDEN = 1e13;

interface Potentials {
  places: number[];
  ranks: number[];
  /** Who sits where so far: rank → place, both from 1; 0 is nobody. */
  placeOf: number[];
}

const hungarian = (points: SeatPoints): Assignment | undefined => {
  const people = points[0]?.length ?? 0;
  if (points.length > people) return undefined;
  const zeros = (length: number): number[] => Array.from({ length }, () => 0);
  const state: Potentials = {
    places: zeros(points.length + 1),
    ranks: zeros(people + 1),
    placeOf: zeros(people + 1),
  };
  for (let place = 1; place <= points.length; place += 1) augment(points, state, place);
  const ranks = zeros(points.length);
  let sum = 0;
  for (let rank = 1; rank <= people; rank += 1) {
    const place = state.placeOf[rank] ?? 0;
    if (place === 0) continue;
    const each = points[place - 1]?.[rank - 1];
    if (each === undefined) return undefined;
    ranks[place - 1] = rank - 1;
    sum += each;
  }
  return { ranks, points: sum };
};

/** Seats one more place by the cheapest chain of moves. */
const augment = (points: SeatPoints, state: Potentials, place: number): void => {
  const { places, ranks, placeOf } = state;
  const slack = ranks.map(() => Infinity);
  const from = ranks.map(() => 0);
  const visited = ranks.map(() => false);
  placeOf[0] = place;
  let current = 0;
  while ((placeOf[current] ?? 0) !== 0) {
    visited[current] = true;
    const row = placeOf[current] ?? 0;
    let step = Infinity;
    let next = 0;
    for (let rank = 1; rank < ranks.length; rank += 1) {
      if (visited[rank]) continue;
      const cost = -(points[row - 1]?.[rank - 1] ?? -FORBIDDEN);
      const reduced = cost - (places[row] ?? 0) - (ranks[rank] ?? 0);
      if (reduced < (slack[rank] ?? 0)) [slack[rank], from[rank]] = [reduced, current];
      if ((slack[rank] ?? 0) < step) [step, next] = [slack[rank] ?? 0, rank];
    }
    for (let rank = 0; rank < ranks.length; rank += 1) {
      if (visited[rank]) {
        const seated = placeOf[rank] ?? 0;
        places[seated] = (places[seated] ?? 0) + step;
        ranks[rank] = (ranks[rank] ?? 0) - step;
      } else {
        slack[rank] = (slack[rank] ?? 0) - step;
      }
    }
    current = next;
  }
  while (current !== 0) {
    const previous = from[current] ?? 0;
    placeOf[current] = placeOf[previous] ?? 0;
    current = previous;
  }
};
