/** A reminder of feedback as it leaves: Lever is asked once more, and whatever has come of the form meanwhile counts. */
import { expect, it } from "vitest";
import { createManualClock } from "../../../src/clock.ts";
import { OpportunityId, StageId, UserId } from "../../../src/domain/ids.ts";
import { type NudgeFeedback, noRoomIn, renderNudge } from "../../../src/domain/nudge.ts";
import type { EffectContext } from "../../../src/effects/kind.ts";
import { createNudgeSteps } from "../../../src/effects/kinds/nudge.ts";
import type { MissedInterview } from "../../../src/feedback/seats.ts";
import type { Mail } from "../../../src/messaging/port.ts";
import { openLeverClient } from "../../support/lever-client.ts";
import { type Received, type Reply, openLoopbackServer } from "../../support/loopback-server.ts";

const ENDED = Temporal.Instant.from("2026-11-23T10:00:00Z");
const NOW = ENDED.add({ hours: 1 });

const NUDGE: NudgeFeedback = {
  kind: "nudge_feedback",
  version: 1,
  opportunityId: OpportunityId.parse("opp"),
  stageId: StageId.parse("onsite"),
  caseId: "case_1",
  says: "reminder",
  number: 1,
  most: 5,
  until: NOW.add({ hours: 6 }).toString(),
  owed: {
    interviewId: "i1",
    userId: UserId.parse("ann"),
    name: "Ann Lee",
    form: "Technical interview",
    session: "Technical panel",
    startsAt: ENDED.subtract({ hours: 1 }).toString(),
    endsAt: ENDED.toString(),
    zone: "Europe/Berlin",
  },
  to: [
    { userId: UserId.parse("ann"), email: "ann@example.test", name: "Ann Lee", channel: "mail" },
  ],
  note: null,
  candidateName: "Ada Lovelace",
  postingTitle: "Engineer",
  stageName: "Onsite",
  formUrl: "https://lever.example/candidates/opp",
  companyName: "Example",
  questions: [
    {
      competency: "Systems",
      text: "Tell me about a system that you built.",
      shows: [{ label: "strong", shows: "Names what was traded, and tells @bob why." }],
    },
  ],
};

const INTERVIEW = {
  id: "i1",
  date: ENDED.subtract({ hours: 1 }).epochMilliseconds,
  duration: 60,
  feedbackTemplate: "tpl",
  interviewers: [{ id: "ann" }],
};
const formOf = (id: string, interview: string | null) => ({
  id,
  type: "interview",
  text: "Form",
  baseTemplateId: "tpl",
  user: "ann",
  panel: interview === null ? null : "p1",
  interview,
  fields: [],
  createdAt: ENDED.epochMilliseconds,
  completedAt: ENDED.epochMilliseconds,
  deletedAt: null,
});
const PERSON = {
  id: "ann",
  name: "Ann Lee",
  email: "ann@example.test",
  username: "ann",
  deactivatedAt: null as number | null,
};
const world = () => ({
  panel: { feedbackReminder: "none", canceledAt: null as number | null },
  interview: INTERVIEW as object,
  forms: [] as object[],
  person: PERSON as object,
  opportunity: {} as object,
  missed: [] as MissedInterview[],
  now: NOW,
});
type World = ReturnType<typeof world>;

/** What leaves of it in such a world. */
const leave = async (given: Partial<World> = {}, nudge: NudgeFeedback = NUDGE) => {
  const { panel, interview, forms, person, opportunity, missed, now } = { ...world(), ...given };
  const mails: Mail[] = [];
  const notes: object[] = [];
  await using server = await openLoopbackServer(({ path, method, body }: Received): Reply => {
    const list = (data: unknown) => ({ body: { data } });
    if (path.includes("/notes") && method === "POST") {
      notes.push(JSON.parse(body) as object);
      return { body: { data: { noteId: "n1" } } };
    }
    if (path.endsWith("/notes")) return list([]);
    if (path.endsWith("/panels")) {
      return list([{ id: "p1", stage: "onsite", ...panel, interviews: [interview] }]);
    }
    if (path.endsWith("/feedback")) return list(forms);
    if (path.startsWith("/users")) return list([person]);
    return { body: { data: { ...OPPORTUNITY, ...opportunity } } };
  });
  const { reader, writer } = openLeverClient(server.url);
  const steps = createNudgeSteps({
    clock: createManualClock(now),
    missedOf: async () => await Promise.resolve(missed),
    lever: { reader, writer, fresh: reader },
    chat: { slack: null },
    mailer: {
      send: async (mail, handOver) => {
        await handOver?.();
        mails.push(mail);
        return { messageId: mail.messageId, response: "ok" };
      },
    },
    messageIdDomain: "convene.test",
  })(nudge);
  const refused: string[] = [];
  for (const step of steps) {
    try {
      await step.send(CONTEXT);
    } catch (thrown) {
      refused.push(thrown instanceof Error ? thrown.message : "");
    }
  }
  return { mails, notes, refused };
};

