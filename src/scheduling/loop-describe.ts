/** An itinerary as people see it: times, people, and each term with its share and its words. */
import type { ScoreTerm } from "../domain/proposal.ts";
import type { Frame, Seat } from "./frame.ts";
import { startMinute } from "./grid.ts";
import type { LoopFrame, SessionFrame } from "./loop-frame.ts";
import { type LoopModel, scoreOf, seatDisturbance, startDisturbance } from "./loop-model.ts";
import type { FoundItinerary } from "./loop-path.ts";
import type { Itinerary, PlacedSession } from "./loop-types.ts";
import { instantOf } from "./minutes.ts";
import { BEST } from "./term.ts";
import { seatTrainees } from "./training.ts";
import { countInWords, dayInWords, listInWords, spanInWords } from "./time-words.ts";
import { dayOf, localMinute } from "./zone-clock.ts";

interface Held {
  session: SessionFrame;
  frame: Frame;
  start: number;
  /** By place. */
  seats: Seat[];
}

/** How many of the sessions in which a term is worst are named. */
const NAMED = 2;

/** The itinerary in words. */
export const describeItinerary = (found: FoundItinerary, model: LoopModel): Itinerary => {
  const held = model.frame.sessions
    .map((session, index) => heldOf(session, found, index))
    .toSorted((a, b) => a.start - b.start);
  const terms = termsOf(held, model);
  const trainees = seatTrainees(
    held.map((each) => ({ ...each, before: each.session.previous?.training })),
    model.score.worthOf,
  );
  return {
    sessions: held.map((each, index) => ({
      ...placedOf(each),
      ...(each.session.asked.training && { training: trainees[index] ?? [] }),
    })),
    score: scoreOf(found.points, model),
    terms,
    disturbed: held.reduce((sum, each) => sum + disturbedIn(each), 0),
  };
};

const heldOf = (session: SessionFrame, found: FoundItinerary, index: number): Held => {
  const { frame, open, bound } = session;
  const ranks = found.seats[index] ?? [];
  const seats = frame.places.flatMap((place, at): Seat[] => {
    const fixed = bound.find((each) => each.index === at);
    const chosen = open.findIndex((each) => each.index === at);
    const panelist = fixed?.panelist ?? frame.panelists[ranks[chosen] ?? -1];
    return panelist ? [{ place, panelist }] : [];
  });
  return { session, frame, start: found.starts[index] ?? 0, seats };
};

const placedOf = ({ session, frame, start, seats }: Held): PlacedSession => {
  const from = startMinute(frame.grid, start);
  const pinned = session.asked.pinned?.seats ?? [];
  return {
    sessionId: session.asked.id,
    startsAt: instantOf(from).toString(),
    endsAt: instantOf(from + frame.grid.duration).toString(),
    panel: frame.places.flatMap((place, at) => {
      const seat = seats.find((each) => each.place === place);
      const email = seat?.panelist.time.email ?? pinned[at];
      return email === undefined ? [] : [{ place: at, email }];
    }),
  };
};

const disturbedIn = ({ session, start, seats }: Held): number =>
  startDisturbance(session, start) +
  seats.reduce(
    (sum, { place, panelist }) =>
      sum +
      seatDisturbance(session, {
        start,
        index: session.frame.places.indexOf(place),
        email: panelist.time.email,
      }),
    0,
  );

interface Judged {
  name: string;
  value: number;
  words: string;
}

const termsOf = (held: readonly Held[], model: LoopModel): ScoreTerm[] => {
  const { score, weights } = model;
  const share = (name: string, weight: number, { value, words }: Omit<Judged, "name">) => {
    const outOf100 = score.totalWeight === 0 ? 0 : (100 * weight) / score.totalWeight;
    return {
      name,
      value: rounded(value / BEST),
      weight: rounded(outOf100),
      points: rounded((outOf100 * value) / BEST),
      words,
    };
  };
  const seatTerms = score.seatTerms.map(({ term, weight, places }) => {
    const parts = held.flatMap(({ session, frame, start, seats }) => {
      const concerned = seats.filter(({ place }) => places.has(place));
      if (concerned.length === 0) return [];
      const values = concerned.map((seat) => term.value(seat, start, frame));
      return [
        {
          name: session.asked.name,
          sum: sumOf(values),
          seats: values.length,
          words: term.words(concerned, start, frame),
        },
      ];
    });
    const value = sumOf(parts.map(({ sum }) => sum)) / sumOf(parts.map(({ seats }) => seats));
    const judged = parts.map(({ name, sum, seats, words }) => ({
      name,
      value: sum / seats,
      words,
    }));
    return share(term.name, weight, { value, words: worstInWords(judged) });
  });
  const startTerms = score.startTerms.map(({ term, weight }) => {
    const judged = held.map(({ session, frame, start }) => ({
      name: session.asked.name,
      value: term.value(start, frame),
      words: term.words(start, frame),
    }));
    const value = sumOf(judged.map((each) => each.value)) / judged.length;
    return share(term.name, weight, { value, words: worstInWords(judged) });
  });
  return [
    ...seatTerms,
    ...startTerms,
    ...(weights.compactness > 0
      ? [share("compactness", weights.compactness, waiting(held, model.frame))]
      : []),
    ...(weights.few_days > 0 ? [share("few_days", weights.few_days, days(held, model.frame))] : []),
  ];
};

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** Where it could be better, by session; one sentence of the first when it could not. */
const worstInWords = (judged: readonly Judged[]): string => {
  const worse = judged.filter(({ value }) => value < BEST).toSorted((a, b) => a.value - b.value);
  const [first] = judged;
  if (worse.length === 0 || judged.length === 1) return first?.words ?? "";
  return worse
    .slice(0, NAMED)
    .map(({ name, words }) => `${name}: ${words}`)
    .join("; ");
};

const daysOf = (held: readonly Held[], { clock }: LoopFrame): number[] => [
  ...new Set(
    held.map(({ frame, start }) => dayOf(localMinute(clock, startMinute(frame.grid, start)))),
  ),
];

/** How little is waited between the sessions of a day. */
const waiting = (held: readonly Held[], frame: LoopFrame): Omit<Judged, "name"> => {
  const most = (held.length - 1) * frame.rules.mostGapMinutes;
  let waited = 0;
  for (const [index, each] of held.entries()) {
    const before = held[index - 1];
    if (!before || daysOf([before, each], frame).length > 1) continue;
    const end = startMinute(before.frame.grid, before.start) + before.frame.grid.duration;
    waited += startMinute(each.frame.grid, each.start) - end;
  }
  const words =
    waited === 0 ? "the sessions follow each other" : `${spanInWords(waited)} between the sessions`;
  return { value: (BEST * (most - waited)) / most, words };
};

const days = (held: readonly Held[], frame: LoopFrame): Omit<Judged, "name"> => {
  const taken = daysOf(held, frame);
  const most = Math.min(frame.rules.mostDays, held.length) - 1;
  return {
    value: (BEST * (most + 1 - taken.length)) / most,
    words: `${countInWords(taken.length, "day")}: ${listInWords(taken.map(dayInWords))}`,
  };
};

const rounded = (amount: number): number => Math.round(amount * 1e4) / 1e4;
