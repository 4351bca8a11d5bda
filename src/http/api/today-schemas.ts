/** A recruiter's day, as the API shows it. */
import { z } from "zod";
import { DigestItem } from "../../domain/daily-digest.ts";
import { isoInstant } from "../../domain/time.ts";

/** One thing of a day. */
export const DayItem = z.object({
  caseId: z.string(),
  subject: z.string().describe("Candidate, stage and posting"),
  what: z.string(),
  path: z.string().describe("Of the page where it is"),
  again: DigestItem.shape.again,
});
export type DayItem = z.infer<typeof DayItem>;

const Person = z.object({ id: z.string(), name: z.string() });

/** What waits, failed, is owed and was done. */
export const DayAnswer = z.object({
  person: Person.nullable().describe("Null: everybody's"),
  recruiters: z.array(Person).describe("Who answers for cases, by name"),
  since: isoInstant.describe("What was done from here on is told"),
  until: isoInstant,
  parts: z.object({
    waits: z.array(DayItem),
    failed: z.array(DayItem),
    risks: z.array(DayItem).describe("Interviews that may be missed; none for who may not decide"),
    owes: z.array(DayItem),
    done: z.array(DayItem),
  }),
  digest: z
    .object({
      isOn: z.boolean().describe("Whether it is sent to them each working morning"),
      isOffForAll: z.boolean().describe("Convene sends none to anybody"),
      lastDay: z.iso.date().nullable().describe("On which one was due last"),
    })
    .nullable()
    .describe("Null for everybody's"),
});
export type DayAnswer = z.infer<typeof DayAnswer>;
