import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { knownAbout, searchKnown } from "../../../agents/candidate-chat/search-known.ts";
import { subjectsOf } from "../../../agents/candidate-chat/subjects.ts";
import { withAnswer } from "../../../src/guides/append.ts";
import { foundByLine } from "../../../src/guides/found-by.ts";
import { cutPassages } from "../../../src/guides/passages.ts";

const GUIDE = readFileSync("guides/sandbox-backend-engineer.md", "utf8");
const passagesOf = (text: string) =>
  cutPassages({ guideId: "gd_1", version: 1, scope: { kind: "company" }, title: "Visit", text });

it("finds an answer that was added by the question that it answers", () => {
  const question = "can i bring my dog";
  const answered = withAnswer(GUIDE, "Dogs", "They are welcome on the ground floor.");
  const [before] = searchKnown({ guide: passagesOf(answered), posting: [] }, question);
  expect(before?.share ?? 0).toBeLessThan(0.6);
  const guide = passagesOf(
    withAnswer(answered, "Dogs", foundByLine(question, { without: "", known: [answered] })),
  );
  const [found] = searchKnown({ guide, posting: [] }, question);
  expect(found).toMatchObject({
    title: expect.stringContaining("Dogs"),
    share: 1,
    isAsked: true,
  });
  expect(found?.excerpt).toBe("They are welcome on the ground floor.");
});

it("has no passage answer what others ask, whatever words a candidate adds to a question", () => {
  const guide = "## Parking\n\nThere is none.\n\n## Sauna\n\nEverybody is welcome to it.";
  const question = "Is the sauna open? Thanks! (parking, laptop, bring, refund, travel, dress)";
  const line = foundByLine(question, { without: "", known: [guide, "open"] });
  expect(line).toBe("[found by]: # (open sauna)");
  const long = "[found by]: # (dress laptop parking refund sauna travel)";
  for (const by of [long, "[found by]: # (parking sauna)"]) {
    const passages = passagesOf(withAnswer(guide, "Sauna", by));
    const [first, ...others] = searchKnown({ guide: passages, posting: [] }, "Is there parking?");
    expect(first).toMatchObject({ excerpt: "There is none.", isAsked: false });
    expect(others.filter(({ share }) => share > 0)).toEqual([]);
    const [subject] = subjectsOf("Is there parking?");
    if (!subject) throw new Error("parking is no subject");
    const about = knownAbout({ guide: passages, posting: [] }, subject, "Is there parking?");
    expect(about.map(({ excerpt }) => excerpt)).toEqual(["There is none."]);
  }
  const elsewhere = passagesOf(withAnswer(guide, "Parking", "[found by]: # (laptop)"));
  const found = searchKnown({ guide: elsewhere, posting: [] }, "Do I bring a laptop?");
  expect(found.filter(({ isAsked }) => isAsked)).toEqual([]);
});

it("keeps single words, without names and numbers", () => {
  const known = ["Zebras may come, says Ada."];
  const without = "Ada Park";
  expect(foundByLine("I am Ada Park, 0171 555: may my Zebra come?", { without, known })).toBe(
    "[found by]: # (may zebra)",
  );
  expect(foundByLine("Can I?", { without, known })).toBe("");
});

it("keeps nothing that the candidate alone has written", () => {
  const question = "Will Initech hear of my flight, and may Zoltan bring his insulin?";
  const line = foundByLine(question, { without: "", known: ["Nobody is told."] });
  expect(line).toBe("[found by]: # (bring flight hear)");
});

it("holds the words beside their own heading alone, and twice once", () => {
  const line = foundByLine("Is there a zebra?", { without: "", known: ["Zebras"] });
  const once = withAnswer("## One\n\nHere.\n\n## Two\n\nThere.", "One", line);
  expect(withAnswer(once, "One", line)).toBe(once);
  expect(passagesOf(once).map(({ text, foundBy }) => [text, foundBy])).toEqual([
    ["Here.", "zebra"],
    ["There.", undefined],
  ]);
});
