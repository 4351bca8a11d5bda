/** The best starts with their panels, exactly. Every start is bounded from above by its own points plus the most that seats
 * can add; starts are taken from the most promising down, and the search ends when no bound can enter the list any more.
 * So what is left out is proven to be no better. */
import { bestAssignment, firstBestAssignment, type SeatPoints } from "./assignment.ts";
import type { Frame } from "./frame.ts";
import { emptySet, hasStart, keepCommon, othersOf, type StartSet, startsIn } from "./grid.ts";
import { type RankedStart, type ScoreModel, seatPoints, startPoints } from "./score.ts";

/** The starts at which every place has somebody who can, taken one by one. */
export const openStarts = (frame: Frame): StartSet => {
  const open = othersOf(frame.candidate.forbidden, frame.grid);
  for (const place of frame.places) keepCommon(open, placeStarts(place.choices, frame));
  return open;
};

/** The starts at which at least one of the people can. */
export const placeStarts = (
  choices: readonly { forbidden: StartSet }[],
  { grid }: Pick<Frame, "grid">,
): StartSet => {
  const nobody = othersOf(emptySet(grid), grid);
  for (const { forbidden } of choices) keepCommon(nobody, forbidden);
  return othersOf(nobody, grid);
};

interface Found {
  start: number;
  points: number;
}

/** The `top` best, best first; of equals the earlier start, and the panel first by e-mail address. Shape: may be empty. */
export const searchStarts = (frame: Frame, model: ScoreModel, top: number): RankedStart[] => {
  const pointsAt = seatTable(frame, model);
  const found: Found[] = [];
  for (const candidate of byPromise(frame, model)) {
    const worst = found[top - 1];
    // Equals may still come in: an earlier start goes before.
    if (worst && candidate.points + model.fullSeats < worst.points) break;
    const table = pointsAt(candidate.start);
    const bound = { start: candidate.start, points: candidate.points + boundOf(table) };
    if (worst && compare(bound, worst) > 0) continue;
    const seated = bestAssignment(table);
    if (!seated) continue;
    found.push({ start: candidate.start, points: candidate.points + seated.points });
    found.sort(compare);
    if (found.length > top) found.pop();
  }
  return found.map(({ start, points }) => ({
    start,
    points,
    seats: seatsOf(frame, firstBestAssignment(pointsAt(start))?.ranks ?? []),
  }));
};

const compare = (a: Found, b: Found): number => b.points - a.points || a.start - b.start;

const byPromise = (frame: Frame, model: ScoreModel): Found[] =>
  startsIn(openStarts(frame))
    .map((start) => ({ start, points: startPoints(model, frame, start) }))
    .toSorted(compare);

/** At how many starts all places can be filled. */
export const countStarts = (frame: Frame, model: ScoreModel): number => {
  const pointsAt = seatTable(frame, model);
  return startsIn(openStarts(frame)).filter((start) => bestAssignment(pointsAt(start))).length;
};

/** What everybody who can would add at a start. */
const seatTable = (frame: Frame, model: ScoreModel): ((start: number) => SeatPoints) => {
  const places = frame.places.map((place) => ({
    choices: place.choices,
    pointsOf: seatPoints(model, frame, place),
  }));
  return (start) =>
    places.map(({ choices, pointsOf }) => {
      // Made as it is filled: from an iterator it takes ten times as long.
      const row: (number | undefined)[] = [];
      for (let rank = 0; rank < frame.panelists.length; rank += 1) row.push(undefined);
      for (const panelist of choices) {
        const { rank, forbidden } = panelist;
        if (!hasStart(forbidden, start)) row[rank] = pointsOf(panelist, start);
      }
      return row;
    });
};

/** The most that a table can give when one person may sit twice. */
const boundOf = (table: SeatPoints): number => {
  let bound = 0;
  for (const row of table) {
    let most = 0;
    for (const points of row) if (points !== undefined && points > most) most = points;
    bound += most;
  }
  return bound;
};

const seatsOf = (frame: Frame, ranks: readonly number[]): RankedStart["seats"] =>
  frame.places.map((place, index) => {
    const panelist = frame.panelists[ranks[index] ?? -1];
    if (!panelist) throw new Error("an assignment names nobody");
    return { place, panelist };
  });
