/** Words of people in Lever, as tools give them: cleaned, cut, and with who wrote them. */
import { z } from "zod";
import { isForbidden } from "../src/domain/errors.ts";
import type { OpportunityId } from "../src/domain/ids.ts";
import { cleanLine, cleanWords } from "../src/domain/quoted.ts";
import type { FeedbackFacts } from "../src/feedback/owed.ts";
import type { LeverReader, LeverUser } from "../src/lever/port.ts";
import type { ToolContext } from "./context.ts";
import { labelled, type quotedText } from "./shapes.ts";

/** Foreign text, cleaned and labelled. */
export const wordsOf = (text: string): z.infer<typeof quotedText> => labelled(cleanWords(text));

/** Who wrote something in Lever. */
export const author = z
  .object({ userId: z.string(), name: z.string().nullable().describe("Null for nobody known") })
  .nullable()
  .describe("Null when Lever does not say");

/** Gives authors by their id. */
export const authorsOf =
  (users: readonly LeverUser[]) =>
  (userId: string | null): z.infer<typeof author> => {
    if (userId === null) return null;
    const name = users.find(({ id }) => id === userId)?.name ?? "";
    return { userId, name: name === "" ? null : cleanLine(name, 200) };
  };

/** What could not be read, in words; for a tool's answer. */
export const missing = z
  .string()
  .nullable()
  .describe("What this credential may not read in Lever, in words; null: it was read");

/** A list of Lever's, or in words that the credential may not read it: its access is set for each list. */
export const listOrWords = async <Item>(
  permission: "Notes" | "Feedback" | "Requisitions" | "Users",
  list: () => Promise<Item[]>,
): Promise<{ items: Item[]; missing: string | null }> => {
  try {
    return { items: await list(), missing: null };
  } catch (thrown) {
    if (!isForbidden(thrown)) throw thrown;
    const words = `This credential lacks Lever's permission "${permission}: read" (403): nothing is told of them.`;
    return { items: [], missing: words };
  }
};

/** All users, or none where the credential may not read them. */
export const usersOf = async (lever: LeverReader): Promise<LeverUser[]> =>
  (await listOrWords("Users", async () => await lever.listUsers())).items;

/** What rounds of an opportunity are judged by, and in words that its forms may not be read. */
export const readFacts = async (
  opportunityId: OpportunityId,
  { lever, cases, clock }: Pick<ToolContext, "lever" | "cases" | "clock">,
): Promise<{ facts: FeedbackFacts; missing: string | null }> => {
  const { items: forms, missing: words } = await listOrWords(
    "Feedback",
    async () => await lever.listFeedback(opportunityId),
  );
  const panels = await lever.listPanels(opportunityId);
  const users = await usersOf(lever);
  const missed = await cases.missedInterviews(opportunityId);
  return { facts: { panels, forms, users, missed, now: clock.now() }, missing: words };
};
