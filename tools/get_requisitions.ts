import { z } from "zod";
import { PostingId } from "../src/domain/ids.ts";
import { confidentialPosting } from "../src/domain/may-contact.ts";
import { cleanLine } from "../src/domain/quoted.ts";
import type { LeverReader, Requisition } from "../src/lever/port.ts";
import { defineTool } from "./define-tool.ts";
import { listOrWords, missing } from "./lever-words.ts";
import { labelled, quotedText } from "./shapes.ts";

/** Requisitions of one posting that are read; most have one. */
const MOST_CODES = 5;
const LONGEST_LINE = 200;
const line = z.string().nullable();

/** What a posting is opened for, without pay and approvals. */
export const getRequisitions = defineTool({
  name: "get_requisitions",
  title: "Get requisitions",
  description:
    "Reads the requisitions that a posting is opened for: title, headcount, team, place. Never pay, approvals or internal notes; of confidential ones nothing is told.",
  effect: "read",
  access: "read",
  about: { thing: "posting", in: "postingId" },
  input: z.object({ postingId: PostingId.describe("Lever posting id") }),
  output: z.object({
    requisitions: z
      .array(
        z.object({
          source: z.string().describe("Names the requisition wherever it is quoted"),
          code: z.string(),
          title: quotedText,
          status: line.describe("open, onHold, closed or draft"),
          headcount: z.int().nullable().describe("Null: unlimited, or not said"),
          hired: z.int().nullable(),
          team: line,
          department: line,
          location: line,
          employment: line.describe("Such as full-time"),
        }),
      )
      .nullable()
      .describe("Null: this credential may not read them"),
    missing,
  }),
  run: async (input, { lever }) => {
    const posting = await lever.getPosting(input.postingId);
    if (posting.confidential) throw confidentialPosting();
    const codes = posting.requisitionCodes.slice(0, MOST_CODES);
    const found = await listOrWords("Requisitions", async () => await readAll(codes, lever));
    return {
      requisitions: found.missing === null ? found.items.map(viewRequisition) : null,
      missing: found.missing,
    };
  },
});

/** One after the other: there is one door to Lever. */
const readAll = async (codes: readonly string[], lever: LeverReader): Promise<Requisition[]> => {
  const found: Requisition[] = [];
  for (const code of codes) found.push(...(await lever.findRequisitions(code)));
  return found;
};

const viewRequisition = (one: Requisition) => ({
  source: `requisition/${one.id}`,
  code: cleanLine(one.code, LONGEST_LINE),
  title: labelled(cleanLine(one.name.quoted, LONGEST_LINE)),
  status: short(one.status),
  headcount: one.headcount.total,
  hired: one.headcount.hired,
  team: short(one.team),
  department: short(one.department),
  location: short(one.location),
  employment: short(one.employment),
});

const short = (text: string | null): string | null =>
  text === null ? null : cleanLine(text, LONGEST_LINE);
