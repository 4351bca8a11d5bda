/** Whether candidates come to their interviews. */
import { z } from "zod";
import { isoInstant } from "../../domain/time.ts";

/** One time of one interview. */
export const AttendanceItem = z.object({
  sessionId: z.string(),
  name: z.string(),
  startsAt: isoInstant,
  endsAt: isoInstant,
  hasBegun: z.boolean(),
  isConfirmed: z.boolean().describe("The candidate has said that they will be there"),
  attended: z
    .boolean()
    .nullable()
    .describe("Whether the candidate came; null: nobody has said, or it is not known"),
  saidBy: z.string().nullable(),
  saidAt: isoInstant.nullable(),
});
export type AttendanceItem = z.infer<typeof AttendanceItem>;

/** What somebody says of one; null: it is not known. */
export const AttendanceSaid = z.strictObject({
  sessionId: z.string().max(200),
  startsAt: isoInstant,
  attended: z.boolean().nullable(),
});
export type AttendanceSaid = z.infer<typeof AttendanceSaid>;
