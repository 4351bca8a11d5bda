/** Which session asks about what. The weightier always comes before the lesser: something is left out only where it cannot be
 * placed beside all weightier ones, however these are moved. Of all ways to place those, the best fills the most sessions and
 * suits them best. Both are searched exactly; a search that takes too many steps keeps the best that it has found. */

/** Units: minutes. `suits`: how well, session by session; `null` where it cannot be asked. */
export interface ToPlace {
  id: string;
  minutes: number;
  suits: readonly (number | null)[];
}

export interface Room {
  minutes: number;
  /** So many and no more. */
  most: number;
}

export interface Placed {
  /** Index of the session, by id. */
  at: ReadonlyMap<string, number>;
  leftOut: string[];
}

const MOST_STEPS = 20_000;

/** A session with nothing to ask is worse than any that suits badly. */
const SESSION_FILLED = 1_000;

interface Search {
  items: readonly ToPlace[];
  left: Room[];
  used: number[];
  at: number[];
  best: { at: number[]; worth: number } | undefined;
  steps: number;
  /** Any way at all will do. */
  isFirstEnough: boolean;
}

const mostWorth = ({ items, used }: Search, from: number): number => {
  const rest = items.slice(from);
  const empty = used.filter((count) => count === 0).length;
  return (
    Math.min(empty, rest.length) * SESSION_FILLED +
    rest.reduce((sum, { suits }) => sum + Math.max(...suits.map((one) => one ?? 0)), 0)
  );
};

/** Sessions for one item, the best first: what it suits, then where most time is left, then in the plan's order. */
const choicesFor = ({ minutes, suits }: ToPlace, left: readonly Room[]): number[] =>
  left
    .map((room, index) => ({ room, index, suit: suits[index] ?? null }))
    .filter(({ room, suit }) => suit !== null && room.most > 0 && room.minutes >= minutes)
    .toSorted(
      (one, two) => (two.suit ?? 0) - (one.suit ?? 0) || two.room.minutes - one.room.minutes,
    )
    .map(({ index }) => index);

const move = (
  search: Search,
  { index, minutes, count }: { index: number; minutes: number; count: 1 | -1 },
): void => {
  const room = search.left[index];
  if (room === undefined) return;
  room.minutes -= minutes * count;
  room.most -= count;
  search.used[index] = (search.used[index] ?? 0) + count;
};

const isOver = ({ best, isFirstEnough, steps }: Search): boolean =>
  steps > MOST_STEPS || (isFirstEnough && best !== undefined);

const explore = (search: Search, { from, worth }: { from: number; worth: number }): void => {
  search.steps += 1;
  const item = search.items[from];
  if (item === undefined) {
    if (search.best === undefined || worth > search.best.worth)
      search.best = { at: [...search.at], worth };
    return;
  }
  for (const index of choicesFor(item, search.left)) {
    const gain = (item.suits[index] ?? 0) + (search.used[index] === 0 ? SESSION_FILLED : 0);
    move(search, { index, minutes: item.minutes, count: 1 });
    search.at[from] = index;
    const atMost = worth + gain + mostWorth(search, from + 1);
    if (search.best === undefined || atMost > search.best.worth)
      explore(search, { from: from + 1, worth: worth + gain });
    move(search, { index, minutes: item.minutes, count: -1 });
    if (isOver(search)) return;
  }
};

const find = ({
  items,
  rooms,
  isFirstEnough,
}: Pick<Search, "items" | "isFirstEnough"> & { rooms: readonly Room[] }): number[] | undefined => {
  const search: Search = {
    items,
    left: rooms.map((room) => ({ ...room })),
    used: rooms.map(() => 0),
    at: [],
    best: undefined,
    steps: 0,
    isFirstEnough,
  };
  explore(search, { from: 0, worth: 0 });
  return search.best?.at;
};

/** Places for items given in the order of their weight. */
export const place = (items: readonly ToPlace[], rooms: readonly Room[]): Placed => {
  const kept: ToPlace[] = [];
  const leftOut: string[] = [];
  for (const item of items) {
    if (find({ items: [...kept, item], rooms, isFirstEnough: true }) === undefined)
      leftOut.push(item.id);
    else kept.push(item);
  }
  const at = find({ items: kept, rooms, isFirstEnough: false }) ?? [];
  return { at: new Map(kept.map(({ id }, index) => [id, at[index] ?? 0])), leftOut };
};
