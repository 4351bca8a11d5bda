/** Why no itinerary fits: a session that has no time even by itself, or too few people for all; otherwise each has a time,
 * and the rules between them leave none for all. */
import { explainNone } from "./explain.ts";
import { namedTwiceIn, pinnedWrongly } from "./explain-pins.ts";
import { isEmpty } from "./grid.ts";
import { emptyRow, JointSeats } from "./joint-seats.ts";
import { type LoopFrame, pinnedPlaces, type SessionFrame } from "./loop-frame.ts";
import type { LoopRequest } from "./loop-types.ts";
import { openStarts } from "./search.ts";
import { countInWords, listInWords } from "./time-words.ts";
import type { SlotBlocker, SlotFinding } from "./types.ts";

/** What can be said before any search. Shape: empty when each session has a time, there are people for all of them, and what is
 * fixed can be had together. */
export const explainEarly = (
  request: LoopRequest,
  frame: LoopFrame,
  findings: readonly SlotFinding[],
): SlotBlocker[] => {
  const never = [...namedTwiceIn(frame, request.people), ...pinnedWrongly(frame)];
  if (never.length > 0) return never;
  const alone = frame.sessions.flatMap((session) => explainAlone(session, request, findings));
  return alone.length > 0 ? alone : (tooFewPeople(frame) ?? []);
};

/** Whether no search can find anything. */
export const isHopeless = (frame: LoopFrame): boolean =>
  frame.sessions.some(hasNoTime) || tooFewPeople(frame) !== undefined;

/** Where start and people are given, no rule is asked. */
const hasNoTime = ({ frame, fixedAt }: SessionFrame): boolean =>
  fixedAt < 0 && (frame.grid.count === 0 || isEmpty(openStarts(frame)));

/** Every blocker of a session that has no start at all, with its name. */
const explainAlone = (
  session: SessionFrame,
  { sessions: _sessions, rules: _rules, weights: _weights, ...request }: LoopRequest,
  findings: readonly SlotFinding[],
): SlotBlocker[] => {
  if (!hasNoTime(session)) return [];
  const { asked, frame } = session;
  const { durationMinutes, id, name, format } = asked;
  const places = pinnedPlaces(asked);
  const alone = { id, durationMinutes, ...(format && { format }) };
  const mine = findings.filter(({ email }) =>
    places.some(({ choices }) => choices.includes(email)),
  );
  return explainNone({ ...request, session: alone, places }, frame, mine).map((blocker) => ({
    ...blocker,
    words: `${name}: ${blocker.words}`,
  }));
};

/** Whatever the times: nobody sits twice. */
const tooFewPeople = ({ sessions, people }: LoopFrame): SlotBlocker[] | undefined => {
  const rows = sessions.flatMap(({ open }) =>
    open.map(({ choices }) => {
      const row = emptyRow(people);
      for (const { rank } of choices) row[rank] = 0;
      return row;
    }),
  );
  if (rows.length === 0 || new JointSeats(people, rows.length).push(rows) > -Infinity) {
    return undefined;
  }
  const names = listInWords(
    sessions.filter(({ open }) => open.length > 0).map(({ asked }) => asked.name),
  );
  const words = `${names} need ${rows.length} different people beside those who are named, and those who can be asked do not fill all places.`;
  return [{ what: "too_few_people", words }];
};

/** What is left to be said when a search finds nothing. */
export const notTogether = ({ sessions, rules }: LoopFrame): SlotBlocker => {
  const names = listInWords(sessions.map(({ asked }) => asked.name));
  if (sessions.length === 1) {
    const words = `${names} has no time at which all places can be filled.`;
    return { what: "no_overlap", words };
  }
  const days = rules.mostDays === 1 ? "one day" : countInWords(rules.mostDays, "day");
  const words = `Each of ${names} has a time by itself, but not all of them on ${days} with different people and the rules between them.`;
  return { what: "no_overlap", words };
};
