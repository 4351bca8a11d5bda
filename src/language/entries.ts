/** Days and hours with what is said of them: may be or may not be, and how each is joined to the one before. This is where `not`,
 * `except`, `but` and `doesn't work` reach as far as they reach and no farther. */
import type { TimeAtom } from "./clock-times.ts";
import type { DateAtom } from "./date-atom.ts";
import { dateWords, fullDateWords, rangeWords } from "./day-words.ts";
import type { Item, Mark } from "./items.ts";
import { ask, type Notes, type Piece } from "./notes.ts";

/** A day or an hour, allowed or denied. */
export type Entry = Piece & {
  at: number;
  isDenied: boolean;
  /** Said after `except`: taken out of what stands before it. */
  isExcept: boolean;
  /** What stands between it and the entry before. */
  joined: "none" | "comma" | "and" | "or" | "stop";
  isOnly: boolean;
  /** Another person whose time it is. */
  who?: string;
} & ({ kind: "date"; atom: DateAtom } | { kind: "time"; atom: TimeAtom });

interface State {
  entries: Entry[];
  isDenied: boolean;
  isExcept: boolean;
  /** A mark has said which since the last entry. */
  isMarked: boolean;
  joined: Entry["joined"];
  isOnly: boolean;
  who: string | undefined;
  /** Where the clause begins that `works` and `is bad` judge. */
  clause: number;
  notes: Notes;
}

const sameForm = (one: Entry, item: Item): boolean =>
  one.kind === item.kind &&
  (one.kind === "time" ||
    (item.kind === "date" && (one.atom.form === "bound") === (item.atom.form === "bound")));

const STRENGTH = ["none", "comma", "and", "or", "stop"] as const;
const stronger = (one: Entry["joined"], other: Entry["joined"]): Entry["joined"] =>
  STRENGTH.indexOf(one) >= STRENGTH.indexOf(other) ? one : other;

const askPolarity = (notes: Notes, item: Item): void =>
  ask(notes, item, {
    why: "Is this what cannot be as well, or what can be?",
    choices: [
      { words: "It cannot be", instead: `not ${item.written}` },
      { words: "It can be", instead: `free ${item.written}` },
    ],
  });

/** `no Fridays, tomorrow 2–4`: a day of another form that brings its own hours begins anew. */
const isFresh = (last: Entry, item: Item, items: readonly Item[]): boolean => {
  if (last.kind !== "date" || item.kind !== "date" || last.atom.form === item.atom.form)
    return false;
  return items[items.indexOf(item) + 1]?.kind === "time";
};

/** Whether what was denied goes on over what joins: lists of the same form do; after a comma alone it is asked. */
const goesOn = (state: State, item: Item, items: readonly Item[]): boolean => {
  const last = state.entries.at(-1);
  if (!last || state.isMarked || state.joined === "none") return true;
  if (state.joined === "stop") return false;
  if (state.joined === "or") {
    if (sameForm(last, item)) return true;
    // `Tuesday, not the morning, or Friday`: it may be one more day that can be.
    const isDoubtful = last.kind === "time" && state.entries.some((entry) => !entry.isDenied);
    if (isDoubtful && !state.isExcept) askPolarity(state.notes, item);
    return !state.isExcept && !isDoubtful;
  }
  if (!sameForm(last, item)) {
    if (state.joined === "and") {
      askPolarity(state.notes, item);
    }
    return false;
  }
  if (state.joined === "and") return true;
  const list = closing(items, items.indexOf(item));
  if (list === "judged" || (list === "open" && isFresh(last, item, items))) return false;
  if (list === "open") {
    askPolarity(state.notes, item);
  }
  return true;
};

/** How a list with commas ends: with `and` or `or`, with a judgement of its own, or open. */
const closing = (items: readonly Item[], from: number): "closed" | "judged" | "open" => {
  for (let at = from; at < items.length; at += 1) {
    const item = items[at];
    if (item?.kind !== "mark") continue;
    if (item.mark === "and" || item.mark === "or") return "closed";
    if (/^(?:good|bad|can)$/.test(item.mark)) return "judged";
    if (item.mark === "stop" || item.mark === "but") break;
  }
  return "open";
};

/** `Monday and Tuesday are bad`: the no is of what stands before it, back through its list. */
const judge = (state: State): void => {
  for (let at = state.entries.length - 1; at >= state.clause; at -= 1) {
    const entry = state.entries[at];
    if (entry) entry.isDenied = true;
  }
  state.clause = state.entries.length;
};

const isAnyDay = (entry: Entry | undefined): boolean =>
  (entry?.kind === "date" && !entry.atom.from && !entry.atom.until && !entry.atom.weekdays) ||
  (entry?.kind === "time" && entry.atom.form === "all");

const say = (state: State, isDenied: boolean, isExcept = false): void => {
  state.isDenied = isDenied;
  state.isExcept = isExcept;
  state.isMarked = true;
};

const endClause = (state: State): void => {
  state.isDenied = false;
  state.isExcept = false;
  state.isMarked = false;
  state.clause = state.entries.length;
};

const MARKED: Partial<Record<Mark, (state: State) => void>> = {
  not: (state) => say(state, true),
  cannot: (state) => say(state, true),
  away: (state) => say(state, true),
  can: (state) => say(state, false),
  except: (state) => say(state, true, true),
  // `Nothing works before Friday`, `nothing before Friday works`: a yes to nothing is still a no.
  good: (state) => {
    const isOfNothing = state.isDenied && state.isMarked;
    state.clause = state.entries.length;
    if (!isOfNothing) endClause(state);
  },
  bad: (state) => {
    judge(state);
    endClause(state);
  },
  but: (state) => {
    const isException = isAnyDay(state.entries.at(-1)) && !state.isDenied;
    endClause(state);
    state.joined = stronger(state.joined, "comma");
    if (isException) say(state, true, true);
  },
  only: (state) => {
    const last = state.entries.at(-1);
    if (last && state.joined === "none") last.isOnly = true;
    else state.isOnly = true;
  },
  and: (state) => {
    state.joined = stronger(state.joined, "and");
  },
  or: (state) => {
    state.joined = stronger(state.joined, "or");
  },
  comma: (state) => {
    state.joined = stronger(state.joined, "comma");
  },
  stop: (state) => {
    endClause(state);
    state.joined = "stop";
    state.who = undefined;
  },
};

