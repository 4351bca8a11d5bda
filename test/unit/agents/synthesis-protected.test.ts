/** Rows and fields of a form that ask for what nobody is judged by: in no figure, side, quote or question, and told to whoever finalises. */
import { expect, it } from "vitest";
import { draftSynthesis } from "../../../agents/feedback/draft.ts";
import { wordingOf } from "../../../agents/feedback/wording.ts";
import { renderSynthesis } from "../../../src/domain/synthesis-note.ts";
import { faultsOfSynthesis } from "../../../src/synthesis/check-synthesis.ts";
import {
  COMPETENCIES,
  LEVER_SCALE,
  card,
  chosen,
  formBy,
  overall,
  posted,
  roundOf,
  written,
} from "../../support/panel-forms.ts";

const OMAR = formBy("Omar", [
  overall("3 - Hire"),
  card([
    ["Health", 1, "Drank water through the whole session."],
    ["Age", 2],
    ["Charisma", 4, "Lit up the room with the demo."],
    ["Culture fit", 1, "Told none of our jokes that day."],
    ["Coding and accent", 1, "Explained the queue in short words."],
    ["Code health", 3, "Explained the linter of the build well."],
    ["Coding", 4, "Explained the index of the queue well."],
  ]),
  written("Family situation", "Explained the week's plan quite well."),
  chosen("dropdown", "Nationality", ["1 - ours", ["1 - ours", "2 - theirs"]]),
]);
const LEA = formBy("Lea", [
  overall("2 - No Hire", LEVER_SCALE),
  card([
    ["Health", 4, "Walked up the stairs very quickly."],
    ["Charisma", 1],
    ["Coding", 4],
  ]),
  written("Concerns", "Coughed through the whole of the session."),
  written("Concerns", "Lives two hours away in a poor district."),
]);

it("leaves them out everywhere, and keeps what stands beside them", () => {
  const round = roundOf(OMAR, LEA);
  const draft = draftSynthesis(round);
  expect(draft.topics.map(({ name }) => name)).toEqual(["Coding", "Code health"]);
  expect(draft.topics[0]).toMatchObject({ view: "agree", median: 1 });
  expect(draft.disagreements).toEqual([]);
  expect(draft.quotes.map(({ text }) => text)).toEqual([
    "Explained the linter of the build well.",
    "Explained the index of the queue well.",
  ]);
  const told = [
    renderSynthesis(posted(draft)),
    JSON.stringify([draft.questions, draft.notes, draft.leftOut, wordingOf(draft)]),
  ];
  expect(told.join(" ")).not.toMatch(
    /\b(?:age|charisma|culture|accent|family|nationality)\b|(?<!code )health/i,
  );
  expect(
    faultsOfSynthesis(posted(draft), { forms: round.forms, competencies: COMPETENCIES }),
  ).toEqual([]);
});

it("tells whoever finalises which, of which form, and that words under them are not quoted", () => {
  const { findings, leftOut } = draftSynthesis(roundOf(OMAR, LEA));
  const labels = findings.filter(({ isLabel }) => isLabel);
  expect(labels.map(({ form, text }) => [form, text])).toEqual([
    ...[
      "Health",
      "Age",
      "Charisma",
      "Culture fit",
      "Coding and accent",
      "Family situation",
      "Nationality",
    ].map((text) => ["feedback/omar", text]),
    ["feedback/lea", "Health"],
    ["feedback/lea", "Charisma"],
  ]);
  expect(labels[0]).toMatchObject({
    severity: "blocking",
    why: expect.stringMatching(/^Left out/),
  });
  expect(leftOut.join(" ")).toMatch(/under a label that asks for what nobody is judged by/);
});
