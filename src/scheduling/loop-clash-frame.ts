/** A loop with some of its rules alone: what is asked to find out which of them clash. */
import type { Panelist } from "./frame.ts";
import { outsideWindows } from "./frame.ts";
import { addStarts, emptySet, type Grid, type StartSet } from "./grid.ts";
import { minimumNoticeOf } from "./horizon.ts";
import { buildLoopFrame, type LoopFrame, type SessionFrame } from "./loop-frame.ts";
import { buildLoopModel, type LoopModel } from "./loop-model.ts";
import type { LoopRequest } from "./loop-types.ts";
import { minuteCeil, MINUTES_A_DAY } from "./minutes.ts";
import { rulesOfPerson } from "./rule-clash.ts";
import type { BlockerKind } from "./types.ts";

/** One rule of one person, or of all. */
export interface LoopRuleSet {
  what: BlockerKind;
  /** Whose, as the first session that may need them sees them; undefined: of all. */
  panelist: Panelist | undefined;
  /** By session the starts that it forbids. */
  forbidden: (StartSet | undefined)[];
  /** It holds between sessions, wherever they lie. */
  isBetween: boolean;
}

export interface ClashFrame {
  /** Those that forbid something. */
  rules(): LoopRuleSet[];
  /** The loop under these rules. All itineraries are worth the same: any is enough. */
  modelWith(rules: readonly LoopRuleSet[]): LoopModel;
  /** What the rules cost to be read, and a model to be built. Units: steps. */
  steps: { rules: number; model: number };
}

/** The frame of a request that has been checked, or of some days of it. */
export const clashFrameOf = (request: LoopRequest): ClashFrame => {
  const { windows: _windows, ...candidate } = request.candidate;
  const bare = { ...request, candidate, minimumNoticeMinutes: 0 };
  const frame = buildLoopFrame(bare);
  const { previous: _previous, ...unbooked } = bare;
  const worthless = { ...unbooked, weights: NOTHING_COUNTS };
  const size = (frame.grid.count * frame.sessions.length * (4 + frame.people)) / 1_000;
  return {
    rules: () =>
      [...ownRules(frame), ...commonRules(frame, request), ...rulesBetween(request)].filter(
        ({ forbidden, isBetween }) =>
          isBetween || forbidden.some((set) => set?.some((word) => word !== 0)),
      ),
    modelWith: (kept) => buildLoopModel(frameWith(frame, kept), worthless),
    steps: { rules: Math.ceil(size / 2), model: Math.ceil(size / 8) },
  };
};

const NOTHING_COUNTS = {
  attendance: 0,
  focus_kept: 0,
  invitations_kept: 0,
  load_balance: 0,
  candidate_comfort: 0,
  panel_comfort: 0,
  earliness: 0,
  compactness: 0,
  few_days: 0,
};

const gridOf = ({ frame }: SessionFrame): Grid => frame.grid;

const panelOf = ({ frame: { places } }: SessionFrame): Panelist[] => [
  ...new Set(places.flatMap(({ choices }) => choices)),
];

/** By person and kind over all sessions. Those of one who sits in several hold between these too. */
const ownRules = ({ sessions }: LoopFrame): LoopRuleSet[] => {
  const found = new Map<string, LoopRuleSet>();
  for (const [index, session] of sessions.entries()) {
    if (session.fixedAt >= 0) continue;
    const { grid, onsite } = session.frame;
    for (const panelist of panelOf(session)) {
      for (const { what, forbidden } of rulesOfPerson(panelist, { grid, onsite })) {
        const key = `${panelist.rank} ${what}`;
        const isBetween = holdsBetween(what, panelist);
        const rule = found.get(key) ?? { what, panelist, forbidden: [], isBetween };
        rule.forbidden[index] = forbidden;
        found.set(key, rule);
      }
    }
  }
  return [...found.values()];
};

/** What limits somebody who has to sit in several sessions of the loop, whatever their calendar says. */
const holdsBetween = (what: BlockerKind, { time }: Panelist): boolean => {
  const { buffer, maxPerDay, maxPerWeek } = time;
  return (
    (what === "buffer" && buffer.before + buffer.after > 0) ||
    (what === "day_limit" && maxPerDay < Infinity) ||
    (what === "week_limit" && maxPerWeek < Infinity)
  );
};

/** Notice and windows; what is pinned has no notice, and what is fixed whole no window either. */
const commonRules = ({ sessions }: LoopFrame, request: LoopRequest): LoopRuleSet[] => {
  const notice = minuteCeil(request.now) + minimumNoticeOf(request);
  const early = sessions.map((session) => {
    const set = emptySet(gridOf(session));
    if (session.asked.pinned?.start) return undefined;
    addStarts(set, gridOf(session), { start: -Infinity, end: notice });
    return set;
  });
  const outside = sessions.map((session) =>
    session.fixedAt >= 0 ? undefined : outsideWindows(request, gridOf(session)),
  );
  return [
    { what: "minimum_notice", panelist: undefined, forbidden: early, isBetween: false },
    { what: "candidate_windows", panelist: undefined, forbidden: outside, isBetween: false },
  ];
};

