/** Everything that is wrong with a request for several sessions, at once and in words, before anything is computed. */
import {
  checkPeople,
  checkPlaces,
  checkRange,
  checkSurroundings,
  checkTraining,
  checkWeights,
  DURATIONS,
  isWholeMinute,
  refuseFaults,
  type Report,
  wholeNumbers,
} from "./check-request.ts";
import type { LoopRequest, LoopRules, LoopSession } from "./loop-types.ts";

/** Sets of sessions are bits of one number, and the search looks at all of them. */
const MAX_SESSIONS = 10;

/** Errors: `input_invalid` with every fault in `data.faults`. */
export const checkLoop = (request: LoopRequest): void => {
  refuseFaults((report) => {
    checkSurroundings(request, report);
    checkWeights(request.weights, report);
    checkEffort(request.effort, report);
    const { sessions, people } = request;
    if (sessions.length === 0) report("sessions", "must not be empty");
    if (sessions.length > MAX_SESSIONS) report("sessions", `must not be more than ${MAX_SESSIONS}`);
    const checkOne = checkSession(request, report);
    sessions.forEach((session, index) => checkOne(`sessions[${index}]`, session));
    checkOrder(sessions, report);
    checkPrevious(request, report);
    checkPeople(
      people,
      sessions.flatMap(({ places, training = [] }) => [...places, ...training]),
      report,
    );
    if (request.rules) checkRules(request.rules, report);
  });
};

/** Seventy times as many as usual. */
const MOST_EFFORT = 5_000_000;

const checkEffort = (effort: number | undefined, report: Report): void => {
  if (effort !== undefined && effort > MOST_EFFORT) {
    report("effort", `must be at most ${MOST_EFFORT}: that is a search of minutes already`);
    return;
  }
  wholeNumbers(report)("effort", effort, [1, MOST_EFFORT]);
};

const checkSession =
  ({ sessions, people, horizon }: LoopRequest, report: Report) =>
  (path: string, session: LoopSession): void => {
    const { id, durationMinutes, places, training, after = [], pinned } = session;
    wholeNumbers(report)(`${path}.durationMinutes`, durationMinutes, DURATIONS);
    checkPlaces({ places, path: `${path}.places`, people }, report);
    checkTraining({ training, path: `${path}.training`, people }, report);
    if (sessions.findIndex((other) => other.id === id) < sessions.indexOf(session)) {
      report(`${path}.id`, "is the id of another session too: give each session its own");
    }
    if (after.includes(id) && isAlone(sessions, id)) {
      report(`${path}.after`, "names the session itself: leave it out");
    }
    for (const other of after) {
      if (!sessions.some((each) => each.id === other)) {
        report(`${path}.after`, `names ${other}, which is no session`);
      }
    }
    if (pinned?.start && !isWholeMinute(pinned.start)) {
      report(`${path}.pinned.start`, "must be on a whole minute");
    }
    if (pinned?.start && !isNear(pinned.start, horizon)) {
      report(`${path}.pinned.start`, FAR);
    }
    pinned?.seats?.forEach((email, place) => {
      if (email !== undefined && places[place]?.choices.includes(email) !== true) {
        report(`${path}.pinned.seats[${place}]`, `names ${email}, who is no choice of that place`);
      }
    });
  };

/** Of two sessions with one id nobody knows which one another waits for. */
const isAlone = (sessions: readonly LoopSession[], id: string): boolean =>
  sessions.filter((other) => other.id === id).length === 1;

/** Somewhere there is a session that can come first, then another one, until all have come. What waits for itself, or has the id of
 * another, is told by itself. */
const checkOrder = (sessions: readonly LoopSession[], report: Report): void => {
  let waiting = sessions.filter(({ id }) => isAlone(sessions, id));
  for (;;) {
    const names = new Set(waiting.map(({ id }) => id));
    const isAwaited = ({ id }: LoopSession): boolean =>
      waiting.some((other) => other.id !== id && other.after?.includes(id));
    // One that only waits for those who wait for each other is none of them.
    const rest = waiting.filter(
      (session) =>
        isAwaited(session) && session.after?.some((id) => id !== session.id && names.has(id)),
    );
    if (rest.length === 0) return;
    if (rest.length === waiting.length) {
      const ids = rest.map(({ id }) => id).join(", ");
      report("sessions", `wait for each other: ${ids}. Let one of them not be after the others`);
      return;
    }
    waiting = rest;
  }
};

/** How far outside of the horizon something can be booked or pinned. Units: hours. */
const NEAR_HOURS = 31 * 24;
const FAR = "must lie within a month of the horizon";

const isNear = (start: Temporal.Instant, horizon: LoopRequest["horizon"]): boolean =>
  Temporal.Instant.compare(start.add({ hours: NEAR_HOURS }), horizon.start) >= 0 &&
  Temporal.Instant.compare(start.subtract({ hours: NEAR_HOURS }), horizon.end) <= 0;

const checkPrevious = ({ previous = [], sessions, horizon }: LoopRequest, report: Report): void => {
  previous.forEach(({ sessionId, startsAt, panel }, index) => {
    const path = `previous[${index}]`;
    const session = sessions.find(({ id }) => id === sessionId);
    if (!session) report(`${path}.sessionId`, `names ${sessionId}, which is no session`);
    else if (panel.length !== session.places.length) {
      report(`${path}.panel`, "must name somebody for each place");
    }
    if (previous.findIndex((other) => other.sessionId === sessionId) < index) {
      report(`${path}.sessionId`, "is there twice");
    }
    if (!isWholeMinute(startsAt)) report(`${path}.startsAt`, "must be on a whole minute");
    if (!isNear(startsAt, horizon)) report(`${path}.startsAt`, FAR);
  });
};

const checkRules = (rules: LoopRules, report: Report): void => {
  const whole = wholeNumbers(report);
  whole("rules.mostDays", rules.mostDays, [1, MAX_SESSIONS]);
  whole("rules.mostSessionsADay", rules.mostSessionsADay, [1, MAX_SESSIONS]);
  whole("rules.leastGapMinutes", rules.leastGapMinutes, [0, 480]);
  whole("rules.mostGapMinutes", rules.mostGapMinutes, [0, 720]);
  const { leastGapMinutes = 0, mostGapMinutes = Infinity, pause, lunch } = rules;
  if (leastGapMinutes > mostGapMinutes) {
    report("rules.leastGapMinutes", "must not be more than rules.mostGapMinutes");
  }
  whole("rules.pause.afterMinutes", pause?.afterMinutes, [15, 720]);
  whole("rules.pause.minutes", pause?.minutes, [1, 240]);
  if (!lunch) return;
  checkRange("rules.lunch", lunch, report);
  whole("rules.lunch.minutes", lunch.minutes, [1, lunch.endMinute - lunch.startMinute]);
};