const CONTEXT: EffectContext = {
  effectId: "ef_1",
  proposalId: "pr_1",
  caseId: "case_1",
  earlier: {},
  lease: { opportunityId: OpportunityId.parse("opp"), fence: 1, owner: "test" },
  signal: new AbortController().signal,
  recorded: null,
  messagesBefore: 0,
  startedAt: null,
  isHandedOver: false,
  handOver: async () => await Promise.resolve(),
};

const OPPORTUNITY = {
  id: "opp",
  name: "Ada Lovelace",
  contact: "contact",
  emails: ["ada@example.test"],
  stage: "onsite",
  applications: [],
  owner: "rec",
  archived: null,
  confidentiality: "non-confidential",
};

it("goes out with the questions, the way to the form, and nobody else's name on it", async () => {
  const { mails, refused } = await leave();
  expect(refused).toEqual([]);
  const [mail, ...more] = mails;
  expect(more).toEqual([]);
  expect(mail).toMatchObject({
    to: { email: "ann@example.test", name: "Ann Lee" },
    subject: "Your feedback, please: Ada Lovelace, Technical panel (Engineer).",
    messageId: "<ef_1@convene.test>",
  });
  for (const words of [
    "Monday 23 November 2026, 10:00–11:00 (Berlin time)",
    "The form: Technical interview.",
    "1. Tell me about a system that you built. (Systems)",
    "strong: Names what was traded",
    "https://lever.example/candidates/opp",
  ]) {
    expect(mail?.text).toContain(words);
  }
});

it("says where the form is, with no link that leads nowhere, where Lever gives no address of the page", async () => {
  const nowhere = { ...NUDGE, formUrl: "" };
  const { mails, refused } = await leave({}, nowhere);
  expect(refused).toEqual([]);
  expect(mails[0]?.text).toContain("It is handed in on the candidate's page in Lever.");
  expect(mails[0]?.text).not.toContain("Hand it in, in Lever");
  expect(renderNudge(nowhere).links).toEqual([]);
  expect(renderNudge(NUDGE).links).toEqual([{ label: "Hand it in, in Lever", url: NUDGE.formUrl }]);
});

it.each<[string, Partial<World>, RegExp]>([
  ["the form came in", { forms: [formOf("f1", "i1")] }, /^The form is in meanwhile/],
  [
    "two forms came in by the same person",
    { forms: [formOf("f1", "i1"), formOf("f2", "i1")] },
    /^The form is in meanwhile/,
  ],
  [
    "the interview was moved",
    { interview: { ...INTERVIEW, date: ENDED.epochMilliseconds }, now: NOW.add({ minutes: 1 }) },
    /^The interview was moved/,
  ],
  [
    "the interview was cancelled before it began",
    { panel: { feedbackReminder: "none", canceledAt: INTERVIEW.date - 1 } },
    /^The interview was moved, cancelled/,
  ],
  ["the interview is gone", { interview: { ...INTERVIEW, id: "i2" } }, /^The interview was moved/],
  [
    "somebody else took it",
    { interview: { ...INTERVIEW, interviewers: [{ id: "bob" }] } },
    /given to others meanwhile/,
  ],
  [
    "whoever owes it was deactivated",
    { person: { ...PERSON, deactivatedAt: ENDED.epochMilliseconds } },
    /is not waited for any more/,
  ],
  [
    "Lever reminds of it by now",
    { panel: { feedbackReminder: "daily", canceledAt: null } },
    /^Lever itself reminds/,
  ],
  [
    "the candidacy became confidential",
    { opportunity: { confidentiality: "confidential" } },
    /is confidential in Lever by now/,
  ],
  [
    "the candidacy was archived",
    { opportunity: { archived: { archivedAt: ENDED.epochMilliseconds, reason: "r" } } },
    /is archived in Lever by now/,
  ],
  [
    "the candidate did not come, as somebody has said since",
    {
      missed: [{ panelId: "p1", startsAt: Temporal.Instant.fromEpochMilliseconds(INTERVIEW.date) }],
    },
    /^The candidate did not come/,
  ],
  ["the day is over", { now: NOW.add({ hours: 7 }) }, /too late on that day/],
])("stays when %s", async (_, given, wanted) => {
  const { mails, refused } = await leave(given);
  expect(mails).toEqual([]);
  expect(refused).toEqual([expect.stringMatching(wanted)]);
});

