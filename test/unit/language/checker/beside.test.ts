import { describe, expect, test } from "vitest";
import { checkLanguage } from "../../../../src/language/checker/check-language.ts";
import type { Kind } from "../../../../src/language/checker/types.ts";

const topicsOf = (text: string, kind: Kind): string[] =>
  checkLanguage(text, { kind }).map(({ category }) => category);

describe("what stands beside it", () => {
  test.each([
    ["question", "citizenship", "You have the right to work, but are you a citizen?"],
    ["question", "religion", "I should not ask, but which church do you go to?"],
    ["question", "personality_verdict", "You are a timid one; how would you sell our pumps?"],
    ["job_text", "citizenship", "Our customers insist on nationals at the counter."],
    ["message", "pay_history", "What was your day rate on the last contract?"],
  ] as const)("does not excuse a %s about %s: %s", (kind, topic, text) => {
    expect(topicsOf(text, kind)).toContain(topic);
  });

  test.each([
    ["message", "You may work here; bring the papers that say so, whatever they are."],
    ["message", "We do not ask what you earn now, and please do not tell us."],
    ["question", "How would you sell our pumps to a timid customer?"],
    ["message", "If a religious holiday falls on that date, tell us and we will move it."],
  ] as const)("excuses a %s: %s", (kind, text) => {
    expect(topicsOf(text, kind)).toEqual([]);
  });
});
