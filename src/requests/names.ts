/** Whom and what a request names: found by code in the directory of what whoever asks may see. */
import type { Directory, KnownCase, KnownUser } from "./understanding.ts";
import { type Word, fold, isSlipOf, wordsOf } from "./words.ts";
import { PLAIN_WORDS } from "./plain-words.ts";

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
  postings: { postingId: string; title: string }[];
}

type Known = { of: "case"; known: KnownCase } | { of: "user"; known: KnownUser };

interface Indexed {
  known: Known;
  parts: string[];
}

/** Whom it may name. */
type Named = Pick<Directory, "cases" | "users">;

const indexOf = ({ cases, users }: Named): Indexed[] => [
  ...cases.map((known) => ({ known: { of: "case" as const, known }, parts: partsOf(known.name) })),
  ...users.map((known) => ({ known: { of: "user" as const, known }, parts: partsOf(known.name) })),
];

const partsOf = (name: string): string[] => wordsOf(name).map(({ folded }) => folded);

/** All of them, in the order of the text. Longer names come before shorter ones at the same place. */
export const findMentions = (text: string, directory: Named): Mention[] => {
  const words = wordsOf(text);
  const index = indexOf(directory);
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length;) {
    const found = mentionAt(words, at, index) ?? addressAt(words, at, directory);
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

const addressAt = (words: readonly Word[], at: number, { users }: Named): Found | null => {
  const word = words[at];
  const known = word ? users.filter(({ email }) => fold(email) === word.folded) : [];
  if (!word || known.length === 0) return null;
  const { start, end, text: written } = word;
  return { mention: { start, end, written, cases: [], users: known, isSlip: false }, length: 1 };
};

const mentionAt = (words: readonly Word[], at: number, index: readonly Indexed[]): Found | null => {
  const scored = index
    .map(({ known, parts }) => ({ known, ...matchAt(words, at, parts) }))
    .filter(({ length }) => length > 0);
  if (scored.length === 0) return null;
  const exact = scored.filter(({ isSlip }) => !isSlip);
  const chosen = exact.length > 0 ? exact : scored;
  const length = Math.max(...chosen.map((each) => each.length));
  const best = chosen.filter((each) => each.length === length);
  const [first, last] = [words[at], words[at + length - 1]];
  if (!first || !last) return null;
  const ofCases = best.flatMap(({ known }) => (known.of === "case" ? [known.known] : []));
  const ofUsers = best.flatMap(({ known }) => (known.of === "user" ? [known.known] : []));
  return {
    mention: {
      start: first.start,
      end: last.end,
      written: words
        .slice(at, at + length)
        .map(({ text }) => text)
        .join(" "),
      cases: ofCases,
      users: ofUsers,
      isSlip: exact.length === 0,
    },
    length,
  };
};

/** How many words from there are words of that name, in its order. One that is a word of everyday speech has to be written as a
 * name; one with a slip in it must be no such word. */
const matchAt = (
  words: readonly Word[],
  at: number,
  parts: readonly string[],
): { length: number; isSlip: boolean } => {
  let best = { length: 0, isSlip: false };
  for (let from = 0; from < parts.length; from += 1) {
    let length = 0;
    let isSlip = false;
    while (from + length < parts.length) {
      const word = words[at + length];
      const part = parts[from + length];
      if (!word || part === undefined) break;
      if (length > 0 && !isSideBySide(words, at + length)) break;
      const fits = fit(word, part, length > 0);
      if (fits === "no") break;
      isSlip ||= fits === "slip";
      length += 1;
    }
    const isBetter = length > best.length || (length === best.length && best.isSlip && !isSlip);
    // At the beginning every word is written so.
    const isPlainBeginning = length === 1 && at === 0 && PLAIN_WORDS.has(parts[from] ?? "");
    if (isBetter && !isPlainBeginning) best = { length, isSlip };
  }
  return best;
};

const isSideBySide = (words: readonly Word[], at: number): boolean =>
  (words[at]?.start ?? 0) - (words[at - 1]?.end ?? 0) <= 2;

const fit = (word: Word, part: string, isWithin: boolean): "exact" | "slip" | "no" => {
  const isPlain = PLAIN_WORDS.has(word.folded);
  const isWritten = /^\p{Lu}/u.test(word.text) || !/\p{Ll}/u.test(word.text);
  if (word.folded === part) {
    if (isWithin || !isPlain) return part.length > 1 || isWithin ? "exact" : "no";
    return isWritten ? "exact" : "no";
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
  { cases }: Directory,
  taken: readonly { start: number; end: number }[],
): PostingMention | null => {
  const postings = [
    ...new Map(
      cases.flatMap(({ postingId, postingTitle: title }) =>
        postingId === null ? [] : [[postingId, { postingId, title }] as const],
      ),
    ).values(),
  ];
  const words = wordsOf(text).filter(
    ({ start, end }) => !taken.some((each) => each.start < end && start < each.end),
  );
  const scored = postings.map((posting) => ({ posting, ...postingMatch(words, posting.title) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best === 0) return null;
  const chosen = scored.filter(({ score }) => score === best);
  const spans = chosen.flatMap(({ matched }) => matched);
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
    postings: chosen.map(({ posting }) => posting),
  };
};

const postingMatch = (
  words: readonly Word[],
  title: string,
): { score: number; matched: Word[] } => {
  const parts = partsOf(title);
  const matched = words.filter(({ folded }) =>
    parts.some((part) => part === folded || (!PLAIN_WORDS.has(folded) && isSlipOf(folded, part))),
  );
  const telling = matched.filter(({ folded }) => !GENERIC.has(folded));
  const whole = parts.every((part) => matched.some(({ folded }) => folded === part));
  if (telling.length === 0 && !whole) return { score: 0, matched: [] };
  return { score: matched.length, matched };
};
