/** What the best itineraries are, found the slow and plain way: every start of every session, everybody in every place. It
 * shares the request's types and default numbers with the engine and none of its code. */
import {
  DEFAULT_LOOP_WEIGHTS,
  DEFAULT_MOST_GAP_MINUTES,
  DEFAULT_TOP,
  DEFAULT_WEIGHTS,
} from "../../src/scheduling/defaults.ts";
import type { LoopRequest, LoopSession } from "../../src/scheduling/loop-types.ts";
import type { Interval, SlotRequest } from "../../src/scheduling/types.ts";
import { dateAt } from "./oracle-people.ts";
import { type JudgedStart, judgeStarts, scoreOf } from "./slot-oracle.ts";

/** A day of the candidate's for each, in order, and the score of the best itinerary on these days. */
export interface OracleItinerary {
  days: string[];
  score: number;
}

/** A session at a start. */
export interface Held {
  asked: LoopSession;
  judged: Pick<JudgedStart, "session">;
}

type HeldWithChoices = Held & { judged: JudgedStart };

/** The best on each set of days, best first. */
export const bestItinerariesByForce = (request: LoopRequest): OracleItinerary[] => {
  const best = new Map<string, OracleItinerary>();
  const starts = request.sessions.map((session) =>
    judgeStarts(slotRequestOf(session, request)).filter(
      ({ allowed, session: span }) =>
        allowed.every((choices) => choices.length > 0) && liesInOneDay(span, request),
    ),
  );
  const place = (held: readonly HeldWithChoices[]): void => {
    const asked = request.sessions[held.length];
    if (!asked) {
      const days = [...new Set(held.map((each) => dayOf(each, request).toString()))].toSorted();
      if (brokenBetween(held, request).length > 0) return;
      const score = bestSeating(held, request);
      const known = best.get(days.join(" "));
      if (score !== undefined && (!known || score > known.score)) {
        best.set(days.join(" "), { days, score });
      }
      return;
    }
    for (const judged of starts[held.length] ?? []) {
      const next = [...held, { asked, judged }];
      if (!held.some((other) => overlap(other.judged.session, judged.session))) place(next);
    }
  };
  place([]);
  return [...best.values()]
    .toSorted((a, b) => b.score - a.score)
    .slice(0, request.top ?? DEFAULT_TOP);
};

/** The score of one itinerary, and what is wrong with it. Shape: `broken` is empty when it is allowed. */
export const judgeItinerary = (
  request: LoopRequest,
  sessions: readonly { sessionId: string; startsAt: string; panel: readonly string[] }[],
): { score: number; broken: string[] } => {
  const broken: string[] = [];
  const panels: string[][] = [];
  const held = request.sessions.flatMap((asked): HeldWithChoices[] => {
    const placed = sessions.find(({ sessionId }) => sessionId === asked.id);
    const judged = judgeStarts(slotRequestOf(asked, request)).find(
      ({ session }) => session.start.toString() === placed?.startsAt,
    );
    if (!placed || !judged) {
      broken.push(`${asked.id}: no such start`);
      return [];
    }
    panels.push([...placed.panel]);
    for (const [place, email] of placed.panel.entries()) {
      if (judged.allowed[place]?.includes(email) !== true) broken.push(`${asked.id}: ${email}`);
    }
    return [{ asked, judged }];
  });
  for (const [index, { judged }] of held.entries()) {
    if (!liesInOneDay(judged.session, request)) broken.push("midnight");
    const later = held.slice(index + 1);
    if (later.some((other) => overlap(other.judged.session, judged.session)))
      broken.push("overlap");
  }
  broken.push(...brokenBetween(held, request), ...brokenSeats(held, panels, request));
  return { score: score(held, panels, request), broken };
};

/** One session of a loop by itself. */
export const slotRequestOf = (session: LoopSession, request: LoopRequest): SlotRequest => {
  const { id, durationMinutes, format, places } = session;
  const { sessions: _sessions, rules: _rules, weights: _weights, ...rest } = request;
  return { ...rest, session: { id, durationMinutes, ...(format && { format }) }, places };
};

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) < 0;

/** Whether they have time in common. */
export const overlap = (a: Interval, b: Interval): boolean =>
  isBefore(a.start, b.end) && isBefore(b.start, a.end);

const dayOf = ({ judged }: Held, { candidate }: LoopRequest): Temporal.PlainDate =>
  judged.session.start.toZonedDateTimeISO(candidate.zone).toPlainDate();

