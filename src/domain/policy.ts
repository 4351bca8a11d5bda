/** Modes, rules and what the gate answers. */
import { z } from "zod";

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

/** One rule: every list given must match exactly; the first rule that matches decides the mode; none: the default. */
export const PolicyRule = z.strictObject({
  postings: z.array(z.string()).min(1).optional(),
  teams: z.array(z.string()).min(1).optional(),
  stages: z.array(z.string()).min(1).optional(),
  kinds: z.array(z.string()).min(1).optional(),
  mode: ModeName,
});
export type PolicyRule = z.infer<typeof PolicyRule>;

const line = (max: number) => z.string().regex(/\S/, "must not be blank").max(max);

/** What people have assessed before they let software help to judge candidates: a record, and no opinion of ours. */
export const Assessment = z.strictObject({
  by: line(200).describe("Who carried it out"),
  on: z.iso.date().describe("When it was finished"),
  note: line(1_000).describe("Where it is kept: a link, or a few words"),
});
export type Assessment = z.infer<typeof Assessment>;

export const Policy = z.strictObject({
  defaultMode: ModeName,
  rules: z.array(PolicyRule),
  /** How long a proposal waits for a person before it expires, hours. */
  expireHours: z.int().min(1).max(720),
  evaluative: z
    .enum(["on", "off"])
    .exactOptional()
    .describe(
      "Whether anything evaluative is made, such as a synthesis of feedback; off when absent, and without an assessment",
    ),
  assessment: Assessment.exactOptional().describe(
    "Recorded before anything evaluative is switched on",
  ),
});
export type Policy = z.infer<typeof Policy>;
