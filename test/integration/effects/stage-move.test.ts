/** The stage move against a Lever on loopback: sent once, looked up, and refused when what it rests on is otherwise by now. */
import { expect, it } from "vitest";
import { judgeRound } from "../../../agents/feedback/stage-rule.ts";
import type { CaseRecord } from "../../../src/cases/records.ts";
import { createManualClock } from "../../../src/clock.ts";
import { CaseId, OpportunityId, StageId } from "../../../src/domain/ids.ts";
import type { LeverReader } from "../../../src/lever/port.ts";
import { createLog } from "../../../src/log.ts";
import type { ToolContext } from "../../../tools/context.ts";
import type { RuleInForce } from "../../../src/cases/stage-rule.ts";
import type { StageRule } from "../../../src/domain/plan.ts";
import { MoveStage } from "../../../src/domain/stage-move.ts";
import type { EffectContext } from "../../../src/effects/kind.ts";
import { createStageMove } from "../../../src/effects/kinds/stage-move.ts";
import type { MissedInterview } from "../../../src/feedback/seats.ts";
import { openLeverClient } from "../../support/lever-client.ts";
import { type Received, openLoopbackServer } from "../../support/loopback-server.ts";

const NOW = Temporal.Instant.from("2026-11-23T12:00:00Z");
const HANDED_IN = NOW.subtract({ minutes: 30 });
const PAYLOAD = MoveStage.parse({
  kind: "move_stage",
  version: 1,
  opportunityId: "opp",
  postingId: "post",
  stageId: "screen",
  performAs: "rec",
  caseId: "case_1",
  postingTitle: "Engineer",
  stageName: "Phone Screen",
  planId: "phone-screen",
  to: { id: "onsite", name: "Onsite" },
  scores: [
    {
      field: "Rating",
      atLeast: 3,
      of: 4,
      given: [{ form: "feedback/f1", given: "3 - Hire", place: 3 }],
    },
  ],
  forms: [
    { id: "feedback/f1", name: "Ann", session: "Screen", at: HANDED_IN.toString(), counts: true },
  ],
});

const RULE: StageRule = {
  when: "all_forms_in",
  scores: [{ field: "Rating", atLeast: 3 }],
  moveTo: "Onsite",
};
const SCALE = ["4 - Strong Hire", "3 - Hire", "2 - No Hire", "1 - Strong No Hire"];
const rated = (value: string) => [
  {
    id: "rating",
    type: "score-system",
    text: "Rating",
    value,
    options: SCALE.map((text, index) => ({ text, optionId: String(index) })),
  },
];

const interview = {
  id: "i1",
  date: NOW.subtract({ hours: 2 }).epochMilliseconds,
  duration: 60,
  feedbackTemplate: "tpl",
  interviewers: [{ id: "ann" }],
};
const form = {
  id: "f1",
  type: "interview",
  text: "Form",
  baseTemplateId: "tpl",
  user: "ann",
  panel: "p1",
  interview: "i1",
  fields: rated("3 - Hire"),
  createdAt: HANDED_IN.epochMilliseconds,
  completedAt: HANDED_IN.epochMilliseconds,
  deletedAt: null,
};
const LEVER = {
  opportunity: {
    id: "opp",
    contact: "c1",
    name: "Ada",
    emails: ["ada@example.test"],
    stage: "screen",
    stageChanges: [
      { toStageId: "lead-new", updatedAt: NOW.subtract({ hours: 90 }).epochMilliseconds },
      { toStageId: "screen", updatedAt: NOW.subtract({ hours: 80 }).epochMilliseconds },
    ] as { toStageId: string; updatedAt?: number }[],
    applications: [{ id: "a1", posting: "post" }],
    archived: null as { reason: string; archivedAt: number } | null,
    confidentiality: "non-confidential",
  },
  stages: [
    { id: "lead-new", text: "New lead" },
    { id: "screen", text: "Phone Screen" },
    { id: "onsite", text: "Onsite" },
  ],
  panels: [{ id: "p1", stage: "screen", interviews: [interview] }],
  forms: [form],
};
type Lever = typeof LEVER;

