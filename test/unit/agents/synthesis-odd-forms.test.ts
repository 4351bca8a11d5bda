/** What whoever reads a synthesis is told of forms that are not as they should be: in its note, where the dashboard has it too. */
import { expect, it } from "vitest";
import { draftSynthesis } from "../../../agents/feedback/draft.ts";
import { besideOf, excusedNotes } from "../../../agents/feedback/gather.ts";
import type { GatheredRound } from "../../../agents/feedback/gather.ts";
import { proposeSynthesis } from "../../../agents/feedback/propose.ts";
import { CaseId, OpportunityId, StageId } from "../../../src/domain/ids.ts";
import { renderSynthesis } from "../../../src/domain/synthesis-note.ts";
import type { PanelForm } from "../../../src/synthesis/form.ts";
import { changesSince } from "../../../src/synthesis/compare.ts";
import {
  INES,
  JONAS,
  card,
  formBy,
  overall,
  posted,
  roundOf,
  written,
} from "../../support/panel-forms.ts";

const made = (forms: PanelForm[], change: Partial<GatheredRound> = {}) =>
  posted(draftSynthesis({ ...roundOf(...forms), ...change }));
const noteOf = (forms: PanelForm[], change: Partial<GatheredRound> = {}): string =>
  renderSynthesis(made(forms, change));

it("a form for an interview that is not known counts, and that is said", () => {
  const unknown = formBy("Kim", [card([["Coding", 3, ""]])], { interviewId: null, session: null });
  expect(noteOf([INES, unknown])).toContain(
    "- The form of Kim is of no interview of this round that Lever has: it counts all the same.",
  );
  expect(noteOf([INES, unknown])).toContain("Coding: Kim 3 of 4, Ines 4 of 4.");
  expect(noteOf([INES, JONAS])).not.toContain("of no interview");
});

it("of two forms by one person for one interview the newest counts, and that is said", () => {
  const later = formBy("Jonas", [overall("3 - Hire"), card([["Coding", 3, ""]])], {
    id: "feedback/again",
    at: "2026-11-20T12:00:00Z",
  });
  for (const forms of [
    [INES, JONAS, later],
    [later, JONAS, INES],
  ]) {
    const note = noteOf(forms);
    expect(note).toContain(
      "- Jonas handed in more than one form for Technical interview: the newest counts.",
    );
    expect(note).toContain("- Jonas: 3 - Hire");
    expect(note).not.toContain("2 - No Hire");
    expect(note).not.toContain("retry logic");
    expect(note).toContain("From 2 forms, by ");
  }
  const byHand = formBy("Jonas", [written("Concerns", "The tests were slow to run.")], {
    id: "feedback/by-hand",
    interviewId: null,
  });
  expect(noteOf([INES, JONAS, byHand])).toContain(
    "- Jonas filled in a form by hand beside another one: each counts.",
  );
});

it("a form without scores counts in no figure, its words do, and that is said", () => {
  const words = formBy("Kim", [written("Concerns", "The estimate was off by a factor of ten.")]);
  const note = noteOf([INES, words]);
  expect(note).toContain("- The form of Kim holds no score: it counts in no figure.");
  expect(note).toContain("- Coding: Ines 4 of 4. One voice.");
  expect(note).toContain("“The estimate was off by a factor of ten.” (Kim)");
});

