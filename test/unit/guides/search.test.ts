import { expect, it } from "vitest";
import type { GuideScope, Passage } from "../../../src/guides/passage.ts";
import { cutPassages } from "../../../src/guides/passages.ts";
import { searchGuides } from "../../../src/guides/search.ts";
import { wordsOf } from "../../../src/guides/words.ts";

const VISIT = `
Welcome.

## Getting here

The office is next to the metro station Rato.

### Parking

There is a garage below the house. Tell [reception](tel:+351210000000) your plate.

## What to wear

Come as you are.

## Notes and AI tools

You may use your own notes. Please do not have an assistant answer for you.

## Anreise

Die Straßenbahn hält vor der Tür.

## 面接について

面接は三十分です。
`;

const cut = (text: string, scope: GuideScope = { kind: "company" }): Passage[] =>
  cutPassages({ guideId: `gd_${scope.kind}`, version: 1, scope, title: "Your visit", text });

const titles = (query: string, passages: readonly Passage[] = cut(VISIT)): string[] =>
  searchGuides(passages, query, 3).map(({ title }) => title);

it.each([
  ["Where can I leave my car?", "Getting here › Parking"],
  ["is there PARKING", "Getting here › Parking"],
  ["What’s the dress code?", "What to wear"],
  ["am I allowed to use ChatGPT", "Notes and AI tools"],
  ["receptoin", "Getting here › Parking"],
  ["Wo hält die Strassenbahn?", "Anreise"],
  ["面接", "面接について"],
])("finds for %j what stands under %j", (query, title) => {
  expect(titles(query)[0]).toBe(title);
});

it.each(["", "   ", "what is it with the", "?!", "zebra", "***", "\u0000"])(
  "finds nothing for %j",
  (query) => {
    expect(titles(query)).toEqual([]);
  },
);

it("tells by which words of the question a passage was found", () => {
  const [first] = searchGuides(cut(VISIT), "Where can I park my car near the Garage?", 1);
  expect(first).toMatchObject({
    guideId: "gd_company",
    version: 1,
    matched: ["park", "car", "garage"],
  });
  expect(first?.text).toContain("Tell reception (+351210000000) your plate.");
});

it("has what is written for the posting before what is written for everybody", () => {
  const text = "## What to bring\n\nA laptop.";
  const both = [...cut(text), ...cut(text, { kind: "posting", postingId: "p-1" })];
  expect(searchGuides(both, "what should I bring", 2).map(({ scope }) => scope.kind)).toEqual([
    "posting",
    "company",
  ]);
});

it("gives as many as were asked for", () => {
  const many = cut(Array.from({ length: 9 }, (_, of) => `## Lunch ${of}\n\nLunch.`).join("\n\n"));
  expect(searchGuides(many, "lunch", 4)).toHaveLength(4);
});

it("knows no word of thousands of letters, of a guide or a question, however they are written", () => {
  for (const letter of ["a", "ﬃ", "㏕"]) {
    expect(wordsOf(`parking ${letter.repeat(4000)}`).map(({ written }) => written)).toEqual([
      "parking",
    ]);
  }
  expect(wordsOf("面接について".repeat(300))).not.toEqual([]);
});

it("looks for slips in words of at most 30 letters", () => {
  const found = (length: number): string[] => {
    const word = "qualification".repeat(4).slice(0, length);
    return titles(`${word.slice(0, 4)}y${word.slice(5)}`, cut(`## Here\n\nIt is ${word}.`));
  };
  expect([found(30), found(31)]).toEqual([["Here"], []]);
});

it("looks for slips in so many words alone, however alike the words of a guide are", () => {
  const others = Array.from({ length: 8 }, (_, of) => `other${String.fromCodePoint(97 + of)}`);
  expect(titles("parkung")).toContain("Getting here › Parking");
  expect(titles([...others.slice(1), "parkung"].join(" "))).toContain("Getting here › Parking");
  expect(titles([...others, "parkung"].join(" "))).not.toContain("Getting here › Parking");
  expect(titles([...others, "parking"].join(" "))).toContain("Getting here › Parking");
});

it("hears the end of a question that says one word again and again", () => {
  expect(titles(`${"metro ".repeat(80)} parking`)).toContain("Getting here › Parking");
});
