/** What one sentence says for another: `Next week. Mornings only.`, `any time Thursday except noon`. */
import type { Group } from "./groups.ts";
import { assume, type Notes } from "./notes.ts";

const isApart = (group: Group): boolean => group.entries[0]?.joined === "or";
const isAllowed = (group: Group): boolean => !group.isDenied;
const isHoursOnly = (group: Group): boolean =>
  isAllowed(group) && group.days.length === 0 && group.frames.length === 0;
const isDaysOnly = (group: Group): boolean =>
  isAllowed(group) && group.times.length === 0 && group.days.length > 0;
const isFrame = (group: Group): boolean =>
  isDaysOnly(group) &&
  group.days.every(({ atom }) => atom.form === "range" || atom.form === "bound");

/** Hours that stand alone are those of the days that stand without hours. */
const spreadHours = (groups: Group[], notes: Notes): Group[] => {
  const hours = groups.filter((group) => isHoursOnly(group) && !isApart(group));
  const days = groups.filter((group, at) => isDaysOnly(group) && (at === 0 || !isApart(group)));
  let left = groups;
  for (const alone of hours) {
    const owners = days.filter((group) => group.who === alone.who && group.times.length === 0);
    const everywhere = alone.entries.some(({ isOnly }) => isOnly)
      ? groups.filter((group) => isAllowed(group) && group !== alone && group.times.length > 0)
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
      group.days.every(({ atom }) => atom.form === "weekday"),
  );
  if (inside.length === 0) return groups;
  for (const group of inside) group.frames.push(...frame.days);
  return groups.filter((group) => group !== frame);
};

/** What is taken out after `except` belongs to what stands before it. */
const spreadExcepts = (groups: Group[]): void => {
  for (const [at, group] of groups.entries()) {
    if (!group.isExcept) continue;
    const before = groups.slice(0, at).findLast(isAllowed);
    if (!before) continue;
    if (group.days.length === 0) {
      group.days = [...before.days];
      group.isInherited = true;
      group.frames = [...before.frames];
    } else if (
      group.days.every(({ atom }) => atom.form === "weekday") &&
      isFrame({ ...before, times: [] })
    ) {
      group.frames.push(...before.days);
    }
  }
};

/** The groups with what they say for each other. */
export const settleGroups = (groups: Group[], notes: Notes): Group[] => {
  spreadExcepts(groups);
  return spreadFrames(spreadHours(groups, notes));
};
