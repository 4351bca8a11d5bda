/** Requests in plain words, as the API takes and shows them. */
import { z } from "zod";
import { isZone, isoInstant } from "../../domain/time.ts";
import { INTENTS } from "../../requests/understanding.ts";

/** What is asked. */
export const PlainRequestBody = z.strictObject({
  text: z.string().trim().min(1).max(2000).describe("What you want, in your own words"),
  caseId: z
    .string()
    .max(100)
    .optional()
    .describe("The case before your eyes, or that a choice names"),
  zone: z
    .string()
    .max(100)
    .refine(isZone, "must be an IANA time zone")
    .optional()
    .describe("In which your days and hours are meant; the company's when absent"),
});

export const PlainRequestItem = z.object({
  id: z.string(),
  via: z.enum(["dashboard", "api", "slack", "mcp"]),
  text: z.string().nullable().describe("Null: it was erased"),
  intent: z.enum(INTENTS).nullable(),
  askedAt: isoInstant,
  answeredAt: isoInstant.nullable(),
  kind: z
    .enum(["answer", "asks", "cannot", "proposes"])
    .nullable()
    .describe("Null: it is being worked on"),
  words: z.array(z.string()),
  items: z.array(
    z.object({
      caseId: z.string().nullable(),
      subject: z.string().nullable(),
      what: z.string(),
      path: z.string().nullable().describe("Inside the dashboard"),
    }),
  ),
  links: z.array(z.object({ label: z.string(), path: z.string() })),
  choices: z
    .array(z.object({ label: z.string(), text: z.string(), caseId: z.string().optional() }))
    .describe("Each is a request by itself"),
  runId: z.string(),
  handed: z
    .object({
      runId: z.string().nullable(),
      note: z.string().nullable().describe("Null: it is being worked on"),
      proposals: z.array(
        z.object({ id: z.string(), kind: z.string(), status: z.string(), summary: z.string() }),
      ),
    })
    .nullable()
    .describe("What the case makes of it"),
});
export type PlainRequestItem = z.infer<typeof PlainRequestItem>;
