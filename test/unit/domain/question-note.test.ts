/** The note with questions: readable, within its length, never cut within a line. */
import { describe, expect, it } from "vitest";
import { LONGEST_NOTE } from "../../../src/domain/note-lines.ts";
import {
  NoteQuestions,
  type NotedQuestion,
  renderQuestionNote,
} from "../../../src/domain/question-note.ts";

const question = (id: string, changes: Partial<NotedQuestion> = {}): NotedQuestion => ({
  id,
  competency: "Coding",
  text: `Which code of yours do you regret? (${id})`,
  followUps: ["What would you write today?"],
  minutes: 10,
  shows: [
    { label: "Weak", shows: "Regrets nothing." },
    { label: "Good", shows: "Names one thing." },
    { label: "Strong", shows: "Names what it cost." },
  ],
  why: "The posting asks for code.",
  wordedBy: "bank",
  ...changes,
});

const noteOf = (questions: NotedQuestion[]): NoteQuestions =>
  NoteQuestions.parse({
    kind: "note_questions",
    version: 1,
    opportunityId: "op-1",
    postingId: "po-1",
    stageId: "st-1",
    performAs: "us-1",
    caseId: "case_1",
    planId: "onsite",
    postingTitle: "Backend Engineer",
    stageName: "Onsite",
    level: "senior",
    keptBy: null,
    sessions: [
      {
        sessionId: "coding",
        name: "Coding",
        minutes: { whole: 60, opening: 5, questions: 10, candidate: 10, spare: 35 },
        competencies: ["Coding"],
        questions,
      },
    ],
  });

const LONG = "word ".repeat(119).trim();
const many = (count: number, changes: Partial<NotedQuestion> = {}): NotedQuestion[] =>
  Array.from({ length: count }, (_, index) => question(`c-${index + 1}`, changes));

describe("a note with questions", () => {
  it("says sessions with minutes, competencies, questions with follow-ups, what answers show and why", () => {
    expect(renderQuestionNote(noteOf([question("c-1")]))).toBe(
      [
        "Interview questions: Backend Engineer, Onsite",
        "For level senior.",
        "Each competency is asked about in one session, so that nobody is asked the same twice.",
        "",
        "CODING (60 minutes)",
        "5 to begin, 10 for questions, 10 for the candidate, 35 to spare.",
        "Asks about: Coding.",
        "",
        "1. Which code of yours do you regret? (c-1)",
        "   Coding, 10 minutes",
        "   - What would you write today?",
        "   Weak: Regrets nothing.",
        "   Good: Names one thing.",
        "   Strong: Names what it cost.",
        "   Why: The posting asks for code.",
      ].join("\n"),
    );
  });

  it.each([
    [
      20,
      {
        shows: [
          { label: "Weak", shows: LONG },
          { label: "Strong", shows: LONG },
        ],
      },
      "what weak and good",
    ],
    [40, { shows: [{ label: "Strong", shows: LONG }] }, "what answers show"],
    [40, { followUps: Array.from({ length: 4 }, () => LONG) }, "follow-ups, why"],
    [40, { text: LONG, followUps: [LONG] }, "and the last 17 questions"],
  ] satisfies [number, Partial<NotedQuestion>, string][])(
    "leaves out what there is no room for, whole lines alone, and says so (%i, %#)",
    (count, changes, says) => {
      const payload = noteOf(many(count, changes));
      const text = renderQuestionNote(payload);
      expect(text.length).toBeLessThanOrEqual(LONGEST_NOTE);
      expect(text).toContain(says);
      const whole = new Set(
        payload.sessions[0]?.questions.flatMap((one) => [
          one.text,
          ...one.followUps,
          ...one.shows.map(({ shows }) => shows),
        ]),
      );
      for (const line of text.split("\n").filter((each) => /^\d+\. /.test(each))) {
        expect(whole).toContain(line.replace(/^\d+\. /, ""));
      }
    },
  );

  it("wakes nobody up by a handle", () => {
    const text = renderQuestionNote(noteOf([question("c-1", { text: "What would @anna say?" })]));
    expect(text).toContain("What would (at) anna say?");
    expect(text).not.toMatch(/@\w/);
  });

  it("never asks more than a person could read, whatever is kept", () => {
    const payload = noteOf(
      many(40, { text: LONG, followUps: Array.from({ length: 5 }, () => LONG) }),
    );
    const sessions = Array.from({ length: 12 }, (_, index) =>
      payload.sessions.map((session) => ({ ...session, sessionId: `s${index}` })),
    ).flat();
    const text = renderQuestionNote({ ...payload, sessions });
    expect(text.length).toBeLessThanOrEqual(LONGEST_NOTE);
  });
});
