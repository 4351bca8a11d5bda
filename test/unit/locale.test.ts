import { expect, it } from "vitest";
import { englishOf } from "../../web/src/parts/locale.ts";

it.each([
  [["en-US@posix"], "en-GB"],
  [["en-US@posix", "en-AU"], "en-AU"],
  [["pt-PT", "en-US"], "en-US"],
  [["en"], "en-GB"],
  [[], "en-GB"],
])("dates of a browser of %j follow %s", (languages, locale) => {
  expect(englishOf(languages)).toBe(locale);
  expect(() => new Intl.DateTimeFormat(englishOf(languages))).not.toThrow();
});
