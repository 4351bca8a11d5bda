/** What is read, piece by piece, and may still be meant otherwise: it is asked. Each rule here is of how pieces stand beside each
 * other, not of words. */
import { isDenying } from "./denials.ts";
import type { Entry } from "./entry-state.ts";
import type { Item } from "./items.ts";
import { ask, type Notes } from "./notes.ts";
import type { Subjects } from "./subjects.ts";

interface Text {
  items: readonly Item[];
  entries: readonly Entry[];
  subjects: Subjects;
  notes: Notes;
}

const isEntry = (item: Item | undefined): boolean => item?.kind === "date" || item?.kind === "time";

const isMark = (item: Item | undefined, ...marks: string[]): boolean =>
  item?.kind === "mark" && marks.includes(item.mark);

const isName = (item: Item | undefined): boolean =>
  (item?.kind === "person" && !item.owner) || item?.kind === "role";

/** The item before or after a place that carries something. */
const beside = (items: readonly Item[], at: number, step: 1 | -1): Item | undefined => {
  let next = at + step;
  while (items[next]?.kind === "filler") next += step;
  return items[next];
};

/** `not sure`, `you can't`, `only if`. */
const askDoubt = ({ notes }: Text, item: Item): void => {
  if (item.kind === "doubt") ask(notes, item, { why: "What is meant by that?", choices: [] });
};

/** `move it 2 days earlier or Friday`, `a day or two days later`. */
const askShifts = ({ items, notes }: Text, item: Item, at: number): void => {
  if (isMark(item, "or", "and")) {
    const [before, after] = [beside(items, at, -1), beside(items, at, 1)];
    const kinds = [before, after].filter((each) => each?.kind === "shift" || isEntry(each));
    if (kinds.length < 2 || !kinds.some((each) => each?.kind === "shift") || !after) return;
    ask(notes, after, { why: "Which of the two is meant?", choices: [] });
  }
  if (item.kind !== "shift" || item.atom.amount !== undefined) return;
  if (isMark(beside(items, at, 1), "good")) {
    ask(notes, item, { why: "Than what is booked, or as soon as can be?", choices: [] });
  }
  const isMoved = items.some((each) => each.kind === "intent" && each.intent === "move");
  const date = beside(items, at, 1);
  if (isMoved || date?.kind !== "date" || item.atom.within !== undefined) return;
  ask(notes, item, { why: "Than what is booked, or than now?", choices: [] });
};

const HALF_DAY = 720;

/** `at 9 or 10pm`: the first may be in the evening as well. */
const askHalves = ({ items, notes }: Text, item: Item, at: number): void => {
  const join = items[at - 1];
  const before = items[at - 2];
  if (item.kind !== "time" || before?.kind !== "time" || !isMark(join, "or", "and", "comma"))
    return;
  const [first, second] = [before.atom.startsAt, item.atom.startsAt];
  if (first === undefined || second === undefined || !before.atom.isHalfTaken) return;
  if (first + HALF_DAY >= second || item.atom.isHalfTaken) return;
  ask(notes, before, { why: "Is that in the morning or in the evening?", choices: [] });
};

/** `busy until 3pm Tuesday`: from now on until then, or on that day? And `busy until 3pm` is of today alone. */
const askUntil = ({ items, notes }: Text, item: Item, at: number): void => {
  if (item.kind !== "time" || !item.atom.isUntil) return;
  const next = beside(items, at, 1);
  if (next?.kind === "date" && next.atom.form !== "bound") {
    const choices = [
      { words: "From now on until then", instead: `until ${next.written} ${hourOf(item)}` },
      { words: "On that day until then", instead: `${next.written} before ${hourOf(item)}` },
    ];
    const piece = { start: item.start, end: next.end, written: `${item.written} ${next.written}` };
    ask(notes, piece, { why: "From now on until then, or on that day?", choices });
  }
  const isAway = isMark(beside(items, at, -1), "cannot", "away");
  if (isAway && !items.some(({ kind }) => kind === "date")) {
    ask(notes, item, { why: "Is that today, or on any day?", choices: [] });
  }
};

const hourOf = (item: Item & { kind: "time" }): string => {
  const { until } = item.atom.span;
  return `${Math.floor(until / 60)}:${String(until % 60).padStart(2, "0")}`;
};

/** `I'm ill today`, `Ada is sick`: what follows from it is not said. */
const askReason = ({ items, notes }: Text, item: Item, at: number): void => {
  if (item.kind !== "reason") return;
  const [before, after] = [beside(items, at, -1), beside(items, at, 1)];
  if (isEntry(before) || isEntry(after) || isName(before) || before?.kind === "pronoun") {
    ask(notes, item, { why: "What follows from it for the session?", choices: [] });
  }
};

