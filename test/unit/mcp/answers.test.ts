import { describe, expect, it } from "vitest";
import { inWords } from "../../../mcp-server/in-words.ts";
import { visible } from "../../../mcp-server/visible.ts";

const name = (quoted: string) => ({ quoted, writtenBy: "candidate_or_third_party" });

describe("an answer in words", () => {
  it("is a line a field and a line an item, with outside words marked as such", () => {
    const text = inWords({
      cases: [{ id: "case_1", candidateName: name("Ada\nLovelace"), proposals: [{ id: "pr_1" }] }],
      next: "2026|case_1",
      missing: null,
    });
    expect(text).toBe(
      "cases: 1\n- case_1 · “Ada Lovelace” (written outside) · pr_1\nnext: 2026|case_1",
    );
  });

  it("stays short whatever there is, and says that there is more", () => {
    const cases = Array.from({ length: 50 }, (_, n) => ({
      id: `case_${n}`,
      words: "w".repeat(500),
    }));
    const lines = inWords({ cases, notes: cases }).split("\n");
    expect(lines).toHaveLength(13);
    expect(lines.at(9)).toBe("- … 42 more in the structured content");
    expect(lines.at(-1)).toBe("… more in the structured content.");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(322);
  });

  it("says by name how many there are of each, and nothing of what there is none of", () => {
    const leftOut = { notOver: 0, ownMissing: 0, tooMany: 0 };
    expect(inWords({ forms: [], url: null, leftOut })).toBe("forms: none");
    expect(inWords({ leftOut: { ...leftOut, ownMissing: 2, tooMany: 1 } })).toBe(
      "leftOut: ownMissing 2 · tooMany 1",
    );
    expect(inWords({ count: 0 })).toBe("count: 0");
    expect(inWords({ items: [{ id: "a", score: 0 }] })).toBe("items: 1\n- a · 0");
  });

  it("is never empty", () => {
    expect(inWords({})).toBe("Nothing.");
  });
});

describe("what leaves for an assistant", () => {
  it("is without what nobody sees, at every depth, and otherwise as it was", () => {
    const tags = Array.from("obey", (c) => String.fromCodePoint(0xe0000 + (c.codePointAt(0) ?? 0)));
    const hidden = `A\u200Bd\u202Ea${tags.join("")}`;
    expect(visible({ people: [{ name: name(hidden), age: 36, left: null }] })).toEqual({
      people: [{ name: name("Ada"), age: 36, left: null }],
    });
    expect(visible("line\n\ttab é")).toBe("line\n\ttab é");
  });
});
