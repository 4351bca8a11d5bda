/** Who is wanted, who is not, and whose session it is. Names stay as they are written; a known name is put beside. */
import type { Constraints, Intent, Person } from "./constraints.ts";
import type { Item } from "./items.ts";
import { isDeniedAt, isOfDeniedWish, wordBefore } from "./entries.ts";
import { ask, type Notes } from "./notes.ts";
import type { Subjects } from "./subjects.ts";

type Role = "wanted" | "not" | "about" | "subject";

/** The people of a text, by what is said of them. */
export interface NamedPeople {
  about: Person[];
  people: Constraints["people"];
}

const MOST_CHOICES = 8;

const askWho = (
  item: Item,
  names: readonly string[],
  { isListed, notes }: { isListed: boolean; notes: Notes },
): void => {
  const choices = names.slice(0, MOST_CHOICES).map((name) => ({ words: name, instead: name }));
  const why = isListed
    ? "Who of these is meant?"
    : "Nobody of that name is known here. Who is meant?";
  ask(notes, item, { why, choices });
};

const personOf = (item: Item & { kind: "person" | "role" }): Person => {
  const { start, end } = item;
  if (item.kind === "role") return { start, end, written: item.written };
  const [known] = item.matches;
  return {
    start,
    end,
    written: item.name,
    ...(item.matches.length === 1 && known !== undefined ? { known } : {}),
  };
};

interface Reading {
  role: Role;
  isReplace: boolean;
}

/** What the next names are, after each item that says so. */
const roleAfter = (item: Item, reading: Reading, isDeniedHere: () => boolean): Reading => {
  // `don't replace Grace` wants nobody else.
  if (item.kind === "intent")
    return { role: "about", isReplace: item.intent === "replace" && !isDeniedHere() };
  if (item.kind !== "mark") return reading;
  switch (item.mark) {
    case "with":
      return { ...reading, role: isDeniedHere() ? "not" : "wanted" };
    // `Ada, not Grace` and `anyone but Grace` end where the next wish begins.
    case "but":
      return { ...reading, role: "about" };
    case "without":
    case "instead":
      return { ...reading, role: "not" };
    case "for":
      return { ...reading, role: "about" };
    case "stop":
      return { role: "about", isReplace: false };
    default:
      return reading;
  }
};

/** Whether a denial is still open at this place: `not with Grace`, `no Grace`. */
const isDenied = (items: readonly Item[], at: number): boolean => {
  if (isDeniedAt(items, at)) return true;
  const before = wordBefore(items, at);
  const isNor = before?.kind === "mark" && before.isNor === true;
  return isNor || (before?.kind === "mark" && before.mark === "except");
};

/** `Grace instead of Ada`: the name before is the one that is wanted. */
const isPreferred = (items: readonly Item[], at: number): boolean => {
  const next = items[at + 1];
  return next?.kind === "mark" && next.mark === "instead";
};

/** Reads who is named. */
export const namedPeople = (
  items: readonly Item[],
  { names, subjects, notes }: { names: readonly string[]; subjects: Subjects; notes: Notes },
): NamedPeople => {
  const about: Person[] = [];
  const wanted: Person[] = [];
  const notWanted: Person[] = [];
  let reading: Reading = { role: "about", isReplace: false };
  for (const [at, item] of items.entries()) {
    reading = roleAfter(item, reading, () => isDenied(items, at));
    if (item.kind === "pronoun" && isAfterWith(items, at)) {
      ask(notes, item, { why: "Who is meant?", choices: [] });
    }
    if (item.kind !== "person" && item.kind !== "role") continue;
    const person = personOf(item);
    if (item.kind === "person" && item.matches.length !== 1 && names.length > 0) {
      const isListed = item.matches.length > 1;
      askWho(item, isListed ? item.matches : names, { isListed, notes });
    }
    if (subjects.items.has(item)) continue;
    if (item.kind === "person" && item.owner) about.push(person);
    else if (isDenied(items, at) || reading.role === "not") notWanted.push(person);
    else if (reading.role === "wanted" || isPreferred(items, at)) wanted.push(person);
    else if (reading.isReplace) notWanted.push(person);
    else about.push(person);
  }
  return { about, people: { wanted, notWanted } };
};

const isAfterWith = (items: readonly Item[], at: number): boolean => {
  const before = items[at - 1];
  return before?.kind === "mark" && /^(?:with|without|instead)$/.test(before.mark);
};

/** What somebody wants, of all wishes in the text; two that do not go together are asked. */
export const intentOf = (
  items: readonly Item[],
  {
    hasTimes,
    people: { about, people },
    notes,
  }: { hasTimes: boolean; people: NamedPeople; notes: Notes },
): Intent => {
  const said = items.flatMap((item, at) => (item.kind === "intent" ? [{ item, at }] : []));
  for (const { item } of said.filter(({ at }) => isDeniedAt(items, at))) {
    ask(notes, item, { why: "That is not wanted. What is?", choices: [] });
  }
  const meant = said.filter(({ at }) => !isDeniedAt(items, at)).map(({ item }) => item);
  const swap = said.find(({ item }) => item.intent === "swap");
  const exchange =
    swap &&
    items.findIndex(
      (item, at) =>
        at > swap.at && item.kind === "mark" && (item.mark === "for" || item.mark === "with"),
    );
  if (swap && hasTimes && about.length + people.wanted.length === 0) {
    ask(notes, swap.item, { why: "Is that to move it, or to change places?", choices: [] });
  }
  const other = exchange === undefined ? undefined : items[exchange + 1];
  if (exchange !== undefined && exchange > 0 && other?.kind === "person") {
    ask(notes, other, {
      why: "Is one to take the other's place, or do both change places?",
      choices: [],
    });
  }
  const kinds = [...new Set(meant.map(({ intent }) => intent))];
  const [first, second] = kinds;
  if (first !== undefined && second !== undefined) {
    const strong = kinds.filter((intent) => intent !== "availability" && intent !== "schedule");
    if (strong.length === 1) return strong[0] ?? first;
    const rival = meant.find(({ intent }) => intent === second);
    if (rival) {
      const choices = kinds.map((intent) => ({ words: intent }));
      ask(notes, rival, { why: "Several things are asked for at once. Which is meant?", choices });
    }
    return first;
  }
  if (first !== undefined) return first;
  if (items.some((item, at) => item.kind === "shift" && !isOfDeniedWish(items, at))) return "move";
  const isInstead = items.some((item) => item.kind === "mark" && item.mark === "instead");
  if (isInstead && people.notWanted.length > 0) return "replace";
  return hasTimes ? "availability" : "unknown";
};
