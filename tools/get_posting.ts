import { z } from "zod";
import { PostingId } from "../src/domain/ids.ts";
import { confidentialPosting } from "../src/domain/may-contact.ts";
import { cleanText, shorten } from "../src/domain/quoted.ts";
import { defineTool } from "./define-tool.ts";
import { labelled, quotedText } from "./shapes.ts";

const MAX_DESCRIPTION = 4000;
/** Cleaning takes longer than the length alone: what cannot be shown any more is not cleaned. */
const MOST_READ = 4 * MAX_DESCRIPTION;

/** One posting as Lever has it now. */
export const getPosting = defineTool({
  name: "get_posting",
  title: "Get a posting",
  description:
    "Reads one posting (job) from Lever: title, team, place, hiring manager, owner, job text. Of a confidential one nothing is told.",
  effect: "read",
  access: "settings",
  about: { thing: "posting", in: "postingId" },
  input: z.object({ postingId: PostingId.describe("Lever posting id") }),
  output: z.object({
    id: z.string(),
    title: z.string(),
    team: z.string().nullable(),
    location: z.string().nullable(),
    country: z.string().nullable().describe("ISO 3166 alpha-2"),
    ownerId: z.string().nullable(),
    hiringManagerId: z.string().nullable(),
    description: quotedText,
    url: z.string().nullable(),
  }),
  run: async (input, { lever }) => {
    const posting = await lever.getPosting(input.postingId);
    if (posting.confidential) throw confidentialPosting();
    return {
      id: posting.id,
      title: posting.title,
      team: posting.team,
      location: posting.location,
      country: posting.country,
      ownerId: posting.ownerId,
      hiringManagerId: posting.hiringManagerId,
      description: labelled(
        shorten(cleanText(shorten(posting.description.quoted, MOST_READ)), MAX_DESCRIPTION),
      ),
      url: posting.url,
    };
  },
});
