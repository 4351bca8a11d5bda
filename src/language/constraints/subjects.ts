/** Whose time it is: who stands before `can`, `is away` and `works`, and for whom a day works. Nobody else's time is ever taken for
 * the writer's. */
import type { Item, Mark } from "./items.ts";
import { ask, type Notes } from "./notes.ts";

/** The writer, among others. */
export const WRITER = "";

/** Who it is that can or cannot. */
export interface Subject {
  /** Undefined: the writer alone. */
  who: readonly string[] | undefined;
  /** `neither Ada nor Grace can`: the can is a cannot. */
  isDenied: boolean;
  /** It stands before the verb; else it is for whom something works. */
  isBefore: boolean;
}

/** The subjects of a text: by the place of what is said of them, and the items that name them. */
export interface Subjects {
  at: ReadonlyMap<number, Subject>;
  items: ReadonlySet<Item>;
}

const VERBS = new Set<Mark>(["can", "cannot", "away", "not", "good", "bad"]);
const POSITIVE = new Set<Mark>(["can", "good"]);

const markOf = (item: Item | undefined): Mark | undefined =>
  item?.kind === "mark" ? item.mark : undefined;

const isBare = (item: Item | undefined): boolean =>
  item?.kind === "filler" && (item.role === undefined || item.role === "instead");

const isNamed = (item: Item | undefined): boolean =>
  (item?.kind === "person" && !item.owner) ||
  item?.kind === "role" ||
  item?.kind === "pronoun" ||
  (item?.kind === "filler" && item.role === "self");

const nameOf = (item: Item): string => {
  if (item.kind === "person") return item.name;
  return item.kind === "filler" ? WRITER : item.written;
};

/** The last place before this one that carries something. */
const placeBefore = (items: readonly Item[], at: number, isPassed = isBare): number => {
  let before = at - 1;
  while (before >= 0 && isPassed(items[before])) before -= 1;
  return before;
};

interface List {
  members: Item[];
  first: number;
  isOr: boolean;
}

/** The names that are joined before a place: `Ada`, `Ada and Grace`, `Ada, Grace and I`. */
const listBefore = (items: readonly Item[], last: number): List | undefined => {
  const end = items[last];
  if (!end || !isNamed(end)) return undefined;
  const list: List = { members: [end], first: last, isOr: false };
  let isClosed = false;
  for (;;) {
    const join = items[list.first - 1];
    const name = items[list.first - 2];
    const isJoin =
      join?.kind === "mark" &&
      (join.mark === "and" || join.mark === "or" || (join.mark === "comma" && isClosed));
    if (!isJoin || !name || !isNamed(name) || list.members.length > 8) return list;
    isClosed = true;
    list.members.unshift(name);
    list.first -= 2;
    list.isOr ||= join.mark === "or" && join.isNor !== true;
  }
};

const choicesOf = (items: readonly Item[]) =>
  [...new Set(items.flatMap((item) => (item.kind === "person" ? [item.name] : [])))]
    .slice(0, 8)
    .map((name) => ({ words: name, instead: name }));

/** What a list of names before a verb says, or what has to be asked of it. */
const subjectOf = (
  list: List,
  verb: Mark,
  { items, notes }: { items: readonly Item[]; notes: Notes },
): Subject | undefined => {
  const [first] = list.members;
  const before = items[placeBefore(items, list.first)];
  const mark = markOf(before);
  if (!first) return undefined;
  const isOther = list.members.some((item) => item.kind !== "filler");
  if (isOther && (before?.kind === "intent" || /^(?:with|without|instead|for)$/.test(mark ?? ""))) {
    if (verb !== "not") ask(notes, first, { why: "Whose time is that?", choices: [] });
    return undefined;
  }
  const pronoun = list.members.find(({ kind }) => kind === "pronoun");
  if (pronoun) ask(notes, pronoun, { why: "Whose time is that?", choices: choicesOf(items) });
  const isDenied = mark === "not";
  const isOdd =
    (isDenied && !POSITIVE.has(verb)) || (isOther && mark === "only") || (list.isOr && !isDenied);
  if (isOdd) ask(notes, first, { why: "Who can, and who cannot?", choices: [] });
  if (!isOther) return { who: undefined, isDenied, isBefore: true };
  return { who: list.members.map(nameOf), isDenied, isBefore: true };
};

/** `Tuesday works for Ada and Grace`: the names behind the judgement. */
const listAfter = (items: readonly Item[], at: number): Item[] => {
  if (markOf(items[at + 1]) !== "for") return [];
  const members: Item[] = [];
  for (let next = at + 2; ; next += 2) {
    const item = items[next];
    if (!item || !isNamed(item) || item.kind === "filler") return members;
    members.push(item);
    if (markOf(items[next + 1]) !== "and") return members;
  }
};

const isEntry = (item: Item | undefined): boolean => item?.kind === "date" || item?.kind === "time";

/** Reads whose time is spoken of, and asks where nobody can tell. */
export const subjectsOf = (items: readonly Item[], notes: Notes): Subjects => {
  const subjects = new Map<number, Subject>();
  const named = new Set<Item>();
  const take = (at: number, subject: Subject, members: readonly Item[]): void => {
    subjects.set(at, subject);
    for (const member of members) named.add(member);
  };
  for (const [at, item] of items.entries()) {
    const mark = markOf(item);
    const isColon = item.kind === "filler" && item.role === "colon" && isEntry(items[at + 1]);
    if (!isColon && (mark === undefined || !VERBS.has(mark))) continue;
    const after = mark === "good" || mark === "bad" ? listAfter(items, at) : [];
    if (after.length > 0) {
      take(at, { who: after.map(nameOf), isDenied: false, isBefore: false }, after);
      continue;
    }
    const isPassed = (each: Item | undefined): boolean =>
      isBare(each) || (!isColon && markOf(each) === "only");
    const list = listBefore(items, placeBefore(items, at, isPassed));
    if (!list || (mark === "not" && isBeforeName(items, at))) continue;
    const subject = subjectOf(list, mark ?? "can", { items, notes });
    if (subject && item.kind === "mark" && item.isWork) {
      ask(notes, item, { why: "Is that when somebody works, or when they are free?", choices: [] });
    }
    if (subject) take(at, subject, list.members);
  }
  return { at: subjects, items: named };
};

/** `Ada, not Grace` and `not with Grace` say nothing of anybody's time. */
export const isBeforeName = (items: readonly Item[], at: number): boolean => {
  let next = at + 1;
  while (isBare(items[next])) next += 1;
  const item = items[next];
  const isWith = item?.kind === "mark" && item.mark === "with";
  return isWith || item?.kind === "person" || item?.kind === "role";
};
