/** What would have to give when no slot fits: each rule that people could bend is bent by itself, the search is asked again,
 * and what it then finds is told, what costs people least first. */
import { bufferInWords, bufferOf } from "../domain/buffer.ts";
import type { PersonTime } from "./availability.ts";
import { boundsOf, buildFrame, type Frame, type Panelist } from "./frame.ts";
import { addStarts, emptySet, startMinute, type StartSet } from "./grid.ts";
import { instantOf, mergeSpans, minuteCeil } from "./minutes.ts";
import { forbiddenStarts } from "./rules.ts";
import { buildScoreModel } from "./score.ts";
import { minimumNoticeOf } from "./horizon.ts";
import { LEAST_NOTICE_MINUTES } from "./defaults.ts";
import { countStarts, searchStarts } from "./search.ts";
import { clockInWords, dayInWords, spanInWords, windowsInWords } from "./time-words.ts";
import type { RelaxationKind, SlotPlace, SlotRelaxation, SlotRequest } from "./types.ts";
import { dayOf, localMinute } from "./zone-clock.ts";

interface Bent {
  /** Needed where kind and person do not tell it from others. */
  id?: string;
  what: RelaxationKind;
  email?: string;
  /** `Without Ada's buffer of 15 minutes`. */
  words: string;
  frame: Frame;
}

/** More than that nobody reads. */
const MOST = 10;
/** So far outside of their hours somebody could be asked for once. Units: minutes. */
const BEYOND_HOURS = 60;
/** So much shorter a session could be, and no shorter than twice that. Units: minutes. */
const SHORTER = 15;

/** What alone makes it fit. Shape: in the order of what it costs people; of one kind what gives the most times first. */
export const relaxSlot = (request: SlotRequest): SlotRelaxation[] => {
  const wide = buildFrame({ ...request, minimumNoticeMinutes: 0 });
  const strict = withNotice(wide, request);
  const kinds = [
    eachOrAll(strict, UNBUFFERED),
    sooner(wide, request),
    byVideo(strict),
    eachOrAll(strict, UNLIMITED),
    shorter(request),
    replaced(strict, request),
    eachOrAll(strict, LONGER_HOURS),
    eachOrAll(strict, UNPAUSED),
    anyTime(strict, request),
  ];
  return kinds
    .flatMap((bent) =>
      bent.flatMap((each) => told(each, request) ?? []).toSorted((a, b) => b.more - a.more),
    )
    .slice(0, MOST);
};

const sooner = (wide: Frame, request: SlotRequest): Bent[] => {
  if (minimumNoticeOf(request) <= LEAST_NOTICE_MINUTES) return [];
  const frame = withNotice(wide, { ...request, minimumNoticeMinutes: LEAST_NOTICE_MINUTES });
  return [{ what: "notice", words: "With less notice", frame }];
};

const withNotice = (frame: Frame, request: SlotRequest): Frame => {
  const forbidden = Uint32Array.from(frame.candidate.forbidden);
  const end = minuteCeil(request.now) + minimumNoticeOf(request);
  addStarts(forbidden, frame.grid, { start: -Infinity, end });
  const bounds = boundsOf(request, frame.grid.duration);
  return { ...withForbidden(frame, forbidden), bounds };
};

const withForbidden = (frame: Frame, forbidden: StartSet): Frame => ({
  ...frame,
  candidate: { ...frame.candidate, forbidden },
});

/** What a bend gives: nothing when it makes nothing fit. */
const told = (
  { frame, words, ...rest }: Bent,
  request: SlotRequest,
): SlotRelaxation | undefined => {
  const model = buildScoreModel([frame], request.weights);
  const more = countStarts(frame, model);
  const [best] = searchStarts(frame, model, 1);
  if (!best) return undefined;
  const minute = startMinute(frame.grid, best.start);
  const { told: clock } = frame.candidate;
  const when = `${dayInWords(dayOf(localMinute(clock, minute)))} at ${clockInWords(minute, clock)}`;
  const result = more === 1 ? `it fits on ${when}` : `it fits at ${more} times, best on ${when}`;
  const id = rest.email === undefined ? rest.what : `${rest.what}:${rest.email}`;
  return {
    id,
    ...rest,
    more,
    best: instantOf(minute).toString(),
    change: words,
    words: `${words} ${result}.`,
  };
};

/** Something that one person keeps for themselves. */
interface OwnRule {
  what: RelaxationKind;
  applies(time: PersonTime): boolean;
  without(time: PersonTime): PersonTime;
  words(time: PersonTime): string;
  /** For all of them at once. */
  allWords: string;
}

const UNBUFFERED: OwnRule = {
  what: "buffer",
  applies: ({ buffer: { before, after } }) => before > 0 || after > 0,
  without: (time) => ({ ...time, buffer: bufferOf(0) }),
  words: ({ name, buffer }) => `Without ${name}'s buffer of ${bufferInWords(buffer)}`,
  allWords: "Without anybody's buffer",
};

