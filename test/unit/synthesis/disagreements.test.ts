/** Why a panel is apart is told in the words of each side, or it is said that its form has none. */
import { expect, it } from "vitest";
import { draftSynthesis } from "../../../agents/feedback/draft.ts";
import { renderSynthesis } from "../../../src/domain/synthesis-note.ts";
import { sidesOf } from "../../../src/domain/synthesis-sides.ts";
import type { PostSynthesis } from "../../../src/domain/synthesis.ts";
import { faultsOfSynthesis } from "../../../src/synthesis/check-synthesis.ts";
import type { PanelForm } from "../../../src/synthesis/form.ts";
import { COMPETENCIES, card, formBy, posted, roundOf, written } from "../../support/panel-forms.ts";

const made = (...forms: PanelForm[]): PostSynthesis => posted(draftSynthesis(roundOf(...forms)));
const told = (synthesis: PostSynthesis) =>
  synthesis.topics.flatMap((topic) =>
    sidesOf(topic, synthesis).map(({ name, given, quotes, instead }) => [
      topic.name,
      name,
      given,
      instead ?? quotes.map(({ text }) => text).join(" "),
    ]),
  );

const JONAS = formBy("Jonas", [
  card([["Coding", 1, "The retry logic was unclear until the very end."]]),
]);
const INES = formBy("Ines", [
  card([["Coding", 4, ""]]),
  written("Strengths", "Her coding was tested before it was run."),
  written("Concerns", "The estimate of the load was off by a factor of ten."),
]);
const KIM = formBy("Kim", [card([["Coding", 3, ""]])]);
const LEA = formBy("Lea", [card([["Coding", 4, "We should definitely hire Ada for this team."]])]);

it("gives each side's own words about it, the lowest score first", () => {
  const synthesis = made(INES, JONAS, KIM, LEA);
  expect(told(synthesis)).toEqual([
    ["Coding", "Jonas", "1 of 4", "The retry logic was unclear until the very end."],
    ["Coding", "Kim", "3 of 4", "The form gives no words for it."],
    ["Coding", "Ines", "4 of 4", "Her coding was tested before it was run."],
    ["Coding", "Lea", "4 of 4", "What the form says of it is not quoted: it stands in the form."],
  ]);
  const note = renderSynthesis(synthesis);
  expect(note).toContain(
    [
      "WHERE THEY DO NOT AGREE, in their own words",
      "- Coding, Jonas, 1 of 4: “The retry logic was unclear until the very end.”",
      "- Coding, Kim, 3 of 4: The form gives no words for it.",
    ].join("\n"),
  );
  expect(note).not.toContain("definitely hire");
});

it("says nothing where they agree, and nothing of what was made before it was told", () => {
  expect(told(made(INES, KIM))).toEqual([]);
  const { disagreements: _, ...before } = made(INES, JONAS);
  expect(told(before)).toEqual([]);
  expect(renderSynthesis(before)).not.toContain("WHERE THEY DO NOT AGREE");
});

it("is by person: several scores are one side, and a form by hand has words of theirs too", () => {
  const more = formBy("Jonas", [written("Concerns", "In coding the tests came after the code.")], {
    id: "feedback/by-hand",
    interviewId: null,
  });
  const twice = formBy("Jonas", [
    card([
      ["Coding", 1, ""],
      ["Coding", 2, ""],
    ]),
  ]);
  expect(told(made(INES, twice, more))).toEqual([
    ["Coding", "Jonas", "1 of 4 and 2 of 4", "In coding the tests came after the code."],
    ["Coding", "Ines", "4 of 4", "Her coding was tested before it was run."],
  ]);
});

it("takes words of a label that no plan has, however it is written", () => {
  const one = formBy("Jonas", [card([["Ownership", 1, "Left the review of the incident open."]])]);
  const other = formBy("Ines", [
    card([["Ownership", 4, ""]]),
    written("ownership", "Ran the migration from its first plan on."),
  ]);
  expect(told(made(one, other)).map(([, , , words]) => words)).toEqual([
    "Left the review of the incident open.",
    "Ran the migration from its first plan on.",
  ]);
});

it("quotes first what the panel is apart on, and says so when a person has left it out", () => {
  const other = ["parser", "index", "cache", "socket", "schema", "driver", "router"].map((thing) =>
    written("Concerns", `The ${thing} of the exercise was unclear.`),
  );
  const synthesis = made(
    INES,
    formBy("Jonas", [...other, card([["Coding", 1, "The retry logic was unclear."]])]),
  );
  expect(told(synthesis)[0]?.[3]).toBe("The retry logic was unclear.");
  const out = synthesis.disagreements?.[0]?.sides[0]?.quotes ?? [];
  const quotes = synthesis.quotes.filter(({ id }) => !out.includes(id));
  expect(told({ ...synthesis, quotes })[0]?.[3]).toBe("A person has left their words out.");
});

it("is found out when a side has other words than its form", () => {
  const whole = made(INES, JONAS);
  const against = { forms: [INES, JONAS], competencies: COMPETENCIES };
  expect(faultsOfSynthesis(whole, against)).toEqual([]);
  const [first] = whole.disagreements ?? [];
  if (!first) throw new Error("they do not disagree");
  const sides = first.sides.map((side) => ({ ...side, quotes: [], silence: "no_words" as const }));
  for (const disagreements of [[], [{ ...first, sides }]]) {
    expect(faultsOfSynthesis({ ...whole, disagreements }, against)).toHaveLength(1);
  }
});
