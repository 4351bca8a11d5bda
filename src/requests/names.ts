/** Whom and what a request names: found by code in the directory of what whoever asks may see. */
import type { Directory, KnownCase, KnownPosting, KnownUser } from "./understanding.ts";
import { type Word, fold, isSlipOf, wordsOf } from "./words.ts";
import { PLAIN_WORDS, isBetween, isNoName, isOfTime } from "./plain-words.ts";

/** A piece of the request that names somebody. `cases` and `users`: all who may be meant. */
export interface Mention {
  start: number;
  end: number;
  written: string;
  cases: KnownCase[];
  users: KnownUser[];
  /** Whether nobody is called exactly that: a letter or two are otherwise. */
  isSlip: boolean;
}

/** A piece that names a posting. */
export interface PostingMention {
  start: number;
  end: number;
  postings: KnownPosting[];
}

type Known = { of: "case"; known: KnownCase } | { of: "user"; known: KnownUser };

/** A name from one of its words on. */
interface Indexed {
  known: Known;
  parts: readonly string[];
  isWhole: boolean;
}

/** Whom it may name. */
type Named = Pick<Directory, "cases" | "users">;

/** The same by the words of their names: a large company has thousands, and few of them are near any word. */
interface Index {
  byPart: ReadonlyMap<string, readonly Indexed[]>;
  /** Words of names by their first letter and length. */
  near: ReadonlyMap<string, readonly string[]>;
  byAddress: ReadonlyMap<string, readonly KnownUser[]>;
  /** What was found for a word before: a request says most of them more than once. */
  begun: Map<string, readonly Indexed[]>;
}

const indexes = new WeakMap<Named["cases"], { users: Named["users"]; index: Index }>();

const indexOf = ({ cases, users }: Named): Index => {
  const there = indexes.get(cases);
  if (there?.users === users) return there.index;
  const all: Known[] = [
    ...cases.map((known) => ({ of: "case" as const, known })),
    ...users.map((known) => ({ of: "user" as const, known })),
  ];
  const byPart = new Map<string, Indexed[]>();
  for (const known of all) {
    const parts = partsOf(known.known.name);
    for (const [from, part] of parts.entries()) {
      listAt(byPart, part).push({ known, parts: parts.slice(from), isWhole: from === 0 });
    }
  }
  const near = new Map<string, string[]>();
  for (const part of byPart.keys()) listAt(near, nearKey(part, part.length)).push(part);
  const byAddress = new Map<string, KnownUser[]>();
  for (const user of users) listAt(byAddress, fold(user.email)).push(user);
  const index = { byPart, near, byAddress, begun: new Map() };
  indexes.set(cases, { users, index });
  return index;
};

const listAt = <Item>(lists: Map<string, Item[]>, key: string): Item[] => {
  const list = lists.get(key) ?? [];
  if (list.length === 0) lists.set(key, list);
  return list;
};

const nearKey = (word: string, length: number): string => `${word.charAt(0)}${length}`;

/** Everybody of whose name it may be a word. */
const begunBy = ({ folded }: Word, { byPart, near, begun }: Index): readonly Indexed[] => {
  const there = begun.get(folded);
  if (there) return there;
  const slips = [-2, -1, 0, 1, 2]
    .flatMap((more) => near.get(nearKey(folded, folded.length + more)) ?? [])
    .filter((part) => !PLAIN_WORDS.has(folded) && isSlipOf(folded, part));
  const found = [folded, ...slips].flatMap((part) => byPart.get(part) ?? []);
  begun.set(folded, found);
  return found;
};

const partsOf = (name: string): string[] => wordsOf(name).map(({ folded }) => folded);

/** All of them, in the order of the text. Longer names come before shorter ones at the same place. */
export const findMentions = (text: string, directory: Named): Mention[] => {
  const words = wordsOf(text);
  const index = indexOf(directory);
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length;) {
    const found = mentionAt(words, at, index) ?? addressAt(words, at, index);
    if (!found) {
      at += 1;
      continue;
    }
    mentions.push(found.mention);
    at += found.length;
  }
  return mentions;
};

interface Found {
  mention: Mention;
  /** How many words it has. */
  length: number;
}

const addressAt = (words: readonly Word[], at: number, { byAddress }: Index): Found | null => {
  const word = words[at];
  const known = word ? [...(byAddress.get(word.folded) ?? [])] : [];
  if (!word || known.length === 0) return null;
  const { start, end, text: written } = word;
  return { mention: { start, end, written, cases: [], users: known, isSlip: false }, length: 1 };
};

