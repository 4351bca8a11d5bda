import { describe, expect, test } from "vitest";
import { templateWire } from "../../../sandbox/lever/wire.ts";
import { buildWorld } from "../../../sandbox/worlds/build.ts";
import { loadFile } from "../../../src/plans/files.ts";
import type { SessionRule } from "../../../src/domain/plan.ts";
import { composeQuestionSet } from "../../../src/questions/compose.ts";
import {
  type ComposeRequest,
  FeedbackForm,
  type SessionToFill,
} from "../../../src/questions/compose-request.ts";
import { QuestionSet } from "../../../src/questions/question-set.ts";

const world = buildWorld({ seed: 1, now: Temporal.Instant.from("2026-11-02T09:00:00Z") });
const { plans } = loadFile("plans/sandbox.yaml");

const asSession = ({ id, name, durationMinutes, agenda, places }: SessionRule): SessionToFill => ({
  id,
  name,
  durationMinutes,
  ...(agenda !== undefined && { agenda }),
  seats: places
    .filter(({ room }) => room === undefined)
    .map(({ role }) => (role === undefined ? {} : { role })),
});

const sessionsOf = (planId: string): SessionToFill[] =>
  plans
    .filter(({ plan }) => plan.id === planId)
    .flatMap(({ plan }) => plan.sessions.map(asSession));

const onsite = sessionsOf("platform-onsite");
const screen = sessionsOf("phone-screen");

/** As Lever gives it, by way of the sandbox. */
const form = FeedbackForm.parse(templateWire({ id: "t1", text: "Technical interview" }));

const requestFor = (title: string, sessions = screen): ComposeRequest => ({
  title,
  jobText: world.postings.find((posting) => posting.title === title)?.description ?? "",
  sessions,
  feedbackForm: form,
});

const codes = ({ findings }: QuestionSet): string[] => findings.map(({ code }) => code);
const idsIn = (set: QuestionSet): string[][] =>
  set.sessions.map(({ competencies }) => competencies.map(({ id }) => id));

describe("a question set for the onsite of a backend engineer", () => {
  const set = composeQuestionSet(requestFor("Backend Engineer", onsite));

  test("gives each session what its name and agenda speak of, and its panel can judge", () => {
    const [coding, design, running, together, manager] = idsIn(set);
    expect(coding).toContain("coding");
    expect(design).toContain("system_design");
    expect(running).toContain("reliability");
    expect(together).toEqual(expect.arrayContaining(["collaboration", "communication"]));
    expect(manager).toContain("ownership");
    expect(together).not.toContain("coding");
  });

  test("is a set by its own schema, with every line of it filled", () => {
    expect(QuestionSet.parse(set)).toEqual(set);
    for (const { questions } of set.sessions) {
      expect(questions.length).toBeGreaterThanOrEqual(2);
      for (const question of questions) {
        expect(question).toMatchObject({ origin: "bank" });
        expect(question.why.length).toBeGreaterThanOrEqual(2);
      }
    }
  });

  test("rates answers on the form's own scale, upwards, though the form has it downwards", () => {
    const [line1, line2, line3, line4] = set.sessions[0]?.questions[0]?.rubric ?? [];
    expect([line1, line2, line3, line4].map((line) => line?.label)).toEqual([
      "1 - Strong No Hire",
      "2 - No Hire",
      "3 - Hire",
      "4 - Strong Hire",
    ]);
    expect(line2?.shows).toBe(`Some of this, not all: ${line3?.shows}`);
    expect(codes(set)).not.toContain("form_without_scale");
  });

  test("says why each competency is there", () => {
    const [coding] = set.sessions[0]?.competencies ?? [];
    expect(coding?.why).toEqual([
      "Engineering roles are asked about it.",
      'The title points to it: "backend".',
      'The plan points to it: "coding".',
      'The job text names it once: "backend".',
      "No other session asks about it.",
    ]);
  });

  test("asks for the level, which the posting does not say", () => {
    expect(set.level).toMatchObject({ value: "mid", from: "assumed" });
    expect(codes(set)).toEqual(["level_unclear"]);
  });

  test("is the same again, and changes only where its input does", () => {
    const again = requestFor("Backend Engineer", onsite);
    expect(composeQuestionSet(again)).toEqual(set);
    const chatty = { ...again, jobText: `${again.jobText} Our office has a roof garden.` };
    expect(composeQuestionSet(chatty)).toEqual(set);
    const { feedbackForm: _, ...withoutForm } = again;
    const plain = composeQuestionSet(withoutForm);
    expect(idsIn(plain)).toEqual(idsIn(set));
    expect(plain.sessions[0]?.questions[0]?.rubric.map(({ label }) => label)).toEqual([
      "Weak",
      "Good",
      "Strong",
    ]);
  });
});