const isSingle = ({ form }: DateAtom): boolean => form === "day" || form === "weekday";

/** `move the Friday interview to Monday`, `move it from Tuesday to Thursday`: one day is where it is now, and is no
 * alternative. */
const askWhichDay = (state: State, item: Item, items: readonly Item[]): void => {
  if (item.kind !== "date") return;
  const at = items.indexOf(item);
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
  const before = items[at - 1];
  const isTarget = before?.kind === "filler" && before.isTo === true;
  const { from, until, isFromTo } = item.atom;
  if (!isFromTo || isTarget || !from || !until || !isOfMove(items, at)) return;
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

/** A wish to move stands before it in the same clause. */
const isOfMove = (items: readonly Item[], at: number): boolean => {
  for (let before = at - 1; before >= 0; before -= 1) {
    const item = items[before];
    if (item?.kind === "intent") return item.intent === "move";
    if (item?.kind === "mark" && /^(?:comma|stop|can|but)$/.test(item.mark)) return false;
  }
  return false;
};

const addEntry = (
  state: State,
  item: Extract<Item, { kind: "date" | "time" }>,
  { items, at }: { items: readonly Item[]; at: number },
): void => {
  if (state.isDenied && !goesOn(state, item, items)) endClause(state);
  if (state.joined !== "none" && state.joined !== "stop" && !state.isDenied) {
    const last = state.entries.at(-1);
    if (last && !sameForm(last, item)) state.clause = state.entries.length;
  }
  askWhichDay(state, item, items);
  const { isDenied, isExcept, joined, isOnly, who } = state;
  const { start, end, written } = item;
  const said = {
    start,
    end,
    written,
    at,
    isDenied,
    isExcept,
    joined,
    isOnly,
    ...(who === undefined ? {} : { who }),
  };
  state.entries.push(
    item.kind === "date"
      ? { ...said, kind: "date", atom: item.atom }
      : { ...said, kind: "time", atom: item.atom },
  );
  state.isMarked = false;
  state.isOnly = false;
  state.joined = "none";
};

/** `Grace can't …`: the name stands right before what somebody can or cannot. */
const subjectOf = (items: readonly Item[], at: number): string | undefined => {
  const item = items[at];
  if (item?.kind !== "person" || item.owner) return undefined;
  const next = items.slice(at + 1, at + 4).find(({ kind }) => kind !== "filler");
  return next?.kind === "mark" && /^(?:can|cannot|away|not)$/.test(next.mark)
    ? item.name
    : undefined;
};

/** The days and hours of a text, in order. */
export const entriesOf = (items: readonly Item[], notes: Notes): Entry[] => {
  const state: State = {
    entries: [],
    isDenied: false,
    isExcept: false,
    isMarked: false,
    joined: "stop",
    isOnly: false,
    who: undefined,
    clause: 0,
    notes,
  };
  for (const [at, item] of items.entries()) {
    if (item.kind === "mark" && DENYING.has(item.mark) && judgesBefore(state, items, at)) {
      judge(state);
      endClause(state);
    } else if (item.kind === "mark") {
      const isOfName = item.mark === "not" && nextIsName(items, at);
      if (!isOfName) MARKED[item.mark]?.(state);
      // `Thursday instead of Wednesday`: Wednesday is what is given up.
      if (item.mark === "instead" && isDayOrHour(items[at + 1])) say(state, true);
    } else if (item.kind === "date" || item.kind === "time") addEntry(state, item, { items, at });
    else if (item.kind === "intent" && !isDeniedAt(items, at)) endClause(state);
    else if (item.kind === "person") state.who = subjectOf(items, at) ?? state.who;
  }
  return state.entries;
};

const DENYING = new Set<Mark>(["not", "cannot", "away"]);

/** `Wednesday: not available.`: the denial stands at the end of its clause, and is of what stands before it. */
const judgesBefore = (state: State, items: readonly Item[], at: number): boolean => {
  if (state.entries.length <= state.clause || state.joined !== "none") return false;
  const next = items.find(({ kind }, place) => place > at && kind !== "filler");
  return !next || (next.kind === "mark" && /^(?:comma|stop|but|and)$/.test(next.mark));
};

const isDayOrHour = (item: Item | undefined): boolean =>
  item?.kind === "date" || item?.kind === "time";

/** `not with Grace` denies nobody's time. */
const nextIsName = (items: readonly Item[], at: number): boolean => {
  const next = items.find(({ kind }, place) => place > at && kind !== "filler");
  return (
    next?.kind === "person" ||
    next?.kind === "role" ||
    (next?.kind === "mark" && next.mark === "with")
  );
};

/** The nearest item before that carries something. */
export const wordBefore = (items: readonly Item[], at: number): Item | undefined => {
  let before = at - 1;
  while (items[before]?.kind === "filler") before -= 1;
  return items[before];
};

/** Whether a wish is turned round: `do not cancel`. */
export const isDeniedAt = (items: readonly Item[], at: number): boolean => {
  const before = wordBefore(items, at);
  return before?.kind === "mark" && (before.mark === "not" || before.mark === "cannot");
};
