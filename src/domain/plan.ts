/** Interview plans: which sessions a stage needs and who may take each place. Written as YAML in `plans/`. */
import { z } from "zod";
import { BufferMinutes } from "./buffer.ts";
import { holidayPlace } from "./holiday-places.ts";
import { isVisible } from "./quoted.ts";
import { MeetingLink, Video } from "./video.ts";

/** `HH:MM` on a 24-hour clock. */
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 09:30");

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** What people outside are shown. */
const shownText = (max: number) =>
  z.string().max(max).refine(isVisible, "has a character that cannot be seen");
const shownLine = (max: number) =>
  shownText(max)
    .min(1)
    .refine((text) => !/[\r\n\u2028\u2029]/.test(text), "must be one line");

interface Hours {
  start: string;
  end: string;
}

/** Hours of one day: `09:00` before `17:30`. */
const endsLater = ({ start, end }: Hours): boolean => start < end;
const ENDS_EARLIER = { message: "must end after it begins", path: ["end"] };

/** Who may take a place: one named person, a role on the posting, or one of a pool; or a room. */
export const PlaceRule = z
  .strictObject({
    person: z.email().optional().describe("E-mail address of a Lever user"),
    role: z
      .enum(["hiring_manager", "recruiter", "follower"])
      .optional()
      .describe(
        "The posting's hiring manager, the opportunity's owner, or whoever else follows it in Lever: up to `count` of them, and nobody when nobody does",
      ),
    pool: z.string().optional().describe("Name of a pool of this plan file"),
    room: z
      .union([z.literal(true), z.array(z.string()).min(1).max(20)])
      .optional()
      .describe("One room of the plan that seats everybody: any, or one of those named"),
    count: z
      .int()
      .min(1)
      .max(10)
      .optional()
      .describe("How many of the pool or of the followers; 1 when absent"),
    key: z.boolean().optional().describe("A key evaluator: the score prefers their good hours"),
  })
  .refine(
    (place) => [place.person, place.role, place.pool, place.room].filter(Boolean).length === 1,
    { message: "needs exactly one of person, role, pool or room" },
  );
export type PlaceRule = z.infer<typeof PlaceRule>;

/** A seat for somebody who learns by it. It keeps no interview from taking place. */
export const TrainingRule = z
  .strictObject({
    kind: z
      .enum(["shadow", "reverse_shadow"])
      .describe("shadow: sits in. reverse_shadow: leads, and the panel watches"),
    person: z.email().optional().describe("E-mail address of a Lever user"),
    pool: z.string().optional().describe("Name of a pool of this plan file"),
  })
  .refine((seat) => [seat.person, seat.pool].filter(Boolean).length === 1, {
    message: "needs exactly one of person or pool",
  });
export type TrainingRule = z.infer<typeof TrainingRule>;

export const SessionRule = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, "must be lower-case letters, digits and hyphens"),
  name: shownLine(80),
  durationMinutes: z.int().min(15).max(480),
  after: z
    .array(z.string())
    .max(9)
    .optional()
    .describe("Ids of the sessions that come before it; only with `order: free`"),
  format: z.enum(["video", "phone", "onsite"]).optional(),
  video: Video.optional().describe("Instead of the plan's"),
  places: z.array(PlaceRule).min(1).max(10),
  training: z
    .array(TrainingRule)
    .min(1)
    .max(3)
    .optional()
    .describe("Seats for those who learn, filled by whoever is left and can"),
  feedbackTemplate: z.string().optional().describe("Text of a Lever feedback template, or its id"),
  competencies: z
    .array(z.string().max(100))
    .min(1)
    .max(20)
    .optional()
    .describe("What it asks about and nothing else: ids of the question bank"),
  prepare: shownText(600).optional().describe("What the candidate should prepare, in plain words"),
  agenda: shownText(600).optional().describe("What the panel does, in plain words"),
});
export type SessionRule = z.infer<typeof SessionRule>;

/** How several sessions with one candidate lie to each other. */
export const LoopRule = z.strictObject({
  order: z
    .enum(["fixed", "free"])
    .exactOptional()
    .describe("fixed, as when absent: as written. free: whatever fits best, and what `after` says"),
  mostDays: z
    .int()
    .min(1)
    .max(10)
    .exactOptional()
    .describe("On how many days at most; 1 when absent"),
  mostSessionsADay: z.int().min(1).max(10).exactOptional(),
  leastGapMinutes: z
    .int()
    .min(0)
    .max(240)
    .exactOptional()
    .describe("Between two sessions; 0 when absent"),
  mostGapMinutes: z
    .int()
    .min(0)
    .max(480)
    .exactOptional()
    .describe("Between two sessions of one day; 120 when absent"),
  pause: z
    .strictObject({
      afterMinutes: z.int().min(30).max(480),
      minutes: z.int().min(5).max(120),
    })
    .exactOptional()
    .describe("After so much without a pause of so many minutes, none further"),
  lunchMinutes: z
    .int()
    .min(15)
    .max(120)
    .exactOptional()
    .describe("So much of `lunch` stays free in one piece; 45 when absent"),
});
export type LoopRule = z.infer<typeof LoopRule>;

