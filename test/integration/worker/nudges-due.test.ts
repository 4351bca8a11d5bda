/** When reminders of feedback are asked for: by hours, calendar and plan, each number of them once. */
import pino from "pino";
import { beforeEach, expect, it } from "vitest";
import { listForms, mirrorOwed } from "../../../src/cases/feedback-owed.ts";
import { createManualClock } from "../../../src/clock.ts";
import type { Database } from "../../../src/db/port.ts";
import type { CalendarReading } from "../../../src/domain/calendar.ts";
import { UserId } from "../../../src/domain/ids.ts";
import type { FeedbackRule, InterviewPlan } from "../../../src/domain/plan.ts";
import { NO_PREFERENCES } from "../../../src/domain/preferences.ts";
import { silenceOf } from "../../../src/feedback/no-nudge.ts";
import { owedForms } from "../../../src/feedback/owed.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { changePreferences } from "../../../src/people/preferences-store.ts";
import { setPaused } from "../../../src/policy/store.ts";
import { askForNudges } from "../../../src/worker/nudges-due.ts";
import { describeEachDatabase } from "../../support/database.ts";
import { form, interview, panel, person } from "../../support/feedback-worlds.ts";

/** A Monday; in Berlin eleven o'clock. */
const ENDED = Temporal.Instant.from("2026-11-23T10:00:00Z");
const ANN = UserId.parse("ann");