/** Up to midnight, not beyond. */
export const liesInOneDay = ({ start, end }: Interval, { candidate }: LoopRequest): boolean => {
  const date = start.toZonedDateTimeISO(candidate.zone).toPlainDate();
  const midnight = date.add({ days: 1 }).toZonedDateTime(candidate.zone).toInstant();
  return !isBefore(midnight, end);
};

const minutesBetween = (a: Temporal.Instant, b: Temporal.Instant): number =>
  a.until(b).total("minutes");

/** What the rules between sessions say against it. */
export const brokenBetween = (held: readonly Held[], request: LoopRequest): string[] => {
  const { rules = {}, sessions } = request;
  const broken: string[] = [];
  const sorted = held.toSorted((a, b) =>
    Temporal.Instant.compare(a.judged.session.start, b.judged.session.start),
  );
  for (const { asked, judged } of held) {
    for (const { asked: other, judged: before } of held) {
      const isOutOfOrder = isBefore(judged.session.start, before.session.start);
      if (asked.after?.includes(other.id) === true && isOutOfOrder) broken.push("order");
    }
  }
  const days = Map.groupBy(sorted, (each) => dayOf(each, request).toString());
  if (days.size > (rules.mostDays ?? 1)) broken.push("days");
  for (const day of days.values()) {
    if (day.length > (rules.mostSessionsADay ?? sessions.length)) broken.push("sessions a day");
    broken.push(...brokenOnDay(day, request));
  }
  return broken;
};

const brokenOnDay = (day: readonly Held[], request: LoopRequest): string[] => {
  const { rules = {} } = request;
  const broken: string[] = [];
  let busy = 0;
  for (const [index, { judged, asked }] of day.entries()) {
    const before = day[index - 1]?.judged.session;
    const gap = before ? minutesBetween(before.end, judged.session.start) : Infinity;
    if (before && gap < (rules.leastGapMinutes ?? 0)) broken.push("least gap");
    if (before && gap > (rules.mostGapMinutes ?? DEFAULT_MOST_GAP_MINUTES)) broken.push("most gap");
    if (!rules.pause) continue;
    const isRested = gap >= rules.pause.minutes;
    busy = isRested ? asked.durationMinutes : busy + gap + asked.durationMinutes;
    if (!isRested && busy > rules.pause.afterMinutes) broken.push("pause");
  }
  if (rules.lunch && !hasLunch(day, request)) broken.push("lunch");
  return broken;
};

const hasLunch = (day: readonly Held[], request: LoopRequest): boolean => {
  const lunch = request.rules?.lunch;
  const [first] = day;
  if (!lunch || !first) return true;
  const date = dayOf(first, request);
  const { zone } = request.candidate;
  const at = (minutes: number): Temporal.Instant =>
    date.toPlainDateTime().add({ minutes }).toZonedDateTime(zone).toInstant();
  let from = at(lunch.startMinute);
  const end = at(lunch.endMinute);
  for (const { judged } of day) {
    const until = isBefore(judged.session.start, end) ? judged.session.start : end;
    if (minutesBetween(from, until) >= lunch.minutes) return true;
    if (isBefore(from, judged.session.end)) from = judged.session.end;
  }
  return minutesBetween(from, end) >= lunch.minutes;
};

/** The one person whom a place leaves. */
export const onlyChoice = (choices: readonly string[]): string | undefined => {
  const different = new Set(choices);
  return different.size === 1 ? [...different][0] : undefined;
};

/** Those for whom the plan leaves no choice. */
const boundPeople = ({ sessions }: LoopRequest): Set<string> =>
  new Set(
    sessions.flatMap(({ places }) => places.flatMap(({ choices }) => onlyChoice(choices) ?? [])),
  );

/** What is wrong with who sits where; limits of one person as `ada@acme.test: buffer`. */
export const brokenSeats = (
  held: readonly Held[],
  panels: readonly (readonly string[])[],
  request: LoopRequest,
): string[] => {
  const bound = boundPeople(request);
  const broken: string[] = [];
  const seen = new Set<string>();
  for (const [index, { asked }] of held.entries()) {
    const panel = panels[index] ?? [];
    if (new Set(panel).size < panel.length) broken.push("twice in one session");
    for (const [place, email] of panel.entries()) {
      if (onlyChoice(asked.places[place]?.choices ?? []) !== undefined) continue;
      if (seen.has(email) || bound.has(email)) broken.push(`${email} twice`);
      seen.add(email);
    }
  }
  for (const email of bound) broken.push(...brokenLimits(email, held, request));
  return broken;
};

