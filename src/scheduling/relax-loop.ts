/** What would have to give when no itinerary fits: each rule by itself is loosened, the cheapest first, and what then fits is
 * told with its day. */
import { bufferOf } from "../domain/buffer.ts";
import { isHopeless } from "./explain-loop.ts";
import { LEAST_NOTICE_MINUTES } from "./defaults.ts";
import { minimumNoticeOf } from "./horizon.ts";
import { buildLoopFrame, type LoopFrame } from "./loop-frame.ts";
import { buildLoopModel } from "./loop-model.ts";
import { searchLoop } from "./loop-search.ts";
import type { LoopRequest, LoopRelaxation, LoopSession } from "./loop-types.ts";
import type { SlotPerson } from "./types.ts";
import { startMinute } from "./grid.ts";
import { dayInWords, listInWords, spanInWords, windowsInWords } from "./time-words.ts";
import { dayOf, localMinute } from "./zone-clock.ts";

/** Steps for all changes together, and for one: enough to find what fits, seldom enough to prove that nothing does. */
const EFFORT_IN_ALL = 40_000;
const MOST_EFFORT = 20_000;
const LEAST_EFFORT = 2_000;
/** Where the loop itself was too large for its search, its relatives are hardly smaller. */
const MOST_IF_LARGE = 4_000;

interface Loosened {
  /** Needed where the kind alone does not tell it from others. */
  id?: string;
  what: LoopRelaxation["what"];
  email?: string;
  /** `without the pause for lunch`. */
  words: string;
  request: LoopRequest;
}

/** What makes it fit. `proven`: whether it is certain that nothing fits as it is. Shape: in the order of what it costs people;
 * empty when no single change does; the last ones are not looked at when the first ones took all the steps. */
export const relaxLoop = (request: LoopRequest, proven: boolean): LoopRelaxation[] => {
  let left = EFFORT_IN_ALL;
  const most = proven ? MOST_EFFORT : MOST_IF_LARGE;
  return loosened(request).flatMap(({ request: looser, words, ...rest }) => {
    if (left <= 0) return [];
    const effort = Math.min(most, Math.max(LEAST_EFFORT, Math.ceil(left / 3)));
    const { days, steps } = firstDays(looser, effort);
    left -= steps;
    if (days.length === 0) return [];
    const change = words.slice(0, 1).toUpperCase() + words.slice(1);
    return [{ id: rest.what, ...rest, change, words: `It fits on ${listInWords(days)} ${words}.` }];
  });
};

/** The request with that one rule loosened; as it is when it has no such rule. */
export const loosenLoop = (request: LoopRequest, id: string): LoopRequest =>
  loosened(request).find((each) => (each.id ?? each.what) === id)?.request ?? request;

/** The days of the best itinerary, none when there is none; and how long that took. */
const firstDays = (request: LoopRequest, effort: number): { days: string[]; steps: number } => {
  const frame = buildLoopFrame(request);
  const before = stepsToBuild(frame);
  if (isHopeless(frame)) return { days: [], steps: before };
  const model = buildLoopModel(frame, request);
  const { found, steps } = searchLoop(model, { top: 1, effort });
  const [best] = found;
  const grid = { ...frame.grid, duration: 0 };
  const told = frame.sessions[0]?.frame.candidate.told ?? frame.clock;
  const days = (best?.starts ?? []).map((start) =>
    dayOf(localMinute(told, startMinute(grid, start))),
  );
  return {
    days: [...new Set(days)].toSorted((a, b) => a - b).map(dayInWords),
    steps: steps + before,
  };
};

/** Sets of starts and what is known of each start, for every session. */
const stepsToBuild = ({ grid, sessions, people }: LoopFrame): number =>
  Math.ceil((grid.count * sessions.length * (4 + people / 16)) / 1_000);

const loosened = (request: LoopRequest): Loosened[] => [
  ...looserRules(request),
  ...looserPeople(request),
  ...replaced(request),
];