/** A meeting room, whose calendar is read and invited like a person's. */
export const RoomRule = z.strictObject({
  email: z.email().describe("Of the resource in Google, or of the room mailbox in Exchange"),
  name: shownLine(80).describe("As candidates are told where to go"),
  capacity: z.int().min(2).max(500).describe("How many it seats, the candidate counted"),
  link: MeetingLink.exactOptional().describe(
    "Its own video link: with `video: fixed` what takes place in it meets there",
  ),
});
export type RoomRule = z.infer<typeof RoomRule>;

const weight = z.int().min(0).max(1_000).optional();

/** How much each soft term of the score counts, next to the others. */
const Weights = z
  .strictObject({
    attendance: weight,
    invitations_kept: weight,
    focus_kept: weight,
    load_balance: weight,
    candidate_comfort: weight,
    panel_comfort: weight,
    earliness: weight,
    compactness: weight,
    few_days: weight,
  })
  .describe("How much each term of the score counts next to the others; 0: not at all");

export const PlanRules = z.strictObject({
  horizonBusinessDays: z.int().min(1).max(30).optional(),
  minimumNoticeHours: z.int().min(0).max(240).optional(),
  bufferMinutes: BufferMinutes.optional(),
  gridMinutes: z.union([z.literal(5), z.literal(10), z.literal(15), z.literal(30)]).optional(),
  maxInterviewsPerDay: z.int().min(1).max(20).optional(),
  maxInterviewsPerWeek: z.int().min(1).max(60).optional(),
  candidateMoves: z
    .int()
    .min(0)
    .max(10)
    .optional()
    .describe("How often a candidate may ask for another time on their page; 2 when absent"),
  candidateCutOffHours: z
    .int()
    .min(0)
    .max(240)
    .optional()
    .describe("Until how long before the interview they may; 24 when absent"),
  changesNeedPersonWithinHours: z
    .int()
    .min(0)
    .max(336)
    .optional()
    .describe(
      "So long before an interview a person decides on every change of it, whatever the mode; 48 when absent",
    ),
  alertAfterHours: z
    .int()
    .min(1)
    .max(720)
    .optional()
    .describe(
      "How long nothing fits until the recruiter is told, with what blocks and what would help; 48 when absent",
    ),
  briefHoursBefore: z
    .int()
    .min(1)
    .max(336)
    .optional()
    .describe("How long before an interview its brief is sent; 24 when absent"),
  hours: z
    .strictObject({ start: clockTime, end: clockTime, days: z.array(z.enum(WEEKDAYS)).min(1) })
    .refine(endsLater, ENDS_EARLIER)
    .optional()
    .describe("Working hours of a person whose calendar tells none; in that person's zone"),
  candidateHours: z
    .strictObject({ start: clockTime, end: clockTime })
    .refine(endsLater, ENDS_EARLIER)
    .optional()
    .describe("Comfort hours of the candidate, in the candidate's zone"),
  lunch: z
    .strictObject({ start: clockTime, end: clockTime })
    .refine(endsLater, ENDS_EARLIER)
    .optional(),
  holidays: holidayPlace
    .optional()
    .describe("Public holidays of this country or region are days off of all who have set none"),
  weights: Weights.optional(),
  loop: LoopRule.optional().describe("For plans of several sessions"),
});
export type PlanRules = z.infer<typeof PlanRules>;

/** What becomes of the feedback of a plan's interviews. */
export const FeedbackRule = z.strictObject({
  reminders: z
    .enum(["ours", "lever", "off"])
    .exactOptional()
    .describe(
      "Who reminds interviewers of their forms; when absent Lever where `feedbackReminder` says how often, nobody where that is none, else we",
    ),
  firstAfterMinutes: z
    .int()
    .min(0)
    .max(10_080)
    .exactOptional()
    .describe("Of ours: so long after the interview the first one comes; 60 when absent"),
  mostReminders: z
    .int()
    .min(1)
    .max(20)
    .exactOptional()
    .describe(
      "Of ours: so many at most, one a working day; then recruiter and hiring manager are told. 5 when absent",
    ),
  by: z
    .enum(["slack", "mail", "note"])
    .exactOptional()
    .describe(
      "Of ours. slack, as when absent: in Slack where it knows them, else by mail. note: in Lever, naming them",
    ),
  deadlineHours: z
    .int()
    .min(1)
    .max(720)
    .exactOptional()
    .describe(
      "So long after the last interview its synthesis waits for forms that are missing; 72 when absent",
    ),
});
export type FeedbackRule = z.infer<typeof FeedbackRule>;

