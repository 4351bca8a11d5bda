/** Days and hours that belong together: `Tuesday or Wednesday after 3` is one group, `Tue 2–5 or Thursday` are two. */
import type { DaySpan, TimeAtom } from "./clock-times.ts";
import type { DateAtom } from "./date-atom.ts";
import type { Entry } from "./entry-state.ts";

type DateEntry = Extract<Entry, { kind: "date" }>;
type TimeEntry = Extract<Entry, { kind: "time" }>;

/** One of `days`, inside all of `frames`, at one of `times`. */
export interface Group {
  entries: Entry[];
  days: DateEntry[];
  frames: DateEntry[];
  times: TimeEntry[];
  /** Narrows all of `times`. */
  within: TimeEntry[];
  isDenied: boolean;
  isExcept: boolean;
  /** Its days are those of the group that it is an exception of. */
  isInherited: boolean;
  who: readonly string[] | undefined;
}

/** Whether somebody has said of it that it can be, or cannot. */
export const isSaid = (group: Group): boolean =>
  group.entries.some(({ isMarked, isJudged }) => isMarked || isJudged === true);

const groupOf = (entry: Entry): Group => ({
  entries: [],
  days: [],
  frames: [],
  times: [],
  within: [],
  isDenied: entry.isDenied,
  isExcept: entry.isExcept,
  isInherited: false,
  who: entry.who,
});

const groupWith = (entry: Entry): Group => ({
  ...groupOf(entry),
  entries: [entry],
  days: entry.kind === "date" ? [entry] : [],
  times: entry.kind === "time" ? [entry] : [],
});

const isWeekday = ({ atom }: { atom: DateAtom }): boolean => atom.form === "weekday";
/** Days that can be the frame of others; `Monday to Wednesday` are days as Monday is. */
export const isWide = ({ atom }: { atom: DateAtom }): boolean =>
  (atom.form === "range" && !atom.ofWeek) || atom.form === "bound";
const isOfWeek = (entry: { atom: DateAtom }): boolean =>
  isWeekday(entry) || entry.atom.ofWeek !== undefined;

/** Whether the days narrow each other rather than being alternatives. */
const narrows = (group: Group, entry: DateEntry): boolean => {
  if (entry.joined === "or") return false;
  if (entry.atom.form === "bound")
    return entry.joined !== "comma" || group.days.every(isWide) || group.times.length === 0;
  if (group.days.some(({ atom }) => atom.form === "bound"))
    return entry.joined !== "stop" || isOfWeek(entry);
  const isMixed =
    (group.days.every(isOfWeek) && isWide(entry)) || (group.days.every(isWide) && isOfWeek(entry));
  const isBothWide = entry.joined === "none" && group.days.every(isWide) && isWide(entry);
  return isBothWide || (isMixed && entry.joined !== "and");
};

const narrow = (group: Group, entry: DateEntry): void => {
  if (isWide(entry) && !group.days.every(isWide)) group.frames.push(entry);
  else {
    group.frames.push(...group.days);
    group.days = [entry];
  }
};

/** Whether the next entry stands right beside this one and is of the other kind: they are a pair of their own. */
const isPaired = (entry: Entry, next: Entry | undefined): boolean =>
  next !== undefined &&
  next.joined === "none" &&
  next.kind !== entry.kind &&
  next.isDenied === entry.isDenied;

const beginsWithTime = (group: Group): boolean => group.entries[0]?.kind === "time";

const addDay = (group: Group, entry: DateEntry, next: Entry | undefined): boolean => {
  if (group.days.length === 0) {
    const isApart = entry.joined === "or" || (entry.joined !== "none" && isPaired(entry, next));
    if (isApart) return false;
    group.days.push(entry);
    return true;
  }
  // `Monday morning, any day but Tuesday`.
  const isAnyDay = entry.atom.form === "bound" && !entry.atom.from && !entry.atom.until;
  if (isAnyDay && entry.joined !== "none") return false;
  if (narrows(group, entry)) {
    narrow(group, entry);
    return true;
  }
  if (group.times.length > 0 && (!beginsWithTime(group) || isPaired(entry, next))) return false;
  group.days.push(entry);
  return true;
};

const isOpenPair = (group: Group, entry: TimeEntry): boolean => {
  const last = group.times.at(-1);
  const forms = [last?.atom.form, entry.atom.form];
  return forms.includes("from") && forms.includes("before");
};

