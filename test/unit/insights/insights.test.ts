import { describe, expect, it } from "vitest";
import { insightsOf, type InsightRows } from "../../../src/insights/insights.ts";
import { lastDays, periodOf } from "../../../src/insights/period.ts";
import type {
  AttendedRow,
  BookingRow,
  ChangeRow,
  FirstOfferRow,
  SeatRow,
} from "../../../src/insights/rows.ts";

const at = (text: string): Temporal.Instant => Temporal.Instant.from(`2026-11-${text}:00Z`);
const PERIOD = { from: at("01T00:00"), to: at("30T00:00") };
const NOW = at("29T12:00");

const booking = (minutes: number, changes: Partial<BookingRow> = {}): BookingRow => ({
  caseId: `case ${minutes}`,
  openedAt: at("10T09:00"),
  outAt: at("10T09:00").add({ minutes }),
  interviews: 1,
  touches: 1,
  ...changes,
});
const offer = (changes: Partial<FirstOfferRow> = {}): FirstOfferRow => ({
  caseId: "case",
  kind: "book_interview",
  sentAt: at("10T09:00"),
  until: at("12T09:00"),
  isPicked: false,
  changedAt: null,
  missedAt: null,
  hasCome: false,
  endsAt: at("20T10:00"),
  ...changes,
});
const change = (changes: Partial<ChangeRow> = {}): ChangeRow => ({
  caseId: "case",
  cause: "declined",
  happenedAt: at("10T09:00"),
  status: "done",
  isPutBack: false,
  doneAt: at("10T10:00"),
  ...changes,
});
const seat = (email: string, startsAt: string, minutes = 60): SeatRow => ({
  email,
  startsAt: at(startsAt),
  endsAt: at(startsAt).add({ minutes }),
});
const insights = (rows: Partial<InsightRows>) =>
  insightsOf(
    { bookings: [], firstOffers: [], changes: [], seats: [], feedback: [], attended: [], ...rows },
    { period: PERIOD, now: NOW, overdueAfterHours: 24 },
  );

describe("the time to invitations", () => {
  it("is told by its middle from five on, and by its ninth tenth from ten on", () => {
    // 2, 4, …, 20 minutes: between the fifth and the sixth lies 11; nine tenths at place 8.1: 18 and a tenth of 2.
    const ten = Array.from({ length: 10 }, (_, index) => booking(2 * (index + 1)));
    const { speed } = insights({ bookings: ten });
    expect(speed.median).toEqual({ value: 11, of: 10, needed: 5 });
    expect(speed.p90).toMatchObject({ value: expect.closeTo(18.2, 9), of: 10, needed: 10 });
    expect(speed.bins.map(({ from, count }) => [from, count]).slice(0, 4)).toEqual([
      [0, 2],
      [5, 5],
      [15, 3],
      [60, 0],
    ]);
    const four = insights({ bookings: ten.slice(0, 4) }).speed;
    expect(four.median).toEqual({ value: null, of: 4, needed: 5 });
    expect(insights({ bookings: ten.slice(0, 9) }).speed.p90.value).toBeNull();
  });
});

describe("human touches", () => {
  it("are shared by the interviews of a loop", () => {
    const bookings = [
      booking(1, { interviews: 4, touches: 2 }),
      booking(2, { interviews: 1, touches: 0 }),
      booking(3, { interviews: 1, touches: 7 }),
    ];
    const { touches } = insights({ bookings });
    expect(touches.perInterview).toEqual({ value: 1.5, of: 6, needed: 5 });
    expect(touches.touches).toBe(9);
    expect(touches.bins.map(({ count }) => count)).toEqual([1, 0, 1, 0, 0, 1]);
  });
});

