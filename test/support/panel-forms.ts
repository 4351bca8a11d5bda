/** Feedback forms of a panel, made up. */
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
