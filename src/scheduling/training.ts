/** Who learns by sitting in: seats that are filled after all others, with whoever is left and can. So they cost nobody a time,
 * a person or a point, and an empty one keeps nothing from taking place. */
import { firstBestAssignment } from "./assignment.ts";
import { causeInWords, causesOf } from "./blockers.ts";
import type { Frame, Panelist, Seat, TrainingFrame } from "./frame.ts";
import { addStarts, emptySet, hasStart, sessionSpan, startMinute } from "./grid.ts";
import { BEST } from "./term.ts";
import { listInWords } from "./time-words.ts";
import type { SeatedTrainee } from "./types.ts";

/** A session with its time and the people whom it needs. */
export interface HeldSession {
  frame: Frame;
  start: number;
  seats: readonly Seat[];
  /** Who sat in its training seats before. */
  before?: readonly (string | undefined)[] | undefined;
}

/** Of ten sessions with five each. */
const MOST_SEATS = 50;
/** Of one seat: four terms, each of the greatest weight. */
const MOST_WORTH = 4 * 1_000 * BEST;
/** First as many are filled as can be, then whoever sat there before stays, then it is chosen by worth. */
const KEPT = MOST_SEATS * MOST_WORTH + 1;
const FILLED = MOST_SEATS * (KEPT + MOST_WORTH) + 1;

interface Wish {
  held: HeldSession;
  seat: TrainingFrame;
  index: number;
}

/** The training seats of each session: as many as can be are filled, nobody sits twice, and of equals those whose own time
 * suffers least. `worthOf`: what somebody in a seat is worth. */
export const seatTrainees = (
  sessions: readonly HeldSession[],
  worthOf: (seat: Seat, start: number, frame: Frame) => number,
): SeatedTrainee[][] => {
  const wishes = sessions.flatMap((held) =>
    held.frame.training.map((seat, index): Wish => ({ held, seat, index })),
  );
  if (wishes.length === 0) return sessions.map(() => []);
  const taken = new Set(
    sessions.flatMap(({ seats }) => seats.map(({ panelist }) => panelist.time.email)),
  );
  const people = sessions[0]?.frame.panelists.length ?? 0;
  const table = wishes.map(({ held, seat, index }, row) => {
    const { frame, start, before } = held;
    const points = Array.from<number | undefined>({ length: people + wishes.length });
    for (const panelist of seat.choices) {
      const { rank, time, forbidden } = panelist;
      if (taken.has(time.email) || hasStart(forbidden, start)) continue;
      const kept = before?.[index] === time.email ? KEPT : 0;
      points[rank] = FILLED + kept + worthOf({ place: seat, panelist }, start, frame);
    }
    // Nobody: each row has its own.
    points[people + row] = 0;
    return points;
  });
  const ranks = firstBestAssignment(table)?.ranks ?? [];
  const seated = new Set(ranks);
  const told = wishes.map((wish, row) => {
    const trainee = wish.seat.choices.find(({ rank }) => rank === ranks[row]);
    const isBusy = ({ rank, time }: Panelist): boolean => seated.has(rank) || taken.has(time.email);
    return { held: wish.held, trainee: describe(wish, trainee, isBusy) };
  });
  return sessions.map((held) =>
    told.filter((each) => each.held === held).map(({ trainee }) => trainee),
  );
};

const DOES = { shadow: "sits in", reverse_shadow: "leads and is watched" } as const;

const describe = (
  { held, seat, index }: Wish,
  trainee: Panelist | undefined,
  isBusy: (panelist: Panelist) => boolean,
): SeatedTrainee => {
  const { label, kind, choices, unasked } = seat;
  if (trainee) {
    const { email, name } = trainee.time;
    return { seat: index, kind, email, words: `${name} ${DOES[kind]} (${label}).` };
  }
  const reasons = [
    ...unasked,
    ...choices.map((panelist) =>
      isBusy(panelist)
        ? `${panelist.time.name} is needed on the panel or sits in elsewhere`
        : `${panelist.time.name} ${reasonOf(panelist, held)}`,
    ),
  ];
  return { seat: index, kind, words: `Nobody ${DOES[kind]} (${label}): ${listInWords(reasons)}.` };
};

const reasonOf = (panelist: Panelist, { frame, start }: HeldSession): string => {
  const at = emptySet(frame.grid);
  const minute = startMinute(frame.grid, start);
  addStarts(at, frame.grid, { start: minute, end: minute + 1 });
  const [main] = causesOf(panelist, at, frame);
  return main ? causeInWords(main, panelist, sessionSpan(frame.grid, start)) : "cannot";
};