const rulesBetween = ({ rules = {}, sessions }: LoopRequest): LoopRuleSet[] => {
  const isThere: [BlockerKind, boolean][] = [
    ["order", sessions.some(({ after = [] }) => after.length > 0)],
    ["least_gap", (rules.leastGapMinutes ?? 0) > 0],
    ["most_gap", sessions.length > 1],
    ["pause", rules.pause !== undefined],
    ["lunch", rules.lunch !== undefined],
    ["days", (rules.mostDays ?? 1) > 1 && (rules.mostDays ?? 1) < sessions.length],
    ["sessions_a_day", (rules.mostSessionsADay ?? sessions.length) < sessions.length],
  ];
  return isThere.flatMap(([what, is]) =>
    is ? [{ what, panelist: undefined, forbidden: [], isBetween: true }] : [],
  );
};

/** Who can be asked when, by these rules alone. */
const frameWith = (frame: LoopFrame, kept: readonly LoopRuleSet[]): LoopFrame => {
  const has = new Set(kept.filter(({ panelist }) => !panelist).map(({ what }) => what));
  const { leastGapMinutes, mostGapMinutes, mostDays, mostSessionsADay, pause, lunch } = frame.rules;
  const all = frame.sessions.length;
  return {
    ...frame,
    rules: {
      leastGapMinutes: has.has("least_gap") ? leastGapMinutes : 0,
      mostGapMinutes: has.has("most_gap") ? mostGapMinutes : MINUTES_A_DAY,
      mostDays: mostDays === 1 || has.has("days") ? mostDays : all,
      mostSessionsADay: has.has("sessions_a_day") ? mostSessionsADay : all,
      ...(pause && has.has("pause") && { pause }),
      ...(lunch && has.has("lunch") && { lunch }),
    },
    sessions: frame.sessions.map((session, index) => ({
      ...sessionWith({ session, index, kept }),
      after: has.has("order") ? session.after : 0,
      previous: undefined,
    })),
  };
};

const sessionWith = ({
  session,
  index,
  kept,
}: {
  session: SessionFrame;
  index: number;
  kept: readonly LoopRuleSet[];
}): SessionFrame => {
  const { frame } = session;
  const own = new Map<number, LoopRuleSet[]>();
  const forbidden = frame.candidate.forbidden.slice();
  for (const rule of kept) {
    if (rule.panelist) own.set(rule.panelist.rank, [...(own.get(rule.panelist.rank) ?? []), rule]);
    else add(forbidden, rule.forbidden[index]);
  }
  const known = new Map<Panelist, Panelist>();
  const to = (panelist: Panelist): Panelist => {
    const changed =
      known.get(panelist) ?? panelistWith(panelist, own.get(panelist.rank) ?? [], index);
    known.set(panelist, changed);
    return changed;
  };
  const places = frame.places.map((place) => ({ ...place, choices: place.choices.map(to) }));
  const placeAt = (at: number) => places[at] ?? { ...frame.places[at], choices: [] };
  return {
    ...session,
    frame: { ...frame, places, candidate: { ...frame.candidate, forbidden } },
    open: session.open.map((open) => ({
      ...open,
      place: { ...open.place, ...placeAt(open.index) },
      choices: open.choices.map(to),
    })),
    bound: session.bound.map((bound) => ({
      ...bound,
      place: { ...bound.place, ...placeAt(bound.index) },
      panelist: to(bound.panelist),
    })),
  };
};

const NO_BUFFER = { before: 0, after: 0 };

const panelistWith = (
  panelist: Panelist,
  rules: readonly LoopRuleSet[],
  session: number,
): Panelist => {
  const forbidden = new Uint32Array(panelist.forbidden.length);
  for (const rule of rules) add(forbidden, rule.forbidden[session]);
  const has = (kind: BlockerKind): boolean => rules.some(({ what }) => what === kind);
  const { time } = panelist;
  return {
    ...panelist,
    forbidden,
    time: {
      ...time,
      buffer: has("buffer") ? time.buffer : NO_BUFFER,
      maxPerDay: has("day_limit") ? time.maxPerDay : Infinity,
      maxPerWeek: has("week_limit") ? time.maxPerWeek : Infinity,
    },
  };
};

const add = (set: StartSet, other: StartSet | undefined): void => {
  if (!other) return;
  for (let word = 0; word < set.length; word += 1)
    set[word] = (set[word] ?? 0) | (other[word] ?? 0);
};
