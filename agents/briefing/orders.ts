/** What in a text speaks to software. A job text tells people what they will write and answer: that is no order. */
import { findInstructions } from "../../src/documents/instructions.ts";
import { linesIn } from "../../src/documents/spans.ts";
import type { Stretch } from "./sentences.ts";

/** Whether it is written by the company about work, or by somebody about themselves or another. */
type Author = "company" | "anybody";

/** What job texts say to the people who read them. */
const DUTY =
  /^you\s+(?:must|should|shall|will|have to|need to)\s+(?:now |always |never |not )?(?:respond|reply|answer|write|say|send|forward|email|call|book|schedule|cancel|move)$/i;

/** The places, without white space before them. */
export const ordersFound = (text: string, author: Author): Stretch[] =>
  findInstructions(text, (start, end) => ({ start, end, page: null })).flatMap(({ span }) => {
    if (!span) return [];
    const said = text.slice(span.start, span.end);
    if (author === "company" && DUTY.test(said.trim())) return [];
    return [{ start: span.start + said.length - said.trimStart().length, end: span.end }];
  });

const MOST_AFTER = 2;

/** The same with what goes on after them: to the end of the paragraph, or two lines more. */
export const ordersIn = (text: string, author: Author): Stretch[] => {
  const lines = linesIn(text);
  return ordersFound(text, author).map((found) => {
    const first = lines.findIndex(({ end }) => end >= found.start);
    const last = lines.findIndex(({ end }) => end >= found.end);
    const after = lines.slice(last + 1, last + 1 + MOST_AFTER);
    const blank = after.findIndex((line) => line.text.trim() === "");
    const end = lines[last + (blank === -1 ? after.length : blank)]?.end ?? text.length;
    return { start: lines[first]?.start ?? found.start, end };
  });
};
