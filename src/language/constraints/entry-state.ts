/** What is known while days and hours are read one after the other, and how far a yes or a no reaches. */
import type { TimeAtom } from "./clock-times.ts";
import type { DateAtom } from "./date-atom.ts";
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
  /** A mark of its own says that it can or cannot be. */
  isMarked: boolean;
  /** Said to be possible, not only named. */
  isExplicit: boolean;
  /** `works` has been said of it. */
  isJudged?: boolean;
  /** A clause of its own: a pause stands before it, and a verb or a `but`. */
  isApart: boolean;
  /** Which sentence it stands in, from 0. */
  sentence: number;
  /** Other people whose time it is. */
  who?: readonly string[];
} & ({ kind: "date"; atom: DateAtom } | { kind: "time"; atom: TimeAtom });

export interface State {
  entries: Entry[];
  isDenied: boolean;
  isExcept: boolean;
  /** A mark has said which since the last entry. */
  isMarked: boolean;
  isExplicit: boolean;
  /** The mark that denies. */
  denial: Mark | undefined;
  joined: Entry["joined"];
  isOnly: boolean;
  who: readonly string[] | undefined;
  /** Where the clause begins that `works` and `is bad` judge. */
  clause: number;
  sentence: number;
  /** A no has just been said of what stands before. */
  isJudged: boolean;
  /** A `but` stands since the last entry. */
  isAfterBut: boolean;
  /** A judgement or a subject stands since the last entry: what follows a pause is a clause of its own. */
  isParted: boolean;
  /** Somebody is named since the last entry whose time it is. */
  isSubject: boolean;
  notes: Notes;
}

/** Before anything is read. */
export const startState = (notes: Notes): State => ({
  entries: [],
  isDenied: false,
  isExcept: false,
  isMarked: false,
  isExplicit: false,
  denial: undefined,
  joined: "stop",
  isOnly: false,
  who: undefined,
  clause: 0,
  sentence: 0,
  isJudged: false,
  isAfterBut: false,
  isParted: false,
  isSubject: false,
  notes,
});

/** Whether both are hours, or days that can stand in one list. */
export const sameForm = (one: Entry, item: Item): boolean =>
  one.kind === item.kind &&
  (one.kind === "time" ||
    (item.kind === "date" && (one.atom.form === "bound") === (item.atom.form === "bound")));

const STRENGTH = ["none", "comma", "and", "or", "stop"] as const;

/** The join that parts more. */
export const stronger = (one: Entry["joined"], other: Entry["joined"]): Entry["joined"] =>
  STRENGTH.indexOf(one) >= STRENGTH.indexOf(other) ? one : other;

/** Asks whether a day or hour can be or cannot be. */
export const askPolarity = (notes: Notes, item: Item): void =>
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
export const goesOn = (state: State, item: Item, items: readonly Item[]): boolean => {
  const last = state.entries.at(-1);
  if (!last || state.isMarked || state.joined === "none") return true;
  if (state.joined === "stop") return false;
  if (state.joined !== "comma" && isJudgedNext(items, items.indexOf(item))) return false;
  if (state.joined === "or") {
    if (sameForm(last, item)) return true;
    // `Tuesday, not the morning, or Friday`: it may be one more day that can be.
    const isDoubtful = last.kind === "time" && state.entries.some((entry) => !entry.isDenied);
    if (isDoubtful && !state.isExcept) askPolarity(state.notes, item);
    return !state.isExcept && !isDoubtful;
  }
  if (!sameForm(last, item)) {
    if (state.joined === "and") askPolarity(state.notes, item);
    return false;
  }
  if (state.joined === "and") return true;
  const list = closing(items, items.indexOf(item));
  if (list === "unclear") askPolarity(state.notes, item);
  if (list === "judged" || (list === "open" && isFresh(last, item, items))) return false;
  if (list === "open") askPolarity(state.notes, item);
  return true;
};

/** How a list with commas ends: with `and` or `or`, with a judgement of its own, with both, or open. */
export const closing = (
  items: readonly Item[],
  from: number,
): "closed" | "judged" | "open" | "unclear" => {
  let isClosed = false;
  for (let at = from; at < items.length; at += 1) {
    const item = items[at];
    if (item?.kind !== "mark") continue;
    if (JUDGING.has(item.mark)) return isClosed ? "unclear" : "judged";
    if (item.mark === "stop" || item.mark === "but" || (isClosed && item.mark === "comma")) break;
    if (item.mark === "and" || item.mark === "or") isClosed = true;
  }
  return isClosed ? "closed" : "open";
};

const JUDGING = new Set<Mark>(["good", "bad", "can", "cannot", "away", "not"]);

/** `and Tuesday works`: a judgement of its own stands right behind it, before anything else is joined. */
export const isJudgedNext = (items: readonly Item[], from: number): boolean => {
  for (let at = from + 1; at < items.length; at += 1) {
    const item = items[at];
    if (item?.kind === "mark")
      return item.mark === "good" || item.mark === "bad" || item.mark === "can";
    if (item?.kind !== "filler" && item?.kind !== "date" && item?.kind !== "time") return false;
  }
  return false;
};

/** Sets what is said of the next days and hours. */
export const say = (state: State, isDenied: boolean, isExcept = false): void => {
  state.isDenied = isDenied;
  state.isExcept = isExcept;
  state.isMarked = true;
  state.denial = undefined;
  state.isExplicit = !isDenied;
  state.isJudged = false;
};

/** What was said is over: the next days and hours can be. */
export const endClause = (state: State): void => {
  state.isDenied = false;
  state.isExcept = false;
  state.isMarked = false;
  state.isExplicit = false;
  state.isJudged = false;
  state.clause = state.entries.length;
};

/** `Monday and Tuesday are bad`: what is judged is the list right before, back to what has a verb of its own. */
export const judged = (state: State): Entry[] => {
  let first = state.entries.length;
  while (first > state.clause) {
    const entry = state.entries[first - 1];
    if (!entry || entry.isExplicit || entry.isMarked) break;
    first -= 1;
    if (entry.joined === "stop") break;
  }
  return state.entries.slice(first);
};

/** What stands before is denied. Only commas in its list: the first days may be meant otherwise, which is asked. */
export const judge = (state: State): void => {
  const list = judged(state);
  const joins = list.slice(1).map(({ joined }) => joined);
  const [first] = list;
  if (first && joins.includes("comma") && !joins.some((each) => each === "and" || each === "or")) {
    const why = "Is this what cannot be as well, or what can be?";
    ask(state.notes, first, { why, choices: [] });
  }
  for (const entry of list) entry.isDenied = true;
  state.clause = state.entries.length;
};

/** The days and hours that were named last, as far as `and` and `or` join them inside one clause. */
export const lastRun = (entries: readonly Entry[]): Entry[] => {
  const run: Entry[] = [];
  for (const entry of entries.toReversed()) {
    run.unshift(entry);
    if (entry.isApart || !/^(?:and|or|none)$/.test(entry.joined)) break;
  }
  return run;
};