/** Where a list of names begins that ends at a place. */
const headOf = (items: readonly Item[], at: number): number => {
  let head = at;
  while (head > 1 && isMark(items[head - 1], "and", "or", "comma") && isName(items[head - 2])) {
    head -= 2;
  }
  return head;
};

const TELLING = ["with", "without", "instead", "for", "not", "except"];

/** A name that nothing says anything of; and `not with Ada on Monday`, which is of the person or of the day. */
const askName = ({ items, subjects, notes }: Text, item: Item, at: number): void => {
  if (!isName(item) || subjects.items.has(item)) return;
  const head = headOf(items, at);
  const told = beside(items, head, -1);
  const isTold = told?.kind === "intent" || isMark(told, ...TELLING);
  if (!isTold && !isMark(items[at + 1], "instead")) {
    ask(notes, item, { why: "What is to be done with whom?", choices: [] });
  }
  const place = told ? items.indexOf(told) : -1;
  const isNo =
    isMark(told, "without", "not") ||
    (isMark(told, "with") && isMark(beside(items, place, -1), "not"));
  const next = beside(items, at, 1);
  if (isNo && next && isEntry(next)) {
    ask(notes, next, { why: "Is it without them then, or then not with them alone?", choices: [] });
  }
};

/** `move Ada to Monday and Grace to Tuesday`: several wishes at once. */
const askSeveral = ({ items, subjects, notes }: Text): void => {
  let steps = 0;
  for (const item of items) {
    const isPerson = item.kind === "person" && !subjects.items.has(item);
    if ((steps % 2 === 0 && isPerson) || (steps % 2 === 1 && isEntry(item))) steps += 1;
    if (steps < 4) continue;
    const why = "Who belongs to which time? Write one wish at a time.";
    ask(notes, item, { why, choices: [] });
    return;
  }
};

/** `without Ada or with Grace`, `Monday nor Tuesday`. */
const askOr = ({ items, notes }: Text, item: Item, at: number): void => {
  if (item.kind !== "mark" || item.mark !== "or") return;
  const isDenied = items.slice(0, at).some(isDenying);
  if (item.isNor && !isDenied) ask(notes, item, { why: "Can it be or not?", choices: [] });
  const next = items[at + 1];
  const before = items.slice(0, at).findLast((each) => isMark(each, "with", "without"));
  if (!item.isNor && before && next && isMark(next, "with", "without")) {
    const isSame = before.kind === "mark" && isMark(next, before.mark);
    if (!isSame || isDenied)
      ask(notes, next, { why: "Who is wanted, and who is not?", choices: [] });
  }
};

/** `cancel Monday and Tuesday instead`: one of the days may take the other's place. */
const askInstead = ({ items, entries, notes }: Text, item: Item): void => {
  if (item.kind !== "filler" || item.role !== "instead" || entries.length < 2) return;
  const isCancel = items.some((each) => each.kind === "intent" && each.intent === "cancel");
  if (isCancel) ask(notes, item, { why: "What is instead of what?", choices: [] });
};

/** `I'm busy on Monday for an hour`: how long that is, and not the session. */
const askLength = ({ items, entries, notes }: Text, item: Item, at: number): void => {
  if (item.kind !== "duration" || item.atom.fromNow !== undefined) return;
  const before = beside(items, at, -1);
  const isOfNo = entries.some((entry) => entry.isDenied && entry.start === before?.start);
  if (before && isEntry(before) && isOfNo) {
    ask(notes, item, { why: "Is that how long the session is?", choices: [] });
  }
};

/** `Ada can't`, `Grace is out`: of which days? */
const askTimeless = ({ items, entries, subjects, notes }: Text): void => {
  for (const [at, { who }] of subjects.at) {
    const item = items[at];
    if (!item || who === undefined || entries.some((entry) => entry.who === who)) continue;
    ask(notes, item, { why: "On which days is that?", choices: [] });
  }
};

const DOUBTS = [
  askDoubt,
  askShifts,
  askHalves,
  askUntil,
  askReason,
  askName,
  askOr,
  askLength,
  askInstead,
] as const;

/** Asks what may be meant otherwise. */
export const askDoubts = (text: Text): void => {
  for (const [at, item] of text.items.entries()) {
    for (const doubt of DOUBTS) doubt(text, item, at);
  }
  askSeveral(text);
  askTimeless(text);
};
