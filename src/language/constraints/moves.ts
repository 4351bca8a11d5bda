/** A wish to move names where something is and where it shall be: what is which is told, or asked. */
import { clockText } from "./clock-point.ts";
import { dateWords, fullDateWords, rangeWords } from "./day-words.ts";
import type { DateAtom } from "./date-atom.ts";
import type { State } from "./entry-state.ts";
import type { Item } from "./items.ts";
import { ask } from "./notes.ts";

const isSingle = ({ form }: DateAtom): boolean => form === "day" || form === "weekday";

/** `move the Friday interview to Monday`, `move it from Tuesday to Thursday`, `move the 3pm to 4pm`: one is where it is now, and is no
 * alternative. */
export const askWhichDay = (state: State, item: Item, items: readonly Item[]): void => {
  const at = items.indexOf(item);
  if (item.kind === "time") askWhichHour(state, item, { items, at });
  if (item.kind !== "date") return;
  const last = state.entries.at(-1);
  const isBeside =
    last?.kind === "date" &&
    last.isDenied === state.isDenied &&
    state.joined === "none" &&
    isSingle(last.atom);
  if (isBeside && isSingle(item.atom) && last.atom.from && item.atom.from) {
    const choices = [last, item].map(({ atom }) => ({ words: atom.as }));
    ask(state.notes, item, { why: "Two days stand side by side. Which is meant?", choices });
  }
  const { from, until, isFromTo } = item.atom;
  if (!isFromTo || isTarget(items, at) || !from || !until || !isOfMove(items, at)) return;
  ask(state.notes, item, {
    why: "Is that from the one day to the other, or all days between them?",
    choices: [
      { words: `To ${fullDateWords(until)}`, instead: `to ${dateWords(until)}` },
      {
        words: `Any of ${rangeWords(from, until)}`,
        instead: `to ${dateWords(from)} - ${dateWords(until)}`,
      },
    ],
  });
};

const askWhichHour = (
  { notes }: State,
  item: Item & { kind: "time" },
  { items, at }: { items: readonly Item[]; at: number },
): void => {
  const { form, span } = item.atom;
  if (!item.atom.isFromTo || form !== "range" || isTarget(items, at) || !isOfMove(items, at))
    return;
  const [from, until] = [clockText(span.from), clockText(span.until)];
  ask(notes, item, {
    why: "Is that from the one hour to the other, or any time between them?",
    choices: [
      { words: `To ${until}`, instead: `to ${until}` },
      { words: `Between ${from} and ${until}`, instead: `to between ${from} and ${until}` },
    ],
  });
};

/** `to Monday - Wednesday`: the days are where it shall be. */
const isTarget = (items: readonly Item[], at: number): boolean => {
  const before = items[at - 1];
  return before?.kind === "filler" && before.isTo === true;
};

/** A wish to move stands before it in the same clause. */
const isOfMove = (items: readonly Item[], at: number): boolean => {
  for (let before = at - 1; before >= 0; before -= 1) {
    const item = items[before];
    if (item?.kind === "intent") return item.intent === "move";
    if (item?.kind === "mark" && /^(?:comma|stop|can|but)$/.test(item.mark)) return false;
  }
  return false;
};

const SETTLED = new Set(["move", "cancel", "swap", "replace"]);

/** `the Friday interview`, `Ada's 3pm call` beside a wish about what is booked: the day and the hour tell which session it is. */
export const foldSessions = (items: readonly Item[], text: string): Item[] => {
  const folded: Item[] = [];
  for (const item of items) {
    const first = item.kind === "session" ? descriptorOf(folded) : undefined;
    const start = first === undefined ? undefined : folded[first]?.start;
    if (first === undefined || start === undefined) folded.push(item);
    else {
      folded.length = first;
      const { end } = item;
      folded.push({ kind: "session", start, end, written: text.slice(start, end) });
    }
  }
  return folded;
};

const isDescriptor = (item: Item | undefined): boolean =>
  item?.kind === "date" ||
  item?.kind === "time" ||
  (item?.kind === "left" && item.isOwner === true);

/** Where the days and hours right before a session begin, when they tell which it is. */
const descriptorOf = (items: readonly Item[]): number | undefined => {
  let first = items.length;
  while (first > 0 && isDescriptor(items[first - 1])) first -= 1;
  if (first === items.length) return undefined;
  let before = first - 1;
  while (items[before]?.kind === "filler") before -= 1;
  const fillers = items.slice(before + 1, first);
  if (fillers.some((item) => item.kind === "filler" && item.isTo === true)) return undefined;
  const item = items[before];
  const isOwned = item?.kind === "person" && item.owner;
  const wish = isOwned ? items.slice(0, before).findLast(({ kind }) => kind !== "filler") : item;
  return wish?.kind === "intent" && SETTLED.has(wish.intent) ? first : undefined;
};
