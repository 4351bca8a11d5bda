/** Worlds of panels and forms, made up: what tests of who owes feedback, and of who reads it, share. */
import fc from "fast-check";
import { StageId, UserId } from "../../src/domain/ids.ts";
import { quote } from "../../src/domain/quoted.ts";
import type { FeedbackFacts } from "../../src/feedback/owed.ts";
import type { LeverUser, Panel, SubmittedFeedback } from "../../src/lever/port.ts";

export const NOW = Temporal.Instant.from("2026-11-25T12:00:00Z");
export const hours = (count: number): Temporal.Instant => NOW.add({ hours: count });
export const user = (name: string): UserId => UserId.parse(name);

interface Seat {
  who: string;
  form?: string | null;
}
export const interview = (
  id: string,
  startsAt: Temporal.Instant,
  { seats, form = "tpl" }: { seats: readonly Seat[]; form?: string | null },
): Panel["interviews"][number] => ({
  id,
  subject: id,
  startsAt,
  durationMinutes: 60,
  location: "",
  note: quote("", { system: "lever", ref: id }),
  feedbackTemplateId: form,
  leverReminds: true,
  canceledAt: null,
  interviewers: seats.map((seat) => ({
    userId: user(seat.who),
    feedbackTemplateId: seat.form ?? null,
  })),
});

export const panel = (id: string, change: Partial<Panel> = {}): Panel => ({
  id,
  stageId: StageId.parse("onsite"),
  createdAt: hours(-100),
  externallyManaged: true,
  externalUrl: null,
  canceledAt: null,
  note: quote("", { system: "lever", ref: id }),
  interviews: [],
  ...change,
});

export const form = (by: string, change: Partial<SubmittedFeedback> = {}): SubmittedFeedback => ({
  id: `${by}/${change.interviewId ?? "by hand"}`,
  templateId: "tpl",
  title: quote("Form", { system: "lever", ref: "f" }),
  userId: user(by),
  panelId: null,
  interviewId: null,
  completedAt: hours(-1),
  updatedAt: null,
  answers: [],
  ...change,
});

export const person = (id: string, deactivated = false): LeverUser => ({
  id: user(id),
  name: id,
  email: `${id}@example.test`,
  username: id,
  createdAt: null,
  deactivated,
});
export const PEOPLE = ["ann", "bob", "cleo"];

export const factsOf = (change: Partial<FeedbackFacts>): FeedbackFacts => ({
  panels: [],
  forms: [],
  users: PEOPLE.map((id) => person(id)),
  missed: [],
  now: NOW,
  ...change,
});

export const anyWho = fc.constantFrom(...PEOPLE);
const anyTemplate = fc.constantFrom("tpl", "no-feedback", null);
const anyHour = fc.integer({ min: -30, max: 30 });

const anyInterview = (id: string): fc.Arbitrary<Panel["interviews"][number]> =>
  fc
    .record({
      at: anyHour,
      canceledAt: fc.option(fc.integer({ min: -30, max: 0 }).map(hours), { nil: null, freq: 5 }),
      template: anyTemplate,
      seats: fc.uniqueArray(fc.record({ who: anyWho, form: anyTemplate }), {
        selector: ({ who }) => who,
        maxLength: 3,
      }),
    })
    .map(({ at, canceledAt, template, seats }) => ({
      ...interview(id, hours(at), { seats, form: template }),
      canceledAt,
    }));

const anyPanel = (id: string): fc.Arbitrary<Panel> =>
  fc
    .record({
      stageId: fc.constantFrom(StageId.parse("onsite"), StageId.parse("screen"), null),
      createdAt: fc.option(anyHour.map(hours), { nil: null }),
      canceledAt: fc.option(fc.integer({ min: -30, max: 0 }).map(hours), {
        nil: null,
        freq: 3,
      }),
      interviews: fc
        .integer({ min: 0, max: 3 })
        .chain((count) =>
          fc.tuple(...Array.from({ length: count }, (_, n) => anyInterview(`${id}/${n}`))),
        ),
    })
    .map((change) => panel(id, change));

const anyForm: fc.Arbitrary<SubmittedFeedback> = fc
  .record({
    by: anyWho,
    panelId: fc.constantFrom("p0", "p1", "p2", "gone", null),
    interviewId: fc.constantFrom("p0/0", "p0/1", "p1/0", "p1/1", "p2/0", "gone", null),
    completedAt: fc.integer({ min: -30, max: 0 }).map(hours),
    updatedAt: fc.option(fc.integer({ min: -30, max: 0 }).map(hours), { nil: null }),
  })
  .map(({ by, ...change }) => form(by, change));

export const anyFacts: fc.Arbitrary<FeedbackFacts> = fc
  .record({
    panels: fc
      .integer({ min: 0, max: 3 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => anyPanel(`p${n}`)))),
    forms: fc.array(anyForm, { maxLength: 8 }),
    users: fc.constantFrom(
      PEOPLE.map((id) => person(id)),
      PEOPLE.map((id, index) => person(id, index === 0)),
      [],
    ),
  })
  .map(factsOf);

/** Interviews of the panel that the person owes a form for: by Lever's own rule, written again and otherwise. */
export const owedBy = (who: string, one: Panel, facts: FeedbackFacts): string[] => {
  const owed: string[] = [];
  for (const each of one.interviews) {
    const seat = each.interviewers.find(({ userId }) => userId === who);
    const wasCancelled = [one.canceledAt, each.canceledAt].some(
      (at) => at !== null && at.epochMilliseconds <= each.startsAt.epochMilliseconds,
    );
    const template = seat?.feedbackTemplateId ?? each.feedbackTemplateId ?? "no-feedback";
    const handedIn = facts.forms.filter((f) => f.interviewId === each.id && f.userId === who);
    if (seat && !wasCancelled && template !== "no-feedback" && handedIn.length === 0) {
      owed.push(each.id);
    }
  }
  return owed;
};