/** Rules of the loop that are there. */
const looserRules = (request: LoopRequest): Loosened[] => {
  const { rules = {}, sessions } = request;
  const { lunch, pause, ...rest } = rules;
  const withRules = (changed: LoopRequest["rules"]): LoopRequest => ({
    ...request,
    ...(changed && { rules: changed }),
  });
  const days = rules.mostDays ?? 1;
  const isOrdered = sessions.some(({ after = [] }) => after.length > 0);
  const options: (Loosened | false)[] = [
    {
      id: "longer_gap",
      what: "gap",
      words: "with longer waits between the sessions",
      request: withRules({ ...rules, mostGapMinutes: 480 }),
    },
    (rules.leastGapMinutes ?? 0) > 0 && {
      id: "shorter_gap",
      what: "gap",
      words: `with less than ${spanInWords(rules.leastGapMinutes ?? 0)} between the sessions`,
      request: withRules({ ...rules, leastGapMinutes: 0 }),
    },
    isOrdered && {
      what: "order",
      words: "in another order",
      request: { ...request, sessions: sessions.map(({ after: _after, ...session }) => session) },
    },
    days < sessions.length && {
      id: "more_days",
      what: "days",
      words: `spread over ${days + 1} days`,
      request: withRules({ ...rules, mostDays: days + 1 }),
    },
    (rules.mostSessionsADay ?? sessions.length) < sessions.length && {
      id: "full_days",
      what: "days",
      words: "with more sessions on one day",
      request: withRules({ ...rules, mostSessionsADay: sessions.length }),
    },
    pause !== undefined && {
      what: "pause",
      words: `without a pause after ${spanInWords(pause.afterMinutes)}`,
      request: withRules({ ...rest, ...(lunch && { lunch }) }),
    },
    lunch !== undefined && {
      what: "lunch",
      words: `without ${spanInWords(lunch.minutes)} for lunch`,
      request: withRules({ ...rest, ...(pause && { pause }) }),
    },
  ];
  return options.filter((option) => option !== false);
};

/** What people keep for themselves. */
const looserPeople = (request: LoopRequest): Loosened[] => {
  const { people } = request;
  const change = (
    applies: (person: SlotPerson) => boolean,
    to: (person: SlotPerson) => SlotPerson,
  ): LoopRequest | undefined => {
    if (!Object.values(people).some(applies)) return undefined;
    const changed: Record<string, SlotPerson> = {};
    for (const [email, person] of Object.entries(people)) changed[email] = to(person);
    return { ...request, people: changed };
  };
  const unbuffered = change(
    ({ bufferMinutes }) => Object.values(bufferOf(bufferMinutes)).some((minutes) => minutes > 0),
    (person) => ({ ...person, bufferMinutes: 0 }),
  );
  const unlimited = change(
    ({ maxPerDay, maxPerWeek }) => maxPerDay !== undefined || maxPerWeek !== undefined,
    ({ maxPerDay: _day, maxPerWeek: _week, ...person }) => person,
  );
  const { windows: _windows, ...candidate } = request.candidate;
  return [
    ...(unbuffered
      ? [
          {
            what: "buffer" as const,
            words: "without the buffers around other meetings",
            request: unbuffered,
          },
        ]
      : []),
    ...(unlimited
      ? [
          {
            what: "limit" as const,
            words: "if somebody takes more interviews than their limit",
            request: unlimited,
          },
        ]
      : []),
    ...(minimumNoticeOf(request) > LEAST_NOTICE_MINUTES
      ? [
          {
            what: "notice" as const,
            words: "with less notice",
            request: { ...request, minimumNoticeMinutes: LEAST_NOTICE_MINUTES },
          },
        ]
      : []),
    ...(request.candidate.windows
      ? [
          {
            what: "candidate_windows" as const,
            words: `outside ${windowsInWords(request.candidate)}`,
            request: { ...request, candidate },
          },
        ]
      : []),
  ];
};

/** Somebody for whom the plan leaves no choice: as if anybody could sit there. */
const replaced = (request: LoopRequest): Loosened[] => {
  const bound = request.sessions.flatMap(({ places }) =>
    places.flatMap(({ choices }) => (new Set(choices).size === 1 ? choices.slice(0, 1) : [])),
  );
  // Who sat where is another question when a place is gone.
  const { previous: _previous, ...around } = request;
  return [...new Set(bound)].flatMap((email): Loosened[] => {
    const sessions = request.sessions.map((session) => withoutPlacesOf(email, session));
    if (sessions.some(({ places }) => places.length === 0)) return [];
    const name = request.people[email]?.name ?? email;
    return [
      {
        id: `person:${email}`,
        what: "person",
        email,
        words: `if ${name} may be replaced`,
        request: { ...around, sessions },
      },
    ];
  });
};

const withoutPlacesOf = (
  email: string,
  { pinned, places, ...session }: LoopSession,
): LoopSession => {
  const isLeft = places.map(({ choices }) => choices.some((each) => each !== email));
  const seats = pinned?.seats?.filter((_, index) => isLeft[index]);
  return {
    ...session,
    places: places.filter((_, index) => isLeft[index]),
    ...(pinned && { pinned: { ...pinned, ...(seats && { seats }) } }),
  };
};