it("a partial one counts the forms that are waited for, and those that nobody was asked for beside them", () => {
  const seat = (name: string, isAsked = true) => ({
    userId: `user-${name}`,
    interviewId: `interview-${name}`,
    isAsked,
  });
  const byHand = formBy("Ines", [], { id: "feedback/by-hand", interviewId: null, session: null });
  const guest = formBy("Kim", [], { interviewId: "interview-ines" });
  const seats = [seat("ines"), seat("jonas"), seat("lea", false)];
  const summaryOf = (...forms: PanelForm[]): string | undefined => {
    const read = forms.map(({ id, by, interviewId }) => ({ source: id, ...by, interviewId }));
    const round = {
      ...roundOf(...forms),
      missing: [{ name: "Jonas", email: "jonas@example.test", session: "Technical interview" }],
      beside: besideOf({ forms: read, seats }),
    };
    const case_ = {
      id: CaseId.parse("case_1"),
      opportunityId: OpportunityId.parse("opportunity-1"),
      stageId: StageId.parse("onsite"),
      stageName: "Onsite",
    };
    return proposeSynthesis(draftSynthesis(round), round, { case_ })[0]?.context.summary;
  };
  const start = "Leave a partial synthesis of Onsite in Lever";
  expect(summaryOf(INES)).toBe(`${start} (1 of 2 forms)`);
  expect(summaryOf(INES, byHand)).toBe(
    `${start} (1 of 2 forms, and one that nobody was asked for)`,
  );
  expect(summaryOf(guest, byHand, formBy("Lea", []))).toBe(
    `${start} (0 of 1 form, and 3 that nobody was asked for)`,
  );
});

it("somebody who was deactivated is not waited for, and that is said once", () => {
  const seat = (name: string, isExcused: boolean) => ({ name, isExcused });
  const notes = excusedNotes([seat("Kim", true), seat("Ines", false), seat("Kim", true)]);
  expect(notes).toEqual([
    "Kim was deactivated in Lever without having handed in a form: it is not waited for.",
  ]);
  const note = noteOf([INES], { notes });
  expect(note).toContain(`TO KNOW OF THE FIGURES\n- ${notes[0]}`);
  expect(note).toMatch(/^Synthesis of feedback/);
});

it("a form that was changed after its synthesis makes a new version, which says what is otherwise", () => {
  const before = made([INES, JONAS]);
  const changed = { ...JONAS, answers: [overall("3 - Hire")] };
  const after = made([INES, changed]);
  const note = renderSynthesis({ ...after, changes: changesSince(before, after) });
  expect(note).toContain(
    [
      "OTHERWISE THAN IN THE ONE BEFORE",
      "- Gone: Coding by Jonas, 2 (2 of 4).",
      "- Changed: the recommendation of Jonas, from 2 - No Hire to 3 - Hire.",
    ].join("\n"),
  );
});

it("a form that takes the place of another one of its writer and interview is the same voice, and that it is another is said", () => {
  const teamwork = (score: number) => [
    card([
      ["Teamwork", 3, ""],
      ["Coding", score, ""],
    ]),
  ];
  const first = formBy("Ines", teamwork(4), { id: "feedback/first" });
  const again = formBy("Ines", teamwork(2), { id: "feedback/again" });
  const before = made([first, JONAS]);
  expect(changesSince(before, made([again, JONAS]))).toEqual([
    "Replaced: the form of Ines for Technical interview, by a newer one.",
    "Changed: Coding by Ines, from 4 (4 of 4) to 2 (2 of 4).",
  ]);
  expect(changesSince(before, made([{ ...first, id: "feedback/again" }, JONAS]))).toEqual([
    "Replaced: the form of Ines for Technical interview, by a newer one.",
  ]);
});

it("a form of another writer, of another interview or of none takes nobody's place", () => {
  const form = (id: string, change: Partial<PanelForm> = {}): PanelForm =>
    formBy("Ines", [card([["Coding", 3, ""]])], { id, ...change });
  const before = made([form("feedback/first")]);
  for (const other of [
    form("feedback/other", { by: { userId: "user-kim", name: "Kim" } }),
    form("feedback/other", { interviewId: "interview-2", session: "Design interview" }),
    form("feedback/other", { interviewId: null, session: null }),
  ]) {
    const lines = changesSince(before, made([other]));
    expect(lines.filter((line) => line.startsWith("Gone: "))).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith("New: "))).toHaveLength(2);
    expect(lines).toHaveLength(4);
  }
});
