/** What alone would have to give when nothing fits, as a person can choose it: what cannot be chosen is not offered. */
import { whenInWords } from "../src/domain/itinerary.ts";
import type { Relaxation } from "../src/domain/no-fit.ts";
import type { FoundTimes } from "./find-times.ts";
import { isInPlace, kindOf, relaxContext } from "./relaxed.ts";
import type { SchedulingContext } from "./scheduling-context.ts";
import type { SearchBudget } from "./search-budget.ts";
import { roomsOf } from "./with-rooms.ts";

interface Asked {
  context: SchedulingContext;
  /** Looks for times as they are looked for once somebody has chosen. */
  find(context: SchedulingContext): Pick<FoundTimes, "itineraries">;
  /** What `find` takes its steps from. */
  budget: Pick<SearchBudget, "isOver">;
}

/** A person is offered no more. */
const MOST = 6;

/** Those of the engine's that lead to times, in their order. To the engine a room is one more person, and outside of what a
 * candidate said nights do not count: there only what is found when it is tried tells whether it fits, and when. So it does
 * whether all would fit by video. */
export const helping = (relaxations: readonly Relaxation[], asked: Asked): Relaxation[] => {
  const { sessions } = asked.context;
  const hasRooms = roomsOf(asked.context).length > 0;
  const isKnown = relaxations.some(({ id }) => id === BY_VIDEO.id);
  const isToTry = ({ id }: Relaxation): boolean =>
    hasRooms || kindOf(id) === "candidate_windows" || (id === BY_VIDEO.id && !isKnown);
  return triedOut(withVideo(relaxations, sessions), { ...asked, isToTry });
};

const BY_VIDEO = { id: "format", change: "By video instead of on site", words: "" };

/** What costs people more than to meet by video. */
const DEARER: ReadonlySet<string> = new Set([
  "limit",
  "duration",
  "person",
  "hours",
  "paused",
  "candidate_windows",
]);

/** With the video that the engine does not know of where a room stands in the way, in its place. */
export const withVideo = (
  relaxations: readonly Relaxation[],
  sessions: SchedulingContext["sessions"],
): Relaxation[] => {
  const isKnown = relaxations.some(({ id }) => id === BY_VIDEO.id);
  if (isKnown || !sessions.some(isInPlace)) return [...relaxations];
  const at = relaxations.findIndex(({ id }) => DEARER.has(kindOf(id)));
  return relaxations.toSpliced(at === -1 ? relaxations.length : at, 0, BY_VIDEO);
};

/** Each tried, and offered when it helps: with rooms a search for every room, so of a kind no more than the first one that
 * does, and none when the steps are used up; by video first, which needs no room. What need not be tried is offered as it is. */
export const triedOut = (
  relaxations: readonly Relaxation[],
  { isToTry, ...asked }: Asked & { isToTry(relaxation: Relaxation): boolean },
): Relaxation[] => {
  const helped = new Set<string>();
  const offered: Relaxation[] = [];
  const isQuick = ({ id }: Relaxation): boolean => id === BY_VIDEO.id;
  for (const { id, change, words } of relaxations.toSorted(
    (a, b) => Number(isQuick(b)) - Number(isQuick(a)),
  )) {
    const isKnown = helped.has(kindOf(id)) || offered.length === MOST;
    const relaxation = { id, change, words };
    if (!isToTry(relaxation)) offered.push(relaxation);
    else if (!isKnown) {
      const told = tried(relaxation, asked);
      if (told) helped.add(kindOf(id));
      offered.push(...(told ? [told] : []));
    }
  }
  const places = relaxations.map(({ id }) => id);
  return offered.toSorted((a, b) => places.indexOf(a.id) - places.indexOf(b.id));
};

/** Shape: null when it does not help. */
const tried = ({ id, change }: Relaxation, { context, find, budget }: Asked): Relaxation | null => {
  const { zone, toldZone = zone } = context.candidate;
  const looser = budget.isOver ? null : relaxContext(context, { id, change });
  const [best] = looser ? find(looser).itineraries : [];
  if (!best) return null;
  // A search that was cut off need not have found the time that is found once somebody has chosen.
  const when = budget.isOver ? "" : `, best on ${whenInWords(best.sessions, toldZone)}`;
  return { id, change, words: `${change} it fits${when}.` };
};
