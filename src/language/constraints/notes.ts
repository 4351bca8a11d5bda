/** What is written down while a text is read: what was filled in and what must be asked. */
import type { Choice, Question } from "./constraints.ts";

/** A piece of the text. */
export interface Piece {
  start: number;
  end: number;
  written: string;
}

/** Assumptions and questions, each said once. */
export interface Notes {
  assumed: string[];
  questions: Question[];
}

/** As much of a piece as a sentence can hold. */
export const shown = ({ written }: Piece): string => {
  const line = written.replace(/\s+/g, " ");
  return line.length > 60 ? `“${line.slice(0, 57).replace(/[\uD800-\uDBFF]$/, "")}…”` : `“${line}”`;
};

/** Writes down what was filled in for a piece. */
export const assume = (notes: Notes, piece: Piece, what: string): void => {
  const sentence = `${shown(piece)}: ${what}.`;
  if (!notes.assumed.includes(sentence)) notes.assumed.push(sentence);
};

/** Writes down what has to be asked about a piece. */
export const ask = (
  notes: Notes,
  piece: Piece,
  asked: { why: string; choices: Choice[] },
): void => {
  const isAsked = notes.questions.some(
    ({ start, end }) => start === piece.start && end === piece.end,
  );
  if (isAsked) return;
  notes.questions.push({
    start: piece.start,
    end: piece.end,
    question: `${shown(piece)}: ${asked.why}`,
    choices: asked.choices,
  });
};