describe("first offers", () => {
  it("stood when nothing was changed until the end; what is still to be seen does not count", () => {
    const firstOffers = [
      offer(),
      offer({ kind: "offer_times", isPicked: true, hasCome: true }),
      offer({ changedAt: at("15T10:00"), hasCome: true }),
      offer({ changedAt: at("15T10:00"), endsAt: null }),
      offer({ kind: "offer_times", endsAt: null }),
      offer({ kind: "offer_times", endsAt: null, until: at("30T09:00") }),
      offer({ endsAt: at("29T12:01") }),
      offer({ endsAt: null }),
    ];
    expect(insights({ firstOffers }).firstOffers).toEqual({
      share: { value: 0.4, of: 5, needed: 5 },
      stood: 2,
      // That the candidate came to the first one nobody has said.
      unsaid: 1,
      changed: 2,
      missed: 0,
      unanswered: 1,
      open: 3,
    });
    expect(insights({ firstOffers: firstOffers.slice(0, 4) }).firstOffers.share.value).toBeNull();
  });

  it("were missed, and are open no more, when an interview of theirs was; what is booked instead has no part in it", () => {
    const missedAt = at("20T09:00");
    const firstOffers = [
      offer({ missedAt }),
      // Booked anew, and that was moved.
      offer({ missedAt, changedAt: at("21T10:00") }),
      // Another interview, asked for later, was moved.
      offer({ changedAt: at("21T10:00") }),
      offer({ missedAt, changedAt: at("19T10:00") }),
      offer({ kind: "offer_times", isPicked: true, missedAt, endsAt: at("30T10:00") }),
    ];
    expect(insights({ firstOffers }).firstOffers).toEqual({
      share: { value: 0.2, of: 5, needed: 5 },
      stood: 1,
      unsaid: 1,
      changed: 1,
      missed: 3,
      unanswered: 0,
      open: 0,
    });
  });
});

describe("repairs", () => {
  it("go on through what expired or was superseded, from when it first happened", () => {
    const changes = [
      change({ status: "expired", doneAt: null }),
      change({ status: "superseded", doneAt: null, happenedAt: at("11T09:00") }),
      change({ happenedAt: at("11T10:00"), doneAt: at("11T11:00") }),
      change({ cause: "candidate", happenedAt: at("15T09:00"), doneAt: at("15T09:30") }),
      change({ caseId: "other", status: "rejected", doneAt: null }),
      change({ caseId: "third", cause: "outside", status: "waiting", doneAt: null }),
    ];
    const { repairs } = insights({ changes });
    expect(repairs).toMatchObject({
      byCause: [
        { cause: "declined", count: 2, median: { value: null, of: 1 } },
        { cause: "candidate", count: 1, median: { value: null, of: 1 } },
        { cause: "outside", count: 1, median: { value: null, of: 0 } },
      ],
      repaired: 2,
      putBack: 0,
      left: 1,
      open: 1,
      median: { value: null, of: 2, needed: 5 },
    });
    // The first one took from 10 November 09:00 to 11 November 11:00.
    const five = Array.from({ length: 5 }, (_, index) => [
      change({ caseId: `c${index}`, status: "expired", doneAt: null }),
      change({ caseId: `c${index}`, happenedAt: at("11T10:00"), doneAt: at("11T11:00") }),
    ]).flat();
    const { median, byCause } = insights({ changes: five }).repairs;
    expect(median.value).toBe(26 * 60);
    expect(byCause[0]?.median.value).toBe(26 * 60);
  });

  it("are none where a booking was only put back as it was, and took no time then", () => {
    const changes = [
      change({ cause: "outside", isPutBack: true }),
      change({ cause: "outside", happenedAt: at("12T09:00"), doneAt: at("12T09:20") }),
    ];
    expect(insights({ changes }).repairs).toMatchObject({
      repaired: 1,
      putBack: 1,
      left: 0,
      open: 0,
      median: { of: 1 },
    });
  });

  it("count in the period in which it happened, whenever it was repaired", () => {
    const before = change({ happenedAt: Temporal.Instant.from("2026-10-31T23:59:00Z") });
    const { repairs } = insights({
      changes: [
        before,
        change({ caseId: "b", doneAt: Temporal.Instant.from("2026-12-03T09:00Z") }),
      ],
    });
    expect(repairs.repaired).toBe(1);
  });
});

describe("load", () => {
  it("counts who interviewed before and does not any more, and says how uneven it is", () => {
    const seats = [
      seat("ada", "05T09:00"),
      seat("ada", "06T09:00", 30),
      seat("ada", "07T09:00"),
      seat("bo", "05T09:00"),
      { ...seat("cy", "05T09:00"), startsAt: at("01T00:00").subtract({ hours: 24 }) },
    ];
    const { load } = insights({ seats });
    expect(load.people).toEqual([
      { email: "ada", interviews: 3, hours: 2.5 },
      { email: "bo", interviews: 1, hours: 1 },
      { email: "cy", interviews: 0, hours: 0 },
    ]);
    // 3, 1, 0: the differences over all pairs sum to 2 · (2 + 3 + 1) = 12, so 12 / (2 · 9 · 4/3) = 0.5.
    expect(load.gini).toEqual({ value: 0.5, of: 3, needed: 3 });
    expect(insights({ seats: seats.slice(0, 4) }).load.gini.value).toBeNull();
  });
});

