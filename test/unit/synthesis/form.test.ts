/** A feedback form as one text, and where in it people wrote. */
import { expect, it } from "vitest";
import { formText } from "../../../src/synthesis/form.ts";
import { card, formBy, overall, written } from "../../support/panel-forms.ts";

it("names each row of a scorecard once, with its score above what is said of it", () => {
  const { text, parts } = formText(
    formBy("Ines", [
      overall("4 - Strong Hire"),
      card([
        ["Writing software", 4, "Found the deadlock."],
        ["Communication", 3],
        ["Working with others", null, "Listened to hints."],
        ["System design", null],
      ]),
      written("Notes", "The second talk was short."),
      written("Concerns", ""),
    ]),
  );
  expect(text).toBe(
    [
      "Rating\n4 - Strong Hire",
      "Writing software\n4\nFound the deadlock.",
      "Communication\n3",
      "Working with others\nListened to hints.",
      "Notes\nThe second talk was short.",
      "",
    ].join("\n\n"),
  );
  expect(
    parts.map(({ label, start, end, score }) => [label, text.slice(start, end), score]),
  ).toEqual([
    ["Writing software", "Found the deadlock.", 4],
    ["Working with others", "Listened to hints.", null],
    ["Notes", "The second talk was short.", null],
  ]);
});
