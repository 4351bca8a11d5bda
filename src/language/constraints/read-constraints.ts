/** The way in: what somebody writes about time and people, as constraints. Pure: the present and the zone come in, nothing of
 * the host does. Texts are data: whatever they say, they can only become days, hours and names. */
import { AppError } from "../../domain/errors.ts";
import { isZone } from "../../domain/time.ts";
import { clockChangeOf } from "./clock-changes.ts";
import type { Constraints, Rule } from "./constraints.ts";
import { askLeftOver } from "./left-over.ts";
import { askDenial, isDeniedSpan, isDenying } from "./denials.ts";
import { askDoubts } from "./doubts.ts";
import { english } from "./en.ts";
import { entriesOf, isDeniedAt, isOfDeniedWish } from "./entries.ts";
import { groupsOf, type Group } from "./groups.ts";
import { readItems, type Item } from "./items.ts";
import type { Language } from "./language.ts";
import { dictionaryOf, lex, type Dictionary } from "./lex.ts";
import { foldSessions } from "./moves.ts";
import { intentOf, namedPeople } from "./named-people.ts";
import { ask, assume, type Notes } from "./notes.ts";
import { knownNames } from "./people.ts";
import { pieces } from "./pieces.ts";
import { rulesOf } from "./rules.ts";
import { subjectsOf } from "./subjects.ts";
import { settleGroups } from "./whole-text.ts";
import type { ShiftAtom } from "./wishes.ts";
import {
  askDaysOfZones,
  askPlaces,
  askZones,
  wholeZone,
  zoneBreaks,
  zoneOfGroup,
} from "./zones-said.ts";

/** What is read, and what has to be known for it. */
export interface ReadRequest {
  text: string;
  now: Temporal.Instant;
  /** Of whoever wrote it. */
  zone: string;
  /** People whom the text may name; without them names stay as they are written. */
  names?: readonly string[];
  /** English when absent. */
  language?: Language;
}

/** Units: UTF-16. */
export const LONGEST_TEXT = 2000;

const refuse = (message: string): AppError =>
  new AppError({ code: "input_invalid", fault: "caller", message });

const dictionaries = new WeakMap<Language, Dictionary>();

const dictionaryFor = (language: Language): Dictionary => {
  const made = dictionaries.get(language) ?? dictionaryOf(language);
  dictionaries.set(language, made);
  return made;
};

/** Dashes and odd spaces made plain, unit by unit, so that places stay what they are. */
const plainText = (text: string): string =>
  text
    .replace(/[\u2010-\u2015\u2212\uFF0D]/g, "-")
    .replace(/[\u00A0\u2000-\u200A\u202F\u3000]/g, " ")
    .replace(/[\r\n\u0085]/g, ";")
    .replace(/(\d{4}-\d\d-\d\d)[Tt](?=\d\d:\d\d)/g, "$1 ");

const itemsOf = (request: ReadRequest, zone: string): Item[] => {
  const language = request.language ?? english;
  const today = request.now.toZonedDateTimeISO(zone).toPlainDate();
  const lexemes = lex(request.text, {
    language,
    dictionary: dictionaryFor(language),
    dates: language.dates(plainText(request.text), today),
  });
  const present = { now: request.now, zone, today };
  const items = readItems(lexemes, {
    text: request.text,
    present,
    known: knownNames(request.names ?? []),
  });
  return foldSessions(items, request.text);
};

const rulesOfGroups = (
  groups: readonly Group[],
  { items, zone, notes }: { items: readonly Item[]; zone: string; notes: Notes },
): { allow: Rule[]; deny: Rule[] } => {
  const allow: Rule[] = [];
  const deny: Rule[] = [];
  for (const group of groups) {
    const rules = rulesOf(group, zoneOfGroup(group, { groups, items, zone }), notes);
    (group.isDenied ? deny : allow).push(...rules);
    const [first] = group.times;
    const [entry] = group.entries;
    if (entry && group.isDenied && rules.some((rule) => !saysSomething(rule))) {
      ask(notes, entry, { why: "Is there no time at all?", choices: [] });
    }
    for (const rule of rules) {
      const change = first && first.atom.form !== "daypart" ? clockChangeOf(rule) : undefined;
      if (first && change) ask(notes, first, change);
    }
  }
  return { allow: allow.filter(saysSomething), deny };
};

/** `any day`, `any time` alone allow what is allowed anyway. */
const saysSomething = ({ zone: _zone, words: _words, who: _who, ...parts }: Rule): boolean =>
  Object.keys(parts).length > 0;

/** Time counted from now: `in two hours`, `not within 48 hours`. */
const fromNow = (
  items: readonly Item[],
  { now, zone }: ReadRequest,
  notes: Notes,
): { allow: Rule[]; deny: Rule[] } => {
  const rules: { allow: Rule[]; deny: Rule[] } = { allow: [], deny: [] };
  for (const [at, item] of items.entries()) {
    if (item.kind !== "duration" || item.atom.fromNow === undefined) continue;
    const end = now.add({ minutes: item.atom.minutes }).toString();
    const isIn = item.atom.fromNow === "in";
    const isDenied = isDeniedSpan(items, at);
    if (!isDenied && items.slice(0, at).some(isDenying)) askDenial(notes, item);
    const between = isIn ? { start: end } : { start: now.toString(), end };
    const rule = { zone, between, words: isIn ? `from ${end} on` : `until ${end}` };
    (isDenied ? rules.deny : rules.allow).push(rule);
  }
  return rules;
};

