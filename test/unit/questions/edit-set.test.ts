/** What a person may change of a question set, and what stays computed. */
import { expect, it } from "vitest";
import { composeQuestionSet } from "../../../src/questions/compose.ts";
import { type SetEdit, editSet } from "../../../src/questions/edit-set.ts";
import { otherQuestions } from "../../../src/questions/other-questions.ts";
import type { QuestionSet } from "../../../src/questions/question-set.ts";

const request = {
  title: "Senior Backend Engineer",
  jobText: "You design services in TypeScript, run them, and review code of others.",
  sessions: [
    { id: "coding", name: "Coding", durationMinutes: 60, competencies: ["coding"] },
    { id: "design", name: "Design", durationMinutes: 75, competencies: ["system_design"] },
  ],
};
const composed = composeQuestionSet(request);
const base = { request, composed, seen: composed };

const editOf = (set: QuestionSet): SetEdit => ({
  sessions: set.sessions.map(({ sessionId, questions }) => ({
    sessionId,
    questions: questions.map(({ id, text, followUps, minutes }) => ({
      id,
      text,
      followUps,
      minutes,
    })),
  })),
});
/** The edit of what is composed, with the questions of its sessions changed. */
const changed = (change: (of: SetEdit["sessions"][number]["questions"][]) => void): SetEdit => {
  const edit = structuredClone(editOf(composed));
  change(edit.sessions.map(({ questions }) => questions));
  return edit;
};

it("is the composed set when nothing was changed", () => {
  expect(editSet(editOf(composed), base)).toEqual(composed);
});

it("marks what was changed, and keeps its reasons and its rubric", () => {
  const edit = changed(([coding]) => {
    if (coding?.[0]) coding[0].text = "Which change of yours broke something, and what then?";
  });
  const set = editSet(edit, base);
  const before = composed.sessions[0]?.questions[0];
  expect(set.sessions[0]?.questions[0]).toEqual({
    ...before,
    text: "Which change of yours broke something, and what then?",
    origin: "edited",
    why: ["A person has changed it.", ...(before?.why ?? [])],
  });
  // Twice changed is changed once.
  expect(editSet(edit, { ...base, seen: set })).toEqual(set);
  expect(editSet(editOf(composed), { ...base, seen: set })).toEqual(composed);
});

it("counts minutes anew, and says which session has nothing to ask", () => {
  const set = editSet(
    changed(([coding]) => coding?.splice(0)),
    base,
  );
  expect(set.sessions[0]).toMatchObject({
    minutes: { whole: 60, questions: 0, spare: 45 },
    competencies: [],
    questions: [],
  });
  expect(set.findings).toContainEqual({
    code: "session_without_questions",
    sessionId: "coding",
    says: '"Coding" has no question any more.',
    todo: "Move questions into it, or go back to what is composed.",
  });
});

it("takes another question of the bank with the bank's own rubric", () => {
  const asked = new Set(
    composed.sessions.flatMap(({ questions }) => questions.map(({ id }) => id)),
  );
  const other = otherQuestions({ request, competencyId: "coding" }).find(
    ({ id }) => !asked.has(id),
  );
  if (!other) throw new Error("the bank has no other question about coding");
  const { id, text, followUps, minutes } = other;
  const set = editSet(
    changed(([coding]) => coding?.splice(0, coding.length, { id, text, followUps, minutes })),
    base,
  );
  expect(set.sessions[0]?.questions).toMatchObject([
    {
      id,
      origin: "bank",
      competencyId: "coding",
      kind: other.kind,
      why: ["A person has chosen it."],
    },
  ]);
  expect(set.sessions[0]?.questions[0]?.rubric.map(({ label }) => label)).toEqual(
    composed.sessions[0]?.questions[0]?.rubric.map(({ label }) => label),
  );
  expect(otherQuestions({ request, competencyId: "juggling" })).toEqual([]);
});

it.each<[string, SetEdit, string]>([
  [
    "a question twice",
    changed(([coding]) => coding?.[0] && coding.splice(1, coding.length, coding[0])),
    "has the question coding-",
  ],
  [
    "a competency in two sessions",
    changed(([coding, design]) => {
      const [moved] = coding?.splice(0, 1) ?? [];
      design?.splice(0, 2, ...(moved ? [moved] : []));
    }),
    "has the competency coding twice",
  ],
  [
    "a question that nobody knows",
    changed(([coding]) => coding?.[0] && (coding[0].id = "coding-99")),
    'no question "coding-99"',
  ],
  [
    "more than the session has time for",
    changed(([coding]) => coding?.[0] && (coding[0].minutes = 46)),
    '"Coding" has 45 minutes for questions',
  ],
  [
    "a session that is left out",
    { sessions: editOf(composed).sessions.slice(1) },
    "The plan has the sessions coding, design; these are design.",
  ],
])("refuses %s", (_, edit, says) => {
  expect(() => editSet(edit, base)).toThrow(says);
});