const UNLIMITED: OwnRule = {
  what: "limit",
  applies: ({ maxPerDay, maxPerWeek }) => maxPerDay < Infinity || maxPerWeek < Infinity,
  without: (time) => ({ ...time, maxPerDay: Infinity, maxPerWeek: Infinity }),
  words: ({ name }) => `With one interview more than ${name}'s limit`,
  allWords: "With one interview more than anybody's limit",
};

const LONGER_HOURS: OwnRule = {
  what: "hours",
  applies: () => true,
  without: (time) => ({
    ...time,
    hours: mergeSpans(
      time.hours.map(({ start, end }) => ({
        start: start - BEYOND_HOURS,
        end: end + BEYOND_HOURS,
      })),
    ),
  }),
  words: ({ name }) => `Up to an hour outside of ${name}'s working hours`,
  allWords: "Up to an hour outside of everybody's working hours",
};

const UNPAUSED: OwnRule = {
  what: "paused",
  applies: ({ pausedUntil }) => pausedUntil > -Infinity,
  without: (time) => ({ ...time, pausedUntil: -Infinity }),
  words: ({ name }) => `If ${name} takes interviews again already`,
  allWords: "If all who pause take interviews again already",
};

/** For each person by themselves; for all together when no one alone is enough. */
const eachOrAll = (frame: Frame, rule: OwnRule): Bent[] => {
  const bent = frame.panelists
    .filter(({ time }) => rule.applies(time))
    .map((panelist) => ({ panelist, looser: bend(panelist, rule, frame) }));
  const single = bent.flatMap(({ panelist, looser }): Bent[] => {
    const { time } = panelist;
    const other = withPanelists(frame, new Map([[panelist, looser]]));
    if (!isPossible(other)) return [];
    return [{ what: rule.what, email: time.email, words: rule.words(time), frame: other }];
  });
  if (single.length > 0 || bent.length < 2) return single;
  const all = new Map(bent.map(({ panelist, looser }) => [panelist, looser]));
  return [{ what: rule.what, words: rule.allWords, frame: withPanelists(frame, all) }];
};

/** Whether anything fits. */
const isPossible = (frame: Frame): boolean =>
  searchStarts(frame, buildScoreModel([frame]), 1).length > 0;

const bend = (panelist: Panelist, rule: OwnRule, { grid, onsite }: Frame): Panelist => ({
  ...panelist,
  forbidden: forbiddenStarts(rule.without(panelist.time), { grid, onsite }),
});

const withPanelists = (frame: Frame, others: ReadonlyMap<Panelist, Panelist>): Frame => {
  const other = (panelist: Panelist): Panelist => others.get(panelist) ?? panelist;
  return {
    ...frame,
    panelists: frame.panelists.map(other),
    places: frame.places.map((place) => ({ ...place, choices: place.choices.map(other) })),
  };
};

const byVideo = (frame: Frame): Bent[] => {
  if (!frame.onsite) return [];
  const { grid } = frame;
  const others = new Map(
    frame.panelists.map((panelist) => [
      panelist,
      { ...panelist, forbidden: forbiddenStarts(panelist.time, { grid, onsite: false }) },
    ]),
  );
  const other = withPanelists({ ...frame, onsite: false }, others);
  return [{ what: "format", words: "By video instead of on site", frame: other }];
};

const shorter = (request: SlotRequest): Bent[] => {
  const durationMinutes = request.session.durationMinutes - SHORTER;
  if (durationMinutes < 2 * SHORTER) return [];
  const frame = buildFrame({ ...request, session: { ...request.session, durationMinutes } });
  return [{ what: "duration", words: `With ${spanInWords(durationMinutes)}`, frame }];
};

/** As if anybody could take a place, when others are there to say the time. */
const replaced = (frame: Frame, request: SlotRequest): Bent[] =>
  request.places.flatMap(({ label, choices }, index): Bent[] => {
    const [email, ...others] = new Set(choices);
    if (email === undefined || request.places.length === 1) return [];
    const isSame = (place: SlotPlace): boolean =>
      others.length === 0 && place.choices.every((choice) => choice === email);
    // Who sits in two places alone is told of once.
    if (request.places.slice(0, index).some(isSame)) return [];
    const places = frame.places.filter((_, other) => other !== index);
    const who = others.length === 0 ? (request.people[email]?.name ?? email) : undefined;
    return [
      {
        what: "person",
        ...(who === undefined ? { id: `person:#${index}` } : { email }),
        words: `If ${who ?? `who takes the place "${label}"`} may be replaced`,
        frame: { ...frame, places },
      },
    ];
  });

const anyTime = (frame: Frame, request: SlotRequest): Bent[] => {
  if (!request.candidate.windows) return [];
  const other = withNotice(withForbidden(frame, emptySet(frame.grid)), request);
  const words = `Outside of ${windowsInWords(request.candidate)}`;
  return [{ what: "candidate_windows", words, frame: other }];
};
