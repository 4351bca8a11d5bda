/** One thing that a person changed of a proposal, as everybody is told of it. */
import { z } from "zod";

/** Things that can be otherwise, as people call them. */
export const CHANGED_FIELDS = [
  "what is done",
  "start",
  "length in minutes",
  "people",
  "trainees",
  "room",
  "format",
  "video",
  "calendar of the event",
  "subject of the mail",
  "text of the mail",
  "title of the invitation",
  "text of the invitation",
  "note in Lever",
  "question for the debrief",
  "quote",
  "remark",
] as const;

const DiffPart = z.strictObject({ kind: z.enum(["same", "added", "removed"]), text: z.string() });

/** `before` and `after`: null where there is none; of a text both are in its parts. */
export const FieldChange = z.strictObject({
  field: z.enum(CHANGED_FIELDS),
  of: z.string().nullable().describe("Which interview; null: all of it, or there is one alone"),
  shape: z.enum(["instant", "words", "text"]),
  before: z.string().nullable(),
  after: z.string().nullable(),
  parts: z.array(DiffPart).describe("Of a text, in reading order; otherwise empty"),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** `2 changes`. */
export const changesInWords = (count: number): string =>
  count === 1 ? "1 change" : `${count} changes`;
