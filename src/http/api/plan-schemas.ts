/** Shapes of the API's plans. A plan's own shape is the domain's. */
import { z } from "zod";
import { InterviewPlan } from "../../domain/plan.ts";
import { isoInstant } from "../../domain/time.ts";
import { MOST_CHARACTERS } from "../../plans/parse.ts";
import { findSlots } from "../../../tools/find_slots.ts";

/** A plan's id, in an address or a body. */
export const planId = z
  .string()
  .max(100)
  .regex(/^[a-z0-9-]+$/, "must be lower-case letters, digits and hyphens");

const source = z
  .string()
  .max(MOST_CHARACTERS)
  .describe("The plan as YAML, its keys at the left margin");

const PlanState = z
  .enum(["on", "off", "removed"])
  .describe(
    "on: applies, before a file's plan of this id; off: no plan of this id applies; removed: a file's applies again",
  );

export const PlanItem = z.object({
  id: z.string(),
  origin: z.enum(["dashboard", "file"]).describe("Where what counts of it was written"),
  state: PlanState,
  match: InterviewPlan.shape.match.nullable().describe("Null when it cannot be read"),
  sessions: z.array(z.object({ name: z.string(), durationMinutes: z.int() })),
  file: z.string().nullable().describe("The file that has a plan of this id"),
  version: z.int().describe("The dashboard's last version; 0: it has none"),
  savedBy: z.string().nullable(),
  savedAt: isoInstant.nullable(),
});
export type PlanItem = z.infer<typeof PlanItem>;

export const PlanList = z.object({
  items: z.array(PlanItem),
  faults: z
    .array(z.object({ file: z.string(), line: z.int(), message: z.string() }))
    .describe("Of the plan files as they are on disk; what they said before applies until mended"),
  inferring: z.boolean().describe("Whether a stage that none matches is planned for by its name"),
});
export type PlanList = z.infer<typeof PlanList>;

export const PlanVersion = z.object({
  version: z.int(),
  state: PlanState,
  source: z.string(),
  restoredFrom: z.int().nullable(),
  savedBy: z.string(),
  savedAt: isoInstant,
});
export type PlanVersion = z.infer<typeof PlanVersion>;

export const PlanDetail = PlanItem.extend({
  source: z.string().describe("What counts, as YAML"),
  fileSource: z.string().nullable().describe("What the file says of it"),
  notes: z.array(z.string()).describe("What it takes the place of, and the like"),
  versions: z.array(PlanVersion).describe("The dashboard's, newest first; the last fifty"),
});
export type PlanDetail = z.infer<typeof PlanDetail>;

/** As large as the database keeps one. */
const version = z.int().max(2_147_483_647);

export const SavePlan = z.strictObject({
  source,
  basedOn: version.min(0).describe("The version that was changed; 0: none"),
  state: z.enum(["on", "off"]).optional().describe("on when absent"),
  restoredFrom: version.min(1).optional().describe("The version whose text this is"),
});

export type PlanToSave = z.infer<typeof SavePlan>;

/** Names that a plan may use. Shape: empty where the credential may not list them. */
export const LeverNames = z.object({
  stages: z.array(z.string()).describe("In Lever's order"),
  forms: z.array(z.string()),
  ratings: z
    .array(z.object({ form: z.string(), name: z.string() }))
    .describe("What each form asks a rating for"),
});
export type LeverNames = z.infer<typeof LeverNames>;

export const CheckPlan = z.strictObject({
  source,
  isNew: z.boolean().optional().describe("Whether a plan of an id of its own is meant"),
});

/** Shape: `plan` is null as soon as there is one fault. */
export const PlanCheck = z.object({
  plan: InterviewPlan.nullable(),
  faults: z.array(
    z.object({
      line: z.int(),
      message: z.string(),
      at: z
        .object({ path: z.array(z.union([z.string(), z.int()])), reason: z.string() })
        .exactOptional()
        .describe("The value that it is of; absent where the text cannot be read"),
    }),
  ),
  notes: z.array(z.string()),
});
export type PlanCheck = z.infer<typeof PlanCheck>;

export const TryPlan = z.strictObject({
  source,
  opportunityId: z.string().min(1).max(200).describe("Lever's id of the candidate's opportunity"),
});

export const PlanTrial = z.object({
  stageName: z.string(),
  postingTitle: z.string(),
  applies: z.boolean().describe("Whether the plan matches this candidate's stage and posting"),
  present: z
    .object({ planId: z.string(), inferred: z.string().nullable() })
    .nullable()
    .describe("What applies to the candidate as things are"),
  zone: z.string().describe("The candidate's, else the company's"),
  times: findSlots.output.nullable().describe("As the tool find_slots gives them"),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  names: z.record(z.string(), z.string()).describe("Of everybody in the times, by address"),
});
export type PlanTrial = z.infer<typeof PlanTrial>;
