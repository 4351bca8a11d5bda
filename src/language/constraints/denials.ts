/** What a `no` is said of: what follows it, what stands before it, or nothing that is there, which is asked. */
import { endClause, judge, judged, lastRun, say, type State } from "./entry-state.ts";
import type { Item, Mark } from "./items.ts";
import { ask, type Notes } from "./notes.ts";
import { isBeforeName, type Subject } from "./subjects.ts";

const DENYING = new Set<Mark>(["not", "cannot", "away"]);

/** Whether a mark says that something cannot be. */
export const isDenying = (item: Item | undefined): item is Item & { kind: "mark" } =>
  item?.kind === "mark" && DENYING.has(item.mark);

/** The place of the next item that carries something. */
const placeAfter = (items: readonly Item[], at: number): number => {
  let next = at + 1;
  while (items[next]?.kind === "filler") next += 1;
  return next;
};

const isEntry = (item: Item | undefined): boolean => item?.kind === "date" || item?.kind === "time";

/** What a denial reaches. `behind`: what stands before it. `nothing`: it cannot be told. */
type Reach = "ahead" | "name" | "span" | "behind" | "nothing";

const ENDS = new Set<Mark>(["comma", "stop", "but", "and"]);

/** What the denial at a place is said of, from what follows it. */
export const reachOf = (items: readonly Item[], at: number): Reach => {
  const denial = items[at];
  const place = placeAfter(items, at);
  const next = items[place];
  if (!denial || denial.kind !== "mark") return "nothing";
  if (!next) return "behind";
  if (denial.mark === "not" && isBeforeName(items, at)) return "name";
  if (isEntry(next)) return isCounted(next) ? "nothing" : "ahead";
  switch (next.kind) {
    case "duration":
      return next.atom.fromNow === "within" ? "span" : "nothing";
    case "session":
      return isEntry(items[placeAfter(items, place)]) ? "ahead" : "nothing";
    case "intent":
    case "left":
      return "ahead";
    case "mark":
      return reachOverMark(items, at, place);
    default:
      return "nothing";
  }
};

/** `not in two weeks`: before then, or just not then? */
const isCounted = (item: Item | undefined): boolean =>
  item?.kind === "date" && item.atom.isCounted === true;

const reachOverMark = (items: readonly Item[], at: number, place: number): Reach => {
  const [denial, next] = [items[at], items[place]];
  if (denial?.kind !== "mark" || next?.kind !== "mark") return "nothing";
  if (ENDS.has(next.mark)) return "behind";
  if (next.mark === "except") return "ahead";
  // `nothing works before Friday`; `I am not really free on Monday`.
  if (next.mark === "good" || (next.mark === "can" && denial.mark === "not")) return "ahead";
  return "nothing";
};

/** Asks what a denial is said of. */
export const askDenial = (notes: Notes, item: Item): void =>
  ask(notes, item, { why: "What is it that cannot be?", choices: [] });

/** Whether the time counted from now is denied: `not in the next two hours`. */
export const isDeniedSpan = (items: readonly Item[], at: number): boolean => {
  let before = at - 1;
  while (items[before]?.kind === "filler") before -= 1;
  return isDenying(items[before]);
};

/** `I'd love Monday but I can't`, `Monday? No.`: the no comes after a pause. It is of the days that were only named, just before it;
 * anything else is asked. */
const denyBehindPause = (state: State, items: readonly Item[], at: number): void => {
  const item = items[at];
  const run = lastRun(state.entries);
  const last = run.at(-1);
  if (!item) return;
  const between = items.slice((last?.at ?? 0) + 1, at);
  const isNear = between.every(
    (each) =>
      each.kind === "filler" || (each.kind === "mark" && /^(?:comma|stop|but)$/.test(each.mark)),
  );
  const isPlain = run.every(
    (entry) => !entry.isDenied && !entry.isExplicit && !entry.isOnly && entry.who === undefined,
  );
  const isWhole = run[0]?.joined === "stop" || run[0]?.isApart === true;
  if (!last || !isNear || !isPlain || !isWhole || state.who !== undefined)
    askDenial(state.notes, item);
  else for (const entry of run) entry.isDenied = true;
};

/** Reads a denial: what it reaches is denied, what cannot be told is asked. */
export const readDenial = (
  state: State,
  items: readonly Item[],
  { at, subject }: { at: number; subject: Subject | undefined },
): void => {
  const item = items[at];
  if (item?.kind !== "mark") return;
  const reach = reachOf(items, at);
  if (reach === "name" || reach === "span") return;
  if (subject) state.who = subject.who;
  if (reach === "nothing") askDenial(state.notes, item);
  if (reach === "behind") {
    const isOfClause = judged(state).length > 0 && state.joined === "none";
    if (isOfClause) {
      tellWhose(state, subject);
      judge(state);
      endClause(state);
    } else if (!isListed(items, at)) denyBehindPause(state, items, at);
    if (isOfClause || !isListed(items, at)) return;
  }
  // `I'd love Friday but I can't, Monday and Tuesday`: of what is it said?
  const isOpen =
    reach === "behind" && state.entries.some((each) => each.sentence === state.sentence);
  if (isOpen) askDenial(state.notes, item);
  say(state, true);
  state.denial = item.mark;
};

/** `I'm away, Monday and Tuesday`: what the comma parts is still what the no is of. */
const isListed = (items: readonly Item[], at: number): boolean => {
  const place = placeAfter(items, at);
  const [denial, comma] = [items[at], items[place]];
  const isComma = comma?.kind === "mark" && comma.mark === "comma";
  const isNo = denial?.kind === "mark" && denial.mark === "not";
  return isComma && !isNo && isEntry(items[placeAfter(items, place)]);
};

/** `Monday Ada can't`: the days of the clause are hers. */
export const tellWhose = (state: State, subject: Subject | undefined): void => {
  if (!subject?.who) return;
  for (const entry of state.entries.slice(state.clause)) entry.who = subject.who;
};
