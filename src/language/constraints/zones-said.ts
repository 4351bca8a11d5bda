/** Which zone each group of hours is meant in: what the text says beside it, else the writer's own. */
import type { DateAtom } from "./date-atom.ts";
import type { Group } from "./groups.ts";
import type { Item } from "./items.ts";
import { ask, assume, type Notes, shown } from "./notes.ts";
import { zoneShown } from "./zones.ts";

type ZoneItem = Extract<Item, { kind: "zone" }>;

const isTimeZone = (item: Item): item is ZoneItem => item.kind === "zone" && item.isTime;

/** The zone that the whole text is meant in, when it names one alone; its days begin there too. */
export const wholeZone = (items: readonly Item[], zone: string): string => {
  const said = new Set(items.filter(isTimeZone).map(({ zones }) => zones[0]));
  const [only] = said;
  const isOwn = items.some(({ kind }) => kind === "my_time");
  return said.size === 1 && only !== undefined && !isOwn ? only : zone;
};

/** Where the zones stand, when the text names several: nothing joined over one of them is one group. */
export const zoneBreaks = (items: readonly Item[]): number[] => {
  const said = items.filter(isTimeZone);
  const isSeveral = new Set(said.map(({ zones }) => zones[0])).size > 1;
  return isSeveral ? said.map(({ start }) => start) : [];
};

/** `Tuesday at 10:00 CET or 3pm Tokyo time`: on which day the second is, nobody can tell. */
export const askDaysOfZones = (
  groups: readonly Group[],
  { breaks, notes }: { breaks: readonly number[]; notes: Notes },
): void => {
  if (breaks.length === 0 || groups.every(({ days }) => days.length === 0)) return;
  for (const { days, times } of groups) {
    const [time] = times;
    if (days.length === 0 && time) ask(notes, time, { why: "On which days is that?", choices: [] });
  }
};

/** Questions about zones that can be several, or that nobody knows. */
export const askZones = (items: readonly Item[], notes: Notes): void => {
  for (const item of items) {
    if (item.kind === "unknown_zone") {
      ask(notes, item, {
        why: "Which time zone is that? Name a city or a zone such as Europe/Lisbon.",
        choices: [],
      });
    }
    if (!isTimeZone(item) || item.zones.length < 2) continue;
    const choices = item.zones.map((zone) => ({
      words: zoneShown(zone),
      instead: zoneShown(zone),
    }));
    ask(notes, item, { why: "Which time zone is meant?", choices });
  }
};

/** The zone of a group: the one said after it and before the next group, or before the first. */
export const zoneOfGroup = (
  group: Group,
  { groups, items, zone }: { groups: readonly Group[]; items: readonly Item[]; zone: string },
): string => {
  const said = items.filter((item) => isTimeZone(item) || item.kind === "my_time");
  if (new Set(said.map((item) => (item.kind === "zone" ? item.zones[0] : zone))).size < 2) {
    return wholeZone(items, zone);
  }
  const start = group.entries[0]?.start ?? 0;
  const next = groups.map(({ entries }) => entries[0]?.start ?? 0).filter((each) => each > start);
  const end = next.length === 0 ? Infinity : Math.min(...next);
  const beside =
    said.find((item) => item.start >= start && item.start < end) ??
    said.findLast((item) => item.start < start);
  return beside?.kind === "zone" ? (beside.zones[0] ?? zone) : zone;
};

const placeOf = (item: ZoneItem): string => zoneShown(item.zones[0] ?? "").replace(/ time$/, "");

const isBounded = (atom: DateAtom): boolean => atom.form === "bound" || atom.form === "range";

/** `she is in Lisbon until the 3rd`: away, or there and reachable? It is asked; the days are part of the question. Returns
 * the items that the question takes. */
export const askPlaces = (
  items: readonly Item[],
  { notes, zone }: { notes: Notes; zone: string },
): ReadonlySet<Item> => {
  const taken = new Set<Item>();
  for (const [at, item] of items.entries()) {
    if (item.kind !== "zone" || item.isTime) continue;
    const next = items[at + 1];
    const place = placeOf(item);
    if (next?.kind === "date" && isBounded(next.atom)) {
      taken.add(next);
      const days = { start: item.start, end: next.end, written: `${item.written} ${next.written}` };
      ask(notes, days, {
        why: `Is there no time ${next.atom.as}, or are the times meant in ${place} time?`,
        choices: [
          { words: `No time ${next.atom.as}`, instead: `, away ${next.written}` },
          { words: `Times are in ${place} time`, instead: `, ${place} time` },
          { words: "It changes nothing", instead: "" },
        ],
      });
      if (next.atom.taken !== undefined) assume(notes, next, next.atom.taken);
    } else if (
      items.some(({ kind }) => kind === "time") &&
      item.zones[0] !== wholeZone(items, zone)
    ) {
      ask(notes, item, {
        why: `Are the times meant in ${place} time?`,
        choices: [
          { words: `Yes, ${place} time`, instead: `${place} time` },
          { words: `No, ${zoneShown(wholeZone(items, zone))}`, instead: "" },
        ],
      });
    }
  }
  return taken;
};

/** A zone in words. */
export const zoneWords = (item: ZoneItem): string =>
  item.isTime ? `the time zone ${item.zones.join(" or ")}` : `a place, ${shown(item)}`;
