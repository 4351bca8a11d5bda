/** Figures of a round: counted from the forms, each score on its own scale, and equal to them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figuresOf, furthestApart, medianOf } from "../../../src/synthesis/figures.ts";
import { type PanelForm, presentForms } from "../../../src/synthesis/form.ts";
import { COMPETENCIES, card, chosen, formBy, overall, written } from "../../support/panel-forms.ts";

const figures = (...forms: PanelForm[]) => figuresOf(forms, COMPETENCIES);

describe("a score", () => {
  it("is read from rows, numbers, scaled choices and answers to a yes-or-no about a competency", () => {
    const { topics } = figures(
      formBy("Ines", [card([["Coding", 4]])]),
      formBy("Jonas", [chosen("score", "Coding", ["2"])]),
      formBy("Kim", [chosen("dropdown", "Coding", ["1. Poor", ["3. Good", "2. Fair", "1. Poor"]])]),
      formBy("Lea", [chosen("yes-no", "Collaboration as we need it?", ["yes"])]),
    );
    expect(topics).toMatchObject([
      {
        topic: { id: "coding" },
        voices: [
          { name: "Kim", given: "1. Poor", place: 1, of: 3, level: 0 },
          { name: "Jonas", place: 2, of: 4, level: 1 / 3 },
          { name: "Ines", place: 4, of: 4, level: 1 },
        ],
        least: 0,
        most: 1,
        median: 1 / 3,
        isOneScale: false,
      },
      { topic: { id: "collaboration" }, voices: [{ name: "Lea", place: 2, of: 2, level: 1 }] },
    ]);
  });

  it("is none where its better end cannot be told, or it is off its scale, and that is said", () => {
    const {
      topics,
      overall: answers,
      notes,
    } = figures(
      formBy("Ines", [
        overall("Blue", ["Blue", "Green"]),
        chosen("yes-no", "Coding concerns?", ["yes"]),
      ]),
      formBy("Jonas", [
        card([["Coding", 7]]),
        chosen("dropdown", "Office", ["Berlin", ["Berlin", "Lisbon"]]),
      ]),
    );
    expect(topics).toEqual([]);
    expect(answers).toMatchObject([{ name: "Ines", given: "Blue", on: null }]);
    expect(notes).toHaveLength(3);
    expect(notes[0]).toMatch(/^Form of Ines: Which end of the scale of “Rating”/);
    expect(notes[0]).toMatch(/Whether “yes” is the better answer/);
    expect(notes[1]).toMatch(/^Form of Jonas: “Coding” is answered with something/);
  });

  it("is none on a scale whose numbers say the contrary of its words, and on one without a label it is told as such", () => {
    const german = ["1 - Excellent", "2 - Good", "3 - Poor"];
    const { topics, notes } = figures(
      formBy("Ines", [chosen("dropdown", "Coding", ["1 - Excellent", german])]),
      formBy("Jonas", [card([["", 3]])]),
    );
    expect(topics).toMatchObject([
      { topic: { name: "(without a label)" }, voices: [{ place: 3 }] },
    ]);
    expect(notes).toContainEqual(
      expect.stringMatching(/^Form of Ines: The words of the scale of “Coding” say the contrary/),
    );
  });

  it("of a whole is told as its writer's own answer, in reworded scales too, and adds up to nothing", () => {
    const own = ["Outstanding fit", "Fair", "Not a fit"];
    const found = figures(
      formBy("Ines", [overall("3 - Hire")]),
      formBy("Jonas", [overall("Not a fit", own)]),
    );
    expect(found.topics).toEqual([]);
    expect(found.overall).toMatchObject([
      { name: "Ines", given: "3 - Hire", on: { place: 3, of: 4 } },
      { name: "Jonas", given: "Not a fit", on: { place: 1, of: 3 } },
    ]);
    expect(found.notes).toEqual([
      "Recommendations on the company's own scale, from the lowest: Not a fit, Fair, Outstanding fit.",
    ]);
  });
});

describe("a form without scores", () => {
  it("counts nowhere, and that is said", () => {
    const found = figures(
      formBy("Ines", [card([["Coding", 3]])]),
      formBy("Jonas", [written("Notes", "Talked about work.")]),
    );
    expect(found.withoutScores).toEqual(["feedback/jonas"]);
    expect(found.topics[0]?.voices).toHaveLength(1);
    expect(found.notes).toEqual(["The form of Jonas holds no score: it counts in no figure."]);
  });
});

describe("a panel", () => {
  const of = (one: number, two: number) =>
    figures(formBy("Ines", [card([["Coding", one]])]), formBy("Jonas", [card([["Coding", two]])]))
      .topics[0]?.view;

  it("agrees on neighbours of the same side, and not across the middle or further apart", () => {
    expect([of(3, 4), of(1, 2), of(3, 3)]).toEqual(["agree", "agree", "agree"]);
    expect([of(2, 3), of(1, 3), of(1, 4), of(2, 4)]).toEqual(Array(4).fill("differ"));
  });

  it("is not apart by what one person gives in two places", () => {
    const [topic] = figures(
      formBy("Ines", [
        card([
          ["Coding", 1],
          ["Coding in pairs", 2],
        ]),
      ]),
      formBy("Jonas", [card([["Coding", 1]])]),
    ).topics;
    expect(topic?.view).toBe("agree");
    const apart = figures(
      formBy("Ines", [
        card([
          ["Coding", 1],
          ["Coding in pairs", 4],
        ]),
      ]),
      formBy("Jonas", [card([["Coding", 2]])]),
    ).topics[0];
    expect(apart?.view).toBe("differ");
    expect(furthestApart(apart?.voices ?? [])?.map(({ name }) => name)).toEqual(["Jonas", "Ines"]);
  });

  it("has a median of people: whoever has several forms counts once, with the median of their own", () => {
    const again = (id: string) => ({ id, interviewId: id });
    const { topics, notes } = figures(
      formBy("Ines", [card([["Coding", 4]])]),
      formBy("Jonas", [card([["Coding", 1]])]),
      formBy("Jonas", [card([["Coding", 1]])], again("feedback/two")),
      formBy("Jonas", [card([["Coding", 1]])], again("feedback/three")),
    );
    expect(topics[0]).toMatchObject({ median: 0.5, least: 0, most: 1, view: "differ" });
    expect(topics[0]?.voices).toHaveLength(4);
    expect(notes).toEqual([
      "More than one score for Coding was given by Jonas: whoever did counts once in its median, with the median of their own.",
    ]);
  });

  it("is one voice where one person scores, however many forms they fill in", () => {
    const twice = [
      formBy("Ines", [card([["Coding", 1]])]),
      formBy("Ines", [card([["Coding", 4]])], { id: "feedback/other", interviewId: "another" }),
    ];
    expect(figures(...twice).topics[0]).toMatchObject({ view: "one_voice", least: 0, most: 1 });
  });
});

describe("several forms of one person for one interview", () => {
  it("count as the newest of them; those by hand each count", () => {
    const older = formBy("Ines", [], { id: "feedback/older", at: "2026-11-19T10:00:00Z" });
    const byHand = { interviewId: null, session: null };
    const forms = [
      older,
      formBy("Ines", []),
      formBy("Jonas", [], { id: "feedback/one", ...byHand }),
      formBy("Jonas", [], { id: "feedback/two", ...byHand }),
    ];
    const { present, replaced } = presentForms(forms);
    expect(replaced).toEqual([older]);
    expect(present.map(({ id }) => id)).toEqual(["feedback/ines", "feedback/one", "feedback/two"]);
  });
});

const NAMES = ["Ines", "Jonas", "Kim", "Lea", "Max"];
const anyRound = fc.array(
  fc.array(
    fc.tuple(fc.constantFrom("Coding", "System design", "Grit"), fc.integer({ min: 1, max: 4 })),
    {
      maxLength: 4,
    },
  ),
  { minLength: 1, maxLength: NAMES.length },
);

describe("figures of any round", () => {
  it("hold each score of each form once, and nothing else", () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const forms = round.map((rows, index) => formBy(NAMES[index] ?? "", [card(rows)]));
        const { topics, withoutScores } = figuresOf(forms, COMPETENCIES);
        const told = topics.flatMap(({ topic, voices }) =>
          voices.map(({ form, given }) => `${form} ${topic.name} ${given}`),
        );
        const given = forms.flatMap(({ id }, index) =>
          (round[index] ?? []).map(([label, score]) => `${id} ${label} ${score}`),
        );
        expect(told.toSorted()).toEqual(given.toSorted());
        expect(withoutScores).toHaveLength(round.filter((rows) => rows.length === 0).length);
        for (const { voices, least, most, median } of topics) {
          const levels = voices.map(({ level }) => level);
          expect([least, most]).toEqual([Math.min(...levels), Math.max(...levels)]);
          // Half of the people, not of the scores, is on each side of it.
          const people = [...Map.groupBy(voices, ({ userId }) => userId).values()];
          const half = people.map((own) => medianOf(own.map(({ level }) => level)));
          for (const side of [
            half.filter((level) => level <= median),
            half.filter((level) => level >= median),
          ]) {
            expect(side.length * 2).toBeGreaterThanOrEqual(people.length);
          }
        }
      }),
    );
  });

  it("have the middle one, or the middle of two, as their median", () => {
    expect([medianOf([0.25]), medianOf([0, 1]), medianOf([0, 0.5, 1])]).toEqual([0.25, 0.5, 0.5]);
  });
});
