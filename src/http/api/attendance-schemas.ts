/** Whether candidates come to their interviews. */
import { z } from "zod";
import { ModelCard } from "../../attendance/model.ts";
import { MissedReason } from "../../domain/missed-reason.ts";
import { isoInstant } from "../../domain/time.ts";

const Outcomes = z.object({ missed: z.int(), interviews: z.int() });

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
  reason: MissedReason.nullable().describe(
    "Why it was missed; null: nobody has said, or it was not",
  ),
  saidBy: z.string().nullable(),
  saidAt: isoInstant.nullable(),
  settlesAt: isoInstant
    .nullable()
    .describe(
      "Said to be missed: until then it can be corrected, and nothing of it goes to the candidate; null: it was not missed, or that moment has passed",
    ),
  risk: z
    .object({
      risk: z.number().min(0).max(1).describe("That they stay away"),
      reasons: z.array(z.string()).describe("What raises it, the weightiest first"),
      words: z.string(),
      modelVersion: z.string(),
      isHeldOut: z.boolean().describe("Of the share that nobody helps, to see whether help helps"),
    })
    .nullable()
    .describe(
      "Of an interview to come, for coordinators alone, where evaluative features are on; null else",
    ),
});
export type AttendanceItem = z.infer<typeof AttendanceItem>;

/** The model in force, and what is known of the help. */
export const AttendanceModelView = z.object({
  version: z.string(),
  learntAt: isoInstant.nullable().describe("Null: no night has passed since it was switched on"),
  card: ModelCard,
  history: z
    .object({
      interviews: z.int(),
      missed: z.int(),
      needed: z.object({ interviews: z.int(), missed: z.int() }),
    })
    .describe("What there is to learn from by now, and what is needed at least"),
  effect: z
    .object({
      helped: Outcomes,
      heldOut: Outcomes,
      neither: z.int().describe("Help was due and none left, or it was helped by the way"),
      fewer: z
        .object({ difference: z.number(), low: z.number(), high: z.number() })
        .nullable()
        .describe(
          "Share missed of those held out, less that of those helped, with its 95 % interval; null while one of the groups is empty",
        ),
      inWords: z.string(),
    })
    .describe("Of interviews with an outcome whose risk had reached what their plan says"),
});
export type AttendanceModelView = z.infer<typeof AttendanceModelView>;

/** What somebody says of one; null: it is not known. */
export const AttendanceSaid = z.strictObject({
  sessionId: z.string().max(200),
  startsAt: isoInstant,
  attended: z.boolean().nullable(),
  reason: MissedReason.nullable()
    .optional()
    .describe("Why it was missed, if that is known; only with `attended: false`"),
});
export type AttendanceSaid = z.infer<typeof AttendanceSaid>;