const mentionAt = (words: readonly Word[], at: number, index: Index): Found | null => {
  const scored = scoredAt(words, at, index);
  if (scored.length === 0) return null;
  const exact = scored.filter(({ isSlip }) => !isSlip);
  const chosen = exact.length > 0 ? exact : scored;
  const length = chosen.reduce((most, each) => Math.max(most, each.length), 0);
  const longest = chosen.filter((each) => each.length === length).map(({ known }) => known);
  const best = [...new Set([...longest, ...swallowedBy({ words, at, length }, index)])];
  const [first, last] = [words[at], words[at + length - 1]];
  if (!first || !last) return null;
  return {
    mention: {
      start: first.start,
      end: last.end,
      written: words
        .slice(at, at + length)
        .map(({ text }) => text)
        .join(" "),
      cases: best.flatMap((each) => (each.of === "case" ? [each.known] : [])),
      users: best.flatMap((each) => (each.of === "user" ? [each.known] : [])),
      isSlip: exact.length === 0,
    },
    length,
  };
};

interface Scored {
  known: Known;
  /** How many words of the request it takes. */
  length: number;
  isSlip: boolean;
}

/** Each of whom a word may begin the name, as much of it as there is. */
const scoredAt = (words: readonly Word[], at: number, index: Index): Scored[] => {
  const word = words[at];
  const best = new Map<Known, Scored>();
  for (const each of word ? begunBy(word, index) : []) {
    const scored = matchAt(words, at, each);
    const before = best.get(each.known);
    if (scored.length > 0 && (!before || isBetter(scored, before))) best.set(each.known, scored);
  }
  return [...best.values()];
};

const isBetter = (one: Scored, other: Scored): boolean =>
  one.length > other.length || (one.length === other.length && other.isSlip && !one.isSlip);

/** Whoever is meant as well where the name has a word of requests in it: `Ada Friday` may be Ada, on Friday. */
const swallowedBy = (
  { words, at, length }: { words: readonly Word[]; at: number; length: number },
  index: Index,
): Known[] => {
  const span = words.slice(at, at + length);
  const from = span.findIndex(({ folded }) => !isNoName(folded));
  if (from === -1 || !span.some(({ folded }) => isNoName(folded))) return [];
  return scoredAt(words, at + from, index).flatMap(({ known, isSlip }) => (isSlip ? [] : [known]));
};

/** How many words from there are words of that name, in its order. One that is a word of everyday speech has to be written as a
 * name; one with a slip in it must be no such word. */
const matchAt = (
  words: readonly Word[],
  at: number,
  { known, parts, isWhole }: Indexed,
): Scored => {
  const run = runAt(words, at, parts);
  const isAll = isWhole && run.length === parts.length && isNameWhole(words, at, parts);
  const length = isAll ? run.length : nameOf(words, at, run);
  // At the beginning every word is written so.
  const isPlainBeginning = length === 1 && at === 0 && PLAIN_WORDS.has(parts[0] ?? "");
  const isSlip = run.slips.some((slip) => slip < length);
  return { known, length: isPlainBeginning ? 0 : length, isSlip };
};

interface Run {
  length: number;
  /** Which of its words have a slip in them. */
  slips: number[];
}

const runAt = (words: readonly Word[], at: number, parts: readonly string[]): Run => {
  const slips: number[] = [];
  for (const [length, part] of parts.entries()) {
    const word = words[at + length];
    if (!word || (length > 0 && !isSideBySide(words, at + length))) return { length, slips };
    // The first one is near, or it would not have been found.
    const isFoundSlip = length === 0 && word.folded !== part;
    const fits = isFoundSlip ? "slip" : fit(word, part, length > 0);
    if (fits === "no") return { length, slips };
    if (fits === "slip") slips.push(length);
  }
  return { length: parts.length, slips };
};

/** A name that has a word of requests in it counts where it is written whole, as a name, and has another word too. */
const isNameWhole = (words: readonly Word[], at: number, parts: readonly string[]): boolean =>
  parts.some((part) => !isNoName(part)) &&
  !parts.some(isBetween) &&
  words.slice(at, at + parts.length).every(isWrittenAsName) &&
  !(isNoName(parts[0] ?? "") && (at === 0 || isTimeAt(words, at)));

/** How many words of a run are of a name all the same. */
const nameOf = (words: readonly Word[], at: number, { length }: Run): number => {
  const stop = words.slice(at, at + length).findIndex(({ folded }) => isNoName(folded));
  const left = stop === -1 ? length : stop;
  return left === 1 && isTimeAt(words, at) ? 0 : left;
};