// What the one step is given is what any step is given; it uses nothing else of it.
const CONTEXT = { startedAt: NOW } as EffectContext;

/** As Lever has it then. */
const movedTo = (
  opportunity: Lever["opportunity"],
  stage: string,
  at: Temporal.Instant,
): Lever["opportunity"] => {
  const change = { toStageId: stage, updatedAt: at.epochMilliseconds };
  return { ...opportunity, stage, stageChanges: [...opportunity.stageChanges, change] };
};

const against = async (
  change: Partial<Lever>,
  use: (
    step: ReturnType<ReturnType<typeof createStageMove>>,
    received: Received[],
    reader: LeverReader,
  ) => Promise<void>,
  {
    onMove = "answers",
    missed = [],
    ruled = { isOn: true, rule: RULE },
  }: { onMove?: "answers" | "cut"; missed?: MissedInterview[]; ruled?: RuleInForce } = {},
): Promise<void> => {
  const lever: Lever = { ...LEVER, ...change };
  await using server = await openLoopbackServer(({ method, path }) => {
    if (method === "PUT") {
      lever.opportunity = movedTo(lever.opportunity, "onsite", NOW.add({ seconds: 1 }));
      return onMove === "cut" ? "cut" : { body: { data: { ...lever.opportunity, name: "" } } };
    }
    if (path === "/opportunities/opp") return { body: { data: lever.opportunity } };
    if (path === "/postings/post") return { body: { data: { id: "post", text: "Engineer" } } };
    if (path === "/stages") return { body: { data: lever.stages } };
    if (path.endsWith("/panels")) return { body: { data: lever.panels } };
    if (path.endsWith("/feedback")) return { body: { data: lever.forms } };
    if (path === "/users") return { body: { data: [] } };
    return { status: 404, body: { code: "ResourceNotFound", message: path } };
  });
  const { reader, writer } = openLeverClient(server.url);
  const clock = createManualClock(NOW);
  const missedOf = async () => await Promise.resolve(missed);
  const ruleOf = async () => await Promise.resolve(ruled);
  await use(
    createStageMove({ clock, missedOf, ruleOf, lever: { writer, fresh: reader } })(PAYLOAD),
    server.received,
    reader,
  );
};

const CASE = {
  id: CaseId.parse("case_1"),
  opportunityId: OpportunityId.parse("opp"),
  stageId: StageId.parse("screen"),
  stageName: "Phone Screen",
};

/** What a rule is judged with: Lever, the clock, and which interviews were missed: none. */
const toolsFor = (lever: LeverReader): ToolContext => ({
  ...(Object.freeze({}) as ToolContext),
  lever,
  clock: createManualClock(NOW),
  cases: {
    ...(Object.freeze({}) as ToolContext["cases"]),
    missedInterviews: async () => await Promise.resolve([]),
  },
  caller: { kind: "agent", name: "feedback", mayPropose: false },
  signal: AbortSignal.timeout(300_000),
  log: createLog({ level: "silent" }),
});

const puts = (received: Received[]) => received.filter(({ method }) => method !== "GET");

it("moves once, in the name of whom the proposal says, by the stage's id", async () => {
  await against({}, async (step, received) => {
    expect(await step.probe(CONTEXT)).toEqual({ outcome: "absent" });
    const ref = { fromStageId: "screen", toStageId: "onsite" };
    expect(await step.send(CONTEXT)).toEqual(ref);
    expect(puts(received)).toMatchObject([
      {
        method: "PUT",
        path: "/opportunities/opp/stage",
        body: JSON.stringify({ stage: "onsite" }),
      },
    ]);
    expect(puts(received)[0]?.query.get("perform_as")).toBe("rec");
    expect(await step.probe(CONTEXT)).toEqual({ outcome: "done", ref });
  });
});

