/** What people changed of a proposal, field by field. */
import { describe, expect, it } from "vitest";
import { applySynthesisEdit } from "../../../agents/feedback/edit.ts";
import { diffOf } from "../../../src/cases/diff-of.ts";
import { debriefAt } from "../../../src/domain/debrief.ts";
import { aBooking, aLoop, aSession, firstSession } from "../../support/booking.ts";
import { DEBRIEF } from "../../support/debrief.ts";
import { aSynthesis } from "../../support/panel-forms.ts";

const BOOKING = aBooking();
const bookedAt = (changes: Parameters<typeof aSession>[0]) =>
  aBooking({ sessions: [aSession(changes)] });

describe("of a booking", () => {
  it("is nothing when nothing is otherwise, however an instant is written", () => {
    expect(diffOf(BOOKING, BOOKING)).toEqual([]);
    const same = bookedAt({
      startsAt: "2026-11-24T16:00:00+01:00",
      endsAt: "2026-11-24T15:45:00.000Z",
    });
    expect(diffOf(BOOKING, same)).toEqual([]);
  });

  it("names the time, the people and where they meet", () => {
    const { panel } = aSession();
    const after = bookedAt({
      startsAt: "2026-11-25T09:00:00Z",
      endsAt: "2026-11-25T10:00:00Z",
      panel: panel.slice(1),
      organizer: panel[1]?.email ?? "",
      video: "teams",
      room: { email: "room@company.test", name: "Alameda" },
    });
    expect(
      diffOf(BOOKING, after).map(({ field, before, after: now }) => [field, before, now]),
    ).toEqual([
      ["start", "2026-11-24T15:00:00Z", "2026-11-25T09:00:00Z"],
      ["length in minutes", "45", "60"],
      ["people", "Ines Duarte, Jonas Weber", "Jonas Weber"],
      ["room", null, "Alameda"],
      ["video", "Google Meet", "Microsoft Teams"],
      ["calendar of the event", "Ines Duarte", "Jonas Weber"],
    ]);
  });

  it("says which of several interviews it is", () => {
    const loop = aLoop();
    const [first, ...rest] = loop.sessions;
    if (!first) throw new Error("a loop without sessions");
    const others = first.panel.map((one) => ({ ...one, name: "Omar Faye" }));
    const after = { ...loop, sessions: [{ ...first, panel: others }, ...rest] };
    const changes = diffOf(loop, after);
    expect(changes.map(({ field, of }) => [field, of])).toContainEqual(["people", first.name]);
    expect(new Set(changes.map(({ of }) => of))).toEqual(new Set([first.name]));
    expect(
      diffOf(loop, { ...loop, sessions: rest }).map(({ field, of }) => [field, of]),
    ).toContainEqual(["start", first.name]);
  });

  it("has texts word by word, with what was taken out and what was put in", () => {
    const texts = { ...BOOKING.texts, mailSubject: "Your talk {{when}}" };
    const before = aBooking({ texts: { ...texts, mailSubject: "Your interview {{when}}" } });
    expect(diffOf(before, aBooking({ texts }))).toEqual([
      {
        field: "subject of the mail",
        of: null,
        shape: "text",
        before: null,
        after: null,
        parts: [
          { kind: "same", text: "Your " },
          { kind: "removed", text: "interview" },
          { kind: "added", text: "talk" },
          { kind: "same", text: " {{when}}" },
        ],
      },
    ]);
  });

  it("that is cancelled instead says so, and no other time of it", () => {
    const after = {
      ...bookedAt({ startsAt: "2026-11-23T09:00:00Z" }),
      kind: "cancel_booking" as const,
    };
    const before = { ...BOOKING, kind: "change_booking" as const };
    expect(diffOf(before, after)).toMatchObject([
      { field: "what is done", before: "change what is booked", after: "cancel what is booked" },
    ]);
    expect(firstSession(after).startsAt).not.toBe(firstSession(before).startsAt);
  });
});

it("of a debrief is its time", () => {
  const before = DEBRIEF;
  const [other] = before.alternatives;
  const after = debriefAt(before, other?.startsAt ?? "");
  expect(after && diffOf(before, after)).toMatchObject([
    { field: "start", before: before.startsAt, after: other?.startsAt },
  ]);
});

it("of a synthesis is what each edit changed, also what it took back", () => {
  const made = aSynthesis();
  const same = {
    questions: made.questions.map(({ id, text }) => ({ id, text })),
    quotesOut: [] as string[],
    remark: null as string | null,
  };
  const edited = (change: Partial<typeof same>, present = made) =>
    applySynthesisEdit(
      { ...same, ...change },
      { made, present, candidateName: "Ada Example", by: "Ann" },
    );
  const once = edited({ quotesOut: ["quote-2"], remark: "It was a short talk." });
  const told = (changes: ReturnType<typeof diffOf>) =>
    changes.map(({ field, parts }) => [field, ...parts.map(({ kind }) => kind)]);
  expect(told(diffOf(made, once))).toEqual([
    ["quote", "removed"],
    ["remark", "added"],
  ]);
  const twice = edited({ remark: "It was a long talk." }, once);
  expect(told(diffOf(once, twice))).toEqual([
    ["quote", "added"],
    ["remark", "same", "removed", "added", "same"],
  ]);
});

it("of what cannot be edited is nothing", () => {
  expect(diffOf(BOOKING, DEBRIEF)).toEqual([]);
});
