/** What changed between two texts, by words. */

/** A run of words that stayed, came or went. */
export interface DiffPart {
  kind: "same" | "added" | "removed";
  text: string;
}

const wordsOf = (text: string): string[] => text.match(/\s+|\{\{[^}]*\}\}|[^\s{]+|\{/g) ?? [];

/** More than so many places of the table are not searched: what lies between the same beginning and end is then told as a whole. */
const MOST_PLACES = 4_000_000;

/** How many words both begin with. */
const sameStart = (before: readonly string[], after: readonly string[]): number => {
  const most = Math.min(before.length, after.length);
  let count = 0;
  while (count < most && before[count] === after[count]) count += 1;
  return count;
};

/** Longest common subsequence, by a table. */
const commonLengths = (before: string[], after: string[]): number[][] => {
  const table = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  );
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (!row) continue;
      row[j] =
        before[i] === after[j]
          ? (table[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
};

/** The parts in reading order; equal neighbours are one part. */
export const diffWords = (beforeText: string, afterText: string): DiffPart[] => {
  const before = wordsOf(beforeText);
  const after = wordsOf(afterText);
  const start = sameStart(before, after);
  const end = sameStart(before.slice(start).toReversed(), after.slice(start).toReversed());
  const parts: DiffPart[] = [];
  const push = (kind: DiffPart["kind"], text: string): void => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== "") parts.push({ kind, text });
  };
  push("same", before.slice(0, start).join(""));
  const between = {
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
  };
  if (between.before.length * between.after.length > MOST_PLACES) {
    push("removed", between.before.join(""));
    push("added", between.after.join(""));
  } else diffBetween(between, push);
  push("same", before.slice(before.length - end).join(""));
  return parts;
};

const diffBetween = (
  { before, after }: { before: string[]; after: string[] },
  push: (kind: DiffPart["kind"], text: string) => void,
): void => {
  const common = commonLengths(before, after);
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [old, young] = [before[i], after[j]];
    if (old !== undefined && old === young) {
      push("same", old);
      i += 1;
      j += 1;
    } else if (
      old !== undefined &&
      (young === undefined || (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))
    ) {
      push("removed", old);
      i += 1;
    } else if (young !== undefined) {
      push("added", young);
      j += 1;
    }
  }
};

/** So much of what stayed is shown around what changed. */
const AROUND = 160;

/** The parts with what stayed cut down to what stands around the changes; a gap is `…` in a line of its own. */
export const foldSame = (parts: readonly DiffPart[]): DiffPart[] =>
  parts.map((part, index) => {
    if (part.kind !== "same" || part.text.length <= 2 * AROUND) return part;
    const head = index === 0 ? "" : part.text.slice(0, AROUND);
    const tail = index === parts.length - 1 ? "" : part.text.slice(-AROUND);
    const gap = [head === "" ? "" : "\n", "…", tail === "" ? "" : "\n"].join("");
    return { kind: "same", text: `${wholeEnd(head)}${gap}${wholeStart(tail)}` };
  });

/** Cut at a word's end. */
const wholeEnd = (text: string): string => text.replace(/\s+\S*$/u, "");
const wholeStart = (text: string): string => text.replace(/^\S*\s+/u, "");
