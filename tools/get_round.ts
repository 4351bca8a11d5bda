import { z } from "zod";
import { AppError } from "../src/domain/errors.ts";
import { confidentialRefusal } from "../src/domain/may-contact.ts";
import { roundAt } from "../src/feedback/round.ts";
import { endOf, isBefore } from "../src/feedback/seats.ts";
import type { PanelForm } from "../src/synthesis/form.ts";
import { nameOfUser, roundForms, sessionOf } from "../src/feedback/round-forms.ts";
import { readFormOptions } from "../src/lever/form-options.ts";
import { defineTool } from "./define-tool.ts";
import { missing, readFacts } from "./lever-words.ts";
import { labelled, opportunityId, quotedText } from "./shapes.ts";

const seat = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  interviewId: z.string(),
  session: quotedText.describe("What the interview is called in Lever"),
  isAsked: z.boolean().describe("They have a form to hand in, or had"),
  isOwed: z.boolean().describe("Their form is still to be handed in"),
  isExcused: z.boolean().describe("They were deactivated in Lever, and their form is not in"),
  hasEnded: z.boolean().describe("The interview is over"),
});

const output = z.object({
  seats: z.array(seat),
  isOver: z.boolean().describe("Its last interview has ended, and nobody owes a form"),
  forms: z
    .array(
      z.object({
        source: z.string().describe("Names the form wherever it is quoted"),
        userId: z.string(),
        name: z.string(),
        interviewId: z.string().nullable(),
        session: quotedText.nullable(),
        title: quotedText,
        at: z.string().describe("When it was last touched, ISO"),
        answers: z.array(
          z.object({
            kind: z.string().describe("Lever's type of the field"),
            question: quotedText,
            answer: quotedText,
            options: z.array(quotedText),
            rows: z.array(
              z.object({ label: quotedText, score: z.number().nullable(), comment: quotedText }),
            ),
          }),
        ),
      }),
    )
    .describe("Oldest first"),
  missing,
});

/** All of a round, also of one that is not over: for a synthesis, which a person decides on, and for nobody else. So it is no
 * tool of assistants, and its words are in no trace. */
export const getRound = defineTool({
  name: "get_round",
  title: "Get a round of interviews",
  description:
    "Reads who interviews in the round of a stage, what they have handed in, and who still owes a form.",
  effect: "read",
  access: "read",
  about: { thing: "opportunity", in: "opportunityId" },
  input: z.object({ opportunityId, stageId: z.string() }),
  output,
  traced: ({ forms, seats }) => ({ forms: forms.map(({ source }) => source), seats: seats.length }),
  run: async (input, context) => {
    const { lever, clock, caller } = context;
    if (caller.kind !== "agent") throw forAgentsAlone();
    const opportunity = await lever.getOpportunity(input.opportunityId);
    if (opportunity.confidential) throw confidentialRefusal();
    const { facts, missing: words } = await readFacts(opportunity.id, context);
    const { users } = facts;
    const { seats, forms, isOver } = roundAt(facts, input.stageId);
    const optionsOf = await readFormOptions(forms, lever);
    const read = roundForms({ seats, forms }, { users, optionsOf });
    return {
      seats: seats.map((one) => ({
        userId: one.userId,
        name: nameOfUser(one.userId, users),
        email: users.find(({ id }) => id === one.userId)?.email ?? "",
        interviewId: one.interview.id,
        session: labelled(sessionOf(one)),
        isAsked: one.isAsked,
        isOwed: one.isOwed,
        isExcused: one.isExcused,
        hasEnded: !isBefore(clock.now(), endOf(one.interview)),
      })),
      isOver,
      forms: read.map(viewForm),
      missing: words,
    };
  },
});

/** As tools give what people wrote. */
const viewForm = ({ id, by, session, title, answers, ...form }: PanelForm) => ({
  ...form,
  ...by,
  source: id,
  session: session === null ? null : labelled(session),
  title: labelled(title),
  answers: answers.map(({ kind, question, answer, options, rows }) => ({
    kind,
    question: labelled(question),
    answer: labelled(answer),
    options: options.map((text) => labelled(text)),
    rows: rows.map(({ label, score, comment }) => ({
      label: labelled(label),
      score,
      comment: labelled(comment),
    })),
  })),
});

const forAgentsAlone = (): AppError =>
  new AppError({
    code: "forbidden",
    fault: "caller",
    message: "A whole round is read for its synthesis alone: ask with get_feedback.",
  });
