import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LEVELS } from "../../../src/questions/bank-schema.ts";
import { composeQuestionSet } from "../../../src/questions/compose.ts";
import type { ComposeRequest, SessionToFill } from "../../../src/questions/compose-request.ts";
import { QuestionSet } from "../../../src/questions/question-set.ts";
import { questionBank } from "../../../src/questions/read-bank.ts";

const bank = questionBank();
const competencyIds = bank.competencies.map(({ id }) => id);
const jobWords = bank.competencies.flatMap(({ words }) =>
  words.map((word) => word.replace("*", "ing")),
);

const session = fc.record(
  {
    name: fc.constantFrom("Coding", "Talk", "Hiring manager", "Working together", "Case study"),
    durationMinutes: fc.integer({ min: 15, max: 120 }),
    agenda: fc.constantFrom("Design discussion", "Get to know each other", "No coding"),
    competencies: fc.array(fc.constantFrom(...competencyIds, "charm"), { maxLength: 3 }),
    seats: fc.array(
      fc.record(
        { role: fc.constantFrom("hiring_manager", "recruiter", "follower") },
        { requiredKeys: [] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ["name", "durationMinutes"] },
);

const request: fc.Arbitrary<ComposeRequest> = fc.record(
  {
    title: fc.constantFrom(
      "Senior Backend Engineer",
      "Data Scientist",
      "Head of Sales",
      "Ward Nurse",
      "Warehouse Operative",
      "Recruiter",
      "Financial Controller",
      "Something else",
    ),
    jobText: fc
      .array(fc.constantFrom(...jobWords), { maxLength: 40 })
      .map((words) => words.join(" . ")),
    level: fc.constantFrom(...LEVELS),
    sessions: fc
      .array(session, { minLength: 1, maxLength: 5 })
      .map((sessions) => sessions.map((one, index) => ({ ...one, id: `s${index}` }))),
  },
  { requiredKeys: ["title", "jobText", "sessions"] },
);

/** Named by the plan, known, and not in a session before. */
const namedOnce = (sessions: readonly SessionToFill[]): [string, string][] => {
  const first = new Map<string, string>();
  for (const { id, competencies = [] } of sessions)
    for (const name of competencies) if (name !== "charm" && !first.has(name)) first.set(name, id);
  return [...first];
};

const holds = (check: (asked: ComposeRequest, set: QuestionSet) => void): void => {
  fc.assert(
    fc.property(request, (asked) => check(asked, composeQuestionSet(asked))),
    { numRuns: 200 },
  );
};

describe("any question set", () => {
  test("keeps its schema: no question and no competency in two sessions", () => {
    holds((_, set) => {
      expect(QuestionSet.parse(set)).toEqual(set);
    });
  });

  test("stays within the time of each session, with the first and the last minutes kept free", () => {
    holds((asked, set) => {
      for (const [index, { minutes, questions }] of set.sessions.entries()) {
        const sum = questions.reduce((total, one) => total + one.minutes, 0);
        expect(minutes.whole).toBe(asked.sessions[index]?.durationMinutes);
        expect(minutes.questions).toBe(sum);
        expect(minutes.opening + sum + minutes.candidate + minutes.spare).toBe(minutes.whole);
        expect(Math.min(minutes.opening, minutes.candidate)).toBeGreaterThanOrEqual(5);
        expect(minutes.spare).toBeGreaterThanOrEqual(0);
      }
    });
  });

  test("asks at least one question about each competency that it gives a session, of its level", () => {
    holds((_, set) => {
      for (const { competencies, questions } of set.sessions) {
        const asked = new Set(questions.map(({ competencyId }) => competencyId));
        expect([...asked]).toEqual(competencies.map(({ id }) => id));
        for (const { id, competencyId } of questions) {
          const own = bank.questionsOf.get(competencyId)?.find((one) => one.id === id);
          expect(own?.levels).toContain(set.level.value);
        }
      }
    });
  });

  test("asks what the plan names in its session, or says that there is no time", () => {
    holds((asked, set) => {
      const told = set.findings
        .filter(({ code }) => code === "competency_not_asked")
        .flatMap(({ competencies = [] }) => competencies);
      for (const [competency, sessionId] of namedOnce(asked.sessions)) {
        const where = set.sessions
          .filter(({ competencies }) => competencies.some(({ id }) => id === competency))
          .map((one) => one.sessionId);
        expect(where).toEqual(told.includes(competency) ? [] : [sessionId]);
      }
    });
  });

  test("tells of every session that has nothing to ask", () => {
    holds((_, set) => {
      const told = set.findings
        .filter(({ code }) => code === "time_too_short" || code === "session_without_questions")
        .map(({ sessionId }) => sessionId);
      const empty = set.sessions.filter(({ questions }) => questions.length === 0);
      expect(told).toEqual(empty.map(({ sessionId }) => sessionId));
    });
  });

  test("lets a recruiter alone ask nothing of a craft, unless the plan names it", () => {
    holds((asked, set) => {
      for (const [index, { seats = [], competencies: named = [] }] of asked.sessions.entries()) {
        if (seats.length === 0 || seats.some(({ role }) => role !== "recruiter")) continue;
        const crafts = set.sessions[index]?.competencies.filter(
          ({ id }) =>
            !named.includes(id) &&
            bank.competencies.find((one) => one.id === id)?.families !== "all",
        );
        expect(crafts).toEqual([]);
      }
    });
  });

  test("is the same whenever it is composed", () => {
    holds((asked, set) => {
      expect(composeQuestionSet(structuredClone(asked))).toEqual(set);
    });
  });
});
