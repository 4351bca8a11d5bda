/** What would have to give when no itinerary fits: each rule by itself is loosened, the cheapest first, and what then fits is
 * told with its day. */
import { isHopeless } from "./explain-loop.ts";
import { buildLoopFrame } from "./loop-frame.ts";
import { buildLoopModel } from "./loop-model.ts";
import { searchLoop } from "./loop-search.ts";
import type { LoopRequest, LoopRelaxation, LoopSession } from "./loop-types.ts";
import type { SlotPerson } from "./types.ts";
import { startMinute } from "./grid.ts";
import { dayInWords, listInWords, spanInWords } from "./time-words.ts";
import { dayOf, localMinute } from "./zone-clock.ts";

/** Enough to find one that fits, seldom enough to prove that there is none. */
const EFFORT = 20_000;
/** Where the loop itself was too large for its search, its relatives are hardly smaller. */
const EFFORT_IF_LARGE = 4_000;

interface Loosened {
  what: LoopRelaxation["what"];
  email?: string;
  /** `without the pause for lunch`. */
  words: string;
  request: LoopRequest;
}

/** What makes it fit. `proven`: whether it is certain that nothing fits as it is. Shape: in the order of what it costs people;
 * empty when no single change does. */
export const relaxLoop = (request: LoopRequest, proven: boolean): LoopRelaxation[] =>
  loosened(request).flatMap(({ request: looser, words, ...rest }) => {
    const days = firstDays(looser, proven ? EFFORT : EFFORT_IF_LARGE);
    if (days.length === 0) return [];
    return [{ ...rest, words: `It fits on ${listInWords(days)} ${words}.` }];
  });

/** The days of the best itinerary; none when there is none. */
const firstDays = (request: LoopRequest, effort: number): string[] => {
  const frame = buildLoopFrame(request);
  if (isHopeless(frame)) return [];
  const model = buildLoopModel(frame, request);
  const [best] = searchLoop(model, { top: 1, effort }).found;
  if (!best) return [];
  const grid = { ...frame.grid, duration: 0 };
  const days = best.starts.map((start) =>
    dayOf(localMinute(frame.clock, startMinute(grid, start))),
  );
  return [...new Set(days)].toSorted((a, b) => a - b).map(dayInWords);
};

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
      what: "gap",
      words: "with longer waits between the sessions",
      request: withRules({ ...rules, mostGapMinutes: 480 }),
    },
    (rules.leastGapMinutes ?? 0) > 0 && {
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
      what: "days",
      words: `spread over ${days + 1} days`,
      request: withRules({ ...rules, mostDays: days + 1 }),
    },
    (rules.mostSessionsADay ?? sessions.length) < sessions.length && {
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
  const { people, minimumNoticeMinutes } = request;
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
    ({ bufferMinutes = 0 }) => bufferMinutes > 0,
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
    ...((minimumNoticeMinutes ?? 1) > 0
      ? [
          {
            what: "notice" as const,
            words: "with less notice",
            request: { ...request, minimumNoticeMinutes: 0 },
          },
        ]
      : []),
    ...(request.candidate.windows
      ? [
          {
            what: "candidate_windows" as const,
            words: "outside the times that the candidate gave",
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
