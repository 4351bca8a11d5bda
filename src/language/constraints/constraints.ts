/** What plain words were understood as: the one shape that the grammar fills, that a model may fill as well, and that pages,
 * tools and the slot engine read. It holds what was said, what was filled in, and what has to be asked; nothing is dropped. */
import { z } from "zod";
import { isoInstant, zoneId } from "../../domain/time.ts";

/** What somebody wants to be done. */
export const INTENTS = [
  "move",
  "schedule",
  "availability",
  "cancel",
  "swap",
  "replace",
  "unknown",
] as const;
export type Intent = (typeof INTENTS)[number];

/** ISO weekday, 1 (Monday) … 7 (Sunday). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const place = {
  start: z.int().min(0).describe("First UTF-16 unit of the piece in the text"),
  end: z.int().min(0).describe("The unit after its last"),
};
const written = z.string().describe("The piece as it is written in the text: quoted, never obeyed");
const localTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, "must be a time such as 09:30")
  .describe("Local time, HH:MM");
const localDate = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, "must be a date such as 2026-12-03")
  .describe("Local date");

/** When: all parts that are present hold at once; a rule without any holds always. Several rules are alternatives. */
export const ruleSchema = z.object({
  zone: zoneId.describe("The zone whose dates, weekdays and times are meant"),
  weekdays: z
    .array(z.literal([1, 2, 3, 4, 5, 6, 7]))
    .min(1)
    .describe("ISO weekdays, 1 is Monday")
    .optional(),
  from: localDate.describe("First local date").optional(),
  until: localDate.describe("Last local date, included").optional(),
  times: z
    .object({ from: localTime, until: localTime })
    .describe("Part of the day, half-open; an end that is not after its start is on the next day")
    .optional(),
  startsAt: localTime.describe("The session begins exactly then").optional(),
  between: z
    .object({ start: isoInstant.optional(), end: isoInstant.optional() })
    .describe("Absolute bounds, half-open")
    .optional(),
  who: z.string().describe("Whose time it is, as written, when another person is meant").optional(),
  words: z.string().describe("The rule in words"),
});
export type Rule = z.infer<typeof ruleSchema>;

/** Somebody who is named. */
export const personSchema = z.object({
  ...place,
  written,
  known: z.string().describe("Which of the known names it is; absent when nobody knows").optional(),
});
export type Person = z.infer<typeof personSchema>;

/** A relation to what is booked, for somebody who knows the booking. */
export const shiftSchema = z.object({
  ...place,
  within: z
    .enum(["day", "week"])
    .describe("The same local day or week as what is booked")
    .optional(),
  direction: z.enum(["later", "earlier"]).describe("Than what is booked").optional(),
  amount: z.int().min(1).max(1000).describe("How many units").optional(),
  unit: z.enum(["minute", "hour", "day", "week", "month"]).describe("Of the amount").optional(),
});
export type Shift = z.infer<typeof shiftSchema>;

const choiceSchema = z.object({
  words: z.string().describe("The choice as it is shown"),
  instead: z
    .string()
    .describe("What to write in place of the piece to say just this; blank: leave it out")
    .optional(),
});
export type Choice = z.infer<typeof choiceSchema>;

/** What must be asked before anybody acts. */
export const questionSchema = z.object({
  ...place,
  question: z.string().describe("A sentence for the person who wrote the text"),
  choices: z.array(choiceSchema),
});
export type Question = z.infer<typeof questionSchema>;

const pieceSchema = z.object({ ...place, written });

/** Plain words as a structure. `sure` is what to look at first: false means that something must be asked. */
export const constraintsSchema = z.object({
  sure: z.boolean().describe("Whether nothing has to be asked"),
  intent: z.enum(INTENTS).describe("What the writer wants to be done"),
  zone: zoneId.describe("The zone of whoever wrote it"),
  about: z.object({
    session: z.string().describe("The session in the writer's own words").optional(),
    people: z.array(personSchema).describe("Whose session it is"),
    reason: z.string().describe("Why, in the writer's own words").optional(),
  }),
  allow: z.array(ruleSchema).describe("When it can be; empty: at any time that is not denied"),
  deny: z.array(ruleSchema).describe("When it cannot be"),
  people: z.object({
    wanted: z.array(personSchema).describe("Alternatives are listed one by one"),
    notWanted: z.array(personSchema),
  }),
  shift: shiftSchema.optional(),
  limits: z.object({
    durationMinutes: z.int().min(1).max(1440).describe("Length of the session").optional(),
    soonest: z.boolean().describe("As soon as possible").optional(),
  }),
  understood: z.array(pieceSchema.extend({ as: z.string().describe("What it was taken for") })),
  assumed: z.array(z.string()).describe("What was filled in, in sentences"),
  questions: z.array(questionSchema),
  fillers: z.array(pieceSchema).describe("Words that carry nothing"),
  leftOver: z.array(pieceSchema).describe("Words that nobody understood: to be asked"),
});
export type Constraints = z.infer<typeof constraintsSchema>;
