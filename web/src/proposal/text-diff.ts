/** What changed between two texts, by words. */

/** A run of words that stayed, came or went. */
export interface DiffPart {
  kind: "same" | "added" | "removed";
  text: string;
}

const wordsOf = (text: string): string[] => text.match(/\s+|\{\{[^}]*\}\}|[^\s{]+|\{/g) ?? [];

/** Longest common subsequence, by a table: texts here have some hundred words. */
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
  const common = commonLengths(before, after);
  const parts: DiffPart[] = [];
  const push = (kind: DiffPart["kind"], text: string): void => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
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
  return parts;
};
