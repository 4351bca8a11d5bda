/** Figures of six weeks out of the books, held against the same worked out anew from what happened, by other ways. */
import { beforeAll, expect, it } from "vitest";
import { listFirstOfferRows } from "../../../src/cases/first-offer-rows.ts";
import {
  listAttendedRows,
  listBookingRows,
  listChangeRows,
  listFeedbackRows,
  listSeatRows,
} from "../../../src/cases/insight-rows.ts";
import type { Database } from "../../../src/db/port.ts";
import { randomIds } from "../../../src/identifiers.ts";
import { attendanceOf } from "../../../src/insights/attendance.ts";
import { type Insights, insightsOf } from "../../../src/insights/insights.ts";
import { createInterviewHistory } from "../../../src/people/interview-history.ts";
import { listInterviews } from "../../../src/people/load.ts";
import { parseKeyring } from "../../../src/privacy/keyring.ts";
import { createTexts } from "../../../src/privacy/texts.ts";
import { describeOneDatabase } from "../../support/database.ts";
import { type Story, insertStories, storiesBefore } from "../../support/insight-history.ts";

const NOW = Temporal.Instant.from("2026-11-23T12:00:00Z");
const PERIOD = { from: NOW.subtract({ hours: 42 * 24 }), to: NOW };
const PEOPLE = Array.from({ length: 9 }, (_, index) => `person${index}@company.test`);

const isIn = (at: Temporal.Instant): boolean =>
  at.epochMilliseconds >= PERIOD.from.epochMilliseconds &&
  at.epochMilliseconds < PERIOD.to.epochMilliseconds;
const minutes = (from: Temporal.Instant, to: Temporal.Instant): number =>
  (to.epochMilliseconds - from.epochMilliseconds) / 60_000;
/** The middle one, or between the two in the middle. */
const middle = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? NaN) + (sorted[Math.floor(half)] ?? NaN)) / 2;
};
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

const outOf = ({ openedAt, minutesToOut }: Story): Temporal.Instant =>
  openedAt.add({ minutes: minutesToOut });
const isMoved = ({ change }: Story): boolean => change !== null && change.minutes !== null;
const isFailedByUs = ({ reason }: Story): boolean =>
  reason === "technical" || reason === "panel_absent";