describe("question sets for the company's postings", () => {
  test.each(world.postings.map(({ title }) => title))("cover the phone screen of a %s", (title) => {
    const set = QuestionSet.parse(composeQuestionSet(requestFor(title)));
    const [session] = set.sessions;
    expect(session?.competencies.length).toBeGreaterThanOrEqual(3);
    expect(session?.minutes.spare).toBeLessThan(9);
    expect(set.family.value).not.toBeNull();
    // One session of 45 minutes has no room for all that matters: what is left out is said.
    expect(codes(set)).toEqual(["level_unclear", "competency_not_asked"]);
  });

  test.each([
    ["Site Reliability Engineer", "coding"],
    ["Product Manager", "product_sense"],
    ["Product Designer", "design_craft"],
    ["Data Scientist", "data_analysis"],
    ["Data Engineer", "data_engineering"],
    ["Support Engineer", "support_craft"],
  ])("ask a %s about %s", (title, craft) => {
    expect(idsIn(composeQuestionSet(requestFor(title))).flat()).toContain(craft);
  });
});

describe("what a plan names", () => {
  const named = (...competencies: string[]): SessionToFill => ({
    id: "talk",
    name: "Talk",
    durationMinutes: 60,
    competencies,
  });

  test("is asked in that session and in no other, by id, name or a word of it", () => {
    const sessions = [named("security", "Writing software", "Kubernetes"), ...screen];
    const set = composeQuestionSet(requestFor("Backend Engineer", sessions));
    const [talk, others] = idsIn(set);
    expect(talk).toEqual(["security", "coding", "reliability"]);
    expect(others).not.toContain("coding");
    expect(set.sessions[0]?.competencies[0]?.why[0]).toBe("The plan names it for this session.");
  });

  test("may be the craft of another family", () => {
    const set = composeQuestionSet(requestFor("Backend Engineer", [named("sales_craft")]));
    expect(set.sessions[0]?.questions).toHaveLength(3);
  });

  test("and is not known is told with the nearest names, and the session is filled as if it named nothing", () => {
    const set = composeQuestionSet(requestFor("Backend Engineer", [named("comunication")]));
    const [finding] = set.findings.filter(({ code }) => code === "competency_unknown");
    expect(finding).toMatchObject({ sessionId: "talk" });
    expect(finding?.competencies?.[0]).toBe("communication");
    expect(set.sessions[0]?.questions.length).toBeGreaterThan(0);
  });

  test("twice is asked once, and told", () => {
    const sessions = [
      named("coding"),
      { ...named("coding", "security"), id: "second", name: "Two" },
    ];
    const set = composeQuestionSet(requestFor("Backend Engineer", sessions));
    expect(idsIn(set)).toEqual([["coding"], ["security"]]);
    expect(set.findings).toContainEqual(
      expect.objectContaining({ code: "competency_named_twice", sessionId: "second" }),
    );
  });

  test("and for which there is no time is told", () => {
    const short = { ...named("coding", "security", "system_design"), durationMinutes: 30 };
    const set = composeQuestionSet(requestFor("Backend Engineer", [short]));
    expect(idsIn(set)).toEqual([["coding", "security"]]);
    expect(set.findings).toContainEqual(
      expect.objectContaining({ code: "competency_not_asked", competencies: ["system_design"] }),
    );
  });
});

