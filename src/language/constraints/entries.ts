/** Days and hours with what is said of them: may be or may not be, and how each is joined to the one before. This is where `not`,
 * `except`, `but` and `doesn't work` reach as far as they reach and no farther. */
import { askDenial, isDenying, readDenial, tellWhose } from "./denials.ts";
import {
  askPolarity,
  closing,
  endClause,
  goesOn,
  isJudgedNext,
  judge,
  judged,
  say,
  startState,
  stronger,
  type Entry,
  type State,
} from "./entry-state.ts";
import type { Item, Mark } from "./items.ts";
import { askWhichDay } from "./moves.ts";
import { ask, type Notes } from "./notes.ts";
import type { Subject, Subjects } from "./subjects.ts";

type EntryItem = Extract<Item, { kind: "date" | "time" }>;

const isAnyDay = (entry: Entry | undefined): boolean =>
  (entry?.kind === "date" && !entry.atom.from && !entry.atom.until && !entry.atom.weekdays) ||
  (entry?.kind === "time" && entry.atom.form === "all");

/** A no to everything, whose exception is what can be. */
const isOpenNo = (state: State): boolean => state.isDenied && state.isMarked && !state.isExcept;

/** What can be excepted. */
const EXCEPTED = /^(?:date|time|person|role|with|without|left|unknown_zone)$/;

const sayExcept = (state: State, items: readonly Item[], at: number): void => {
  const item = items[at];
  const next = nextSaid(items, at);
  if (!item) return;
  if (!next || !EXCEPTED.test(next.kind === "mark" ? next.mark : next.kind))
    askDenial(state.notes, item);
  if (isOpenNo(state)) {
    say(state, false);
    state.isOnly = true;
    return;
  }
  if (state.entries.at(-1)?.isDenied && state.joined !== "stop") {
    const why = "Can it be just then, or not then either?";
    ask(state.notes, item, { why, choices: [] });
  }
  say(state, true, true);
};

const nextSaid = (items: readonly Item[], at: number): Item | undefined =>
  items.find(({ kind }, place) => place > at && kind !== "filler");

const sayGood = (
  state: State,
  items: readonly Item[],
  { at, item, subject }: { at: number; item: Item; subject: Subject | undefined },
): void => {
  tellWhose(state, subject);
  // `Nothing works before Friday`, `nothing before Friday works`: a yes to nothing is still a no.
  const isOfNothing = state.isDenied && state.isMarked;
  // `Monday isn't ideal but works`.
  const isOfBefore = state.entries.length === state.clause && state.entries.at(-1)?.isDenied;
  if (isOfBefore && !isEntryItem(nextSaid(items, at))) askDenial(state.notes, item);
  if (!isOfNothing) {
    for (const entry of state.entries.slice(state.clause)) {
      entry.isExplicit = !entry.isDenied;
      entry.isJudged = !entry.isDenied;
    }
    endClause(state);
  }
  state.clause = state.entries.length;
};

const sayBad = (state: State, item: Item, subject: Subject | undefined): void => {
  const list = judged(state);
  // `Ada doesn't work on Fridays`.
  if (list.length === 0 && subject?.isBefore) return say(state, true);
  if (list.length === 0) askDenial(state.notes, item);
  if (state.isDenied && state.isMarked) askDenial(state.notes, item);
  tellWhose(state, subject);
  judge(state);
  endClause(state);
  state.isJudged = true;
};

const sayCan = (state: State, items: readonly Item[], at: number): void => {
  const subject = state.isDenied && state.isMarked;
  // `I am not really free on Monday`: the no before it stands.
  if (subject && isDenying(items[at - 1] ?? undefined)) return;
  if (subject && isOnlyFillersSinceNo(items, at)) return;
  const after = nextSaid(items, at);
  const isEnd = !after || (after?.kind === "mark" && /^(?:comma|stop|but|and)$/.test(after.mark));
  const isBehind = state.entries.length > state.clause && state.joined === "none";
  const item = items[at];
  if (isEnd && !isBehind && item && (state.who ?? state.entries.some((each) => each.isDenied))) {
    ask(state.notes, item, { why: "When can it be?", choices: [] });
  }
  say(state, false);
};

const isOnlyFillersSinceNo = (items: readonly Item[], at: number): boolean => {
  let before = at - 1;
  while (items[before]?.kind === "filler") before -= 1;
  return isDenying(items[before]);
};

const sayOnly = (state: State): void => {
  const last = state.entries.at(-1);
  if (last && state.joined === "none") last.isOnly = true;
  else {
    // `I can't do Tuesday, only Wednesday`.
    if (!state.isMarked) endClause(state);
    state.isOnly = true;
  }
};

const sayBut = (state: State): void => {
  const isException = isAnyDay(state.entries.at(-1)) && !state.isDenied;
  // `Nothing works but Monday`.
  const isOpen = isOpenNo(state);
  endClause(state);
  state.joined = stronger(state.joined, "comma");
  state.isAfterBut = true;
  if (isException) say(state, true, true);
  if (!isOpen) return;
  say(state, false);
  state.isOnly = true;
};

