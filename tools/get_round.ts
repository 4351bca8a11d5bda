import { z } from "zod";
import { AppError } from "../src/domain/errors.ts";
import { confidentialRefusal } from "../src/domain/may-contact.ts";
import { cleanLine } from "../src/domain/quoted.ts";
import { type RoundSeat, roundAt } from "../src/feedback/round.ts";
import { endOf, isBefore } from "../src/feedback/seats.ts";
import type { LeverReader, SubmittedFeedback } from "../src/lever/port.ts";
import { touchedAt } from "../src/domain/touched-at.ts";
import { defineTool } from "./define-tool.ts";
import { listOrWords, missing, usersOf, wordsOf } from "./lever-words.ts";
import { labelled, opportunityId, quotedText } from "./shapes.ts";

const LONGEST_LINE = 300;

const seat = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  interviewId: z.string(),
  session: quotedText.describe("What the interview is called in Lever"),
  isOwed: z.boolean().describe("Their form is still to be handed in"),
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
  input: z.object({ opportunityId, stageId: z.string() }),
  output,
  traced: ({ forms, seats }) => ({ forms: forms.map(({ source }) => source), seats: seats.length }),
  run: async (input, { lever, cases, clock, caller }) => {
    if (caller.kind !== "agent") throw forAgentsAlone();
    const opportunity = await lever.getOpportunity(input.opportunityId);
    if (opportunity.confidential) throw confidentialRefusal();
    const { items, missing: words } = await listOrWords(
      "Feedback",
      async () => await lever.listFeedback(opportunity.id),
    );
    const users = await usersOf(lever);
    const panels = await lever.listPanels(opportunity.id);
    const missed = await cases.missedInterviews(opportunity.id);
    const { seats, forms, isOver } = roundAt(
      { panels, forms: items, users, missed, now: clock.now() },
      input.stageId,
    );
    const personOf = (userId: string): { name: string; email: string } => {
      const user = users.find(({ id }) => id === userId);
      const name = cleanLine(user?.name ?? "", 200);
      return { name: name === "" ? "Somebody" : name, email: user?.email ?? "" };
    };
    const optionsOf = await readOptions(forms, lever);
    return {
      seats: seats.map(({ userId, interview, isOwed }) => ({
        userId,
        ...personOf(userId),
        interviewId: interview.id,
        session: labelled(cleanLine(interview.subject, LONGEST_LINE)),
        isOwed,
        hasEnded: !isBefore(clock.now(), endOf(interview)),
      })),
      isOver,
      forms: forms
        .toSorted((one, other) => Temporal.Instant.compare(one.completedAt, other.completedAt))
        .flatMap((form) =>
          form.userId === null
            ? []
            : [viewForm(form, { seats, name: personOf(form.userId).name, optionsOf })],
        ),
      missing: words,
    };
  },
});

type OptionsOf = (form: SubmittedFeedback, index: number) => string[];

/** A form that was handed in may not say the options of its fields: its template does, where it still has the same fields. */
const readOptions = async (
  forms: readonly SubmittedFeedback[],
  lever: LeverReader,
): Promise<OptionsOf> => {
  const isSilent = (answer: SubmittedFeedback["answers"][number]): boolean =>
    SCALED.has(answer.kind) && answer.options.length === 0;
  const wanted = new Set(
    forms.flatMap(({ templateId, answers }) =>
      templateId !== null && answers.some(isSilent) ? [templateId] : [],
    ),
  );
  const fields = new Map<string, { text: string; options: { text: string }[] }[]>();
  for (const id of wanted) fields.set(id, await fieldsOf(id, lever));
  return ({ templateId, answers }, index) => {
    const answer = answers[index];
    if (!answer || !isSilent(answer)) return answer?.options ?? [];
    const field = fields.get(templateId ?? "")?.[index];
    const isSame = field?.text === answer.question.quoted;
    return isSame ? field.options.map(({ text }) => text) : [];
  };
};

const SCALED: ReadonlySet<string> = new Set(["score-system", "dropdown", "multiple-choice"]);

/** A template that is gone has none. */
const fieldsOf = async (id: string, lever: LeverReader) => {
  try {
    return (await lever.getFeedbackTemplate(id)).fields;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "lever_not_found") return [];
    throw thrown;
  }
};

const viewForm = (
  form: SubmittedFeedback,
  { seats, name, optionsOf }: { seats: readonly RoundSeat[]; name: string; optionsOf: OptionsOf },
) => {
  const interview = seats.find((one) => one.interview.id === form.interviewId)?.interview;
  return {
    source: `feedback/${form.id}`,
    userId: form.userId ?? "",
    name,
    interviewId: interview?.id ?? null,
    session: interview ? labelled(cleanLine(interview.subject, LONGEST_LINE)) : null,
    title: labelled(cleanLine(form.title.quoted, LONGEST_LINE)),
    at: touchedAt(form).toString(),
    answers: form.answers.map(({ kind, question, answer, rows }, index) => ({
      kind,
      question: labelled(cleanLine(question.quoted, LONGEST_LINE)),
      answer: wordsOf(answer.quoted),
      options: optionsOf(form, index).map((text) => labelled(cleanLine(text, LONGEST_LINE))),
      rows: rows.map(({ label, score, comment }) => ({
        label: labelled(cleanLine(label, LONGEST_LINE)),
        score,
        comment: wordsOf(comment.quoted),
      })),
    })),
  };
};

const forAgentsAlone = (): AppError =>
  new AppError({
    code: "forbidden",
    fault: "caller",
    message: "A whole round is read for its synthesis alone: ask with get_feedback.",
  });
