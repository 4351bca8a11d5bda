/** What one sentence says for another: `Next week. Mornings only.`, `any time Thursday except noon`. */
import type { DateAtom } from "./date-atom.ts";
import { isSaid, isWide, meet, spanOf, type Group } from "./groups.ts";
import { ask, assume, type Notes } from "./notes.ts";

const isApart = (group: Group): boolean => group.entries[0]?.joined === "or";
const isAllowed = (group: Group): boolean => !group.isDenied;
const isHoursOnly = (group: Group): boolean =>
  isAllowed(group) && group.days.length === 0 && group.frames.length === 0;
const isDaysOnly = (group: Group): boolean =>
  isAllowed(group) && group.times.length === 0 && group.days.length > 0;
const isDated = (group: Group): boolean =>
  group.days.every(({ atom }) => atom.from !== undefined || atom.until !== undefined);
const isFrame = (group: Group): boolean =>
  isDaysOnly(group) && isDated(group) && group.days.every(isWide);

const isOfWeek = ({ atom }: Group["days"][number]): boolean =>
  atom.form === "weekday" || atom.ofWeek !== undefined;

/** Hours that stand alone are those of the days that stand without hours. */
const spreadHours = (groups: Group[], notes: Notes): Group[] => {
  const hours = groups.filter((group) => isHoursOnly(group) && !isApart(group));
  const days = groups.filter((group, at) => isDaysOnly(group) && (at === 0 || !isApart(group)));
  let left = groups;
  for (const alone of hours) {
    const owners = days.filter((group) => group.who === alone.who && group.times.length === 0);
    const everywhere = alone.entries.some(({ isOnly }) => isOnly)
      ? groups.filter(
          (group) => isAllowed(group) && !hours.includes(group) && group.times.length > 0,
        )
      : [];
    if (owners.length === 0 && everywhere.length === 0) continue;
    for (const group of owners) group.times = [...alone.times];
    for (const group of [...owners, ...everywhere]) group.within.push(...alone.within);
    for (const group of everywhere) group.within.push(...alone.times);
    for (const entry of alone.times)
      assume(notes, entry, "these hours are for all the days named beside them");
    left = left.filter((group) => group !== alone);
  }
  return left;
};

/** A week that stands alone is the week of the weekdays in the other groups. */
const spreadFrames = (groups: Group[]): Group[] => {
  const frame = groups.find((group) => isFrame(group) && !isApart(group));
  if (!frame) return groups;
  const inside = groups.filter(
    (group) =>
      group !== frame &&
      isAllowed(group) &&
      !isApart(group) &&
      group.who === frame.who &&
      group.days.length > 0 &&
      group.frames.length === 0 &&
      group.days.every(isOfWeek),
  );
  if (inside.length === 0) return groups;
  for (const group of inside) group.frames.push(...frame.days);
  return groups.filter((group) => group !== frame);
};

const sentenceOf = (group: Group): number | undefined => group.entries[0]?.sentence;

/** Denied hours without a day, said beside days: `Monday, not before 10, or Tuesday`. */
const isOfDays = (group: Group, before: Group): boolean =>
  !isAllowed(group) &&
  group.days.length === 0 &&
  group.times.length > 0 &&
  before.days.length > 0 &&
  sentenceOf(group) === sentenceOf(before);

const hoursMeet = (group: Group, other: Group): boolean =>
  group.times.length === 0 ||
  other.times.length === 0 ||
  group.times.some(({ atom }) =>
    other.times.some((each) => meet(spanOf(atom, group.isDenied), each.atom.span) !== undefined),
  );

/** Hours that are taken out of the last days, but may be meant of the days before as well. */
const askOtherDays = (group: Group, others: readonly Group[], notes: Notes): void => {
  const [time] = group.times;
  const isTight = group.entries[0]?.joined === "none";
  const isOpen = others.some(
    (other) => other.who === group.who && other.days.length > 0 && hoursMeet(group, other),
  );
  if (time && isOpen && !isTight) ask(notes, time, { why: "On which days is that?", choices: [] });
};

/** An exception that takes nothing away was meant otherwise: `Afternoons only, except Friday mornings`. */
const askEmpty = (group: Group, before: Group, notes: Notes): void => {
  const [entry] = group.entries;
  if (!entry || group.days.length === 0 || hoursMeet(group, before)) return;
  ask(notes, entry, { why: "Is that one more time that can be, or none?", choices: [] });
};

/** `weekdays except Fridays between 9 and 5`: hours of the exception, or of all the days? */
const askWhoseHours = (group: Group, before: Group, notes: Notes): void => {
  const [time] = group.times;
  const isFirst = group.entries[0] === time;
  const isClear = isFirst || time?.atom.form === "daypart" || before.times.length > 0;
  if (!time || isClear || group.days.length === 0) return;
  ask(notes, time, {
    why: "Are these hours of what is taken out, or of all the days?",
    choices: [],
  });
};

/** What is taken out after `except`, and denied hours, belong to what stands before them. Returns the groups that hours are taken
 * out of. */
