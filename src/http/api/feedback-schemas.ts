/** Who owes feedback, as the API shows it. */
import { z } from "zod";
import { isoInstant } from "../../domain/time.ts";
import { page } from "./schemas.ts";

/** A form that somebody owes, or did. */
export const OwedFormItem = z.object({
  id: z.string(),
  caseId: z.string().nullable().describe("Null where Convene coordinates nothing at that stage"),
  candidateName: z.string().nullable().describe("Null without a case"),
  postingTitle: z.string().nullable(),
  stageName: z.string().nullable(),
  leverUrl: z.string().nullable().describe("Where it is handed in"),
  person: z.object({
    id: z.string(),
    name: z.string().nullable().describe("Null for somebody whom Lever does not know"),
    email: z.string().nullable(),
  }),
  form: z.string().nullable().describe("Name of the form; null when Lever does not tell it"),
  startsAt: isoInstant.describe("Of the interview"),
  endsAt: isoInstant,
  status: z.enum(["owed", "handed_in", "excused"]),
  isOverdue: z.boolean().describe("Owed for a day and longer"),
  excuse: z
    .enum(["deactivated", "too_long", "missed", "made_up"])
    .nullable()
    .describe(
      "Why it is not waited for: its writer is deactivated, it is 30 days ago, or the candidate did not come; made_up: the interview that came instead has theirs, or all of its forms",
    ),
  handedInAt: isoInstant.nullable(),
  leverReminds: z.boolean().describe("Whether Lever itself reminds of it"),
  reminders: z
    .object({
      sent: z.int().describe("So many reached whoever owes it"),
      lastAt: isoInstant.nullable(),
      nextAt: isoInstant.nullable().describe("Null: none comes, or it is not worked out yet"),
      silence: z
        .enum([
          "lever",
          "plan_lever",
          "plan_off",
          "no_case",
          "closed",
          "told",
          "unknown_person",
          "no_hours",
          "unread",
        ])
        .nullable()
        .describe(
          "Why none comes: Lever reminds, the plan says so, there is no open case, all have gone and whoever coordinates was told, it is unknown who or when they work, or it could not be read",
        ),
    })
    .describe("Ours"),
});
export type OwedFormItem = z.infer<typeof OwedFormItem>;

/** A page of them. */
export const OwedFormList = page(OwedFormItem).extend({
  unread: z.int().describe("Of how many candidacies feedback could not be read at the last look"),
});
export type OwedFormList = z.infer<typeof OwedFormList>;
