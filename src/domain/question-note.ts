/** The questions of an interview plan, to be left in Lever as a note on one opportunity. */
import { z } from "zod";
import { OpportunityId, PostingId, StageId, UserId } from "./ids.ts";
import { LONGEST_NOTE, withoutHandles } from "./note-lines.ts";

const words = (max: number) => z.string().min(1).max(max);

/** A question as the note has it. */
export const NotedQuestion = z.strictObject({
  id: words(100),
  competency: words(600).describe("Its name"),
  text: words(600),
  followUps: z.array(words(600)).max(5),
  minutes: z.int().min(1).max(120).describe("With its follow-ups"),
  shows: z
    .array(z.strictObject({ label: words(200), shows: words(1_300) }))
    .min(1)
    .max(3)
    .describe("What a weak, a good and a strong answer shows, on the scale of the feedback form"),
  why: z
    .string()
    .max(600)
    .describe("Why it was chosen: why its competency, then why this question of it"),
  wordedBy: z.enum(["bank", "person", "model"]),
});
export type NotedQuestion = z.infer<typeof NotedQuestion>;

/** A session of the plan with what it asks. */
export const NotedSession = z.strictObject({
  sessionId: words(100),
  name: words(200),
  minutes: z.strictObject({
    whole: z.int(),
    opening: z.int(),
    questions: z.int(),
    candidate: z.int(),
    spare: z.int().min(0),
  }),
  competencies: z.array(words(600)).max(40).describe("Names"),
  questions: z.array(NotedQuestion).max(40),
});
export type NotedSession = z.infer<typeof NotedSession>;

/** Payload of the proposal to leave a question set in Lever. */
export const NoteQuestions = z.strictObject({
  kind: z.literal("note_questions"),
  version: z.literal(1),
  opportunityId: OpportunityId,
  postingId: PostingId,
  stageId: StageId,
  performAs: UserId.describe("Lever user in whose name the note is left"),
  caseId: z.string(),
  planId: z.string(),
  postingTitle: z.string(),
  stageName: z.string(),
  level: z.string(),
  keptBy: z.string().nullable().describe("Who keeps these questions; null: they are composed"),
  sessions: z.array(NotedSession).min(1).max(12),
});
export type NoteQuestions = z.infer<typeof NoteQuestions>;

/** Code of the problem of a case that its questions are not in Lever although they should be. */
export const QUESTIONS_NOT_NOTED = "questions_not_noted";

/** What of each question stands in the note. */
interface Detail {
  shows: "all" | "strong" | "none";
  hasWhy: boolean;
  hasFollowUps: boolean;
  /** Said in the note; empty: nothing is left out. */
  says: string;
}

const DETAILS: readonly Detail[] = [
  { shows: "all", hasWhy: true, hasFollowUps: true, says: "" },
  { shows: "all", hasWhy: false, hasFollowUps: true, says: "why each was chosen" },
  {
    shows: "strong",
    hasWhy: false,
    hasFollowUps: true,
    says: "why each was chosen, and what weak and good answers show",
  },
  {
    shows: "none",
    hasWhy: false,
    hasFollowUps: true,
    says: "why each was chosen, and what answers show",
  },
  {
    shows: "none",
    hasWhy: false,
    hasFollowUps: false,
    says: "follow-ups, why each was chosen, and what answers show",
  },
];

/** The note as it is left: all of it, or as much of each question as there is room for, and the last questions not at all when
 * even that is too much. Nothing is cut within a line, and what is left out is said. */
export const renderQuestionNote = (payload: NoteQuestions): string => {
  const least = DETAILS.at(-1);
  const fitting = DETAILS.map((detail) => textOf(payload, detail)).find(isShort);
  if (fitting !== undefined || least === undefined) return fitting ?? "";
  return withoutLast(payload, least);
};

const isShort = (text: string): boolean => text.length <= LONGEST_NOTE;

const withoutLast = (payload: NoteQuestions, detail: Detail): string => {
  const all = payload.sessions.reduce((sum, { questions }) => sum + questions.length, 0);
  for (let kept = all - 1; kept > 0; kept -= 1) {
    const text = textOf(firstOf(payload, kept), {
      ...detail,
      says: `${detail.says}, and the last ${all - kept} questions`,
    });
    if (isShort(text)) return text;
  }
  return textOf(firstOf(payload, 0), { ...detail, says: "the questions" });
};

const firstOf = (payload: NoteQuestions, most: number): NoteQuestions => {
  let left = most;
  const sessions = payload.sessions.map((session) => {
    const questions = session.questions.slice(0, left);
    left -= questions.length;
    return { ...session, questions };
  });
  return { ...payload, sessions };
};

const textOf = (payload: NoteQuestions, detail: Detail): string =>
  [
    headOf(payload, detail),
    ...payload.sessions.flatMap((session) => [
      sessionHead(session),
      ...session.questions.map((question, index) => questionLines(question, { index, detail })),
    ]),
  ]
    .map((lines) => lines.map(withoutHandles).join("\n"))
    .join("\n\n");

const headOf = ({ postingTitle, stageName, level, keptBy }: NoteQuestions, { says }: Detail) => [
  `Interview questions: ${postingTitle}, ${stageName}`,
  `For level ${level}${keptBy === null ? "" : `, kept by ${keptBy}`}.`,
  "Each competency is asked about in one session, so that nobody is asked the same twice.",
  ...(says === "" ? [] : [`Left out here for its length: ${says}. All of it is in Convene.`]),
];

const sessionHead = ({ name, minutes, competencies, questions }: NotedSession): string[] => [
  `${name.toUpperCase()} (${minutes.whole} minutes)`,
  `${minutes.opening} to begin, ${minutes.questions} for questions, ${minutes.candidate} for the candidate, ${minutes.spare} to spare.`,
  ...(competencies.length === 0 ? [] : [`Asks about: ${competencies.join(", ")}.`]),
  ...(questions.length === 0 ? ["No question stands here."] : []),
];

const questionLines = (
  { competency, text, followUps, minutes, shows, why }: NotedQuestion,
  { index, detail }: { index: number; detail: Detail },
): string[] => [
  `${index + 1}. ${text}`,
  `   ${competency}, ${minutes} minutes`,
  ...(detail.hasFollowUps ? followUps.map((each) => `   - ${each}`) : []),
  ...shownIn(shows, detail).map((line) => `   ${line.label}: ${line.shows}`),
  ...(detail.hasWhy && why !== "" ? [`   Why: ${why}`] : []),
];

const shownIn = (all: NotedQuestion["shows"], { shows }: Detail): NotedQuestion["shows"] => {
  if (shows === "none") return [];
  return shows === "all" ? all : all.slice(-1);
};
