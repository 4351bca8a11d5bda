/** The ten candidacies of `datasets/briefs.json`, with what their briefs must and must not have. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { BriefTexts } from "./brief-material.ts";

const lines = z.array(z.string()).transform((all) => all.join("\n"));

/** What is known of a good brief of it, in pieces of text. */
export const Expected = z.strictObject({
  shown: z.array(z.string()).describe("In its highlights"),
  missing: z.array(z.string()).describe("In its points to probe"),
  leftOut: z.array(z.string()),
  never: z.array(z.string()).describe("In no text of it"),
});
export type Expected = z.infer<typeof Expected>;

const Case = z.strictObject({
  id: z.string(),
  about: z.string(),
  candidateName: z.string(),
  jobTitle: z.string(),
  posting: lines,
  resumes: z.array(lines),
  notes: z.array(z.tuple([z.string(), lines]).transform(([title, text]) => ({ title, text }))),
  feedback: z.array(
    z
      .tuple([z.string(), z.string(), lines])
      .transform(([title, session, text]) => ({ title, session, text })),
  ),
  linkedIn: z.string().nullable(),
  form: z.string().nullable(),
  covers: z.array(z.string()),
  hidden: z.int().default(0),
  expect: Expected,
});

/** One of them. */
export interface BriefCase {
  id: string;
  about: string;
  texts: BriefTexts;
  expected: Expected;
}

const DATASET = new URL("../datasets/briefs.json", import.meta.url);

/** All of them, in order. */
export const readBriefCases = async (): Promise<BriefCase[]> =>
  z
    .array(Case)
    .parse(JSON.parse(await readFile(DATASET, "utf8")))
    .map(({ id, about, expect, ...texts }) => ({ id, about, texts, expected: expect }));
