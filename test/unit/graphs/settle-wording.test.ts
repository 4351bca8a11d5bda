import { describe, expect, it, test } from "vitest";
import { isAnythingToWord, settleWording } from "../../../graphs/settle-wording.ts";

interface Words {
  shown?: string;
  items: { id: string; text: string }[];
}
const drafted: Words = {
  shown: "a posting",
  items: [
    { id: "a", text: "one" },
    { id: "b", text: "two" },
  ],
};

/** Takes each text that is polite. */
const polite = {
  wording: {
    of: (draft: Words) => draft,
    put: (draft: Words, { items }: Words): Words => ({
      ...draft,
      items: draft.items.map((item) => {
        const said = items.find(({ id }) => id === item.id)?.text ?? "";
        return said.startsWith("please") ? { ...item, text: said } : item;
      }),
    }),
  },
  verify: ({ items }: Words) => (items.length === 2 ? [] : ["not as many as were drafted"]),
};
const settle = (answer: Words | null) => settleWording(polite as never, drafted, answer as never);
const saying = (...texts: string[]): Words => ({
  items: texts.map((text, index) => ({ id: "ab"[index] ?? "", text })),
});

describe("a model's answer", () => {
  test.each<[string, Words | null, string, string[]]>([
    ["that is as drafted", drafted, "draft", ["one", "two"]],
    ["that leaves out what was only shown", saying("one", "two"), "draft", ["one", "two"]],
    ["that is better", saying("please one", "please two"), "model", ["please one", "please two"]],
    ["of which a part may stand", saying("please one", "rude"), "model", ["please one", "two"]],
    ["of which nothing may stand", saying("rude", "ruder"), "fallback", ["one", "two"]],
    ["that fails as a whole", saying("please one"), "fallback", ["one", "two"]],
    ["that there is none of", null, "fallback", ["one", "two"]],
  ])("%s", (_, answer, refined, texts) => {
    const { final, faults } = settle(answer);
    expect(final.refined).toBe(refined);
    expect(final.draft.items.map(({ text }) => text)).toEqual(texts);
    expect(faults.length > 0).toBe(refined === "fallback");
  });
});

it("is asked for only where there is something to word", () => {
  expect(isAnythingToWord({ mailSubject: "Hello" })).toBe(true);
  expect(isAnythingToWord({ posting: { text: "…" }, questions: [] })).toBe(false);
  expect(isAnythingToWord({ messages: [{ key: "a", opening: "Hello" }] })).toBe(true);
  expect(isAnythingToWord({ briefs: [{ sentences: [] }, { sentences: [] }] })).toBe(false);
  expect(isAnythingToWord({ briefs: [{ sentences: [] }, { sentences: [{ id: "a" }] }] })).toBe(
    true,
  );
});
