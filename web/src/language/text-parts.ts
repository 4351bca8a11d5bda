/** A checked text cut into what is marked and what is not, and its sentences. Units: UTF-16 offsets, half-open. */
import type { CheckedText } from "../../../src/http/api/language-routes.ts";

export type Finding = CheckedText["findings"][number];
export type Severity = Finding["severity"];

/** One stretch of the text. */
export interface TextPart {
  start: number;
  text: string;
  /** The heaviest finding over it; null: nothing was found here. */
  severity: Severity | null;
  /** Places in the list of findings of those that end here. */
  ending: number[];
}

const HEAVIEST_FIRST: readonly Severity[] = ["blocking", "warning", "advice"];

/** The text as parts. Shape: in order; joined they are the text; findings may overlap. */
export const partsOf = (text: string, findings: readonly Finding[]): TextPart[] => {
  const cuts = new Set([0, text.length, ...findings.flatMap(({ start, end }) => [start, end])]);
  const bounds = [...cuts].toSorted((one, two) => one - two);
  return bounds.slice(0, -1).map((start, index) => {
    const end = bounds[index + 1] ?? text.length;
    const over = findings.filter((each) => each.start <= start && each.end >= end);
    return {
      start,
      text: text.slice(start, end),
      severity:
        HEAVIEST_FIRST.find((each) => over.some(({ severity }) => severity === each)) ?? null,
      ending: findings.flatMap((each, at) => (each.end === end && each.start < end ? [at] : [])),
    };
  });
};

const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });

/** What stands before the words of a line of a list. */
const LIST_MARK = /^\s*(?:(?:[-*•·‣–—]|\d{1,3}[.)]|[a-zA-Z][.)])\s+)?/u;

/** The sentence in which something was found, or the sentences: within lines, without a list's mark and the space around. */
export const sentenceAround = (
  text: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number } => {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const after = text.indexOf("\n", end);
  const line = text.slice(lineStart, after < 0 ? text.length : after);
  const mark = LIST_MARK.exec(line)?.[0].length ?? 0;
  const from = lineStart + Math.min(mark, start - lineStart);
  const sentences = [...SENTENCES.segment(text.slice(from, lineStart + line.length))]
    .map(({ index, segment }) => ({
      start: from + index,
      end: from + index + segment.trimEnd().length,
    }))
    .filter((each) => each.start < end && each.end > start);
  return {
    start: sentences[0]?.start ?? start,
    end: Math.max(sentences.at(-1)?.end ?? end, end),
  };
};

/** The text with another sentence in place of the one in which something was found. */
export const replaceSentence = (
  text: string,
  { start, end, instead }: { start: number; end: number; instead: string },
): string => {
  const sentence = sentenceAround(text, { start, end });
  return text.slice(0, sentence.start) + instead + text.slice(sentence.end);
};

/** The text without the sentence in which something was found, and without the space that it leaves; an empty line goes too. */
export const takeOutSentence = (
  text: string,
  { start, end }: { start: number; end: number },
): string => {
  const sentence = sentenceAround(text, { start, end });
  const lineStart = text.lastIndexOf("\n", sentence.start - 1) + 1;
  const found = text.indexOf("\n", sentence.end);
  const lineEnd = found < 0 ? text.length : found;
  const before = text.slice(lineStart, sentence.start);
  const after = text.slice(sentence.end, lineEnd).trimStart();
  if (after === "" && isOnlyMark(before)) {
    return text.slice(0, lineStart) + text.slice(lineEnd + 1);
  }
  const line = after === "" ? before.trimEnd() : before + after;
  return text.slice(0, lineStart) + line + text.slice(lineEnd);
};

const isOnlyMark = (text: string): boolean => LIST_MARK.exec(text)?.[0].length === text.length;