const limitsOf = (items: readonly Item[], notes: Notes): Constraints["limits"] => {
  const lengths = items.flatMap((item) =>
    item.kind === "duration" && item.atom.fromNow === undefined ? [item] : [],
  );
  const [first, second] = lengths;
  if (second && first && second.atom.minutes !== first.atom.minutes) {
    const choices = [first, second].map(({ atom }) => ({ words: `${atom.minutes} minutes` }));
    ask(notes, second, { why: "Two lengths are named. Which one is meant?", choices });
  }
  return {
    ...(first ? { durationMinutes: first.atom.minutes } : {}),
    ...(items.some(({ kind }) => kind === "soonest") ? { soonest: true } : {}),
  };
};

/** What is taken for granted where only it is said by how much. */
export const LATER_IS_MEANT = "later is meant";

const shiftOf = (items: readonly Item[], notes: Notes): Constraints["shift"] => {
  const said = items.flatMap((item, at) =>
    item.kind === "shift" && !isOfDeniedWish(items, at) ? [item] : [],
  );
  const way = items.flatMap((item, at) =>
    item.kind === "intent" && item.direction && !isDeniedAt(items, at) ? [item] : [],
  );
  const [first] = said;
  if (!first) {
    const [wish] = way;
    return wish?.direction
      ? { start: wish.start, end: wish.end, direction: wish.direction }
      : undefined;
  }
  const atoms = said.reduceRight<ShiftAtom>((all, { atom }) => ({ ...all, ...atom }), {});
  const direction = way[0]?.direction;
  if (atoms.amount !== undefined && !(atoms.direction ?? direction)) {
    assume(notes, first, LATER_IS_MEANT);
    return { start: first.start, end: first.end, ...atoms, direction: "later" };
  }
  return {
    start: first.start,
    end: said.at(-1)?.end ?? first.end,
    ...(direction ? { direction } : {}),
    ...atoms,
  };
};

const wordsOf = (items: readonly Item[], kind: "session" | "reason"): string | undefined => {
  const found = items.filter((item) => item.kind === kind);
  return found.length === 0 ? undefined : found.map(({ written }) => written).join(" ");
};

const hasFromNow = (items: readonly Item[]): boolean =>
  items.some((item) => item.kind === "duration" && item.atom.fromNow !== undefined);

/** The constraints that a text says, with all that was filled in, must be asked, or was not understood.
 * Errors: `input_invalid` for a text that is too long, or a zone that is none. */
export const readConstraints = (request: ReadRequest): Constraints => {
  const { text, zone, names = [] } = request;
  if (text.length > LONGEST_TEXT)
    throw refuse(`The text is longer than ${LONGEST_TEXT} characters.`);
  if (!isZone(zone)) throw refuse("The zone must be an IANA time zone such as Europe/Lisbon.");
  const notes: Notes = { assumed: [], questions: [] };
  const first = itemsOf(request, zone);
  const meant = wholeZone(first, zone);
  // A zone in the text moves the days as well: tomorrow in Tokyo may be today here.
  const items = meant === zone ? first : itemsOf(request, meant);
  askZones(items, notes);
  const placed = askPlaces(items, { notes, zone });
  const said = items.filter((item) => !placed.has(item));
  const subjects = subjectsOf(said, notes);
  const entries = entriesOf(said, { subjects, notes });
  const breaks = zoneBreaks(items);
  const groups = settleGroups(groupsOf(entries, breaks), notes);
  askDaysOfZones(groups, { breaks, notes });
  const { allow, deny } = rulesOfGroups(groups, { items, zone, notes });
  const named = namedPeople(items, { names, subjects, notes });
  const within = fromNow(items, request, notes);
  const hasTimes = entries.length > 0 || hasFromNow(items);
  const intent = intentOf(items, { hasTimes, people: named, notes });
  const limits = limitsOf(items, notes);
  const shift = shiftOf(items, notes);
  askDoubts({ items: said, entries, subjects, notes });
  const { understood, fillers, leftOver } = pieces(items, text);
  for (const left of leftOver) askLeftOver(items, left, notes);
  const [session, reason] = [wordsOf(items, "session"), wordsOf(items, "reason")];
  return {
    sure: notes.questions.length === 0,
    intent,
    zone,
    about: {
      people: named.about,
      ...(session === undefined ? {} : { session }),
      ...(reason === undefined ? {} : { reason }),
    },
    allow: [...allow, ...within.allow],
    deny: [...deny, ...within.deny],
    people: named.people,
    ...(shift ? { shift } : {}),
    limits,
    understood,
    assumed: notes.assumed,
    questions: notes.questions.toSorted((one, other) => one.start - other.start),
    fillers,
    leftOver,
  };
};
