/** The note of a synthesis against a Lever on loopback: left, and refused when the round is otherwise by now. */
import { expect, it } from "vitest";
import type { MissedInterview } from "../../../src/feedback/seats.ts";
import { createManualClock } from "../../../src/clock.ts";
import { PostSynthesis } from "../../../src/domain/synthesis.ts";
import type { EffectContext } from "../../../src/effects/kind.ts";
import { createSynthesisNote } from "../../../src/effects/kinds/synthesis-note.ts";
import { openLeverClient } from "../../support/lever-client.ts";
import { openLoopbackServer } from "../../support/loopback-server.ts";

const NOW = Temporal.Instant.from("2026-11-23T12:00:00Z");
const HANDED_IN = NOW.subtract({ minutes: 30 });
const PAYLOAD = PostSynthesis.parse({
  kind: "post_synthesis",
  version: 1,
  opportunityId: "opp",
  postingId: "post",
  stageId: "screen",
  performAs: "rec",
  caseId: "case_1",
  postingTitle: "Engineer",
  stageName: "Phone Screen",
  missing: [],
  forms: [
    {
      id: "feedback/f1",
      userId: "ann",
      name: "Ann",
      session: "Screen",
      title: "Form",
      at: HANDED_IN.toString(),
      text: "",
    },
  ],
  topics: [],
  overall: [],
  notes: [],
  quotes: [],
  notCovered: [],
  questions: [],
  findings: [],
  leftOut: [],
  changes: null,
});
const PARTIAL: PostSynthesis = {
  ...PAYLOAD,
  missing: [{ name: "Bob", email: "bob@example.test", session: "Screen" }],
};

const interview = {
  id: "i1",
  date: NOW.subtract({ hours: 2 }).epochMilliseconds,
  duration: 60,
  feedbackTemplate: "tpl",
  interviewers: [{ id: "ann" }],
};
const panelOfBob = (stage: string | null, change = {}) => ({
  id: "p2",
  stage,
  interviews: [{ ...interview, id: "i2", interviewers: [{ id: "bob" }], ...change }],
});
const form = {
  id: "f1",
  type: "interview",
  text: "Form",
  baseTemplateId: "tpl",
  user: "ann",
  panel: "p1",
  interview: "i1",
  fields: [],
  createdAt: HANDED_IN.epochMilliseconds,
  completedAt: HANDED_IN.epochMilliseconds,
  deletedAt: null,
};
const bobsForm = { ...form, id: "f2", user: "bob", panel: "p2", interview: "i2" };
const first = { id: "p1", stage: "screen", interviews: [interview] };
const LEVER = { panels: [first as object], forms: [form] };
type Lever = typeof LEVER;

// What a note asks of it is its id.
const CONTEXT = { effectId: "ef_1" } as EffectContext;

const opportunity = {
  id: "opp",
  contact: "c1",
  name: "Ada",
  emails: ["ada@example.test"],
  stage: "screen",
  applications: [{ id: "a1", posting: "post" }],
  archived: null,
  confidentiality: "non-confidential",
};

/** What is sent to Lever, or why nothing is. */
const leave = async (
  payload: PostSynthesis,
  change: Partial<Lever>,
  missed: MissedInterview[] = [],
): Promise<string> => {
  const lever: Lever = { ...LEVER, ...change };
  await using server = await openLoopbackServer(({ method, path }) => {
    if (method === "POST") return { body: { data: { id: "n1", fields: [] } } };
    if (path === "/opportunities/opp") return { body: { data: opportunity } };
    if (path === "/postings/post") return { body: { data: { id: "post", text: "Engineer" } } };
    if (path.endsWith("/panels")) return { body: { data: lever.panels } };
    if (path.endsWith("/feedback")) return { body: { data: lever.forms } };
    if (path === "/users") return { body: { data: [] } };
    return { status: 404, body: { code: "ResourceNotFound", message: path } };
  });
  const { reader, writer } = openLeverClient(server.url);
  const clock = createManualClock(NOW);
  const step = createSynthesisNote({
    clock,
    lever: { reader, writer, fresh: reader },
    missedOf: async () => await Promise.resolve(missed),
  })(payload);
  const words = await step.send(CONTEXT).then(
    () => "left",
    (thrown: unknown) => `${String(Reflect.get(Object(thrown), "code"))}: ${String(thrown)}`,
  );
  const posts = server.received.filter(({ method }) => method === "POST");
  expect(posts).toHaveLength(words === "left" ? 1 : 0);
  return words === "left" ? (posts[0]?.body ?? "") : words;
};

it("is left for all when the round is over, and for few when it is partial", async () => {
  expect(await leave(PAYLOAD, {})).not.toContain('"secret"');
  const half = { panels: [first, panelOfBob("screen")] };
  expect(await leave(PARTIAL, half)).toContain('"secret":true');
});

it("is left for few while somebody of a missed interview has said nothing yet", async () => {
  const startsAt = Temporal.Instant.fromEpochMilliseconds(interview.date);
  const change = { panels: [first, panelOfBob("screen")] };
  expect(await leave(PAYLOAD, change, [{ panelId: "p2", startsAt }])).toContain('"secret":true');
});

it("is left when somebody has handed in twice: the newest counts, and it is known", async () => {
  const older = { ...form, id: "f0", completedAt: HANDED_IN.epochMilliseconds - 60_000 };
  expect(await leave(PAYLOAD, { forms: [older, form] })).toMatch(/"Synthesis of feedback/);
});

const ROUNDS: [what: string, change: Partial<Lever>, words: RegExp][] = [
  [
    "somebody else interviews by now and owes a form",
    { panels: [first, panelOfBob("screen")] },
    /to be handed in/,
  ],
  [
    "somebody owes one of a panel of which the stage is not said",
    { panels: [first, panelOfBob(null)] },
    /to be handed in/,
  ],
  [
    "an interview without a form is still to come",
    {
      panels: [
        first,
        panelOfBob("screen", {
          date: NOW.add({ hours: 1 }).epochMilliseconds,
          feedbackTemplate: "no-feedback",
        }),
      ],
    },
    /has not ended/,
  ],
  [
    "somebody else has handed in",
    { panels: [first, panelOfBob("screen")], forms: [form, bobsForm] },
    /handed in since/,
  ],
  ["its form is gone", { forms: [] }, /to be handed in/],
  [
    "its form was changed",
    { forms: [{ ...form, completedAt: NOW.epochMilliseconds }] },
    /changed, opened again or deleted/,
  ],
];

it.each(ROUNDS)("is not left when %s", async (_, change, words) => {
  const said = await leave(PAYLOAD, change);
  expect(said).toMatch(/^stale_proposal/);
  expect(said).toMatch(words);
});

it("is not left in part when a form is in that it says is missing", async () => {
  const whole = { panels: [first, panelOfBob("screen")], forms: [form, bobsForm] };
  expect(await leave(PARTIAL, whole)).toMatch(/^stale_proposal.*handed in since/);
});
