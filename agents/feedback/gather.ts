/** What the synthesis of a round is made from, read through tools. */
import { AppError } from "../../src/domain/errors.ts";
import { PostingId, UserId } from "../../src/domain/ids.ts";
import type { PostSynthesis } from "../../src/domain/synthesis.ts";
import type { Competency, PanelForm } from "../../src/synthesis/form.ts";
import type { ToolContext } from "../../tools/context.ts";
import { callTool } from "../../tools/define-tool.ts";
import { getOpportunity } from "../../tools/get_opportunity.ts";
import { getPlan } from "../../tools/get_plan.ts";
import { getPosting } from "../../tools/get_posting.ts";
import { getQuestions } from "../../tools/get_questions.ts";
import { getRound } from "../../tools/get_round.ts";
import type { SpecialistRun } from "../specialist.ts";

/** Shape: JSON. */
export interface GatheredRound {
  candidateName: string;
  performAs: UserId;
  posting: { id: PostingId; title: string };
  forms: PanelForm[];
  /** Ids of those that nobody was asked for, such as one by hand. Absent: read before they were told apart. */
  beside?: string[];
  competencies: Competency[];
  missing: PostSynthesis["missing"];
  /** What is to be said of how it was read. */
  notes: string[];
  before: PostSynthesis | null;
  /** What waits for a person already, where that is to be kept unless something is otherwise. */
  waiting: PostSynthesis | null;
}

/** Errors: `input_invalid` when nobody has handed in anything; those of Lever. */
export const gatherRound = async (
  run: SpecialistRun,
  tools: ToolContext,
): Promise<GatheredRound> => {
  const { opportunityId, stageId } = run.case_;
  const opportunity = await callTool(getOpportunity, { opportunityId }, tools);
  if (opportunity.postingId === null) {
    throw refused("The candidate is on no posting in Lever, so no plan says what was asked about.");
  }
  const postingId = PostingId.parse(opportunity.postingId);
  const posting = await callTool(getPosting, { postingId }, tools);
  const round = await callTool(getRound, { opportunityId, stageId }, tools);
  if (round.missing !== null) throw refused(round.missing);
  if (round.forms.length === 0) {
    throw refused("Nobody of the panel has handed in a feedback form yet.");
  }
  const missing = round.seats.filter(({ isOwed }) => isOwed);
  if (missing.length > 0 && !run.synthesis?.mayBePartial) {
    throw refused("A form of this round is to be handed in again: its synthesis waits for it.");
  }
  if (missing.length === 0 && !round.isOver) {
    throw refused("An interview of this round has not ended: its synthesis waits for it.");
  }
  const { competencies, note } = await readCompetencies(run, posting, tools);
  return {
    candidateName: opportunity.name.quoted,
    performAs: performAs(
      run.performAs ?? opportunity.ownerId ?? posting.ownerId ?? posting.hiringManagerId,
    ),
    posting: { id: postingId, title: posting.title },
    forms: round.forms.map(asPanelForm),
    beside: besideOf(round),
    competencies,
    missing: missing.map(({ name, email, session }) => ({ name, email, session: session.quoted })),
    notes: [...(note === null ? [] : [note]), ...excusedNotes(round.seats)],
    before: run.synthesis?.before ?? null,
    waiting: run.synthesis?.waiting ?? null,
  };
};

type ReadRound = Awaited<ReturnType<typeof getRound.run>>;

/** The forms that are none of those of which the round is waited for. */
export const besideOf = ({
  forms,
  seats,
}: {
  forms: readonly Pick<ReadForm, "source" | "userId" | "interviewId">[];
  seats: readonly Pick<ReadRound["seats"][number], "isAsked" | "userId" | "interviewId">[];
}): string[] =>
  forms
    .filter(
      ({ userId, interviewId }) =>
        !seats.some(
          (seat) => seat.isAsked && seat.userId === userId && seat.interviewId === interviewId,
        ),
    )
    .map(({ source }) => source);

/** Whose form is not waited for any more: nobody reads of it that all forms are in. Shape: each person once. */
export const excusedNotes = (seats: readonly { name: string; isExcused: boolean }[]): string[] => {
  const names = seats.filter(({ isExcused }) => isExcused).map(({ name }) => name);
  return [...new Set(names)].map(
    (name) =>
      `${name} was deactivated in Lever without having handed in a form: it is not waited for.`,
  );
};

type ReadForm = ReadRound["forms"][number];

/** A form as the tool gives it, in the shape that is counted. */
export const asPanelForm = (form: ReadForm): PanelForm => ({
  id: form.source,
  by: { userId: form.userId, name: form.name },
  interviewId: form.interviewId,
  session: form.session?.quoted ?? null,
  title: form.title.quoted,
  at: form.at,
  answers: form.answers.map(({ kind, question, answer, options, rows }) => ({
    kind,
    question: question.quoted,
    answer: answer.quoted,
    options: options.map(({ quoted }) => quoted),
    rows: rows.map(({ label, score, comment }) => ({
      label: label.quoted,
      score,
      comment: comment.quoted,
    })),
  })),
});

/** Of the question set of the plan by which it is booked, else of its stage's. Without a written plan there are none, and that is
 * said. */
const readCompetencies = async (
  { case_: { stageId, stageName }, booked }: SpecialistRun,
  posting: { id: string; title: string; team: string | null },
  tools: ToolContext,
): Promise<{ competencies: Competency[]; note: string | null }> => {
  const about = {
    stageId,
    stageName,
    postingId: posting.id,
    postingTitle: posting.title,
    team: posting.team,
  };
  const asked = booked ? { ...about, planId: booked.payload.planId } : about;
  const { plan, inferred } = await callTool(getPlan, asked, tools);
  if (inferred !== null) return { competencies: [], note: NO_PLAN };
  const { set } = await callTool(
    getQuestions,
    { postingId: PostingId.parse(posting.id), planId: plan.id },
    tools,
  );
  const all = set.sessions.flatMap(({ competencies }) => competencies);
  const byId = new Map(all.map(({ id, name }) => [id, { id, name }]));
  return { competencies: [...byId.values()], note: null };
};

const NO_PLAN =
  "Nobody has written an interview plan for this stage, so what was not covered cannot be told.";

const refused = (message: string): AppError =>
  new AppError({ code: "input_invalid", fault: "caller", message });

/** In whose name Lever is written. Errors: `lever_rejected` when nobody is known. */
export const performAs = (id: string | null): UserId => {
  if (id !== null && id !== "") return UserId.parse(id);
  throw new AppError({
    code: "lever_rejected",
    fault: "caller",
    message:
      "Nobody is known in whose name Lever could be written: give the opportunity or the posting an owner, or set LEVER_PERFORM_AS.",
  });
};