const spreadDenied = (groups: Group[], notes: Notes): ReadonlySet<Group> => {
  const cut = new Set<Group>();
  for (const [at, group] of groups.entries()) {
    const allowed = groups.slice(0, at).filter(isAllowed);
    const before = allowed.at(-1);
    if (!before || group.who !== before.who) continue;
    if (!group.isExcept && !isOfDays(group, before)) continue;
    if (group.isExcept) {
      askEmpty(group, before, notes);
      askWhoseHours(group, before, notes);
    }
    if (group.days.length === 0) {
      askOtherDays(group, allowed.slice(0, -1), notes);
      group.days = [...before.days];
      group.isInherited = true;
      group.frames = [...before.frames];
      cut.add(before);
    } else if (group.days.every(isOfWeek) && isFrame({ ...before, times: [] })) {
      group.frames.push(...before.days);
    }
  }
  return cut;
};

/** `I can't Monday morning but afternoon is fine`: every afternoon, or Monday's? */
const askDaysOfHours = (groups: readonly Group[], notes: Notes): void => {
  const isOfNoDay = groups.every((group) => !isAllowed(group) || group.days.length === 0);
  for (const [at, group] of groups.entries()) {
    const before = groups[at - 1];
    const [time] = group.times;
    if (!before || !time || !isOfNoDay || !isHoursOnly(group)) continue;
    if (isAllowed(before) || before.days.length === 0 || before.times.length === 0) continue;
    ask(notes, time, { why: "On which days is that?", choices: [] });
  }
};

/** Whether a dated day lies in one of the frame's stretches; a weekday can always. */
const isInFrame = (day: Group["days"][number], frame: Group): boolean => {
  const { compare } = Temporal.PlainDate;
  const { from, until } = day.atom;
  if (isOfWeek(day) || !from || !until) return true;
  return frame.days.some(
    ({ atom }) =>
      (!atom.from || compare(atom.from, from) <= 0) &&
      (!atom.until || compare(until, atom.until) <= 0),
  );
};

const isOfBounds = (group: Group): boolean => group.days.some(({ atom }) => atom.form === "bound");

/** `Next week works. Tuesday after 3.`: it narrows the week, or says one more thing of it. */
const askNarrowed = (
  groups: readonly Group[],
  { cut, notes }: { cut: ReadonlySet<Group>; notes: Notes },
): void => {
  const frame = groups.find((group) => isFrame(group) && !isApart(group));
  if (!frame) return;
  const isJudged = frame.entries.some((entry) => entry.isJudged);
  // Some of what else is named lies outside: the frame is hardly of all of it.
  const isBeyond = groups.some(
    (group) =>
      group !== frame && isAllowed(group) && group.days.some((day) => !isInFrame(day, frame)),
  );
  const isMixed = groups.some(
    (group) => group !== frame && isAllowed(group) && group.days.length > 0 && isSaid(group),
  );
  for (const [at, group] of groups.entries()) {
    const [entry] = group.entries;
    const isInside =
      group !== frame && isAllowed(group) && !isApart(group) && group.who === frame.who;
    if (!entry || !isInside || group.frames.length > 0 || !group.days.every(isOfWeek)) continue;
    const isOpen =
      isBeyond ||
      cut.has(group) ||
      groups[at - 1]?.isDenied === true ||
      entry.joined === "and" ||
      (isSaid(frame) && entry.joined === "stop" && isOfBounds(frame)) ||
      (isSaid(frame) && (isMixed || groups.indexOf(frame) > at)) ||
      (isJudged && (group.times.length > 0 || entry.joined === "stop"));
    if (group.days.length === 0 || !isOpen) continue;
    ask(notes, entry, { why: "Is all of it possible, or only this?", choices: [] });
  }
};

/** `Monday to Friday, Wednesday after 3`: the day stands in both, with and without hours. */
const askDoubled = (groups: readonly Group[], notes: Notes): void => {
  const wide = groups.filter((group) => isDaysOnly(group) && group.times.length === 0);
  for (const group of groups) {
    const [entry] = group.entries;
    if (!entry || !isAllowed(group) || group.times.length === 0 || isApart(group)) continue;
    const isDoubled = wide.some(
      (other) =>
        other.who === group.who &&
        other.days.some(
          ({ atom }) => atom.ofWeek && group.days.some((day) => isWithin(day.atom, atom)),
        ),
    );
    if (isDoubled)
      ask(notes, entry, { why: "Is all of that day possible, or only this?", choices: [] });
  }
};

const isWithin = (one: DateAtom, other: DateAtom): boolean => {
  if (!one.from || !other.from || !other.until) return false;
  const { compare } = Temporal.PlainDate;
  return compare(one.from, other.from) >= 0 && compare(one.from, other.until) <= 0;
};

/** The groups with what they say for each other. */
export const settleGroups = (groups: Group[], notes: Notes): Group[] => {
  const cut = spreadDenied(groups, notes);
  askDaysOfHours(groups, notes);
  askNarrowed(groups, { cut, notes });
  askDoubled(groups, notes);
  return spreadFrames(spreadHours(groups, notes));
};
