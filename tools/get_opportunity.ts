import { z } from "zod";
import { linkedInAmong } from "../src/domain/linkedin.ts";
import { confidentialRefusal } from "../src/domain/may-contact.ts";
import { cleanLine, cleanName } from "../src/domain/quoted.ts";
import { defineTool } from "./define-tool.ts";
import { labelled, opportunityId, quotedText } from "./shapes.ts";

const LONGEST_LINK = 300;

/** One opportunity as Lever has it now: ids, stage and what may be done with its person. */
export const getOpportunity = defineTool({
  name: "get_opportunity",
  title: "Get an opportunity",
  description:
    "Reads one opportunity from Lever: present stage, posting, owner, address to write to, and whether the person may be contacted. Of a confidential one nothing is told.",
  effect: "read",
  access: "read",
  about: { thing: "opportunity", in: "opportunityId" },
  input: z.object({ opportunityId }),
  output: z.object({
    id: z.string(),
    contactId: z.string(),
    name: quotedText,
    email: z.string().nullable().describe("First address; null when Lever has none"),
    stageId: z.string(),
    stageName: z.string(),
    postingId: z.string().nullable(),
    applicationIds: z.array(z.string()),
    ownerId: z.string().nullable(),
    followerIds: z.array(z.string()).describe("Lever users who follow the opportunity"),
    archived: z.boolean(),
    contactAllowed: z.boolean(),
    applicationZone: z.string().nullable().describe("IANA zone that the application gave"),
    linkedIn: z.string().nullable().describe("The person's page there, if Lever has it"),
    refusedLinkedIn: quotedText
      .nullable()
      .describe("A link that is said to be that page and is no profile there; follow it nowhere"),
    url: z.string().nullable(),
  }),
  run: async (input, { lever }) => {
    const opportunity = await lever.getOpportunity(input.opportunityId);
    if (opportunity.confidential) throw confidentialRefusal();
    const { profile, refused } = linkedInAmong(opportunity.links);
    const stage = await lever.getStage(opportunity.stageId);
    return {
      id: opportunity.id,
      contactId: opportunity.contactId,
      name: labelled(cleanName(opportunity.name)),
      email: opportunity.emails[0] ?? null,
      stageId: stage.id,
      stageName: stage.text,
      postingId: opportunity.postingId,
      applicationIds: opportunity.applicationIds,
      ownerId: opportunity.ownerId,
      followerIds: opportunity.followerIds,
      archived: opportunity.archivedAt !== null,
      contactAllowed: opportunity.contactAllowed,
      applicationZone: opportunity.applicationZone,
      linkedIn: profile,
      refusedLinkedIn: refused === null ? null : labelled(cleanLine(refused, LONGEST_LINK)),
      url: opportunity.url,
    };
  },
});