describeOneDatabase("postgres", "figures of insights", (open) => {
  const stories = storiesBefore(NOW, { count: 160, people: PEOPLE });
  let found: Insights;
  let database: Database;
  beforeAll(async () => {
    database = await open();
    const clock = { now: () => NOW };
    const keyring = parseKeyring(`k:${Buffer.alloc(32, 7).toString("base64")}`);
    const texts = createTexts({ keyring, clock, ids: randomIds });
    await insertStories(stories, { database, texts });
    const scope = { ...PERIOD, team: null, postingId: null };
    found = insightsOf(
      {
        bookings: await listBookingRows(database, scope),
        firstOffers: await listFirstOfferRows(database, scope, texts),
        changes: await listChangeRows(database, scope, texts),
        seats: await listSeatRows(database, scope),
        feedback: await listFeedbackRows(database, scope),
        attended: await listAttendedRows(database, { ...scope, now: NOW }),
      },
      { period: PERIOD, now: NOW, overdueAfterHours: 24 },
    );
  });

  it("have the median time from a stage to the last invitation", () => {
    const own = stories.filter((story) => isIn(outOf(story)));
    expect(own.length).toBeGreaterThan(50);
    const { median, bins } = found.speed;
    expect(median).toMatchObject({ of: own.length });
    expect(median.value).toBeCloseTo(middle(own.map(({ minutesToOut }) => minutesToOut)), 9);
    const underFive = own.filter(({ minutesToOut }) => minutesToOut < 5).length;
    expect(bins[0]).toEqual({ from: 0, to: 5, count: underFive });
    expect(found.touches.perInterview.value).toBe(1);
  });

  it("tell what became of first offers", () => {
    const own = stories.filter((story) => isIn(outOf(story)));
    const changed = own.filter(isMoved).length;
    const missed = own.filter((story) => !isMoved(story) && story.attended === false).length;
    // The last ones are still to come.
    const open_ = own.filter(
      (story) => !isMoved(story) && story.attended !== false && minutes(story.startsAt, NOW) < 60,
    ).length;
    const stood = own.length - changed - missed - open_;
    const unsaid = own.filter(
      (story) => !isMoved(story) && story.attended === null && minutes(story.startsAt, NOW) >= 60,
    ).length;
    expect([changed, missed, stood, unsaid].every((count) => count > 0)).toBe(true);
    expect(found.firstOffers).toMatchObject({
      changed,
      missed,
      stood,
      unsaid,
      unanswered: 0,
      open: open_,
    });
    expect(found.firstOffers.share.value).toBeCloseTo(stood / (own.length - open_), 12);
  });

  it("have declines and the time to repair", () => {
    const changes = stories.flatMap(({ change }) =>
      change && isIn(change.happenedAt) ? [change] : [],
    );
    const repaired = changes.flatMap((change) => change.minutes ?? []);
    expect(found.repairs).toMatchObject({
      repaired: repaired.length,
      left: changes.length - repaired.length,
      open: 0,
      putBack: 0,
    });
    expect(found.repairs.median.value).toBeCloseTo(middle(repaired), 9);
    for (const { cause, count, median } of found.repairs.byCause) {
      const own = changes.filter((change) => change.cause === cause);
      const times = own.flatMap((change) => change.minutes ?? []);
      expect([cause, count, median.of]).toEqual([cause, own.length, times.length]);
      const isEnough = times.length >= 5;
      expect(median.value !== null).toBe(isEnough);
      expect(median.value ?? 0).toBeCloseTo(isEnough ? middle(times) : 0, 9);
    }
    expect(found.repairs.byCause[0]?.count).toBeGreaterThan(5);
  });

  it("share load out over everybody, with the time of missed interviews, and its Gini coefficient", () => {
    const spent = stories.filter(({ reason }) => reason !== "panel_absent");
    const counts = PEOPLE.filter((person) => spent.some(({ panel }) => panel.includes(person))).map(
      (person) =>
        spent.filter(({ panel, startsAt }) => panel.includes(person) && isIn(startsAt)).length,
    );
    expect(found.load.people.map(({ interviews }) => interviews)).toEqual(
      counts.toSorted((a, b) => b - a),
    );
    const apart = sum(counts.flatMap((one) => counts.map((other) => Math.abs(one - other))));
    expect(found.load.gini.value).toBeCloseTo(apart / (2 * counts.length * sum(counts)), 12);
    expect(sum(found.load.people.map(({ hours }) => hours))).toBeCloseTo(sum(counts), 9);
    expect(spent.some(({ attended, startsAt }) => attended === false && isIn(startsAt))).toBe(true);
  });

  it("are told of each person, and shared out by, with the time of missed interviews too", async () => {
    const { from, to } = PERIOD;
    const asked = { emails: PEOPLE, from, to, now: NOW };
    const spent = stories
      .filter(({ reason, startsAt }) => reason !== "panel_absent" && isIn(startsAt))
      .flatMap(({ panel, startsAt }) => panel.map((email) => `${startsAt.toString()} ${email}`));
    const inWords = (rows: readonly { email: string; startsAt: Temporal.Instant }[]): string[] =>
      rows.map(({ email, startsAt }) => `${startsAt.toString()} ${email}`).toSorted();
    expect(inWords(await listInterviews(database, asked))).toEqual(spent.toSorted());
    const held = await createInterviewHistory(database).held(asked);
    expect(inWords(held)).toEqual(spent.toSorted());
  });

  it("tell how soon feedback is in", () => {
    const forms = stories
      .filter(({ attended, startsAt }) => attended !== false && isIn(startsAt.add({ hours: 1 })))
      .flatMap(({ startsAt, feedbackHours }) =>
        feedbackHours.map((hours) => ({ hours, age: minutes(startsAt, NOW) / 60 - 1 })),
      );
    const handedIn = forms.flatMap(({ hours }) => hours ?? []);
    const overdue = forms.filter(({ hours, age }) => hours === null && age >= 24).length;
    expect(found.feedback.overdue).toBe(overdue);
    expect(found.feedback.median.value).toBeCloseTo(middle(handedIn), 3);
    const inTime = handedIn.filter((hours) => hours < 24).length;
    expect(found.feedback.inTime.value).toBeCloseTo(inTime / (handedIn.length + overdue), 9);
  });

  it("tell who did not come, why, and whether it could be seen", () => {
    const over = stories.filter(({ startsAt }) => isIn(startsAt) && minutes(startsAt, NOW) >= 60);
    const said = over.filter((story) => story.attended !== null && !isFailedByUs(story));
    const missed = said.filter(({ attended }) => attended === false);
    const { attendance } = found;
    expect(attendance.missed.value).toBeCloseTo(missed.length / said.length, 12);
    expect([attendance.came, attendance.unknown]).toEqual([
      said.length - missed.length,
      over.filter(({ attended }) => attended === null).length,
    ]);
    for (const { reason, count } of attendance.byReason) {
      const own = over.filter((story) => story.attended === false && story.reason === reason);
      expect([reason, count]).toEqual([reason, own.length]);
    }
    const [confirmed, unconfirmed] = attendance.byCircumstance;
    expect([confirmed?.missed, confirmed?.share.of]).toEqual([
      missed.filter(({ isConfirmed }) => isConfirmed).length,
      said.filter(({ isConfirmed }) => isConfirmed).length,
    ]);
    expect(unconfirmed?.missed).toBe(missed.filter(({ isConfirmed }) => !isConfirmed).length);
    expect(
      attendance.byCircumstance.find(({ circumstance }) => circumstance === "moved")?.share.of,
    ).toBe(said.filter(({ change }) => change !== null).length);
  });

  it("count a day of several interviews as one visit, which the candidate came to if they came to any of it", async () => {
    // Each of them has four more interviews that go as the first did.
    await database.query(
      `insert into attendances (case_id, session_id, starts_at, ends_at, proposal_id, booked_at, moves, attended, reason, said_by, said_at)
       select case_id, 'more' || n, starts_at + make_interval(mins => n), ends_at, proposal_id, booked_at, moves, attended, reason, said_by, said_at
       from attendances, generate_series(1, 4) n`,
    );
    const attendance = async () => {
      const scope = { ...PERIOD, team: null, postingId: null, now: NOW };
      return attendanceOf(await listAttendedRows(database, scope));
    };
    expect(await attendance()).toEqual(found.attendance);
    await database.query(
      "update attendances set attended = true, reason = null where session_id = 'more2' and not attended",
    );
    const came = await attendance();
    expect(came.missed.value).toBe(0);
    expect(came.byReason.map(({ count }) => count)).toEqual(came.byReason.map(() => 0));
    expect(came.came).toBeGreaterThan(found.attendance.came);
    // What kept them from the second was ours, from the third theirs.
    await database.query("update attendances set attended = null, reason = null");
    await database.query(
      "update attendances set attended = false, reason = case session_id when 'screen' then 'technical' else 'no_word' end where session_id in ('screen', 'more3')",
    );
    const missed = await attendance();
    expect(missed.missed.value).toBe(1);
    expect(missed.byReason.filter(({ count }) => count > 0)).toEqual([
      { reason: "no_word", count: missed.missed.of },
    ]);
  });

  it("tell nothing of what was said in a candidacy for few of the same person", async () => {
    const scope = { ...PERIOD, team: null, postingId: null, now: NOW };
    const withNone = async () =>
      (await listAttendedRows(database, scope)).filter(({ hasNoReminders }) => hasNoReminders)
        .length;
    const all = (await listAttendedRows(database, scope)).length;
    await database.query(
      `insert into cases select (jsonb_populate_record(c, jsonb_build_object('id', c.id || ' other', 'opportunity_id', c.id || ' other',
         'is_confidential', true))).* from cases c`,
    );
    await database.query(
      `insert into candidate_answers (id, case_id, kind, made_at, said_at)
       select 'no ' || id, id, 'no_reminders', created_at, created_at - interval '90 days' from cases where is_confidential`,
    );
    expect([all > 50, await withNone()]).toEqual([true, 0]);
    await database.query("update cases set is_confidential = false where id like '% other'");
    expect(await withNone()).toBe(all);
  });
});
