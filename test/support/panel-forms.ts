/** Feedback forms of a panel, made up. */
import { draftSynthesis } from "../../agents/feedback/draft.ts";
import type { GatheredRound } from "../../agents/feedback/gather.ts";
import { OpportunityId, PostingId, UserId } from "../../src/domain/ids.ts";
import { PostSynthesis } from "../../src/domain/synthesis.ts";
import type { Competency, FormAnswer, PanelForm } from "../../src/synthesis/form.ts";

export const COMPETENCIES: readonly Competency[] = [
  { id: "coding", name: "Coding" },
  { id: "system_design", name: "System design" },
  { id: "collaboration", name: "Collaboration" },
];

export const LEVER_SCALE = ["4 - Strong Hire", "3 - Hire", "2 - No Hire", "1 - Strong No Hire"];

const field = (change: Partial<FormAnswer>): FormAnswer => ({
  kind: "textarea",
  question: "Notes",
  answer: "",
  options: [],
  rows: [],
  ...change,
});

/** A rating of the whole. */
export const overall = (answer: string, options = LEVER_SCALE): FormAnswer =>
  field({ kind: "score-system", question: "Rating", answer, options });

/** A scorecard. */
export const card = (rows: [label: string, score: number | null, comment?: string][]): FormAnswer =>
  field({
    kind: "scorecard",
    question: "Scorecard",
    answer: "as text",
    rows: rows.map(([label, score, comment = ""]) => ({ label, score, comment })),
  });

/** A text below a label. */
export const written = (question: string, answer: string): FormAnswer =>
  field({ question, answer });

/** A choice among options. */
export const chosen = (
  kind: "dropdown" | "yes-no" | "score",
  question: string,
  [answer, options = []]: [answer: string, options?: string[]],
): FormAnswer => field({ kind, question, answer, options });

/** The form of one person, for an interview of their own. */
export const formBy = (
  name: string,
  answers: readonly FormAnswer[],
  change: Partial<PanelForm> = {},
): PanelForm => ({
  id: `feedback/${name.toLowerCase()}`,
  by: { userId: `user-${name.toLowerCase()}`, name },
  interviewId: `interview-${name.toLowerCase()}`,
  session: "Technical interview",
  title: "Interview feedback",
  at: "2026-11-20T10:00:00Z",
  answers,
  ...change,
});

/** A round of these forms, all of them in. */
export const roundOf = (...forms: PanelForm[]): GatheredRound => ({
  candidateName: "Ada Example",
  performAs: UserId.parse("user-owner"),
  posting: { id: PostingId.parse("posting-1"), title: "Backend Engineer" },
  forms,
  competencies: [...COMPETENCIES],
  missing: [],
  notes: [],
  before: null,
  waiting: null,
});

/** What was drafted as it is proposed. */
export const posted = (draft: ReturnType<typeof draftSynthesis>): PostSynthesis => {
  const { candidateName: _name, refused: _refused, ...content } = draft;
  return PostSynthesis.parse({
    kind: "post_synthesis",
    version: 1,
    opportunityId: OpportunityId.parse("opportunity-1"),
    postingId: "posting-1",
    stageId: "stage-1",
    performAs: "user-owner",
    caseId: "case_1",
    postingTitle: "Backend Engineer",
    stageName: "On-site",
    ...content,
    changes: null,
  });
};

export const INES = formBy("Ines", [
  overall("4 - Strong Hire"),
  card([["Coding", 4, "Ada explained the queue clearly and found the deadlock."]]),
]);
export const JONAS = formBy("Jonas", [
  overall("2 - No Hire"),
  card([["Coding", 2, "The retry logic was unclear until the very end."]]),
  written("Concerns", "The estimate of the load was off by a factor of ten."),
]);

/** One of two people who do not agree. */
export const aSynthesis = (): PostSynthesis => posted(draftSynthesis(roundOf(INES, JONAS)));