const BEFORE_TIME = /^(?:to|on|by|in|until|till|before|after|from|since|next|this|last|\d.*)$/u;

/** Whether a word of time stands where a time would. */
const isTimeAt = (words: readonly Word[], at: number): boolean =>
  isOfTime(words[at]?.folded ?? "") &&
  (BEFORE_TIME.test(words[at - 1]?.folded ?? "") || /^\d/u.test(words[at + 1]?.folded ?? ""));

const isSideBySide = (words: readonly Word[], at: number): boolean =>
  (words[at]?.start ?? 0) - (words[at - 1]?.end ?? 0) <= 2;

const isWrittenAsName = ({ text }: Word): boolean => /^\p{Lu}/u.test(text) || !/\p{Ll}/u.test(text);

const fit = (word: Word, part: string, isWithin: boolean): "exact" | "slip" | "no" => {
  const isPlain = PLAIN_WORDS.has(word.folded);
  if (word.folded === part) {
    if (isWithin || !isPlain) return part.length > 1 || isWithin ? "exact" : "no";
    return isWrittenAsName(word) ? "exact" : "no";
  }
  return !isPlain && isSlipOf(word.folded, part) ? "slip" : "no";
};

const GENERIC = new Set(
  "senior junior lead principal staff head of the and a for engineer developer manager specialist associate representative designer analyst scientist role position job".split(
    " ",
  ),
);

/** The posting that the request names, by the words that only few titles have, or its whole title. */
export const findPosting = (
  text: string,
  { cases, postings: known = [] }: Directory,
  taken: readonly { start: number; end: number }[],
): PostingMention | null => {
  const ofCases = cases.flatMap(({ postingId, postingTitle: title }) =>
    postingId === null ? [] : [{ postingId, title, hasCases: true }],
  );
  const postings = [
    ...new Map([...known, ...ofCases].map((each) => [each.postingId, each] as const)).values(),
  ];
  const words = wordsOf(text).filter(
    ({ start, end }) => !taken.some((each) => each.start < end && start < each.end),
  );
  const scored = postings.map((posting) => ({ posting, ...postingMatch(words, posting.title) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best === 0) return byOccupation(words, postings);
  const chosen = scored.filter(({ score }) => score === best);
  const spans = chosen.flatMap(({ matched }) => matched);
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
    postings: chosen.map(({ posting }) => posting),
  };
};

const OF_ROLE = /^(?:roles?|positions?|jobs?|postings?|openings?)$/u;
const OCCUPATIONS = new Set(
  "engineer developer specialist associate representative designer analyst scientist manager".split(
    " ",
  ),
);

/** The postings whose titles have the one word that stands before “role”: of those there may be many. */
const byOccupation = (
  words: readonly Word[],
  postings: readonly KnownPosting[],
): PostingMention | null => {
  const named = words.find(
    ({ folded }, index) =>
      (OCCUPATIONS.has(folded) || isInitials(folded)) &&
      OF_ROLE.test(words[index + 1]?.folded ?? "") &&
      isSideBySide(words, index + 1),
  );
  if (!named) return null;
  const chosen = postings.filter(({ title }) => {
    const parts = partsOf(title);
    return parts.includes(named.folded) || initialsOf(parts).includes(named.folded);
  });
  const { start, end } = named;
  return chosen.length === 0 ? null : { start, end, postings: chosen };
};

const isInitials = (folded: string): boolean =>
  /^\p{L}{2,5}$/u.test(folded) && !PLAIN_WORDS.has(folded) && !isOfTime(folded);

/** Of all of a title's words, and of its last ones: `sre` of `Senior Site Reliability Engineer`. */
const initialsOf = (parts: readonly string[]): string[] =>
  parts.slice(0, -1).map((_, from) =>
    parts
      .slice(from)
      .map((part) => part.charAt(0))
      .join(""),
  );

const postingMatch = (
  words: readonly Word[],
  title: string,
): { score: number; matched: Word[] } => {
  const parts = partsOf(title);
  const matched = words.filter(({ folded }) =>
    parts.some((part) => part === folded || (!PLAIN_WORDS.has(folded) && isSlipOf(folded, part))),
  );
  const telling = matched.filter(
    ({ folded }) => !GENERIC.has(folded) && !PLAIN_WORDS.has(folded) && !isOfTime(folded),
  );
  const whole = parts.every((part) => matched.some(({ folded }) => folded === part));
  if (telling.length === 0 && !whole) return { score: 0, matched: [] };
  return { score: matched.length, matched };
};