describeEachDatabase("reminders of feedback", (open) => {
  let database: Database;
  let clock: ReturnType<typeof createManualClock>;
  let feedback: FeedbackRule;
  let calendar: (email: string) => CalendarReading;
  let people: ReturnType<typeof person>[];
  beforeEach(async () => {
    database = await open();
    clock = createManualClock(ENDED);
    feedback = {};
    people = [person("ann")];
    calendar = readable([]);
    await openCase("case_1", "onsite");
    await mirror();
  });

  const openCase = async (id: string, stage: string) =>
    await database.query(
      `insert into cases (id, opportunity_id, stage_id, stage_name, posting_title, candidate, status, mode,
         next_step, created_at, updated_at)
       values ($1, 'opp', $2, 'Onsite', 'Engineer', 'cand', 'booked', 'assisted', '', $3, $3)`,
      [id, stage, clock.now().toString()],
    );
  const readable =
    (blocks: [from: string, to: string][]) =>
    (email: string): CalendarReading => ({
      email,
      readable: true,
      zone: "Europe/Berlin",
      blocks: blocks.map(([start, end]) => ({
        start: Temporal.Instant.from(start),
        end: Temporal.Instant.from(end),
        kind: "out_of_office",
      })),
      readAt: clock.now(),
    });
  const mirror = async ({ moved = 0, leverReminds = false, isIn = false } = {}) => {
    const startsAt = ENDED.add({ hours: moved - 1 });
    const talk = { ...interview("i1", startsAt, { seats: [{ who: "ann" }] }), leverReminds };
    const panels = [panel("p1", { interviews: [talk] })];
    const forms = isIn ? [form("ann", { interviewId: "i1", panelId: "p1" })] : [];
    const owed = owedForms({ panels, forms, users: people, missed: [], now: clock.now() });
    await database.transaction(
      async (tx) => await mirrorOwed(tx, { opportunityId: "opp", forms: owed }),
    );
  };
  const round = async () =>
    await askForNudges({
      database,
      clock,
      log: pino({ level: "silent" }),
      ids: randomIds,
      queue: { sendAll: async () => await Promise.resolve() },
      lever: { listUsers: async () => await Promise.resolve(people) },
      calendar: { readBusy: async (emails) => await Promise.resolve(emails.map(calendar)) },
      plans: { all: async () => await Promise.resolve([{ ...PLAN, feedback }]) },
      companyZone: "UTC",
    });
  const at = async (local: string) => {
    clock.set(Temporal.PlainDateTime.from(local).toZonedDateTime("Europe/Berlin").toInstant());
    await round();
  };
  const pause = async (paused: boolean) =>
    await database.transaction(
      async (tx) => await setPaused(tx, clock, { paused, by: "admin", correlationId: "c" }),
    );
  const asked = async () =>
    (
      await database.query<{ data: Record<string, string> }>(
        "select data from inbox where kind = 'nudge_due' order by seq",
      )
    ).map(({ data }) => `${data["says"]} ${data["number"]} in ${data["caseId"]}`);
  const only = async () => {
    const [one] = await listForms(database, { limit: 2 });
    if (!one) throw new Error("nothing is owed");
    return one;
  };
  const silence = async () => silenceOf(await only());
  const next = async () =>
    (await only()).nudgeNextAt?.toZonedDateTimeISO("Europe/Berlin").toPlainDateTime().toString();

  it("are asked for once an hour after the interview, then each morning, and at last whoever waits is told", async () => {
    feedback = { mostReminders: 2 };
    await round();
    expect(await next()).toBe("2026-11-23T12:00:00");
    await at("2026-11-23T11:59");
    expect(await asked()).toEqual([]);
    await at("2026-11-23T12:00");
    expect(await asked()).toEqual(["reminder 1 in case_1"]);
    await round();
    expect(await next()).toBe("2026-11-24T09:00:00");
    await at("2026-11-24T09:00");
    await at("2026-11-25T09:00");
    for (const day of ["2026-11-26T09:00", "2026-11-27T09:00"]) await at(day);
    expect(await asked()).toEqual([
      "reminder 1 in case_1",
      "reminder 2 in case_1",
      "overdue 2 in case_1",
    ]);
    expect(await silence()).toBe("told");
  });

  it("are asked for by one of two who look at once", async () => {
    await at("2026-11-23T10:00");
    clock.set(ENDED.add({ hours: 2 }));
    await Promise.all([round(), round()]);
    expect(await asked()).toHaveLength(1);
  });

  it("end as soon as the form is in, and go on where they were when it is opened again", async () => {
    await at("2026-11-23T12:00");
    await mirror({ isIn: true });
    await at("2026-11-24T09:00");
    expect(await asked()).toEqual(["reminder 1 in case_1"]);
    await mirror();
    await at("2026-11-25T09:00");
    expect(await asked()).toEqual(["reminder 1 in case_1", "reminder 2 in case_1"]);
  });

  it("begin anew for an interview that was moved, and are none while it is to come", async () => {
    await at("2026-11-23T12:00");
    await mirror({ moved: 24 });
    await at("2026-11-24T09:00");
    expect(await asked()).toHaveLength(1);
    clock.set(ENDED.add({ hours: 24 }));
    await mirror({ moved: 24 });
    await at("2026-11-24T12:00");
    expect(await asked()).toEqual(["reminder 1 in case_1", "reminder 1 in case_1"]);
  });

  it("wait while somebody is out of office, as their calendar is when the time has come", async () => {
    await round();
    calendar = readable([["2026-11-23T00:00:00Z", "2026-11-26T00:00:00Z"]]);
    await at("2026-11-23T12:00");
    expect(await asked()).toEqual([]);
    expect(await next()).toBe("2026-11-26T09:00:00");
  });

  it("keep to what somebody has set: hours, a break, holidays, a journey", async () => {
    const set = async (change: Partial<typeof NO_PREFERENCES>, basedOn: number) => {
      const preferences = { ...NO_PREFERENCES, ...change };
      const by = { by: "ann", correlationId: "c" };
      await changePreferences(database, clock, { userId: ANN, preferences, basedOn, ...by });
      await database.query("update feedback_owed set nudge_next_at = null");
      await round();
      return await next();
    };
    expect(await set({ hours: { tue: [{ start: "14:00", end: "16:00" }] } }, 0)).toBe(
      "2026-11-24T14:00:00",
    );
    expect(await set({ pausedUntil: "2026-11-26" }, 1)).toBe("2026-11-26T09:00:00");
    const away = { from: "2026-11-23", until: "2026-11-24", zone: "Asia/Tokyo", hours: null };
    expect(await set({ stays: [away] }, 2)).toBe("2026-11-24T01:00:00");
    clock.set(Temporal.Instant.from("2026-12-24T20:00:00Z"));
    expect(await set({ holidays: "DE-BE" }, 3)).toBe("2026-12-28T09:00:00");
  });

  it.each([
    ["a calendar that cannot be read", { readable: false }, "2026-11-23T12:00:00"],
    ["a calendar's own hours", { hours: [8 * 60, 10 * 60] }, "2026-11-24T08:00:00"],
  ] as const)("go by %s", async (_, told, wanted) => {
    calendar = (email) => {
      const whole = readable([])(email);
      if ("readable" in told) {
        return { email, readable: false, reason: "denied", readAt: clock.now() };
      }
      const day = [{ startMinute: told.hours[0], endMinute: told.hours[1] }];
      return { ...whole, hours: { zone: "Europe/Berlin", days: { 1: day, 2: day } } };
    };
    await round();
    expect(await next()).toBe(wanted);
  });

  it("are none where Lever reminds, the plan says so, or nothing is coordinated, and that is told", async () => {
    await mirror({ leverReminds: true });
    await at("2026-11-23T13:00");
    expect(await silence()).toBe("lever");
    await mirror();
    feedback = { reminders: "lever" };
    await round();
    expect(await silence()).toBe("plan_lever");
    feedback = { reminders: "off" };
    await at("2026-11-23T19:00");
    expect(await silence()).toBe("plan_off");
    expect(await asked()).toEqual([]);
    // The plan says otherwise since.
    feedback = {};
    await at("2026-11-24T10:00");
    expect(await asked()).toHaveLength(1);
    people = [];
    await at("2026-11-25T10:00");
    expect(await silence()).toBe("unknown_person");
    await database.query("update cases set closed_at = now()");
    expect(await silence()).toBe("closed");
    await database.query("update feedback_owed set case_id = null");
    expect(await silence()).toBe("no_case");
  });

  it("go on in the case of the stage that the candidate has moved on to", async () => {
    await openCase("case_2", "final");
    await database.query("update cases set closed_at = now() where id = 'case_1'");
    await at("2026-11-23T12:00");
    expect(await asked()).toEqual(["reminder 1 in case_2"]);
  });

  it("are none while everything is paused, and count none of those days", async () => {
    await pause(true);
    await at("2026-11-23T12:00");
    await at("2026-11-24T12:00");
    expect(await asked()).toEqual([]);
    await pause(false);
    await at("2026-11-25T10:00");
    expect(await asked()).toEqual(["reminder 1 in case_1"]);
  });

  it("are none of a candidacy that is over, or for few eyes", async () => {
    for (const change of ["in_lever = 'archived'", "in_lever = 'active', is_confidential = true"]) {
      await database.query(`update cases set ${change}`);
      await at("2026-11-23T12:00");
    }
    expect(await asked()).toEqual([]);
  });

  it("are worked out later when a calendar does not answer, and keep nobody else waiting", async () => {
    calendar = () => {
      throw new Error("the calendar is away");
    };
    await at("2026-11-23T12:00");
    expect(await silence()).toBe("unread");
    calendar = readable([]);
    await at("2026-11-23T12:29");
    expect(await asked()).toEqual([]);
    await at("2026-11-23T12:30");
    expect(await asked()).toHaveLength(1);
  });
});

const PLAN: InterviewPlan = {
  id: "onsite",
  match: { stages: ["Onsite"] },
  sessions: [
    { id: "talk", name: "Talk", durationMinutes: 60, places: [{ role: "hiring_manager" }] },
  ],
};