const sayStop = (state: State, item: Item): void => {
  if (item.kind === "mark" && item.isQuestion) askDeniedQuestion(state, item);
  endClause(state);
  state.joined = "stop";
  state.who = undefined;
  state.sentence += 1;
};

/** `Is Monday not possible?`, `Can we not do Monday?`: it may be the opposite that is wanted. */
const askDeniedQuestion = (state: State, item: Item): void => {
  const said = state.entries.filter(({ sentence }) => sentence === state.sentence);
  if (said.length > 0 && said.every(({ isDenied }) => isDenied)) {
    ask(state.notes, item, { why: "Is that so, or is it a question?", choices: [] });
  }
};

const join =
  (joined: Entry["joined"]) =>
  (state: State): void => {
    state.joined = stronger(state.joined, joined);
  };

const JOINS: Partial<Record<Mark, (state: State) => void>> = {
  and: join("and"),
  or: join("or"),
  comma: join("comma"),
};

const readMark = (
  state: State,
  items: readonly Item[],
  {
    at,
    item,
    subject,
  }: { at: number; item: Item & { kind: "mark" }; subject?: Subject | undefined },
): void => {
  if (subject && !isDenying(item)) state.who = subject.who;
  if (!subject && item.isOwn) state.who = undefined;
  if (subject) state.isSubject = true;
  if (subject ?? (item.mark === "good" || item.mark === "bad")) state.isParted = true;
  switch (item.mark) {
    case "not":
    case "cannot":
    case "away":
      return readDenial(state, items, { at, subject });
    case "can":
      if (subject?.isDenied) return say(state, true);
      return sayCan(state, items, at);
    case "good":
      return sayGood(state, items, { at, item, subject });
    case "bad":
      return sayBad(state, item, subject);
    case "except":
      return sayExcept(state, items, at);
    case "but":
      return sayBut(state);
    case "only":
      return sayOnly(state);
    case "stop":
      return sayStop(state, item);
    case "instead":
      // `Thursday instead of Wednesday`: Wednesday is what is given up.
      if (isEntryItem(items[at + 1])) say(state, true);
      return undefined;
    default:
      return JOINS[item.mark]?.(state);
  }
};

const isEntryItem = (item: Item | undefined): item is EntryItem =>
  item?.kind === "date" || item?.kind === "time";

/** The days that were only named last, as far as `and` and `or` join them. */
const bareRun = (entries: readonly Entry[]): Entry[] => {
  const run: Entry[] = [];
  for (const entry of entries.toReversed()) {
    if (entry.isDenied || entry.isExplicit || entry.kind !== "date") break;
    run.unshift(entry);
    if (entry.joined !== "and" && entry.joined !== "or") break;
  }
  return run;
};

const isLong = (entry: Entry): boolean =>
  entry.kind === "date" && (entry.atom.form === "range" || entry.atom.form === "bound");

/** `On Monday I can't do mornings`: the day is only where the no is said of. */
const takeTopic = (state: State, item: EntryItem): void => {
  const last = state.entries.at(-1);
  const isTopic =
    state.isDenied &&
    state.isMarked &&
    !state.isExcept &&
    (state.denial === "cannot" || state.denial === "away") &&
    state.joined === "none" &&
    last?.kind === "date" &&
    last.sentence === state.sentence;
  const run = isTopic ? bareRun(state.entries) : [];
  if (run.length === 0) return;
  // `Next week I'm busy on Tuesday`; but of `Monday I can't do Tuesday` nobody knows.
  const isInside = item.kind === "date" && item.atom.weekdays && run.every(isLong);
  if (item.kind === "date" && !isInside) {
    askPolarity(state.notes, item);
    return;
  }
  if (run[0]?.joined === "comma") {
    ask(state.notes, item, { why: "On which of these days is that?", choices: [] });
  }
  for (const entry of run) {
    entry.isDenied = true;
    if (state.who) entry.who = state.who;
  }
  state.isMarked = false;
};

/** `Tuesday is bad before 10`: the hours are what is bad. A day behind it may be bad as well. */
const readJudged = (state: State, item: EntryItem, items: readonly Item[]): void => {
  const last = state.entries.at(-1);
  if (!state.isJudged || !last) return;
  state.isJudged = false;
  if (state.joined === "none" && last.kind === "date" && item.kind === "time") {
    state.isDenied = true;
    return;
  }
  const isApart = state.joined === "comma" || state.joined === "stop" || state.isMarked;
  if (!isApart && closing(items, items.indexOf(item)) !== "judged") askPolarity(state.notes, item);
};

/** `Ada can't do Monday, Tuesday works`: for her, or for all? */
const askWhose = (state: State, item: Item, items: readonly Item[]): void => {
  const last = state.entries.at(-1);
  const isElided = state.who !== undefined && last?.who === state.who && state.joined !== "none";
  const at = items.indexOf(item);
  const isOwn =
    state.isMarked ||
    state.isAfterBut ||
    isJudgedNext(items, at) ||
    last?.isDenied !== state.isDenied;
  if (isElided && isOwn && !state.isSubject) {
    ask(state.notes, item, { why: "Whose time is that?", choices: [] });
  }
};

