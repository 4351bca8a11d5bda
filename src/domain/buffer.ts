/** What is kept free around an interview: the same on both sides, or each by itself. */
import { z } from "zod";

const MOST_MINUTES = 120;
const minutes = z.int().min(0).max(MOST_MINUTES);

/** `10`, or `{ before: 5, after: 15 }`. */
export const BufferMinutes = z
  .union([minutes, z.strictObject({ before: minutes, after: minutes })], {
    error: `must be a whole number from 0 to ${MOST_MINUTES}, or two of them: { before: 5, after: 15 }`,
  })
  .describe("Minutes kept free around an interview: a number, or before and after by themselves");

/** Units: minutes. */
export interface Buffer {
  before: number;
  after: number;
}

/** Each side by itself. */
export const bufferOf = (buffer: number | Buffer | null | undefined): Buffer =>
  typeof buffer === "object" && buffer !== null
    ? buffer
    : { before: buffer ?? 0, after: buffer ?? 0 };

/** The shorter way to say it. */
export const plainBuffer = ({ before, after }: Buffer): number | Buffer =>
  before === after ? before : { before, after };

/** `15 minutes`, `5 minutes before and 15 after`. */
export const bufferInWords = ({ before, after }: Buffer): string => {
  const first = `${before} minute${before === 1 ? "" : "s"}`;
  return before === after ? first : `${first} before and ${after} after`;
};
