import fc from "fast-check";
import { expect, it } from "vitest";
import { readMarkdown } from "../../../src/domain/read-markdown.ts";
import { withAnswer } from "../../../src/guides/append.ts";
import { cutPassages } from "../../../src/guides/passages.ts";

const cut = (text: string) =>
  cutPassages({ guideId: "gd_1", version: 3, scope: { kind: "company" }, title: "Visit", text });

it("cuts at headings, and names each passage by those that it stands under", () => {
  const text =
    "# Visit\n\nHello.\n\n## Way\n\nBy tram.\n\n### Parking\n\n- below\n\n## Way back\n\n# Other\n\nEnd.";
  expect(cut(text).map(({ title, text: words }) => [title, words])).toEqual([
    ["Visit", "Hello."],
    ["Way", "By tram."],
    ["Way › Parking", "- below"],
    ["Other", "End."],
  ]);
  expect(cut(text)[0]).toMatchObject({ guideId: "gd_1", version: 3, scope: { kind: "company" } });
});

it("cuts what is long between paragraphs, and else between words, and loses nothing", () => {
  const words = (many: number, of: string): string => `${of} `.repeat(many).trim();
  const text = [
    "## Long",
    ...["one", "two", "three"].map((of) => words(200, of)),
    words(900, "four"),
  ];
  const passages = cut(text.join("\n\n"));
  expect(passages.length).toBeGreaterThan(4);
  expect(Math.max(...passages.map((passage) => passage.text.length))).toBeLessThanOrEqual(2_400);
  expect(passages.every(({ title }) => title === "Long")).toBe(true);
  const all = passages.map((passage) => passage.text).join(" ");
  expect(all.match(/one|two|three|four/g)).toHaveLength(1_500);
});

it("adds an answer below the heading that is there, and else below one of its own", () => {
  const guide = "Hello.\n\n## Parking\n\nBelow the house.\n\n## Lunch\n\nAt one.";
  expect(withAnswer(guide, "parking", "It is free.")).toBe(
    "Hello.\n\n## Parking\n\nBelow the house.\n\nIt is free.\n\n## Lunch\n\nAt one.",
  );
  expect(withAnswer(guide, "Dogs", "They may come.")).toBe(`${guide}\n\n## Dogs\n\nThey may come.`);
  expect(withAnswer("", "Dogs", "They may come.")).toBe("## Dogs\n\nThey may come.");
  expect(withAnswer(guide, "Lunch", "At one.")).toBe(guide);
});

it("shows the very words of any answer below its heading, whatever they look like", () => {
  const part = fc.constantFrom(
    "a",
    " ",
    "\n",
    "#",
    "=",
    "-",
    "<b>",
    "![",
    "](",
    "*",
    "`",
    "```",
    "~~~",
    ">",
    "1.",
    "_",
  );
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.join("")),
      (answer) => {
        fc.pre(/a/.test(answer));
        const after = withAnswer("## First\n\nHere.\n\n## Last\n\nThere.", "First", answer.trim());
        const { blocks, faults } = readMarkdown(after);
        // What cannot be kept is refused, and else it makes no heading of its own and takes none away.
        if (faults.length > 0) return;
        const headings = blocks?.flatMap((block) =>
          block.kind === "heading" ? [block.depth] : [],
        );
        expect(headings).toEqual([2, 2]);
        expect(cut(after).some(({ title, text }) => title === "First" && text.includes("a"))).toBe(
          true,
        );
      },
    ),
    { numRuns: 300 },
  );
});
