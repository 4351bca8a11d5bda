import { expect, it } from "vitest";
import {
  type Finding,
  partsOf,
  replaceSentence,
  sentenceAround,
  takeOutSentence,
} from "../../../web/src/language/text-parts.ts";

const finding = (start: number, end: number, severity: Finding["severity"]): Finding => ({
  category: "age",
  severity,
  start,
  end,
  why: "Because.",
  instead: "Instead.",
  rule: { id: "r", url: "https://example.com/", source: "Rule" },
});

it("a text without findings is one part", () => {
  expect(partsOf("Hello", [])).toEqual([{ start: 0, text: "Hello", severity: null, ending: [] }]);
});

it("findings that overlap are cut where they begin and end, and the heaviest shows", () => {
  const parts = partsOf("0123456789", [finding(1, 5, "advice"), finding(3, 8, "blocking")]);
  expect(parts.map(({ text, severity, ending }) => [text, severity, ending])).toEqual([
    ["0", null, []],
    ["12", "advice", []],
    ["34", "blocking", [0]],
    ["567", "blocking", [1]],
    ["89", null, []],
  ]);
});

it("two findings of one place end together", () => {
  const [part] = partsOf("ab", [finding(0, 2, "advice"), finding(0, 2, "warning")]);
  expect(part).toMatchObject({ text: "ab", severity: "warning", ending: [0, 1] });
});

it.each([
  ["First one. How old are you? Last one.", "old", "How old are you?"],
  ["- How old are you?\n- And?", "old", "How old are you?"],
  ["12. How old are you?", "old", "How old are you?"],
  ["b) How old are you?  \nNext", "old", "How old are you?"],
  ["  • How old are you", "old", "How old are you"],
  ["Before\r\nHow old are you?\r\nAfter", "old", "How old are you?"],
  ["One is old. Two is old too.\nThree", "old. Two", "One is old. Two is old too."],
  ["Old\nhow", "Old\nhow", "Old\nhow"],
])("of %j the sentence around %j is %j", (text, found, sentence) => {
  const start = text.indexOf(found);
  const around = sentenceAround(text, { start, end: start + found.length });
  expect(text.slice(around.start, around.end)).toBe(sentence);
});

it("only the sentence is replaced", () => {
  const text = "Hello.\n- How old are you? Tell us.\nBye.";
  const start = text.indexOf("old");
  expect(replaceSentence(text, { start, end: start + 3, instead: "Are you over 18?" })).toBe(
    "Hello.\n- Are you over 18? Tell us.\nBye.",
  );
});

it.each([
  ["He is lazy. He solved it.", "lazy", "He solved it."],
  ["He solved it. He is lazy.", "lazy", "He solved it."],
  ["One. He is lazy. Two.", "lazy", "One. Two."],
  ["- One\n- He is lazy.\n- Two", "lazy", "- One\n- Two"],
  ["He is lazy.", "lazy", ""],
  ["One.\nHe is lazy.", "lazy", "One.\n"],
  ["- He is lazy. One.\nTwo.", "lazy", "- One.\nTwo."],
])("of %j the sentence with %j can be taken out", (text, found, left) => {
  const start = text.indexOf(found);
  expect(takeOutSentence(text, { start, end: start + found.length })).toBe(left);
});