it.each<[string, Partial<World>]>([
  ["is of an interview that we do not know", { forms: [formOf("f1", "elsewhere")] }],
  ["was filled in by hand, for no interview", { forms: [formOf("f1", null)] }],
  ["was deleted", { forms: [{ ...formOf("f1", "i1"), deletedAt: ENDED.epochMilliseconds }] }],
])("goes out when the only form %s", async (_, given) => {
  expect((await leave(given)).mails).toHaveLength(1);
});

it("is a note in Lever that wakes up whoever owes the form, and nobody else", async () => {
  const note = { performAs: UserId.parse("rec"), username: "ann" };
  const { notes, mails } = await leave({}, { ...NUDGE, to: [], note });
  expect(mails).toEqual([]);
  const said = JSON.stringify(notes);
  expect(notes).toHaveLength(1);
  expect(said).toContain("@ann Your feedback, please");
  expect(said).toContain("1. Tell me about a system that you built. (Systems)");
  expect(said).toContain("strong: Names what was traded, and tells (at) bob why.");
  expect(said.match(/@/g)).toHaveLength(1);
});

it("tells all questions and what each answer shows, and knows where they have no room", async () => {
  const long = Array.from({ length: 40 }, (_, index) => ({
    competency: "Systems",
    text: `Question ${index}: ${"why ".repeat(140)}end`,
    shows: [{ label: "strong", shows: `${"because ".repeat(160)}end of ${index}` }],
  }));
  const asks = (count: number): NudgeFeedback => ({ ...NUDGE, questions: long.slice(0, count) });
  const [mail] = (await leave({}, asks(40))).mails;
  for (const { text, shows } of asks(40).questions) {
    expect(mail?.text).toContain(text);
    expect(mail?.text).toContain(shows[0]?.shows);
  }
  const note = { performAs: UserId.parse("rec"), username: "ann" };
  const inSlack = NUDGE.to.map((one) => ({ ...one, channel: "slack" as const }));
  const inLever = (count: number): NudgeFeedback => ({ ...asks(count), to: [], note });
  expect([asks(40), { ...asks(6), to: inSlack }, inLever(7)].map(noRoomIn)).toEqual([
    null,
    null,
    null,
  ]);
  expect(noRoomIn({ ...asks(40), to: inSlack })).toBe("Slack");
  expect(noRoomIn(inLever(40))).toBe("a note in Lever");
});

it("tells the recruiter and the hiring manager who owes it, and how often they were reminded", async () => {
  const to = ["rec", "mia"].map((id) => ({
    userId: UserId.parse(id),
    email: `${id}@example.test`,
    name: id,
    channel: "mail" as const,
  }));
  const overdue = { ...NUDGE, says: "overdue" as const, number: 5, to, questions: [] };
  const { mails } = await leave({}, overdue);
  expect(mails.map((mail) => mail.to.email)).toEqual(["rec@example.test", "mia@example.test"]);
  expect(mails[0]?.subject).toBe(
    "Feedback by Ann Lee is still missing: Ada Lovelace, Technical panel (Engineer).",
  );
  expect(mails[0]?.text).toContain("Ann Lee was reminded 5 times, and is not reminded any more.");
});
