/** A candidate goes through the stages of a posting: nobody asks them what was asked before. */
import { describe, expect, test } from "vitest";
import { buildWorld } from "../../../sandbox/worlds/build.ts";
import { PostingId } from "../../../src/domain/ids.ts";
import type { InterviewPlan } from "../../../src/domain/plan.ts";
import { quote } from "../../../src/domain/quoted.ts";
import type { Posting } from "../../../src/lever/port.ts";
import { loadFile } from "../../../src/plans/files.ts";
import { askedAtOtherStages } from "../../../src/question-sets/asked-elsewhere.ts";
import { type KeptVersion, NOTHING_KEPT } from "../../../src/question-sets/kept.ts";
import { plansInOrder } from "../../../src/question-sets/plan-for-posting.ts";
import { requestWithoutForms } from "../../../src/question-sets/request-for.ts";
import { composeQuestionSet } from "../../../src/questions/compose.ts";
import type { QuestionSet } from "../../../src/questions/question-set.ts";
import { questionBank } from "../../../src/questions/read-bank.ts";

const world = buildWorld({ seed: 1, now: Temporal.Instant.from("2026-11-02T09:00:00Z") });
const plans = loadFile("plans/sandbox.yaml").plans.map(({ plan }) => plan);
const { stages } = world;
const postings = world.postings.map(({ id, title, team, description }): Posting => ({
  id: PostingId.parse(id),
  title,
  team,
  department: null,
  location: null,
  country: null,
  ownerId: null,
  hiringManagerId: null,
  confidential: false,
  description: quote(description, { system: "lever", ref: `posting/${id}#description` }),
  requisitionCodes: [],
  url: null,
}));

type Kept = ReadonlyMap<string, KeptVersion>;
const NONE: Kept = new Map();

const inOrderFor = (posting: Posting): InterviewPlan[] => plansInOrder({ posting, plans, stages });

const composeFor = (posting: Posting, plan: InterviewPlan, keptOf: Kept = NONE): QuestionSet => {
  const asked = askedAtOtherStages({ plan, posting, inOrder: inOrderFor(posting), keptOf });
  return composeQuestionSet({
    ...requestWithoutForms({ plan, posting }),
    askedElsewhere: Object.fromEntries(asked),
  });
};

const idsIn = ({ sessions }: QuestionSet): string[] =>
  sessions.flatMap(({ questions }) => questions.map(({ id }) => id));

const platform = postings.find(({ team }) => team === "Platform");
const planOf = (id: string): InterviewPlan => {
  const plan = plans.find((one) => one.id === id);
  if (!plan) throw new Error(`the sandbox has no plan ${id}`);
  return plan;
};

describe("the stages of a posting", () => {
  test.each(postings.map((posting) => ({ posting, title: posting.title })))(
    "ask no question twice: $title",
    ({ posting }) => {
      const inOrder = inOrderFor(posting);
      expect(inOrder.length).toBeGreaterThan(1);
      const sets = inOrder.map((plan) => composeFor(posting, plan));
      const ids = sets.flatMap(idsIn);
      expect(ids.length - new Set(ids).size).toBe(0);
      for (const { sessions, findings } of sets) {
        expect(sessions.every(({ questions }) => questions.length > 0)).toBe(true);
        expect(findings.map(({ code }) => code)).not.toContain("question_asked_elsewhere");
      }
    },
  );

  test("have their turn in the order of Lever's stages, however the plans are written", () => {
    if (!platform) throw new Error("the sandbox has no posting of Platform");
    const ids = ["phone-screen", "platform-technical-panel", "platform-onsite", "final-round"];
    const inOrder = inOrderFor(platform).map(({ id }) => id);
    const placeOf = (id: string): number =>
      stages.findIndex(({ text }) => planOf(id).match.stages.includes(text));
    expect(inOrder).toEqual(ids.toSorted((one, two) => placeOf(one) - placeOf(two)));
    const turned = plansInOrder({ posting: platform, plans: plans.toReversed(), stages });
    expect(turned.map(({ id }) => id)).toEqual(inOrder);
  });

  test("go by the plan that applies: one that another stands in for asks nobody", () => {
    if (!platform) throw new Error("the sandbox has no posting of Platform");
    const own = { ...planOf("phone-screen"), id: "own" };
    const special = { ...own, match: { ...own.match, teams: ["Platform"] } };
    const all = [...plans, special];
    const inOrder = plansInOrder({ posting: platform, plans: all, stages });
    expect(inOrder.map(({ id }) => id)).toContain("own");
    expect(inOrder.map(({ id }) => id)).not.toContain("phone-screen");
    const asked = (plan: InterviewPlan) =>
      askedAtOtherStages({ plan, posting: platform, inOrder, keptOf: NONE });
    expect([...asked(own).keys()]).toEqual([]);
    // What stands in its place is no reason to ask something else.
    expect([...asked(planOf("phone-screen")).keys()]).toEqual([]);
    expect(asked(planOf("final-round")).size).toBeGreaterThan(0);
  });

  test("make way for what a person keeps, at whichever stage", () => {
    if (!platform) throw new Error("the sandbox has no posting of Platform");
    const first = planOf("phone-screen");
    const before = composeFor(platform, first);
    // Somebody keeps for the last stage what the first would ask.
    const keptOf: Kept = new Map([["final-round", { ...NOTHING_KEPT, version: 1, set: before }]]);
    const after = idsIn(composeFor(platform, first, keptOf));
    expect(after.length).toBeGreaterThan(0);
    expect(after.filter((id) => idsIn(before).includes(id))).toEqual([]);
  });
});

describe("a set that cannot help asking again", () => {
  const bank = questionBank();
  const session = {
    id: "one",
    name: "First talk",
    durationMinutes: 60,
    competencies: ["ownership"],
  };
  const request = {
    title: "Backend Engineer",
    jobText: "",
    level: "mid" as const,
    sessions: [session],
  };
  const all = bank.questionsOf.get("ownership") ?? [];
  const askedElsewhere = (ids: readonly string[]): Record<string, string> =>
    Object.fromEntries(ids.map((id) => [id, "“Phone Screen”"]));

  test("takes those of a level beside it first, and says why", () => {
    const ofLevel = all.filter(({ levels }) => levels.includes("mid")).map(({ id }) => id);
    const set = composeQuestionSet({ ...request, askedElsewhere: askedElsewhere(ofLevel) });
    const [first] = set.sessions[0]?.questions ?? [];
    expect(ofLevel).not.toContain(first?.id);
    expect(first?.why).toContain("It is of a level beside mid: other stages ask those of mid.");
    expect(set.findings.map(({ code }) => code)).not.toContain("question_asked_elsewhere");
  });

  test("asks one again when nothing else is left, no deeper, and says where it is asked", () => {
    const set = composeQuestionSet({
      ...request,
      askedElsewhere: askedElsewhere(all.map(({ id }) => id)),
    });
    expect(set.sessions[0]?.questions).toHaveLength(1);
    const found = set.findings.find(({ code }) => code === "question_asked_elsewhere");
    expect(found).toMatchObject({ sessionId: "one", competencies: ["ownership"] });
    expect(found?.says).toContain("“Phone Screen” asks it too");
  });
});