/** When people are reminded of a booked interview. */
export const ReminderRule = z.strictObject({
  candidate: z
    .array(z.int().min(1).max(336))
    .max(4)
    .refine((marks) => new Set(marks).size === marks.length, "names the same hours twice")
    .exactOptional()
    .describe(
      "So many hours before the first interview of a day the candidate is reminded, in decent hours; [48, 3] when absent, none when empty",
    ),
  interviewers: z
    .enum(["hour", "morning", "none"])
    .exactOptional()
    .describe(
      "In Slack: hour, as when absent: an hour before. morning: when their day begins. none: never",
    ),
  arrival: z
    .enum(["ask", "none"])
    .exactOptional()
    .describe(
      "ask, as when absent: five minutes in the panel is asked whether the candidate has arrived",
    ),
  helpAbovePercent: z
    .int()
    .min(1)
    .max(100)
    .exactOptional()
    .describe(
      "Where evaluative features are on: from this risk of a no-show on the candidate has one more friendly reminder that offers another time, and the recruiter a word; absent: nobody has",
    ),
});
export type ReminderRule = z.infer<typeof ReminderRule>;

/** When all forms of the plan's round are in and each of them gives these ratings, it is proposed to move the candidate on. */
export const StageRule = z.strictObject({
  when: z.literal("all_forms_in"),
  scores: z
    .array(
      z
        .strictObject({
          field: shownLine(200).describe(
            "Name of a rating in the feedback forms: of a scorecard's row or of a rating question",
          ),
          atLeast: z
            .int()
            .min(1)
            .max(20)
            .describe("The lowest rating that will do; 1 is the lowest of its scale"),
          of: z
            .int()
            .min(2)
            .max(20)
            .exactOptional()
            .describe("How many ratings its scale has; 4, as Lever's own, when absent"),
        })
        .refine(({ atLeast, of = RATINGS }) => atLeast <= of, {
          message: "must not be more than `of`, which is 4 when absent",
          path: ["atLeast"],
        }),
    )
    .min(1)
    .max(10),
  moveTo: shownLine(200).describe("Name of a stage in Lever, or its id"),
});
export type StageRule = z.infer<typeof StageRule>;

/** When a round is over, its panel meets once, without the candidate. */
export const DebriefRule = z.strictObject({
  minutes: z.int().min(15).max(180),
  withinHours: z
    .int()
    .min(4)
    .max(336)
    .exactOptional()
    .describe("So long after the round is over a time is looked for; 72 when absent"),
  with: z
    .array(z.enum(["recruiter", "hiring_manager"]))
    .max(2)
    .exactOptional()
    .describe("Who comes beside those who handed in a form; both when absent, nobody when empty"),
});
export type DebriefRule = z.infer<typeof DebriefRule>;

/** Where the plan says nothing. */
export const DEBRIEF_WITHIN_HOURS = 72;

/** How many ratings Lever's own scale has. */
export const RATINGS = 4;

/** One plan. `match` says where it applies: every list given must match; the most specific plan wins. */
export const InterviewPlan = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, "must be lower-case letters, digits and hyphens"),
  match: z.strictObject({
    stages: z.array(z.string()).min(1).describe("Stage ids or stage texts"),
    postings: z.array(z.string()).optional().describe("Posting ids or posting texts"),
    teams: z.array(z.string()).optional().describe("Posting teams"),
  }),
  sessions: z.array(SessionRule).min(1).max(10),
  pools: z.record(z.string(), z.array(z.email()).min(1).max(50)).optional(),
  rooms: z.array(RoomRule).min(1).max(20).optional(),
  rules: PlanRules.optional(),
  offer: z
    .literal("candidate")
    .optional()
    .describe("The candidate chooses among the best times; absent: a person chooses one of them"),
  video: Video.optional().describe("Of every session that says nothing else"),
  link: MeetingLink.optional().describe("With `video: fixed`: where it meets"),
  links: z
    .record(z.email(), MeetingLink)
    .optional()
    .describe("With `video: fixed`: people's own links, by e-mail address"),
  feedback: FeedbackRule.exactOptional(),
  feedbackReminder: z.enum(["once", "daily", "frequently", "none"]).optional(),
  reminders: ReminderRule.exactOptional(),
  stageRule: StageRule.exactOptional().describe(
    "When it is proposed to move the candidate on; absent: never. A person decides, in every mode",
  ),
  debrief: DebriefRule.exactOptional().describe(
    "A meeting of those who handed in a form, once their round is over; absent: none",
  ),
});
export type InterviewPlan = z.infer<typeof InterviewPlan>;