/** A person who is bound sits in several sessions: buffer and limits hold between them. */
const brokenLimits = (email: string, held: readonly Held[], request: LoopRequest): string[] => {
  const person = request.people[email];
  const mine = held.filter(({ asked }) =>
    asked.places.some(({ choices }) => onlyChoice(choices) === email),
  );
  if (!person || mine.length < 2) return [];
  const broken: string[] = [];
  const { bufferMinutes: kept = 0 } = person;
  const buffer = typeof kept === "number" ? kept : Math.max(kept.before, kept.after);
  const dateOf = (instant: Temporal.Instant): Temporal.PlainDate => dateAt(person, instant);
  for (const [index, { judged }] of mine.entries()) {
    const wide = {
      start: judged.session.start.subtract({ minutes: buffer }),
      end: judged.session.end.add({ minutes: buffer }),
    };
    if (mine.slice(index + 1).some((other) => overlap(wide, other.judged.session))) {
      broken.push(`${email}: buffer`);
    }
  }
  const reserved = (request.reservations ?? []).filter((each) => each.email === email);
  const known = [...(person.interviews ?? []), ...reserved.map(({ start }) => start)].map((start) =>
    start.round({ smallestUnit: "minute", roundingMode: "floor" }).toString(),
  );
  const dates = [
    ...[...new Set(known)].map((start) => dateOf(Temporal.Instant.from(start))),
    ...mine.map(({ judged }) => dateOf(judged.session.start)),
  ];
  for (const { judged } of mine) {
    const date = dateOf(judged.session.start);
    const sameDay = dates.filter((other) => other.equals(date)).length;
    const sameWeek = dates.filter(
      (other) => other.weekOfYear === date.weekOfYear && other.yearOfWeek === date.yearOfWeek,
    ).length;
    if (sameDay > (person.maxPerDay ?? Infinity)) broken.push(`${email}: day limit`);
    if (sameWeek > (person.maxPerWeek ?? Infinity)) broken.push(`${email}: week limit`);
  }
  return broken;
};

const bestSeating = (
  held: readonly HeldWithChoices[],
  request: LoopRequest,
): number | undefined => {
  let best: number | undefined;
  const seat = (panels: readonly (readonly string[])[]): void => {
    const next = held[panels.length];
    if (!next) {
      if (brokenSeats(held, panels, request).length > 0) return;
      const points = score(held, panels, request);
      if (best === undefined || points > best) best = points;
      return;
    }
    const fill = (panel: readonly string[]): void => {
      const choices = next.judged.allowed[panel.length];
      if (!choices) {
        seat([...panels, panel]);
        return;
      }
      for (const email of choices) if (!panel.includes(email)) fill([...panel, email]);
    };
    fill([]);
  };
  seat([]);
  return best;
};

const score = (
  held: readonly HeldWithChoices[],
  panels: readonly (readonly string[])[],
  request: LoopRequest,
): number => {
  const { rules = {}, sessions } = request;
  const weights = { ...DEFAULT_WEIGHTS, ...DEFAULT_LOOP_WEIGHTS, ...request.weights };
  const days = Map.groupBy(held, (each) => dayOf(each, request).toString());
  const mostGap = (sessions.length - 1) * (rules.mostGapMinutes ?? DEFAULT_MOST_GAP_MINUTES);
  const mostDays = Math.min(rules.mostDays ?? 1, sessions.length);
  let waited = 0;
  for (const day of days.values()) {
    const sorted = day.toSorted((a, b) =>
      Temporal.Instant.compare(a.judged.session.start, b.judged.session.start),
    );
    for (const [index, { judged }] of sorted.entries()) {
      const before = sorted[index - 1];
      if (before) waited += minutesBetween(before.judged.session.end, judged.session.start);
    }
  }
  return scoreOf(
    held.map(({ judged }, index) => ({ judged, panel: panels[index] ?? [] })),
    weights,
    [
      ...(mostGap > 0 ? [{ weight: weights.compactness, value: 1 - waited / mostGap }] : []),
      ...(mostDays > 1
        ? [{ weight: weights.few_days, value: 1 - (days.size - 1) / (mostDays - 1) }]
        : []),
    ],
  );
};