it("is looked up when its answer was lost", async () => {
  await against(
    {},
    async (step) => {
      await expect(step.send(CONTEXT)).rejects.toMatchObject({ code: "outcome_unknown" });
      expect(await step.probe(CONTEXT)).toMatchObject({ outcome: "done" });
    },
    { onMove: "cut" },
  );
});

const ADA = LEVER.opportunity;
const went = (...stages: [stage: string, minutes: number][]): typeof ADA =>
  stages.reduce((ada, [stage, minutes]) => movedTo(ada, stage, NOW.add({ minutes })), ADA);
const WHERE: [what: string, opportunity: typeof ADA, outcome: string][] = [
  ["where they were", ADA, "absent"],
  ["moved", went(["onsite", 1]), "done"],
  ["moved, and back", went(["onsite", 1], ["screen", 2]), "done"],
  ["moved, and on", went(["onsite", 1], ["lead-new", 2]), "done"],
  ["elsewhere", went(["lead-new", 1]), "unknowable"],
  ["elsewhere and back", went(["lead-new", 1], ["screen", 2]), "unknowable"],
  ["back since long before", went(["onsite", -300], ["screen", -200]), "absent"],
  ["where they were as far as Lever tells", { ...ADA, stageChanges: [] }, "unknowable"],
  ["there since nobody knows", { ...ADA, stageChanges: [{ toStageId: "screen" }] }, "unknowable"],
];

it.each(WHERE)("knows of a candidate who is %s", async (_, opportunity, outcome) => {
  await against({ opportunity }, async (step) => {
    expect(await step.probe(CONTEXT)).toMatchObject({ outcome });
  });
});

const CHANGES: [what: string, change: Partial<Lever>, words: RegExp][] = [
  [
    "the candidate has moved",
    { opportunity: { ...LEVER.opportunity, stage: "onsite" } },
    /at another stage/,
  ],
  [
    "the candidacy is archived",
    { opportunity: { ...LEVER.opportunity, archived: { reason: "r", archivedAt: 1 } } },
    /archived/,
  ],
  [
    "the candidacy is confidential",
    { opportunity: { ...LEVER.opportunity, confidentiality: "confidential" } },
    /confidential/,
  ],
  ["the stage is gone", { stages: LEVER.stages.slice(0, 2) }, /no such stage/],
  ["the stage comes before now", { stages: LEVER.stages.toReversed() }, /does not come after/],
  ["the form is gone", { forms: [] }, /to be handed in/],
  [
    "the form was changed",
    { forms: [{ ...form, completedAt: NOW.epochMilliseconds }] },
    /changed, opened again or added/,
  ],
  [
    "another form came in",
    { forms: [form, { ...form, id: "f2" }] },
    /changed, opened again or added/,
  ],
  [
    "somebody else interviews by now",
    {
      panels: [
        { id: "p1", stage: "screen", interviews: [interview] },
        {
          id: "p2",
          stage: "screen",
          interviews: [{ ...interview, id: "i2", interviewers: [{ id: "bob" }] }],
        },
      ],
    },
    /to be handed in/,
  ],
  [
    "an interview is still to come",
    {
      panels: [
        {
          id: "p1",
          stage: "screen",
          interviews: [{ ...interview, date: NOW.add({ hours: 1 }).epochMilliseconds }],
        },
      ],
    },
    /to be handed in/,
  ],
];

it.each(CHANGES)("moves nobody when %s", async (_, change, words) => {
  await against(change, async (step, received) => {
    await expect(step.send(CONTEXT)).rejects.toMatchObject({
      code: "stale_proposal",
      message: expect.stringMatching(words),
    });
    expect(puts(received)).toEqual([]);
  });
});

