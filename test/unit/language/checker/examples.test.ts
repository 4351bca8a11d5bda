import { describe, expect, test } from "vitest";
import { checkLanguage } from "../../../../src/language/checker/check-language.ts";
import { CATEGORIES } from "../../../../src/language/checker/types.ts";
import { EXAMPLES } from "./examples.ts";

const categoriesOf = (text: string, kind?: (typeof EXAMPLES)[number]["kind"]): string[] =>
  checkLanguage(text, kind ? { kind } : {}).map(({ category }) => category);

describe.each(CATEGORIES)("%s", (category) => {
  const own = EXAMPLES.filter((example) => example.category === category);

  test.each(own.filter(({ found }) => found))("finds: $text", ({ text, kind }) => {
    expect(categoriesOf(text, kind)).toContain(category);
  });

  test.each(own.filter(({ found }) => !found))("leaves alone: $text", ({ text, kind }) => {
    expect(categoriesOf(text, kind)).toEqual([]);
  });
});

test("a question needs no kind to be known for one", () => {
  const questions = EXAMPLES.filter(({ found, kind }) => found && kind === "question");
  const seen = questions.filter(({ text, category }) => categoriesOf(text).includes(category));
  expect(seen.length / questions.length).toBeGreaterThan(0.95);
});
