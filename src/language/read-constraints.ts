/** The way in: what somebody writes about time and people, as constraints. Pure: the present and the zone come in, nothing of
 * the host does. Texts are data: whatever they say, they can only become days, hours and names. */
import { AppError } from "../domain/errors.ts";
import { isZone } from "../domain/time.ts";
import { clockChangeOf } from "./clock-changes.ts";
import type { Constraints, Rule } from "./constraints.ts";
import { english } from "./en.ts";
import { entriesOf, isDeniedAt } from "./entries.ts";
import { groupsOf, type Group } from "./groups.ts";
import { readItems, type Item } from "./items.ts";
import type { Language } from "./language.ts";
import { dictionaryOf, lex, type Dictionary } from "./lex.ts";
import { intentOf, namedPeople } from "./named-people.ts";
import { ask, assume, type Notes } from "./notes.ts";
import { knownNames } from "./people.ts";
import { pieces } from "./pieces.ts";
import { rulesOf } from "./rules.ts";
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
    .replace(/[\u00A0\u2000-\u200A\u202F\u3000]/g, " ");

const itemsOf = (request: ReadRequest, zone: string): Item[] => {
  const language = request.language ?? english;
  const today = request.now.toZonedDateTimeISO(zone).toPlainDate();
  const lexemes = lex(request.text, {
    language,
    dictionary: dictionaryFor(language),
    dates: language.dates(plainText(request.text), today),
  });
  const present = { now: request.now, zone, today };
  return readItems(lexemes, {
    text: request.text,
    present,
    known: knownNames(request.names ?? []),
  });
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
    for (const rule of rules) {
      const change = first && first.atom.form !== "daypart" ? clockChangeOf(rule) : undefined;
      if (first && change) ask(notes, first, change);
    }
  }
  return { allow: allow.filter(saysSomething), deny };
};

/** `any day`, `any time` alone allow what is allowed anyway. */
const saysSomething = ({ zone: _zone, words: _words, ...parts }: Rule): boolean =>
  Object.keys(parts).length > 0;

/** Time counted from now: `in two hours`, `within 48 hours`. */
const fromNow = (items: readonly Item[], { now, zone }: ReadRequest): Rule[] =>
  items.flatMap((item) => {
    if (item.kind !== "duration" || item.atom.fromNow === undefined) return [];
    const at = now.add({ minutes: item.atom.minutes }).toString();
    const isIn = item.atom.fromNow === "in";
    const between = isIn ? { start: at } : { start: now.toString(), end: at };
    return [{ zone, between, words: isIn ? `from ${at} on` : `until ${at}` }];
  });

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

const shiftOf = (items: readonly Item[], notes: Notes): Constraints["shift"] => {
  const said = items.flatMap((item) => (item.kind === "shift" ? [item] : []));
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
    assume(notes, first, "later is meant");
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
  const entries = entriesOf(
    items.filter((item) => !placed.has(item)),
    notes,
  );
  const breaks = zoneBreaks(items);
  const groups = settleGroups(groupsOf(entries, breaks), notes);
  askDaysOfZones(groups, { breaks, notes });
  const { allow, deny } = rulesOfGroups(groups, { items, zone, notes });
  const { about, people } = namedPeople(items, { names, notes });
  const within = fromNow(items, request);
  const hasTimes = allow.length + deny.length + within.length + entries.length > 0;
  const intent = intentOf(items, { hasTimes, people, notes });
  const { understood, fillers, leftOver } = pieces(items, text);
  for (const left of leftOver) {
    ask(notes, left, {
      why: "That was not understood. Does it matter for time or people?",
      choices: [{ words: "It does not matter", instead: " " }],
    });
  }
  const [session, reason] = [wordsOf(items, "session"), wordsOf(items, "reason")];
  const shift = shiftOf(items, notes);
  return {
    sure: notes.questions.length === 0,
    intent,
    zone,
    about: {
      people: about,
      ...(session === undefined ? {} : { session }),
      ...(reason === undefined ? {} : { reason }),
    },
    allow: [...allow, ...within],
    deny,
    people,
    ...(shift ? { shift } : {}),
    limits: limitsOf(items, notes),
    understood,
    assumed: notes.assumed,
    questions: notes.questions.toSorted((one, other) => one.start - other.start),
    fillers,
    leftOver,
  };
};