const otherRule = (change: Partial<StageRule>): RuleInForce => ({
  isOn: true,
  rule: { ...RULE, ...change },
});
const RULES: [what: string, ruled: RuleInForce, words: RegExp][] = [
  ["evaluative features are off", { isOn: false, rule: RULE }, /switched off by now/],
  ["the rule is gone", { isOn: true, rule: null }, /has no rule any more/],
  ["the rule moves elsewhere", otherRule({ moveTo: "New lead" }), /moves to another stage/],
  [
    "the rule asks for more",
    otherRule({ scores: [{ field: "Rating", atLeast: 4 }] }),
    /do not give what the rule of the plan asks for/,
  ],
  [
    "the rule asks for less than was approved",
    otherRule({ scores: [{ field: "Rating", atLeast: 2 }] }),
    /something else by now/,
  ],
  [
    "the rule asks for a rating that no form has",
    otherRule({ scores: [{ field: "Coding", atLeast: 1 }] }),
    /do not give what the rule/,
  ],
];

it.each(RULES)("moves nobody when %s", async (_, ruled, words) => {
  await against(
    {},
    async (step, received) => {
      await expect(step.send(CONTEXT)).rejects.toMatchObject({
        code: "stale_proposal",
        message: expect.stringMatching(words),
      });
      expect(puts(received)).toEqual([]);
    },
    { ruled },
  );
});

it("judges the forms anew, whatever Lever says of when they were touched", async () => {
  const given: [rating: string, words: RegExp][] = [
    ["2 - No Hire", /do not give what the rule/],
    ["4 - Strong Hire", /give something else than was approved/],
  ];
  for (const [rating, words] of given) {
    await against({ forms: [{ ...form, fields: rated(rating) }] }, async (step, received) => {
      const thrown = await step.send(CONTEXT).catch((reason: unknown) => reason);
      expect(thrown).toMatchObject({ message: expect.stringMatching(words) });
      // What somebody gave is told to nobody who may not read it.
      expect(String(thrown)).not.toContain("Hire");
      expect(puts(received)).toEqual([]);
    });
  }
});

it("is proposed without words of a form that carry a link, markup or an order, and with its figures", async () => {
  const options = ["4 - Yes <b>x</b> https://evil.example", ...SCALE.slice(1)];
  const worded = options.map((text) => ({ text, optionId: text }));
  const fields = rated(options[0] ?? "").map((field) => ({ ...field, options: worded }));
  const panels = [
    { id: "p1", stage: "screen", interviews: [{ ...interview, subject: "See www.evil.example" }] },
  ];
  await against({ forms: [{ ...form, fields }], panels }, async (_step, _received, reader) => {
    const { proposal } = await judgeRound(
      {
        case_: { ...(Object.freeze({}) as CaseRecord), ...CASE },
        plan: { id: "phone-screen", stageRule: RULE },
        performAs: "rec",
      },
      toolsFor(reader),
    );
    expect(JSON.stringify(proposal)).not.toMatch(/evil|<b>/);
    expect(proposal?.payload).toMatchObject({
      scores: [{ given: [{ given: "an answer that is not shown", place: 4 }] }],
      forms: [{ session: "an interview whose name is not shown" }],
    });
    const said = proposal?.context.evidence.map(({ what }) => what).join(" ");
    expect(said).toMatch(/One answer is not shown: .*One name of an interview is not shown/);
  });
});

it("waits for no form of an interview that was missed, and takes none of it for a new one", async () => {
  const startsAt = NOW.subtract({ hours: 30 });
  const first = {
    id: "p0",
    stage: "screen",
    interviews: [{ ...interview, id: "m1", date: startsAt.epochMilliseconds }],
  };
  const wrote = { ...form, id: "f0", user: "bob", panel: "p0", interview: "m1" };
  const change = { panels: [first, ...LEVER.panels], forms: [form, wrote] };
  await against(change, async (step) => {
    await expect(step.send(CONTEXT)).rejects.toMatchObject({ code: "stale_proposal" });
  });
  const missed = [{ panelId: "p0", startsAt }];
  await against(
    change,
    async (step, received) => {
      await step.send(CONTEXT);
      expect(puts(received)).toHaveLength(1);
    },
    { missed },
  );
});