describe("what cannot be done well", () => {
  test("is said of a posting without text", () => {
    const set = composeQuestionSet({ ...requestFor("Senior Nurse"), jobText: " <p></p> " });
    expect(codes(set)[0]).toBe("job_text_empty");
    expect(idsIn(set)[0]).toContain("patient_care");
    expect(set.level).toMatchObject({ value: "senior", from: "title" });
  });

  test("is said of a text in which nothing is known, and of a job of no known kind", () => {
    const foreign = {
      ...requestFor("Mitarbeiter"),
      jobText: "Wir suchen dich. Bewirb dich jetzt.",
    };
    const set = composeQuestionSet(foreign);
    expect(codes(set)).toEqual(
      expect.arrayContaining(["job_text_silent", "family_unclear", "level_unclear"]),
    );
    expect(idsIn(set)[0]).toContain("problem_solving");
  });

  test("is said of a session without time, and of one in which nobody can judge what is left", () => {
    const quarter: SessionToFill = { id: "q", name: "Hello", durationMinutes: 15 };
    const set = composeQuestionSet({
      ...requestFor("Backend Engineer"),
      level: "senior",
      sessions: [quarter],
    });
    expect(set.findings).toContainEqual(
      expect.objectContaining({
        code: "time_too_short",
        says: expect.stringContaining("has 5 minutes for questions, and the shortest takes"),
      }),
    );
    const long = { durationMinutes: 480, name: "Hello" };
    const many = Array.from({ length: 12 }, (_, index) => ({ ...long, id: `s${index}` }));
    const spread = composeQuestionSet({
      ...requestFor("Mitarbeiter"),
      level: "senior",
      sessions: many,
    });
    expect(codes(spread)).toContain("session_without_questions");
  });

  test.each([
    ["no options", [], "form_without_scale", undefined],
    ["one option", ["Rating"], "form_without_scale", undefined],
    ["words of no direction", ["Red", "Green"], "scale_unclear", undefined],
    ["words, downwards", ["Excellent", "Good", "Poor"], undefined, ["Poor", "Good", "Excellent"]],
    ["words, upwards", ["Not yet", "Yes"], undefined, ["Not yet", "Yes"]],
    ["numbers", ["5", "4", "3", "2", "1"], undefined, ["1", "2", "3", "4", "5"]],
  ])("is said of a form with %s", (_, options, code, labels) => {
    const fields = [{ type: "score-system", options: options.map((text) => ({ text })) }];
    const set = QuestionSet.parse(
      composeQuestionSet({
        ...requestFor("Backend Engineer"),
        feedbackForm: { text: "F", fields },
      }),
    );
    expect(codes(set).includes(code ?? "no finding")).toBe(code !== undefined);
    expect(set.sessions[0]?.questions[0]?.rubric.map(({ label }) => label)).toEqual(
      labels ?? ["Weak", "Good", "Strong"],
    );
  });

  test("is said once for all sessions of one form, and a session's own form comes first", () => {
    const withOwn = onsite.map((session, index) =>
      index === 0 ? { ...session, feedbackForm: form } : session,
    );
    const bare = { text: "Bare", fields: [] };
    const set = composeQuestionSet({
      ...requestFor("Backend Engineer", withOwn),
      feedbackForm: bare,
    });
    const about = set.findings.filter(({ code }) => code === "form_without_scale");
    expect(about).toHaveLength(1);
    expect(about[0]?.says).toBe(
      'The feedback form "Bare" has no scale: answers in "System Design", "Running it", "Working together", "Hiring manager" are rated weak, good or strong.',
    );
    expect(set.sessions[0]?.questions[0]?.rubric).toHaveLength(4);
  });

  test("is refused where it is no request at all", () => {
    const twice = [...screen, ...screen];
    expect(() => composeQuestionSet(requestFor("Backend Engineer", twice))).toThrow(
      expect.objectContaining({ code: "input_invalid", fault: "caller" }),
    );
    const endless = { ...requestFor("Backend Engineer"), jobText: "x".repeat(100_001) };
    expect(() => composeQuestionSet(endless)).toThrow("jobText");
  });
});

describe("an edited set", () => {
  const set = composeQuestionSet(requestFor("Backend Engineer", onsite));
  const [asked] = set.sessions.flatMap(({ questions }) => questions);
  if (asked === undefined) throw new Error("The set asks nothing.");
  const edited = { ...asked, origin: "edited" as const, text: "What did you build?" };

  test("is kept as it was edited", () => {
    const sessions = set.sessions.map((session, index) =>
      index === 0 ? { ...session, questions: [edited] } : session,
    );
    const kept = { ...set, sessions };
    expect(QuestionSet.parse(structuredClone(kept))).toEqual(kept);
  });

  test("is refused when a question is asked twice", () => {
    const doubled = set.sessions.map((session) => ({
      ...session,
      questions: [...session.questions.filter(({ id }) => id !== edited.id), edited],
    }));
    expect(QuestionSet.safeParse({ ...set, sessions: doubled }).error?.message).toContain(
      `has the question ${edited.id} twice`,
    );
  });
});
