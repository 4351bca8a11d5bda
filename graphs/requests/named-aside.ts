/** Names that a request is shown to a model without: places stand for them, and an answer is read with the names back in. A candidate's never
 * leaves; of those who interview, where pseudonyms are on. Beside the masks of every model (src/models/masks.ts), which still go over what is shown: those hide each spelling of a known
 * name by one kind of place, and here a word is a name only where it stands as one (`May`, `Will`), names of nobody known are hidden as well, and the kind of a place tells a
 * model which field it belongs in. Pure. */
import { titlesOf } from "../../src/requests/echo.ts";
import { findMentions } from "../../src/requests/names.ts";
import { PLAIN_WORDS } from "../../src/requests/plain-words.ts";
import type { Directory } from "../../src/requests/understanding.ts";
import { type Word, wordsOf } from "../../src/requests/words.ts";

const PLACE = /\[(?:candidate|interviewer) \d+\]/gu;

/** A request as a model sees it, and the way back. */
export interface NamedAside {
  shown: string;
  /** An answer's piece with its names. A place that the request does not have stays as it is, and is then no piece of it. */
  withNames(piece: string): string;
}

interface Span {
  start: number;
  end: number;
  kind: "candidate" | "interviewer" | null;
}

/** `past`: candidates of before have names as well; `isAllHidden`: pseudonyms are on. */
export const namedAside = (
  text: string,
  { directory, isAllHidden }: { directory: Directory; isAllHidden: boolean },
): NamedAside => {
  const known = { ...directory, cases: [...directory.cases, ...(directory.past ?? [])] };
  const written = text.replaceAll(PLACE, (found) => " ".repeat(found.length));
  const mentions = findMentions(written, known).map(({ start, end, cases }): Span => {
    const ofUser = isAllHidden ? "interviewer" : null;
    return { start, end, kind: cases.length > 0 ? "candidate" : ofUser };
  });
  const places = new Map<string, string>();
  let [shown, from] = ["", 0];
  for (const { start, end, kind } of [
    ...mentions,
    ...strangersIn(written, { known, mentions }),
  ].toSorted((one, other) => one.start - other.start)) {
    if (kind === null || start < from) continue;
    const place = `[${kind} ${places.size + 1}]`;
    places.set(place, written.slice(start, end));
    shown += written.slice(from, start) + place;
    from = end;
  }
  return {
    shown: shown + written.slice(from),
    withNames: (piece) => piece.replaceAll(PLACE, (place) => places.get(place) ?? place),
  };
};

/** Words that are written as names, and are nobody's whom the asker may see: they may be of a candidate for few eyes. */
const strangersIn = (
  text: string,
  { known, mentions }: { known: Directory; mentions: readonly Span[] },
): Span[] => {
  if (!/\p{Ll}/u.test(text)) return [];
  const titles = titlesOf(known);
  const words = wordsOf(text);
  const isUnknownName = ({ text: word, folded, start, end }: Word): boolean => {
    const isTaken = mentions.some((each) => each.start < end && start < each.end);
    const isPlain = PLAIN_WORDS.has(folded) || titles.has(folded) || /^i(?:'|$)/u.test(folded);
    return !isTaken && !isPlain && /^\p{Lu}/u.test(word);
  };
  return words.flatMap((word, index): Span[] => {
    const { start, end } = word;
    if (!isUnknownName(word)) return [];
    const next = words[index + 1];
    const isFirst = index === 0 || /[.!?:;]\s*$/u.test(text.slice(0, start));
    const isAsName =
      text.startsWith("'s", end) ||
      (next !== undefined && (AS_OF_SOMEBODY.has(next.folded) || isUnknownName(next)));
    return isFirst && !isAsName ? [] : [{ start, end, kind: "candidate" }];
  });
};

/** Behind the first word of a sentence these tell that it is somebody. */
const AS_OF_SOMEBODY: ReadonlySet<string> = new Set(
  "is was has had will would can can't cannot could couldn't does doesn't did didn't needs need wants want says said isn't wasn't won't hasn't asks asked".split(
    " ",
  ),
);