const isOnlyMark = (item: Item): boolean => item.kind === "mark" && item.mark === "only";

/** `no mornings but Tuesday`, `next week but Friday`: it may be an exception, or one more. */
const askContrast = (state: State, item: EntryItem, items: readonly Item[]): void => {
  const last = state.entries.at(-1);
  const isBare = state.isAfterBut && !state.isMarked && !state.isOnly && last !== undefined;
  const isOpen = last?.isDenied ? last.kind !== item.kind : item.kind === "date";
  if (!isBare || !isOpen || closing(items, items.indexOf(item)) === "judged") return;
  // `Tuesday but only after 3`, `Friday, but Monday after 10`: what it narrows is told.
  const after = items.slice(items.indexOf(item) + 1).find((each) => !isOnlyMark(each));
  if (!last.isDenied && after?.kind === "time") return;
  askPolarity(state.notes, item);
};

const addEntry = (state: State, item: EntryItem, items: readonly Item[]): void => {
  readJudged(state, item, items);
  askContrast(state, item, items);
  if (state.isDenied && !goesOn(state, item, items)) endClause(state);
  takeTopic(state, item);
  askWhose(state, item, items);
  const last = state.entries.at(-1);
  const isParted = state.joined !== "none" && state.joined !== "stop" && !state.isDenied;
  if (isParted && last && last.kind !== item.kind) state.clause = state.entries.length;
  const isOfBut = state.isAfterBut && item.kind === "date";
  askWhichDay(state, item, items);
  const { start, end, written } = item;
  const said = {
    start,
    end,
    written,
    at: items.indexOf(item),
    isDenied: state.isDenied,
    isExcept: state.isExcept,
    joined: state.joined,
    isOnly: state.isOnly,
    isMarked: state.isMarked,
    isExplicit: state.isExplicit,
    isApart: state.joined !== "none" && (state.isMarked || state.isParted || isOfBut),
    sentence: state.sentence,
    ...(state.who === undefined ? {} : { who: state.who }),
  };
  if (item.kind === "date") state.entries.push({ ...said, kind: "date", atom: item.atom });
  else pushTime(state, said, item);
  state.isMarked = false;
  state.isOnly = false;
  state.joined = "none";
  state.isParted = false;
  state.isAfterBut = false;
  state.isSubject = false;
};

/** `tonight` is a day and hours. */
const pushTime = (
  state: State,
  said: Omit<Entry, "kind" | "atom">,
  { atom, day }: EntryItem & { kind: "time" },
): void => {
  const last = state.entries.at(-1);
  const isNamed = last?.kind === "date" && said.joined === "none" && last.atom.form !== "bound";
  if (!day || isNamed) {
    state.entries.push({ ...said, kind: "time", atom });
    return;
  }
  state.entries.push({ ...said, kind: "date", atom: day });
  state.entries.push({
    ...said,
    kind: "time",
    atom,
    joined: "none",
    isMarked: false,
    isApart: false,
  });
};

/** The days and hours of a text, in order. */
export const entriesOf = (
  items: readonly Item[],
  { subjects, notes }: { subjects: Subjects; notes: Notes },
): Entry[] => {
  const state = startState(notes);
  for (const [at, item] of items.entries()) {
    const subject = subjects.at.get(at);
    if (item.kind === "mark") readMark(state, items, { at, item, subject });
    else if (isEntryItem(item)) addEntry(state, item, items);
    // `don't cancel Tuesday`: the day tells which session it is.
    else if (item.kind === "intent" && (item.intent === "cancel" || !isDeniedAt(items, at)))
      endClause(state);
    else if (item.kind === "filler" && item.role === "self" && !subjects.items.has(item)) {
      state.who = undefined;
      state.isParted = true;
    } else if (item.kind === "filler" && item.role === "colon" && subject) {
      state.who = subject.who;
      state.isSubject = true;
      state.isParted = true;
    }
  }
  return state.entries;
};

/** The nearest item before that carries something. */
export const wordBefore = (items: readonly Item[], at: number): Item | undefined => {
  let before = at - 1;
  while (items[before]?.kind === "filler") before -= 1;
  return items[before];
};

const TURNING = new Set<Mark>(["not", "cannot", "without", "instead"]);

/** Whether a wish is turned round: `do not cancel`, `rather than cancel`. */
export const isDeniedAt = (items: readonly Item[], at: number): boolean => {
  const before = wordBefore(items, at);
  return before?.kind === "mark" && TURNING.has(before.mark);
};

/** `don't push it back`: how far is said of a wish that is none. */
export const isOfDeniedWish = (items: readonly Item[], at: number): boolean => {
  const wish = wordBefore(items, at);
  return wish?.kind === "intent" && isDeniedAt(items, items.indexOf(wish));
};
