import { describe, expect, test } from "vitest";
import { checkLanguage } from "../../../../src/language/checker/check-language.ts";

describe("a question about the illnesses of relatives", () => {
  test.each([
    "Do you have a family history of diabetes?",
    "Is there any history of cancer in your family?",
    "Does heart disease run in your family?",
    "Did your mother die of breast cancer?",
  ])("is one finding: %s", (text) => {
    expect(checkLanguage(text, { kind: "question" }).map(({ category }) => category)).toEqual([
      "genetic",
    ]);
  });

  test("is of the family where somebody is looked after", () => {
    const found = checkLanguage("Who looks after your mother when she is ill?", {
      kind: "question",
    });
    expect(found.map(({ category }) => category)).toContain("family");
  });

  test("is two where the person is asked as well", () => {
    const found = checkLanguage("Do you have diabetes, or does your mother?", { kind: "question" });
    expect(found.map(({ category }) => category).toSorted()).toEqual([
      "disability_health",
      "genetic",
    ]);
  });
});
