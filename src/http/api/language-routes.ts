/** What a text of hiring asks or judges by that it should not. A text that is checked is kept and logged nowhere. */
import { z } from "zod";
import { otherThanEnglish } from "../../documents/guess-language.ts";
import { JURISDICTIONS, NOTED_ON } from "../../language/checker/jurisdictions.ts";
import { FOUND_CATEGORIES, KINDS } from "../../language/checker/types.ts";
import { type CheckForOne, createTextCheck } from "./check-long-text.ts";
import { type PostingRouteDeps, postingRoutes } from "./posting-routes.ts";
import { type AnyRoute, defineRoute } from "./route.ts";

/** Longer than any job text. Units: UTF-16 units. */
export const LONGEST_CHECKED = 50_000;

const KNOWN = Object.keys(JURISDICTIONS);

const Jurisdiction = z
  .string()
  .refine((id) => KNOWN.includes(id), `is not known: one of ${KNOWN.join(", ")}`);

const CheckText = z.strictObject({
  text: z
    .string()
    .max(LONGEST_CHECKED, `is too long: ${LONGEST_CHECKED} characters at most`)
    .refine((text) => text.trim() !== "", "is empty"),
  kind: z
    .enum(KINDS, `is one of ${KINDS.join(", ")}`)
    .optional()
    .describe("Absent: any"),
  jurisdictions: z
    .array(Jurisdiction)
    .min(1, "is empty: name one, or leave it out for all")
    .max(KNOWN.length)
    .optional()
    .describe("Whose law counts; absent: all"),
});
export type TextToCheck = z.infer<typeof CheckText>;

const Finding = z.object({
  category: z.enum(FOUND_CATEGORIES),
  severity: z.enum(["blocking", "warning", "advice"]),
  start: z.int().describe("In UTF-16 units of the text"),
  end: z.int().describe("Exclusive"),
  why: z.string(),
  instead: z
    .string()
    .nullable()
    .describe(
      "What to write instead; `[… what]` is for its writer to fill. Null: it is such a blank",
    ),
  rule: z
    .object({ id: z.string(), url: z.url(), source: z.string() })
    .nullable()
    .describe("Null: no rule of the places asked for is named, and no research"),
  jurisdictions: z.array(z.string()).optional(),
});

const CheckedText = z.object({
  findings: z.array(Finding).describe("By start"),
  otherLanguage: z
    .string()
    .nullable()
    .describe("Name of the text's language where it is surely not English: that alone is read"),
  balance: z
    .object({
      masculine: z.array(z.string()),
      feminine: z.array(z.string()),
      lean: z.enum(["masculine", "feminine", "neutral"]),
    })
    .nullable()
    .describe("Words that draw men or women, of a job text or where the kind is not said"),
});
export type CheckedText = z.infer<typeof CheckedText>;

const LanguageRules = z.object({
  jurisdictions: z.array(z.object({ id: z.string(), name: z.string() })),
  notedOn: z.iso.date().describe("When the rules were written down; laws change"),
});
export type LanguageRules = z.infer<typeof LanguageRules>;

/** Routes of the language checker, and of the texts that postings have for it. */
export const languageRoutes = (postings: PostingRouteDeps): AnyRoute[] => [
  ...postingRoutes(postings),
  ...checkerRoutes(createTextCheck()),
];

const checkerRoutes = (check: CheckForOne): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/language/rules",
    summary: "Whose law the language checker knows",
    access: "settings",
    about: "nobody",
    answer: LanguageRules,
    handler: async () => ({
      jurisdictions: Object.entries(JURISDICTIONS).map(([id, name]) => ({ id, name })),
      notedOn: NOTED_ON,
    }),
  }),
  defineRoute({
    method: "post",
    path: "/api/language/check",
    summary: "What a text asks or judges by that it should not; stores nothing",
    access: "settings",
    about: "nobody",
    body: CheckText,
    answer: CheckedText,
    handler: async ({ body: { text, kind, jurisdictions }, principal, response }) => {
      const asked = { text, ...(kind && { kind }), ...(jurisdictions && { jurisdictions }) };
      const gone = new AbortController();
      response.once("close", () => gone.abort());
      const checked = await check(asked, { who: principal?.name ?? "", gone: gone.signal });
      return { ...checked, otherLanguage: otherThanEnglish(text) };
    },
  }),
];
