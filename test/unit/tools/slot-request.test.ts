import { expect, test } from "vitest";
import { NO_PREFERENCES } from "../../../src/domain/preferences.ts";
import { InterviewPlan } from "../../../src/domain/plan.ts";
import type { SchedulingContext } from "../../../tools/scheduling-context.ts";
import { toLoopRequest, toSlotRequest } from "../../../tools/slot-request.ts";

const INES = "ines@acme.test";
const NOW = "2026-11-23T09:00:00Z";

const contextOf = (rules: object, changes: Partial<SchedulingContext> = {}): SchedulingContext => {
  const plan = InterviewPlan.parse({
    id: "talk",
    match: { stages: ["Phone Screen"] },
    sessions: [
      { id: "talk", name: "Talk", durationMinutes: 30, places: [{ role: "hiring_manager" }] },
    ],
    rules,
  });
  const [rule] = plan.sessions;
  if (!rule) throw new Error("a plan without a session");
  return {
    opportunity: {
      id: "opportunity",
      contactId: "contact",
      name: { quoted: "Ada", writtenBy: "candidate_or_third_party" },
      email: "ada@candidate.test",
      stageId: "stage",
      stageName: "Phone Screen",
      postingId: "posting",
      ownerId: null,
      followerIds: [],
      applicationIds: [],
      archived: false,
      contactAllowed: true,
      linkedIn: null,
      refusedLinkedIn: null,
      applicationZone: "UTC",
      url: null,
    },
    posting: {
      id: "posting",
      title: "Engineer",
      team: null,
      location: null,
      country: null,
      description: { quoted: "", writtenBy: "candidate_or_third_party" },
      hiringManagerId: null,
      ownerId: null,
      url: null,
    },
    plan,
    sessions: [
      { rule, places: [{ label: "named", key: true, choices: [INES] }], feedbackTemplateId: null },
    ],
    candidate: {
      email: "ada@candidate.test",
      zone: "UTC",
      zoneSource: "application",
      windows: null,
    },
    people: [{ userId: "ines", name: "Ines", email: INES }],
    leftOut: [],
    availability: [
      {
        email: INES,
        readable: true,
        reason: null,
        zone: "Europe/Lisbon",
        service: null,
        blocks: [],
        readAt: NOW,
      },
    ],
    held: [],
    horizon: { from: NOW, to: "2026-11-28T00:00:00Z" },
    performAs: "owner",
    now: NOW,
    ...changes,
  };
};

const requestOf = (context: SchedulingContext) => {
  const [session] = context.sessions;
  if (!session) throw new Error("a plan without a session");
  return toSlotRequest(context, session, { wantedStart: null });
};
const ines = (context: SchedulingContext) => requestOf(context).people[INES];

test("weights of a plan go to the engine, for one session and for several, and none when it names none", () => {
  const context = contextOf({ weights: { load_balance: 40, earliness: 0 } });
  expect(requestOf(context).weights).toEqual({ load_balance: 40, earliness: 0 });
  expect(toLoopRequest(context).weights).toEqual({ load_balance: 40, earliness: 0 });
  expect(requestOf(contextOf({}))).not.toHaveProperty("weights");
});

test("a buffer of each side goes to everybody, and the longer of each counts beside their own", () => {
  const rules = { bufferMinutes: { before: 5, after: 15 } };
  expect(ines(contextOf(rules))?.bufferMinutes).toEqual({ before: 5, after: 15 });
  const own = { ...NO_PREFERENCES, bufferMinutes: 10 };
  expect(ines(contextOf(rules, { preferences: { [INES]: own } }))?.bufferMinutes).toEqual({
    before: 10,
    after: 15,
  });
});

test("what is owed and which days are off is told of each person", () => {
  const told = contextOf(
    {},
    {
      owed: { [INES]: 1.5 },
      daysOff: { [INES]: [{ date: "2026-11-26", name: "Thanksgiving Day" }] },
    },
  );
  const person = ines(told);
  expect(person?.owed).toBe(1.5);
  expect(person?.daysOff?.map(({ date, name }) => [String(date), name])).toEqual([
    ["2026-11-26", "Thanksgiving Day"],
  ]);
  expect(ines(contextOf({}))).toMatchObject({ owed: 0, daysOff: [] });
});
