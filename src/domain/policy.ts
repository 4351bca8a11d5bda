/** Modes, rules and what the gate answers. */
import { z } from "zod";
import { Audience, Risk } from "./proposal.ts";
import { isoInstant } from "./time.ts";

/** silent: observe everything. assisted: internal low-risk actions run, the rest asks. managed: all but final decisions run. */
export const ModeName = z.enum(["silent", "assisted", "managed"]);
export type ModeName = z.infer<typeof ModeName>;

/** What policy answers for one proposal. */
export type Verdict = "observe" | "ask" | "perform";

/** Same words as `BusyKind`, for the API. */
export const BusyKindSchema = z.enum([
  "busy",
  "tentative",
  "out_of_office",
  "focus",
  "working_elsewhere",
  "unaccepted",
]);

const line = (max: number) => z.string().regex(/\S/, "must not be blank").max(max);

/** Who may decide at all. */
export const DeciderRole = z.enum(["admin", "recruiter"]);
export type DeciderRole = z.infer<typeof DeciderRole>;

const names = z.array(line(200)).min(1).max(100);

/** Waits for a person: for whom, until when, and then what. */
export const Ask = z.strictObject({
  do: z.literal("ask"),
  of: z
    .array(DeciderRole)
    .min(1)
    .exactOptional()
    .describe("Roles that may agree; with `people`: these or those. Neither: whoever may decide"),
  people: names
    .exactOptional()
    .describe("By their exact addresses, or the ids of their Lever users"),
  fourEyes: z.literal(true).exactOptional().describe("Two different people have to agree"),
  hours: z.int().min(1).max(720).exactOptional().describe("Until when, from when it is asked"),
  afterwards: z
    .enum(["end", "ask_admins"])
    .exactOptional()
    .describe(
      "After `hours`: it ends and nothing is done (the default), or admins may agree as well, until every decision ends",
    ),
});
export type Ask = z.infer<typeof Ask>;

/** What is done with a proposal that a rule matches. */
export const RuleAnswer = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("observe") }),
  Ask,
  z.strictObject({
    do: z.literal("perform"),
    afterMinutes: z
      .int()
      .min(1)
      .max(10_080)
      .exactOptional()
      .describe("How long anybody may stop it before; absent: at once"),
  }),
]);
export type RuleAnswer = z.infer<typeof RuleAnswer>;

const matching = {
  postings: names.exactOptional(),
  teams: names.exactOptional(),
  stages: names.exactOptional(),
  plans: names.exactOptional().describe("Ids of interview plans"),
  kinds: names.exactOptional(),
  audiences: z.array(Audience).min(1).exactOptional(),
  risks: z.array(Risk).min(1).exactOptional(),
};

/** One rule: every list given must match exactly; the first rule that matches counts. It says what is done, or names a mode. */
export const PolicyRule = z
  .strictObject({
    ...matching,
    mode: ModeName.exactOptional(),
    answer: RuleAnswer.exactOptional(),
    promotion: z
      .strictObject({ since: isoInstant })
      .exactOptional()
      .describe(
        "A promotion has made it: it is set a step down by itself. One changed by hand loses it",
      ),
  })
  .refine(({ mode, answer }) => (mode === undefined) !== (answer === undefined), {
    message: "A rule has either a mode or what is done (`answer`).",
    path: ["answer"],
  });
export type PolicyRule = z.infer<typeof PolicyRule>;

/** What people have assessed before they let software help to judge candidates: a record, and no opinion of ours. */
export const Assessment = z.strictObject({
  by: line(200).describe("Who carried it out"),
  on: z.iso.date().describe("When it was finished"),
  note: line(1_000).describe("Where it is kept: a link, or a few words"),
});
export type Assessment = z.infer<typeof Assessment>;

const share = z.number().min(0).max(1);

/** When a step up is offered, and when one is taken back. */
export const Rollout = z.strictObject({
  offerAt: share.describe("Lower bound of the share that agrees from which a step up is offered"),
  cases: z.int().min(1).max(1_000).describe("How many comparisons it takes"),
  backBelow: share.describe("Share of the last ones that agrees below which a step is taken back"),
  last: z.int().min(1).max(1_000).describe("How many the last ones are"),
});
export type Rollout = z.infer<typeof Rollout>;

/** When oversight by people is said to look hollow. */
export const Oversight = z.strictObject({
  approvals: z.int().min(1).max(1_000).describe("How many approvals it takes to say anything"),
  fastSeconds: z.int().min(1).max(3_600).describe("Below this median, from opening, it is fast"),
  streak: z
    .int()
    .min(2)
    .max(1_000)
    .describe("So many one after the other, each that fast or unopened"),
  unchanged: share.describe(
    "Share of decisions that approve as proposed from which it is too high",
  ),
  unopened: share.describe(
    "Share of what somebody approves in the dashboard without opening it from which it is too high",
  ),
});
export type Oversight = z.infer<typeof Oversight>;

export const Policy = z.strictObject({
  defaultMode: ModeName,
  rules: z.array(PolicyRule),
  /** How long a proposal waits for a person before it expires, hours. */
  expireHours: z.int().min(1).max(720),
  off: z
    .array(z.enum(["logistics", "preparatory"]))
    .exactOptional()
    .describe("Classes of features of which nothing is done: recorded alone"),
  evaluative: z
    .enum(["on", "off"])
    .exactOptional()
    .describe(
      "Whether anything evaluative is made, such as a synthesis of feedback; off when absent, and without an assessment",
    ),
  assessment: Assessment.exactOptional().describe(
    "Recorded before anything evaluative is switched on",
  ),
  rollout: Rollout.exactOptional().describe("When a step up is offered, and when taken back"),
  oversight: Oversight.exactOptional().describe("When oversight by people looks hollow"),
});
export type Policy = z.infer<typeof Policy>;