const addTime = (group: Group, entry: TimeEntry, next: Entry | undefined): boolean => {
  const isJoined = entry.joined !== "none";
  // `9-11 Monday, 2-4 Tuesday` are two; in `10-11 or 2-3 Monday` the day is of both.
  if (isJoined && entry.atom.form === "all" && group.times.length > 0) return false;
  const isOfList = group.days.length === 0 && group.times.length > 0 && entry.atom.form !== "all";
  if (isJoined && !isOfList && isPaired(entry, next)) return false;
  if (group.times.length === 0) {
    if (entry.joined === "or" && group.days.length > 0) return false;
    group.times.push(entry);
    return true;
  }
  if (beginsWithTime(group) && group.days.length > 0 && isJoined) return false;
  if (
    entry.joined === "none" ||
    (entry.joined !== "or" && !group.isDenied && isOpenPair(group, entry))
  )
    group.within.push(entry);
  else group.times.push(entry);
  return true;
};

const canJoin = (group: Group, entry: Entry): boolean => {
  if (
    group.isDenied !== entry.isDenied ||
    group.isExcept !== entry.isExcept ||
    group.who !== entry.who
  )
    return false;
  // `no mornings, no Fridays`: two denials; `Monday works, Tuesday after 3`: two clauses.
  if (entry.isApart || (entry.isDenied && entry.isMarked)) return false;
  if (entry.joined !== "stop")
    return !(entry.isDenied && entry.joined === "or" && group.entries.at(-1)?.kind !== entry.kind);
  // A new sentence may still say more of days without hours: `Next week. Tuesday or Wednesday.`
  const isWeekdayOfWeek =
    entry.kind === "date" &&
    isOfWeek(entry) &&
    group.days.every(isWide) &&
    group.times.length === 0;
  if (entry.isJudged || isSaid(group)) return false;
  const isHoursOfDays = entry.kind === "time" && group.times.length === 0;
  return !entry.isDenied && group.days.length > 0 && (isWeekdayOfWeek || isHoursOfDays);
};

/** A time right after the last day of a list takes that day along: `2–5 Tuesday or Thursday after 4`. */
const takeLastDay = (group: Group, entry: Entry): Group | undefined => {
  const last = group.entries.at(-1);
  if (entry.kind !== "time" || entry.joined !== "none" || last?.kind !== "date") return undefined;
  if (entry.isMarked || last.isDenied !== entry.isDenied) return undefined;
  if (group.times.length === 0 || group.days.length < 2) return undefined;
  group.entries.pop();
  group.days.pop();
  return { ...groupOf(entry), entries: [last, entry], days: [last], times: [entry] };
};

/** The entries in groups, in order. `breaks`: places over which nothing is one group, such as one of several zones. */
export const groupsOf = (entries: readonly Entry[], breaks: readonly number[] = []): Group[] => {
  const groups: Group[] = [];
  for (const [at, entry] of entries.entries()) {
    const next = entries[at + 1];
    const current = groups.at(-1);
    const taken = current && takeLastDay(current, entry);
    if (taken) {
      groups.push(taken);
      continue;
    }
    const first = current?.entries[0]?.start ?? 0;
    const isBroken =
      entry.joined !== "none" && breaks.some((place) => place >= first && place < entry.start);
    const target = current && !isBroken && canJoin(current, entry) ? current : undefined;
    const add = (group: Group): boolean =>
      entry.kind === "date" ? addDay(group, entry, next) : addTime(group, entry, next);
    if (target && add(target)) target.entries.push(entry);
    else {
      groups.push(groupWith(entry));
    }
  }
  return groups;
};

/** The part of both spans; undefined when there is none. Spans over midnight narrow nothing. */
export const meet = (one: DaySpan, other: DaySpan): DaySpan | undefined => {
  if (one.until <= one.from) return one;
  if (other.until <= other.from) return other;
  const span = { from: Math.max(one.from, other.from), until: Math.min(one.until, other.until) };
  return span.from < span.until ? span : undefined;
};

/** What is meant by a part of the day: more when it is denied. */
export const spanOf = (atom: TimeAtom, isDenied: boolean): DaySpan =>
  isDenied && atom.wide ? atom.wide : atom.span;
