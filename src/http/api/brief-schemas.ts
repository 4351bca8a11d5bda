/** When briefs go out, and how they are asked for. */
import { z } from "zod";
import { ProposalStatus } from "../../domain/proposal.ts";
import { isoInstant } from "../../domain/time.ts";
import { NotSentItem } from "./outcome-schemas.ts";

/** When the brief of a booked session goes out, and whether it did. */
export const BriefItem = z.object({
  sessionId: z.string(),
  name: z.string(),
  startsAt: isoInstant,
  hasBegun: z.boolean(),
  dueAt: isoInstant,
  proposalId: z.string().nullable().describe("Of the newest brief of it; null: none yet"),
  status: ProposalStatus.nullable(),
  notSent: NotSentItem,
});
export type BriefItem = z.infer<typeof BriefItem>;

/** Has briefs made now; without a session, of all that are to come. */
export const BriefRequest = z.strictObject({ sessionId: z.string().max(200).optional() });
export type BriefRequest = z.infer<typeof BriefRequest>;
