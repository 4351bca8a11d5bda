import { z } from "zod";
import { AppError } from "../src/domain/errors.ts";
import { UserId } from "../src/domain/ids.ts";
import { confidentialRefusal } from "../src/domain/may-contact.ts";
import { cleanLine } from "../src/domain/quoted.ts";
import type { Panel, SubmittedFeedback } from "../src/lever/port.ts";
import { defineTool } from "./define-tool.ts";
import { author, authorsOf, missing, readFacts, wordsOf } from "./lever-words.ts";
import { type RoundOfForm, roundsFor } from "../src/feedback/reading.ts";
import { OWN, labelled, opportunityId, quotedText } from "./shapes.ts";

const MOST_FORMS = 30;
const MOST_ANSWERS = 40;
const LONGEST_LINE = 300;

const round = z.object({
  panelId: z.string().nullable().describe("Panel in Lever; null: filled in by hand"),
  isOver: z.boolean().describe("Everybody has handed in: anybody who works here may read it"),
  isReaders: z.boolean().describe("The reader interviews there"),
});

const form = z.object({
  source: z.string().describe("Names the form wherever it is quoted"),
  title: quotedText,
  session: quotedText.nullable().describe("Of which interview, as it is called in Lever"),
  author,
  at: z.string().describe("When it was handed in, ISO"),
  answers: z.array(
    z.object({
      kind: z.string().describe("Lever's type of the field, such as score-system or textarea"),
      question: quotedText,
      answer: quotedText,
    }),
  ),
  round,
});

const output = z.object({
  forms: z.array(form).describe("Newest first"),
  url: z.string().nullable().describe("The opportunity in Lever"),
  leftOut: z.object({
    notOver: z
      .int()
      .describe(
        "Forms of rounds in which others have not handed in yet, or of an interview that was missed",
      ),
    ownMissing: z.int().describe("Forms of rounds in which the reader has not"),
    tooMany: z.int().describe("Older forms beyond what is given"),
  }),
  missing,
});

/** What interviewers have handed in about a candidate, as far as a reader may see it. */
export const getFeedback = defineTool({
  name: "get_feedback",
  title: "Get interview feedback",
  description:
    "Reads the feedback forms of an opportunity that a reader may see: of rounds that are over, and of a round of the reader's own once they have handed in their own. Of a confidential one nothing is told.",
  effect: "read",
  access: "read",
  about: { thing: "opportunity", in: "opportunityId" },
  input: z.object({
    opportunityId,
    readerId: UserId.optional()
      .describe("Lever user who is to read it; without: only what anybody here may read")
      .meta(OWN),
  }),
  output,
  traced: (answer) => withoutWords(answer),
  run: async (input, context) => {
    const { lever, caller } = context;
    // An assistant's token names no Lever user: it could ask in the name of whoever has handed in.
    if (input.readerId !== undefined && caller.kind === "mcp") throw notForAssistants();
    const opportunity = await lever.getOpportunity(input.opportunityId);
    if (opportunity.confidential) throw confidentialRefusal();
    const { facts, missing: words } = await readFacts(opportunity.id, context);
    const roundOf = roundsFor(facts, input.readerId ?? null);
    const judged = facts.forms
      .map((one) => ({ one, found: roundOf(one) }))
      .toSorted((a, b) => Temporal.Instant.compare(b.one.completedAt, a.one.completedAt));
    const allowed = judged.filter(({ found }) => found.reading === "allowed");
    const count = (reading: RoundOfForm["reading"]) =>
      judged.filter(({ found }) => found.reading === reading).length;
    const authorOf = authorsOf(facts.users);
    return {
      forms: allowed.slice(0, MOST_FORMS).map(({ one, found }) => ({
        ...viewForm(one, facts.panels),
        author: authorOf(one.userId),
        round: { panelId: found.panelId, isOver: found.isOver, isReaders: found.isReaders },
      })),
      url: opportunity.url,
      leftOut: {
        notOver: count("not_over"),
        ownMissing: count("own_missing"),
        tooMany: Math.max(0, allowed.length - MOST_FORMS),
      },
      missing: words,
    };
  },
});

/** Who opens a run may be an interviewer who has still to hand in: of the words nothing is kept there. */
const withoutWords = ({ forms, ...rest }: z.infer<typeof output>) => ({
  ...rest,
  forms: forms.map(({ source, at, round: of, answers }) => ({
    source,
    at,
    round: of,
    answers: answers.length,
  })),
});

const viewForm = (one: SubmittedFeedback, panels: readonly Panel[]) => {
  const interview = panels
    .flatMap(({ interviews }) => interviews)
    .find(({ id }) => id === one.interviewId);
  const session = cleanLine(interview?.subject ?? "", LONGEST_LINE);
  return {
    source: `feedback/${one.id}`,
    title: labelled(cleanLine(one.title.quoted, LONGEST_LINE)),
    session: session === "" ? null : labelled(session),
    at: one.completedAt.toString(),
    answers: one.answers
      .map(({ kind, question, answer }) => ({
        kind,
        question: labelled(cleanLine(question.quoted, LONGEST_LINE)),
        answer: wordsOf(answer.quoted),
      }))
      .filter(({ answer }) => answer.quoted !== "")
      .slice(0, MOST_ANSWERS),
  };
};

const notForAssistants = (): AppError =>
  new AppError({
    code: "forbidden",
    fault: "caller",
    message:
      "An assistant may read only feedback of rounds that are over: ask again without readerId.",
  });
