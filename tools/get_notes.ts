import { z } from "zod";
import { confidentialRefusal } from "../src/domain/may-contact.ts";
import { hasReferenceMark } from "../src/domain/reference-mark.ts";
import type { Note } from "../src/lever/port.ts";
import { defineTool } from "./define-tool.ts";
import { author, authorsOf, listOrWords, missing, usersOf, wordsOf } from "./lever-words.ts";
import { type RoundFacts, isOfOpenRound } from "../src/feedback/reading.ts";
import { opportunityId, quotedText } from "./shapes.ts";

const MOST_NOTES = 20;

/** Notes that people have left about a candidate, without those that are not for everybody. */
export const getNotes = defineTool({
  name: "get_notes",
  title: "Get notes",
  description:
    "Reads notes that people left about an opportunity in Lever, newest first. Left out and counted: secret ones, Convene's own, and what interviewers wrote since their round began while it is not over. Of a confidential one nothing is told.",
  effect: "read",
  access: "read",
  about: { thing: "opportunity", in: "opportunityId" },
  input: z.object({ opportunityId }),
  output: z.object({
    notes: z
      .array(
        z.object({
          source: z.string().describe("Names the note wherever it is quoted"),
          author,
          at: z.string().describe("ISO"),
          text: quotedText,
          characters: z.int().describe("Of the whole text; the text above may be cut"),
        }),
      )
      .describe("Newest first; an answer to a note is one by itself"),
    url: z.string().nullable().describe("The opportunity in Lever"),
    leftOut: z.object({
      secret: z.int().describe("Left to few in Lever, with their answers"),
      ours: z.int().describe("Convene's own, and what quotes them"),
      notOver: z.int().describe("By interviewers of a round that is not over, since it began"),
      other: z.int().describe("Fields that are no notes"),
      tooMany: z.int().describe("Older ones beyond what is given"),
    }),
    missing,
  }),
  run: async (input, { lever, cases, clock }) => {
    const opportunity = await lever.getOpportunity(input.opportunityId);
    if (opportunity.confidential) throw confidentialRefusal();
    const { id } = opportunity;
    const notes = await listOrWords("Notes", async () => await lever.listNotes(id));
    const forms = await listOrWords("Feedback", async () => await lever.listFeedback(id));
    const users = await usersOf(lever);
    const panels = await lever.listPanels(id);
    const missed = await cases.missedInterviews(id);
    const facts = { panels, forms: forms.items, users, missed, now: clock.now() };
    const sorted = sortOut(notes.items, facts);
    const authorOf = authorsOf(users);
    return {
      notes: sorted.allowed.slice(0, MOST_NOTES).map(({ source, comment }) => ({
        source,
        author: authorOf(comment.userId),
        at: comment.createdAt.toString(),
        text: wordsOf(comment.text.quoted),
        characters: comment.text.quoted.length,
      })),
      url: opportunity.url,
      leftOut: { ...sorted.leftOut, tooMany: Math.max(0, sorted.allowed.length - MOST_NOTES) },
      missing: notes.missing,
    };
  },
});

interface Said {
  source: string;
  comment: Note["comments"][number];
}

const sortOut = (notes: readonly Note[], facts: RoundFacts) => {
  const leftOut = { secret: 0, ours: 0, notOver: 0, other: 0 };
  const allowed: Said[] = [];
  for (const note of notes) {
    leftOut.other += note.secret ? 0 : note.otherFields;
    note.comments.forEach((comment, index) => {
      const why = reasonAgainst(note, comment, facts);
      if (why === null) {
        const source = `note/${note.id}${index === 0 ? "" : `/${index + 1}`}`;
        allowed.push({ source, comment });
      } else leftOut[why] += 1;
    });
  }
  const newestFirst = allowed.toSorted((a, b) =>
    Temporal.Instant.compare(b.comment.createdAt, a.comment.createdAt),
  );
  return { allowed: newestFirst, leftOut };
};

const reasonAgainst = (
  note: Note,
  comment: Note["comments"][number],
  facts: RoundFacts,
): "secret" | "ours" | "notOver" | null => {
  if (note.secret) return "secret";
  if (hasReferenceMark(comment.text.quoted)) return "ours";
  const isOpen = isOfOpenRound({ by: comment.userId, at: comment.createdAt }, facts);
  return isOpen ? "notOver" : null;
};
