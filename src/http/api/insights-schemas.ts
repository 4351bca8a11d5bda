/** Insights, as the API shows them. */
import { z } from "zod";
import { CIRCUMSTANCES } from "../../insights/attendance.ts";
import { CAUSES } from "../../insights/rows.ts";
import { MissedReason } from "../../domain/missed-reason.ts";
import { isoInstant } from "../../domain/time.ts";

/** A figure, or null when there is too little for one. */
export const Figure = z.object({
  value: z.number().nullable().describe("Null: not enough yet"),
  of: z.int().describe("Of how many it is"),
  needed: z.int().describe("So many are needed"),
});
export type Figure = z.infer<typeof Figure>;

const bins = z.array(
  z.object({
    from: z.number(),
    to: z.number().nullable().describe("Null: without an end. It is the next one's"),
    count: z.int(),
  }),
);

const Spread = z.object({
  median: Figure.describe("Minutes"),
  p90: Figure.describe("Minutes; nine of ten were no longer"),
});

/** Everything of one period. */
export const InsightsAnswer = z.object({
  from: z.iso.date(),
  to: z.iso.date().describe("Counts too"),
  zone: z.string().describe("By whose clocks the days begin"),
  team: z.string().nullable(),
  postingId: z.string().nullable(),
  teams: z.array(z.string()).describe("That may be asked for"),
  postings: z.array(z.object({ id: z.string(), title: z.string() })),
  speed: Spread.extend({ bins: bins.describe("Minutes") }),
  touches: z.object({
    perInterview: Figure,
    touches: z.int(),
    bins: bins.describe("Bookings by how often somebody had to act"),
  }),
  firstOffers: z.object({
    share: Figure.describe("0 … 1"),
    stood: z.int().describe("Neither changed, cancelled nor said to be missed"),
    unsaid: z.int().describe("Of those that stood: nobody has said whether the candidate came"),
    changed: z.int(),
    missed: z.int(),
    unanswered: z.int(),
    open: z.int(),
  }),
  repairs: Spread.extend({
    byCause: z.array(
      z.object({
        cause: z.enum(CAUSES),
        count: z.int(),
        median: Figure.describe("Minutes, of those that were repaired"),
      }),
    ),
    repaired: z.int(),
    putBack: z.int().describe("As it was booked: nobody had to be told of anything new"),
    left: z.int(),
    open: z.int(),
  }),
  load: z.object({
    people: z.array(z.object({ name: z.string(), interviews: z.int(), hours: z.number() })),
    interviews: z.int(),
    gini: Figure.describe("0 all the same … 1 one has all"),
  }),
  feedback: z.object({
    inTime: Figure.describe("0 … 1"),
    overdue: z.int(),
    median: Figure.describe("Hours"),
    p90: Figure.describe("Hours; nine of ten were no longer"),
    bins: bins.describe("Hours"),
  }),
  attendance: z.object({
    missed: Figure.describe("0 … 1"),
    came: z.int(),
    byReason: z.array(
      z.object({
        reason: MissedReason.nullable().describe("Null: nobody has said"),
        count: z.int(),
      }),
    ),
    byCircumstance: z
      .array(z.object({ circumstance: z.enum(CIRCUMSTANCES), missed: z.int(), share: Figure }))
      .describe("Known before it began; of one interview several may hold. Shares are 0 … 1"),
    unknown: z.int(),
  }),
  computedAt: isoInstant,
});
export type InsightsAnswer = z.infer<typeof InsightsAnswer>;