describe("feedback", () => {
  it("is in time within a day; what has time left says nothing yet", () => {
    const form = (endsAt: string, hours: number | null) => ({
      endsAt: at(endsAt),
      handedInAt: hours === null ? null : at(endsAt).add({ minutes: hours * 60 }),
    });
    const feedback = [
      form("10T10:00", 1),
      form("10T10:00", 23.5),
      form("10T10:00", 24),
      form("10T10:00", 100),
      form("10T10:00", -0.5),
      form("28T12:00", null),
      form("28T12:01", null),
    ];
    const { inTime, overdue, median, bins } = insights({ feedback }).feedback;
    expect(inTime).toEqual({ value: 0.5, of: 6, needed: 5 });
    expect(overdue).toBe(1);
    // 0, 1, 23.5, 24, 100
    expect(median.value).toBe(23.5);
    expect(bins.map(({ count }) => count)).toEqual([2, 1, 1, 0, 1, 0]);
  });
});

describe("attendance", () => {
  const row = (changes: Partial<AttendedRow> = {}): AttendedRow => ({
    attended: true,
    reason: null,
    isConfirmed: false,
    isUnanswered: false,
    hasNoReminders: false,
    moves: 0,
    leadHours: 100,
    ...changes,
  });
  const missed = (changes: Partial<AttendedRow> = {}): AttendedRow =>
    row({ attended: false, ...changes });

  it("is of what somebody has said, and assumes nothing of the rest", () => {
    const attended = [
      row(),
      row({ isConfirmed: true }),
      row(),
      missed({ isConfirmed: true }),
      missed({ reason: "no_word" }),
      missed({ reason: "no_word" }),
      row({ attended: null }),
      row({ attended: null, isConfirmed: true }),
    ];
    const { byReason, ...rest } = insights({ attended }).attendance;
    expect(rest).toMatchObject({ missed: { value: 0.5, of: 6, needed: 5 }, came: 3, unknown: 2 });
    expect(byReason.filter(({ count }) => count > 0)).toEqual([
      { reason: "no_word", count: 2 },
      { reason: null, count: 1 },
    ]);
  });

  it("does not count against candidates what kept them from it, and still tells of it", () => {
    const attended = [
      ...Array.from({ length: 4 }, () => row()),
      missed({ reason: "told_before" }),
      missed({ reason: "panel_absent", isConfirmed: true }),
      missed({ reason: "technical", isConfirmed: true }),
    ];
    const { missed: share, byReason, byCircumstance } = insights({ attended }).attendance;
    expect(share).toEqual({ value: 0.2, of: 5, needed: 5 });
    expect(byReason.map(({ count }) => count)).toEqual([0, 1, 0, 1, 1, 0]);
    expect(byCircumstance[0]).toMatchObject({ circumstance: "confirmed", share: { of: 0 } });
  });

  it("tells how many were missed of those with what was known before", () => {
    const attended = [
      row({ isConfirmed: true, leadHours: 47 }),
      missed({ isUnanswered: true, moves: 2, leadHours: 47.9 }),
      missed({ isUnanswered: true, hasNoReminders: true, leadHours: 48 }),
      ...Array.from({ length: 4 }, () => row({ moves: 1 })),
    ];
    const found = insights({ attended }).attendance.byCircumstance;
    expect(
      found.map(({ circumstance, missed: count, share }) => [circumstance, count, share.of]),
    ).toEqual([
      ["confirmed", 0, 1],
      ["not_confirmed", 2, 6],
      ["unanswered", 2, 2],
      ["no_reminders", 1, 1],
      ["short_notice", 1, 2],
      ["moved", 1, 5],
    ]);
    expect(found.map(({ share }) => share.value)).toEqual([null, 2 / 6, null, null, null, 0.2]);
  });
});

describe("a period", () => {
  it("has whole days, also those on which clocks change", () => {
    const { from, to } = periodOf({ from: "2026-10-25", to: "2026-10-25" }, "Europe/Lisbon");
    expect(from.until(to).total("hours")).toBe(25);
    const spring = periodOf({ from: "2026-03-29", to: "2026-03-29" }, "Europe/Lisbon");
    expect(spring.from.until(spring.to).total("hours")).toBe(23);
  });

  it("is the four weeks that end today by the company's clock, if no other is asked for", () => {
    const late = Temporal.Instant.from("2026-11-24T23:30:00Z");
    expect(lastDays(late, "Asia/Tokyo")).toEqual({ from: "2026-10-29", to: "2026-11-25" });
  });
});
